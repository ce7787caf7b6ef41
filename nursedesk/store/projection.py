"""The projections in the database: kept up with each transaction, and rebuilt from the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select

from nursedesk.record.codec import decode_event
from nursedesk.record.events import Event
from nursedesk.record.fold import fold
from nursedesk.store.projector import Row, VisitRows, changed_visits, station_row, visit_rows
from nursedesk.store.tables import ENCOUNTER, EVENT, PERSON, PROJECTIONS, SETTING, TICKET

_VISIT_EVENTS = select(EVENT.c.payload).where(EVENT.c.encounter_id == bindparam("visit")).order_by(EVENT.c.id)
_STATION_EVENTS = (
    select(EVENT.c.payload)
    .where(EVENT.c.kind.in_(["PersonChanged", "SettingChanged"]), EVENT.c.encounter_id.is_(None))
    .order_by(EVENT.c.id)
)
_VISITS = select(EVENT.c.encounter_id).where(EVENT.c.encounter_id.is_not(None)).distinct()
_PUT_ENCOUNTER = insert(ENCOUNTER).prefix_with("OR REPLACE")
_DROP_ENCOUNTER = delete(ENCOUNTER).where(ENCOUNTER.c.id == bindparam("visit"))
_DROP_TICKETS = delete(TICKET).where(TICKET.c.encounter_id == bindparam("visit"))
_PUT_STATION = {table.name: insert(table).prefix_with("OR REPLACE") for table in (PERSON, SETTING)}


def keep_up(connection: Connection, events: Sequence[Event]) -> None:
    """Bring the projections up to events just added, in the transaction that added them."""
    for event in events:
        changed = station_row(event) if event.header.encounter_id is None else None
        if changed is not None:
            connection.execute(_PUT_STATION[changed[0]], changed[1])
    for visit in changed_visits(events):
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
    return [str(visit) for (visit,) in connection.execute(_VISITS)]


def rows_of(connection: Connection, table: Any, **wanted: str) -> list[Row]:
    """Rows of a projection as plain dictionaries, where the columns have the wanted values."""
    statement = select(table).filter_by(**wanted) if wanted else select(table)
    return [dict(row) for row in connection.execute(statement).mappings()]


def _put_visit(connection: Connection, visit: str, rows: VisitRows) -> None:
    connection.execute(_DROP_TICKETS, {"visit": visit})
    if rows.encounter is None:
        connection.execute(_DROP_ENCOUNTER, {"visit": visit})
        return
    connection.execute(_PUT_ENCOUNTER, rows.encounter)
    _put_all(connection, rows.tickets)


def _put_all(connection: Connection, tickets: Iterable[Row]) -> None:
    for ticket in tickets:
        connection.execute(insert(TICKET), ticket)
