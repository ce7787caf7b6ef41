"""What is said later: labelled, reasoned, refused when it cannot be so."""

from datetime import timedelta

import pytest
from nursedesk.desk import correct, hang, run
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Label, LineState, Modifier, StopSource
from nursedesk.record.events import EncounterId, LineId, Source, Started
from nursedesk.record.intervals import running_minutes

from tests.desk.station import Station, infliximab


def _running() -> tuple[Station, EncounterId, LineId]:
    station = Station()
    visit = station.seat()
    line = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(60)
    return station, visit, line


def test_a_corrected_stop_keeps_the_first_time_in_sight() -> None:
    station, visit, line = _running()
    run.stop(station.daybook, station.encounter(visit), line)
    stop = station.saved[-1].header.event_id
    station.pass_(9)
    when = station.daybook.clock() - timedelta(minutes=20)
    correct.correct_time(station.daybook, station.encounter(visit), stop, when, "bag empty, seen at bedside")
    encounter = station.encounter(visit)
    assert running_minutes(encounter.administrations[0]) == 49
    assert encounter.administrations[0].segments[0].stop_source is StopSource.CORRECTED
    assert [note.label for note in encounter.time_notes] == [Label.CORRECTION]


@pytest.mark.parametrize(("ahead", "reason", "key"), [(2, "later", "time_ahead"), (-30, "  ", "reason_needed")])
def test_a_correction_that_cannot_be_is_refused(ahead: int, reason: str, key: str) -> None:
    station, visit, line = _running()
    run.stop(station.daybook, station.encounter(visit), line)
    stop = station.saved[-1].header.event_id
    when = station.daybook.clock() + timedelta(minutes=ahead)
    with pytest.raises(Refused, match=key):
        correct.correct_time(station.daybook, station.encounter(visit), stop, when, reason)
    assert station.kinds()[-1] == "Stopped"


def test_a_forgotten_stop_is_charted_late_with_a_reason() -> None:
    station, visit, line = _running()
    body = correct.missing_stop(station.encounter(visit), line)
    when = station.daybook.clock() - timedelta(minutes=12)
    with pytest.raises(Refused, match="reason_needed"):
        correct.chart_late(station.daybook, station.encounter(visit), body, when)
    correct.chart_late(station.daybook, station.encounter(visit), body, when, "with another patient")
    encounter = station.encounter(visit)
    assert encounter.administrations[0].state is LineState.STOPPED
    assert running_minutes(encounter.administrations[0]) == 48
    assert [note.label for note in encounter.time_notes] == [Label.LATE_ENTRY]


def test_a_stop_from_volume_and_rate_says_so() -> None:
    station, visit, line = _running()
    body = correct.missing_stop(station.encounter(visit), line)
    when = station.daybook.clock() - timedelta(minutes=10)
    correct.chart_late(
        station.daybook, station.encounter(visit), body, when, "250 mL at 300 mL/h", Source.CALCULATED
    )
    (segment,) = station.encounter(visit).administrations[0].segments
    assert segment.stop_source is StopSource.CALCULATED


def test_a_line_that_never_ran_is_voided_and_stays_in_the_record() -> None:
    station, visit, _ = _running()
    prepared = next(event for event in station.saved if event.kind == "Prepared")
    correct.void(station.daybook, station.encounter(visit), prepared.header.event_id, "wrong patient")
    assert station.encounter(visit).administrations == ()
    assert station.saved[-1].header.reason == "wrong patient"
    with pytest.raises(Refused, match="no_such_event"):
        correct.void(station.daybook, station.encounter(visit), EncounterId("none"), "x")


def test_a_late_start_within_five_minutes_needs_no_reason() -> None:
    station = Station()
    visit = station.seat()
    line = hang.prepare(station.daybook, station.encounter(visit), infliximab())
    station.pass_(4)
    when = station.daybook.clock() - timedelta(minutes=3)
    correct.chart_late(station.daybook, station.encounter(visit), Started(line), when)
    assert station.encounter(visit).time_notes == ()


def test_a_modifier_is_charted_with_its_reason_or_not_at_all() -> None:
    station, visit, _ = _running()
    one = station.encounter(visit).administrations[0].id
    with pytest.raises(Refused, match="reason_needed"):
        correct.set_modifiers(station.daybook, station.encounter(visit), one, (Modifier("59", " "),))
    assert station.encounter(visit).administrations[0].modifiers == ()
    added = (Modifier("59", "other arm"),)
    correct.set_modifiers(station.daybook, station.encounter(visit), one, added)
    assert station.encounter(visit).administrations[0].modifiers == added
    correct.set_modifiers(station.daybook, station.encounter(visit), one, ())
    assert station.encounter(visit).administrations[0].modifiers == ()
