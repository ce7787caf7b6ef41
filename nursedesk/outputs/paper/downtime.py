"""The downtime sheet: what is up in the room and since when, and lines to write on while nothing is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from nursedesk import __version__
from nursedesk.outputs.formats import clock, local_day, moment, visible, written
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Page, Piece, air, pages
from nursedesk.outputs.paper.model import Cell, Run, Weight, plain, strong
from nursedesk.outputs.paper.page import (
    EDGE,
    MARGIN,
    POINT,
    SITE,
    SMALL,
    TITLE,
    UNITS_PER_INCH,
    VALUE,
    Kind,
    Paper,
)
from nursedesk.outputs.paper.printing import Outcome, printers
from nursedesk.outputs.paper.setting import set_text
from nursedesk.outputs.safe_files import FileNotWritten

TITLE_TEXT = "Downtime sheet"
HOW = (
    "Write every press with its time as HH:MM and your initials. When NurseDesk saves again, enter each as a late "
    "entry with the reason “downtime”, and tick it off here. Keep this sheet with the record."
)
_FOOT = 30 * POINT
_WRITING = 27 * POINT
"""A line to write on by hand."""
_LEAST = 12
"""Lines to write on there are at least."""
_CELL = Kind(8.6, quiet=7.2)
_Column = tuple[str, int, int]
"""Its head, and where it begins and ends in thousandths of the width."""
_UP: tuple[_Column, ...] = (
    ("Chair", 0, 60),
    ("Patient, MRN", 66, 260),
    ("Drug, dose", 266, 450),
    ("Route, access", 456, 570),
    ("Started", 576, 660),
    ("Now", 666, 740),
    ("Paused · resumed", 746, 850),
    ("Stopped", 856, 924),
    ("Initials", 930, 1000),
)
_BLANK: tuple[_Column, ...] = (
    ("Time", 0, 70),
    ("Chair", 76, 130),
    ("Patient, MRN", 136, 330),
    ("What happened: start, stop, push …", 336, 520),
    ("Drug, dose, route, lot", 526, 760),
    ("Access", 766, 850),
    ("Initials", 856, 924),
    ("Entered", 930, 1000),
)


@dataclass(frozen=True, slots=True)
class UpLine:
    """One line that is up, in words; `started` is None for one that is only prepared."""

    chair: str
    patient: str
    mrn: str
    drug: str
    route: str
    access: str
    state: str
    started: datetime | None


@dataclass(frozen=True, slots=True)
class DowntimeSheet:
    """The room as it stands, and which presses are known not to be saved."""

    site: str
    zone: ZoneInfo
    made_at: datetime
    made_by: str
    lines: tuple[UpLine, ...]
    free_chairs: tuple[str, ...]
    not_saved: int = 0
    """Presses that the disk has not taken."""
    say: Say = english


def downtime_pdf(sheet: DowntimeSheet, paper: Paper = Paper.LETTER) -> bytes:
    """The sheet as the bytes of a PDF. Needs a QGuiApplication."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.say(TITLE_TEXT))
    writer.setCreator(f"NurseDesk {__version__}")
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(_page_layout(paper))
    painter = QPainter()
    if not painter.begin(writer):
        raise FileNotWritten("The downtime sheet could not be begun: write the times on any paper.")
    _paint(painter, sheet, paper, writer.newPage, lambda: None)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())


def print_downtime(sheet: DowntimeSheet, printer_name: str, paper: Paper = Paper.LETTER) -> Outcome:
    """Send the sheet to the printer of exactly this name."""
    gone = (
        f"The printer “{printer_name}” did not take the downtime sheet: save it as a PDF, or write on any paper."
    )
    if printer_name not in printers():
        return Outcome(False, gone)
    printer = QPrinter(QPrinterInfo.printerInfo(printer_name), QPrinter.PrinterMode.HighResolution)
    if printer.printerName() != printer_name or not printer.isValid():
        return Outcome(False, gone)
    printer.setPageLayout(_page_layout(paper))
    printer.setFullPage(True)
    printer.setDocName(sheet.say(TITLE_TEXT))
    painter = QPainter()
    if not painter.begin(printer):
        return Outcome(False, gone)

    def scaled() -> None:
        painter.resetTransform()
        painter.scale(printer.logicalDpiX() / UNITS_PER_INCH, printer.logicalDpiY() / UNITS_PER_INCH)

    whole = _paint(painter, sheet, paper, printer.newPage, scaled)
    if not painter.end() or not whole:
        return Outcome(False, gone)
    return Outcome(True, f"The downtime sheet was sent to “{printer_name}”.")


def _page_layout(paper: Paper) -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _paint(
    painter: QPainter,
    sheet: DowntimeSheet,
    paper: Paper,
    turn: Callable[[], bool],
    scaled: Callable[[], None],
) -> bool:
    """Every page; False when the paper could not be turned."""
    height, width = paper.size
    body = height - 2 * EDGE - _FOOT
    laid = pages(_pieces(sheet, width - 2 * MARGIN), body, body)
    for number, page in enumerate(laid, 1):
        if number > 1 and not turn():
            return False
        scaled()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for piece, top in page:
            piece.paint(painter, MARGIN, EDGE + top)
        last = number == len(laid)
        _fill_up(painter, page if last else (), width - 2 * MARGIN, body)
        number_said = sheet.say("page {page} of {of}").format(page=number, of=len(laid))
        _foot(painter, sheet, (width, height), number_said)
    return True


def _pieces(sheet: DowntimeSheet, width: float) -> list[Piece]:
    say = sheet.say
    made = [_text((strong(say(TITLE_TEXT)),), width, TITLE), _text((strong(written(sheet.site)),), width, SITE)]
    made += [_text((plain(_said(sheet)),), width, VALUE), _text((plain(say(HOW)),), width, VALUE), air(8 * POINT)]
    head = _head(_UP, width, say)
    made += [_section(say("What is up now"), width), head]
    made += [_row(_UP, _cells(one, sheet), width, head) for one in sheet.lines]
    if not sheet.lines:
        made.append(_row(_UP, ((plain(say("None")),),), width, head))
    made.append(air(8 * POINT))
    blank = _head(_BLANK, width, say)
    made += [_section(say("Write here"), width), blank]
    return [*made, *(_row(_BLANK, (), width, blank) for _ in range(_LEAST))]


def _said(sheet: DowntimeSheet) -> str:
    say = sheet.say
    chairs = ", ".join(map(visible, sheet.free_chairs))
    free = say("Free chairs: {chairs}.").format(chairs=chairs) if chairs else say("No chair is free.")
    lost = say("Presses the disk had not taken by then: {count}.").format(count=sheet.not_saved)
    made = say("As of {when}.").format(when=moment(sheet.made_at, sheet.zone, say))
    return " ".join((made, lost, free) if sheet.not_saved else (made, free))


def _cells(one: UpLine, sheet: DowntimeSheet) -> tuple[Cell, ...]:
    today = local_day(sheet.made_at, sheet.zone)
    started = sheet.say("not started")
    if one.started is not None:
        on_another_day = local_day(one.started, sheet.zone) != today
        started = moment(one.started, sheet.zone, sheet.say) if on_another_day else clock(one.started, sheet.zone)
    who = (strong(written(one.patient)), (Run(written(one.mrn), Weight.QUIET),))
    where = (plain(one.route), (Run(written(one.access), Weight.QUIET),))
    return (
        (strong(visible(one.chair)),),
        who,
        (plain(visible(one.drug)),),
        where,
        (strong(started),),
        (plain(one.state),),
    )


def _text(cell: Cell, width: float, kind: Kind) -> Piece:
    text = set_text(cell, width, kind)

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        text.paint(painter, x, y)

    return Piece(text.height + 2 * POINT, paint, keep_next=True)


def _section(title: str, width: float) -> Piece:
    return _text((strong(title),), width, SITE)


def _head(columns: Sequence[_Column], width: float, say: Say) -> Piece:
    texts = [set_text((plain(say(head)),), (end - begin) * width / 1000, SMALL) for head, begin, end in columns]
    height = max(text.height for text in texts) + 4 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.rule(painter, x, y, width, ink.RULE)
        ink.rule(painter, x, y + height, width, ink.RULE)
        ink.ink(painter)
        for (_, begin, _), text in zip(columns, texts, strict=True):
            text.paint(painter, x + begin * width / 1000, y + 2 * POINT)

    return Piece(height, paint, keep_next=True)


def _row(columns: Sequence[_Column], cells: Sequence[Cell], width: float, head: Piece) -> Piece:
    """A row with room to write by hand; uprights between its columns say where."""
    texts = [
        set_text(cell, (end - begin) * width / 1000, _CELL)
        for (_, begin, end), cell in zip(columns, cells, strict=False)
    ]
    height = max(_WRITING, max((text.height for text in texts), default=0.0) + 6 * POINT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        for (_, begin, _), text in zip(columns, texts, strict=False):
            text.paint(painter, x + begin * width / 1000, y + 3 * POINT)
        for _, begin, _ in columns[1:]:
            ink.upright(painter, x + (begin - 3) * width / 1000, y, height, colour=ink.FAINT)
        ink.rule(painter, x, y + height, width)

    return Piece(height, paint, repeat=(head,))


def _fill_up(painter: QPainter, page: Page, width: float, body: float) -> None:
    """More lines to write on, as far as the last page holds."""
    if not page:
        return
    piece, top = page[-1]
    blank = _row(_BLANK, (), width, piece)
    top += piece.height
    while top + blank.height <= body:
        blank.paint(painter, MARGIN, EDGE + top)
        top += blank.height


def _foot(painter: QPainter, sheet: DowntimeSheet, size: tuple[float, float], number: str) -> None:
    width, height = size
    say = sheet.say
    when = moment(sheet.made_at, sheet.zone, say)
    made = say("made {when} by {who}").format(when=when, who=written(sheet.made_by))
    said = f"{made} · NurseDesk {__version__} · {number}"
    text = set_text(
        (plain(said), plain(say("Entered into the record by, date and time:"))), width - 2 * MARGIN, SMALL
    )
    ink.ink(painter)
    text.paint(painter, MARGIN, height - EDGE - text.height)
