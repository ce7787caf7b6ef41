"""Garbage is collected in the window's thread only: a widget deleted by another thread takes the program down."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2_000
SETTLING = 5
"""Rounds that only leave out what is there: the record is opened and pages are made, and nothing of it goes."""
FULL_EVERY = 30
"""Every so many rounds what has lived long is looked at too: about once a minute."""


class WindowThreadGarbage(QObject):
    """Collects what a day of presses leaves behind, by a timer of the window's thread; Python's own time is off.

    What is there in the first seconds (modules, first pages) is left out of every round.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rounds = self._settled = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._round)

    def begin(self) -> None:
        gc.disable()
        gc.freeze()
        self._timer.start(EVERY_MS)

    def _round(self) -> None:
        if self._settled < SETTLING:
            self._settled += 1
            gc.freeze()
        else:
            self.collect()

    def collect(self) -> None:
        """One round: the young, and now and then everything."""
        self.rounds += 1
        gc.collect(2 if self.rounds % FULL_EVERY == 0 else 1)

    def rest(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()
