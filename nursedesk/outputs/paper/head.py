"""The head of the form: title, site, status, barcode and the patient grid; and the short head of further pages."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from nursedesk.outputs.barcode import Bars, NotEncodable, code128
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Piece
from nursedesk.outputs.paper.model import Field, Run, Sheet, SheetStatus, Weight, plain, strong
from nursedesk.outputs.paper.page import (
    EDGE,
    MARGIN,
    NUMBER,
    POINT,
    SITE,
    SMALL,
    STATUS,
    STATUS_LONG,
    TITLE,
    UNITS_PER_INCH,
    VALUE,
)
from nursedesk.outputs.paper.setting import CENTRE, SetText, set_text

TITLE_TEXT = "Charge ticket"
_DOT = UNITS_PER_INCH / 150
DOTS = 2
"""Of a module, at the coarsest printer and scanner that must do: 150 dpi."""
_BARS = 32 * POINT
_STATUS_WIDTH = 74 * POINT
_GAP = 13 * POINT
_SHORT = 8
"""Letters of a status that stand in its box in full size."""


def head_piece(sheet: Sheet, width: float, size: float = 1.0) -> Piece:
    """Title and site at the left, status box, barcode at the right edge.

    `size` is what everything is shrunk by afterwards: the bars are made that much wider, so that they are not.
    """
    bars = _bars(sheet.number)
    dot = _DOT / size
    code_width = bars.width * DOTS * dot if bars else 1.9 * UNITS_PER_INCH
    left_width = width - code_width - _STATUS_WIDTH - 2 * _GAP
    texts = (
        set_text((strong(sheet.say(TITLE_TEXT)),), left_width, TITLE),
        set_text(((Run(sheet.site, Weight.STRONG),),), left_width, SITE),
        set_text((plain(sheet.site_detail),), left_width, SMALL),
    )
    number = _number(sheet, code_width)
    height = max(sum(text.height for text in texts), _BARS + number.height + 3 * POINT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        top = y
        for text in texts:
            text.paint(painter, x, top)
            top += text.height
        right = x + width - code_width
        _paint_status(painter, sheet, right - _GAP - _STATUS_WIDTH, y)
        if bars:
            _paint_bars(painter, bars, right, y, dot)
        ink.ink(painter)
        number.paint(painter, right, y + (_BARS + 2.4 * POINT if bars else 6 * POINT))

    return Piece(height + 8 * POINT, paint)


def _bars(number: str) -> Bars | None:
    try:
        return code128(number)
    except NotEncodable:
        return None


def _number(sheet: Sheet, width: float) -> SetText:
    if not sheet.number:
        none = plain(sheet.say("No ticket number yet:")), plain(sheet.say("given when the visit is closed"))
        return set_text(none, width, SMALL, CENTRE)
    return set_text((strong(sheet.number),), width, NUMBER, CENTRE, spacing=0.9)


def _paint_bars(painter: QPainter, bars: Bars, x: float, y: float, dot: float) -> None:
    # Edges on whole dots: a bar that straddles two is wider or thinner than its neighbours when scanned. It
    # ends at the margin, which is its quiet zone.
    left, top = round(x / dot) * dot, round(y / dot) * dot
    for first, modules in bars.dark:
        painter.fillRect(QRectF(left + first * DOTS * dot, top, modules * DOTS * dot, _BARS), ink.BLACK)


def _paint_status(painter: QPainter, sheet: Sheet, x: float, y: float) -> None:
    said = sheet.say(sheet.status.value)
    kind = STATUS if len(said) <= _SHORT else STATUS_LONG
    word = set_text((strong(said),), _STATUS_WIDTH, kind, CENTRE, spacing=0.7)
    detail = set_text((plain(sheet.status_detail),), _STATUS_WIDTH - 6 * POINT, SMALL, CENTRE)
    height = max(_BARS, word.height + detail.height + 8 * POINT)
    frame = QRectF(x, y, _STATUS_WIDTH, height)
    border = ink.pen(1.1 * POINT)
    if sheet.status is SheetStatus.DRAFT:
        border.setDashPattern([3.0, 2.0])
    painter.setPen(border)
    painter.drawRoundedRect(frame, 2 * POINT, 2 * POINT)
    ink.ink(painter)
    top = y + (height - word.height - detail.height) / 2
    word.paint(painter, x, top)
    detail.paint(painter, x + 3 * POINT, top + word.height)


def grid_piece(sheet: Sheet, width: float) -> Piece:
    """The patient and the visit in labelled boxes."""
    rows = tuple(_grid_row(row, width) for row in sheet.patient)
    height = sum(row.height for row in rows)

    def paint(painter: QPainter, x: float, y: float) -> None:
        top = y
        for row in rows:
            row.paint(painter, x, top)
            top += row.height
            if row is not rows[-1]:
                ink.rule(painter, x, top, width, ink.RULE)
        ink.box(painter, QRectF(x, y, width, height))

    return Piece(height, paint)


def _grid_row(fields: tuple[Field, ...], width: float) -> Piece:
    unit = width / 72
    pad = 5.5 * POINT
    cells = []
    at = 0
    for field in fields:
        room = field.span * unit - 1.4 * pad
        label = set_text((plain(field.label),), room, SMALL)
        cells.append((at * unit, label, set_text((field.value,), room, VALUE)))
        at += field.span
    height = max(label.height + value.height for _, label, value in cells) + 5 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        for left, label, value in cells:
            if left:
                ink.upright(painter, x + left, y, height, ink.RULE)
            ink.ink(painter)
            label.paint(painter, x + left + pad, y + 2.4 * POINT)
            value.paint(painter, x + left + pad, y + 2.4 * POINT + label.height)

    return Piece(height, paint)


def running_head(sheet: Sheet, width: float) -> Piece:
    """What every further page begins with: which ticket, whose, and how it stands."""
    say = sheet.say
    status = set_text((strong(f"{say(sheet.status.value)} · {sheet.status_detail}"),), 0.3 * width, SMALL)
    what = f"{say(TITLE_TEXT)} {sheet.number}".strip()
    text = set_text(
        ((Run(what, Weight.STRONG), Run(f"  {say('continued')} · {sheet.running_head}")),),
        width - status.width - 12 * POINT,
        SMALL,
    )
    height = max(status.height, text.height)

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        text.paint(painter, x, y)
        status.paint(painter, x + width - status.width, y)
        ink.rule(painter, x, y + height + 3 * POINT, width, ink.RULE)

    return Piece(height + 12 * POINT, paint)


def paint_footer(
    painter: QPainter, sheet: Sheet, page_width: float, page_height: float, page: int, of: int
) -> None:
    """The foot of every page: rule book, program, who printed it, the notices, ticket and page numbers."""
    width = page_width - 2 * MARGIN
    number = sheet.say("page {page} of {of}").format(page=page, of=of)
    right = set_text((plain(sheet.footer_ticket), strong(number)), 0.26 * width, SMALL)
    left = set_text(tuple(plain(line) for line in sheet.footer), width - right.width - 14 * POINT, SMALL)
    top = page_height - EDGE - max(left.height, right.height)
    ink.rule(painter, MARGIN, top - 3.2 * POINT, width, ink.RULE)
    ink.ink(painter)
    left.paint(painter, MARGIN, top)
    for layout, drop in right.paragraphs:
        used = max(layout.lineAt(line).naturalTextWidth() for line in range(layout.lineCount()))
        layout.draw(painter, QPointF(page_width - MARGIN - used, top + drop))
