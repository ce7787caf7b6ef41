"""The settings' wiring of what a station keeps beside the record: backups and the emergency journal."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from nursedesk.app.backups import backup_words
from nursedesk.app.core import Core
from nursedesk.desk import station_file
from nursedesk.desk.open_desk import journal_place
from nursedesk.desk.refusal import Refused
from nursedesk.desk.station_folders import set_backup_folder, set_journal_folder
from nursedesk.ui.settings.kept import Kept, KeptActions

translate = QCoreApplication.translate


def kept_of(core: Core) -> Kept:
    """The folders, and what there is to say of the last backup."""
    own = station_file.read(core.folder)
    said, trouble = backup_said(core)
    return Kept(
        backup=own.backup,
        said=said,
        trouble=trouble,
        journal=own.journal,
        journal_otherwise="" if own.journal else str(journal_place(core.folder)),
    )


def backup_said(core: Core) -> tuple[str, bool]:
    """`Last backup 14:02` and whether something is wrong with it; empty while a new folder is looked at."""
    folder = station_file.read(core.folder).backup
    if not folder:
        return translate("Backups", "No backups are made until a folder is chosen."), True
    if core.backup.folder != folder:
        return "", False
    return backup_words(core.backup, core.zone, core.now()), bool(core.backup.problem)


def kept_actions(core: Core, shown_anew: Callable[[], None]) -> KeptActions:
    """What the panel's fields do; `shown_anew` shows the settings as they are then."""

    def backup(folder: str) -> str:
        set_backup_folder(core.daybook, core.desk.ledger, Path(folder))
        core.back_up_now()
        return ""

    def journal(folder: str) -> str:
        set_journal_folder(core.daybook, core.desk.ledger, Path(folder) if folder else None)
        return ""

    def said(use: Callable[[str], str], folder: str) -> str:
        try:
            use(folder)
        except Refused as refused:
            return core.refusal(refused)
        shown_anew()
        return ""

    return KeptActions(lambda folder: said(backup, folder), lambda folder: said(journal, folder))
