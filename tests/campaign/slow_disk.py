"""A slow disk: every fsync and fdatasync of the whole program takes seconds, by injection; the screen never waits.

The station's window runs offscreen in a process of its own under `strace -e inject=…:delay_exit`, from its first
instant on, and a nurse presses through the real widgets (`slow_desk`). Only on Linux, where one may trace.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nursedesk.record.events import EventId
from nursedesk.store.ledger import open_reader
from nursedesk.store.verify import verify

from tests.campaign.program import KEY_OF_RUN, make_template

DELAY_S = 3.0
PAINTED_MS = 250
"""The most a press may take to its paint: a system call of a traced program takes many times its usual time."""
PATIENCE_S = 300


@dataclass
class Found:
    """What the run showed."""

    painted_ms: list[float] = field(default_factory=list)
    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    """`opened`, `saving`, `saved`, `closed`: what the program said of each."""
    pressed: list[str] = field(default_factory=list)
    too_early: int = 0
    """Presses that said Saved while the disk had not answered."""
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.problems and len(self.pressed) > 0

    def sentence(self) -> str:
        """The run in one line."""
        if "closed" not in self.said:
            return f"the run with a slow disk did not come to its end: {'; '.join(self.problems)}"
        return (
            f"every fsync takes {DELAY_S:g} s: {len(self.pressed)} presses painted within "
            f"{max(self.painted_ms):.0f} ms, {self.too_early} said Saved too early; Saved after "
            f"{self.said['saved']['seconds']:.1f} s; closing waited {self.said['closed']['seconds']:.1f} s; "
            f"{len(self.problems)} problems"
        )


def can_inject() -> bool:
    """Whether this system has strace, lets it trace, and it knows how to delay a call."""
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "-qq", "-o", "/dev/null", *_delayed(0), "true"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def run(place: Path, delay_s: float = DELAY_S) -> Found:
    """One desk on a slow disk, in a suite made in `place`: from its opening to its closing."""
    template = make_template(place)
    secret = (place / KEY_OF_RUN).read_text()
    program = [sys.executable, "-m", "tests.campaign.slow_desk", str(template.folder), secret]
    calls = place / "calls"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-o", str(calls), *_delayed(delay_s), *program],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    found = Found()
    for line in done.stdout.splitlines():
        _note(found, json.loads(line))
    if done.returncode != 0:
        found.problems.append(done.stderr.strip().rpartition("\n")[2])
    elif "(DELAYED)" not in calls.read_text(errors="replace"):
        found.problems.append("no call was held up: nothing was tried")
    else:
        judge(found, delay_s)
    reader = open_reader(template.folder, template.keys)
    there = reader.find_events([EventId(one) for one in found.pressed])
    reader.close()
    found.problems += [f"{one} was pressed and is lost" for one in found.pressed if one not in there]
    found.problems += [problem.sentence() for problem in verify(template.folder, template.keys).problems]
    return found


def _delayed(seconds: float) -> list[str]:
    return ["-e", "trace=fsync,fdatasync", "-e", f"inject=fsync,fdatasync:delay_exit={int(seconds * 1_000_000)}"]


def _note(found: Found, said: dict[str, Any]) -> None:
    what = said.pop("what")
    if what == "pressed":
        found.painted_ms.append(said["painted_ms"])
        found.pressed.append(said["event"])
        # Before the first press everything was saved: within its first instants the word may still stand.
        found.too_early += said["waiting"] == 0
    else:
        found.said[what] = said


def judge(found: Found, delay_s: float) -> None:
    """Add to the problems what a window that waits for its disk, or tells too early, would show."""
    saved, closed = found.said["saved"], found.said["closed"]
    wrong = {
        f"a press was painted only after {max(found.painted_ms):.0f} ms": max(found.painted_ms) > PAINTED_MS,
        "a press counted as saved before the disk had answered": found.too_early > 0,
        "it said Saved with presses waiting": saved["waiting"] > 0,
        "it said Saved before one fsync had ended": saved["seconds"] < delay_s / 2,
        "closing did not wait for the disk": closed["waited_for"] == 0 or closed["seconds"] < delay_s / 2,
    }
    found.problems += [what for what, so in wrong.items() if so]
