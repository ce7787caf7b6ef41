"""A day of the record as an auditor reads it."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from nursedesk.desk.audit import Entry, Group, Wanted, about_of, bounds, chosen, entries, group_of, may_see
from nursedesk.desk.suite import Person, Role
from nursedesk.record import events as ev
from nursedesk.record.codec import BODIES

from tests.desk.station import Station

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("roles", "may"),
    [
        ((Role.NURSE,), False),
        ((Role.BILLER,), False),
        ((), False),
        ((Role.AUDITOR,), True),
        ((Role.ADMINISTRATOR,), True),
        ((Role.NURSE, Role.CHARGE_NURSE), True),
    ],
)
def test_who_may_see(roles: tuple[Role, ...], may: bool) -> None:
    assert may_see(Person(ev.PersonId("x"), "X", roles=roles)) is may


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("Started", Group.CHARTING),
        ("Noted", Group.CHARTING),
        ("Corrected", Group.CORRECTIONS),
        ("Voided", Group.CORRECTIONS),
        ("PatientCorrected", Group.CORRECTIONS),
        ("Signed", Group.SIGNING),
        ("Printed", Group.SIGNING),
        ("SignedIn", Group.PEOPLE),
        ("SettingChanged", Group.PEOPLE),
        ("Viewed", Group.VIEWS),
    ],
)
def test_groups(kind: str, group: Group) -> None:
    assert group_of(BODIES[kind].__new__(BODIES[kind])) is group


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 11, 24), 24), (date(2026, 11, 1), 25), (date(2026, 3, 8), 23)]
)
def test_a_day_is_the_calendars(day: date, hours: int) -> None:
    begin, end = bounds(day, NEW_YORK)
    assert end - begin == timedelta(hours=hours)
    assert begin.astimezone(NEW_YORK).date() == day
    assert (end - timedelta(seconds=1)).astimezone(NEW_YORK).date() == day


def visit() -> tuple[ev.Event, ...]:
    """Checked in, and something looked at."""
    station = Station()
    one = station.seat(name="ROE, Jane")
    station.pass_(1)
    noted = station.daybook.write(one, ev.Noted("warm blanket"))[0]
    station.pass_(1)
    station.daybook.write(one, ev.Voided(noted.header.event_id))
    station.daybook.write(one, ev.Closed("A-261124-001"))
    return tuple(station.saved)


def test_a_void_names_what_it_takes_back_and_every_entry_its_visit() -> None:
    found = entries(visit())
    void = next(one for one in found if isinstance(one.event.body, ev.Voided))
    assert void.replaced is not None
    assert void.replaced.body == ev.Noted("warm blanket")
    assert {one.about.patient for one in found if one.about} == {"ROE, Jane"}
    assert {one.about.ticket for one in found if one.about} == {"A-261124-001"}
    assert found[0].event is visit_last(found)


def visit_last(found: tuple[Entry, ...]) -> ev.Event:
    return max(found, key=lambda one: (one.event.header.recorded, isinstance(one.event.body, ev.Closed))).event


def test_events_of_no_visit_are_about_none() -> None:
    station = Station()
    station.daybook.write(None, ev.Viewed("tickets"))
    assert about_of(station.saved) is None
    assert entries(station.saved)[0].about is None


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        (Wanted(group=Group.CORRECTIONS), {"Voided"}),
        (Wanted(group=Group.SIGNING), {"Closed"}),
        (Wanted(person="nobody"), set()),
        (Wanted(text="roe jane", group=Group.SIGNING), {"Closed"}),
        (Wanted(text="a-261124-001", group=Group.SIGNING), {"Closed"}),
        (Wanted(text="40 21", group=Group.SIGNING), {"Closed"}),
        (Wanted(text="silva"), set()),
    ],
)
def test_filters(wanted: Wanted, kinds: set[str]) -> None:
    assert {one.event.kind for one in chosen(entries(visit()), wanted)} == kinds


def test_everything_is_wanted_by_default_and_a_person_finds_her_own() -> None:
    found = entries(visit())
    assert chosen(found, Wanted()) == found
    assert chosen(found, Wanted(person="jdoe")) == found


def test_text_leaves_out_what_is_of_no_visit() -> None:
    station = Station()
    station.daybook.write(None, ev.Viewed("tickets"))
    assert chosen(entries(station.saved), Wanted(text="tickets")) == ()
