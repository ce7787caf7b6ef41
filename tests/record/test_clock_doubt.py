"""A clock that was set makes times of lines that were up doubtful, until a person confirms or corrects them."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.clock_doubt import doubts_to_chart
from nursedesk.record.encounter import Encounter, Label, Route
from nursedesk.record.events import ClockDoubted, ClockStepped, Event, LineId, Source, Stopped, TimesConfirmed
from nursedesk.record.fold import fold

from tests.record.visit import Visit, at

HOUR = 3_600_000


def stepped(when: str, step_ms: int = HOUR) -> Event:
    """A step of the station's clock; it is of no visit."""
    station = Visit("")
    station.say(ClockStepped(step_ms), when)
    (event,) = station.events
    return Event(replace(event.header, encounter_id=None), event.body)


def labels(encounter: Encounter) -> list[tuple[str | None, str, Label]]:
    return [(note.line, note.what, note.label) for note in encounter.time_notes]


def visit() -> Visit:
    """L1 ended before ten, L2 is up at ten, L3 is only prepared, P4 was pushed after it."""
    told = Visit().open().hang("L1", "iron").hang("L2", "infliximab").hang("L3", "saline")
    told.hang("P4", "ondansetron", route=Route.IV_PUSH)
    told.start("L1", "09:00")
    told.stop("L1", "09:50")
    told.start("L2", "09:30")
    told.push("P4", "10:10")
    return told


@pytest.mark.parametrize(
    ("when", "lines"),
    [("09:20", ["L1", "L2", "P4"]), ("10:00", ["L2", "P4"]), ("10:20", ["L2"])],
)
def test_what_was_up_at_the_step_or_came_after_it_is_touched(when: str, lines: list[str]) -> None:
    found = doubts_to_chart(fold(visit().events), [stepped(when)])
    assert [one.line for one in found] == lines
    assert {one.step_ms for one in found} == {HOUR}


@pytest.mark.parametrize(("step_ms", "touched"), [(60_000, 0), (60_001, 2), (-60_001, 2), (-60_000, 0)])
def test_a_minute_is_no_doubt_and_more_is(step_ms: int, touched: int) -> None:
    assert len(doubts_to_chart(fold(visit().events), [stepped("10:00", step_ms)])) == touched


def test_what_is_charted_is_not_charted_again_until_the_clock_is_set_anew() -> None:
    told = visit()
    steps = [stepped("10:00")]
    for doubt in doubts_to_chart(fold(told.events), steps):
        told.say(doubt, "10:11")
    assert doubts_to_chart(fold(told.events), steps) == ()
    assert doubts_to_chart(fold(told.events), [*steps, stepped("10:12", HOUR + 30_000)]) == ()
    again = doubts_to_chart(fold(told.events), [*steps, stepped("10:12", -HOUR)])
    assert again == (ClockDoubted(LineId("L2"), -HOUR),)


def test_pressed_times_of_a_doubted_line_are_suspect_and_typed_ones_are_not() -> None:
    told = visit()
    told.say(ClockDoubted(LineId("L2"), HOUR), "10:00")
    told.say(Stopped(LineId("L2"), 1), "11:00", recorded="11:02", source=Source.TYPED)
    encounter = fold(told.events)
    assert labels(encounter) == [("L2", "Started", Label.CLOCK_SUSPECT)]
    (note,) = encounter.time_notes
    assert (note.now, note.was, note.step_ms, note.by) == (at("09:30"), None, HOUR, "jdoe")


def test_a_person_lifts_the_doubt_by_confirming_the_line() -> None:
    told = visit()
    told.say(ClockDoubted(LineId("L2"), HOUR), "10:00")
    told.say(TimesConfirmed(LineId("L2")), "10:05", actor="mruiz", reason="by the wall clock of the room")
    told.stop("L2", "11:00")
    encounter = fold(told.events)
    assert encounter.time_notes == ()
    (doubt,) = encounter.clock_doubts
    assert (doubt.confirmed_by, doubt.reason) == ("mruiz", "by the wall clock of the room")
    told.say(ClockDoubted(LineId("L2"), -HOUR), "11:01")
    assert {label for _, _, label in labels(fold(told.events))} == {Label.CLOCK_SUSPECT}


def test_or_by_correcting_each_time() -> None:
    told = visit()
    told.say(ClockDoubted(LineId("L2"), HOUR), "10:00")
    start = next(one.header.event_id for one in told.events if one.kind == "Started" and one.body.line == "L2")
    stop = told.stop("L2", "11:00")
    told.correct(start, "10:30", "11:05")
    assert labels(fold(told.events)) == [
        ("L2", "Started", Label.CORRECTION),
        ("L2", "Stopped", Label.CLOCK_SUSPECT),
    ]
    told.correct(stop, "12:00", "11:06")
    assert {label for _, _, label in labels(fold(told.events))} == {Label.CORRECTION}


def test_another_lines_confirmation_lifts_nothing() -> None:
    told = visit()
    told.say(ClockDoubted(LineId("L2"), HOUR), "10:00")
    told.say(TimesConfirmed(LineId("L1")), "10:05")
    assert len(labels(fold(told.events))) == 1


_DOUBTED = visit()
_DOUBTED.say(ClockDoubted(LineId("L2"), HOUR), "10:00")
_DOUBTED.say(TimesConfirmed(LineId("L2")), "10:05")
_DOUBTED.say(ClockDoubted(LineId("L2"), -HOUR), "10:06")
_DOUBTED.say(ClockDoubted(LineId("P4"), -HOUR), "10:06")


@given(st.permutations(_DOUBTED.events))
def test_arrival_order_changes_nothing(events: list[Event]) -> None:
    assert fold(events) == fold(_DOUBTED.events)
    assert len(list(itertools.chain(fold(events).clock_doubts))) == 3
