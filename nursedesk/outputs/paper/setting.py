"""Setting type: paragraphs of runs broken to a width, measured before they are painted.

Text is drawn as it is written: no markup is read, a word longer than its column is broken, nothing is cut off.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from nursedesk.outputs.paper.model import Cell, Para, Weight
from nursedesk.outputs.paper.page import POINT, Kind, font

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


_FIGURE_PARTED = re.compile(r"[\d.,]*\d $")
_DATE_PARTED = re.compile(r"\d-$|\d-[A-Za-z]{3}-$")


@dataclass(frozen=True, slots=True)
class SetText:
    """Type that is set: its height, the width its longest line takes, and each paragraph with its own top."""

    height: float
    width: float
    paragraphs: tuple[tuple[QTextLayout, float], ...]

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        for layout, top in self.paragraphs:
            layout.draw(painter, QPointF(x, y + top))


def set_text(
    cell: Cell, width: float, kind: Kind, align: Qt.AlignmentFlag = LEFT, spacing: float = 0.0
) -> SetText:
    """Break a cell to `width` units. `spacing` is extra space between letters in points."""
    top, widest = 0.0, 0.0
    set_paragraphs = []
    for paragraph in cell:
        layout, height, used = _set_paragraph(paragraph, width, kind, align, spacing)
        set_paragraphs.append((layout, top))
        top, widest = top + height, max(widest, used)
    return SetText(top, widest, tuple(set_paragraphs))


def _set_paragraph(
    paragraph: Para, width: float, kind: Kind, align: Qt.AlignmentFlag, spacing: float
) -> tuple[QTextLayout, float, float]:
    layout = QTextLayout("".join(run.text for run in paragraph), font(kind.size))
    layout.setFormats(_formats(paragraph, kind, spacing))
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    # A name in Hebrew or Arabic reads its own way; the form around it stays left to right.
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    step = max((kind.points(run.weight) for run in paragraph), default=kind.size) * kind.leading * POINT
    height, used = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if kept := _shorter(layout.text(), line.textStart(), line.textLength()):
            line.setNumColumns(kept, width)
        # Lines of a fallback face are taller: the leading is the form's own, so rows stay even.
        line.setPosition(QPointF(0.0, height + (step - line.height()) / 2))
        height, used = height + step, max(used, line.naturalTextWidth())
    layout.endLayout()
    return layout, height, used


def _shorter(text: str, start: int, length: int) -> int:
    """How long a line should be instead, so that no figure is parted from its unit and no date; 0: as it is."""
    end = start + length
    if not text.isascii() and max(text) > "\uffff":
        return 0  # Qt counts an emoji as two: places would not agree.
    if end < len(text) and _DATE_PARTED.search(text[start:end]) and text[end].isalnum():
        return text[start:end].rfind(" ") + 1
    if (
        end >= len(text)
        or not _FIGURE_PARTED.search(text[start:end])
        or not (text[end].isalpha() or text[end] == "%")
    ):
        return 0
    return text[start : end - 1].rfind(" ") + 1


def _formats(paragraph: Para, kind: Kind, spacing: float) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in paragraph:
        # Qt counts UTF-16 units: an emoji is two.
        length = len(run.text.encode("utf-16-le")) // 2
        look = QTextCharFormat()
        face = font(kind.points(run.weight), run.weight, spacing)
        face.setStrikeOut(run.struck)
        look.setFont(face)
        stretch = QTextLayout.FormatRange()
        stretch.start, stretch.length, stretch.format = start, length, look
        formats.append(stretch)
        start += length
    return formats


def width_of(text: str, kind: Kind, weight: Weight = Weight.PLAIN) -> float:
    """How wide a line of text is, in units."""
    return QFontMetricsF(font(kind.points(weight), weight)).horizontalAdvance(text)
