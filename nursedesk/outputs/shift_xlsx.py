"""The shift log as a spreadsheet: summary, visits, lines, events, reconciliation, hand-over; cells have types.

Rows go to disk as they come (constant memory). Every text is written as text, so nothing is ever computed. A
spreadsheet knows no zones: times are the site's wall clock, and the head of their column names the zone.
"""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import IO, Any
from zoneinfo import ZoneInfo

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from nursedesk.outputs import formats
from nursedesk.outputs.formats import moment, visible
from nursedesk.outputs.shift_log import ShiftRow
from nursedesk.outputs.shift_visits import NOTICE, Heading, Totals, VisitEntry

MOST_ROWS = 1_048_576
"""Of a sheet; what is more goes on in a second one."""
_LONGEST = 32_000
_TIME, _DAY, _HEAD, _TITLE, _QUIET = "time", "day", "head", "title", "quiet"


class Kind(StrEnum):
    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TIME = "time"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    head: str
    kind: Kind
    width: int


def _columns(*told: tuple[str, Kind, int]) -> tuple[Column, ...]:
    return tuple(Column(*one) for one in told)


T, W, N, AT, D = Kind.TEXT, Kind.WHOLE, Kind.NUMBER, Kind.TIME, Kind.DAY
VISITS = _columns(
    *(("chair", T, 8), ("patient", T, 24), ("MRN", T, 14), ("encounter", T, 18), ("nurse", T, 18)),
    *(("in", AT, 16), ("first start", AT, 16), ("last stop", AT, 16), ("out", AT, 16), ("closed", AT, 16)),
    *(("lines", W, 7), ("minutes", W, 9), ("ticket", T, 16), ("version", W, 8), ("status", T, 10)),
    *(("late entries", W, 12), ("corrections", W, 12), ("reactions", T, 30), ("missing", T, 50)),
)
LINES = _columns(
    *(("date", D, 12), ("chair", T, 8), ("encounter", T, 18), ("patient", T, 24), ("MRN", T, 14), ("line", T, 10)),
    *(("drug", T, 26), ("dose", N, 9), ("unit", T, 8), ("purpose", T, 12), ("route", T, 12), ("access", T, 24)),
    *(
        ("UTC offset", T, 10),
        ("start", AT, 16),
        ("stop", AT, 16),
        ("minutes", W, 9),
        ("pauses", W, 8),
        ("label", T, 16),
    ),
    *(("stop source", T, 12), ("stop reason", T, 14), ("started by", T, 18), ("stopped by", T, 18)),
    *(("nurse", T, 18), ("ticket", T, 16), ("version", W, 8), ("status", T, 10), ("open at end", T, 11)),
    *(("handed over to", T, 18), ("handed over at", AT, 16)),
)
EVENTS = _columns(
    *(("recorded", AT, 18), ("happened", AT, 18), ("chair", T, 8), ("encounter", T, 18), ("event", T, 18)),
    *(("line", T, 10), ("detail", T, 40), ("by", T, 18), ("how known", T, 12), ("reason", T, 30)),
)
RECONCILIATION = _columns(
    *(("chair", T, 8), ("encounter", T, 18), ("ticket", T, 16), ("line", T, 10), ("drug", T, 26)),
    *(("administration codes", T, 30), ("drug codes", T, 24), ("outcome", T, 24)),
)
HAND_OVER = _columns(
    *(("at", AT, 16), ("chair", T, 8), ("encounter", T, 18), ("patient", T, 24), ("lines", W, 7)),
    *(("to", T, 20), ("by", T, 20)),
)
_SUMMARY = (
    ("visits", "visits"),
    ("lines", "lines given"),
    ("minutes", "running minutes"),
    ("open_lines", "lines still up at the end"),
    ("handed_over", "lines handed over"),
    ("late", "late entries"),
    ("corrected", "corrections"),
    ("reactions", "reactions"),
    ("missing", "missing items"),
    ("unsigned", "tickets not signed"),
    ("charged", "drug lines charged with their drug"),
    ("to_look_at", "drug lines and charges that do not agree"),
)


class _Sheet:
    """One kind of rows: as many sheets as they need, each with a frozen head and filters."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[Column], zone: ZoneInfo, styles: Any) -> None:
        self._book, self._name, self._columns, self._zone, self._styles = book, name, columns, zone, styles
        self._count, self._row = 0, 0
        self._sheet = self._new()
        self._writers = [self._writer(column.kind) for column in columns]

    def _new(self) -> Worksheet:
        self._count += 1
        sheet = self._book.add_worksheet(self._name if self._count == 1 else f"{self._name} {self._count}")
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(self._columns):
            sheet.set_column(place, place, column.width)
            zone = f" ({self._zone.key})" if column.kind is Kind.TIME else ""
            sheet.write_string(0, place, column.head + zone, self._styles[_HEAD])
        self._row = 0
        return sheet

    def add(self, cells: Sequence[Any]) -> None:
        """One more row; None leaves a cell empty."""
        if self._row + 1 >= MOST_ROWS:
            self.close()
            self._sheet = self._new()
        self._row += 1
        row, sheet = self._row, self._sheet
        for place, (value, write) in enumerate(zip(cells, self._writers, strict=True)):
            if value is not None and value != "":
                write(sheet, row, place, value)

    def close(self) -> None:
        """Filters over what was written."""
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)

    def _writer(self, kind: Kind) -> Callable[[Worksheet, int, int, Any], None]:
        styles, zone = self._styles, self._zone
        if kind is Kind.TEXT:
            return _text
        if kind is Kind.TIME:
            return lambda sheet, row, place, value: _time(sheet, row, place, value, zone, styles[_TIME])
        if kind is Kind.DAY:
            return lambda sheet, row, place, value: _day(sheet, row, place, value, styles[_DAY])
        return _number


def _text(sheet: Worksheet, row: int, place: int, value: str) -> None:
    shown = visible(value[:_LONGEST], keep="\n")
    if len(value) > _LONGEST:
        shown += f" … [{len(value) - _LONGEST:,} more characters in the record]"
    sheet.write_string(row, place, shown)


def _time(sheet: Worksheet, row: int, place: int, value: datetime, zone: ZoneInfo, style: Any) -> None:
    sheet.write_datetime(row, place, value.astimezone(zone).replace(tzinfo=None), style)


def _day(sheet: Worksheet, row: int, place: int, value: str, style: Any) -> None:
    sheet.write_datetime(row, place, date.fromisoformat(value), style)


def _number(sheet: Worksheet, row: int, place: int, value: int | Decimal) -> None:
    if isinstance(value, Decimal) and not value.is_finite():
        return
    sheet.write_number(row, place, float(value))


def write_xlsx(
    out: IO[bytes], visits: Iterable[VisitEntry], heading: Heading, folder: str | None = None
) -> Totals:
    """Write the workbook; returns what it counted. `folder` holds the rows until the end (None: the system's)."""
    # The rows wait in files that hold patients' names: in a folder of ours, which goes whatever happens.
    with tempfile.TemporaryDirectory(prefix=".nursedesk-", dir=folder, ignore_cleanup_errors=True) as rows:
        book = Workbook(out, {"constant_memory": True, "tmpdir": rows, "strings_to_formulas": False})
        try:
            totals = _fill(book, visits, heading)
            book.close()
        except BaseException:
            for sheet in book.worksheets():
                sheet.row_data_fh.close()
            raise
    return totals


def _fill(book: Workbook, visits: Iterable[VisitEntry], heading: Heading) -> Totals:
    zone, totals = heading.asked.zone, Totals()
    made = heading.made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": "Shift log", "comments": NOTICE, "created": made})
    styles = _styles(book)
    summary = book.add_worksheet("Summary")
    told = [
        _Sheet(book, name, columns, zone, styles)
        for name, columns in (
            ("Visits", VISITS),
            ("Lines", LINES),
            ("Events", EVENTS),
            ("Reconciliation", RECONCILIATION),
            ("Hand-over", HAND_OVER),
        )
    ]
    for visit in visits:
        totals.add(visit)
        _add(visit, told, zone)
    for sheet in told:
        sheet.close()
    _summarise(summary, heading, totals, styles)
    return totals


def _styles(book: Workbook) -> dict[str, Any]:
    return {
        _TIME: book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        _DAY: book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        _HEAD: book.add_format({"bold": True, "bottom": 1, "bg_color": "#ECECEC", "text_wrap": True}),
        _TITLE: book.add_format({"bold": True, "font_size": 16}),
        _QUIET: book.add_format({"italic": True}),
    }


def _add(visit: VisitEntry, sheets: Sequence[_Sheet], zone: ZoneInfo) -> None:
    visits, lines, events, reconciliation, hand_over = sheets
    visits.add(_visit_cells(visit))
    for row in visit.lines:
        lines.add(line_cells(row, zone))
    for e in visit.events:
        events.add(
            (e.recorded, e.occurred, e.chair, e.encounter, e.kind, e.line, e.detail, e.by, e.source, e.reason)
        )
    for one in visit.reconciled:
        cells = (one.line, one.drug, one.service_codes, one.drug_codes, one.match.value)
        reconciliation.add((visit.chair, visit.encounter, visit.ticket, *cells))
    for hand in visit.handed_over:
        hand_over.add((hand.at, hand.chair, hand.encounter, hand.patient, hand.lines, hand.to, hand.by))


def _visit_cells(visit: VisitEntry) -> tuple[Any, ...]:
    return (
        *(visit.chair, visit.patient, visit.mrn, visit.encounter, visit.nurse),
        *(visit.came, visit.first_start, visit.last_stop, visit.left, visit.closed),
        *(len(visit.lines), sum(row.minutes for row in visit.lines)),
        *(visit.ticket, visit.version or None, visit.status.value, visit.late, visit.corrected),
        *("; ".join(visit.reactions), "; ".join(visit.missing)),
    )


def line_cells(row: ShiftRow, zone: ZoneInfo) -> tuple[Any, ...]:
    """The cells of a line, in the order of `LINES`; the offset tells the hours apart that a clock shows twice."""
    offset = row.start.astimezone(zone).isoformat(timespec="minutes")[-6:] if row.start else ""
    return (
        *(row.date, row.chair, row.encounter, row.patient, row.mrn, row.line, row.drug, row.dose, row.unit),
        *(row.purpose.value, row.route.value, row.access),
        *(offset, row.start, row.stop, row.minutes, row.pauses),
        " ".join(label.value for label in row.labels),
        row.stop_source.value if row.stop_source else "",
        row.stop_reason.value if row.stop_reason else "",
        *(row.started_by, row.stopped_by, row.nurse, row.ticket, row.version, row.status.value),
        *("yes" if row.open_at_end else "no", row.handed_over_to, row.handed_over_at),
    )


def _summarise(sheet: Worksheet, heading: Heading, totals: Totals, styles: dict[str, Any]) -> None:
    asked, zone = heading.asked, heading.asked.zone
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 1, 44)
    sheet.write_string(0, 0, "Shift log", styles[_TITLE])
    facts = (
        ("site", heading.site),
        ("from", moment(asked.period.begin, zone)),
        ("to, not included", moment(asked.period.end, zone)),
        ("times in", f"{zone.key}, {formats.offset(asked.period.begin, zone)} at the beginning"),
        ("only", heading.only or "everything"),
        ("made", f"{moment(heading.made_at, zone)} by {heading.made_by}"),
        ("checkpoint of the record", heading.checkpoint or "not known"),
        ("signed off", heading.signed_off or "not signed off"),
    )
    row = 1
    for name, value in facts:
        sheet.write_string(row, 0, name)
        _text(sheet, row, 1, value)
        row += 1
    for field, name in _SUMMARY:
        row += 1
        sheet.write_string(row, 0, name)
        sheet.write_number(row, 1, getattr(totals, field))
    sheet.write_string(row + 2, 0, NOTICE, styles[_QUIET])
