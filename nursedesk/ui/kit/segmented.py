"""A choice of two to five, side by side: rounded only at the ends, the chosen part in ink."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.surface import RADIUS, paint_ground


class Segment(QPushButton):
    """One part; a checkable button."""

    def __init__(self, text: str, name: str, size: float, parent: "Segmented") -> None:
        super().__init__(text, parent)
        self._size, self._whole = size, parent
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._ring = FocusRing(self, 6, 4)

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font(self._size, theme.STRONG)).horizontalAdvance(self.text())
        return QSize(round(width) + 2 * theme.px(16), max(theme.px(44), 44))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fitted(self) -> float:
        """The type size at which the word fits: smaller before it gets dots."""
        size = self._size
        while size > self._size * 0.65 and theme.advance(self.text(), size, theme.STRONG) > self.width() - 12:
            size -= 0.5
        return size

    def _ground(self) -> QPainterPath:
        """Its share of the control's rounded outline, so that only its ends are round."""
        whole, own = QPainterPath(), QPainterPath()
        outer = QRectF(self._whole.rect()).translated(-self.x(), -self.y())
        whole.addRoundedRect(outer.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        own.addRect(QRectF(self.rect()))
        return whole.intersected(own)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, live = self.isChecked(), self.isEnabled()
        if chosen or (live and self.underMouse()):
            painter.fillPath(self._ground(), QColor(colours.stop_fill if chosen and live else colours.tint))
        painter.setFont(theme.font(self._whole.size_of_all(), theme.STRONG if chosen else theme.MEDIUM))
        ink = (
            colours.stop_text
            if chosen and live
            else colours.ink
            if chosen
            else theme.hint(colours)
            if not live
            else colours.quiet
        )
        painter.setPen(QColor(ink))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 12)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Segmented(QWidget):
    """`chosen(key)` when a person picks another part; arrows move between parts."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        spoken: str = "",
        size: float = 14,
        height: int = 44,
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (key, word) pairs."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._height = height
        self._keys = tuple(key for key, _ in options)
        self._group = QButtonGroup(self)
        self._parts: list[Segment] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for index, (key, word) in enumerate(options):
            part = Segment(word, f"{name}_{key}", size, self)
            self._group.addButton(part, index)
            self._parts.append(part)
            row.addWidget(part)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._keys[index]))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(height), 44))

    def size_of_all(self) -> float:
        """One type size for every part: a long word never makes itself less than its neighbours."""
        return min(part.fitted() for part in self._parts)

    def choose(self, key: str) -> None:
        """Show a choice without announcing it."""
        if key in self._keys:
            self._group.button(self._keys.index(key)).setChecked(True)

    def choice(self) -> str:
        """The key shown as chosen, or an empty string."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else ""

    def part(self, key: str) -> QWidget:
        """The button of a key."""
        return self._group.button(self._keys.index(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        index = (self._group.checkedId() + step) % len(self._keys)
        part = self._group.button(index)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_ground(painter, rect, QColor(colours.surface))
        for button in self._group.buttons()[1:]:
            painter.fillRect(QRectF(button.x() - 1, 1, 1, self.height() - 2), QColor(colours.line_strong))
        paint_ground(painter, rect, None, QColor(colours.line_strong))
