"""Shapes that say a state without colour, the marks of Stop and Start, the push mark and the hatch."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


class Shape(StrEnum):
    RING = "ring"
    """Free."""
    SQUARE = "square"
    """Checked in."""
    DIAMOND = "diamond"
    """Prepared."""
    DISC = "disc"
    """Running."""
    HALF = "half"
    """Paused."""
    TRIANGLE = "triangle"
    """Needs stop."""
    CHECK = "check"
    """Ready to close."""
    BAR = "bar"
    """Out of service."""
    STOP = "stop"
    START = "start"


def paint_shape(painter: QPainter, rect: QRectF, shape: Shape, colour: QColor) -> None:
    """Paint one shape into a square, in one colour, with a stroke in proportion to its size."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = max(rect.width() * 0.15, 1.5)
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    pen = QPen(colour, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if shape in (Shape.DISC, Shape.TRIANGLE, Shape.STOP, Shape.START):
        painter.fillPath(_filled(rect, shape), colour)
    else:
        painter.setPen(pen)
        _stroked(painter, inner, shape, colour)
    painter.restore()


def _filled(rect: QRectF, shape: Shape) -> QPainterPath:
    path = QPainterPath()
    if shape is Shape.DISC:
        path.addEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    elif shape is Shape.STOP:
        path.addRoundedRect(rect, rect.width() * 0.1, rect.width() * 0.1)
    elif shape is Shape.START:
        path.addPolygon(QPolygonF([rect.topLeft(), QPointF(rect.right(), rect.center().y()), rect.bottomLeft()]))
    else:
        top = QPointF(rect.center().x(), rect.top() + rect.height() * 0.04)
        base = rect.bottom() - rect.height() * 0.06
        path.addPolygon(QPolygonF([top, QPointF(rect.right(), base), QPointF(rect.left(), base)]))
    path.closeSubpath()
    return path


def _stroked(painter: QPainter, rect: QRectF, shape: Shape, colour: QColor) -> None:
    if shape is Shape.RING:
        painter.drawEllipse(rect)
    elif shape is Shape.SQUARE:
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    elif shape is Shape.DIAMOND:
        middle = rect.center()
        points = [
            QPointF(middle.x(), rect.top()),
            QPointF(rect.right(), middle.y()),
            QPointF(middle.x(), rect.bottom()),
            QPointF(rect.left(), middle.y()),
        ]
        painter.drawPolygon(QPolygonF(points))
    elif shape is Shape.HALF:
        painter.drawEllipse(rect)
        half = QPainterPath(QPointF(rect.center().x(), rect.top()))
        half.arcTo(rect, 90, 180)
        half.closeSubpath()
        painter.fillPath(half, colour)
    elif shape is Shape.BAR:
        painter.drawEllipse(rect)
        slope = rect.width() * 0.36
        middle = rect.center()
        painter.drawLine(middle + QPointF(-slope, slope), middle + QPointF(slope, -slope))
    else:
        points = [
            QPointF(rect.left() + rect.width() * 0.04, rect.top() + rect.height() * 0.54),
            QPointF(rect.left() + rect.width() * 0.36, rect.top() + rect.height() * 0.84),
            QPointF(rect.left() + rect.width() * 0.98, rect.top() + rect.height() * 0.16),
        ]
        painter.drawPolyline(QPolygonF(points))


def paint_push(painter: QPainter, foot: QPointF, size: float, colour: QColor) -> None:
    """A push: a small solid triangle standing with its base on `foot`."""
    path = QPainterPath(QPointF(foot.x(), foot.y() - size))
    path.lineTo(foot.x() + size * 0.62, foot.y())
    path.lineTo(foot.x() - size * 0.62, foot.y())
    path.closeSubpath()
    painter.fillPath(path, colour)


def paint_hatch(painter: QPainter, area: QPainterPath, colour: QColor, step: float = 5.0) -> None:
    """Diagonal lines clipped to an area: minutes two lines share. Lines print better than a pattern brush."""
    box = area.boundingRect()
    painter.save()
    painter.setClipPath(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 1))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += step
    painter.restore()
