"""kill -9 of a program that writes, at any moment: what it acknowledged is there, and the chain is whole.

Each round a forked child opens the record, appends in ones and fives, and sends each saved call's ids through a
pipe after the commit returned. The parent kills it after a random time between nothing and a tenth of a
second, so that kills fall into opening, recovery, appending and checkpointing; after some of them it looks itself,
after the others the next child finds what was left. `control=True` acknowledges too early: a run that finds
nothing lost then would not find anything.
"""

import os
import random
import select
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from nursedesk.record.encounter import Patient, Setting
from nursedesk.record.events import (
    Body,
    ChairMoved,
    Closed,
    EncounterId,
    Event,
    EventId,
    Header,
    LineId,
    Noted,
    Opened,
    PersonId,
    SettingChanged,
    Source,
    Started,
    StationId,
    Stopped,
)
from nursedesk.store.checkpoint import make_checkpoint
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Outcome, SaveState, create_folder, open_folder
from nursedesk.store.verify import verify

CANARY = "Canary Quartermain"
PATIENCE_S = 30
PRESSING_S = 0.075
"""How long kills fall after the first answer; a third of them are aimed at opening, before it."""
ID_BYTES = 16
VERIFY_EVERY = 25
LOOK_AFTER = 0.6


@dataclass
class Result:
    """What a run showed."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    unacknowledged: int = 0
    """Events found that nobody was told of: allowed, since the kill may fall between commit and answer."""
    before_first: int = 0
    """Kills that fell before the first answer: into opening and recovery."""
    verified: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.lost and not self.problems and self.acknowledged > 0

    def sentence(self, seconds: float) -> str:
        """The whole run in one line."""
        return (
            f"{self.kills} kills in {seconds:.1f} s ({self.before_first} before the first answer): "
            f"{self.acknowledged} events acknowledged, {len(self.lost)} of them lost; "
            f"{self.unacknowledged} saved without an answer; {self.verified} verifications, "
            f"{len(self.problems)} problems"
        )


def run(place: Path, kills: int, seed: int, tell: Callable[[str], None], *, control: bool = False) -> Result:
    """Kill a writer `kills` times in a record made in `place`, and check after each."""
    chance = random.Random(seed)
    folder = place / "suite"
    made = create_folder(folder, "campaign", use_keyring=False)
    keys = made.ledger.keys
    made.ledger.close()
    result = Result()
    acknowledged: list[EventId] = []
    opening = _opening_takes(folder, keys, chance)
    for number in range(kills):
        seconds = chance.uniform(*chance.choice(((0, 1.5 * opening), *[(opening, opening + PRESSING_S)] * 2)))
        answered = _one_kill(folder, keys, chance.getrandbits(64), seconds, control=control)
        result.kills += 1
        result.before_first += not answered
        acknowledged += answered
        last = number == kills - 1
        if last or chance.random() < LOOK_AFTER:
            _check(folder, keys, acknowledged, result)
            acknowledged = []
        if last or number % VERIFY_EVERY == VERIFY_EVERY - 1:
            _verify(folder, keys, result, full=last or number % (8 * VERIFY_EVERY) == 8 * VERIFY_EVERY - 1)
            tell(f"  {number + 1} kills, {result.acknowledged} events acknowledged, {len(result.lost)} lost")
    return result


def _opening_takes(folder: Path, keys: Keys, chance: random.Random) -> float:
    """Seconds from the fork to a writer's first answer here and now, on a machine that may be slow or busy."""
    took = []
    for _ in range(3):
        began = time.monotonic()
        _one_kill(folder, keys, chance.getrandbits(64), PATIENCE_S, control=False, first=True)
        took.append(time.monotonic() - began)
    return sorted(took)[1]


def _one_kill(
    folder: Path, keys: Keys, seed: int, seconds: float, *, control: bool, first: bool = False
) -> list[EventId]:
    """Start a writer, kill it after a time or at its first answer, and return the ids it acknowledged."""
    answers, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(answers)
        try:
            _write_until_killed(folder, keys, random.Random(seed), told, control=control)
        finally:
            os._exit(1)
    os.close(told)
    received = _receive(answers, seconds, first=first)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    # What was sent before the kill is still in the pipe, and was acknowledged.
    while more := os.read(answers, 65536):
        received += more
    os.close(answers)
    whole = len(received) - len(received) % ID_BYTES
    return [EventId(str(UUID(bytes=received[at : at + ID_BYTES]))) for at in range(0, whole, ID_BYTES)]


def _receive(answers: int, seconds: float, *, first: bool) -> bytes:
    received = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not (first and received):
        if select.select([answers], [], [], left)[0]:
            more = os.read(answers, 65536)
            if not more:
                break
            received += more
    return received


def _write_until_killed(folder: Path, keys: Keys, chance: random.Random, told: int, *, control: bool) -> None:
    ledger = open_folder(folder, keys)

    def answer(ids: Sequence[EventId]) -> None:
        os.write(told, b"".join(UUID(one).bytes for one in ids))

    def done(outcome: Outcome) -> None:
        if outcome.state is SaveState.SAVED and not control:
            answer(outcome.event_ids)

    while True:
        events = tuple(an_event(chance) for _ in range(chance.choice((1, 1, 1, 5))))
        if control:
            answer([event.header.event_id for event in events])
        if chance.random() < 0.5:
            ledger.append(events, done)
            ledger.reader.head("A")
        else:
            done(ledger.append_now(events))
        if chance.random() < 0.02:
            make_checkpoint(ledger, "A", events[0].header.recorded)
            ledger.rebuild_projections()


def an_event(chance: random.Random) -> Event:
    """Any event of a small suite, with an id of its own."""
    visit = f"visit-{chance.randrange(6)}"
    line = LineId(f"line-{chance.randrange(9)}")
    bodies: tuple[Body, ...] = (
        Opened("Main", Setting.OFFICE, "3", Patient(CANARY, "MRN-1")),
        ChairMoved(str(chance.randrange(12))),
        Started(line),
        Stopped(line, 1),
        Noted("n" * chance.choice((10, 10, 3000))),
        Closed("A-261124-001"),
        SettingChanged("number", str(chance.random())),
    )
    body = chance.choices(bodies, weights=(2, 2, 8, 8, 4, 1, 1))[0]
    station = isinstance(body, SettingChanged)
    return Event(_header(chance, None if station else EncounterId(visit)), body)


def _header(chance: random.Random, visit: EncounterId | None) -> Header:
    now = datetime(2026, 11, 24, 13, tzinfo=UTC) + timedelta(seconds=chance.randrange(36_000))
    return Header(
        event_id=EventId(str(UUID(int=chance.getrandbits(128), version=4))),
        station_id=StationId("A"),
        encounter_id=visit,
        occurred=now,
        zone="America/New_York",
        offset_minutes=-300,
        source=Source.PRESSED,
        recorded=now,
        boot_id="boot",
        boot_ms=1,
        actor=PersonId("jdoe"),
        session="session",
        auth="pin",
    )


def _check(folder: Path, keys: Keys, acknowledged: list[EventId], result: Result) -> None:
    ledger = open_folder(folder, keys)
    found = ledger.reader.find_events(acknowledged)
    result.acknowledged += len(acknowledged)
    result.lost += [event_id for event_id in acknowledged if event_id not in found]
    result.unacknowledged = ledger.head("A").seq - result.acknowledged
    ledger.close()


def _verify(folder: Path, keys: Keys, result: Result, *, full: bool) -> None:
    """The chains, and in full also database and projections; no name is readable in what is left behind."""
    result.verified += 1
    result.problems += [problem.sentence() for problem in verify(folder, keys, full=full).problems]
    for path in folder.iterdir():
        if CANARY.encode() in path.read_bytes():
            result.problems.append(f"a patient's name is readable in {path.name}")
