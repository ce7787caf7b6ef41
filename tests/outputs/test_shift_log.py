"""The shift log: which lines are in it, what is said of each, and where a period begins and ends."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.shift_log import Period, ShiftLog, shift_log
from nursedesk.record.charted_lines import HandOver, hand_overs_of
from nursedesk.record.encounter import Administration, Label, LineState, Segment, StopSource
from nursedesk.record.events import (
    EncounterId,
    Event,
    EventId,
    HandedOver,
    Header,
    LineId,
    PersonId,
    Source,
    StationId,
)

from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, MAGNESIUM, PEOPLE, ZONE, at, long_stay

SHIFT = Period(at("07:00"), at("19:00"))


def log_of(*administrations: Administration, period: Period = SHIFT, **more: object) -> ShiftLog:
    visit = replace(ENCOUNTER, administrations=administrations or ENCOUNTER.administrations)
    return shift_log([visit], period, PEOPLE, ZONE, **more)  # type: ignore[arg-type]


def test_a_line_as_it_was() -> None:
    (row,) = log_of(INFLIXIMAB).rows
    assert (row.date, row.chair, row.encounter, row.patient, row.mrn) == (
        "2026-11-24", "2", "E-1124-0042", "MORENO, Luisa", "40 20 113",
    )  # fmt: skip
    assert (row.drug, row.dose, row.unit, row.access) == (
        "inFLIXimab",
        Decimal(400),
        "mg",
        "A peripheral left forearm",
    )
    assert (row.start, row.stop, row.minutes, row.pauses) == (at("11:30"), at("14:16"), 144, 1)
    assert (row.started_by, row.stopped_by, row.nurse) == ("M. Ruiz RN", "J. Doe RN", "J. Doe RN")
    assert (row.ticket, row.version, row.status) == ("A-261124-007", 1, "signed")
    assert row.labels == (Label.LATE_ENTRY,)
    assert not row.open_at_end


def test_lines_are_in_the_order_of_their_chairs_then_times() -> None:
    visits = [replace(ENCOUNTER, id=f"E{chair}", chair=chair) for chair in ("10", "2", "Bay A", "1")]
    log = shift_log(visits, SHIFT, PEOPLE, ZONE)
    assert list(dict.fromkeys(row.chair for row in log.rows)) == ["1", "2", "10", "Bay A"]
    starts = [row.start for row in log.rows if row.chair == "1" and row.start]
    assert starts == sorted(starts)
    assert len(log.rows) == 20


@pytest.mark.parametrize(
    ("begin", "end", "there"),
    [
        ("07:00", "11:30", False),
        ("07:00", "11:31", True),
        ("14:16", "15:00", True),
        ("14:17", "15:00", False),
        ("12:00", "12:30", True),
    ],
)
def test_a_line_is_in_every_period_it_was_up_in(begin: str, end: str, there: bool) -> None:
    assert bool(log_of(INFLIXIMAB, period=Period(at(begin), at(end))).rows) is there


def test_a_line_that_ran_on_is_open_at_the_end() -> None:
    (row,) = log_of(INFLIXIMAB, period=Period(at("07:00"), at("13:00"))).rows
    assert row.open_at_end
    assert row.stop == at("14:16")


def test_a_line_still_running_counts_to_now_and_has_no_stop() -> None:
    running = replace(INFLIXIMAB, state=LineState.RUNNING, segments=(Segment(at("11:30")),), stopped_by=None)
    (row,) = log_of(running).rows
    assert (row.stop, row.open_at_end, row.stop_source, row.stopped_by) == (None, True, None, "")
    assert row.minutes == 450
    (row,) = log_of(running, as_of=at("12:00")).rows
    assert row.minutes == 30
    assert log_of(running).open_lines == 1


def test_a_paused_line_is_open_and_counts_what_it_ran() -> None:
    paused = replace(INFLIXIMAB, state=LineState.PAUSED, segments=INFLIXIMAB.segments[:1], stopped_by=None)
    (row,) = log_of(paused).rows
    assert (row.minutes, row.open_at_end, row.stop) == (48, True, None)


def test_a_stop_nobody_charted_is_not_made_up() -> None:
    forgotten = replace(INFLIXIMAB, segments=(*INFLIXIMAB.segments[:1], Segment(at("12:40"))))
    (row,) = log_of(forgotten).rows
    assert (row.minutes, row.stop, row.open_at_end) == (48, None, True)


def test_what_was_only_prepared_is_not_in_it() -> None:
    assert log_of(replace(INFLIXIMAB, segments=(), state=LineState.PREPARED)).rows == ()


def test_one_nurse() -> None:
    visit = replace(ENCOUNTER, nurse="tadeyemi")
    assert {row.drug for row in shift_log([visit], SHIFT, PEOPLE, ZONE, nurse="jdoe").rows} == {
        "inFLIXimab", "magnesium sulfate", "sodium chloride 0.9 %",
    }  # fmt: skip
    assert len(shift_log([visit], SHIFT, PEOPLE, ZONE, nurse="tadeyemi").rows) == 5
    assert shift_log([visit], SHIFT, PEOPLE, ZONE, nurse="nobody").rows == ()


def test_corrected_stops_and_labels() -> None:
    (row,) = log_of(MAGNESIUM).rows
    assert (row.stop_source, row.labels) == (StopSource.CORRECTED, (Label.CORRECTION,))


def test_the_last_hand_over_counts() -> None:
    handed = [
        HandOver("E-1124-0042", ("l1", "l2"), "mruiz", at("13:00")),
        HandOver("E-1124-0042", ("l1",), "tadeyemi", at("14:00")),
        HandOver("other", ("l2",), "tadeyemi", at("15:00")),
    ]
    log = log_of(INFLIXIMAB, MAGNESIUM, hand_overs=handed)
    assert [(row.handed_over_to, row.handed_over_at) for row in log.rows] == [
        ("T. Adeyemi RN", at("14:00")),
        ("M. Ruiz RN", at("13:00")),
    ]


def test_hand_overs_are_read_from_events() -> None:
    header = Header(
        EventId("e"), StationId("A"), EncounterId("E-1"), at("13:00"), "America/New_York", -300, Source.PRESSED,
        at("13:00"), "boot", 1, PersonId("jdoe"), "s", "pin",
    )  # fmt: skip
    body = HandedOver(PersonId("mruiz"), (LineId("l1"),))
    assert hand_overs_of([Event(header, body)]) == (HandOver("E-1", ("l1",), "mruiz", at("13:00")),)


def test_the_night_the_clock_goes_back_has_its_real_minutes() -> None:
    start = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)
    night = replace(INFLIXIMAB, segments=(Segment(start, start + timedelta(minutes=150)),))
    (row,) = log_of(night, period=Period(start, start + timedelta(hours=12))).rows
    assert row.minutes == 150
    assert row.date == date(2026, 11, 1).isoformat()


@given(st.integers(0, 6600), st.integers(1, 3000))
def test_two_periods_in_a_row_have_every_line_at_least_once(begin: int, length: int) -> None:
    stay, _ = long_stay(20)
    first = at("08:00") + timedelta(minutes=begin)
    middle, end = first + timedelta(minutes=length), first + timedelta(minutes=2 * length)
    both = {
        row.line
        for part in ((first, middle), (middle, end))
        for row in shift_log([stay], Period(*part), PEOPLE, ZONE).rows
    }
    assert both == {row.line for row in shift_log([stay], Period(first, end), PEOPLE, ZONE).rows}
