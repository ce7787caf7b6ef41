"""From pieces of known height to pages: what belongs together stays together, a table's head is repeated."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

Paint = Callable[[QPainter, float, float], None]
"""Paints at a left edge and a top, in units."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is never broken across pages."""

    height: float
    paint: Paint
    keep_next: bool = False
    """Stays with the piece after it: a heading with its first row."""
    repeat: "tuple[Piece, ...]" = ()
    """What is painted again above this piece when it begins a page."""
    air: bool = False
    """Only space: left out at the head of a page."""


Page = tuple[tuple[Piece, float], ...]
"""Pieces with their tops, from the top of the page's body."""


def pages(pieces: Iterable[Piece], first: float, further: float) -> tuple[Page, ...]:
    """Pieces on pages whose bodies are `first`, then `further` units high; at least one page."""
    done: list[Page] = []
    page: list[tuple[Piece, float]] = []
    top = 0.0
    for group in _groups(pieces):
        height = sum(piece.height for piece in group)
        room = further if done else first
        if page and top + height > room:
            done.append(tuple(page))
            page, top = [], 0.0
            group = (*group[0].repeat, *group)
        for piece in group:
            if piece.air and not page:
                continue
            page.append((piece, top))
            top += piece.height
    done.append(tuple(page))
    return tuple(done)


def height_of(pieces: Iterable[Piece]) -> float:
    """Height of pieces one under the other."""
    return sum(piece.height for piece in pieces)


def _groups(pieces: Iterable[Piece]) -> Iterable[tuple[Piece, ...]]:
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def stacked(pieces: Sequence[Piece]) -> Piece:
    """Pieces as one that is never broken."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        for piece in pieces:
            piece.paint(painter, x, y)
            y += piece.height

    return Piece(height_of(pieces), paint)


def air(height: float) -> Piece:
    """Empty space that goes away at the head of a page."""
    return Piece(height, lambda painter, x, y: None, keep_next=True, air=True)
