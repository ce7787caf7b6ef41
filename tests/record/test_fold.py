"""Events fold into the same encounter whatever order they arrive in; corrections supersede and stay visible."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.encounter import Label, LineState, Route, Status, StopReason, StopSource
from nursedesk.record.events import (
    ChairFreed,
    Closed,
    HandedOver,
    LineId,
    PersonId,
    Reopened,
    Signed,
    Source,
    Stopped,
    StopReasonSet,
)
from nursedesk.record.fold import fold
from nursedesk.record.intervals import running_minutes

from tests.record.visit import Visit, at


def test_a_line_runs_is_paused_and_stopped() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    assert fold(visit.events).administrations[0].state is LineState.PREPARED
    visit.start("L1", "09:00")
    assert fold(visit.events).administrations[0].state is LineState.RUNNING
    visit.pause("L1", "09:40")
    assert fold(visit.events).administrations[0].state is LineState.PAUSED
    visit.resume("L1", "10:00")
    visit.stop("L1", "11:00", segment=2, actor="mruiz")
    (line,) = fold(visit.events).administrations
    assert line.state is LineState.STOPPED
    assert running_minutes(line) == 100
    assert (line.started_by, line.stopped_by) == ("jdoe", "mruiz")


def test_a_stop_while_paused_ends_the_line_at_the_pause() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.start("L1", "09:00")
    visit.pause("L1", "09:40")
    visit.stop("L1", "09:55", segment=1)
    (line,) = fold(visit.events).administrations
    assert line.state is LineState.STOPPED
    assert running_minutes(line) == 40


def test_two_drugs_in_one_bag_are_two_administrations_of_one_line() -> None:
    visit = Visit().open().hang("L1", "dexamethasone", "ondansetron")
    visit.start("L1", "09:00")
    first, second = fold(visit.events).administrations
    assert (first.bag, second.bag) == ("L1", "L1")
    assert first.segments == second.segments


def test_the_earliest_of_two_stops_counts_and_the_other_is_shown() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.start("L1", "09:00")
    late = visit.stop("L1", "10:05")
    early = visit.stop("L1", "10:00", actor="mruiz")
    encounter = fold(visit.events)
    assert encounter.administrations[0].segments[0].stop == at("10:00")
    assert encounter.administrations[0].stopped_by == "mruiz"
    assert [(clash.kept, clash.other) for clash in encounter.conflicts] == [(early, late)]


def test_a_correction_supersedes_and_the_first_time_stays_visible() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.start("L1", "09:00")
    stop = visit.stop("L1", "10:12")
    visit.correct(stop, "10:05", when="10:20")
    second = visit.correct(stop, "10:07", when="10:30")
    encounter = fold(visit.events)
    segment = encounter.administrations[0].segments[0]
    assert (segment.stop, segment.stop_source) == (at("10:07"), StopSource.CORRECTED)
    (note,) = encounter.time_notes
    assert (note.label, note.was, note.now, note.reason) == (
        Label.CORRECTION,
        at("10:12"),
        at("10:07"),
        "seen at bedside",
    )
    visit.void(second, "10:30")
    assert fold(visit.events).administrations[0].segments[0].stop == at("10:05")


def test_undo_of_a_stop_and_of_a_whole_line() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.start("L1", "09:00")
    stop = visit.stop("L1", "10:00")
    visit.void(stop, "10:00")
    assert fold(visit.events).administrations[0].state is LineState.RUNNING
    prepared = next(one.header.event_id for one in visit.events if one.kind == "Prepared")
    visit.void(prepared, "10:01")
    assert fold(visit.events).administrations == ()


@pytest.mark.parametrize(
    ("source", "recorded", "label"),
    [
        (Source.PRESSED, "10:00", None),
        (Source.TYPED, "10:04", None),
        (Source.TYPED, "10:06", Label.LATE_ENTRY),
        (Source.IMPORTED, "23:00", Label.LATE_ENTRY),
        (Source.CALCULATED, "10:00", Label.CALCULATED),
    ],
)
def test_how_a_time_is_known_decides_its_label(source: Source, recorded: str, label: Label | None) -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.start("L1", "09:00")
    visit.say(Stopped(LineId("L1"), 1), "10:00", recorded=recorded, source=source, reason="with patient")
    encounter = fold(visit.events)
    assert [note.label for note in encounter.time_notes] == ([label] if label else [])
    calculated = encounter.administrations[0].segments[0].stop_source is StopSource.CALCULATED
    assert calculated == (source is Source.CALCULATED)


def test_a_push_is_complete_at_once() -> None:
    visit = Visit().open().hang("P1", "ondansetron", route=Route.IV_PUSH)
    visit.push("P1", "09:10")
    (push,) = fold(visit.events).administrations
    assert push.state is LineState.GIVEN
    assert push.segments[0].start == push.segments[0].stop == at("09:10")


def test_close_sign_reopen_and_sign_again() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.say(Closed("A-260302-001"), "12:00")
    visit.say(ChairFreed(), "12:00")
    visit.say(Signed("A-260302-001", 1, "{}", "d", "mine"), "12:01")
    signed = fold(visit.events)
    assert (signed.status, signed.version, signed.freed) == (Status.SIGNED, 1, at("12:00"))
    visit.say(Reopened(), "12:10", reason="wrong stop")
    assert fold(visit.events).status is Status.OPEN
    visit.say(Closed("A-260302-009"), "12:20")
    visit.say(Signed("A-260302-001", 2, "{}", "d", "mine"), "12:21")
    again = fold(visit.events)
    assert (again.ticket_number, again.version) == ("A-260302-001", 2)


def test_hand_over_names_the_next_nurse() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.say(HandedOver(PersonId("mruiz"), (LineId("L1"),)), "12:00")
    assert fold(visit.events).nurse == "mruiz"


def _busy_day() -> Visit:
    visit = Visit().open().hang("L1", "infliximab").hang("L2", "dexamethasone", "ondansetron")
    start = visit.start("L1", "09:00")
    visit.pause("L1", "09:30")
    visit.resume("L1", "09:40")
    stop = visit.stop("L1", "10:31", segment=2)
    visit.stop("L1", "10:30", segment=2, actor="mruiz")
    visit.correct(stop, "10:20", when="11:00")
    visit.correct(start, "08:58", when="11:01")
    visit.correct(stop, "10:22", when="11:01")
    visit.start("L2", "09:05")
    visit.void(visit.stop("L2", "09:15"), "09:15")
    visit.say(StopReasonSet(LineId("L1"), StopReason.REACTION), "11:02")
    visit.say(Closed("A-260302-001"), "12:00")
    visit.say(Reopened(), "12:10")
    return visit


@given(st.permutations(_busy_day().events), st.integers(0, 5))
def test_arrival_order_and_repeats_change_nothing(events: list, repeats: int) -> None:
    assert fold([*events, *events[:repeats]]) == fold(_busy_day().events)


def test_an_encounter_has_at_least_one_event() -> None:
    with pytest.raises(ValueError, match="at least one event"):
        fold([])
