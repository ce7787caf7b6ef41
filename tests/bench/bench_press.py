"""Press → committed against one bare fsync'd write, in the same run: `python -m tests.bench.bench_press`.

The two take turns, so that a busy machine is busy for both. A press is one event through the writer's thread into
the encrypted, chained, fully synchronous record, until `done` is called. The floor is one page added to the end
of a file, and fsync: what any log that grows must do.
"""

import argparse
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nursedesk.record.events import Event, LineId, Started, Stopped
from nursedesk.store.ledger import Ledger, SaveState, create_folder

from tests.clock import SettableClock
from tests.store.making import Desk

ROUNDS = 1000
WARM_UP = 50
PAGE = 4096


@dataclass(frozen=True)
class Figures:
    """Milliseconds at the median and the 99th percentile of each, and the press's processor time."""

    floor_p50: float
    floor_p99: float
    press_p50: float
    press_p99: float
    press_cpu: float

    @property
    def ratios(self) -> tuple[float, float]:
        """Press over floor at p50 and p99."""
        return self.press_p50 / self.floor_p50, self.press_p99 / self.floor_p99

    def sentence(self) -> str:
        """The figures in two lines."""
        p50, p99 = self.ratios
        return (
            f"bare fsync'd write  p50 {self.floor_p50:.2f} ms   p99 {self.floor_p99:.2f} ms\n"
            f"press → committed   p50 {self.press_p50:.2f} ms   p99 {self.press_p99:.2f} ms   "
            f"({self.press_cpu:.2f} ms of processor)\n"
            f"ratio               p50 {p50:.2f}      p99 {p99:.2f}"
        )


def measure(place: Path, rounds: int = ROUNDS) -> Figures:
    """Take turns between a bare write and a press, `rounds` times, in a folder of the disk to be measured."""
    made = create_folder(place / "suite", "bench", use_keyring=False)
    desk = Desk(SettableClock(datetime(2026, 11, 24, 13, tzinfo=UTC)))
    made.ledger.append_now([desk.opened()])
    floor: list[float] = []
    press: list[float] = []
    processor = 0.0
    handle = os.open(place / "floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for number in range(rounds + WARM_UP):
        body = Started(LineId("line-1"), number) if number % 2 else Stopped(LineId("line-1"), number)
        event = desk.event(body)
        floor.append(_timed(lambda: _bare_write(handle)))
        before = time.process_time()
        press.append(_timed(lambda event=event: _press(made.ledger, event)))
        processor += time.process_time() - before
    os.close(handle)
    made.ledger.close()
    floor, press = sorted(floor[WARM_UP:]), sorted(press[WARM_UP:])
    return Figures(
        statistics.median(floor),
        floor[int(len(floor) * 0.99)],
        statistics.median(press),
        press[int(len(press) * 0.99)],
        processor / (rounds + WARM_UP) * 1000,
    )


def _bare_write(handle: int) -> None:
    os.write(handle, bytes(PAGE))
    os.fsync(handle)


def _press(ledger: Ledger, event: Event) -> None:
    committed = threading.Event()
    states: list[SaveState] = []
    ledger.append([event], lambda outcome: (states.append(outcome.state), committed.set()))
    committed.wait()
    assert states == [SaveState.SAVED]


def _timed(action: Callable[[], None]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.bench_press")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--dir", type=Path, help="a folder on the disk to measure")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.dir) as place:
        print(measure(Path(place), asked.rounds).sentence())
    return 0


if __name__ == "__main__":
    sys.exit(main())
