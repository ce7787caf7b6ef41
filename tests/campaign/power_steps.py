"""The power fails while a suite is made, backed up, brought up to date, or saved into the emergency journal.

Each step is done once by a program that is recorded (`tree`); then images of the whole folder are made of every
moment and opened as the next start would: what the step had before is there, or what it makes, never a part of it.

`python -m tests.campaign.power_steps STEP ROOT MASTER SIGNING SEED [--unsynced]` is the program; unsynced it is
the control: what it writes by itself, beside the database, it does not sync, and that must be found out.
"""

import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from nursedesk.desk.open_desk import open_desk
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.sign_in import Door
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.codec import event_bytes
from nursedesk.record.events import EventId, PersonId
from nursedesk.store.backup import backup_folder
from nursedesk.store.engine import make_engine
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys, open_with_passphrase
from nursedesk.store.ledger import create_folder, has_suite, open_folder
from nursedesk.store.people import Checked
from nursedesk.store.places import KEY_FILE, database_path
from nursedesk.store.verify import verify, verify_database

from tests.campaign.kill import an_event
from tests.campaign.power_fail import MEMORY
from tests.campaign.tree import ANSWERS, TreeDisk, watch
from tests.store.fixtures.make_schema_1 import FIXTURE, FIXTURE_KEYS

STEPS = ("make", "backup", "upgrade", "journal")
SHORT, FULL = 40, 2_000
"""Images of each step; a suite is opened by its passphrase, which takes a second on purpose, so of that fewer."""
FEWER = {"make": 5, "backup": 2}
PASSPHRASE, PASSWORD, PIN = "seven quiet herons", "stone and paper", "482913"
_NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
_FACTS = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=("1", "2"))
_ADMIN = Person(PersonId("admin"), "Ada Min", "RN", (Role.ADMINISTRATOR, Role.CHARGE_NURSE))
CALLS = 12
JUST_AFTER_THE_LAST = 0.2
"""So many moments are at the end, when all must be there."""


@dataclass
class Result:
    """What a run showed."""

    images: int = 0
    before: int = 0
    """Images in which the step had left nothing to be seen."""
    done: int = 0
    """Images made after its answer."""
    problems: list[str] = field(default_factory=list)

    def sentence(self, seconds: float) -> str:
        """The whole run in one line."""
        return (
            f"{self.images} images in {seconds:.1f} s: {self.before} with what was before, {self.done} after the "
            f"answer; {len(self.problems)} problems"
        )


def run(place: Path, step: str, images: int, seed: int, *, unsynced: bool = False) -> Result:
    """Record a step in `place`, and open so many images of its moments."""
    chance = random.Random(seed)
    root = place / step
    root.mkdir(parents=True)
    keys = _BEFORE[step](root, chance)
    disk, result = TreeDisk(root), Result()
    told = [keys.master.hex(), keys.signing.hex()]
    program = [sys.executable, "-m", "tests.campaign.power_steps", step, str(root), *told, str(seed)]
    steps = watch(root, [*program, *(["--unsynced"] if unsynced else [])])
    last = round(images * JUST_AFTER_THE_LAST)
    moments = [*chance.choices(range(1, len(steps) + 1), k=images - last), *[len(steps)] * last]
    answers: list[str] = []
    for number, one in enumerate(steps, 1):
        disk.take(one)
        answers += one.data.decode().split() if one.act == "answered" else []
        for _ in range(moments.count(number)):
            _look(disk, step, keys, tuple(answers), chance, result)
    return result


def _look(
    disk: TreeDisk, step: str, keys: Keys, answers: Sequence[str], chance: random.Random, result: Result
) -> None:
    image = Path(tempfile.mkdtemp(dir=MEMORY if os.access(MEMORY, os.W_OK) else None))
    result.images += 1
    result.done += bool(answers)
    try:
        disk.image(image, chance)
        problem = _AFTER[step](image, keys, answers)
        result.before += problem == _BEFORE_IT
        if problem and problem != _BEFORE_IT:
            result.problems.append(f"{step}, image {result.images}: {problem}")
    except Exception as error:  # whatever it says, a start met it
        result.problems.append(f"{step}, image {result.images}: {type(error).__name__} {error}")
    finally:
        shutil.rmtree(image)


_BEFORE_IT = "before"


# --- making a suite --------------------------------------------------------------------------------


def _make(root: Path, keys: Keys, chance: random.Random, answer: Callable[[str], None]) -> None:
    made = set_up(root / "suite", _FACTS, (NewPerson(_ADMIN, PASSWORD, PIN),), PASSPHRASE, use_keyring=False)
    answer("made")
    made.desk.ledger.close()


def _made(image: Path, keys: Keys, answers: Sequence[str]) -> str:
    folder = image / "suite"
    if not has_suite(folder):
        if answers:
            return "the suite that was made is not there"
        # Who starts again after the power failed makes the suite; there is no other way in.
        _make(image, keys, random.Random(0), lambda _: None)
    found = open_with_passphrase(folder, PASSPHRASE)
    desk = open_desk(folder, found)
    try:
        if Door.of(desk.daybook, desk.ledger).check_password("admin", PASSWORD).result is not Checked.RIGHT:
            return "nobody can sign in"
    finally:
        desk.ledger.close()
    return "" if verify(folder, found).clean else "the record does not verify"


# --- a backup --------------------------------------------------------------------------------------


def _suite(root: Path, chance: random.Random) -> Keys:
    ledger = create_folder(root / "suite", PASSPHRASE, use_keyring=False).ledger
    for _ in range(CALLS):
        ledger.append_now([an_event(chance) for _ in range(4)])
    ledger.close()
    return ledger.keys


def _back_up(root: Path, keys: Keys, chance: random.Random, answer: Callable[[str], None]) -> None:
    for minute in range(2):
        made = backup_folder(root / "suite", keys, root / "backups", "A", _NOW.replace(minute=minute))
        answer(f"{made.name}\n")


def _backed_up(image: Path, keys: Keys, answers: Sequence[str]) -> str:
    if not verify(image / "suite", keys).clean:
        return "the record does not verify"
    backups = image / "backups"
    there = sorted(one.name for one in backups.glob("record-*.db"))
    lost = [name for name in answers if name not in there]
    if lost:
        return f"the backup {lost[0]} is not there"
    for name in there:
        if not verify_database(make_engine(backups / name, keys.database(), still=True), keys).clean:
            return f"the backup {name} does not verify"
    if there and open_with_passphrase(backups, PASSPHRASE) != keys:
        return f"the keys beside the backups are other ones ({KEY_FILE})"
    made = backup_folder(image / "suite", keys, backups, "A", _NOW.replace(hour=19))
    return "" if there and made.exists() else _BEFORE_IT


# --- bringing an older record up to date -----------------------------------------------------------


def _older(root: Path, chance: random.Random) -> Keys:
    (root / "suite").mkdir()
    shutil.copy(FIXTURE, database_path(root / "suite"))
    return FIXTURE_KEYS


def _upgrade(root: Path, keys: Keys, chance: random.Random, answer: Callable[[str], None]) -> None:
    ledger = open_folder(root / "suite", keys)
    event = an_event(chance)
    ledger.append_now([event])
    answer(event.header.event_id)
    ledger.close()


def _upgraded(image: Path, keys: Keys, answers: Sequence[str]) -> str:
    folder = image / "suite"
    for kept in folder.glob("record-of-schema-*.db"):
        if _events(kept, keys) != _events(FIXTURE, keys):
            return f"the copy {kept.name} is not whole"
    open_folder(folder, keys).close()
    if set(answers) - _events(database_path(folder), keys) or _events(FIXTURE, keys) - _events(
        database_path(folder), keys
    ):
        return "events are lost"
    return "" if verify(folder, keys).clean else "the record does not verify"


def _events(file: Path, keys: Keys) -> set[str]:
    with closing(make_engine(file, keys.database(), still=True).connect()) as connection:
        return set(connection.exec_driver_sql("SELECT event_id FROM event").scalars())


# --- the emergency journal -------------------------------------------------------------------------


def _journalled(root: Path, keys: Keys, chance: random.Random, answer: Callable[[str], None]) -> None:
    """Calls into the journal, then the next start, which takes them into the record."""
    journal = Journal.of(root / "suite", keys, root / "second disk")
    for _ in range(CALLS):
        events = [an_event(chance) for _ in range(chance.choice((1, 2)))]
        journal.append([event_bytes(one) for one in events])
        answer("".join(f"{one.header.event_id}\n" for one in events))
    ledger = open_folder(root / "suite", keys)
    journal.clear(ledger.take_journal(journal))
    ledger.close()


def _taken(image: Path, keys: Keys, answers: Sequence[str]) -> str:
    journal = Journal.of(image / "suite", keys, image / "second disk")
    ledger = open_folder(image / "suite", keys)
    try:
        journal.clear(ledger.take_journal(journal))
        lost = set(answers) - {str(one) for one in ledger.reader.find_events([EventId(one) for one in answers])}
    finally:
        ledger.close()
    if lost:
        return f"{len(lost)} of {len(answers)} acknowledged events are lost"
    return "" if verify(image / "suite", keys).clean else "the record does not verify"


def _answer(file: int, said: str) -> None:
    os.write(file, said.encode())


_BEFORE = {
    "make": lambda root, chance: Keys(b"", b""),
    "backup": _suite,
    "upgrade": _older,
    "journal": _suite,
}
_DO = {"make": _make, "backup": _back_up, "upgrade": _upgrade, "journal": _journalled}
_AFTER = {"make": _made, "backup": _backed_up, "upgrade": _upgraded, "journal": _taken}


if __name__ == "__main__":
    step, at, master, signing, number, *control = sys.argv[1:]
    if control:
        os.fsync = lambda fd: None
    answers = os.open(Path(at) / ANSWERS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    _DO[step](
        Path(at),
        Keys(bytes.fromhex(master), bytes.fromhex(signing)),
        random.Random(int(number)),
        lambda said: _answer(answers, said),
    )
    # The power fails before the program could end in order.
    os._exit(0)
