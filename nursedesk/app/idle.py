"""Nobody has touched the desk for a while: names are hidden, later it locks. Timers and stops go on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow

MINUTE_MS = 60_000
CURTAIN_MINUTES, LOCK_MINUTES = 2, 10
LOOKS_EVERY_MS = 5_000

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`since_boot_ms` is the station's time since boot; a suspended computer was idle too."""

    def __init__(
        self,
        owner: QObject,
        since_boot_ms: Callable[[], int],
        curtain: Callable[[bool], None],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(owner)
        self._since_boot_ms, self._curtain, self._lock = since_boot_ms, curtain, lock
        self._touched = since_boot_ms()
        self._drawn = False
        self.doubtful = False
        """The curtain was drawn since somebody last said who she is: the next press may be another's."""
        self._window: QWindow | None = None
        self.set_minutes(CURTAIN_MINUTES, LOCK_MINUTES)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)

    def set_minutes(self, curtain: int, lock: int) -> None:
        """After how many idle minutes names are hidden, and the desk locks."""
        self._curtain_ms, self._lock_ms = curtain * MINUTE_MS, lock * MINUTE_MS

    def begin(self, window: QWindow | None) -> None:
        """Somebody is at the desk now; the window gets every touch before its widgets do."""
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)
        self._touch()
        self.doubtful = False
        self._looking.start()

    def rest(self) -> None:
        """Nobody is: there is nothing to hide or lock."""
        self._looking.stop()

    def look(self) -> None:
        """How long has nobody touched it?"""
        idle = self._since_boot_ms() - self._touched
        if idle >= self._lock_ms:
            self._lock()
        elif idle >= self._curtain_ms and not self._drawn:
            self._drawn = self.doubtful = True
            self._curtain(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._touch()
        return False

    def _touch(self) -> None:
        self._touched = self._since_boot_ms()
        if self._drawn:
            self._drawn = False
            self._curtain(False)
