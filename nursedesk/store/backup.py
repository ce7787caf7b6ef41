"""Backups: an encrypted copy of the record in another folder, checked before it gets its name.

Beside the copies lies `keys.json`, so that passphrase or recovery key open them on another computer. May run on
any thread and beside an open desk, because it only reads the record.
"""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, select

from nursedesk.record.chain import GENESIS
from nursedesk.store.backup_names import backup_name, outdated, read_name, station_part
from nursedesk.store.checkpoint import Checkpoint
from nursedesk.store.copying import copy_record, page_problems, put_in_place, unfinished
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import Damaged, DiskRefused, NoSuite, why_refused
from nursedesk.store.keys import Keys, load, load_file
from nursedesk.store.ledger import Ledger
from nursedesk.store.places import KEY_FILE, key_path, write_private
from nursedesk.store.report import Fault
from nursedesk.store.tables import CHAIN_HEAD
from nursedesk.store.verify import verify_database

_FAILED = "The backup could not be made"


def backup(ledger: Ledger, into: Path, station: str, now: datetime) -> Path:
    """Back up an open record and return the file; each chain is walked since its last signed checkpoint."""
    return backup_folder(ledger.folder, ledger.keys, into, station, now, full=False)


def backup_folder(folder: Path, keys: Keys, into: Path, station: str, now: datetime, *, full: bool = True) -> Path:
    """Back up a data folder's record and return the file; `full` walks each chain from its beginning.

    Raises StoreError with a sentence; an unfinished file is not left. A record that does not verify is still
    copied, as `damaged-….db`, and told.
    """
    _prepare(folder, into)
    making = into / f"backup-{station_part(station)}.new"
    with unfinished(making, _FAILED):
        copy_record(folder, keys, making)
        _check(making, keys, into, station, full=full)
        name = backup_name(now, station, _code(making, keys, station, now)).text()
        write_private(into / KEY_FILE, key_path(folder).read_bytes())
        put_in_place(making, into / name)
    return into / name


def last_backup(into: Path, station: str) -> datetime | None:
    """When this station's newest backup in a folder was made; None when there is none."""
    mine = station_part(station)
    known = [read_name(path.name) for path in _files(into)]
    return max((one.made for one in known if one is not None and one.station == mine), default=None)


def remove_outdated(into: Path, now: datetime) -> int:
    """Remove the backups that are no longer kept; returns how many. See `backup_names.outdated`."""
    going = outdated((path.name for path in _files(into)), now)
    try:
        for name in going:
            (into / name).unlink(missing_ok=True)
    except OSError as error:
        raise DiskRefused(
            f"An old backup in {into} could not be removed ({why_refused(error)}): nothing else was changed; "
            "check the backup folder."
        ) from error
    return len(going)


def _files(into: Path) -> tuple[Path, ...]:
    try:
        return tuple(into.glob("record-*.db"))
    except OSError:
        return ()


def _prepare(folder: Path, into: Path) -> None:
    try:
        if into.resolve() == folder.resolve():
            raise DiskRefused(
                f"{into} is the data folder itself: nothing was copied; choose a folder on another disk."
            )
        into.mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise DiskRefused(
            f"The backup folder {into} cannot be used ({why_refused(error)}): nothing was copied; choose another."
        ) from error
    try:
        other = load_file(into / KEY_FILE).suite != load(folder).suite
    except NoSuite:
        other = False
    if other:
        raise DiskRefused(
            f"The folder {into} holds another suite's backups: nothing was copied; choose a folder of its own."
        )


def _check(making: Path, keys: Keys, into: Path, station: str, *, full: bool) -> None:
    problems = list(page_problems(making, keys))
    report = verify_database(make_engine(making, keys.database(), still=True), keys, full=full)
    # Lists that do not show what the events say can be made again; the events are what is kept.
    problems += [one.sentence() for one in report.problems if one.fault is not Fault.PROJECTION]
    if problems:
        kept = into / f"damaged-{station_part(station)}.db"
        put_in_place(making, kept)
        raise Damaged(
            f"The record does not verify, so this copy is no backup and is kept as {kept.name}: older backups are "
            f"unchanged; call for help. ({problems[0]})"
        )


def _code(making: Path, keys: Keys, station: str, now: datetime) -> str:
    with make_engine(making, keys.database(), still=True).connect() as connection:
        seq, head = _end(connection, station)
    return Checkpoint(station, seq, head, seq, now).code


def _end(connection: Connection, station: str) -> tuple[int, bytes]:
    asked = select(CHAIN_HEAD.c.station_seq, CHAIN_HEAD.c.hash).where(CHAIN_HEAD.c.station_id == station)
    found = connection.execute(asked).first()
    return (0, GENESIS) if found is None else (int(found[0]), bytes(found[1]))
