"""The projections in the database: kept up with each transaction, and rebuilt from the ledger."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, tuple_

from nursedesk.record.codec import UnreadableEvent, decode_event
from nursedesk.record.encounter import Status
from nursedesk.record.events import Event
from nursedesk.record.fold import fold
from nursedesk.store.projector import (
    Row,
    VisitRows,
    changed_visits,
    station_row,
    touched_visits,
    visit_rows,
)
from nursedesk.store.tables import ENCOUNTER, EVENT, PERSON, PROJECTIONS, SETTING, SHIFT_LINE, TICKET

_VISIT_EVENTS = select(EVENT.c.payload).where(EVENT.c.encounter_id == bindparam("visit")).order_by(EVENT.c.id)
_STATION_EVENTS = (
    select(EVENT.c.payload)
    .where(EVENT.c.kind.in_(["PersonChanged", "SettingChanged"]), EVENT.c.encounter_id.is_(None))
    .order_by(EVENT.c.id)
)
# By their first event, so that what is made again lies as it came.
_VISITS = (
    select(EVENT.c.encounter_id)
    .where(EVENT.c.encounter_id.is_not(None))
    .group_by(EVENT.c.encounter_id)
    .order_by(func.min(EVENT.c.id))
)
_OVER = (
    select(ENCOUNTER.c.opened_utc, ENCOUNTER.c.id)
    .where(tuple_(ENCOUNTER.c.opened_utc, ENCOUNTER.c.id) > tuple_(bindparam("opened"), bindparam("last")))
    .where(ENCOUNTER.c.status != Status.OPEN.value)
    .order_by(ENCOUNTER.c.opened_utc, ENCOUNTER.c.id)
    .limit(bindparam("most"))
)
_LAST_FILLED = (
    select(SHIFT_LINE.c.opened_utc, SHIFT_LINE.c.encounter_id)
    .order_by(SHIFT_LINE.c.opened_utc.desc(), SHIFT_LINE.c.encounter_id.desc())
    .limit(1)
)
_VISITS_AT_A_TIME = 500
"""Filled in one transaction: half a second's work."""
# As plain text, because it is asked at most presses, and building it would take longer than the answer.
_IS_OVER_SQL = "SELECT 1 FROM encounter WHERE id = ? AND status <> 'open'"
_PUT_ENCOUNTER = insert(ENCOUNTER).prefix_with("OR REPLACE")
_DROP_ENCOUNTER = delete(ENCOUNTER).where(ENCOUNTER.c.id == bindparam("visit"))
_DROP_LINES = delete(SHIFT_LINE).where(SHIFT_LINE.c.encounter_id == bindparam("visit"))
_DROP_TICKETS = delete(TICKET).where(TICKET.c.encounter_id == bindparam("visit"))
_PUT_STATION = {table.name: insert(table).prefix_with("OR REPLACE") for table in (PERSON, SETTING)}


def keep_up(connection: Connection, events: Sequence[Event]) -> None:
    """Bring the projections up to events just added, in the transaction that added them."""
    for event in events:
        changed = station_row(event) if event.header.encounter_id is None else None
        if changed is not None:
            connection.execute(_PUT_STATION[changed[0]], changed[1])
    known = changed_visits(events)
    over = (one for one in touched_visits(events) if one not in known and _is_over(connection, one))
    for visit in (*known, *over):
        _put_visit(connection, visit, rows_from_ledger(connection, visit))


def rebuild(connection: Connection) -> int:
    """Empty the projections and make them again from the ledger; returns the number of visits."""
    for table in PROJECTIONS:
        connection.execute(delete(table))
    for event in stored_station_events(connection):
        changed = station_row(event)
        if changed is not None:
            connection.execute(_PUT_STATION[changed[0]], changed[1])
    visits = visit_ids(connection)
    for visit in visits:
        _put_visit(connection, visit, rows_from_ledger(connection, visit))
    return len(visits)


def fill_lines(engine: Engine, tell: Callable[[int, int], None]) -> None:
    """Make the lines of every closed visit, in tables that have none or those of the first visits.

    By opening, some visits to a transaction; `tell` hears between two how many of how many visits are done, and
    what it raises stops it there: called again it goes on. Nobody else may write meanwhile.
    """
    with engine.connect() as connection:
        with connection.begin():
            total = connection.execute(select(func.count()).select_from(ENCOUNTER)).scalar_one()
            opened, last = connection.execute(_LAST_FILLED).first() or ("", "")
        done = 0
        while True:
            with connection.begin():
                asked = {"opened": opened, "last": last, "most": _VISITS_AT_A_TIME}
                visits = connection.execute(_OVER, asked).all()
                for _, visit in visits:
                    _fill_visit(connection, str(visit))
            if not visits:
                return
            opened, last = visits[-1]
            done += len(visits)
            tell(done, max(total, done))


def _fill_visit(connection: Connection, visit: str) -> None:
    # What cannot be read is left for the check of the record to tell of; it must not keep the desk shut.
    with suppress(UnreadableEvent):
        _put_lines(connection, visit, rows_from_ledger(connection, visit))


def rows_from_ledger(connection: Connection, visit: str) -> VisitRows:
    """What the projections should hold of a visit, read from its events."""
    events = [decode_event(payload) for (payload,) in connection.execute(_VISIT_EVENTS, {"visit": visit})]
    return visit_rows(fold(events), events)


def station_rows_from_ledger(connection: Connection) -> dict[str, dict[str, Row]]:
    """What the people's and settings' tables should hold: table → first column → row."""
    wanted: dict[str, dict[str, Row]] = {PERSON.name: {}, SETTING.name: {}}
    for event in stored_station_events(connection):
        changed = station_row(event)
        if changed is not None:
            table, row = changed
            wanted[table][str(next(iter(row.values())))] = row
    return wanted


def stored_station_events(connection: Connection) -> Iterator[Event]:
    """The events that change people and settings, in the order they came."""
    for (payload,) in connection.execute(_STATION_EVENTS):
        yield decode_event(payload)


def visit_ids(connection: Connection) -> list[str]:
    """Every visit the ledger knows."""
    # Bytes are no visit's name: a hand from outside put them there, and the chain's walk tells of it.
    return [visit for (visit,) in connection.execute(_VISITS) if isinstance(visit, str)]


def rows_of(connection: Connection, table: Any, **wanted: str) -> list[Row]:
    """Rows of a projection as plain dictionaries, where the columns have the wanted values."""
    statement = select(table).filter_by(**wanted) if wanted else select(table)
    return [dict(row) for row in connection.execute(statement).mappings()]


def _is_over(connection: Connection, visit: str) -> bool:
    """Whether a visit is closed or signed: of such a one any event may change a line."""
    return connection.exec_driver_sql(_IS_OVER_SQL, (visit,)).first() is not None


def _put_visit(connection: Connection, visit: str, rows: VisitRows) -> None:
    connection.execute(_DROP_TICKETS, {"visit": visit})
    _put_lines(connection, visit, rows)
    if rows.encounter is None:
        connection.execute(_DROP_ENCOUNTER, {"visit": visit})
        return
    connection.execute(_PUT_ENCOUNTER, rows.encounter)
    for ticket in rows.tickets:
        connection.execute(insert(TICKET), ticket)


def _put_lines(connection: Connection, visit: str, rows: VisitRows) -> None:
    connection.execute(_DROP_LINES, {"visit": visit})
    if rows.lines:
        connection.execute(insert(SHIFT_LINE), list(rows.lines))
