"""The shift as rows."""

from datetime import UTC, datetime
from decimal import Decimal

from nursedesk.record.encounter import (
    Administration,
    Amount,
    Encounter,
    Label,
    LineState,
    Patient,
    Route,
    Segment,
    Setting,
    Status,
    TimeNote,
)
from nursedesk.ui.shift.model import shift


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=UTC)


def line(name: str, state: LineState, *segments: Segment, route: Route = Route.IV_INFUSION) -> Administration:
    return Administration(
        id=name, drug=name, route=route, segments=segments, line=name, state=state, dose=Amount(Decimal(1), "g")
    )


def visit(name: str, opened: datetime, *lines: Administration, closed: datetime | None = None) -> Encounter:
    return Encounter(
        id=name,
        setting=Setting.OFFICE,
        patient=Patient(name),
        chair="1",
        opened=opened,
        closed=closed,
        administrations=lines,
        status=Status.CLOSED if closed else Status.OPEN,
    )


def test_minutes_leave_the_pause_out_and_run_on_to_now() -> None:
    running = line("a", LineState.RUNNING, Segment(at(9), at(9, 30)), Segment(at(10)))
    made = shift((visit("v", at(8), running),), at(7), at(19), "UTC", at(11, 15))
    shown = made.visits[0].lines[0]
    assert (shown.start, shown.stop, shown.minutes) == (at(9), None, 105)
    assert made.visits[0].last_stop is None
    assert made.running() == 1


def test_a_push_has_a_time_and_no_minutes() -> None:
    pushed = line("p", LineState.GIVEN, Segment(at(9), at(9)), route=Route.IV_PUSH)
    shown = shift((visit("v", at(8), pushed),), at(7), at(19), "UTC", at(11)).visits[0].lines[0]
    assert (shown.start, shown.stop, shown.minutes) == (at(9), None, None)


def test_visits_outside_the_period_are_left_out_and_the_rest_come_by_arrival() -> None:
    night = visit("night", at(1), closed=at(5))
    late = visit("late", at(20))
    first, second = visit("first", at(6)), visit("second", at(9), closed=at(12))
    made = shift((second, late, night, first), at(7), at(19), "UTC", at(13))
    assert [v.name for v in made.visits] == ["first", "second"]
    assert made.unsigned() == 2


def test_a_late_entry_is_named_on_its_line() -> None:
    stopped = line("a", LineState.STOPPED, Segment(at(9), at(10)))
    note = TimeNote("a", "Stopped", Label.LATE_ENTRY, None, at(10), "jdoe", at(10, 9), "with patient")
    encounter = visit("v", at(8), stopped)
    noted = Encounter(**{f: getattr(encounter, f) for f in encounter.__slots__} | {"time_notes": (note,)})
    made = shift((noted,), at(7), at(19), "UTC", at(11))
    assert made.visits[0].lines[0].labels == (Label.LATE_ENTRY,)
    assert made.labelled() == 1
