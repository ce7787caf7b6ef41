"""A suite's day as a model: people, presses, corrections, hand-overs, a disk that refuses, and crashes.

The model knows what was pressed, when and by whom; it is kept beside the real desk on a real record. After every
step the screen must say the same; after every crash, and at the end, the record too, and the record must verify.
"""

import copy
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from nursedesk.desk import correct, hang, run, station_file
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.daybook import Session, Settled
from nursedesk.desk.hand_over import hand_over
from nursedesk.desk.open_desk import OpenDesk, became, leave, open_desk
from nursedesk.desk.set_up import set_up
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.encounter import Encounter, LineState, Patient, Route, Setting
from nursedesk.record.events import DrugHung, EncounterId, Event, EventId, LineId, PersonChanged
from nursedesk.record.fold import fold
from nursedesk.store.errors import DiskFull
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Outcome
from nursedesk.store.verify import verify

from tests.desk.station import DOE, RUIZ, Clocks

CHAIRS = ("1", "2", "3", "4")
NURSES = (DOE, RUIZ)
UNDO_FOR = timedelta(seconds=10)
AGAIN = PersonChanged(DOE.id, DOE.name, DOE.credential, tuple(DOE.roles))
FULL = "The disk is full: write the time on paper and make space on this computer."


@dataclass
class Line:
    """A line as the model has it: its stretches and who began and ended it."""

    state: LineState = LineState.PREPARED
    spans: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    started_by: str | None = None
    stopped_by: str | None = None
    ended_twice: bool = field(default=False, compare=False)
    """Paused, then stopped: the earlier of the two ends the stretch, whichever is corrected."""


@dataclass
class Visit:
    chair: str
    nurse: str
    lines: dict[str, Line] = field(default_factory=dict)


class Template:
    """A suite to copy for each day; made once, because its keys are slow."""

    def __init__(self) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="day-model-"))
        facts = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=CHAIRS)
        made = set_up(self.place / "suite", facts, (), "a quiet place", use_keyring=False, read_clock=Clocks())
        people = (PersonChanged(one.id, one.name, one.credential, tuple(one.roles)) for one in NURSES)
        made.desk.daybook.write_of_itself(*people)
        self.keys: Keys = made.desk.ledger.keys
        made.desk.ledger.close()


_TEMPLATE: list[Template] = []


def _template() -> Template:
    if not _TEMPLATE:
        _TEMPLATE.append(Template())
    return _TEMPLATE[0]


class Day(RuleBasedStateMachine):
    """One day; each step is something that happens in a suite."""

    def __init__(self) -> None:
        super().__init__()
        made = _template()
        self.keys = made.keys
        self.place = Path(tempfile.mkdtemp(prefix="day-"))
        shutil.copytree(made.place, self.place / "0")
        self.generation = 0
        self.clocks = Clocks()
        self.visits: dict[EncounterId, Visit] = {}
        self.before: tuple[datetime, dict[EncounterId, Visit]] | None = None
        self.refusing = False
        self.person = DOE
        self.desk = self._open()

    # --- the desk on its record ---

    @property
    def suite(self) -> Path:
        return self.place / str(self.generation) / "suite"

    def _open(self) -> OpenDesk:
        station_file.change(self.suite, journal=str(self.suite.parent / "second disk"))
        desk = open_desk(self.suite, self.keys, self.clocks)
        self.answers: list[tuple[tuple[Event, ...], Outcome]] = []
        desk.daybook.submit = self._submit(desk)
        desk.daybook.session = Session(self.person, "session", "pin")
        return desk

    def _submit(self, desk: OpenDesk):  # type: ignore[no-untyped-def] what the daybook takes
        answers = self.answers

        def submit(events: tuple[Event, ...]) -> None:
            first = threading.Event()

            def done(outcome: Outcome) -> None:
                answers.append((events, outcome))
                first.set()

            desk.ledger.append(events, done)
            assert first.wait(20)
            self._settle()

        return submit

    def _settle(self) -> None:
        """Take the writer's word into the day, as the window's thread does."""
        while self.answers:
            events, outcome = self.answers.pop(0)
            self.desk.daybook.settle(events, became(outcome))
            assert became(outcome) is not Settled.NOT_SAVED, outcome.reason

    def _encounter(self, visit: EncounterId) -> Encounter:
        return self.desk.daybook.encounter(visit)

    def _pressed(self) -> datetime:
        """The time of a press now; what there was before it, for an undo."""
        self.before = (self.clocks.wall, copy.deepcopy(self.visits))
        return self.clocks.wall

    def _lines(self, *states: LineState) -> list[tuple[EncounterId, str]]:
        return [
            (visit, line)
            for visit, one in self.visits.items()
            for line, known in one.lines.items()
            if known.state in states
        ]

    # --- people and presses ---

    @rule(minutes=st.integers(0, 90), seconds=st.integers(0, 59))
    def time_passes(self, minutes: int, seconds: int) -> None:
        self.clocks.pass_(minutes, seconds)

    @rule(nurse=st.sampled_from(NURSES))
    def somebody_signs_in(self, nurse) -> None:  # type: ignore[no-untyped-def] a person
        self.person = nurse
        self.desk.daybook.session = Session(nurse, "session", "pin")

    @rule(chair=st.sampled_from(CHAIRS))
    def check_in(self, chair: str) -> None:
        if any(one.chair == chair for one in self.visits.values()):
            return
        known = check_in(self.desk.daybook, CheckIn(chair, Patient("ROE, Jane"), Setting.OUTPATIENT_FACILITY))
        self.visits[known] = Visit(chair, self.person.id)
        self.desk.daybook.last_action, self.before = None, None

    @precondition(lambda self: self.visits)
    @rule(which=st.integers(0, 99), started=st.booleans())
    def hang(self, which: int, started: bool) -> None:
        visit = list(self.visits)[which % len(self.visits)]
        form = hang.Hang(Route.IV_INFUSION, (DrugHung("", "infliximab"),))
        now = self._pressed()
        use = hang.hang_and_start if started else hang.prepare
        line = use(self.desk.daybook, self._encounter(visit), form)
        assert line not in self.visits[visit].lines
        self.visits[visit].lines[line] = (
            Line(LineState.RUNNING, [(now, None)], self.person.id) if started else Line()
        )

    @rule(which=st.integers(0, 99))
    def start(self, which: int) -> None:
        there = self._lines(LineState.PREPARED)
        if there:
            visit, line = there[which % len(there)]
            now = self._pressed()
            run.start(self.desk.daybook, self._encounter(visit), LineId(line))
            self.visits[visit].lines[line] = Line(LineState.RUNNING, [(now, None)], self.person.id)

    @rule(which=st.integers(0, 99))
    def pause_or_resume(self, which: int) -> None:
        there = self._lines(LineState.RUNNING, LineState.PAUSED)
        if there:
            visit, line = there[which % len(there)]
            known, now = self.visits[visit].lines[line], self._pressed()
            known = self.visits[visit].lines[line]
            if known.state is LineState.RUNNING:
                run.pause(self.desk.daybook, self._encounter(visit), LineId(line))
                known.spans[-1], known.state = (known.spans[-1][0], now), LineState.PAUSED
            else:
                run.resume(self.desk.daybook, self._encounter(visit), LineId(line))
                known.spans.append((now, None))
                known.state = LineState.RUNNING

    @rule(which=st.integers(0, 99))
    def stop(self, which: int) -> None:
        there = self._lines(LineState.RUNNING, LineState.PAUSED)
        if there:
            visit, line = there[which % len(there)]
            now = self._pressed()
            run.stop(self.desk.daybook, self._encounter(visit), LineId(line))
            known = self.visits[visit].lines[line]
            if known.state is LineState.RUNNING:
                known.spans[-1] = (known.spans[-1][0], now)
            known.ended_twice = known.state is LineState.PAUSED
            known.state, known.stopped_by = LineState.STOPPED, self.person.id

    @rule()
    def undo(self) -> None:
        done = run.undo(self.desk.daybook)
        possible = self.before is not None and self.clocks.wall - self.before[0] <= UNDO_FOR
        assert done == possible
        if done and self.before is not None:
            self.visits = self.before[1]
        self.before = None

    @rule(which=st.integers(0, 99), minutes=st.integers(0, 30))
    def correct_a_stop(self, which: int, minutes: int) -> None:
        """A line of one stretch ended so many minutes after its start, it turns out."""
        there = [
            (visit, line)
            for visit, line in self._lines(LineState.STOPPED)
            if len(self.visits[visit].lines[line].spans) == 1 and not self.visits[visit].lines[line].ended_twice
        ]
        if not there:
            return
        visit, line = there[which % len(there)]
        known = self.visits[visit].lines[line]
        when = known.spans[0][0] + timedelta(minutes=minutes)
        if when > self.clocks.wall:
            return
        shown = next(one for one in self._encounter(visit).administrations if one.line == line)
        target = EventId(shown.segments[0].stop_event or "")
        correct.correct_time(self.desk.daybook, self._encounter(visit), target, when, "bag was empty")
        known.spans[0] = (known.spans[0][0], when)
        # An undo goes for the press before, whose stop has now another time.
        self.desk.daybook.last_action, self.before = None, None

    @rule(which=st.integers(0, 99), to=st.sampled_from(NURSES))
    def hand_over(self, which: int, to) -> None:  # type: ignore[no-untyped-def] a person
        if self.visits:
            visit = list(self.visits)[which % len(self.visits)]
            hand_over(self.desk.daybook, (self._encounter(visit),), to.id)
            self.visits[visit].nurse = to.id
            if self.before is not None:
                self.desk.daybook.last_action, self.before = None, None

    # --- the world ---

    @rule()
    def the_disk_refuses(self) -> None:
        def refuse(*_: object) -> None:
            raise DiskFull(FULL)

        self.refusing = True
        self.desk.ledger._writer._write = refuse  # type: ignore[method-assign] as a full disk would

    @precondition(lambda self: self.refusing)
    @rule()
    def the_disk_is_well_again(self) -> None:
        self.refusing = False
        del self.desk.ledger._writer._write

    @rule()
    def crash(self) -> None:
        """The files as they are at this moment are all that is left."""
        old, before = self.desk, self.generation
        shutil.copytree(self.suite.parent, self.place / str(before + 1))
        self.generation += 1
        old.ledger.close()
        shutil.rmtree(self.place / str(before))
        self.refusing, self.before = False, None
        self.desk = self._open()
        self._same(record=True)

    @precondition(lambda self: not self.refusing)
    @rule()
    def close_and_open(self) -> None:
        assert leave(self.desk) == ""
        self.before = None
        self.desk = self._open()
        self._same(record=True)

    # --- the same? ---

    @invariant()
    def the_screen_says_what_was_pressed(self) -> None:
        self._settle()
        self._same(record=False)

    def _same(self, *, record: bool) -> None:
        shown = {EncounterId(one.id): one for one in self.desk.daybook.encounters()}
        assert set(shown) == set(self.visits)
        for visit, model in self.visits.items():
            _compare(shown[visit], model)
            if record:
                _compare(fold(self.desk.ledger.events_of(visit)), model)

    def teardown(self) -> None:
        try:
            if self.refusing:
                self.the_disk_is_well_again()
            self.desk.daybook.write_of_itself(AGAIN)
            self._settle()
            self._same(record=True)
            assert self.desk.daybook.waiting() == 0
            self.desk.ledger.close()
            report = verify(self.suite, self.keys)
            assert report.clean, report.lines()
        finally:
            self.desk.ledger.close()
            shutil.rmtree(self.place)


def _compare(shown: Encounter, model: Visit) -> None:
    assert (shown.chair, shown.nurse) == (model.chair, model.nurse)
    lines = {one.line: one for one in shown.administrations}
    assert set(lines) == set(model.lines)
    for name, known in model.lines.items():
        found = lines[name]
        spans = [(one.start, one.stop) for one in found.segments]
        said = Line(found.state, spans, found.started_by, found.stopped_by)
        assert said == known, f"{name}: {said}, and the model: {known}"


def run_days(days: int, steps: int, seed: int, *, shrink: bool = False) -> None:
    """So many days of so many steps, drawn by the seed; AssertionError with the steps when one disagrees."""
    asked = settings(
        max_examples=days,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink) if shrink else (Phase.generate,),
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seeded(seed)(Day), settings=asked)
