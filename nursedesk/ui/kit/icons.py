"""Icons from outlines: painted in any colour and size, or as a QIcon that follows the theme."""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from nursedesk.ui import theme
from nursedesk.ui.kit.icon_paths import ICONS

GRID, STROKE = 24.0, 1.75
_TOKEN = re.compile(r"[MLHVCZORD]|-?\d+(?:\.\d+)?")


@lru_cache(maxsize=128)
def outline(name: str) -> tuple[QPainterPath, QPainterPath]:
    """(stroked, filled) outlines of an icon on the 24 grid."""
    stroked, filled = QPainterPath(), QPainterPath()
    for part in ICONS[name]:
        tokens = _TOKEN.findall(part)
        numbers = [float(token) for token in tokens if not token.isalpha()]
        if tokens[0] in "OD":
            x, y, r = numbers
            (filled if tokens[0] == "D" else stroked).addEllipse(QPointF(x, y), r, r)
        elif tokens[0] == "R":
            x, y, w, h, r = numbers
            stroked.addRoundedRect(QRectF(x, y, w, h), r, r)
        else:
            _trace(stroked, tokens)
    return stroked, filled


def _trace(path: QPainterPath, tokens: list[str]) -> None:
    """Absolute M L H V C Z only: all the outlines need."""
    at = 0
    while at < len(tokens):
        command, at = tokens[at], at + 1
        if command == "Z":
            path.closeSubpath()
            continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6}[command]
        n = [float(token) for token in tokens[at : at + count]]
        at += count
        here = path.currentPosition()
        if command == "M":
            path.moveTo(n[0], n[1])
        elif command == "C":
            path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
        else:
            x = here.x() if command == "V" else n[0]
            y = here.y() if command == "H" else n[-1]
            path.lineTo(x, y)


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor, weight: float = STROKE) -> None:
    """Paint an icon to fill a square; the pen scales with it."""
    stroked, filled = outline(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    pen = QPen(colour, weight, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(stroked, pen)
    if not filled.isEmpty():
        painter.fillPath(filled, colour)
        painter.strokePath(filled, QPen(colour, 0.6))
    painter.restore()


def icon(name: str, colour: str | None = None, size: int = 24) -> QIcon:
    """A QIcon for the parts Qt paints (menus); in the ink of the theme unless told otherwise."""
    made = QIcon()
    for ratio in (1, 2):
        picture = QPixmap(QSize(size, size) * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, QRectF(picture.rect()), name, QColor(colour or theme.current().ink))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        made.addPixmap(picture)
    return made
