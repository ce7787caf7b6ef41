"""The one reader of this machine's clocks, and a steady time that a changed wall clock cannot bend.

While lines run, the desk's time goes on with the time since boot (suspended time included), so that the minutes
of a running line stay right when somebody sets the wall clock. A difference is recorded, and the wall clock is
taken up again once nothing runs.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

Clock = Callable[[], datetime]
"""Gives the present instant, aware, in UTC."""

STEP = timedelta(seconds=2)
"""A wall clock further than this from the time since boot was stepped."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Wall time and time since boot, read together."""

    now: datetime
    boot_id: str
    boot_ms: int


def read_system() -> Reading:
    """The machine's wall clock and its time since boot, in milliseconds."""
    reading = time.CLOCK_BOOTTIME if hasattr(time, "CLOCK_BOOTTIME") else time.CLOCK_MONOTONIC
    return Reading(datetime.now(UTC), _boot_id(), time.clock_gettime_ns(reading) // 1_000_000)


@cache
def _boot_id() -> str:
    """The kernel's name for this boot; where there is none, one for this run of the program."""
    kernel = Path("/proc/sys/kernel/random/boot_id")
    return kernel.read_text().strip() if kernel.exists() else _THIS_RUN


_THIS_RUN = uuid.uuid4().hex


class StationClock:
    """The station's time: steady against the wall clock, from one anchor to the next."""

    def __init__(self, read: Callable[[], Reading] = read_system, last: Reading | None = None) -> None:
        """`last` is what the record's newest event was read at: within one boot, time goes on from there."""
        self._read = read
        first = read()
        same_boot = last is not None and last.boot_id == first.boot_id and last.boot_ms <= first.boot_ms
        self._anchor = last if last is not None and same_boot else first

    def __call__(self) -> datetime:
        return self.read().now

    def read(self) -> Reading:
        """The station's own time, which goes on evenly, with the time since boot."""
        machine = self._read()
        return Reading(self._steady(machine), machine.boot_id, machine.boot_ms)

    def difference(self) -> timedelta:
        """How far the wall clock is ahead of the station's time."""
        machine = self._read()
        return machine.now - self._steady(machine)

    def follow_wall(self) -> timedelta:
        """Take the wall clock up again; returns by how much the station's time moved."""
        machine = self._read()
        moved = machine.now - self._steady(machine)
        self._anchor = machine
        return moved

    def _steady(self, machine: Reading) -> datetime:
        if machine.boot_id != self._anchor.boot_id:
            return machine.now
        return self._anchor.now + timedelta(milliseconds=machine.boot_ms - self._anchor.boot_ms)
