"""Where a station keeps what is beside the record: the folder of its backups and that of its emergency journal."""

import json
import os
import tempfile
from pathlib import Path

from nursedesk.desk import station_file
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.open_desk import journal_place
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, require_deed
from nursedesk.record.events import SettingChanged
from nursedesk.store.journal import Journal
from nursedesk.store.ledger import Ledger


def set_backup_folder(daybook: Daybook, ledger: Ledger, into: Path) -> None:
    """Backups go here from now on; those in the folder before stay there. Raises `Refused`; nothing is changed."""
    require_deed(daybook.session.person, Deed.SETTINGS)
    _usable(ledger.folder, into)
    station_file.change(ledger.folder, backup=str(into))
    _note(daybook, "backup", str(into))


def set_journal_folder(daybook: Daybook, ledger: Ledger, into: Path | None) -> None:
    """The emergency journal lies here from now on; None: where the platform keeps states. Raises `Refused`.

    A journal that holds presses stays where it is: at the next start it is looked for in one place only.
    """
    require_deed(daybook.session.person, Deed.SETTINGS)
    if into is not None:
        _usable(ledger.folder, into)
    before = station_file.read(ledger.folder).journal
    old = Journal.of(ledger.folder, ledger.keys, journal_place(ledger.folder))
    _require_empty(old)
    station_file.change(ledger.folder, journal=str(into or ""))
    ledger.use_journal(Journal.of(ledger.folder, ledger.keys, journal_place(ledger.folder)))
    try:
        # The writer may have put something there between the look and the change.
        _require_empty(old)
    except Refused:
        ledger.use_journal(old)
        station_file.change(ledger.folder, journal=before)
        raise
    _note(daybook, "journal", str(into or ""))


def _require_empty(journal: Journal) -> None:
    kept = journal.read()
    if kept.calls or kept.unreadable:
        raise Refused("journal_holds", {"folder": str(journal.folder)})


def _usable(record: Path, into: Path) -> None:
    """A folder that is there, takes a file, and is not the record's own."""
    where, own = into.resolve(), record.resolve()
    if where == own or own in where.parents:
        raise Refused("folder_of_record", {"folder": str(into)})
    if not into.is_absolute() or not into.is_dir():
        raise Refused("folder_not_there", {"folder": str(into)})
    try:
        with tempfile.TemporaryFile(dir=into) as made:
            made.write(b"1")
            made.flush()
            os.fsync(made.fileno())
    except OSError as error:
        raise Refused("folder_unwritable", {"folder": str(into)}) from error


def _note(daybook: Daybook, what: str, folder: str) -> None:
    """A station's folder is in the record like every setting; the suite's facts pass over the key."""
    daybook.write(
        None, SettingChanged(f"station {daybook.station}: {what}", json.dumps(folder, ensure_ascii=False))
    )
