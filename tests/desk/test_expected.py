"""Who is expected today, checking in from the list, and chairs out of service."""

from datetime import date, timedelta

import pytest
from nursedesk.desk import check_in, expected, run
from nursedesk.desk.check_in import CheckIn
from nursedesk.desk.refusal import Refused
from nursedesk.desk.room import Expected, Room, room_after
from nursedesk.desk.suite import suite_of
from nursedesk.record.encounter import Patient, Setting
from nursedesk.record.events import ChairOutOfService, PatientExpected, PersonId

from tests.desk.station import Station

DAY = date(2026, 11, 24)


def one(name: str, at: str = "", chair: str = "", entry: str = "") -> Expected:
    return Expected(entry, DAY, Patient(name), at, chair, "iron sucrose", "Blue Ridge PPO", "A. Castellano MD")


@pytest.fixture
def station() -> Station:
    return Station()


def names(station: Station) -> list[str]:
    return [found.patient.name for found in expected.still_expected(station.daybook)]


def test_the_list_is_by_time_and_those_without_one_come_last(station: Station) -> None:
    expected.expect(station.daybook, [one("B"), one("C", "14:30"), one("A", "9:05")])
    assert names(station) == ["A", "C", "B"]
    assert [event.kind for event in station.saved] == ["PatientExpected"] * 3
    assert station.saved[2].body.at == "09:05"


@pytest.mark.parametrize(
    ("listed", "key"),
    [([], "nobody_listed"), ([one(" ")], "no_name_listed"), ([one("A"), one("B", "25:00")], "no_clock_time")],
)
def test_a_list_is_taken_whole_or_not_at_all(station: Station, listed: list[Expected], key: str) -> None:
    with pytest.raises(Refused) as refused:
        expected.expect(station.daybook, listed)
    assert (refused.value.key, station.saved, names(station)) == (key, [], [])


def test_the_same_entry_said_again_replaces_what_was_said(station: Station) -> None:
    expected.expect(station.daybook, [one("A", "09:00", entry="x")])
    expected.expect(station.daybook, [one("A", "10:00", entry="x")])
    assert [found.at for found in expected.still_expected(station.daybook)] == ["10:00"]


def test_check_in_from_the_list_takes_everything_along(station: Station) -> None:
    expected.expect(station.daybook, [one("VANCE, Tomas", "14:30", "2", "x")])
    visit = station.encounter(expected.arrive(station.daybook, "x", "2"))
    assert (visit.patient.name, visit.chair, visit.payer, visit.nurse) == (
        "VANCE, Tomas", "2", "Blue Ridge PPO", "jdoe",
    )  # fmt: skip
    assert (visit.ordering_provider, visit.expected) == ("A. Castellano MD", "x")
    assert names(station) == []


def test_a_check_in_that_is_undone_puts_the_patient_back_on_the_list(station: Station) -> None:
    expected.expect(station.daybook, [one("VANCE, Tomas", entry="x")])
    expected.arrive(station.daybook, "x", "2")
    assert run.undo(station.daybook)
    assert names(station) == ["VANCE, Tomas"]


def test_nobody_is_checked_in_twice(station: Station) -> None:
    expected.expect(station.daybook, [one("A", entry="x")])
    expected.arrive(station.daybook, "x", "2")
    with pytest.raises(Refused) as refused:
        expected.arrive(station.daybook, "x", "3")
    assert refused.value.key == "not_expected"


def test_the_chair_meant_is_taken_when_it_is_free(station: Station) -> None:
    expected.expect(station.daybook, [one("A", chair="2", entry="x"), one("B", entry="y")])
    meant, anywhere = expected.still_expected(station.daybook)
    assert (expected.chair_for(station.daybook, meant), expected.chair_for(station.daybook, anywhere)) == (
        "2",
        "1",
    )
    station.seat("2")
    assert expected.chair_for(station.daybook, meant) == "1"
    assert expected.expected_in(station.daybook, "2") == meant


def test_off_the_list_with_a_reason(station: Station) -> None:
    expected.expect(station.daybook, [one("A", entry="x")])
    with pytest.raises(Refused):
        expected.drop(station.daybook, "x", " ")
    expected.drop(station.daybook, "x", "did not come")
    assert names(station) == []
    assert station.saved[-1].body.reason == "did not come"


def test_yesterdays_list_is_not_todays(station: Station) -> None:
    expected.expect(station.daybook, [one("A")])
    station.pass_(minutes=24 * 60)
    assert names(station) == []
    later = PatientExpected("z", DAY + timedelta(days=1), Patient("B"))
    assert [found.id for found in room_after(station.daybook.suite.room, later).expected] == ["z"]


def test_a_chair_out_of_service_takes_nobody(station: Station) -> None:
    expected.take_out(station.daybook, "2", "pump pole broken")
    assert expected.free_chairs(station.daybook) == ("1", "3")
    with pytest.raises(Refused) as refused:
        station.seat("2")
    assert (refused.value.key, refused.value.params["reason"]) == ("chair_out", "pump pole broken")
    visit = station.encounter(station.seat("1"))
    with pytest.raises(Refused):
        check_in.move(station.daybook, visit, "2")
    expected.put_back(station.daybook, "2")
    check_in.move(station.daybook, visit, "2")
    assert station.daybook.in_chair("2") is not None


def test_a_chair_with_a_patient_stays_in_service(station: Station) -> None:
    station.seat("2")
    with pytest.raises(Refused) as refused:
        expected.take_out(station.daybook, "2", "broken")
    assert refused.value.key == "chair_taken"
    with pytest.raises(Refused):
        expected.take_out(station.daybook, "3", "")
    assert station.daybook.suite.room == Room()


def test_putting_back_what_is_in_service_says_nothing(station: Station) -> None:
    expected.put_back(station.daybook, "1")
    assert station.saved == []


def test_the_record_tells_the_room_again(station: Station) -> None:
    expected.expect(station.daybook, [one("A", entry="x")])
    expected.take_out(station.daybook, "2", "broken")
    assert suite_of(station.saved).room == station.daybook.suite.room
    assert isinstance(station.saved[-1].body, ChairOutOfService)


def test_a_visit_is_given_to_a_nurse(station: Station) -> None:
    visit = station.seat("1")
    check_in.assign(station.daybook, station.encounter(visit), PersonId("mruiz"))
    assert station.encounter(visit).nurse == "mruiz"
    check_in.assign(station.daybook, station.encounter(visit), PersonId("mruiz"))
    assert station.kinds().count("NurseAssigned") == 1
    with pytest.raises(Refused) as refused:
        check_in.assign(station.daybook, station.encounter(visit), PersonId("bill"))
    assert refused.value.key == "no_such_nurse"


def test_a_visit_without_the_list_names_no_entry(station: Station) -> None:
    form = CheckIn("1", Patient("ROE, Jane"), Setting.OFFICE)
    assert station.encounter(check_in.check_in(station.daybook, form)).expected is None
