"""Lines, boxes and greys of the form: black on white, two greys, nothing a photocopier loses."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from nursedesk.outputs.paper.page import POINT

BLACK = QColor("#000000")
GREY = QColor("#D9D9D9")
PALE = QColor("#ECECEC")
FAINT = QColor("#8C8C8C")
"""Of hairlines only; fills are the two greys."""
WHITE = QColor("#FFFFFF")
NO_FILL = QBrush(Qt.BrushStyle.NoBrush)
HAIR = 0.45 * POINT
RULE = 0.7 * POINT
BAR = 0.8 * POINT
_HATCH = 3.4 * POINT


def pen(width: float, colour: QColor = BLACK) -> QPen:
    """A pen with square ends, so that rules meet their corners."""
    made = QPen(colour, width)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return made


def rule(painter: QPainter, x: float, y: float, width: float, weight: float = HAIR) -> None:
    """A horizontal line; a hairline between rows stands back behind the text."""
    painter.setPen(pen(weight, FAINT if weight == HAIR else BLACK))
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def upright(
    painter: QPainter, x: float, y: float, height: float, weight: float = HAIR, colour: QColor = BLACK
) -> None:
    """A vertical line."""
    painter.setPen(pen(weight, colour))
    painter.drawLine(QPointF(x, y), QPointF(x, y + height))


def box(painter: QPainter, rect: QRectF, fill: QColor | None = None, weight: float = RULE) -> None:
    """A rectangle; without a fill what is under it shows."""
    painter.setPen(pen(weight))
    painter.setBrush(QBrush(fill) if fill else NO_FILL)
    painter.drawRect(rect)
    painter.setBrush(NO_FILL)


def ink(painter: QPainter) -> None:
    """Black again, for text."""
    painter.setPen(pen(RULE))


def hatch(painter: QPainter, rect: QRectF) -> None:
    """Slanting lines inside a rectangle, as lines: a pattern brush prints as a grey blur."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen(0.4 * POINT))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += _HATCH
    painter.restore()


def dashes(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """A broken line: paused."""
    broken = pen(BAR)
    broken.setDashPattern([3.0, 2.4])
    painter.setPen(broken)
    painter.drawLine(start, end)
