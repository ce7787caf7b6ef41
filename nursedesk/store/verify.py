"""`verify`: is the record what was written? Database, chains, columns, checkpoints, projections.

It reads on a connection of its own that cannot write, so it may run beside an open desk, on any thread; a full
run keeps the interpreter busy, so beside a window it belongs in another process.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, select
from sqlalchemy.exc import DatabaseError

from nursedesk.record.codec import UnreadableEvent
from nursedesk.store.chain_check import ChainCheck, disagreement, stations_of
from nursedesk.store.checkpoint import FILES, Checkpoint, read_checkpoint, stored_checkpoints
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import Damaged
from nursedesk.store.keys import Keys
from nursedesk.store.pages import database_problems
from nursedesk.store.places import database_path
from nursedesk.store.projection import rows_from_ledger, rows_of, station_rows_from_ledger, visit_ids
from nursedesk.store.report import Fault, Problem, Report, StationChain
from nursedesk.store.rows import instant_text
from nursedesk.store.schema import check_schema
from nursedesk.store.tables import CHECKPOINT, ENCOUNTER, EVENT, SHIFT_LINE, TICKET, append_only_triggers

MAX_PROBLEMS = 1000
"""More than these are not listed: the record is damaged throughout."""


def verify(folder: Path, keys: Keys, checkpoint_folder: Path | None = None, *, full: bool = True) -> Report:
    """Check a data folder's record; `full=False` walks each chain only since its last signed checkpoint.

    `checkpoint_folder` holds copies of checkpoints kept elsewhere. Some 7,000 events a second in full.
    """
    engine = make_engine(database_path(folder), keys.database(), read_only=True)
    return verify_database(engine, keys, checkpoint_folder, full=full)


def verify_database(
    engine: Engine, keys: Keys, checkpoint_folder: Path | None = None, *, full: bool = True
) -> Report:
    """Check the database behind an engine, such as a backup's."""
    check = _Verification(keys, checkpoint_folder, full=full)
    problems: list[Problem] = []
    try:
        check_schema(engine)
        with engine.connect() as connection, connection.begin():
            problems += islice(check.problems(connection), MAX_PROBLEMS)
    except (Damaged, DatabaseError) as error:
        # A page that cannot be read stops the walk, and is a finding itself.
        problems.append(Problem(Fault.DATABASE, detail=_said(error)))
    return Report(full, check.events, check.visits, check.checkpoints, tuple(check.chains), tuple(problems))


def _said(error: Damaged | DatabaseError) -> str:
    """The engine's own few words about a fault."""
    return str(error.orig if isinstance(error, DatabaseError) else error.__cause__)


class _Verification:
    """One run over one snapshot of the database, counting what it saw."""

    def __init__(self, keys: Keys, folder: Path | None, *, full: bool) -> None:
        self._keys = keys
        self._folder = folder
        self._full = full
        self.events = 0
        self.visits = 0
        self.checkpoints = 0
        self.chains: list[StationChain] = []

    def problems(self, connection: Connection) -> Iterator[Problem]:
        if self._full:
            yield from database_problems(connection)
        yield from guard_problems(connection)
        trusted: dict[str, Checkpoint] = {}
        yield from self._checkpoints(connection, trusted)
        yield from self._chains(connection, {} if self._full else trusted)
        if self._full:
            yield from self._projections(connection)

    def _checkpoints(self, connection: Connection, trusted: dict[str, Checkpoint]) -> Iterator[Problem]:
        """Fills `trusted` with the last good checkpoint of each station."""
        key = self._keys.signer().public_key()
        copies, unreadable = _kept_elsewhere(self._folder)
        yield from (Problem(Fault.SIGNATURE, name) for name in unreadable)
        for checkpoint in (*stored_checkpoints(connection, latest_only=not self._full), *copies):
            self.checkpoints += 1
            where = (checkpoint.station, checkpoint.seq)
            if not checkpoint.is_signed_by(key):
                yield Problem(Fault.SIGNATURE, *where)
                continue
            wrong = disagreement(connection, checkpoint)
            if wrong and _left_behind(connection, checkpoint):
                continue
            if wrong:
                yield Problem(Fault.CHECKPOINT, *where, wrong)
            elif checkpoint.station not in trusted or trusted[checkpoint.station].seq < checkpoint.seq:
                trusted[checkpoint.station] = checkpoint

    def _chains(self, connection: Connection, trusted: dict[str, Checkpoint]) -> Iterator[Problem]:
        for station in stations_of(connection):
            check = ChainCheck(connection, self._keys.mac(), station, trusted.get(station))
            yield from check.problems()
            self.events += check.events
            self.chains.append(check.chain)

    def _projections(self, connection: Connection) -> Iterator[Problem]:
        try:
            visits = visit_ids(connection)
            self.visits = len(visits)
            yield from _visit_problems(connection, visits)
            for table, wanted in station_rows_from_ledger(connection).items():
                if _by_first_column(rows_of(connection, EVENT.metadata.tables[table])) != wanted:
                    yield Problem(Fault.PROJECTION, detail=table)
        except UnreadableEvent:
            return  # the chain's walk has told of it


def _left_behind(connection: Connection, checkpoint: Checkpoint) -> bool:
    """Whether a checkpoint is of the record that a restore replaced, as the chain itself says.

    A line `Restored` stands in the chain where it went on from the backup, so every later place is another's.
    """
    asked = (
        select(EVENT.c.event_id)
        .where(EVENT.c.kind == "Restored", EVENT.c.encounter_id.is_(None))
        .where(EVENT.c.station_id == checkpoint.station, EVENT.c.station_seq <= checkpoint.seq)
        .where(EVENT.c.recorded_utc >= instant_text(checkpoint.made))
    )
    return connection.execute(asked).first() is not None


def guard_problems(connection: Connection) -> Iterator[Problem]:
    """Triggers of the ledger that are gone or were changed."""
    asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    found = {str(sql) for _, sql in connection.exec_driver_sql(asked)}
    for table in (EVENT, CHECKPOINT):
        for wanted in append_only_triggers(table.name):
            if wanted not in found:
                yield Problem(Fault.GUARD_MISSING, detail=wanted.split()[2])


def _kept_elsewhere(folder: Path | None) -> tuple[list[Checkpoint], list[str]]:
    """The checkpoints whose files are in a folder, and the names of files that are none."""
    copies: list[Checkpoint] = []
    unreadable: list[str] = []
    for path in [] if folder is None else sorted(folder.glob(FILES)):
        try:
            copies.append(read_checkpoint(path))
        except Damaged:
            unreadable.append(path.name)
    return copies, unreadable


def _visit_problems(connection: Connection, visits: Iterable[str]) -> Iterator[Problem]:
    wanted_ids = set()
    for visit in visits:
        wanted = rows_from_ledger(connection, visit)
        if wanted.encounter is not None:
            wanted_ids.add(visit)
        if rows_of(connection, ENCOUNTER, id=visit) != ([wanted.encounter] if wanted.encounter else []):
            yield Problem(Fault.PROJECTION, detail=f"visits (visit {visit})")
        tickets = sorted(rows_of(connection, TICKET, encounter_id=visit), key=lambda row: int(row["version"]))
        if tickets != list(wanted.tickets):
            yield Problem(Fault.PROJECTION, detail=f"tickets (visit {visit})")
        lines = sorted(rows_of(connection, SHIFT_LINE, encounter_id=visit), key=lambda row: int(row["place"]))
        if lines != list(wanted.lines):
            yield Problem(Fault.PROJECTION, detail=f"lines of the log (visit {visit})")
    for table, column in ((ENCOUNTER, "id"), (TICKET, "encounter_id"), (SHIFT_LINE, "encounter_id")):
        for extra in sorted(_ids(connection, table, column) - wanted_ids):
            yield Problem(Fault.PROJECTION, detail=f"visits (visit {extra})")


def _ids(connection: Connection, table: Table, column: str) -> set[str]:
    return {str(row[0]) for row in connection.execute(table.select().with_only_columns(table.c[column]))}


def _by_first_column(rows: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {str(next(iter(row.values()))): row for row in rows}
