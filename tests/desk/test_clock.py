"""The station's time goes on evenly, whatever is done to the wall clock."""

from datetime import timedelta

from nursedesk.desk.clock import Reading, StationClock, read_system

from tests.desk.station import Clocks


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
