"""The statements of the press path: add an event to its station's chain, keep the chain's end, look ids up.

Made with Core and compiled once: looking a compiled one up at each press would cost as much as the insert.
"""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.sqlite import dialect, insert

from nursedesk.record.chain import GENESIS
from nursedesk.record.events import Event, EventId
from nursedesk.store.engine import one_value
from nursedesk.store.rows import INSERT_COLUMNS, chain_values, columns_of, head_mac
from nursedesk.store.tables import CHAIN_HEAD, EVENT

Link = tuple[int, bytes]
"""A place in a station's chain and its 32-byte hash."""

_IDS_AT_A_TIME = 500
_HASH = INSERT_COLUMNS.index("hash")

_EVENT = (
    insert(EVENT)
    .values({name: bindparam(name) for name in INSERT_COLUMNS})
    .on_conflict_do_nothing(index_elements=["event_id"])
    .inline()
    .compile(dialect=dialect())
)
_EVENT_SQL = str(_EVENT)
_in_order = itemgetter(*(INSERT_COLUMNS.index(name) for name in _EVENT.positiontup or ()))

_HEAD_COLUMNS = ("station_id", "station_seq", "hash", "mac")
_head = insert(CHAIN_HEAD).values({name: bindparam(name) for name in _HEAD_COLUMNS})
_HEAD = _head.on_conflict_do_update(
    index_elements=["station_id"],
    set_={name: _head.excluded[name] for name in _HEAD_COLUMNS[1:]},
).compile(dialect=dialect())
_HEAD_SQL = str(_HEAD)
_head_in_order = itemgetter(*(_HEAD_COLUMNS.index(name) for name in _HEAD.positiontup or ()))

_LAST_EVENT = (
    select(EVENT.c.station_seq, EVENT.c.hash)
    .where(EVENT.c.station_id == bindparam("station"))
    .order_by(EVENT.c.station_seq.desc())
    .limit(1)
)
_LAST_HEAD = select(CHAIN_HEAD.c.station_seq, CHAIN_HEAD.c.hash).where(
    CHAIN_HEAD.c.station_id == bindparam("station")
)
_KNOWN = select(EVENT.c.event_id).where(EVENT.c.event_id.in_(bindparam("ids", expanding=True)))


def add_event(connection: Connection, mac_key: bytes, last: Link, event: Event, payload: bytes) -> Link | None:
    """Add an event after `last` and return its link, or None when its id is in the record already."""
    seq, prev_hash = last
    station: str = event.header.station_id
    values: tuple[Any, ...] = columns_of(event) + chain_values(mac_key, prev_hash, station, seq + 1, payload)
    added = connection.exec_driver_sql(_EVENT_SQL, _in_order(values)).rowcount
    return (seq + 1, values[_HASH]) if added else None


def keep_end(connection: Connection, mac_key: bytes, station: str, link: Link) -> None:
    """Say where a station's chain ends now."""
    seq, link_hash = link
    row = (station, seq, link_hash, head_mac(mac_key, station, seq, link_hash))
    connection.exec_driver_sql(_HEAD_SQL, _head_in_order(row))


def last_link(connection: Connection, station: str) -> Link:
    """Where a station's chain goes on from: its last event or its kept end, whichever is later.

    The later of the two, so that a chain cut at its end is not mended by writing over the cut.
    """
    places = {"station": station}
    found = [connection.execute(asked, places).first() for asked in (_LAST_EVENT, _LAST_HEAD)]
    known = [(int(row[0]), bytes(row[1])) for row in found if row is not None]
    return max(known, key=itemgetter(0), default=(0, GENESIS))


def missing_for_good(connection: Connection, ids: Sequence[EventId], *, full: bool = False) -> set[EventId]:
    """Those of these ids that are not in the record, after making sure that this stays so. Raises if it cannot.

    A commit whose sync failed may stand in the write-ahead log, unseen now and back at the next start; or be seen
    now and not be on the disk. So what is missing is written over by another commit, and what is there is copied
    into the database and synced. A disk that is full (`full`) stops a commit before it is whole: nothing is left.
    """
    with connection.begin():
        lost = _missing(connection, ids)
        if lost and not full:
            connection.exec_driver_sql(f"PRAGMA user_version = {_next_seal(connection)}")
    if len(lost) < len(ids):
        _sync_log(connection)
    return lost


def _next_seal(connection: Connection) -> int:
    return (int(one_value(connection, "PRAGMA user_version")) + 1) % 2**31


def _sync_log(connection: Connection) -> None:
    # On the driver's connection, because this cannot run in a transaction, and Core always begins one.
    driver: Any = connection.connection.dbapi_connection
    busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise OSError("database is locked")


def _missing(connection: Connection, ids: Sequence[EventId]) -> set[EventId]:
    known: set[EventId] = set()
    for start in range(0, len(ids), _IDS_AT_A_TIME):
        part = {"ids": list(ids[start : start + _IDS_AT_A_TIME])}
        known.update(EventId(row[0]) for row in connection.execute(_KNOWN, part))
    return set(ids) - known
