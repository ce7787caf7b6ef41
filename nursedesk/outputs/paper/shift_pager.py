"""Pieces on pages one after the other, each page with its head and foot; nothing is held that is done."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPdfWriter

from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.model import plain, strong
from nursedesk.outputs.paper.page import EDGE, MARGIN, POINT, SMALL, Paper
from nursedesk.outputs.paper.setting import RIGHT, SetText, set_text
from nursedesk.outputs.paper.shift_rows import Row

Paint = Callable[[QPainter, float, float], None]


def text_piece(text: SetText) -> tuple[float, Paint]:
    """Set type as something that can be put on a page."""

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        text.paint(painter, x, y)

    return text.height, paint


class Pager:
    """Landscape pages of one size; without a painter it only counts them."""

    def __init__(
        self,
        painter: QPainter | None,
        writer: QPdfWriter | None,
        heads: tuple[str, str],
        paper: Paper,
        of: int = 0,
        say: Say = english,
    ) -> None:
        self._painter, self._writer, self._heads, self._of, self._say = painter, writer, heads, of, say
        height, width = paper.size
        self.width = width - 2 * MARGIN
        self._height, self._foot_top = height, height - EDGE - 20 * POINT
        self.page, self._top, self.fresh = 1, EDGE, True
        self.head: Row | None = None
        """Painted again at the top of every page."""

    def room(self) -> float:
        """What is left of the page."""
        return self._foot_top - self._top

    def put(self, height: float, paint: Paint) -> None:
        """Place a piece; a new page is begun for it where it does not fit and something is on this one."""
        if height > self.room() and not self.fresh:
            self.turn()
        if self._painter is not None:
            paint(self._painter, MARGIN, self._top)
        self._top += height
        self.fresh = False

    def put_row(self, one: Row) -> None:
        """Place a row of a table."""
        self.put(one.height, lambda painter, x, y: one.paint(painter, x, y, self.width))

    def space(self, height: float) -> None:
        """Leave some air, as far as the page has any."""
        self._top += min(height, max(self.room(), 0.0))

    def need(self, height: float) -> bool:
        """Begin a new page unless there is so much room or the page is fresh; says whether it did."""
        if height <= self.room() or self.fresh:
            return False
        self.turn()
        return True

    def turn(self) -> None:
        """Foot, then the head of the next page."""
        self._foot()
        if self._writer is not None:
            self._writer.newPage()
        self.page, self._top = self.page + 1, EDGE
        height, paint = text_piece(set_text((plain(self._heads[0]),), self.width, SMALL))
        if self._painter is not None:
            paint(self._painter, MARGIN, self._top)
        self._top += height + 5 * POINT
        if self.head is not None:
            if self._painter is not None:
                self.head.paint(self._painter, MARGIN, self._top, self.width)
            self._top += self.head.height
        self.fresh = True

    def finish(self) -> None:
        """The last foot."""
        self._foot()

    def _foot(self) -> None:
        if self._painter is None:
            return
        number = self._say("page {page} of {of}").format(page=self.page, of=self._of)
        right = set_text((strong(number),), 0.16 * self.width, SMALL, RIGHT)
        left = set_text((plain(self._heads[1]),), 0.82 * self.width, SMALL)
        top = self._height - EDGE - left.height
        ink.rule(self._painter, MARGIN, top - 3 * POINT, self.width, ink.RULE)
        ink.ink(self._painter)
        left.paint(self._painter, MARGIN, top)
        right.paint(self._painter, MARGIN + 0.84 * self.width, top)
