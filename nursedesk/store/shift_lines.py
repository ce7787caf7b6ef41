"""The visits of a period with their charted lines, in pages: closed ones from their table, open ones folded."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection

from nursedesk.record.charted_lines import ChartedLine, ChartedVisit, charted, hand_overs_of
from nursedesk.record.codec import decode_event
from nursedesk.record.encounter import Status
from nursedesk.record.fold import fold
from nursedesk.store.projector import read_how
from nursedesk.store.rows import instant_text, read_instant

PAGE = 200
"""Visits read at a time."""

# Plain text: compiled once by the driver, and a row comes as the tuple it is.
EARLIEST_SQL = (
    "SELECT min(opened_utc) FROM (SELECT min(opened_utc) AS opened_utc FROM encounter "
    # Named, because the engine would rather walk from the oldest visit there is.
    "INDEXED BY ix_encounter_closed WHERE closed_utc >= :begin "
    "UNION ALL SELECT min(opened_utc) FROM encounter WHERE closed_utc IS NULL)"
)
VISITS_SQL = (
    "SELECT id, opened_utc, status, chair, patient_name, mrn, nurse, ticket_number, version FROM encounter "
    "WHERE opened_utc >= :after AND opened_utc < :end AND (opened_utc, id) > (:after, :last) "
    "AND (closed_utc IS NULL OR closed_utc >= :begin) ORDER BY opened_utc, id LIMIT :page"
)
LINES_SQL = (
    "SELECT encounter_id, line, drug, dose, unit, access, start_utc, stop_utc, minutes, how, started_by, "
    "stopped_by, handed_over_to, handed_over_utc "
    "FROM shift_line WHERE opened_utc BETWEEN :first AND :last ORDER BY opened_utc, encounter_id, place"
)
EVENTS_SQL = "SELECT payload FROM event WHERE encounter_id = :visit ORDER BY id"

_Values = Sequence[Any]

_OPEN = Status.OPEN.value
_STATUSES = {one.value: one for one in Status}
_how = lru_cache(maxsize=1024)(read_how)


def charted_between(
    read: Callable[[Callable[[Connection], Any]], Any], begin: datetime, end: datetime, until: datetime
) -> Iterator[ChartedVisit]:
    """The visits that were open at any time in [begin, end), by opening; a line that runs counts up to `until`.

    `read` runs a job on a reading connection. Each page is read when the one before it is used up.
    """
    asked = {"begin": instant_text(begin), "end": instant_text(end), "page": PAGE}
    earliest = read(lambda connection: _rows(connection, EARLIEST_SQL, asked))[0][0]
    if earliest is None:
        return
    asked |= {"after": earliest, "last": ""}

    def next_page(connection: Connection) -> list[ChartedVisit]:
        return _page(connection, asked, until)

    while page := read(next_page):
        yield from page
        if len(page) < PAGE:
            return
        asked |= {"after": instant_text(page[-1].opened or begin), "last": page[-1].encounter}


def _page(connection: Connection, asked: dict[str, Any], until: datetime) -> list[ChartedVisit]:
    visits = _rows(connection, VISITS_SQL, asked)
    if not visits:
        return []
    lines: dict[str, list[ChartedLine]] = {visit[0]: [] for visit in visits}
    live = {visit[0] for visit in visits if visit[2] == _OPEN}
    for visit, line in _lines(connection, visits[0][1], visits[-1][1]):
        its = lines.get(visit)
        if its is not None:
            its.append(line)
            if line.minutes is None:
                live.add(visit)
    return [_folded(connection, row[0], until) if row[0] in live else _visit(row, lines[row[0]]) for row in visits]


def _folded(connection: Connection, visit: str, until: datetime) -> ChartedVisit:
    """A visit with a line that may be up: its minutes go by the instant it is asked for."""
    events = [decode_event(payload) for (payload,) in _rows(connection, EVENTS_SQL, {"visit": visit})]
    return charted(fold(events), hand_overs_of(events), until)


def _visit(row: _Values, lines: list[ChartedLine]) -> ChartedVisit:
    visit, opened, status, chair, patient, mrn, nurse, ticket, version = row
    return ChartedVisit(
        visit,
        chair or "",
        patient,
        mrn,
        nurse or "",
        ticket or "",
        version,
        _STATUSES[status],
        read_instant(opened),
        tuple(lines),
    )


def _lines(connection: Connection, first: str, last: str) -> Iterator[tuple[str, ChartedLine]]:
    """The rows of the visits that were opened from `first` to `last`, in their order."""
    rows = _rows(connection, LINES_SQL, {"first": first, "last": last})
    for visit, line, drug, dose, unit, access, start, stop, minutes, how, begun, ended, to, handed in rows:
        yield (
            visit,
            ChartedLine(
                line,
                drug,
                None if dose is None else Decimal(dose),
                unit,
                access,
                read_instant(start),
                stop and read_instant(stop),
                minutes,
                _how(how),
                begun,
                ended,
                to,
                handed and read_instant(handed),
            ),
        )


def _rows(connection: Connection, sql: str, values: dict[str, Any]) -> list[Any]:
    driver: Any = connection.connection.dbapi_connection
    found: list[Any] = driver.execute(sql, values).fetchall()
    return found
