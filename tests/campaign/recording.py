"""All that a writer sends to its disk, in order: writes with their content, syncs, cuts, unlinks, and its answers.

`python -m tests.campaign.recording FOLDER MASTER SIGNING SEED COUNT [--normal]` is the writer; `record` runs it
under `strace` and reads what it did. `--normal` is the control: the database does not sync at a commit.
"""

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nursedesk.record.events import EventId
from nursedesk.store import engine
from nursedesk.store.checkpoint import make_checkpoint
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger, SaveState, open_folder
from nursedesk.store.places import DATABASE

from tests.campaign.kill import an_event
from tests.campaign.traces import calls_of, first_string, shown

FILES = (DATABASE, f"{DATABASE}-wal")
"""What survives a power failure; the shared memory beside them is made anew."""
ANSWERS = "answers"
CHECKPOINT_PAGES = (8, 40)
"""The log is folded into the database more often than in a suite, so that crashes fall into it."""
REOPEN = 0.02
ID_LETTERS = 36


class Act(StrEnum):
    MAKE = "make"
    WRITE = "write"
    CUT = "cut"
    SYNC = "sync"
    UNLINK = "unlink"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the disk: on which file, where, and with what; an answer has the ids it acknowledged."""

    act: Act
    file: str = ""
    at: int = 0
    data: bytes = b""
    ids: tuple[EventId, ...] = ()


def record(folder: Path, keys: Keys, seed: int, count: int, *, normal: bool = False) -> list[Call]:
    """Let a writer save `count` times in a suite that is shut, and return what it sent to the disk."""
    trace = folder.parent / "calls"
    paths = [f"-P{folder / name}" for name in (*FILES, ANSWERS)]
    traced = "trace=openat,pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat"
    tracing = ["strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-o", str(trace), *paths, "-e", traced]
    program = [
        sys.executable,
        "-m",
        "tests.campaign.recording",
        str(folder),
        keys.master.hex(),
        keys.signing.hex(),
    ]
    subprocess.run(
        [*tracing, *program, str(seed), str(count), *(["--normal"] if normal else [])], check=True, timeout=600
    )
    calls = list(read_trace(trace))
    trace.unlink()
    return calls


_FD = re.compile(r"^\(\d+<([^>]*)>")


def read_trace(trace: Path) -> Iterator[Call]:
    """The calls in the order they took effect: a write when it began, a sync when it returned."""
    for name, arguments, _ in calls_of(trace):
        if (call := _call(name, arguments)) is not None:
            yield call


def _call(name: str, arguments: str) -> Call | None:
    """What a call did to the folder; None when it changed nothing there."""
    if name in ("openat", "unlink", "unlinkat"):
        path = Path(first_string(arguments).decode())
        if name == "openat" and "O_CREAT" not in arguments:
            return None
        return Call(Act.MAKE if name == "openat" else Act.UNLINK, path.name) if path.name in FILES else None
    handle = _FD.match(arguments)
    file = Path(shown(handle.group(1)).decode()).name if handle else ""
    return _on_handle(name, file, arguments)


def _on_handle(name: str, file: str, arguments: str) -> Call | None:
    if name == "write":
        text = first_string(arguments).decode()
        ids = tuple(EventId(text[at : at + ID_LETTERS]) for at in range(0, len(text), ID_LETTERS))
        return Call(Act.ANSWER, ids=ids) if file == ANSWERS else None
    last = arguments.rstrip(")").rpartition(", ")[2]
    if name == "pwrite64":
        return Call(Act.WRITE, file, int(last), first_string(arguments))
    if name == "ftruncate":
        return Call(Act.CUT, file, int(last))
    return Call(Act.SYNC, file)


# --- the writer ----------------------------------------------------------------------------------------


def write(folder: Path, keys: Keys, seed: int, count: int) -> None:
    """Save `count` times, one to five events each, and answer for each after its commit; now and then reopen."""
    chance = random.Random(seed)
    answers = os.open(folder / ANSWERS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    ledger = open_folder(folder, keys)
    _fold_in_often(ledger, chance)
    for _ in range(count):
        outcome = ledger.append_now([an_event(chance) for _ in range(chance.choice((1, 1, 1, 5)))])
        if outcome.state is SaveState.SAVED:
            os.write(answers, "".join(outcome.event_ids).encode())
        if chance.random() < REOPEN:
            make_checkpoint(ledger, "A", an_event(chance).header.recorded)
            ledger.close()
            ledger = open_folder(folder, keys)
            _fold_in_often(ledger, chance)
    # The program never ends: the power fails before.
    os._exit(0)


def _fold_in_often(ledger: Ledger, chance: random.Random) -> None:
    pages = chance.randint(*CHECKPOINT_PAGES)
    ledger.run(lambda connection: connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {pages}").close())


def _sync_less() -> None:
    """The control: what a commit without its sync would have lost must be found missing."""
    less = {"synchronous": ("synchronous", "NORMAL", 1)}
    engine._SETTINGS = tuple(less.get(one[0], one) for one in engine._SETTINGS)


if __name__ == "__main__":
    at, master, signing, number, times, *control = sys.argv[1:]
    if control:
        _sync_less()
    write(Path(at), Keys(bytes.fromhex(master), bytes.fromhex(signing)), int(number), int(times))
