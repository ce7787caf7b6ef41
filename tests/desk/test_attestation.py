"""A signature is dated when it is given; after the day, or by another, it says that it attests."""

from dataclasses import replace
from datetime import timedelta

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk import close, correct, hang, run
from nursedesk.desk.daybook import Session, Told
from nursedesk.desk.papers import as_signed
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person, Role
from nursedesk.record import events as ev
from nursedesk.record.encounter import Label, Status

from tests.desk.station import RUIZ, Station, infliximab

RULES = load_rulebook("cpt")
LEE = Person(ev.PersonId("klee"), "Kim Lee", "RN", (Role.NURSE,))


def _given(station: Station) -> ev.EncounterId:
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(90)
    run.stop(station.daybook, station.encounter(visit), line)
    return visit


def _sign(station: Station, visit: ev.EncounterId) -> ev.Event:
    close.sign(station.daybook, station.encounter(visit), RULES)
    return next(one for one in reversed(station.saved) if isinstance(one.body, ev.Signed))


def test_signed_the_same_day_by_who_charted_is_a_signature() -> None:
    station = Station()
    visit = _given(station)
    signed = _sign(station, visit)
    assert (signed.body.attestation, signed.body.meaning) == (None, close.MEANING)


@pytest.mark.parametrize(
    ("hours", "person", "kind"),
    [
        (16, None, "late"),
        (0, LEE, "other"),
        (16, LEE, "late other"),
        (12, None, None),  # 02:30 in UTC is the same evening in New York
    ],
)
def test_after_the_day_or_by_another_it_attests(hours: int, person: Person | None, kind: str | None) -> None:
    station = Station()
    visit = _given(station)
    station.pass_(60 * hours)
    if person is not None:
        station.daybook.suite = replace(station.daybook.suite, people=(*station.daybook.suite.people, person))
        station.daybook.session = Session(person, "s9", "pin")
    signed = _sign(station, visit)
    assert signed.body.attestation == kind
    assert signed.body.meaning == close.MEANINGS[kind or ""]
    assert signed.header.occurred == station.clocks.wall, "dated when it was given"
    assert station.encounter(visit).signed_attestation == kind


def test_who_stopped_it_charted_it() -> None:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(90)
    station.daybook.session = Session(RUIZ, "s2", "pin")
    run.stop(station.daybook, station.encounter(visit), line)
    assert _sign(station, visit).body.attestation is None


# --- never back-dated, never changed ----------------------------------------------------------------


def test_no_signature_can_be_given_another_time() -> None:
    station = Station()
    visit = _given(station)
    earlier = station.clocks.wall - timedelta(hours=3)
    forged = ev.Signed("A-1", 1, "{}", "d", close.MEANING)
    for source in ev.Source:
        before = len(station.saved)
        with pytest.raises(Refused) as refused:
            station.daybook.write(visit, forged, told=Told(earlier, source, "as of then"))
        assert refused.value.key == "not_back_dated"
        assert len(station.saved) == before


def test_a_signature_is_neither_corrected_nor_taken_back_also_after_reopening() -> None:
    station = Station()
    visit = _given(station)
    signed = _sign(station, visit)
    close.reopen(station.daybook, station.encounter(visit), "stop was later")
    target, earlier = signed.header.event_id, station.clocks.wall - timedelta(hours=3)
    before = len(station.saved)
    tries = (
        lambda: correct.correct_time(station.daybook, station.encounter(visit), target, earlier, "as of then"),
        lambda: correct.void(station.daybook, station.encounter(visit), target, "was not me"),
        lambda: station.daybook.write(visit, ev.Corrected(target, Label.CORRECTION, earlier)),
        lambda: station.daybook.write(visit, ev.Voided(target)),
    )
    for attempt in tries:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.key == "stands"
    assert len(station.saved) == before
    assert station.encounter(visit).signed_ticket == signed.body.ticket


def test_a_line_cannot_be_corrected_into_a_signature() -> None:
    station = Station()
    visit = _given(station)
    started = next(one for one in station.saved if one.kind == "Started")
    forged = ev.Signed("A-1", 1, "{}", "d", close.MEANING)
    with pytest.raises(Refused):
        station.daybook.write(visit, ev.Corrected(started.header.event_id, Label.CORRECTION, body=forged))


def test_reopened_the_next_version_stands_beside_the_first() -> None:
    station = Station()
    visit = _given(station)
    first = _sign(station, visit)
    close.reopen(station.daybook, station.encounter(visit), "stop was later")
    assert station.encounter(visit).status is Status.OPEN
    stop = next(one for one in station.saved if one.kind == "Stopped")
    station.pass_(30)
    later = stop.header.occurred + timedelta(minutes=20)
    correct.correct_time(station.daybook, station.encounter(visit), stop.header.event_id, later, "bag ran longer")
    second = _sign(station, visit)
    assert (first.body.version, second.body.version) == (1, 2)
    assert first.body.ticket_number == second.body.ticket_number
    events = station.daybook.events(visit)
    old, new = (as_signed(events, version)[1] for version in (1, 2))
    assert old is not None
    assert new is not None
    assert old["lines"] != new["lines"]


def test_the_screen_says_what_is_recorded(qapp: object) -> None:
    from nursedesk.ui.close.sign_section import attestation_words

    for kind, meaning in close.MEANINGS.items():
        why, shown = attestation_words(kind)
        assert shown == f"“{meaning}”"
        assert bool(why) is bool(kind)
