"""Is everything well that this station depends on? One sentence each; nothing is opened, changed or kept."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nursedesk import __version__
from nursedesk.desk import station_file
from nursedesk.desk.open_desk import journal_place
from nursedesk.record.events import StationId
from nursedesk.store import ballast
from nursedesk.store.backup import last_backup
from nursedesk.store.engine import check_engine, engine_version
from nursedesk.store.errors import NurseDeskError
from nursedesk.store.keys import keyring_name, load
from nursedesk.store.ledger import has_suite
from nursedesk.store.lock import is_running
from nursedesk.store.places import KEY_FILE, check_place

OLD_BACKUP, TOO_OLD_BACKUP = timedelta(hours=24), timedelta(days=7)
"""Over a weekend the desk is closed; after a week nobody has looked."""


class Level(StrEnum):
    FINE = "fine"
    NOTE = "note"
    """Worth knowing; nothing is lost by it."""
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Said:
    """What was looked at, how it is, and one sentence."""

    what: str
    level: Level
    sentence: str


@dataclass(frozen=True, slots=True)
class World:
    """What the doctor asks of the system; each answer may be that it is not known."""

    now: datetime
    time_kept: Callable[[], bool | None]
    """Whether the clock is kept by a time server; None when the system does not say."""
    printers: Callable[[], tuple[str, ...] | None]
    display: Callable[[], bool | None]


def examine(folder: Path, world: World) -> Iterator[Said]:
    """Everything there is to say of this station, in the order it is looked at."""
    yield from _program()
    yield _engine()
    yield _clock(world)
    yield from _zone(folder)
    yield _display(world)
    yield _printer(folder, world)
    yield from _record(folder)
    yield from _disk(folder)
    yield _keyring(folder)
    yield _backup(folder, world.now)
    yield from _journal(folder)


def _program() -> Iterator[Said]:
    parts = [f"NurseDesk {__version__}", f"Python {sys.version.split()[0]}"]
    for package, name in (("pyside6-essentials", "Qt for Python"), ("cryptography", "cryptography")):
        try:
            parts.append(f"{name} {version(package)}")
        except PackageNotFoundError:
            yield Said("program", Level.NOTE, f"The version of {name} is not known.")
    yield Said("program", Level.FINE, f"{', '.join(parts)}.")


def _engine() -> Said:
    engine = engine_version()
    try:
        check_engine()
    except NurseDeskError as error:
        return Said("database", Level.WRONG, str(error))
    return Said(
        "database", Level.FINE, f"SQLite {engine} with SQLCipher: its write-ahead log is one that loses nothing."
    )


def _clock(world: World) -> Said:
    kept = world.time_kept()
    if kept is None:
        return Said(
            "clock", Level.NOTE, "Whether a time server keeps this clock is not known: have somebody look once."
        )
    if not kept:
        return Said(
            "clock",
            Level.NOTE,
            "No time server keeps this clock, so the times of presses may drift: have the system’s time service "
            "turned on.",
        )
    return Said("clock", Level.FINE, "A time server keeps this clock.")


def _zone(folder: Path) -> Iterator[Said]:
    zone = station_file.read(folder).zone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Said("zone", Level.WRONG, f"The suite’s zone {zone} is not known here: install the program again.")
    else:
        yield Said("zone", Level.FINE, f"The suite’s zone is {zone}.")


def _display(world: World) -> Said:
    there = world.display()
    if there is None:
        return Said("display", Level.NOTE, "Whether there is a display is not known.")
    if not there:
        return Said("display", Level.WRONG, "There is no display here, so the window cannot open; commands work.")
    return Said("display", Level.FINE, "There is a display.")


def _printer(folder: Path, world: World) -> Said:
    found = world.printers()
    wanted = station_file.read(folder).printer
    if found is None:
        return Said("printer", Level.NOTE, "Which printers there are is not known.")
    if wanted and wanted not in found:
        return Said("printer", Level.WRONG, f"The printer {wanted} of this station is not there: choose another.")
    if not found:
        return Said("printer", Level.NOTE, "There is no printer: tickets and sheets can be saved as PDF.")
    return Said("printer", Level.FINE, f"Printers: {', '.join(found)}.")


def _record(folder: Path) -> Iterator[Said]:
    try:
        check_place(folder)
    except NurseDeskError as error:
        yield Said("data folder", Level.WRONG, str(error))
        return
    if not has_suite(folder):
        yield Said("data folder", Level.NOTE, f"There is no suite in {folder}: the desk asks to make one.")
        return
    wide = os.name != "nt" and folder.stat().st_mode & 0o077
    if wide:
        yield Said(
            "data folder",
            Level.WRONG,
            f"Others may look into {folder}: open the desk once, or have it closed (0700).",
        )
    running = "open now" if is_running(folder) else "closed"
    yield Said("data folder", Level.FINE, f"The record is in {folder}; the desk is {running}.")


def _disk(folder: Path) -> Iterator[Said]:
    free = ballast.free_bytes(folder if folder.exists() else folder.parent)
    if free is None:
        yield Said("disk", Level.NOTE, "How much is left on the record’s disk is not known.")
        return
    left = f"{free / 1e9:.1f} GB"
    if free < ballast.LOW:
        yield Said("disk", Level.WRONG, f"Only {left} are left on the record’s disk: make space.")
    else:
        yield Said("disk", Level.FINE, f"{left} are left on the record’s disk.")
    if has_suite(folder) and not ballast.is_there(folder):
        yield Said("disk", Level.NOTE, "No room is kept back for a full disk yet: the open desk does that.")


def _keyring(folder: Path) -> Said:
    name = keyring_name()
    if name is None:
        return Said("keyring", Level.NOTE, "There is no keyring here: the passphrase is asked at each start.")
    kept = has_suite(folder) and _wraps(folder) is not None
    does = "opens this record" if kept else "does not open this record: the passphrase is asked at each start"
    return Said("keyring", Level.FINE if kept else Level.NOTE, f"The keyring ({name}) {does}.")


def _wraps(folder: Path) -> object:
    try:
        return load(folder).wrap("keyring")
    except NurseDeskError:
        return None


def _backup(folder: Path, now: datetime) -> Said:
    station = station_file.read(folder)
    if not has_suite(folder):
        return Said("backup", Level.NOTE, "There is nothing to back up yet.")
    if not station.backup:
        level = Level.NOTE if now - _made(folder) <= OLD_BACKUP else Level.WRONG
        return Said(
            "backup", level, "No backup folder is chosen, so nothing is backed up: choose one in Settings."
        )
    into = Path(station.backup)
    refused = _refuses(into)
    if refused:
        return Said(
            "backup", Level.WRONG, f"The backup folder {into} cannot be written ({refused}): choose another."
        )
    last = last_backup(into, StationId(station.station))
    if last is None:
        return Said("backup", Level.WRONG, f"There is no backup of this station in {into} yet: open the desk.")
    age = now - last
    if age > OLD_BACKUP:
        level = Level.WRONG if age > TOO_OLD_BACKUP else Level.NOTE
        return Said("backup", level, f"The last backup is {age.days} days old: open the desk, and it makes one.")
    if _same_disk(into, folder):
        return Said(
            "backup", Level.NOTE, f"Backups are on the record’s own disk ({into}): one on another is safer."
        )
    return Said("backup", Level.FINE, f"The last backup is {age.total_seconds() / 3600:.1f} hours old, in {into}.")


def _made(folder: Path) -> datetime:
    """When the suite was made: its file of keys is hardly ever changed afterwards."""
    return datetime.fromtimestamp((folder / KEY_FILE).stat().st_mtime, UTC)


def _journal(folder: Path) -> Iterator[Said]:
    place = journal_place(folder)
    refused = _refuses(place)
    if refused:
        yield Said(
            "journal",
            Level.WRONG,
            f"The emergency journal’s folder {place} cannot be written ({refused}): choose another in Settings.",
        )
        return
    if _same_disk(place, folder):
        yield Said(
            "journal",
            Level.NOTE,
            f"The emergency journal is on the record’s own disk ({place}): when that is full, both are.",
        )
    else:
        yield Said("journal", Level.FINE, f"The emergency journal is in {place}.")
    aside = len(tuple(place.glob("suite-*/aside-*")))
    if aside:
        yield Said(
            "journal", Level.WRONG, f"{aside} files of the journal could not be used and are put aside in {place}."
        )


def _refuses(folder: Path) -> str:
    """Why a folder, or the nearest one above it that is there, cannot be written; empty when it can."""
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), None)
    if there is None:
        return "it is not there"
    try:
        with tempfile.TemporaryFile(dir=there) as made:
            made.write(b"doctor")
            made.flush()
            os.fsync(made.fileno())
    except OSError as error:
        return error.strerror or "it refuses"
    return ""


def _same_disk(one: Path, other: Path) -> bool:
    def disk(folder: Path) -> int | None:
        there = next((each for each in (folder, *folder.parents) if each.exists()), None)
        return None if there is None else there.stat().st_dev

    return disk(one) == disk(other)
