"""The power fails: images of the disk in which what was not synced is there, missing, or torn, at any moment.

A writer's calls to its disk are recorded once (`recording`), under the program's own settings; then images are
made of what a disk may hold at a moment between two calls: everything synced, and of the rest any part, whole or
in sectors of 512 bytes. Each is opened as the next start would. What was acknowledged before that moment must
be there and the chain whole. `normal=True` is the control: without a sync at each commit there must be losses.
"""

import os
import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from nursedesk.record.events import EventId
from nursedesk.store.engine import make_engine
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import create_folder
from nursedesk.store.places import DATABASE, KEY_FILE, database_path
from nursedesk.store.verify import verify

from tests.campaign.recording import FILES, Act, Call, record

SHORT, FULL = 5_000, 100_000
IMAGES_OF_ONE = 5_000
"""Images made of one recording; then another writer is recorded."""
SAVES = 90
SECTOR = 512
MEMORY = Path("/dev/shm")  # noqa: S108 a private folder is made in it
VERIFY_EVERY = 50
TORN = 0.2
"""The share of unsynced writes of which only some sectors are there, in one image out of two or so."""
JUST_AFTER_AN_ANSWER = 0.3
"""So many moments are those after which the most must be kept."""


@dataclass
class Result:
    """What a run showed."""

    images: int = 0
    recordings: int = 0
    unsynced: int = 0
    """Images in which something had been written and was not synced."""
    torn: int = 0
    acknowledged: int = 0
    """Acknowledged events looked for, over all images."""
    lossy: int = 0
    """Images in which an acknowledged event is missing, or which do not open."""
    lost: int = 0
    verified: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return self.lossy == 0 and not self.problems and self.acknowledged > 0 and self.unsynced > 0

    def sentence(self, seconds: float) -> str:
        """The whole run in one line."""
        return (
            f"{self.images} images of {self.recordings} recorded writers in {seconds:.1f} s ({self.unsynced} with "
            f"unsynced writes, {self.torn} torn): {self.acknowledged} acknowledged events looked for, {self.lost} "
            f"lost, in {self.lossy} images; {self.verified} verifications, {len(self.problems)} problems"
        )


@dataclass
class Kept:
    """One life of a file, from its making to its unlinking: what is surely on the disk, and what may be."""

    synced: bytes = b""
    pending: list[Call] = field(default_factory=list)
    sure: bool = False
    """It was synced once, and its name with it."""


class Disk:
    """The disk after some calls; a file that was unlinked and made again has several lives."""

    def __init__(self, first: dict[str, bytes]) -> None:
        self._lives: dict[str, list[Kept | None]] = {
            name: [Kept(first[name], sure=True) if name in first else None] for name in FILES
        }

    def take(self, call: Call) -> None:
        """One more call."""
        if call.act is Act.ANSWER:
            return
        lives = self._lives[call.file]
        now = lives[-1]
        if call.act is Act.MAKE:
            if now is None:
                lives.append(Kept())
        elif call.act is Act.UNLINK:
            lives.append(None)
        elif now is not None and call.act is Act.SYNC:
            for one in now.pending:
                now.synced = _after(now.synced, one)
            self._lives[call.file] = [Kept(now.synced, sure=True)]
        elif now is not None:
            now.pending.append(call)

    def pending(self) -> bool:
        """Whether anything was written that need not be on the disk."""
        return any(one is not None and one.pending for lives in self._lives.values() for one in lives)

    def image(self, chance: random.Random) -> tuple[dict[str, bytes], bool]:
        """What may be found when the power fails now, and whether a write in it is torn."""
        found: dict[str, bytes] = {}
        torn = False
        for name, lives in self._lives.items():
            life = chance.choice(lives)
            if life is None:
                continue
            found[name] = life.synced
            for call in _some(life.pending, chance):
                sectors = _sectors(call, chance) if call.act is Act.WRITE and chance.random() < TORN else [call]
                torn |= len(sectors) != 1 or sectors[0] != call
                for one in sectors:
                    found[name] = _after(found[name], one)
        return found, torn


def _after(content: bytes, call: Call) -> bytes:
    if call.act is Act.CUT:
        return content[: call.at].ljust(call.at, b"\0")
    return content[: call.at].ljust(call.at, b"\0") + call.data + content[call.at + len(call.data) :]


def _some(pending: Sequence[Call], chance: random.Random) -> list[Call]:
    """What of the unsynced calls reached the disk: nothing, all, the first ones, the last ones, or any."""
    cut = chance.randrange(len(pending) + 1)
    way = chance.randrange(5)
    if way == 0:
        return []
    if way == 1:
        return list(pending)
    if way in (2, 3):
        return list(pending[:cut] if way == 2 else pending[cut:])
    share = chance.random()
    return [call for call in pending if chance.random() < share]


def _sectors(call: Call, chance: random.Random) -> list[Call]:
    """Some of the sectors a write falls into, each with its part of the content."""
    ends = [*range((call.at // SECTOR + 1) * SECTOR, call.at + len(call.data), SECTOR), call.at + len(call.data)]
    starts = [call.at, *ends[:-1]]
    return [
        Call(Act.WRITE, call.file, start, call.data[start - call.at : end - call.at])
        for start, end in zip(starts, ends, strict=True)
        if chance.random() < 0.5
    ]


def run(place: Path, images: int, seed: int, tell: Callable[[str], None], *, normal: bool = False) -> Result:
    """Make and open so many images in `place`."""
    chance = random.Random(seed)
    result = Result()
    while result.images < images:
        suite = place / f"recorded {result.recordings}" / "suite"
        made = create_folder(suite, "campaign", use_keyring=False)
        keys = made.ledger.keys
        made.ledger.close()
        first = {DATABASE: database_path(suite).read_bytes()}
        calls = record(suite, keys, chance.getrandbits(32), SAVES, normal=normal)
        result.recordings += 1
        _look(suite, keys, first, calls, min(IMAGES_OF_ONE, images - result.images), chance, result)
        shutil.rmtree(suite.parent)
        tell(f"  {result.images} images, {result.lost} acknowledged events lost in {result.lossy}")
    return result


def _look(
    suite: Path,
    keys: Keys,
    first: dict[str, bytes],
    calls: Sequence[Call],
    images: int,
    chance: random.Random,
    result: Result,
) -> None:
    """Images at moments drawn from one recording, each opened and asked for what was acknowledged by then."""
    disk, told = Disk(first), set[EventId]()
    folder = memory(suite.parent) / "image"
    moments = iter([*_moments(calls, images, chance), len(calls) + 1])
    next_one = next(moments)
    for number, call in enumerate(calls, 1):
        disk.take(call)
        told.update(call.ids)
        while next_one == number:
            found, torn = disk.image(chance)
            result.unsynced += disk.pending()
            result.torn += torn
            _put(folder, suite, found)
            _ask(folder, keys, told, result)
            next_one = next(moments)
    shutil.rmtree(folder.parent)


def memory(otherwise: Path) -> Path:
    """A new folder for images in memory, where opening one waits for no disk; else on the disk."""
    return Path(tempfile.mkdtemp(dir=MEMORY if os.access(MEMORY, os.W_OK) else otherwise))


def _moments(calls: Sequence[Call], images: int, chance: random.Random) -> list[int]:
    """After which of the calls the power fails."""
    answers = [number for number, call in enumerate(calls, 1) if call.act is Act.ANSWER]
    after = round(images * JUST_AFTER_AN_ANSWER)
    return sorted([*chance.choices(answers, k=after), *chance.choices(range(1, len(calls) + 1), k=images - after)])


def _put(folder: Path, suite: Path, found: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(suite / KEY_FILE, folder / KEY_FILE)
    for name, content in found.items():
        (folder / name).write_bytes(content)


def _ask(folder: Path, keys: Keys, told: set[EventId], result: Result) -> None:
    result.images += 1
    result.acknowledged += len(told)
    try:
        there = _opened(folder, keys, result)
    except Exception as error:  # whatever it says, the suite could not be opened after the power failed
        there = set()
        result.problems.append(f"image {result.images} does not open: {type(error).__name__} {error}")
    missing = told - there
    result.lost += len(missing)
    result.lossy += bool(missing)
    if result.images % VERIFY_EVERY == 0:
        result.verified += 1
        result.problems += [problem.sentence() for problem in verify(folder, keys).problems]


def _opened(folder: Path, keys: Keys, result: Result) -> set[EventId]:
    """The ids in an image, opened for writing as a desk does; the chain's places must be without a gap."""
    engine = make_engine(database_path(folder), keys.database())
    with closing(engine.connect()) as connection:
        rows = connection.exec_driver_sql("SELECT event_id, station_seq FROM event ORDER BY station_seq").all()
        heads = connection.exec_driver_sql("SELECT station_seq FROM chain_head").scalars().all()
    if [row[1] for row in rows] != list(range(1, len(rows) + 1)) or heads not in ([], [len(rows)]):
        result.problems.append(f"image {result.images}: the chain has a gap")
    return {EventId(row[0]) for row in rows}
