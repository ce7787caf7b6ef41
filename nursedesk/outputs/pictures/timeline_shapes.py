"""Small strokes the timeline is made of: words on a baseline, hatching, a push's triangle."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from nursedesk.outputs.pictures.timeline_layout import Taken
from nursedesk.outputs.pictures.timeline_style import TimelineStyle


def text_at(
    painter: QPainter,
    at: QPointF,
    text: str,
    size: float,
    color: str | QColor,
    style: TimelineStyle,
    bold: bool = False,
) -> None:
    """Words with their baseline's left end at a point; `color` is a token or a colour."""
    if not text:
        return
    painter.setFont(style.font(size, bold))
    painter.setPen(style.color(color) if isinstance(color, str) else color)
    painter.drawText(at, text)


def cleared(painter: QPainter, box: QRectF, taken: Taken, style: TimelineStyle) -> None:
    """Plain ground under words, so that no grid line runs through them."""
    token = "sunk" if box.left() > taken.ahead else "surface"
    painter.fillRect(box.adjusted(-style.px(2), 1, style.px(2), -1), style.color(token))


def elided(text: str, width: float, size: float, style: TimelineStyle, bold: bool = False) -> str:
    """The words, cut with an ellipsis where they are wider than `width`."""
    return QFontMetricsF(style.font(size, bold)).elidedText(text, Qt.TextElideMode.ElideRight, width)


def hatch(painter: QPainter, area: QRectF, pen: QPen, spacing: float, radius: float = 0.0) -> None:
    """Slanting lines, clipped to the area: they print better than a pattern brush."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(pen)
    height = area.height()
    # Anchored to whole multiples of the spacing, so that the pattern stands still while a bar grows.
    x = (area.left() - height) // spacing * spacing
    while x < area.right():
        painter.drawLine(QLineF(x, area.bottom(), x + height, area.top()))
        x += spacing
    painter.restore()


def triangle(painter: QPainter, x: float, top: float, half: float) -> None:
    """A push: a filled triangle that points down at its minute."""
    painter.drawPolygon(QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + half * 1.6)]))


def struck_text(painter: QPainter, at: QPointF, text: str, size: float, color: str, style: TimelineStyle) -> None:
    """Words with a line through them: a time that no longer counts."""
    text_at(painter, at, text, size, color, style)
    painter.setPen(QPen(style.color(color), max(style.px(1), 0.75)))
    y = at.y() - style.px(size) * 0.34
    painter.drawLine(QLineF(at.x() - 1, y, at.x() + style.width(text, size) + 1, y))
