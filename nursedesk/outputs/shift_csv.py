"""The shift log as CSV (RFC 4180, UTF-8, CRLF) that a spreadsheet opens without obeying anything in it.

Instants are ISO 8601 with the zone's offset, minutes and doses are numbers, an empty field is something not
recorded. Text that a spreadsheet would take for a formula gets an apostrophe in front; `plain_cell` takes it off.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TextIO

from nursedesk.outputs.formats import iso, visible
from nursedesk.outputs.shift_log import Asked, is_open_at_end, wanted_lines
from nursedesk.record.charted_lines import ChartedLine, ChartedVisit

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
_TWO_DIGITS = tuple(f"{number:02}" for number in range(60))
_REMEMBERED = 4096
_END_OF_HOUR = timedelta(minutes=59, seconds=59)


def shift_csv(visits: Iterable[ChartedVisit], asked: Asked) -> bytes:
    """The log as the bytes of a CSV file, a head line first."""
    out = io.StringIO(newline="")
    write_csv(out, visits, asked)
    return out.getvalue().encode("utf-8")


def write_csv(out: TextIO, visits: Iterable[ChartedVisit], asked: Asked) -> int:
    """Write a head line and the wanted lines as the visits come; returns how many lines.

    `out` must not change line ends.
    """
    count, written = 0, Written(asked)

    def rows() -> Iterator[tuple[str | int, ...]]:
        nonlocal count
        for visit in visits:
            lines = wanted_lines(visit, asked)
            count += len(lines)
            yield from _cells_of(visit, lines, asked, written)

    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows())
    return count


def safe_cell(text: str) -> str:
    """Text as a cell that is shown and never computed; direction and control marks are written out."""
    if not text or (text[0].isalnum() and text.isascii() and text.isprintable() and len(text) <= _LONGEST):
        return text
    shown = visible(text[:_LONGEST], keep=_KEPT)
    if len(text) > _LONGEST:
        shown += f" … [{len(text) - _LONGEST:,} more characters in the record]"
    return f"'{shown}" if _FORMULA.match(shown) else shown


def plain_cell(cell: str) -> str:
    """The text a cell of `safe_cell` was made from, its marks still written out."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


class Written:
    """How people and instants are written, those of the last lines remembered: most come again and again."""

    def __init__(self, asked: Asked) -> None:
        self._zone = asked.zone
        self.person = lru_cache(maxsize=_REMEMBERED)(lambda sign_in: safe_cell(asked.named(sign_in)))
        self._hour = lru_cache(maxsize=_REMEMBERED)(self._whole_hour)

    def instant(self, at: datetime) -> str:
        """ISO 8601 with the zone's offset, to the second."""
        known = self._hour(at.year, at.month, at.day, at.hour)
        if known is None:
            return iso(at, self._zone)
        begin, end = known
        return f"{begin}{_TWO_DIGITS[at.minute]}:{_TWO_DIGITS[at.second]}{end}"

    def _whole_hour(self, year: int, month: int, day: int, hour: int) -> tuple[str, str] | None:
        """What every instant of an hour in UTC begins and ends with; None when the zone's minutes are others."""
        first = datetime(year, month, day, hour, tzinfo=UTC)
        begin, end = iso(first, self._zone), iso(first + _END_OF_HOUR, self._zone)
        whole = begin[:14] == end[:14] and begin[14:19] == "00:00" and begin[19:] == end[19:]
        return (begin[:14], begin[19:]) if whole else None


def _cells_of(
    visit: ChartedVisit, lines: Iterable[ChartedLine], asked: Asked, written: Written
) -> Iterator[tuple[str | int, ...]]:
    """The cells of lines of a visit, each in the order of `COLUMNS`."""
    who, instant, end = written.person, written.instant, asked.period.end
    whose = [safe_cell(text) for text in (visit.chair, visit.encounter, visit.patient, visit.mrn)]
    chair, encounter, patient, mrn = whose
    nurse, ticket, version, status = who(visit.nurse), safe_cell(visit.ticket), visit.version, visit.status
    for line in lines:
        start, how = instant(line.start), line.how
        yield (
            start[:10],
            chair,
            encounter,
            patient,
            mrn,
            safe_cell(line.line),
            safe_cell(line.drug),
            _number(line.dose),
            safe_cell(line.unit),
            how.purpose,
            how.route,
            safe_cell(line.access),
            start,
            instant(line.stop) if line.stop else "",
            line.minutes or 0,
            how.pauses,
            " ".join(how.labels) if how.labels else "",
            how.stop_source or "",
            how.stop_reason or "",
            who(line.started_by),
            who(line.stopped_by),
            nurse,
            ticket,
            version,
            status,
            "yes" if is_open_at_end(line, end) else "no",
            who(line.handed_over_to),
            instant(line.handed_over_at) if line.handed_over_at else "",
        )


def _number(dose: Decimal | None) -> str:
    if dose is None or not dose.is_finite():
        return ""
    plain = str(dose)
    if plain.isdigit():
        return plain
    return format(dose, "f") if -9 <= dose.adjusted() <= 15 else plain
