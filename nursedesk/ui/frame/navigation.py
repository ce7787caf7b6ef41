"""The column of pages on the left: an icon with its word, a bar beside the page that is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.icons import paint_icon

ITEM, LEAST = 68, 48
"""An item's height, and what it may shrink to where the window is short."""
ICON, SMALLEST_ICON = 24, 16
"""What an icon is, and the least it may be beside its word: a smaller one is a speck, the word stands alone."""
WORD, CLOSE, AIR = 17, 3, 14
"""A word's height (it grows with the text), between it and its icon, between one page and the next, px."""


def width() -> int:
    """96 px, and a little more with large text: the words grow, the pages keep their room."""
    return round(96 * (1 + (theme.scale() - 1) * 0.55))


@dataclass(frozen=True, slots=True)
class Destination:
    """A page: its name in the stack, its word, its icon, the key that shows it."""

    name: str
    word: str
    icon: str
    key: str = ""


class NavButton(QAbstractButton):
    """One page of the column."""

    def __init__(self, to: Destination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to, self._badge = to, 0
        self.setObjectName(f"nav_{to.name}")
        self.setCheckable(True)
        self.setFixedWidth(width())
        self.setMaximumHeight(theme.px(ITEM))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{to.word} · {to.key}" if to.key else to.word)
        self._name_it()
        self.ring = FocusRing(self, radius=10, inset=14)

    def set_badge(self, count: int) -> None:
        """A small number on the icon; 0: none."""
        if count != self._badge:
            self._badge = count
            self._name_it()
            self.update()

    def _name_it(self) -> None:
        waiting = self.tr("{count} waiting").format(count=self._badge) if self._badge else ""
        self.setAccessibleName(f"{self._to.word}, {waiting}" if waiting else self._to.word)

    def sizeHint(self) -> QSize:
        return QSize(width(), theme.px(ITEM))

    def minimumSizeHint(self) -> QSize:
        return QSize(width(), LEAST)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        shown = self.isChecked()
        if shown or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.action_tint if shown else colours.tint))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 0, -8, 0), 10, 10)
        if shown:
            painter.setBrush(QColor(colours.action_fill))
            painter.drawRoundedRect(QRectF(-4, 14, 8, self.height() - 28), 2, 2)
        self._paint_face(painter, QColor(colours.action_text if shown else colours.quiet), shown)

    def icon_size(self) -> int:
        """What a short window leaves for the icon; 0: none. Neither the word gives way nor the air between."""
        size = min(theme.px(ICON), self.height() - theme.px(WORD) - CLOSE - AIR)
        return size if size >= theme.px(SMALLEST_ICON) else 0

    def _paint_face(self, painter: QPainter, colour: QColor, shown: bool) -> None:
        middle, size, tall = self.width() / 2, self.icon_size(), theme.px(WORD)
        top = (self.height() - size - tall - (CLOSE if size else 0)) / 2
        if size:
            paint_icon(painter, QRectF(middle - size / 2, top, size, size), self._to.icon, colour)
        face = theme.font(13.5, theme.STRONG if shown else theme.MEDIUM)
        face.setPixelSize(min(face.pixelSize(), self._fitting(face.pixelSize())))
        painter.setFont(face)
        painter.setPen(colour)
        line = QRectF(0, top + size + (CLOSE if size else 0), self.width(), tall)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._to.word)
        if self._badge:
            at = middle + size * 0.66 if size else self.width() - 14
            self._paint_badge(painter, QPointF(at, top + 2 if size else 12))

    def _fitting(self, wanted: int) -> int:
        """The largest size at which the word fits the column: large text must not be cut."""
        width = QFontMetricsF(theme.font(13.5, theme.STRONG)).horizontalAdvance(self._to.word)
        return int(wanted * min(1.0, (self.width() - 26) / max(width, 1.0)))

    def _paint_badge(self, painter: QPainter, middle: QPointF) -> None:
        colours = theme.current()
        text = str(self._badge) if self._badge < 100 else "99+"
        face = theme.font(11, theme.STRONG)
        half = max(9.0, QFontMetricsF(face).horizontalAdvance(text) / 2 + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.stop_fill))
        area = QRectF(middle.x() - half, middle.y() - 9, half * 2, 18)
        painter.drawRoundedRect(area, 9, 9)
        painter.setPen(QColor(colours.stop_text))
        painter.setFont(face)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class Navigation(QFrame):
    """The pages that exist, Help at the foot."""

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[Destination], help_page: Destination | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(width())
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 20)
        column.setSpacing(4)
        for page in pages:
            column.addWidget(self._button(page))
        column.addStretch(1)
        if help_page is not None:
            column.addWidget(self._button(help_page))

    def _button(self, to: Destination) -> NavButton:
        button = NavButton(to, self)
        self._group.addButton(button)
        self._buttons[to.name] = button
        button.clicked.connect(lambda: self.chosen.emit(to.name))
        return button

    def show_chosen(self, name: str) -> None:
        """Mark a page as the one that is shown; a page without a button marks none."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def focus_chosen(self) -> None:
        """Put the keyboard on the page that is marked."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_badge(self, name: str, count: int) -> None:
        """A small number on a page's icon."""
        self._buttons[name].set_badge(count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(colours.line))
