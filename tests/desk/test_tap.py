"""A press at a locked station: the time is fixed then, the name comes later, or the press waits for one."""

import pytest
from nursedesk.desk import close, hang, run, tap
from nursedesk.desk.daybook import NOBODY, Session
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record import events as ev
from nursedesk.record.encounter import LineState, Press, Route

from tests.desk.station import DOE, PAY, RUIZ, Station, infliximab


def _locked(station: Station) -> tuple[ev.EncounterId, ev.LineId]:
    """A line has run for forty minutes; then the station was locked."""
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(40)
    station.daybook.session = NOBODY
    return visit, line


def _press(station: Station, visit: ev.EncounterId, line: ev.LineId) -> ev.EventId:
    waiting = tap.tap(station.daybook, station.encounter(visit), line)
    assert waiting is not None
    return ev.EventId(waiting.event)


def test_pressed_then_identified_later_by_whom() -> None:
    station = Station()
    visit, line = _locked(station)
    pressed = station.clocks.wall
    press = _press(station, visit, line)
    tapped = station.saved[-1]
    assert (tapped.kind, tapped.header.actor, tapped.header.auth) == ("Tapped", "station", "none")
    assert tapped.header.occurred == pressed
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
    station.pass_(3)
    station.daybook.session = Session(RUIZ, "s2", "pin")
    tap.claim(station.daybook, station.encounter(visit), press)
    claimed, stopped = station.saved[-2:]
    assert (claimed.body, claimed.header.actor) == (ev.Claimed(press), "mruiz")
    assert claimed.header.occurred == station.clocks.wall
    assert (stopped.body, stopped.header.actor) == (ev.Stopped(line, 1), "mruiz")
    assert (stopped.header.occurred, stopped.header.source) == (pressed, ev.Source.PRESSED)
    assert stopped.header.supersedes == press
    assert stopped.header.recorded >= station.clocks.wall
    assert (stopped.header.boot_id, stopped.header.boot_ms) == (tapped.header.boot_id, tapped.header.boot_ms)
    (one,) = station.encounter(visit).administrations
    assert (one.segments[0].stop, one.stopped_by) == (pressed, "mruiz")
    assert station.encounter(visit).presses == ()
    assert station.encounter(visit).time_notes == (), "observed as it happened: neither late nor corrected"


def test_a_press_that_nobody_claims_stays_and_blocks_the_signature() -> None:
    from nursedesk.catalog.rulebook import load_rulebook

    station = Station()
    visit, line = _locked(station)
    _press(station, visit, line)
    station.daybook.session = Session(DOE, "s2", "pin")
    run.stop(station.daybook, station.encounter(visit), line)
    rulebook = load_rulebook("cpt")
    lacks = close.missing(
        station.encounter(visit), close.draft(station.encounter(visit), rulebook), SuiteFacts(charting=())
    )
    asked = [one for one in lacks if one.finding is None or one.finding.code not in close.TOLD]
    assert [(one.lack, one.blocks) for one in asked] == [(close.Lack.PRESS, True)]
    with pytest.raises(Refused):
        close.sign(station.daybook, station.encounter(visit), rulebook)


def test_discarding_wants_a_reason_and_is_kept() -> None:
    station = Station()
    visit, line = _locked(station)
    press = _press(station, visit, line)
    station.daybook.session = Session(DOE, "s2", "pin")
    with pytest.raises(Refused) as refused:
        tap.discard(station.daybook, station.encounter(visit), press, " ")
    assert refused.value.key == "reason_needed_press"
    tap.discard(station.daybook, station.encounter(visit), press, "leant on the screen")
    last = station.saved[-1]
    assert (last.body, last.header.reason) == (ev.Discarded(press), "leant on the screen")
    assert station.encounter(visit).presses == ()
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
    for again in (tap.claim, lambda *said: tap.discard(*said, "twice")):
        with pytest.raises(Refused) as refused:
            again(station.daybook, station.encounter(visit), press)
        assert refused.value.key == "no_such_press"


def test_pressed_twice_it_counts_once() -> None:
    station = Station()
    visit, line = _locked(station)
    first = _press(station, visit, line)
    station.pass_(seconds=1)
    assert _press(station, visit, line) == first
    assert station.kinds().count("Tapped") == 1


def test_a_prepared_line_is_started_and_a_prepared_push_is_pushed() -> None:
    station = Station()
    visit = station.seat()
    bag = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    syringe = hang.prepare(station.daybook, station.encounter(visit), infliximab(Route.IV_PUSH))
    station.daybook.session = NOBODY
    assert [tap.possible(one) for one in station.encounter(visit).administrations] == [Press.START, Press.PUSH]
    presses = [_press(station, visit, line) for line in (bag, syringe)]
    station.pass_(2)
    station.daybook.session = Session(DOE, "s2", "badge")
    for press in presses:
        tap.claim(station.daybook, station.encounter(visit), press)
    assert [one.kind for one in station.saved[-4:]] == ["Claimed", "Started", "Claimed", "Pushed"]
    assert {one.header.auth for one in station.saved[-4:]} == {"badge"}


def test_what_is_down_cannot_be_pressed() -> None:
    station = Station()
    visit, line = _locked(station)
    station.daybook.session = Session(DOE, "s1", "pin")
    run.stop(station.daybook, station.encounter(visit), line)
    before = len(station.saved)
    assert tap.tap(station.daybook, station.encounter(visit), line) is None
    assert len(station.saved) == before


def test_a_press_before_the_line_was_begun_anew_is_refused() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    press = _press(station, visit, line)
    run.start(station.daybook, station.encounter(visit), line)
    with pytest.raises(Refused) as refused:
        tap.claim(station.daybook, station.encounter(visit), press)
    assert refused.value.key == "press_outrun"


def test_who_may_not_chart_claims_nothing() -> None:
    station = Station()
    visit, line = _locked(station)
    press = _press(station, visit, line)
    station.daybook.session = Session(PAY, "s2", "pin")
    before = len(station.saved)
    with pytest.raises(Refused):
        tap.claim(station.daybook, station.encounter(visit), press)
    assert len(station.saved) == before
    assert len(tap.waiting_presses(station.daybook)) == 1


def test_a_claim_is_taken_back_within_ten_seconds_and_the_press_waits_again() -> None:
    station = Station()
    visit, line = _locked(station)
    press = _press(station, visit, line)
    station.pass_(5)
    station.daybook.session = Session(DOE, "s2", "pin")
    tap.claim(station.daybook, station.encounter(visit), press)
    assert run.undo(station.daybook)
    assert station.encounter(visit).administrations[0].state is LineState.RUNNING
    assert [one.event for one in station.encounter(visit).presses] == [press]


def _push_of(drug: str = "ondansetron", **more: object) -> hang.Hang:
    return hang.Hang(Route.IV_PUSH, (ev.DrugHung("", drug),), **more)  # type: ignore[arg-type] fields of the form


def test_a_push_counts_from_the_press_although_its_drug_is_said_after() -> None:
    station = Station()
    visit, _ = _locked(station)
    pressed = station.clocks.wall
    waiting = tap.tap_push(station.daybook, station.encounter(visit))
    tapped = station.saved[-1]
    assert (tapped.body, tapped.header.actor) == (ev.Tapped(Press.PUSH), "station")
    station.pass_(4)
    station.daybook.session = Session(RUIZ, "s2", "pin")
    with pytest.raises(Refused) as refused:
        tap.claim(station.daybook, station.encounter(visit), ev.EventId(waiting.event))
    assert refused.value.key == "push_unsaid"
    line = tap.claim_push(station.daybook, station.encounter(visit), ev.EventId(waiting.event), _push_of())
    one = next(one for one in station.encounter(visit).administrations if one.line == line)
    assert (one.drug, one.state, one.segments[0].start) == ("ondansetron", LineState.GIVEN, pressed)
    assert station.encounter(visit).presses == ()
    assert station.encounter(visit).time_notes == (), "observed as it happened"
    claimed, prepared, pushed = station.saved[-3:]
    assert claimed.header.occurred == station.clocks.wall
    assert (pushed.header.supersedes, prepared.header.supersedes) == (waiting.event, None)
    assert {prepared.header.boot_ms, pushed.header.boot_ms} == {tapped.header.boot_ms}
    assert {one.header.actor for one in (claimed, prepared, pushed)} == {"mruiz"}
    with pytest.raises(Refused):
        tap.claim_push(station.daybook, station.encounter(visit), ev.EventId(waiting.event), _push_of())


def test_two_pushes_are_two_and_a_double_press_is_one() -> None:
    station = Station()
    visit, _ = _locked(station)
    first = tap.tap_push(station.daybook, station.encounter(visit))
    station.pass_(seconds=1)
    assert tap.tap_push(station.daybook, station.encounter(visit)).event == first.event
    station.pass_(seconds=5)
    assert tap.tap_push(station.daybook, station.encounter(visit)).event != first.event
    assert len(station.encounter(visit).presses) == 2


def test_a_push_without_a_name_blocks_the_signature_and_its_check_is_signed() -> None:
    from nursedesk.catalog.rulebook import load_rulebook

    station = Station()
    visit, line = _locked(station)
    waiting = tap.tap_push(station.daybook, station.encounter(visit))
    station.daybook.session = Session(RUIZ, "s2", "pin")
    run.stop(station.daybook, station.encounter(visit), line)
    ticket = close.draft(station.encounter(visit), load_rulebook("cpt"))
    wanted = close.missing(station.encounter(visit), ticket, station.daybook.suite.facts)
    assert [(one.lack, one.blocks, one.administrations) for one in wanted if one.lack is close.Lack.PRESS] == [
        (close.Lack.PRESS, True, ())
    ]
    form = _push_of(checked_by=DOE.id)
    tap.claim_push(station.daybook, station.encounter(visit), ev.EventId(waiting.event), form)
    assert (station.saved[-1].kind, station.saved[-1].header.actor) == ("Witnessed", "jdoe")
