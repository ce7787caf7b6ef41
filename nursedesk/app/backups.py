"""Backups while the desk is open: once a minute it is asked whether one is due; made beside the window."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from nursedesk.app.core import Core
from nursedesk.desk.backing_up import BackupDone, BackupState, back_up, note, state_of
from nursedesk.store.errors import NurseDeskError
from nursedesk.ui import words
from nursedesk.ui.tasks import Reaction

LOOKS_EVERY_MS = 60_000

translate = QCoreApplication.translate


def backup_words(state: BackupState, zone: ZoneInfo, now: datetime) -> str:
    """`Last backup 14:02`; with its day when that is not today; or what is wrong, as a sentence."""
    if state.problem:
        return state.problem
    if not state.folder:
        return translate("Backups", "No backup folder is chosen: choose one in Settings.")
    if state.last is None:
        return translate("Backups", "No backup yet")
    time = words.clock_time(state.last, zone)
    if state.last.astimezone(zone).date() == now.astimezone(zone).date():
        return translate("Backups", "Last backup {time}").format(time=time)
    day = words.local_day(state.last, zone)
    return translate("Backups", "Last backup {day} {time}").format(day=day, time=time)


class Backups(QObject):
    """Keeps `core.backup` up to date; `show` is called with what there is to say of it."""

    def __init__(self, core: Core, show: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._core, self._show = core, show
        self._working = False
        self._looking = QTimer(self)
        self._looking.setInterval(LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on, beginning with a look at what there is."""
        self._looking.start()
        self.look()

    def rest(self) -> None:
        """The desk is closing."""
        self._looking.stop()

    def look(self) -> None:
        """Make a backup if one is due; one at a time."""
        if self._working:
            return
        self._working = True
        core, now = self._core, self._core.now()
        work = Reaction(self._done, self._failed)
        core.tasks.run(lambda _: back_up(core.desk.ledger, core.daybook.station, now), work)

    def _done(self, done: object) -> None:
        self._working = False
        if isinstance(done, BackupDone):
            note(self._core.daybook, done)
            self._keep(done.state)

    def _failed(self, failure: Exception) -> None:
        self._working = False
        if not isinstance(failure, NurseDeskError):
            raise failure
        said = self._core.wording.fault(failure)
        if said != self._core.backup.problem:
            # Said once, and not every minute; the words beside Saved and in Settings stay.
            self._core.say(said)
        state = state_of(self._core.folder, self._core.daybook.station)
        self._keep(BackupState(state.folder, state.last, said))

    def _keep(self, state: BackupState) -> None:
        core = self._core
        core.backup = state
        core.backup_told()
        self._show(backup_words(state, core.zone, core.now()))
