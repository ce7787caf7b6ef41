"""The disk is looked at once a minute, and somebody is told before it is full."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from nursedesk.app.core import Core
from nursedesk.desk.disk_watch import DiskState, look
from nursedesk.ui.tasks import Reaction

LOOKS_EVERY_MS = 60_000
SAYS_AGAIN_AFTER = 60
"""Looks between two times that the same is said."""

translate = QCoreApplication.translate


def disk_words(state: DiskState) -> str:
    """What there is to say of the disk; empty while there is room."""
    if state.free is None or not state.low:
        return ""
    left = f"{state.free / 1e6:.0f}\N{NO-BREAK SPACE}MB"
    if state.urgent:
        words = translate(
            "DiskWatch",
            "Only {left} are left on this computer’s disk, and nothing is kept back: presses will soon not be "
            "saved; have space made now.",
        )
    else:
        words = translate(
            "DiskWatch",
            "Only {left} are left on this computer’s disk: presses are still saved; have space made today.",
        )
    return words.format(left=left)


class DiskWatch(QObject):
    """Says it when it begins, when it grows urgent, and every hour while it lasts."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._said: tuple[bool, bool] | None = None
        self._since = 0
        self._looking = QTimer(self)
        self._looking.setInterval(LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on; the first look is a minute away, so that opening does not wait for the disk."""
        self._looking.start()

    def rest(self) -> None:
        """The desk is closing."""
        self._looking.stop()

    def look(self) -> None:
        """Look at the disk beside the window."""
        folder = self._core.folder
        # A look that fails says nothing of the record: the writer says what becomes of presses.
        self._core.tasks.run(lambda _: look(folder), Reaction(self._seen, lambda _: None))

    def _seen(self, state: object) -> None:
        if not isinstance(state, DiskState):
            return
        now, self._since = (state.low, state.urgent), self._since + 1
        if state.low and (now != self._said or self._since >= SAYS_AGAIN_AFTER):
            self._since = 0
            self._core.say(disk_words(state))
        self._said = now
