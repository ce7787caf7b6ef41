"""Tables of the form as pieces: a head that is repeated on every page, rows that are never broken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from nursedesk.outputs.languages import Say
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Piece
from nursedesk.outputs.paper.model import Cell, ChargeGroup, ChargeRow, GivenRow, Run, Sheet, Weight, plain, strong
from nursedesk.outputs.paper.page import BODY, CODE, HEADER, POINT, SECTION, TIGHT, Kind
from nursedesk.outputs.paper.setting import LEFT, RIGHT, SetText, set_text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, where it begins and ends in thousandths of the width, and how it is set."""

    head: str
    begin: int
    end: int
    kind: Kind = TIGHT
    align: Qt.AlignmentFlag = LEFT


GIVEN = (
    Column("Drug, dose given, waste", 0, 210),
    Column("Route, diluent, volume, rate", 216, 382),
    Column("Access, site", 388, 486),
    Column("Start\nStop", 484, 548, align=RIGHT),
    Column("Min", 552, 586, align=RIGHT),
    Column("Interruptions", 600, 712),
    Column("Lot, expiry, NDC", 720, 842),
    Column("Started, stopped by; witness", 848, 1000),
)
CHARGES = (
    Column("Code", 0, 76, CODE),
    Column("Our label", 80, 298, BODY),
    Column("Units", 300, 346, CODE, RIGHT),
    Column("Modifier", 358, 416, BODY),
    Column("Dx", 422, 482, BODY),
    Column("Minutes, NDC qty", 488, 600, BODY),
    Column("Why", 612, 1000, TIGHT),
)


def section(title: str, note: str, width: float) -> Piece:
    """The name of a section and a quiet word beside it; it stays with what follows."""
    runs = (Run(title, Weight.STRONG), Run(f"    {note}" if note else "", Weight.QUIET))
    text = set_text((runs,), width, SECTION)

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        text.paint(painter, x, y)

    return Piece(text.height + 2.4 * POINT, paint, keep_next=True)


def given_pieces(sheet: Sheet, width: float) -> tuple[Piece, ...]:
    """The drugs and fluids, row by row under their head."""
    head = _head(GIVEN, width, sheet.say)
    if not sheet.given:
        return head, _row(GIVEN, ((strong(sheet.say("None charted")),),), width, (head,), last=True)
    cells = [_given_cells(row) for row in sheet.given]
    return head, *_rows(GIVEN, cells, width, head)


def _given_cells(row: GivenRow) -> tuple[Cell, ...]:
    return (
        row.drug,
        row.route,
        row.access,
        row.times,
        row.minutes,
        row.interruptions,
        row.lot,
        row.people,
    )


def charge_pieces(sheet: Sheet, width: float) -> tuple[Piece, ...]:
    """The charge lines under their groups, and the E/M row."""
    say = sheet.say
    head = _head(CHARGES, width, say)
    pieces = [head]
    for group in sheet.charges:
        pieces += _group(group, width, head)
    if not sheet.charges:
        none = (strong(say("None")),), (plain(say("No charge line")),)
        pieces.append(_row(CHARGES, none, width, (head,)))
    if sheet.visit_services:
        pieces.append(_row(CHARGES, ((strong("E/M"),), (plain(sheet.visit_services),)), width, (head,)))
    pieces.append(Piece(0.0, lambda painter, x, y: ink.rule(painter, x, y, width, ink.RULE)))
    # The closing rule belongs to the row above it.
    pieces[-2] = Piece(pieces[-2].height, pieces[-2].paint, keep_next=True, repeat=pieces[-2].repeat)
    return tuple(pieces)


def _group(group: ChargeGroup, width: float, head: Piece) -> list[Piece]:
    band = _band(group.heading, width) if group.heading else None
    repeat = (head, band) if band else (head,)
    rows = [_row(CHARGES, _charge_cells(row), width, repeat) for row in group.rows]
    if band is None:
        return rows
    return [Piece(band.height, band.paint, keep_next=True, repeat=(head,)), *rows]


def _charge_cells(row: ChargeRow) -> tuple[Cell, ...]:
    cells = [strong(row.code), plain(row.label), strong(row.units), plain(row.modifiers), plain(row.dx)]
    cells.append(plain(row.quantity))
    if row.struck:
        cells = [(replace(cell[0], struck=True),) for cell in cells]
    return *((cell,) for cell in cells), (plain(row.why),)


def _band(heading: str, width: float) -> Piece:
    text = set_text(((Run(heading, Weight.STRONG),),), width, TIGHT)
    height = text.height + 2 * 1.6 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, width, height), ink.PALE)
        ink.rule(painter, x, y, width)
        ink.rule(painter, x, y + height, width)
        ink.ink(painter)
        text.paint(painter, x + 4 * POINT, y + 1.6 * POINT)

    return Piece(height, paint)


def _head(columns: Sequence[Column], width: float, say: Say) -> Piece:
    cells: list[Cell] = [tuple(plain(line) for line in say(column.head).split("\n")) for column in columns]
    texts = [_set(column, cell, width, HEADER) for column, cell in zip(columns, cells, strict=True)]
    height = max(text.height for text in texts) + 2 * 1.9 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.rule(painter, x, y, width, ink.RULE)
        ink.rule(painter, x, y + height, width)
        ink.ink(painter)
        for column, text in zip(columns, texts, strict=True):
            # Heads of one line stand on the rule, beside the longer ones.
            text.paint(painter, x + column.begin * width / 1000, y + height - 1.9 * POINT - text.height)

    return Piece(height, paint, keep_next=True)


def _rows(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: float, head: Piece
) -> tuple[Piece, ...]:
    return tuple(_row(columns, row, width, (head,), last=row is rows[-1]) for row in rows)


def _row(
    columns: Sequence[Column], cells: Sequence[Cell], width: float, repeat: tuple[Piece, ...], last: bool = False
) -> Piece:
    # A row may have fewer cells than columns: the E/M row says its one thing and no more.
    texts = [_set(column, cell, width, column.kind) for column, cell in zip(columns, cells, strict=False)]
    pad = (1.2 if columns is CHARGES else 1.8) * POINT
    first_line = max(_line(column) for column in columns[: len(texts)])
    # Type of two sizes stands on one line: the smaller drops.
    drops = [(first_line - _line(column)) * 0.76 for column in columns[: len(texts)]]
    height = max(text.height + drop for text, drop in zip(texts, drops, strict=True)) + 2 * pad

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        for column, text, drop in zip(columns, texts, drops, strict=False):
            text.paint(painter, x + column.begin * width / 1000, y + pad + drop)
        ink.rule(painter, x, y + height, width, ink.RULE if last else ink.HAIR)

    return Piece(height, paint, repeat=repeat)


def _line(column: Column) -> float:
    return column.kind.size * column.kind.leading * POINT


def _set(column: Column, cell: Cell, width: float, kind: Kind) -> SetText:
    return set_text(cell, (column.end - column.begin) * width / 1000, kind, column.align)
