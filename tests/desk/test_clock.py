"""The station's time goes on evenly, whatever is done to the wall clock."""

from datetime import timedelta

from nursedesk.desk.clock import Reading, StationClock, read_system
from nursedesk.record.events import SettingChanged

from tests.desk.station import Clocks, Station


def test_it_is_the_wall_clock_until_that_is_set() -> None:
    clocks = Clocks()
    clock = StationClock(clocks)
    clocks.pass_(10)
    assert clock() == clocks.wall
    clocks.set_wall(timedelta(hours=-1))
    assert clock() == clocks.wall + timedelta(hours=1)
    assert clock.difference() == timedelta(hours=-1)
    assert clock.follow_wall() == timedelta(hours=-1)
    assert clock() == clocks.wall


def test_a_restart_within_one_boot_goes_on_from_the_record() -> None:
    clocks = Clocks()
    last = Reading(clocks.wall, clocks.boot_id, clocks.boot_ms)
    clocks.pass_(90)
    clocks.set_wall(timedelta(hours=5))
    assert StationClock(clocks, last)() == last.now + timedelta(minutes=90)


def test_after_another_boot_the_wall_clock_is_all_there_is() -> None:
    clocks = Clocks()
    last = Reading(clocks.wall - timedelta(days=1), "boot-0", 5)
    assert StationClock(clocks, last)() == clocks.wall


def test_the_machine_gives_all_three() -> None:
    first, second = read_system(), read_system()
    assert first.boot_id == second.boot_id != ""
    assert second.boot_ms >= first.boot_ms > 0
    assert second.now >= first.now


def test_after_an_opening_with_the_clock_set_back_later_presses_still_count_before_earlier_ones() -> None:
    station = Station()
    newest = station.clocks.wall + timedelta(hours=1)
    station.daybook.go_on_after(newest)
    (event,) = station.daybook.write_of_itself(SettingChanged("site", '"Elm"'))
    assert event.header.recorded > newest
    assert event.header.occurred == station.clocks.wall


def test_a_year_that_no_clock_should_have_shown_is_not_carried_on() -> None:
    station = Station()
    station.daybook.go_on_after(station.clocks.wall + timedelta(days=4000))
    (event,) = station.daybook.write_of_itself(SettingChanged("site", '"Elm"'))
    assert event.header.recorded == station.clocks.wall
