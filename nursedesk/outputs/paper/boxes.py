"""The foot of the form as pieces: what the biller must see beside how times are known, then the signatures."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Piece, height_of, stacked
from nursedesk.outputs.paper.model import Entry, Sheet, SignatureBox, plain, strong
from nursedesk.outputs.paper.page import POINT, SIGNED, SMALL, TIGHT
from nursedesk.outputs.paper.setting import set_text
from nursedesk.outputs.paper.tables import section

_GUTTER = 22 * POINT
_PAD = 2 * POINT
_TALL = 260 * POINT
"""Boxes taller than this are broken across pages, entry beside entry."""


def box_pieces(sheet: Sheet, width: float) -> tuple[Piece, ...]:
    """Two lists side by side; long ones in rows of two that may go on over the page."""
    column = (width - _GUTTER) / 2
    left = [section(sheet.say("For the biller"), "", column), *_entries(sheet.biller, column)]
    right = [section(sheet.say("Times"), sheet.times_note, column), *_entries(sheet.times, column)]
    if max(height_of(left), height_of(right)) <= _TALL:
        return (_beside(stacked(left), stacked(right), column),)
    head = _beside(left[0], right[0], column)
    head = Piece(head.height, head.paint, keep_next=True)
    nothing = Piece(0.0, lambda painter, x, y: None)
    rows = []
    for one, other in zip_longest(left[1:], right[1:], fillvalue=nothing):
        row = _beside(one, other, column)
        rows.append(Piece(row.height, row.paint, repeat=(head,)))
    return head, *rows


def _beside(left: Piece, right: Piece, column: float) -> Piece:
    def paint(painter: QPainter, x: float, y: float) -> None:
        left.paint(painter, x, y)
        right.paint(painter, x + column + _GUTTER, y)

    return Piece(max(left.height, right.height), paint)


def _entries(entries: Sequence[Entry], width: float) -> list[Piece]:
    made = [_entry(entry, width, first=entry is entries[0], last=entry is entries[-1]) for entry in entries]
    return made


def _entry(entry: Entry, width: float, first: bool, last: bool) -> Piece:
    head_width = 0.225 * width
    head = set_text((strong(entry.head),), head_width - 4 * POINT, TIGHT)
    body = set_text(entry.body, width - head_width, TIGHT)
    height = max(head.height, body.height) + 2 * _PAD

    def paint(painter: QPainter, x: float, y: float) -> None:
        if first:
            ink.rule(painter, x, y, width, ink.RULE)
        ink.ink(painter)
        head.paint(painter, x, y + _PAD)
        body.paint(painter, x + head_width, y + _PAD)
        ink.rule(painter, x, y + height, width, ink.RULE if last else ink.HAIR)

    return Piece(height, paint)


def signature_piece(sheet: Sheet, width: float) -> Piece:
    """Who signed and what it means; who checked and witnessed."""
    left_width = 0.555 * width
    left = _signature(sheet.signature, left_width)
    right = _signature(sheet.checker, width - left_width)
    height = max(left.height, right.height)

    def paint(painter: QPainter, x: float, y: float) -> None:
        left.paint(painter, x, y)
        right.paint(painter, x + left_width, y)
        ink.upright(painter, x + left_width, y, height, ink.RULE)
        ink.box(painter, QRectF(x, y, width, height))

    return Piece(height, paint)


def _signature(box: SignatureBox, width: float) -> Piece:
    pad = 7 * POINT
    texts = (
        set_text((plain(box.caption),), width - 2 * pad, SMALL),
        set_text((box.who,), width - 2 * pad, SIGNED),
        set_text((plain(box.meaning),), width - 2 * pad, SMALL),
    )

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        top = y + 3.6 * POINT
        for text in texts:
            text.paint(painter, x + pad, top)
            top += text.height + 0.8 * POINT

    return Piece(sum(text.height for text in texts) + 8.8 * POINT, paint)
