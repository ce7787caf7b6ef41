"""Which two lines an overlap is of, and what is charted when the first was down before."""

from dataclasses import replace
from datetime import timedelta

import pytest
from nursedesk.desk import correct, run
from nursedesk.desk.hang import hang_and_start
from nursedesk.desk.overlap import handed_on, make_sequential
from nursedesk.record.encounter import Encounter, Label, LineState, Purpose
from nursedesk.record.events import EventId, LineId

from tests.desk.station import Station, infliximab


class Two:
    """Two drugs, the second hung 20 minutes after the first; ten minutes have passed since."""

    def __init__(self, purpose: Purpose = Purpose.TREATMENT) -> None:
        self.station = Station()
        self.book = self.station.daybook
        self.id = self.station.seat()
        self.first = hang_and_start(self.book, self.visit, infliximab())
        self.station.pass_(20)
        drug = replace(infliximab().drugs[0], drug="magnesium sulfate")
        self.second = hang_and_start(self.book, self.visit, replace(infliximab(), drugs=(drug,), purpose=purpose))
        self.station.pass_(10)

    @property
    def visit(self) -> Encounter:
        return self.station.encounter(self.id)

    def part(self, line: LineId) -> None:
        found = handed_on(self.visit, line)
        assert found is not None
        make_sequential(self.book, self.visit, found, "was down")

    def minutes(self) -> list[timedelta | None]:
        parts = [one.segments[0] for one in self.visit.administrations]
        return [part.stop - part.start if part.stop and part.start else None for part in parts]


@pytest.mark.parametrize("which", ["first", "second"])
def test_either_line_of_the_two_says_so(which: str) -> None:
    two = Two()
    two.part(getattr(two, which))
    assert two.minutes() == [timedelta(minutes=20), None]
    assert [note.label for note in two.visit.time_notes] == [Label.LATE_ENTRY]


def test_a_first_that_was_stopped_later_gets_the_earlier_stop_and_keeps_the_first_visible() -> None:
    two = Two()
    run.stop(two.book, two.visit, two.first)
    two.station.pass_(5)
    two.part(two.second)
    assert two.minutes() == [timedelta(minutes=20), None]
    (note,) = two.visit.time_notes
    assert (note.label, note.reason) == (Label.CORRECTION, "was down")
    assert note.was is not None


@pytest.mark.parametrize("stopped", [False, True])
def test_undo_takes_it_back(stopped: bool) -> None:
    two = Two()
    if stopped:
        run.stop(two.book, two.visit, two.first)
    before = two.minutes()
    two.part(two.second)
    assert run.undo(two.book)
    assert two.minutes() == before


def test_no_overlap_where_the_first_was_down_or_is_never_charged() -> None:
    two = Two(Purpose.KEEP_OPEN)
    assert handed_on(two.visit, two.first) is None
    assert handed_on(two.visit, two.second) is None
    two = Two()
    two.part(two.second)
    assert handed_on(two.visit, two.first) is None
    assert handed_on(two.visit, two.second) is None


def test_a_paused_line_is_not_guessed_at() -> None:
    two = Two()
    run.pause(two.book, two.visit, two.first)
    assert two.visit.administrations[0].state is LineState.PAUSED
    assert handed_on(two.visit, two.second) is None


def test_a_voided_start_is_no_line_that_ran() -> None:
    two = Two()
    start = two.visit.administrations[0].segments[0].start_event
    correct.void(two.book, two.visit, EventId(start or ""), "never ran")
    assert handed_on(two.visit, two.second) is None
