"""The shift log as a PDF: the room chair by chair, then every visit with its lines, and what is open at the end.

Painted row by row as the visits come, so that a year needs no more memory than a day.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import BinaryIO

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from nursedesk import __version__
from nursedesk.outputs.formats import moment, offset, written
from nursedesk.outputs.paper.model import Run, Weight, plain, strong
from nursedesk.outputs.paper.page import POINT, SECTION, SITE, SMALL, TITLE, UNITS_PER_INCH, Paper
from nursedesk.outputs.paper.setting import set_text
from nursedesk.outputs.paper.shift_foot import Foot, figures_piece, sign_off_piece
from nursedesk.outputs.paper.shift_pager import Pager, text_piece
from nursedesk.outputs.paper.shift_visit import band_row, head_row, line_rows, note_rows
from nursedesk.outputs.pictures.gantt import (
    GanttModel,
    GanttWords,
    gantt_fitted,
    gantt_of,
    gantt_slices,
    paint_gantt,
)
from nursedesk.outputs.pictures.paper_style import paper_style
from nursedesk.outputs.safe_files import FileNotWritten
from nursedesk.outputs.shift_visits import NOTICE, Heading, Totals, VisitEntry

TITLE_TEXT = "Shift log"
HELD = 400
"""Visits that are held, so that picture and figures come first; of more the figures come at the end."""
_TRIES = 3
_PICTURED_HOURS = 36
_GANTT_PX = 0.56 * POINT
"""Of a design pixel of the picture."""
LINES_NOTE = "each line with its clock minutes; minutes are running time, pauses out"
CHAIRS_NOTE = "pale: somebody in the chair · block: a drug · line: a fluid · triangle: a push · arrow: still up"
MORE = "{count} more rows of these two lists are counted above and named in the spreadsheet."
_NOT_BEGUN = "The PDF could not be begun. The record is safe; choose another place for it."
Visits = Callable[[], Iterable[VisitEntry]]
"""Gives the visits anew each time: they are told once to count the pages, and once to paint them."""


def write_shift_pdf(out: BinaryIO, visits: Visits, heading: Heading, paper: Paper = Paper.LETTER) -> Totals:
    """Paint the log into an open file; returns what it counted. Needs a QGuiApplication."""
    of, _ = _told(Pager(None, None, _heads(heading), paper), visits, heading)
    for _ in range(_TRIES):
        out.seek(0)
        out.truncate()
        pages, totals = _painted(out, visits, heading, paper, of)
        if pages == of:
            break
        # Somebody pressed something between the counting and the painting.
        of = pages
    return totals


def _painted(out: BinaryIO, visits: Visits, heading: Heading, paper: Paper, of: int) -> tuple[int, Totals]:
    file = QFile()
    out.flush()
    if not file.open(out.fileno(), QIODevice.OpenModeFlag.WriteOnly, QFile.FileHandleFlag.DontCloseHandle):
        raise FileNotWritten(_NOT_BEGUN)
    writer = QPdfWriter(file)
    writer.setTitle(heading.say(TITLE_TEXT))
    writer.setCreator(f"NurseDesk {__version__}")
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(_page_layout(paper))
    painter = QPainter()
    if not painter.begin(writer):
        raise FileNotWritten(_NOT_BEGUN)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        return _told(Pager(painter, writer, _heads(heading), paper, of, heading.say), visits, heading)
    finally:
        painter.end()
        file.close()


def _told(pager: Pager, visits: Visits, heading: Heading) -> tuple[int, Totals]:
    """The whole log on a pager; how many pages it took, and what it counted."""
    coming = iter(visits())
    held = list(islice(coming, HELD + 1))
    together = len(held) <= HELD
    totals = _together(pager, held, heading) if together else _stream(pager, chain(held, coming), heading)
    return pager.page, totals


def _page_layout(paper: Paper) -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4)
    layout = QPageLayout(size, QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _heads(heading: Heading) -> tuple[str, str]:
    """(what the head of a further page says, what every foot says)."""
    zone, say = heading.asked.zone, heading.say
    made = say("made {when} by {who}").format(
        when=moment(heading.made_at, zone, say), who=written(heading.made_by)
    )
    check = say("checkpoint {code}").format(code=heading.checkpoint or say("not known"))
    return (
        f"{say(TITLE_TEXT)}  {say('continued')} · {_what(heading)}",
        f"{say(NOTICE)} · {check} · {made} · NurseDesk {__version__}",
    )


def _what(heading: Heading) -> str:
    only = f" · {heading.say('only {what}').format(what=heading.only)}" if heading.only else ""
    return f"{written(heading.site)} · {_period(heading)}{only}"


def _period(heading: Heading) -> str:
    zone, period, say = heading.asked.zone, heading.asked.period, heading.say
    return say("{begin} to {end}").format(begin=moment(period.begin, zone, say), end=moment(period.end, zone, say))


def _together(pager: Pager, visits: list[VisitEntry], heading: Heading) -> Totals:
    """Few enough to be held: figures and picture first."""
    totals, foot = Totals(), Foot(heading)
    for visit in visits:
        totals.add(visit)
        foot.add(visit)
    _title(pager, heading)
    _figures(pager, totals, heading)
    asked = heading.asked
    if (asked.period.end - asked.period.begin).total_seconds() <= _PICTURED_HOURS * 3600:
        _picture(pager, gantt_of(visits, asked.period, asked.zone, asked.until, heading.display), heading)
    _visits_head(pager, heading)
    for visit in visits:
        _visit(pager, visit, heading)
    _end(pager, foot, heading)
    return totals


def _stream(pager: Pager, visits: Iterator[VisitEntry], heading: Heading) -> Totals:
    """Too many to be held: as they come, and the figures at the end."""
    totals, foot = Totals(), Foot(heading)
    _title(pager, heading)
    _visits_head(pager, heading)
    for visit in visits:
        totals.add(visit)
        foot.add(visit)
        _visit(pager, visit, heading)
    pager.head = None
    _section(pager, heading.say("Figures"), "")
    _figures(pager, totals, heading)
    _end(pager, foot, heading)
    return totals


def _visits_head(pager: Pager, heading: Heading) -> None:
    _section(pager, heading.say("Visits"), heading.say(LINES_NOTE))
    pager.head = head_row(pager.width, heading.say)
    pager.put_row(pager.head)


def _title(pager: Pager, heading: Heading) -> None:
    zone, begin, say = heading.asked.zone, heading.asked.period.begin, heading.say
    pager.put(*text_piece(set_text((strong(say(TITLE_TEXT)),), pager.width, TITLE)))
    pager.put(*text_piece(set_text(((Run(written(heading.site), Weight.STRONG),),), pager.width, SITE)))
    said = f"{_period(heading)}, {say('not included')} · {offset(begin, zone)}"
    only = say("only {what}").format(what=heading.only) if heading.only else say("every nurse, every chair")
    pager.put(*text_piece(set_text((plain(f"{said} · {only} · {say(NOTICE)}"),), pager.width, SMALL)))
    pager.space(7 * POINT)


def _section(pager: Pager, title: str, note: str) -> None:
    pager.space(9 * POINT)
    pager.need(60 * POINT)
    runs = (Run(title, Weight.STRONG), Run(f"    {note}" if note else "", Weight.QUIET))
    pager.put(*text_piece(set_text((runs,), pager.width, SECTION)))
    pager.space(2 * POINT)


def _figures(pager: Pager, totals: Totals, heading: Heading) -> None:
    piece = figures_piece(totals, pager.width, heading.say)
    pager.put(piece.height, piece.paint)


def _picture(pager: Pager, model: GanttModel, heading: Heading) -> None:
    """The chairs as far as a page holds, then on the next."""
    style, say = paper_style(_GANTT_PX), heading.say
    words = GanttWords()
    model = replace(model, words=GanttWords(say(words.chair), say(words.nobody)))
    model = gantt_fitted(model, pager.width, style)
    _section(pager, say("Chairs"), say(CHAIRS_NOTE))
    while model.rows:
        part, height, model = gantt_slices(model, pager.room(), style)
        if not part.rows:
            if pager.fresh:
                return  # A chair with more lanes than a page is told by its lines alone.
            pager.turn()
            continue

        def paint(painter: QPainter, x: float, y: float, part: GanttModel = part, height: float = height) -> None:
            paint_gantt(painter, QRectF(x, y, pager.width, height), part, style)

        pager.put(height, paint)


def _visit(pager: Pager, visit: VisitEntry, heading: Heading) -> None:
    rows = [*line_rows(visit, heading, pager.width), *note_rows(visit, heading, pager.width)]
    band = band_row(visit, heading, pager.width)
    pager.need(band.height + (rows[0].height if rows else 0.0))
    pager.put_row(band)
    for one in rows:
        if pager.need(one.height):
            pager.put_row(band_row(visit, heading, pager.width, continued=True))
        pager.put_row(one)


def _end(pager: Pager, foot: Foot, heading: Heading) -> None:
    pager.head = None
    for title, rows in foot.tables(pager.width):
        _section(pager, title, "")
        for one in rows:
            pager.put_row(one)
            pager.head = rows[0]
        pager.head = None
    if foot.more:
        more = heading.say(MORE).format(count=f"{foot.more:,}")
        pager.put(*text_piece(set_text((plain(more),), pager.width, SMALL)))
    pager.space(10 * POINT)
    box = sign_off_piece(heading, pager.width)
    pager.put(box.height, box.paint)
    pager.finish()
