"""A disk that is really full, or really read-only: a small file system in memory, mounted for each round.

Each round has a suite on a tmpfs of a size drawn by the seed and the emergency journal on another disk. Presses
are made until the disk has refused some; then there is room again, the record is opened anew, and everything that
was pressed must be in it once, the record verified. Half of the rounds have room kept back, which must be used;
half begin with the disk read-only, when opening must be refused in a sentence and change nothing.
`python -m tests.campaign.full_disk PLACE TEMPLATE SECOND MASTER SIGNING SEED` is one round, in its own namespace.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from nursedesk.store import ballast
from nursedesk.store.errors import AlreadyRunning, StoreError
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Outcome, SaveState, create_folder, open_folder
from nursedesk.store.places import DATABASE, KEY_FILE
from nursedesk.store.verify import verify

from tests.campaign.kill import an_event

FULL, SHORT = 500, 16
REFUSALS = 4
"""Refused presses after which there is room again."""
ROOM_KIB = 64


@dataclass
class Found:
    """What the rounds showed."""

    rounds: int = 0
    pressed: int = 0
    saved: int = 0
    refused: int = 0
    """Presses that were told as kept in the journal, in doubt, or not saved."""
    room_used: int = 0
    lost: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.wrong and self.saved > 0 and self.refused > 0

    def sentence(self, seconds: float) -> str:
        """All rounds in one line."""
        return (
            f"{self.rounds} full disks in {seconds:.1f} s: {self.pressed} presses, {self.saved} saved "
            f"at once, {self.refused} refused by the disk, {self.room_used} times the room kept back was used; "
            f"{self.lost} lost, {len(self.wrong)} told wrongly"
        )


def can_mount() -> bool:
    """Whether this system lets us mount a file system of our own."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    asked = [*_alone(), "mount -t tmpfs -o size=64k t /mnt"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def _alone() -> list[str]:
    """A shell with mounts of its own, which end with it."""
    return ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-ec"]


def run(place: Path, rounds: int, seed: int, tell: Callable[[str], None]) -> Found:
    """Make `rounds` disks full or read-only, with copies of one suite made in `place`."""
    chance = random.Random(seed)
    made = create_folder(place / "template", "full disk", use_keyring=False)
    keys = made.ledger.keys
    made.ledger.close()
    found = Found()
    (place / "disk").mkdir()
    for number in range(rounds):
        second = place / f"second-{number}"
        size = chance.randrange(700, 1800)
        program = [sys.executable, "-m", "tests.campaign.full_disk", str(place / "disk"), str(place / "template")]
        program += [str(second), keys.master.hex(), keys.signing.hex(), str(chance.getrandbits(32))]
        mounted = f'mount -t tmpfs -o size={size}k,mode=700 t "$0" && exec "$@"'
        asked = [*_alone(), mounted, str(place / "disk"), *program]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120)
        _take(done, found)
        for wrong in found.wrong[-1:] if done.returncode else ():
            tell(f"  round {number}: {wrong}")
    return found


def _take(done: "subprocess.CompletedProcess[str]", found: Found) -> None:
    found.rounds += 1
    if done.returncode:
        found.wrong.append(done.stderr.strip().rpartition("\n")[2] or "it ended without a word")
        return
    said = json.loads(done.stdout)
    found.pressed += said["pressed"]
    found.saved += said["saved"]
    found.refused += said["refused"]
    found.room_used += said["room_used"]
    found.lost += said["lost"]
    found.wrong += said["wrong"]


# --- one round, in its own namespace ---------------------------------------------------------------


def one_round(disk: Path, template: Path, second: Path, keys: Keys, seed: int) -> dict[str, object]:
    """Press until the disk has refused some, make room, open anew, and compare."""
    chance = random.Random(seed)
    folder = disk / "suite"
    folder.mkdir()
    for name in (DATABASE, KEY_FILE):
        shutil.copy(template / name, folder / name)
    kept_back = chance.random() < 0.5
    if kept_back:
        (folder / ballast.NAME).write_bytes(os.urandom(ROOM_KIB << 10))
    (disk / "filler").write_bytes(os.urandom(200 << 10))
    if chance.random() < 0.5:
        _mount(disk, "ro")
        _refuses_to_open(folder, keys)
        _mount(disk, "rw")
    told = _press(folder, Journal.of(folder, keys, second), keys, chance)
    (disk / "filler").unlink()
    room_used = kept_back and not ballast.is_there(folder)
    return _judged(folder, keys, second, told) | {"room_used": int(room_used)}


def _refuses_to_open(folder: Path, keys: Keys) -> None:
    try:
        open_folder(folder, keys)
    except StoreError:
        return
    raise AssertionError("a record on a read-only disk was opened for writing")


def _press(folder: Path, journal: Journal, keys: Keys, chance: random.Random) -> dict[str, SaveState]:
    """Each event's id and what was said of it last."""
    told: dict[str, SaveState] = {}
    ledger = open_folder(folder, keys)
    ledger.use_journal(journal)
    try:
        open_folder(folder, keys)
        raise AssertionError("a second program opened the folder")
    except AlreadyRunning:
        pass
    for _ in range(4000):
        settled = threading.Event()

        def done(outcome: Outcome, settled: threading.Event = settled) -> None:
            told.update(dict.fromkeys(outcome.event_ids, outcome.state))
            settled.set()

        ledger.append([an_event(chance)], done)
        assert settled.wait(30)
        if sum(state is not SaveState.SAVED for state in told.values()) >= REFUSALS:
            break
    with suppress(StoreError):
        ledger.close()
    return told


def _mount(disk: Path, how: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True, capture_output=True)


def _judged(folder: Path, keys: Keys, second: Path, told: dict[str, SaveState]) -> dict[str, object]:
    ledger = open_folder(folder, keys)
    journal = Journal.of(folder, keys, second)
    journal.clear(ledger.take_journal(journal))
    there = ledger.reader.find_events(list(told))  # type: ignore[arg-type] ids
    ledger.close()
    lost = [one for one in told if one not in there]
    wrong = [f"{one} was told {told[one]} and is lost" for one in lost]
    wrong += [problem.sentence() for problem in verify(folder, keys).problems]
    refused = sum(state is not SaveState.SAVED for state in told.values())
    return {
        "pressed": len(told),
        "saved": len(told) - refused,
        "refused": refused,
        "lost": len(lost),
        "wrong": wrong,
    }


if __name__ == "__main__":
    at, suite, other, master, signing, drawn = sys.argv[1:]
    of_suite = Keys(bytes.fromhex(master), bytes.fromhex(signing))
    print(json.dumps(one_round(Path(at), Path(suite), Path(other), of_suite, int(drawn))))
