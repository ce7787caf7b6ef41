"""Painted check boxes and switches."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.focus import FocusRing
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import paint_ground


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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ring = FocusRing(self, 6, 4)

    def mark_width(self) -> int:
        """Room the box or switch takes, px."""
        return theme.px(22)

    def sizeHint(self) -> QSize:
        face = QFontMetricsF(theme.font(self._size, theme.MEDIUM))
        width = self.mark_width() + theme.px(8) + face.horizontalAdvance(f"{self.text()} {self._note}") + 8
        return QSize(round(width), max(theme.px(44), 44))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_mark(painter, colours)
        face = theme.font(self._size, theme.MEDIUM)
        metrics = QFontMetricsF(face)
        base, x = (self.height() + metrics.capHeight()) / 2, self.mark_width() + theme.px(8)
        painter.setFont(face)
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.quiet))
        painter.drawText(QPointF(x, base), self.text())
        if self._note:
            painter.setFont(theme.font(self._size))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QPointF(x + metrics.horizontalAdvance(self.text() + " "), base), self._note)

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
