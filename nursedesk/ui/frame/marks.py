"""The drop, alone or over the middle of the navigation."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import paint_icon


class Drop(QWidget):
    """The mark of the desk, in the action colour; `width` px wide when more is given than its size."""

    def __init__(self, size: int, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = theme.px(size)
        self.setFixedSize(max(width, self._size), self._size + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        left = (self.width() - self._size) / 2
        box = QRectF(left, 2, self._size, self._size)
        paint_icon(QPainter(self), box, "drop", QColor(theme.current().action_fill), 1.6)
