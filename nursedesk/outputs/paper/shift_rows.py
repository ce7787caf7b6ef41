"""The rows of the printed shift log: quick to set where a cell fits its column, broken where it does not."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.model import Run, Weight
from nursedesk.outputs.paper.page import POINT, Kind, font
from nursedesk.outputs.paper.setting import SetText, set_text

KIND = Kind(7.0, leading=1.2)
LINE = KIND.size * KIND.leading * POINT
PAD = 1.7 * POINT


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, where it begins and ends in thousandths of the width, whether it holds figures."""

    head: str
    begin: int
    end: int
    right: bool = False


@lru_cache(maxsize=4)
def face(weight: Weight) -> QFont:
    """The face of a weight; made once, because making one costs as much as a row."""
    return font(KIND.size, weight)


@lru_cache(maxsize=4)
def metrics(weight: Weight) -> QFontMetricsF:
    """Its measures."""
    return QFontMetricsF(face(weight))


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a column: as it is when it fits, else set over lines."""

    text: str
    width: float
    weight: Weight
    broken: SetText | None

    @property
    def height(self) -> float:
        return LINE if self.broken is None else self.broken.height

    def paint(self, painter: QPainter, x: float, y: float, room: float, right: bool) -> None:
        if self.broken is not None:
            self.broken.paint(painter, x, y)
            return
        painter.setFont(face(self.weight))
        left = x + room - self.width if right else x
        measures = metrics(self.weight)
        painter.drawText(QPointF(left, y + (LINE - measures.height()) / 2 + measures.ascent()), self.text)


def cell(text: str, room: float, weight: Weight = Weight.PLAIN) -> Cell:
    """Text that can be shown as a cell `room` wide; other people's goes through `one_line` before."""
    width = metrics(weight).horizontalAdvance(text) if text else 0.0
    # What may read from right to left is set, so that the form around it stays left to right.
    broken = set_text(((Run(text, weight),),), room, KIND) if width > room or not text.isascii() else None
    return Cell(text, width, weight, broken)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is never broken across pages."""

    cells: tuple[Cell, ...]
    columns: tuple[Column, ...]
    height: float
    band: bool = False

    def paint(self, painter: QPainter, x: float, y: float, width: float) -> None:
        if self.band:
            painter.fillRect(QRectF(x, y, width, self.height), ink.PALE)
            ink.rule(painter, x, y, width, ink.RULE)
        ink.ink(painter)
        for column, one in zip(self.columns, self.cells, strict=True):
            if one.text:
                left = x + column.begin * width / 1000
                one.paint(painter, left, y + PAD, (column.end - column.begin) * width / 1000, column.right)
        ink.rule(painter, x, y + self.height, width)


def row(
    texts: Sequence[str],
    columns: tuple[Column, ...],
    width: float,
    strong: frozenset[int] = frozenset(),
    band: bool = False,
) -> Row:
    """Texts as a row; the cells at the places `strong` are set strong."""
    cells = tuple(
        cell(text, (column.end - column.begin) * width / 1000, Weight.STRONG if at in strong else Weight.PLAIN)
        for at, (text, column) in enumerate(zip(texts, columns, strict=True))
    )
    return Row(cells, columns, max(one.height for one in cells) + 2 * PAD, band)
