"""A backup put in the record's place: copied, brought up to date and verified first; the replaced file is kept."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from nursedesk.record.codec import decode_event
from nursedesk.record.events import Signed
from nursedesk.store.engine import is_cut_short, make_engine
from nursedesk.store.errors import Damaged, DiskRefused, NoSuite, StoreError, WrongKey, why_refused
from nursedesk.store.keys import Keys, load_file
from nursedesk.store.lock import FolderLock
from nursedesk.store.places import (
    KEY_FILE,
    check_place,
    database_path,
    key_path,
    make_private_folder,
    sync_folder,
    write_private,
)
from nursedesk.store.reader import Reader
from nursedesk.store.report import Fault, Report
from nursedesk.store.rows import read_instant
from nursedesk.store.schema import check_schema
from nursedesk.store.tables import EVENT
from nursedesk.store.verify import verify_database

_FAILED = "The backup could not be restored"
_BESIDE = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Missing:
    """What the record that is there has and the backup has not; times are when it was recorded."""

    events: int = 0
    first: datetime | None = None
    last: datetime | None = None
    visits: int = 0
    tickets: tuple[str, ...] = ()
    """Numbers of tickets that were signed in that time."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A verified copy of a backup beside the record, ready to take its place."""

    file: Path
    folder: Path
    keys: Keys = field(repr=False)
    report: Report
    there: bool
    """Whether there is a record to be replaced."""
    missing: Missing | None
    """None when the record that is there cannot be read."""

    @property
    def copy(self) -> Path:
        """The copy in the data folder."""
        return _making(self.folder)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """The backup's own record, as lists and people are read."""
        with closing(Reader(make_engine(self.copy, self.keys.database(), read_only=True))) as reader:
            yield reader


@contextmanager
def preparing(file: Path, folder: Path, keys: Keys) -> Iterator[Prepared]:
    """Hold the data folder, with a verified copy of the backup in it; what is not put in place is removed.

    Raises StoreError: beside an open desk, for a damaged file, another suite's, one of a newer program.
    """
    _refuse_what_cannot_be(file, folder, keys)
    check_place(folder)
    make_private_folder(folder)
    lock = FolderLock(folder)
    lock.acquire()
    try:
        _copy(file, _making(folder))
        yield _examined(file, folder, keys)
    finally:
        _remove(_making(folder))
        lock.release()


def put_in_place(prepared: Prepared, now: datetime) -> str:
    """Let the copy be the record from now on; returns the name the replaced file is kept under, or nothing.

    Killed at any moment, the folder has the old record or the new one, and the kept file is whole.
    """
    folder, final = prepared.folder, database_path(prepared.folder)
    kept = f"replaced-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}.db" if prepared.there else ""
    try:
        if kept:
            _keep(folder, folder / kept, prepared.keys)
        if not key_path(folder).exists():
            write_private(key_path(folder), (prepared.file.parent / KEY_FILE).read_bytes())
        for part in _BESIDE[1:]:
            # A log of the old record would be played into the new one.
            final.with_name(final.name + part).unlink(missing_ok=True)
        prepared.copy.replace(final)
        sync_folder(folder)
    except OSError as error:
        raise DiskRefused(
            f"{_FAILED} ({why_refused(error)}): the record is as it was; make room, or mend."
        ) from error
    return kept


def _making(folder: Path) -> Path:
    return folder / "record.db.restoring"


def _remove(file: Path) -> None:
    for part in _BESIDE:
        file.with_name(file.name + part).unlink(missing_ok=True)


def _refuse_what_cannot_be(file: Path, folder: Path, keys: Keys) -> None:
    try:
        if file.is_dir():
            raise NoSuite(f"{file} is a folder: nothing was changed; name a file record-….db in it.")
        if not file.is_file():
            raise NoSuite(f"There is no backup {file}: nothing was changed; name a file record-….db.")
        if file.resolve() == database_path(folder).resolve():
            raise DiskRefused(f"{file} is the record itself: nothing was changed; name a backup.")
        if _suite_of(file.parent) not in (None, _suite_of(folder)) and _suite_of(folder) is not None:
            raise WrongKey(
                f"{file.name} is a backup of another suite: nothing was changed; name one of this suite."
            )
        if is_cut_short(file, keys.database()):
            raise Damaged(f"{file.name} is cut short: nothing was changed; take the backup before it.")
    except OSError as error:
        raise DiskRefused(
            f"{file} cannot be read ({why_refused(error)}): nothing was changed; take another copy of it."
        ) from error


def _suite_of(folder: Path) -> str | None:
    try:
        return load_file(folder / KEY_FILE).suite
    except StoreError:
        return None


def _copy(file: Path, making: Path) -> None:
    _remove(making)
    try:
        for part in _BESIDE[:2]:
            source = file.with_name(file.name + part)
            if source.exists():
                _copy_file(source, making.with_name(making.name + part))
    except OSError as error:
        raise DiskRefused(
            f"{_FAILED} ({why_refused(error)}): nothing was changed; make room on this disk."
        ) from error


def _copy_file(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out, source.open("rb") as read:
        shutil.copyfileobj(read, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())


def _examined(file: Path, folder: Path, keys: Keys) -> Prepared:
    making = _making(folder)
    try:
        check_schema(make_engine(making, keys.database()), lambda _: None)
        report = verify_database(make_engine(making, keys.database(), read_only=True), keys)
    except WrongKey:
        raise WrongKey(
            f"This suite's key does not open {file.name}: nothing was changed; it is another suite's, or damaged."
        ) from None
    except SQLAlchemyError as error:
        raise Damaged(f"{file.name} is damaged: nothing was changed; take the backup before it.") from error
    problems = [one for one in report.problems if one.fault is not Fault.PROJECTION]
    if problems:
        raise Damaged(
            f"{file.name} does not verify: nothing was changed; take the backup before it. "
            f"({problems[0].sentence()})"
        )
    there = database_path(folder).exists()
    return Prepared(file, folder, keys, report, there, _missing(folder, keys) if there else Missing())


def _missing(folder: Path, keys: Keys) -> Missing | None:
    asked = select(EVENT.c.event_id, EVENT.c.recorded_utc, EVENT.c.encounter_id, EVENT.c.kind, EVENT.c.payload)
    try:
        with make_engine(_making(folder), keys.database(), read_only=True).connect() as backup:
            known = {row[0] for row in backup.execute(select(EVENT.c.event_id))}
        with make_engine(database_path(folder), keys.database(), read_only=True).connect() as record:
            rows = [row for row in record.execute(asked) if row.event_id not in known]
    except (StoreError, SQLAlchemyError):
        return None
    signed = {body.ticket_number for row in rows if isinstance(body := decode_event(row.payload).body, Signed)}
    times = sorted(read_instant(row.recorded_utc) for row in rows)
    first, last = (times[0], times[-1]) if times else (None, None)
    visits = {row.encounter_id for row in rows} - {None}
    return Missing(len(rows), first, last, len(visits), tuple(sorted(signed)))


def _keep(folder: Path, kept: Path, keys: Keys) -> None:
    """A whole copy of the record that is there, with what stands in its log."""
    final = database_path(folder)
    try:
        with make_engine(final, keys.database()).connect() as connection:
            driver = connection.connection.dbapi_connection
            if driver is not None:
                driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except (StoreError, SQLAlchemyError, OSError):
        pass  # it cannot be read, which may be why it is replaced: its files are kept as they are
    for part in _BESIDE[:2]:
        source = final.with_name(final.name + part)
        if source.exists() and (not part or source.stat().st_size):
            _copy_file(source, kept.with_name(kept.name + part))
    sync_folder(folder)
