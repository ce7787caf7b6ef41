"""The form on pages: one layout for PDF, printer and preview, painted by one function."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.boxes import box_pieces, signature_piece
from nursedesk.outputs.paper.flow import Page, Piece, air, height_of, pages
from nursedesk.outputs.paper.head import grid_piece, head_piece, paint_footer, running_head
from nursedesk.outputs.paper.lines import timeline_pieces
from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import EDGE, FOOTER, MARGIN, POINT, Paper
from nursedesk.outputs.paper.tables import charge_pieces, given_pieces, section

GIVEN_NOTE = "times are clock minutes; minutes are running time, pauses out"
TIMELINE_NOTE = "hatched: minutes two lines share · dashes: paused · marks: minutes where the ticket changes"
_WAYS = ((11.0, 1.0), (8.5, 1.0), (6.5, 1.0), (7.0, 0.98), (7.0, 0.96), (7.0, 0.95), (6.0, 0.94), (5.0, 0.92))
"""Points between sections and size of the type: the first that puts a visit on one page is taken; the smallest
type is then 6 points. A visit that needs more pages has the first."""
_HOPELESS = 1.25
"""Pages of a visit that no way brings onto one."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A form broken into pages of one paper size."""

    sheet: Sheet
    paper: Paper
    pages: tuple[Page, ...]
    further_top: float
    """Where the body of every page after the first begins."""
    size: float = 1.0
    """Of the body's type; the barcode and the margins keep theirs."""


def lay_out(sheet: Sheet, paper: Paper = Paper.LETTER) -> Layout:
    """Break the form into pages: one for a usual visit, more for a long one. Needs a QGuiApplication."""
    width, height = paper.size
    body = height - 2 * EDGE - FOOTER
    head = running_head(sheet, width - 2 * MARGIN)
    at_first: tuple[Piece, ...] = ()
    for space, size in _WAYS:
        pieces = tuple(_pieces(sheet, (width - 2 * MARGIN) / size, space * POINT, size))
        at_first = at_first or pieces
        if height_of(pieces) * size <= body:
            return Layout(sheet, paper, pages(pieces, float("inf"), float("inf")), EDGE, size)
        if height_of(pieces) > _HOPELESS * body:
            break
    return Layout(sheet, paper, pages(at_first, body, body - head.height), EDGE + head.height)


def _pieces(sheet: Sheet, width: float, space: float, size: float) -> Iterable[Piece]:
    yield head_piece(sheet, width, size)
    yield grid_piece(sheet, width)
    yield air(space)
    say = sheet.say
    yield section(say("Drugs and fluids given"), say(GIVEN_NOTE), width)
    yield from given_pieces(sheet, width)
    lines = timeline_pieces(sheet.timeline, width, sheet.say) if sheet.timeline else ()
    if lines:
        yield air(space)
        yield section(say("Timeline"), say(TIMELINE_NOTE), width)
        yield from lines
    yield air(space)
    yield section(say("Charges"), sheet.charges_order, width)
    yield from charge_pieces(sheet, width)
    yield air(space)
    yield from box_pieces(sheet, width)
    yield air(space)
    yield signature_piece(sheet, width)


def paint_page(painter: QPainter, layout: Layout, number: int) -> None:
    """Paint page `number` (from 1) on a painter whose unit is a twentieth of a point, from the paper's corner."""
    width, height = layout.paper.size
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    top = EDGE
    if number > 1:
        running_head(layout.sheet, width - 2 * MARGIN).paint(painter, MARGIN, EDGE)
        top = layout.further_top
    painter.save()
    painter.scale(layout.size, layout.size)
    for piece, drop in layout.pages[number - 1]:
        piece.paint(painter, MARGIN / layout.size, top / layout.size + drop)
    painter.restore()
    paint_footer(painter, layout.sheet, width, height, number, len(layout.pages))


def preview(sheet: Sheet, width_px: int, page: int = 1, paper: Paper | str = Paper.LETTER) -> QImage:
    """Page `page` as a picture `width_px` wide, by the painter that prints it."""
    return picture(lay_out(sheet, Paper(paper)), width_px, page)


def picture(layout: Layout, width_px: int, page: int = 1) -> QImage:
    """A page of a layout as a picture; a page that is not there gives the nearest."""
    width, height = layout.paper.size
    scale = width_px / width
    image = QImage(width_px, round(height * scale), QImage.Format.Format_RGB32)
    image.fill(ink.WHITE)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, width, height))
    paint_page(painter, layout, min(max(page, 1), len(layout.pages)))
    painter.end()
    return image
