"""The n-th call to the disk fails, with and without end: nothing told as saved is missing, nothing is there twice.

Each run copies a small record, starts `one_day` under `strace -e inject`, which makes the calls fail, and then
opens the record on a sound disk. With the emergency journal on another, sound disk nothing pressed may be missing
then. Only on Linux, where a program may be traced.
"""

import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from nursedesk.record.events import EventId
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import create_folder, open_folder
from nursedesk.store.places import DATABASE, KEY_FILE
from nursedesk.store.verify import verify

Case = tuple[str, int, bool, str]
"""The calls, the n-th of which fails, whether all later ones fail too, and the error."""

ERRORS = ("EIO", "ENOSPC", "EROFS")
CALLS = {"pwrite64": (170, 12), "fsync,fdatasync": (16, 2), "ftruncate": (3, 1), "openat": (12, 2)}
"""What is made to fail; how often a sound run calls it on the record's files; the step of the short run."""


@dataclass
class Found:
    """What the runs showed."""

    runs: int = 0
    saved: int = 0
    not_saved: int = 0
    checking: int = 0
    journalled: int = 0
    refused: int = 0
    lost: int = 0
    """Presses of which nothing is in the record afterwards."""
    wrong: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.wrong and self.saved > 0 and self.not_saved + self.checking + self.journalled > 0

    def sentence(self, seconds: float) -> str:
        """All runs in one line."""
        return (
            f"{self.runs} runs with a failing disk in {seconds:.1f} s: {self.saved} saved, "
            f"{self.not_saved} not saved, {self.checking} left checking, {self.journalled} in the journal, "
            f"{self.refused} not opened; {self.lost} presses lost, {len(self.wrong)} told wrongly"
        )


def can_trace() -> bool:
    """Whether this system has strace and lets it trace."""
    if shutil.which("strace") is None:
        return False
    return (
        subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode
        == 0
    )


def cases(seed: int, *, short: bool) -> Iterator[Case]:
    """Every call with every error, once and for good; or, in the short run, some of them drawn by the seed."""
    chance = random.Random(seed)
    for calls, (usual, step) in CALLS.items():
        if short:
            for n in range(1 + chance.randrange(step), usual + 1, step):
                yield calls, n, chance.random() < 0.5, chance.choice(ERRORS)
        else:
            yield from product((calls,), range(1, usual + 1), (False, True), ERRORS)


def run(
    place: Path, chosen: Iterable[Case], seed: int, tell: Callable[[str], None], *, journal: bool = False
) -> Found:
    """Run the chosen cases in copies of one record made in `place`, with a journal never hurt or without one."""
    chance = random.Random(seed)
    made = create_folder(place / "template", "faults", use_keyring=False)
    keys = made.ledger.keys
    made.ledger.close()
    found = Found()
    second = place / "second disk" if journal else None
    for case in chosen:
        folder = place / "run"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in (DATABASE, KEY_FILE):
            shutil.copy(place / "template" / name, folder / name)
        told = _day(folder, keys, case, chance.getrandbits(32), second)
        wrong = _judge(folder, keys, told, found, second)
        if wrong:
            tell(f"  {case}: {wrong}")
            found.wrong += wrong
    return found


def _day(folder: Path, keys: Keys, case: Case, seed: int, journal: Path | None) -> list[list[str]]:
    calls, n, for_good, error = case
    inject = f"inject={calls}:error={error}:when={n}{'+' if for_good else ''}"
    paths = [f"-P{folder / name}" for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")]
    tracing = ["strace", "-f", "-qq", "-o", "/dev/null", *paths, "-e", f"trace={calls}", "-e", inject]
    program = [sys.executable, "-m", "tests.campaign.one_day", str(folder), keys.master.hex(), keys.signing.hex()]
    done = subprocess.run(
        [*tracing, *program, str(seed), *([str(journal)] if journal else [])],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    return lines if done.returncode == 0 else [*lines, ["CRASHED", done.stderr.strip().rpartition("\n")[2]]]


def _judge(folder: Path, keys: Keys, told: list[list[str]], found: Found, second: Path | None) -> list[str]:
    last = {event_id: state for state, *ids in told if state not in ("REFUSED", "CRASHED") for event_id in ids}
    wrong = [" ".join(line) for line in told if line[0] == "CRASHED"]
    ledger = open_folder(folder, keys)
    if second is not None:
        journal = Journal.of(folder, keys, second)
        journal.clear(ledger.take_journal(journal))
    there = ledger.reader.find_events([EventId(event_id) for event_id in last])
    ledger.close()
    found.lost += len(last) - len(there)
    for event_id, state in last.items():
        if second is not None and event_id not in there:
            wrong.append(f"{event_id} was told {state} and is lost, in spite of the journal")
        if (state == "SAVED" and event_id not in there) or (state == "NOT_SAVED" and event_id in there):
            wrong.append(f"{event_id} was told {state} and is {'' if event_id in there else 'not '}there")
    wrong += [problem.sentence() for problem in verify(folder, keys).problems]
    states = list(last.values())
    found.runs += 1
    found.saved += states.count("SAVED")
    found.not_saved += states.count("NOT_SAVED")
    found.checking += states.count("CHECKING")
    found.journalled += states.count("JOURNALLED")
    found.refused += any(line[0] == "REFUSED" for line in told)
    return wrong
