"""What `bench_desk` measures, one thing in each process: `python -m tests.bench.desk_runs NAME FOLDER`.

A run prints one JSON object. Moments are of the monotonic clock, which the parent's process shares.
"""

import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

PAGE, ROUNDS, WARM_UP, SLOW_S, PATIENCE_S = 4096, 300, 20, 3.0, 10
SIZE, ROOM = (1600, 1000), (1920, 1080)


def now() -> float:
    """Seconds of the monotonic clock."""
    return time.monotonic_ns() / 1e9


def memory() -> float:
    """Resident MiB of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def say(**found: object) -> None:
    """Print what was found."""
    print(json.dumps(found), flush=True)


def percentiles(seconds: Sequence[float]) -> dict[str, float]:
    """p50, p99 and the worst in ms."""
    found = sorted(seconds)
    last = min(len(found) - 1, int(len(found) * 0.99))
    return {"p50": statistics.median(found) * 1e3, "p99": found[last] * 1e3, "max": found[-1] * 1e3}


# --- starting -------------------------------------------------------------------------------------


def bare(with_store: bool) -> None:
    """A Qt window of the same size with nothing in it; with the store's library imported, or without."""
    from PySide6.QtWidgets import QApplication, QWidget

    if with_store:
        import sqlmodel  # noqa: F401 - what importing it costs is the measure

    app = QApplication(["bare"])
    window = QWidget()
    window.resize(*SIZE)
    _on_paint(window, lambda: (say(painted=now(), cpu=time.process_time(), memory=memory()), app.quit()))
    window.show()
    app.exec()


def _on_paint(widget: object, then: Callable[[], object]) -> None:
    """Call `then` once, when the first painting of a widget is over."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    class First(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, then)
            return False

    assert isinstance(widget, QWidget)
    widget.installEventFilter(First(widget))


@dataclass
class Start:
    """The program started as a person starts it, up to the sign-in page, or on to the board."""

    folder: Path
    to_board: bool

    def run(self) -> None:
        import nursedesk.app
        from nursedesk.app.station import Station

        measure = self

        class Watched(Station):
            def begin(self) -> None:
                super().begin()
                measure.station = self
                _on_paint(self.entrance.page, measure.painted)

        nursedesk.app.Station = Watched  # type: ignore[misc] # watched from outside, so that nothing in it is changed
        self.found: dict[str, float] = {}
        if self.to_board:
            _give_keys(self.folder)
        sys.argv = ["nursedesk", "--data", str(self.folder)]
        from nursedesk.__main__ import main

        main()

    def painted(self) -> None:
        """The sign-in page is there."""
        from PySide6.QtCore import QTimer

        self.found |= {"painted": now(), "cpu": time.process_time()}
        self._poll = QTimer()
        self._poll.setInterval(2)
        self._poll.timeout.connect(self._opened)
        self._poll.start()

    def _opened(self) -> None:
        """What is done behind the page has come to its end."""
        if "sqlmodel" not in sys.modules or self.station.tasks.busy():
            return
        self._poll.stop()
        self.found |= {"opened": now()}
        if not self.to_board:
            self._end()
            return
        entrance = self.station.entrance
        entrance.door.enter("jdoe", "password")
        self.station._entered(entrance.desk, entrance.door)
        _on_paint(self.station.shell.board.page, self._board)

    def _board(self) -> None:
        from PySide6.QtCore import QTimer

        self.found |= {"board": now(), "board_cpu": time.process_time()}
        self._poll = QTimer()
        self._poll.setInterval(20)
        self._poll.timeout.connect(self._looked)
        self._poll.start()

    def _looked(self) -> None:
        """Every look is there, then the pages a first press will want."""
        shell = self.station.shell
        if shell.looked() and "looked" not in self.found:
            self.found |= {"looked": now(), "board_memory": memory()}
        if shell.looked() and shell.ready():
            self._end()

    def _end(self) -> None:
        from PySide6.QtWidgets import QApplication

        self._poll.stop()
        say(**{"looked": now(), **self.found}, memory=memory())
        QApplication.quit()


def _give_keys(folder: Path) -> None:
    """The keys as a keyring would give them: no passphrase is stretched."""
    from nursedesk.store import keys

    master, signing = (bytes.fromhex(one) for one in (folder.parent / "keys").read_text().split())
    keys.open_with_keyring = lambda _: keys.Keys(master, signing)


# --- pressing -------------------------------------------------------------------------------------


class Pressing:
    """The demo's board in its window, pressed Start and Stop."""

    def __init__(self, folder: Path) -> None:
        from nursedesk.app import application
        from nursedesk.app.hands import Hands
        from nursedesk.app.station import Station

        _give_keys(folder)
        self.station = Station(application(folder), folder, None)
        self.station.frame.resize(*ROOM)
        self.station.begin()
        self.hands = Hands(self.station.frame)
        entrance = self.station.entrance
        self.hands.wait(lambda: entrance.desk is not None, "the record is open")
        entrance.door.enter("jdoe", "password")
        self.station._entered(entrance.desk, entrance.door)
        self.shell = self.station.shell
        self.settle()
        self._count_paints()

    def _count_paints(self) -> None:
        from nursedesk.ui.board.chair_card import ChairCard
        from PySide6.QtCore import QEvent, QObject

        self.painted: set[str] = set()
        run = self

        class Eye(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    run.painted.add(watched.objectName())
                return False

        self._eye = Eye()
        for card in self.station.frame.findChildren(ChairCard):
            card.installEventFilter(self._eye)
            for part in card.findChildren(QObject):
                if part.isWidgetType() and part.objectName():
                    part.installEventFilter(self._eye)

    def settle(self) -> None:
        book = self.shell.core.daybook
        self.hands.wait(lambda: book.waiting() == 0 and self.shell.looked(), "everything is saved")

    def targets(self) -> list[str]:
        """Buttons of rows that run or are prepared, one after the other."""
        from PySide6.QtWidgets import QWidget

        shown = [
            one
            for one in self.station.frame.findChildren(QWidget)
            if one.isEnabled() and not one.visibleRegion().isEmpty()
        ]
        names = (one.objectName() for one in shown)
        return sorted(name for name in names if name.startswith(("stopButton_", "startButton_")))

    def press(self, name: str) -> tuple[float, float | None]:
        """Seconds to the painted card, and to `Saved` when it is waited for elsewhere: None here."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        button = self.hands.find(name)
        card = f"chairCard_{name.split('_')[1]}"
        self.painted.clear()
        began = now()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        while card not in self.painted:
            QApplication.processEvents()
            if now() - began > PATIENCE_S:
                raise SystemExit(f"{name} was pressed and {card} was not painted: {sorted(self.painted)}")
        return now() - began, began

    def saved(self, began: float) -> float:
        """Seconds from the press until the writer's word is shown."""
        from PySide6.QtCore import QEventLoop
        from PySide6.QtWidgets import QApplication

        while self.shell.core.daybook.waiting():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()
        return now() - began

    def undo(self) -> None:
        self.shell._undo()
        self.settle()

    def repaint(self, name: str) -> None:
        self.hands.find(f"chairCard_{name.split('_')[1]}").repaint()


def press(folder: Path) -> None:
    """Press → card painted → saved, taking turns with one bare fsync'd page and one repaint of the same card."""
    desk = Pressing(folder)
    names = desk.targets()
    handle = os.open(folder.parent / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    painted: list[float] = []
    saved: list[float] = []
    floor: list[float] = []
    for number in range(ROUNDS + WARM_UP):
        name = names[number % len(names)]
        began = now()
        os.write(handle, bytes(PAGE))
        os.fsync(handle)
        desk.repaint(name)
        floor.append(now() - began)
        took, began = desk.press(name)
        painted.append(took)
        saved.append(desk.saved(began))
        desk.settle()
        desk.undo()
    found = {"painted": painted, "saved": saved, "floor": floor}
    say(buttons=names, **{what: percentiles(times[WARM_UP:]) for what, times in found.items()})
    desk.station.close()


def slow(folder: Path) -> None:
    """Press → card painted while every commit takes three seconds."""
    desk = Pressing(folder)
    names = desk.targets()
    ended = threading.Event()
    ledger = desk.shell.core.desk.ledger

    def hold_up() -> None:
        while not ended.is_set():
            ledger.run(lambda _: time.sleep(SLOW_S))

    holder = threading.Thread(target=hold_up)
    holder.start()
    painted = []
    for number in range(100):
        painted.append(desk.press(names[number % len(names)])[0])
        desk.shell._undo()
    ended.set()
    waiting = desk.shell.core.daybook.waiting()
    holder.join()
    desk.settle()
    say(painted=percentiles(painted), waiting=waiting)
    desk.station.close()


# --- ticking --------------------------------------------------------------------------------------


def tick(folder: Path) -> None:
    """Forty chairs with two lines each: ten minutes at one tick a second, looks and paints included."""
    from nursedesk.app import application
    from nursedesk.app.station import Station
    from PySide6.QtWidgets import QApplication

    from tests.bench.forty import CLOCKS, make_forty

    _, keys = make_forty(folder)
    (folder.parent / "keys").write_text(keys)
    _give_keys(folder)
    station = Station(application(folder), folder, None, CLOCKS)
    station.frame.resize(*ROOM)
    station.begin()
    while station.entrance.desk is None:
        QApplication.processEvents()
    station.entrance.door.enter("jdoe", "password")
    station._entered(station.entrance.desk, station.entrance.door)
    shell = station.shell
    shell._ticking.stop()
    _run_seconds(shell, CLOCKS, 60)
    minutes = _run_seconds(shell, CLOCKS, 600)
    say(**minutes)
    station.close()


def _run_seconds(shell: object, clocks: object, seconds: int) -> dict[str, float]:
    from PySide6.QtWidgets import QApplication

    spent = turned = 0.0
    minutes = 0
    for _ in range(seconds):
        before, minute = time.process_time(), clocks.wall.minute
        clocks.pass_(seconds=1)
        shell.tick()
        QApplication.processEvents()
        while not shell.looked():
            QApplication.processEvents()
        took = time.process_time() - before
        spent += took
        if clocks.wall.minute != minute:
            turned, minutes = turned + took, minutes + 1
    return {"percent": spent / seconds * 100, "minute_ms": turned / max(minutes, 1) * 1e3}


RUNS: dict[str, Callable[[Path], None]] = {
    "bare": lambda _: bare(False),
    "floor": lambda _: bare(True),
    "sign_in": lambda folder: Start(folder, False).run(),
    "board": lambda folder: Start(folder, True).run(),
    "press": press,
    "slow": slow,
    "tick": tick,
}

if __name__ == "__main__":
    RUNS[sys.argv[1]](Path(sys.argv[2]))
