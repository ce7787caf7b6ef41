"""Painted check boxes and switches."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import paint_ground

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class CheckBox(QCheckBox):
    """A 22 px box in a 44 px row, with an optional quiet part after the words."""

    def __init__(
        self, text: str, *, name: str, note: str = "", size: float = 15, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._note, self._size = note, size
        self.setObjectName(name)
        self.setAccessibleName(f"{text} {note}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._ring = FocusRing(self, 6, 4)

    def mark_width(self) -> int:
        """Room the box or switch takes, px."""
        return theme.px(22)

    def _left(self) -> int:
        return self.mark_width() + theme.px(8)

    def sizeHint(self) -> QSize:
        face = QFontMetricsF(theme.font(self._size, theme.MEDIUM))
        width = self._left() + face.horizontalAdvance(f"{self.text()} {self._note}") + 8
        return QSize(round(width), max(theme.px(44), 44))

    def minimumSizeHint(self) -> QSize:
        words = f"{self.text()} {self._note}".split()
        longest = max((theme.advance(word, self._size, theme.MEDIUM) for word in words), default=0)
        return QSize(round(self._left() + longest + 8), max(theme.px(44), 44))

    def heightForWidth(self, width: int) -> int:
        """Taller where the words do not fit beside each other: the quiet part then stands below."""
        least = max(theme.px(44), 44)
        if width >= self.sizeHint().width():
            return least
        first, second = self._blocks(width)
        return max(least, round(first + second) + theme.px(12))

    def _blocks(self, width: int) -> tuple[float, float]:
        """Heights of the words and of the quiet part, wrapped, px."""
        heights = []
        for text, weight in ((self.text(), theme.MEDIUM), (self._note, theme.REGULAR)):
            face = QFontMetricsF(theme.shared_font(self._size, weight))
            room = QRectF(0, 0, max(width - self._left(), 1), 10_000)
            heights.append(face.boundingRect(room, WRAPPED, text).height() if text else 0.0)
        return heights[0], heights[1]

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_mark(painter, colours)
        if self.width() < self.sizeHint().width():
            self._paint_wrapped(painter, colours)
            return
        face = theme.font(self._size, theme.MEDIUM)
        metrics = QFontMetricsF(face)
        base, x = (self.height() + metrics.capHeight()) / 2, self.mark_width() + theme.px(8)
        painter.setFont(face)
        painter.setPen(QColor(colours.ink if self.isEnabled() else theme.hint(colours)))
        painter.drawText(QPointF(x, base), self.text())
        if self._note:
            painter.setFont(theme.font(self._size))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QPointF(x + metrics.horizontalAdvance(self.text() + " "), base), self._note)

    def _paint_wrapped(self, painter: QPainter, colours: theme.Theme) -> None:
        first, second = self._blocks(self.width())
        left, top = self._left(), (self.height() - first - second) / 2
        ink = colours.ink if self.isEnabled() else colours.quiet
        for text, weight, colour, y, tall in (
            (self.text(), theme.MEDIUM, ink, top, first),
            (self._note, theme.REGULAR, colours.quiet, top + first, second),
        ):
            painter.setFont(theme.shared_font(self._size, weight))
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, y, self.width() - left, tall + 1), WRAPPED, text)

    def paint_mark(self, painter: QPainter, colours: theme.Theme) -> None:
        """The box itself."""
        size = self.mark_width()
        box = QRectF(0, (self.height() - size) / 2, size, size)
        if self.isChecked():
            paint_ground(painter, box, QColor(colours.action_fill), None, 0, 5)
            paint_icon(painter, box.adjusted(4, 4, -4, -4), "close", QColor(colours.on_action), 2.6)
        else:
            paint_ground(painter, box, QColor(colours.surface), QColor(colours.field_border), 1.5, 5)


class Toggle(CheckBox):
    """On or off: a switch whose knob and check say it without colour."""

    def mark_width(self) -> int:
        return theme.px(44)

    def paint_mark(self, painter: QPainter, colours: theme.Theme) -> None:
        tall = theme.px(26)
        box = QRectF(0, (self.height() - tall) / 2, self.mark_width(), tall)
        on = self.isChecked()
        fill, border = (
            (colours.action_fill, colours.action_fill) if on else (colours.surface, colours.field_border)
        )
        paint_ground(painter, box, QColor(fill), QColor(border), 1.5, tall / 2)
        knob = QRectF(box.right() - tall + 4 if on else box.left() + 4, box.top() + 4, tall - 8, tall - 8)
        paint_ground(
            painter, knob, QColor(colours.on_action if on else colours.field_border), None, 0, tall / 2 - 4
        )
        if on:
            paint_icon(painter, knob.adjusted(3, 3, -3, -3), "close", QColor(colours.action_fill), 3)
