"""A line that hung with another patient is charted there and no longer counts here; both stay visible."""

from dataclasses import replace
from decimal import Decimal

import pytest
from nursedesk.desk import close, correct, hang, move_line, run
from nursedesk.desk.daybook import Session
from nursedesk.desk.refusal import Refused
from nursedesk.record import events as ev
from nursedesk.record.encounter import Amount, Label, LineState, Press

from tests.desk.station import RUIZ, Station, infliximab

WHY = "charted on the wrong patient"


def _two(station: Station) -> tuple[ev.EncounterId, ev.LineId, ev.EncounterId]:
    """Roe in 1 with an hour of infliximab, paused in between, stopped by Doe; Lee in 2; Ruiz sees it."""
    here, there = station.seat(), station.seat("2", "LEE, Kim")
    book = station.daybook
    line = hang.hang_and_start(book, station.encounter(here), infliximab())
    station.pass_(20)
    run.pause(book, station.encounter(here), line)
    station.pass_(10)
    run.resume(book, station.encounter(here), line)
    station.pass_(30)
    run.stop(book, station.encounter(here), line)
    correct.chart_waste(book, station.encounter(here), line, Amount(Decimal(20), "mg"), None)
    correct.chart_response(book, station.encounter(here), line, "tolerated")
    station.pass_(15)
    book.session = Session(RUIZ, "s2", "pin")
    return here, line, there


def _move(
    station: Station, here: ev.EncounterId, line: ev.LineId, there: ev.EncounterId, why: str = WHY
) -> ev.LineId:
    return move_line.hung_elsewhere(station.daybook, station.encounter(here), line, station.encounter(there), why)


def test_the_line_counts_there_with_its_times_and_here_no_more() -> None:
    station = Station()
    here, line, there = _two(station)
    before = station.encounter(here).administrations[0]
    name = _move(station, here, line, there)
    assert station.encounter(here).administrations == ()
    (now,) = station.encounter(there).administrations
    assert now.state is LineState.STOPPED
    times = [(part.start, part.stop) for part in now.segments]
    assert times == [(part.start, part.stop) for part in before.segments]
    assert len(times) == 2
    assert (now.drug, now.dose, now.wasted, now.response) == (before.drug, before.dose, before.wasted, "tolerated")
    assert (now.line, now.access, now.started_by, now.stopped_by) == (name, "A", "jdoe", "jdoe")
    assert now.order_on_file is None, "the order was another patient's"


def test_both_are_labelled_and_say_why() -> None:
    station = Station()
    here, line, there = _two(station)
    count = len(station.saved)
    _move(station, here, line, there)
    written = station.saved[count:]
    assert {one.header.reason for one in written} == {WHY}
    assert {one.header.actor for one in written} == {"mruiz"}
    (gone,) = [one for one in written if one.header.encounter_id == here]
    hung = next(one for one in station.saved if one.kind == "Prepared")
    assert (gone.body, gone.header.supersedes) == (ev.Voided(hung.header.event_id), hung.header.event_id)
    notes = station.encounter(there).time_notes
    assert [note.what for note in notes] == ["Started", "Paused", "Resumed", "Stopped"]
    assert {(note.label, note.was, note.reason) for note in notes} == {(Label.CORRECTION, None, WHY)}
    assert hung in station.saved, "the first is still in the record"


def test_it_is_one_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    station = Station()
    here, line, there = _two(station)
    calls = []
    monkeypatch.setattr(station.daybook, "submit", lambda events: calls.append(events))
    _move(station, here, line, there)
    assert [{one.header.encounter_id for one in events} for events in calls] == [{here, there}]


def test_a_running_line_runs_on_there() -> None:
    station = Station()
    here, there = station.seat(), station.seat("2", "LEE, Kim")
    line = hang.hang_and_start(station.daybook, station.encounter(here), infliximab())
    station.pass_(7)
    name = _move(station, here, line, there)
    (one,) = station.encounter(there).administrations
    assert one.state is LineState.RUNNING
    run.stop(station.daybook, station.encounter(there), name)
    assert station.encounter(there).administrations[0].state is LineState.STOPPED


def test_two_drugs_in_one_bag_keep_their_doses() -> None:
    station = Station()
    here, there = station.seat(), station.seat("2", "LEE, Kim")
    form = infliximab()
    other = replace(form.drugs[0], drug="methylprednisolone", dose=Amount(Decimal(40), "mg"))
    line = hang.hang_and_start(station.daybook, station.encounter(here), replace(form, drugs=(*form.drugs, other)))
    second = station.encounter(here).administrations[1].id
    correct.chart_dose(station.daybook, station.encounter(here), second, Amount(Decimal(60), "mg"))
    name = _move(station, here, line, there)
    moved = station.encounter(there).administrations
    assert [(one.id, one.dose.amount) for one in moved] == [(f"{name}.1", 400), (f"{name}.2", 60)]


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda station, here, there: _close(station, there), "reopen_first"),
        (lambda station, here, there: _close(station, here), "reopen_first"),
        (lambda station, here, there: _tap(station, here), "claim_first"),
    ],
)
def test_what_cannot_be_moved_is_refused_and_nothing_is_recorded(change, key: str) -> None:
    station = Station()
    here, line, there = _two(station)
    change(station, here, there)
    count = len(station.saved)
    with pytest.raises(Refused, match=key):
        _move(station, here, line, there)
    assert len(station.saved) == count


def test_it_wants_a_reason_and_another_visit() -> None:
    station = Station()
    here, line, there = _two(station)
    with pytest.raises(Refused, match="reason_needed_correction"):
        _move(station, here, line, there, " ")
    with pytest.raises(Refused, match="same_as_before"):
        _move(station, here, line, here)
    with pytest.raises(Refused, match="no_such_event"):
        _move(station, here, ev.LineId("Z9"), there)


def _close(station: Station, visit: ev.EncounterId) -> None:
    close.close_unsigned(station.daybook, station.encounter(visit))


def _tap(station: Station, visit: ev.EncounterId) -> None:
    line = station.encounter(visit).administrations[0].line
    station.daybook.write_of_itself(ev.Tapped(Press.STOP, ev.LineId(line)), encounter_id=visit)
