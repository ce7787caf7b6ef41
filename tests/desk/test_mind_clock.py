"""A clock that was set is one event, and minutes go on evenly while a line runs."""

from datetime import timedelta

from nursedesk.desk import hang, run
from nursedesk.desk.mind_clock import ClockMinder

from tests.desk.station import Station, infliximab


def test_a_step_is_recorded_once_and_followed_when_nothing_runs() -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    minder = ClockMinder(station.daybook)
    assert not minder.mind()
    station.clocks.set_wall(timedelta(hours=-1))
    assert minder.mind()
    assert minder.mind()
    steps = [event.body.step_ms for event in station.saved if event.kind == "ClockStepped"]
    assert steps == [-3_600_000]
    run.stop(station.daybook, station.encounter(visit), line)
    assert not minder.mind()
    assert station.daybook.clock() == station.clocks.wall
