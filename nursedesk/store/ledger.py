"""The record of a suite: opened or made in a data folder, appended to, and read from any thread.

`create_folder` makes one, `open_folder` opens it for the desk (one at a time), `open_reader` reads beside a desk.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from nursedesk.record.encounter import Status
from nursedesk.record.events import EncounterId, Event, EventId, PersonChanged
from nursedesk.store import ballast, projection
from nursedesk.store.copying import copy_checked
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import DiskFull, DiskRefused, NoSuite, StoreError, SuiteExists, store_error
from nursedesk.store.journal import Journal, Kept
from nursedesk.store.keys import Keys, create_key_file, new_keys, remember_in_keyring
from nursedesk.store.listed import Head, ListedTicket, ListedVisit
from nursedesk.store.lock import FolderLock
from nursedesk.store.places import check_place, database_path, key_path, make_private_folder, sync_folder
from nursedesk.store.reader import Reader
from nursedesk.store.schema import Tell, check_schema, told_to_nobody, upgrade
from nursedesk.store.writer import Done, Outcome, SaveState, Writer

__all__ = ["Created", "Ledger", "Outcome", "SaveState", "create_folder", "open_folder", "open_reader"]

T = TypeVar("T")


class Ledger:
    """An open record: holds the folder's lock, the writer's thread and a connection for reading."""

    def __init__(self, folder: Path, keys: Keys, lock: FolderLock) -> None:
        self.folder = folder
        self.keys = keys
        self._lock = lock
        engine = make_engine(database_path(folder), keys.database())
        self._writer = Writer(engine, keys.mac(), lambda: ballast.give_up(folder))
        try:
            self._reader = Reader(make_engine(database_path(folder), keys.database(), read_only=True))
        except BaseException:
            self._writer.close()
            raise

    def append(self, events: Sequence[Event], done: Done) -> None:
        """Save events in one transaction and return at once.

        `done` is called on the writer's thread with SAVED, NOT_SAVED, CHECKING or JOURNALLED, after the commit has
        returned; after the last two it is called once more. One that is there already (by id) counts as saved.
        """
        self._writer.append(events, done)

    def append_now(self, events: Sequence[Event]) -> Outcome:
        """Save events in one transaction and wait for the first outcome; never from the window's thread."""
        answer: Future[Outcome] = Future()

        def first(outcome: Outcome) -> None:
            if not answer.done():
                answer.set_result(outcome)

        self._writer.append(events, first)
        return answer.result()

    def take_journal(self, journal: Journal) -> Kept:
        """Put what the emergency journal holds into the record; to be done before anything is read.

        Returns what it held, in the order it was pressed; once that is noted, `journal.clear(kept)`. Twice taken
        adds nothing. Raises StoreError when the disk still refuses it: nothing is lost then.
        """
        kept, refused = journal.read(), 0
        for call in kept.calls:
            outcome = self._append_journalled(call)
            if outcome.state in (SaveState.JOURNALLED, SaveState.CHECKING):
                raise DiskRefused(
                    f"{len(kept.events)} entries in the emergency journal do not go into the record yet: they are "
                    f"safe there; make room on the disk, or have it mended, and open NurseDesk again. "
                    f"({outcome.reason})"
                )
            refused += outcome.state is SaveState.NOT_SAVED
        return replace(kept, refused=refused)

    def use_journal(self, journal: Journal) -> None:
        """From now on, what the disk refuses goes into the emergency journal."""
        self._writer.use_journal(journal)

    def _append_journalled(self, events: Sequence[Event]) -> Outcome:
        answer: Future[Outcome] = Future()

        def first(outcome: Outcome) -> None:
            if not answer.done():
                answer.set_result(outcome)

        self._writer.append(events, first, journalled=True)
        return answer.result()

    def run(self, job: Callable[[Connection], T]) -> T:
        """Run a job of the store in a writing transaction and wait for it."""
        return self._writer.run(job)

    def rebuild_projections(self) -> int:
        """Make every projection again from the events; returns the number of visits."""
        return self._writer.run(projection.rebuild)

    def close(self) -> None:
        """Finish what is queued, close the connections and give the folder back."""
        # The writer last, so that it is the one to fold the write-ahead log into the database.
        self._reader.close()
        self._writer.close()
        self._lock.release()

    # --- reading: see Reader -----------------------------------------------------------------------

    @property
    def reader(self) -> Reader:
        """Every read of the record."""
        return self._reader

    def events_of(self, encounter_id: EncounterId) -> tuple[Event, ...]:
        """Every event of a visit in the order they were saved; empty when there is no such visit."""
        return self._reader.events_of(encounter_id)

    def open_encounters(self) -> dict[EncounterId, tuple[Event, ...]]:
        """The events of every open visit."""
        return self._reader.open_encounters()

    def encounters_with(self, status: Status) -> dict[EncounterId, tuple[Event, ...]]:
        """The events of every visit in a state: open, closed (waits for a signature) or signed."""
        return self._reader.encounters_with(status)

    def station_events(self, kinds: Iterable[str]) -> tuple[Event, ...]:
        """The events of no visit of these kinds in the order they were saved."""
        return self._reader.station_events(kinds)

    def encounters_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[EncounterId, tuple[Event, ...]]]:
        """The visits that were open at any time in [start, end), by opening."""
        return self._reader.encounters_between(start, end)

    def find_events(self, event_ids: Sequence[EventId]) -> dict[EventId, Event]:
        """Those of these events that are in the record."""
        return self._reader.find_events(event_ids)

    def head(self, station_id: str) -> Head:
        """How far a station's chain has come."""
        return self._reader.head(station_id)

    def visits(
        self, *, name: str = "", mrn: str = "", status: Status | None = None, limit: int = 200
    ) -> tuple[ListedVisit, ...]:
        """Visits by the beginning of a patient's name, by MRN, by state; the latest first."""
        return self._reader.visits(name=name, mrn=mrn, status=status, limit=limit)

    def visit(self, encounter_id: EncounterId) -> ListedVisit | None:
        """One visit as lists show it, or None."""
        return self._reader.visit(encounter_id)

    def tickets(
        self, *, number: str | None = None, encounter_id: EncounterId | None = None, status: str | None = None
    ) -> tuple[ListedTicket, ...]:
        """Versions of tickets by number, visit or status; by number, then version."""
        return self._reader.tickets(number=number, encounter_id=encounter_id, status=status)

    def last_ticket_number(self, prefix: str) -> str | None:
        """The highest ticket number in use that begins so, e.g. `A-261124-`."""
        return self._reader.last_ticket_number(prefix)

    def people(self) -> tuple[PersonChanged, ...]:
        """Everybody as last changed, by sign-in name."""
        return self._reader.people()

    def settings(self) -> dict[str, str]:
        """Every setting as last changed: key → JSON."""
        return self._reader.settings()


@dataclass(frozen=True, slots=True)
class Created:
    """A new suite: its open ledger, the recovery key to print once, and whether the keyring keeps the keys."""

    ledger: Ledger
    recovery_key: str = field(repr=False)
    in_keyring: bool


def create_folder(folder: Path, passphrase: str, *, use_keyring: bool = True) -> Created:
    """Make a data folder with an empty record and open it; SuiteExists when it has one, or part of one."""
    check_place(folder)
    make_private_folder(folder)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        keys = new_keys()
        recovery_key = _make_record(folder, keys, passphrase)
        ledger = Ledger(folder, keys, lock)
    except BaseException:
        lock.release()
        raise
    return Created(ledger, recovery_key, use_keyring and _remembered(folder, keys))


def _remembered(folder: Path, keys: Keys) -> bool:
    try:
        return remember_in_keyring(folder, keys)
    except StoreError:
        # The suite is made and its passphrase opens it; a keyring is only a convenience.
        return False


def open_folder(folder: Path, keys: Keys, tell: Tell = told_to_nobody) -> Ledger:
    """Open a record for the desk, bringing its tables up to date; AlreadyRunning when another program has it.

    `tell` hears how far a long bringing up to date has come.
    """
    check_place(folder)
    _require_record(folder)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        try:
            return _opened(folder, keys, lock, tell)
        except (DiskFull, DiskRefused):
            # Even opening writes a little; what is kept back for a full disk serves this too.
            if not (ballast.is_full(folder) and ballast.give_up(folder)):
                raise
            return _opened(folder, keys, lock, tell)
    except BaseException:
        lock.release()
        raise


def _opened(folder: Path, keys: Keys, lock: FolderLock, tell: Tell) -> Ledger:
    _bring_up_to_date(folder, keys, tell)
    return Ledger(folder, keys, lock)


def _bring_up_to_date(folder: Path, keys: Keys, tell: Tell) -> None:
    def keep(revision: str) -> None:
        copy_checked(folder, keys, folder / f"record-of-schema-{revision}.db")

    check_schema(make_engine(database_path(folder), keys.database()), keep, tell)


def open_reader(folder: Path, keys: Keys) -> Reader:
    """Open a record for reading only, also beside an open desk."""
    _require_record(folder)
    engine = make_engine(database_path(folder), keys.database(), read_only=True)
    check_schema(engine)
    return Reader(engine)


def has_suite(folder: Path) -> bool:
    """Whether a data folder holds a record and its keys."""
    return database_path(folder).exists() and key_path(folder).exists()


def _require_record(folder: Path) -> None:
    if not database_path(folder).exists():
        unfinished = (
            " (its set-up was not finished, or its record.db was moved)" if key_path(folder).exists() else ""
        )
        raise NoSuite(
            f"There is no record in {folder}{unfinished}: set up a suite in an empty folder, or choose the folder "
            "that has it."
        )


def _make_record(folder: Path, keys: Keys, passphrase: str) -> str:
    """Database, keys, then the database's name: a crash never leaves a named record without keys."""
    final = database_path(folder)
    if final.exists() or key_path(folder).exists():
        raise SuiteExists(
            f"There is a record in {folder} already, or a part of one: nothing was changed; open it, or choose an "
            "empty folder."
        )
    making = final.with_name(final.name + ".new")
    try:
        making.unlink(missing_ok=True)
        with make_engine(making, keys.database(), create=True).connect() as connection, connection.begin():
            upgrade(connection)
        recovery_key = create_key_file(folder, keys, passphrase)
        making.replace(final)
        sync_folder(folder)
    except (SQLAlchemyError, OSError) as error:
        fault = store_error(error, "The suite could not be set up")
        raise fault or DiskRefused("The suite could not be set up on this disk: choose another folder.") from error
    return recovery_key
