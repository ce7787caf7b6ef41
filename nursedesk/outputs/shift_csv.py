"""The shift log as CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet opens without obeying anything in it.

Instants are ISO 8601 with the zone's offset, minutes and doses are numbers, an empty field is something not
recorded. Text that a spreadsheet would take for a formula gets an apostrophe in front; `plain_cell` takes it off.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import TextIO
from zoneinfo import ZoneInfo

from nursedesk.outputs.formats import iso, visible
from nursedesk.outputs.shift_log import ShiftLog, ShiftRow

COLUMNS = (
    "date",
    "chair",
    "encounter",
    "patient",
    "mrn",
    "line",
    "drug",
    "dose",
    "dose_unit",
    "purpose",
    "route",
    "access",
    "start",
    "stop",
    "minutes",
    "pauses",
    "label",
    "stop_source",
    "stop_reason",
    "started_by",
    "stopped_by",
    "nurse",
    "ticket",
    "ticket_version",
    "ticket_status",
    "open_at_end",
    "handed_over_to",
    "handed_over_at",
)

# What spreadsheets begin a formula with, full-width forms included, also behind white space or behind apostrophes
# of the text itself: those would be taken off again when it is read.
_FORMULA = re.compile(r"[\s']*[=+\-@|＝＋－＠−]|'*[\t\r\n]")
_KEPT = "\t\r\n"
_LONGEST = 32_000
"""A spreadsheet's cell holds 32,767 characters; the rest would run into the next columns."""


def shift_csv(log: ShiftLog) -> bytes:
    """The log as the bytes of a CSV file, a head line first."""
    out = io.StringIO(newline="")
    write_csv(out, log.rows, log.zone)
    return out.getvalue().encode("utf-8")


def write_csv(out: TextIO, rows: Iterable[ShiftRow], zone: ZoneInfo) -> int:
    """Write a head line and the rows as they come; returns how many. `out` must not change line ends."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in rows:
        writer.writerow(cells_of(row, zone))
        count += 1
    return count


def safe_cell(text: str) -> str:
    """Text as a cell that is shown and never computed; direction and control marks are written out."""
    if text[:1].isalnum() and text.isascii() and text.isprintable() and len(text) <= _LONGEST:
        return text
    shown = visible(text[:_LONGEST], keep=_KEPT)
    if len(text) > _LONGEST:
        shown += f" … [{len(text) - _LONGEST:,} more characters in the record]"
    return f"'{shown}" if _FORMULA.match(shown) else shown


def plain_cell(cell: str) -> str:
    """The text a cell of `safe_cell` was made from, its marks still written out."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def cells_of(row: ShiftRow, zone: ZoneInfo) -> list[str | int]:
    """The cells of a line, in the order of `COLUMNS`."""
    dose = row.dose if row.dose is not None and row.dose.is_finite() else None
    return [
        row.date,
        safe_cell(row.chair),
        safe_cell(row.encounter),
        safe_cell(row.patient),
        safe_cell(row.mrn),
        safe_cell(row.line),
        safe_cell(row.drug),
        "" if dose is None else format(dose, "f") if -9 <= dose.adjusted() <= 15 else str(dose),
        safe_cell(row.unit),
        row.purpose.value,
        row.route.value,
        safe_cell(row.access),
        _instant(row.start, zone),
        _instant(row.stop, zone),
        row.minutes,
        row.pauses,
        " ".join(label.value for label in row.labels),
        row.stop_source.value if row.stop_source else "",
        row.stop_reason.value if row.stop_reason else "",
        safe_cell(row.started_by),
        safe_cell(row.stopped_by),
        safe_cell(row.nurse),
        safe_cell(row.ticket),
        row.version,
        row.status.value,
        "yes" if row.open_at_end else "no",
        safe_cell(row.handed_over_to),
        _instant(row.handed_over_at, zone),
    ]


def _instant(at: datetime | None, zone: ZoneInfo) -> str:
    return iso(at, zone) if at else ""
