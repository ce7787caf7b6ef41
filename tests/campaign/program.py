"""kill -9 of the whole program: `python -m tests.campaign.program [--kills N] [--seed N]`.

Each round a forked child opens the station's window offscreen, signs in and presses what it finds on the board as
fast as it can; it tells an event's id and time through a pipe when `Saved` was shown for it. The parent kills it
at a random moment, looks at the record (sometimes only after the next child had to recover it), and asks the
reopened desk how long the running lines have run. `--control` tells at the press and dies there: it must end with
losses.
"""

import argparse
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from nursedesk.desk import hang
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.clock import Reading, read_system
from nursedesk.desk.daybook import Session
from nursedesk.desk.open_desk import OpenDesk, open_desk
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.encounter import LineState, Patient, Route, Segment, Setting
from nursedesk.record.events import DrugHung, EventId, PersonId
from nursedesk.record.intervals import length, minute_of, spans
from nursedesk.store.keys import Keys
from nursedesk.store.verify import verify

from tests.campaign.pressing import FAULT, press_until_killed

SHORT, FULL = 30, 500
CHAIRS = tuple(str(number) for number in range(1, 7))
NURSE = Person(PersonId("jdoe"), "Jordan Doe", "RN", (Role.NURSE,))
PASSWORD = "start and stop"
KEY_OF_RUN = "recovery-key"
"""The file beside the suite that has what opens it."""
CANARY = "Quartermain"
FRESH_EVERY = 5
"""Kills that one copy of the suite goes through, so that its visits stay as short as real ones."""
TELL_EVERY = 10
LOOK_AFTER = 0.6
IN_OPENING = 0.25
"""The share of kills aimed at opening and signing in."""
OPENING_S, PRESSING_S, PATIENCE_S = 1.2, 0.8, 60
LATER = timedelta(minutes=47)

Told = dict[EventId, datetime]


@dataclass(frozen=True)
class Template:
    """The suite as every copy begins, and what opens it."""

    folder: Path
    keys: Keys
    recovery_key: str


@dataclass
class Result:
    """What a run showed."""

    kills: int = 0
    acknowledged: int = 0
    before_first: int = 0
    running: int = 0
    """Running lines whose minutes were asked after a kill."""
    lost: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.lost and not self.problems and self.acknowledged > 0

    def sentence(self, seconds: float) -> str:
        """The whole run in one line."""
        return (
            f"{self.kills} kills of the program in {seconds:.1f} s ({self.before_first} before the first answer): "
            f"{self.acknowledged} events shown as saved, {len(self.lost)} of them lost; "
            f"{self.running} running lines looked at; {len(self.problems)} problems"
        )


def make_template(place: Path) -> Template:
    """A suite whose chairs are all taken, with a bag running and one prepared at each."""
    facts = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=CHAIRS)
    made = set_up(place / "template", facts, [NewPerson(NURSE, PASSWORD)], "a quiet place", use_keyring=False)
    book = made.desk.daybook
    book.session = Session(NURSE, "s1", "password")
    for chair in CHAIRS:
        visit = check_in(book, CheckIn(chair, Patient(f"{CANARY}, {chair}"), Setting.OUTPATIENT_FACILITY))
        for use in (hang.hang_and_start, hang.prepare):
            use(book, book.encounter(visit), hang.Hang(Route.IV_INFUSION, (DrugHung("", "infliximab"),)))
    made.desk.ledger.close()
    (place / KEY_OF_RUN).write_text(made.recovery_key)
    return Template(place / "template", made.desk.ledger.keys, made.recovery_key)


def run(place: Path, kills: int, seed: int, tell: Callable[[str], None], *, control: bool = False) -> Result:
    """Kill the program `kills` times in copies of one suite made in `place`; the last copy stays in `suite`."""
    chance = random.Random(seed)
    template = make_template(place)
    folder, told, result = place / "suite", Told(), Result()
    for number in range(kills):
        if number % FRESH_EVERY == 0:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(template.folder, folder)
            told = {}
        answered = _one_kill(folder, template, chance, result, control=control)
        result.kills += 1
        result.before_first += not answered
        result.acknowledged += len(answered)
        told |= answered
        if number % FRESH_EVERY == FRESH_EVERY - 1 or number == kills - 1 or chance.random() < LOOK_AFTER:
            _look(folder, template.keys, told, result)
        if number % TELL_EVERY == TELL_EVERY - 1 or number == kills - 1:
            tell(f"  {number + 1} kills, {result.acknowledged} events shown as saved, {len(result.lost)} lost")
    return result


def _one_kill(folder: Path, template: Template, chance: random.Random, result: Result, *, control: bool) -> Told:
    """Start the program, kill it, and return what it showed as saved; its own faults are problems."""
    answers, telling = os.pipe()
    seed = chance.getrandbits(64)
    opening = chance.random() < IN_OPENING
    seconds = chance.uniform(0, OPENING_S if opening else PRESSING_S)
    child = os.fork()
    if child == 0:
        os.close(answers)
        try:
            press_until_killed(folder, template.recovery_key, random.Random(seed), telling, control=control)
        finally:
            os._exit(1)
    os.close(telling)
    received = b"" if opening and not control else _receive(answers, PATIENCE_S, first=True)
    received += _receive(answers, PATIENCE_S if control else seconds, first=False)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    # What was sent before the kill is still in the pipe, and was shown.
    received += _receive(answers, PATIENCE_S, first=False)
    os.close(answers)
    lines = [line.split() for line in received.decode().rpartition("\n")[0].splitlines()]
    result.problems += [" ".join(line) for line in lines if line[0] == FAULT]
    return {EventId(event_id): datetime.fromisoformat(at) for event_id, at in lines if event_id != FAULT}


def _receive(answers: int, seconds: float, *, first: bool) -> bytes:
    """What comes in a time, up to the end of the pipe; with `first`, only until something came."""
    received = b""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0 and not (first and received):
        if select.select([answers], [], [], left)[0]:
            more = os.read(answers, 65536)
            if not more:
                break
            received += more
    return received


def _look(folder: Path, keys: Keys, told: Told, result: Result) -> None:
    """Open the desk 47 minutes later: everything shown is there with its time, and lines have gone on."""
    desk = open_desk(folder, keys, later)
    found = desk.ledger.find_events(list(told))
    result.lost += [event_id for event_id in told if event_id not in found]
    result.problems += [
        f"{event_id} is stored at another time than was shown"
        for event_id, event in found.items()
        if event.header.occurred != told[event_id]
    ]
    _ask_minutes(desk, told, result)
    desk.ledger.close()
    result.problems += [problem.sentence() for problem in verify(folder, keys).problems]
    for path in folder.iterdir():
        if path.is_file() and CANARY.encode() in path.read_bytes():
            result.problems.append(f"a patient's name is readable in {path.name}")


def later() -> Reading:
    """What this machine's clocks will show in 47 minutes."""
    now = read_system()
    return Reading(now.now + LATER, now.boot_id, now.boot_ms + int(LATER.total_seconds() * 1000))


def _ask_minutes(desk: OpenDesk, told: Told, result: Result) -> None:
    now = desk.daybook.clock()
    if abs(now - later().now) > timedelta(seconds=2):
        result.problems.append(f"the desk's clock shows {now} after the kill")
    for visit in desk.daybook.encounters():
        for one in visit.administrations:
            if one.state is LineState.RUNNING:
                result.running += 1
                _check_minutes(desk, told, one.segments[-1], now, result)


def _check_minutes(desk: OpenDesk, told: Told, running: Segment, now: datetime, result: Result) -> None:
    """The minutes of a running stretch against the start as it was shown, or as it is stored."""
    event_id = EventId(running.start_event or "")
    stored = desk.ledger.find_events([event_id]).get(event_id)
    start = told.get(event_id) or (stored.header.occurred if stored else None)
    if start is None or length(spans([running], now)) != minute_of(now) - minute_of(start):
        result.problems.append(f"a line started {start} is said to run since {running.start}")


def main() -> int:
    """Kill the program as often as asked; 1 when anything was lost or wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaign.program", description=__doc__)
    parser.add_argument("--kills", type=int, help=f"{FULL}, or {SHORT} with --short, unless told")
    parser.add_argument("--short", action="store_true", help="the minute that CI has")
    parser.add_argument("--seed", type=int, help="the seed that an earlier run printed")
    parser.add_argument("--control", action="store_true", help="tell too early: must end with losses")
    parser.add_argument("--keep", type=Path, help="a folder in which the last suite stays, with its recovery key")
    asked = parser.parse_args()
    seed = asked.seed if asked.seed is not None else time.time_ns() % 1_000_000_000
    kills = asked.kills or (SHORT if asked.short else FULL)
    print(f"kill -9 of the program: {kills} kills, seed {seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as throw_away:
        result = run(
            asked.keep or Path(throw_away),
            kills,
            seed,
            lambda line: print(line, flush=True),
            control=asked.control,
        )
    for wrong in (*result.lost, *result.problems):
        print(f"  {wrong}")
    print(result.sentence(time.monotonic() - began), flush=True)
    return 0 if result.ok else 1


if __name__ == "__main__":
    sys.exit(main())
