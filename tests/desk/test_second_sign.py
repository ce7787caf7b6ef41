"""A second person's signature for waste and checks: who, when, and never the same person."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk import correct, hang, run, second_sign
from nursedesk.desk.daybook import Session
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Amount, SecondSign
from nursedesk.record.events import EncounterId, PersonId, Witnessed

from tests.desk.station import DOE, PAY, RUIZ, Station, infliximab

POLICY = {"second_sign": ("waste", "check"), "check_families": ("complex_biologic", "therapeutic")}


def _given(station: Station, **form: object) -> EncounterId:
    """One line has run and is down."""
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), replace(infliximab(), **form))
    station.pass_(40)
    run.stop(station.daybook, station.encounter(visit), line)
    return visit


def _wanted(station: Station, visit: EncounterId, **policy: object) -> tuple[second_sign.Wanted, ...]:
    facts = replace(station.daybook.suite.facts, **(policy or POLICY))
    return second_sign.wanted(station.daybook, station.encounter(visit), facts, load_rulebook("cpt").drugs)


def _waste(station: Station, visit: EncounterId, witness: str | None = None) -> None:
    (one,) = station.encounter(visit).administrations
    correct.chart_waste(station.daybook, station.encounter(visit), one.id, Amount(Decimal(20), "mg"), witness)


def test_without_a_policy_nobody_is_asked() -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit)
    assert _wanted(station, visit, second_sign=()) == ()


def test_waste_is_signed_by_a_colleague_with_who_and_when() -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit)
    want = next(one for one in _wanted(station, visit) if one.what is SecondSign.WASTE)
    assert want.by == "jdoe"
    station.pass_(2)
    second_sign.sign(station.daybook, station.encounter(visit), want, RUIZ, "badge")
    last = station.saved[-1]
    assert last.body == Witnessed(want.target, SecondSign.WASTE)
    assert (last.header.actor, last.header.auth, last.header.occurred) == ("mruiz", "badge", station.clocks.wall)
    assert station.daybook.session.person == DOE, "whoever was at the desk still is"
    (one,) = station.encounter(visit).administrations
    assert (one.waste_witness, one.waste_signed) == ("mruiz", station.clocks.wall)
    assert not [one for one in _wanted(station, visit) if one.what is SecondSign.WASTE]


def test_a_witness_who_was_only_named_has_not_signed() -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit, "mruiz")
    (one,) = station.encounter(visit).administrations
    assert (one.waste_witness, one.waste_signed) == ("mruiz", None)
    assert SecondSign.WASTE in {one.what for one in _wanted(station, visit)}


def test_another_amount_wants_another_signature() -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit)
    want = next(one for one in _wanted(station, visit) if one.what is SecondSign.WASTE)
    second_sign.sign(station.daybook, station.encounter(visit), want, RUIZ, "pin")
    _waste(station, visit)
    assert SecondSign.WASTE in {one.what for one in _wanted(station, visit)}


@pytest.mark.parametrize(("person", "key"), [(DOE, "same_person"), (PAY, "not_allowed")])
def test_the_same_person_and_who_does_not_chart_are_refused(person: object, key: str) -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit)
    want = _wanted(station, visit)[0]
    before = len(station.saved)
    with pytest.raises(Refused) as refused:
        second_sign.sign(station.daybook, station.encounter(visit), want, person, "pin")
    assert refused.value.key == key
    assert len(station.saved) == before


def test_who_charted_it_does_not_sign_at_a_colleagues_desk_either() -> None:
    station = Station()
    visit = _given(station)
    _waste(station, visit)
    want = _wanted(station, visit)[0]
    station.daybook.session = Session(RUIZ, "s2", "pin")
    with pytest.raises(Refused) as refused:
        second_sign.sign(station.daybook, station.encounter(visit), want, DOE, "pin")
    assert refused.value.key == "same_person"


def test_a_check_that_was_passed_over_is_asked_for_and_signed() -> None:
    station = Station()
    visit = _given(station)
    (want,) = _wanted(station, visit)
    assert want.what is SecondSign.CHECK
    second_sign.sign(station.daybook, station.encounter(visit), want, RUIZ, "pin")
    (one,) = station.encounter(visit).administrations
    assert (one.checked_by, one.checked_at) == ("mruiz", station.clocks.wall)
    assert _wanted(station, visit) == ()


def test_only_families_of_the_policy_are_checked_and_a_check_at_hanging_counts() -> None:
    station = Station()
    visit = _given(station)
    assert _wanted(station, visit, second_sign=("check",), check_families=("hydration",)) == ()
    other = Station()
    assert _wanted(other, _given(other, checked_by=PersonId("mruiz"))) == ()
