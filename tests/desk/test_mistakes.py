"""Each wrong charting put right: labelled, dated, authored, reasoned; the first stays in the record."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from nursedesk.desk import close, hang, mistakes, run
from nursedesk.desk.daybook import Session
from nursedesk.desk.refusal import Refused
from nursedesk.record import events as ev
from nursedesk.record.encounter import Amount, Label, LineState, Patient

from tests.desk.station import RUIZ, Station, infliximab

LESS = Amount(Decimal(300), "mg")


def _running(station: Station) -> tuple[ev.EncounterId, ev.LineId]:
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(40)
    station.daybook.session = Session(RUIZ, "s2", "pin")
    return visit, line


def _last_is(station: Station, target: str, reason: str) -> ev.Event:
    """The correction that was stored: by whom, when, why, of what."""
    last = station.saved[-1]
    assert (last.header.actor, last.header.occurred) == ("mruiz", station.clocks.wall)
    assert (last.header.reason, last.header.supersedes) == (reason, target)
    return last


def _id(station: Station, kind: str) -> ev.EventId:
    return next(one.header.event_id for one in station.saved if one.kind == kind)


def test_a_wrong_patient() -> None:
    station = Station()
    visit, _ = _running(station)
    lee = Patient("LEE, Kim", "40 19 302")
    mistakes.wrong_patient(station.daybook, station.encounter(visit), lee, "wristband misread")
    assert _last_is(station, _id(station, "Opened"), "wristband misread").body == ev.PatientCorrected(lee)
    assert station.encounter(visit).patient == lee
    assert station.saved[0].body.patient.name == "ROE, Jane"


def test_a_wrong_chair() -> None:
    station = Station()
    visit, _ = _running(station)
    mistakes.wrong_chair(station.daybook, station.encounter(visit), "3", "pressed beside it")
    last = _last_is(station, _id(station, "Opened"), "pressed beside it")
    assert isinstance(last.body, ev.Corrected)
    assert last.body.label is Label.CORRECTION
    assert station.encounter(visit).chair == "3"
    assert station.daybook.in_chair("1") is None
    assert station.encounter(visit).patient.name == "ROE, Jane"


def test_a_wrong_drug_keeps_its_times_and_dose() -> None:
    station = Station()
    visit, line = _running(station)
    run.stop(station.daybook, station.encounter(visit), line)
    before = station.encounter(visit).administrations[0]
    hung = ev.DrugHung("", "vedolizumab", dose=before.dose)
    mistakes.wrong_drug(station.daybook, station.encounter(visit), before.id, hung, "bags mixed up")
    last = _last_is(station, _id(station, "Prepared"), "bags mixed up")
    assert isinstance(last.body, ev.Corrected)
    (after,) = station.encounter(visit).administrations
    assert (after.drug, after.dose, after.id) == ("vedolizumab", before.dose, before.id)
    assert after.segments == before.segments


@pytest.mark.parametrize("charted_since", [False, True])
def test_a_wrong_dose(charted_since: bool) -> None:
    from nursedesk.desk import correct

    station = Station()
    visit, _ = _running(station)
    (one,) = station.encounter(visit).administrations
    target = "Prepared"
    if charted_since:
        correct.chart_dose(station.daybook, station.encounter(visit), one.id, Amount(Decimal(500), "mg"))
        target = "DoseCharted"
    mistakes.wrong_dose(station.daybook, station.encounter(visit), one.id, LESS, "typed wrongly")
    last = _last_is(station, _id(station, target), "typed wrongly")
    assert isinstance(last.body, ev.Corrected)
    assert station.encounter(visit).administrations[0].dose == LESS


def test_a_line_that_never_ran_takes_its_presses_with_it() -> None:
    station = Station()
    visit, line = _running(station)
    run.stop(station.daybook, station.encounter(visit), line)
    mistakes.never_ran(station.daybook, station.encounter(visit), line, "charted on the wrong patient")
    last = _last_is(station, _id(station, "Prepared"), "charted on the wrong patient")
    assert isinstance(last.body, ev.Voided)
    assert station.encounter(visit).administrations == ()
    assert {"Prepared", "Started", "Stopped"} <= set(station.kinds()), "all of it is still in the record"


def test_a_correction_can_be_corrected() -> None:
    station = Station()
    visit, _ = _running(station)
    (one,) = station.encounter(visit).administrations
    mistakes.wrong_dose(station.daybook, station.encounter(visit), one.id, LESS, "typed wrongly")
    again = Amount(Decimal(350), "mg")
    mistakes.wrong_dose(station.daybook, station.encounter(visit), one.id, again, "typed wrongly again")
    assert station.encounter(visit).administrations[0].dose == again
    assert station.kinds().count("Corrected") == 2


Fault = Callable[[Station, ev.EncounterId, ev.LineId, str], None]
FAULTS: dict[str, Fault] = {
    "patient": lambda s, v, _, why: mistakes.wrong_patient(s.daybook, s.encounter(v), Patient("LEE, Kim"), why),
    "chair": lambda s, v, _, why: mistakes.wrong_chair(s.daybook, s.encounter(v), "3", why),
    "drug": lambda s, v, line, why: mistakes.wrong_drug(
        s.daybook, s.encounter(v), line, ev.DrugHung("", "vedolizumab"), why
    ),
    "dose": lambda s, v, line, why: mistakes.wrong_dose(s.daybook, s.encounter(v), line, LESS, why),
    "never ran": lambda s, v, line, why: mistakes.never_ran(s.daybook, s.encounter(v), line, why),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_wants_a_reason(fault: str) -> None:
    station = Station()
    visit, line = _running(station)
    before = len(station.saved)
    with pytest.raises(Refused) as refused:
        FAULTS[fault](station, visit, line, "  ")
    assert refused.value.key == "reason_needed_correction"
    assert len(station.saved) == before


@pytest.mark.parametrize("fault", FAULTS)
def test_each_wants_a_closed_visit_reopened_and_then_the_next_version(fault: str) -> None:
    from nursedesk.catalog.rulebook import load_rulebook

    station = Station()
    visit, line = _running(station)
    run.stop(station.daybook, station.encounter(visit), line)
    close.sign(station.daybook, station.encounter(visit), load_rulebook("cpt"))
    first = station.encounter(visit).signed_ticket
    with pytest.raises(Refused) as refused:
        FAULTS[fault](station, visit, line, "wrong")
    assert refused.value.key == "reopen_first"
    close.reopen(station.daybook, station.encounter(visit), "charted wrongly")
    FAULTS[fault](station, visit, line, "wrong")
    assert station.encounter(visit).signed_ticket == first, "the signed ticket stands"


@pytest.mark.parametrize(
    ("do", "key"),
    [
        (lambda s, v: mistakes.wrong_patient(s.daybook, s.encounter(v), Patient(" "), "x"), "no_name"),
        (lambda s, v: mistakes.wrong_chair(s.daybook, s.encounter(v), "77", "x"), "no_such_chair"),
        (lambda s, v: mistakes.wrong_chair(s.daybook, s.encounter(v), "2", "x"), "chair_taken"),
        (lambda s, v: mistakes.wrong_drug(s.daybook, s.encounter(v), "A1", ev.DrugHung("", " "), "x"), "no_drug"),
        (lambda s, v: mistakes.wrong_dose(s.daybook, s.encounter(v), "A9", LESS, "x"), "no_such_event"),
        (lambda s, v: mistakes.never_ran(s.daybook, s.encounter(v), ev.LineId("A9"), "x"), "no_such_event"),
        (
            lambda s, v: mistakes.wrong_dose(s.daybook, s.encounter(v), "A1", Amount(Decimal(400), "mg"), "x"),
            "same_as_before",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_recorded(
    do: Callable[[Station, ev.EncounterId], None], key: str
) -> None:
    station = Station()
    visit, _ = _running(station)
    station.seat("2", "PARK, Min")
    before = len(station.saved)
    with pytest.raises(Refused) as refused:
        do(station, visit)
    assert refused.value.key == key
    assert len(station.saved) == before
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
