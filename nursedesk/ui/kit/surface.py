"""Rounded grounds: the one way the kit paints a filled shape with a border."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from nursedesk.ui import theme

RADIUS, PILL, CHIP, LABEL = 10, 8, 6, 4


def paint_ground(
    painter: QPainter,
    rect: QRectF,
    fill: QColor | None,
    border: QColor | None = None,
    width: float = 1,
    radius: float = RADIUS,
    *,
    dashed: bool = False,
) -> None:
    """Fill a rounded rectangle and draw its border inside it, crisp at any width.

    Dashed: what cannot be pressed now, in the themes where no tint says so.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2 if border else 0.0
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(border, width, style) if border else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
    painter.restore()


def paint_panel(
    painter: QPainter, rect: QRectF, colours: theme.Theme, edge: QColor | None = None, wide: float = 6
) -> None:
    """A panel: surface, hairline, a darker bottom line for a shadow, `wide` px of edge in the state's colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, rect, QColor(colours.surface), QColor(colours.line))
    if colours.edge_shadow != colours.line:
        painter.setPen(QPen(QColor(colours.edge_shadow), 1))
        y = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left() + RADIUS, y), QPointF(rect.right() - RADIUS, y))
    if edge is not None:
        path = QPainterPath()
        path.addRoundedRect(rect, RADIUS, RADIUS)
        strip = QPainterPath()
        strip.addRect(QRectF(rect.left(), rect.top(), wide, rect.height()))
        painter.fillPath(path.intersected(strip), edge)
    painter.restore()


def hairline(painter: QPainter, left: float, right: float, y: float, colours: theme.Theme) -> None:
    """A 1 px line across, on the pixel."""
    painter.fillRect(QRectF(left, round(y), right - left, 1), QColor(colours.line))
