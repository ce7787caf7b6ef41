"""Backups of an open desk: whether one is due, the copy itself, and what there is to say of it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nursedesk.desk import station_file
from nursedesk.desk.daybook import Daybook
from nursedesk.record.events import BackedUp, StationId
from nursedesk.store.backup import backup, last_backup, remove_outdated
from nursedesk.store.backup_names import due
from nursedesk.store.errors import DiskRefused
from nursedesk.store.ledger import Ledger


@dataclass(frozen=True, slots=True)
class BackupState:
    """Where backups go (empty: nowhere), when the newest was made, and why the next could not be."""

    folder: str = ""
    last: datetime | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BackupDone:
    """What came of a turn: `file` is the name of a new backup, empty when none was due."""

    state: BackupState
    file: str = ""


def state_of(folder: Path, station: StationId) -> BackupState:
    """What the station's file and its backup folder say; reads the disk."""
    into = station_file.read(folder).backup
    return BackupState(into, last_backup(Path(into), station) if into else None)


def back_up(ledger: Ledger, station: StationId, now: datetime, *, leaving: bool = False) -> BackupDone:
    """Make a backup when one is due, or at leaving when anything changed since the last; old ones go.

    May run on any thread. Raises StoreError with a sentence; the backups that are there stay.
    """
    state = state_of(ledger.folder, station)
    changed = ledger.reader.newest_kind() not in (None, BackedUp.__name__)
    if not state.folder or not (changed if leaving else due(state.last, now, changed=changed)):
        return BackupDone(state)
    into = Path(state.folder)
    if not into.parent.is_dir():
        raise DiskRefused(
            f"The backup folder {into} is not there: nothing was copied, and the record is safe; connect its "
            "disk, or choose another folder in Settings."
        )
    made = backup(ledger, into, station, now)
    remove_outdated(into, now)
    return BackupDone(BackupState(state.folder, now), made.name)


def note(daybook: Daybook, done: BackupDone) -> None:
    """Put a new backup into the ledger; the next copy holds that line."""
    if done.file:
        daybook.write_of_itself(BackedUp(done.file))
