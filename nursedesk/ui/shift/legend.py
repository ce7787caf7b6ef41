"""What the signs of the room's picture mean: each drawn as it is drawn there, with its word."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nursedesk.ui import theme

SIZE, ROW = 13, 26
MARK, AFTER, GAP = 24, 8, 20
"""Design pixels of a sign, between it and its word, and to the next one."""


class RoomLegend(QWidget):
    """Signs with words, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = (
            ("stay", self.tr("somebody in the chair")),
            ("drug", self.tr("drug")),
            ("fluid", self.tr("fluid")),
            ("push", self.tr("push")),
            ("up", self.tr("still up")),
        )
        words = ", ".join(word for _, word in self._entries)
        self.setObjectName("shiftRoomLegend")
        self.setAccessibleName(self.tr("Legend: {words}").format(words=words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(0, (self._places()[-1][3] + 1) * theme.px(ROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _places(self) -> list[tuple[str, str, float, int]]:
        """(sign, word, left, row) of each entry."""
        placed, x, row = [], 0.0, 0
        for sign, word in self._entries:
            wide = theme.px(MARK + AFTER) + theme.advance(word, SIZE)
            if x and x + wide > self.width():
                x, row = 0.0, row + 1
            placed.append((sign, word, x, row))
            x += wide + theme.px(GAP)
        return placed

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = theme.shared_font(SIZE, theme.REGULAR)
        down = QFontMetricsF(face).capHeight() / 2
        for sign, word, x, row in self._places():
            middle = (row + 0.5) * theme.px(ROW)
            _paint_sign(painter, sign, QRectF(x, middle - theme.px(8), theme.px(MARK), theme.px(16)))
            painter.setFont(face)
            painter.setPen(QColor(theme.current().quiet))
            painter.drawText(QPointF(x + theme.px(MARK + AFTER), middle + down), word)


def _paint_sign(painter: QPainter, sign: str, box: QRectF) -> None:
    colours, middle = theme.current(), box.center().y()
    if sign == "fluid":
        painter.setPen(QPen(QColor(colours.quiet), theme.px(3)))
        painter.drawLine(QLineF(box.left(), middle, box.right(), middle))
    elif sign in ("stay", "drug"):
        painter.setPen(QPen(QColor(colours.line_strong if sign == "stay" else colours.ink), 1))
        painter.setBrush(QColor(colours.sunk if sign == "stay" else colours.timeline_segment))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        half = theme.px(6)
        x = box.center().x()
        push = [QPointF(x - half, middle - half), QPointF(x + half, middle - half), QPointF(x, middle + half)]
        arrow = [QPointF(x - half, middle - half), QPointF(x + half, middle), QPointF(x - half, middle + half)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink if sign == "push" else colours.needs_stop_fill))
        painter.drawPolygon(QPolygonF(push if sign == "push" else arrow))
