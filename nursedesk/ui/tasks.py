"""Long work beside the screen: a QRunnable does it, a dispatcher in the screen's thread tells what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot


class Cancelled(Exception):
    """Raised inside a piece of work at its next progress call after it was cancelled."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the screen does next, each called in its own thread; `failed` gets the exception."""

    done: Callable[[object], None]
    failed: Callable[[Exception], None]
    progressed: Callable[[int, int], None] | None = None
    """(steps done, steps in all)."""


class Progress:
    """Handed to a piece of work: it says how far it is and learns here that nobody wants it any more."""

    def __init__(self, tell: Callable[[int, int], None], stop: Event) -> None:
        self._tell = tell
        self._stop = stop

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._tell(done, total)


Work = Callable[[Progress], object]


class _Runnable(QRunnable):
    def __init__(self, number: int, work: Work, stop: Event, dispatcher: "Dispatcher") -> None:
        super().__init__()
        self._number, self._work, self._stop, self._dispatcher = number, work, stop, dispatcher

    def run(self) -> None:
        number, owner = self._number, self._dispatcher
        try:
            value = self._work(Progress(lambda d, t: owner.progressed.emit(number, d, t), self._stop))
        except Exception as failure:
            owner.failed.emit(number, failure)
        else:
            owner.done.emit(number, value)


class Dispatcher(QObject):
    """Owns the signals, so that a piece of work may outlive the page that asked for it."""

    done = Signal(int, object)
    failed = Signal(int, object)
    progressed = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._waiting: dict[int, tuple[Reaction, Event]] = {}
        self._next = 0
        self.done.connect(self._on_done)
        self.failed.connect(self._on_failed)
        self.progressed.connect(self._on_progressed)

    def run(self, work: Work, reaction: Reaction) -> int:
        """Begin a piece of work; the number returned cancels it."""
        self._next += 1
        stop = Event()
        self._waiting[self._next] = (reaction, stop)
        self._pool.start(_Runnable(self._next, work, stop, self))
        return self._next

    def cancel(self, number: int) -> None:
        """Nothing more is heard of this piece of work; it ends at its next progress call."""
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting[1].set()

    def busy(self) -> bool:
        """True while an answer is still to come."""
        return bool(self._waiting)

    def close(self) -> None:
        """Cancel everything and wait until no thread of ours runs."""
        for number in tuple(self._waiting):
            self.cancel(number)
        self._pool.clear()
        self._pool.waitForDone()

    @Slot(int, object)
    def _on_done(self, number: int, value: object) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            waiting[0].done(value)

    @Slot(int, object)
    def _on_failed(self, number: int, failure: Exception) -> None:
        waiting = self._waiting.pop(number, None)
        if waiting is not None and not isinstance(failure, Cancelled):
            waiting[0].failed(failure)

    @Slot(int, int, int)
    def _on_progressed(self, number: int, done: int, total: int) -> None:
        waiting = self._waiting.get(number)
        if waiting is not None and waiting[0].progressed is not None:
            waiting[0].progressed(done, total)
