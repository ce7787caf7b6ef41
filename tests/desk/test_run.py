"""Presses at the chair: what is recorded, what the screen counts, what Undo takes back."""

from datetime import timedelta

import pytest
from nursedesk.desk import check_in, hand_over, hang, run
from nursedesk.desk.daybook import Settled
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import LineState, Patient, Route, Setting
from nursedesk.record.events import LineId, PersonId
from nursedesk.record.intervals import running_minutes

from tests.desk.station import Station, infliximab


def test_a_line_is_hung_started_paused_resumed_and_stopped() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    run.start(station.daybook, station.encounter(visit), line)
    station.pass_(40)
    run.pause(station.daybook, station.encounter(visit), line)
    station.pass_(10)
    run.resume(station.daybook, station.encounter(visit), line)
    station.pass_(60)
    run.stop(station.daybook, station.encounter(visit), line)
    (one,) = station.encounter(visit).administrations
    assert one.state is LineState.STOPPED
    assert running_minutes(one) == 100
    assert station.kinds() == [
        "Opened",
        "AccessPlaced",
        "Prepared",
        "Started",
        "Paused",
        "Resumed",
        "Stopped",
    ]


def test_two_presses_of_start_count_once() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    for _ in range(2):
        run.start(station.daybook, station.encounter(visit), line)
        station.pass_(seconds=0.04)
    assert station.kinds().count("Started") == 1
    run.stop(station.daybook, station.encounter(visit), line)
    run.stop(station.daybook, station.encounter(visit), line)
    assert station.kinds().count("Stopped") == 1


def test_undo_takes_the_last_press_back_for_ten_seconds() -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    run.stop(station.daybook, station.encounter(visit), line)
    station.pass_(seconds=9)
    assert run.undo(station.daybook)
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
    assert not run.undo(station.daybook)
    run.stop(station.daybook, station.encounter(visit), line)
    station.pass_(seconds=11)
    assert not run.undo(station.daybook)
    assert station.encounter(visit).administrations[0].state is LineState.STOPPED


def test_undo_of_a_push_takes_the_whole_line_back() -> None:
    station = Station()
    visit = station.seat()
    hang.push(station.daybook, station.encounter(visit), infliximab(Route.IV_PUSH))
    assert station.encounter(visit).administrations[0].state is LineState.GIVEN
    run.undo(station.daybook)
    assert station.encounter(visit).administrations == ()
    assert station.kinds()[-2:] == ["Voided", "Voided"]


def test_an_event_that_was_not_saved_does_not_count() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    station.fails = True
    run.start(station.daybook, station.encounter(visit), line)
    assert station.encounter(visit).administrations[0].state is LineState.PREPARED
    assert station.daybook.waiting() == 0


def test_an_event_being_checked_still_counts() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    station.daybook.submit = lambda events: station.daybook.settle(events, Settled.CHECKING)
    run.start(station.daybook, station.encounter(visit), line)
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
    assert station.daybook.waiting() == 1


def test_a_taken_chair_and_a_nameless_patient_are_refused() -> None:
    station = Station()
    station.seat("1")
    with pytest.raises(Refused, match="chair_taken"):
        station.seat("1", "LEE, Kim")
    form = check_in.CheckIn("2", Patient("  "), Setting.OFFICE)
    with pytest.raises(Refused, match="no_name"):
        check_in.check_in(station.daybook, form)
    assert station.kinds() == ["Opened", "AccessPlaced"]


def test_encounter_ids_count_the_day_and_are_never_given_twice() -> None:
    station = Station()
    first = station.seat("1")
    run.undo(station.daybook)
    second = station.seat("2")
    assert (first, second) == ("E-261124-A001", "E-261124-A002")


def test_open_lines_are_handed_to_a_nurse_and_to_nobody_else() -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    hand_over.hand_over(station.daybook, (station.encounter(visit),), PersonId("mruiz"))
    assert station.encounter(visit).nurse == "mruiz"
    assert station.saved[-1].body.lines == (line,)
    for name in ("bill", "nobody"):
        with pytest.raises(Refused, match="no_such_nurse"):
            hand_over.hand_over(station.daybook, (station.encounter(visit),), PersonId(name))


@pytest.mark.parametrize("hours", [-5, -1, 1, 26])
def test_minutes_stay_right_when_the_clock_is_set(hours: int) -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(30)
    station.clocks.set_wall(timedelta(hours=hours))
    station.pass_(30)
    run.stop(station.daybook, station.encounter(visit), line)
    assert running_minutes(station.encounter(visit).administrations[0]) == 60


def test_no_such_line() -> None:
    station = Station()
    visit = station.seat()
    with pytest.raises(Refused, match="no_such_line"):
        run.stop(station.daybook, station.encounter(visit), LineId("Z9"))


def test_what_is_written_together_was_written_one_after_the_other() -> None:
    station = Station()
    visit = station.seat()
    hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    recorded = [event.header.recorded for event in station.saved]
    assert recorded == sorted(set(recorded))
