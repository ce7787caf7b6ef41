"""A clock set by more than a minute while a line is up: in doubt, not signed, confirmed by a person."""

from datetime import timedelta

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk import close, doubt, hang, run
from nursedesk.desk.daybook import Session
from nursedesk.desk.mind_clock import ClockMinder
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record import events as ev
from nursedesk.record.encounter import Label

from tests.desk.station import DOE, RUIZ, Station, infliximab

RULES = load_rulebook("cpt")


def _stepped(station: Station, by: timedelta) -> tuple[ev.EncounterId, ev.LineId]:
    """A line ran while the clock was set, and is down."""
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    minder = ClockMinder(station.daybook)
    station.pass_(30)
    station.clocks.set_wall(by)
    minder.mind()
    minder.mind()
    station.pass_(30)
    run.stop(station.daybook, station.encounter(visit), line)
    minder.mind()
    return visit, line


@pytest.mark.parametrize("by", [timedelta(hours=-1), timedelta(hours=1), timedelta(seconds=61)])
def test_a_step_of_more_than_a_minute_makes_the_line_wait_for_a_person(by: timedelta) -> None:
    station = Station()
    visit, line = _stepped(station, by)
    doubts = [one for one in station.saved if one.kind == "ClockDoubted"]
    assert [(one.body.line, one.header.actor) for one in doubts] == [(line, "station")], "once, by the station"
    assert {note.label for note in station.encounter(visit).time_notes} == {Label.CLOCK_SUSPECT}
    lacks = close.missing(
        station.encounter(visit), close.draft(station.encounter(visit), RULES), SuiteFacts(charting=())
    )
    assert [one.finding.code for one in lacks if one.blocks and one.finding] == ["clock-suspect"]
    with pytest.raises(Refused) as refused:
        close.sign(station.daybook, station.encounter(visit), RULES)
    assert refused.value.key == "cannot_sign"


def test_a_person_confirms_and_then_it_is_signed() -> None:
    station = Station()
    visit, line = _stepped(station, timedelta(hours=-1))
    station.daybook.session = Session(RUIZ, "s2", "pin")
    doubt.confirm_times(station.daybook, station.encounter(visit), line, "times are right")
    last = station.saved[-1]
    assert (last.body, last.header.actor, last.header.reason) == (
        ev.TimesConfirmed(line),
        "mruiz",
        "times are right",
    )
    assert station.encounter(visit).time_notes == ()
    close.sign(station.daybook, station.encounter(visit), RULES)
    assert station.saved[-1].kind == "Signed"


def test_pressed_twice_it_is_confirmed_once() -> None:
    station = Station()
    visit, line = _stepped(station, timedelta(hours=-1))
    for _ in range(2):
        doubt.confirm_times(station.daybook, station.encounter(visit), line, "times are right")
    assert station.kinds().count("TimesConfirmed") == 1


@pytest.mark.parametrize("by", [timedelta(seconds=59), timedelta(seconds=-59)])
def test_a_smaller_step_is_noted_and_asks_nobody(by: timedelta) -> None:
    station = Station()
    _stepped(station, by)
    assert "ClockStepped" in station.kinds()
    assert "ClockDoubted" not in station.kinds()


def test_what_was_down_before_the_step_is_not_touched() -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(30)
    run.stop(station.daybook, station.encounter(visit), line)
    station.clocks.set_wall(timedelta(hours=1))
    ClockMinder(station.daybook).mind()
    assert "ClockDoubted" not in station.kinds()
    assert station.daybook.session.person == DOE
