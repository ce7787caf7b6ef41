"""Typed times are read, asked about, or refused; never guessed."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.encounter.typed_time import Problem, nudged, read_time

NEW_YORK = ZoneInfo("America/New_York")


def local(text: str, fold: int = 0) -> datetime:
    """`2026-11-24 14:07` in New York, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK, fold=fold).astimezone(UTC)


NOW = local("2026-11-24 14:07")
CHARTED = local("2026-11-24 13:52")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("-5m", "2026-11-24 13:47"),
        ("-5", "2026-11-24 13:47"),
        ("−5 min", "2026-11-24 13:47"),
        ("+2m", "2026-11-24 13:54"),
        ("-1h", "2026-11-24 12:52"),
        ("-1h10m", "2026-11-24 12:42"),
        ("- 1 h 10", "2026-11-24 12:42"),
        ("13:45", "2026-11-24 13:45"),
        (" 13:45 ", "2026-11-24 13:45"),
        ("1345", "2026-11-24 13:45"),
        ("9:05", "2026-11-24 09:05"),
        ("13.45", "2026-11-24 13:45"),
        ("14:08", "2026-11-24 14:08"),
        ("13:45 EST", "2026-11-24 13:45"),
    ],
)
def test_times_that_are_read(typed: str, expected: str) -> None:
    assert read_time(typed, CHARTED, NOW, NEW_YORK).when == local(expected)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", Problem.EMPTY),
        ("  ", Problem.EMPTY),
        ("soon", Problem.NOT_A_TIME),
        ("25:00", Problem.NOT_A_TIME),
        ("13:60", Problem.NOT_A_TIME),
        ("1", Problem.NOT_A_TIME),
        ("13", Problem.NOT_A_TIME),
        ("-", Problem.NOT_A_TIME),
        ("-0.5h", Problem.NOT_A_TIME),
        ("13:45:10:2", Problem.NOT_A_TIME),
        ("14:09", Problem.AHEAD),
        ("15:30", Problem.AHEAD),
        ("+20m", Problem.AHEAD),
        ("13:45 EDT", Problem.NOT_THAT_ZONE),
        ("1:45 pm", Problem.NOT_THAT_ZONE),
    ],
)
def test_times_that_are_refused(typed: str, problem: Problem) -> None:
    read = read_time(typed, CHARTED, NOW, NEW_YORK)
    assert (read.when, read.problem) == (None, problem)


def test_over_midnight_the_nearest_day_is_meant() -> None:
    after = local("2026-11-25 00:10")
    assert read_time("23:50", after, after, NEW_YORK).when == local("2026-11-24 23:50")
    assert read_time("0:05", local("2026-11-24 23:58"), after, NEW_YORK).when == local("2026-11-25 00:05")


def test_the_hour_that_comes_twice_asks_which() -> None:
    now, charted = local("2026-11-01 03:00"), local("2026-11-01 01:40", fold=1)
    read = read_time("1:30", charted, now, NEW_YORK)
    early, late = local("2026-11-01 01:30"), local("2026-11-01 01:30", fold=1)
    assert (read.when, read.problem, read.choices) == (None, Problem.WHICH, (early, late))
    assert late - early == timedelta(hours=1)
    assert read_time("1:30 EDT", charted, now, NEW_YORK).when == early
    assert read_time("1:30 est", charted, now, NEW_YORK).when == late
    assert read_time("1:30 CST", charted, now, NEW_YORK).problem is Problem.NOT_THAT_ZONE


def test_of_the_two_only_the_past_one_is_taken_when_the_other_is_still_to_come() -> None:
    now = local("2026-11-01 01:35")
    assert read_time("1:30", now, now, NEW_YORK).when == local("2026-11-01 01:30")


def test_the_hour_that_never_was_is_explained() -> None:
    now = local("2026-03-08 04:00")
    read = read_time("2:30", local("2026-03-08 03:10"), now, NEW_YORK)
    assert read.problem is Problem.NEVER
    assert read.skipped == (local("2026-03-08 01:59"), local("2026-03-08 03:00"))


def test_minus_minutes_are_elapsed_minutes_over_the_change_of_the_clock() -> None:
    charted = local("2026-03-08 03:10")
    read = read_time("-20m", charted, local("2026-03-08 04:00"), NEW_YORK)
    assert read.when == charted - timedelta(minutes=20) == local("2026-03-08 01:50")


@given(st.integers(0, 720))
def test_a_time_shown_is_read_back(back: int) -> None:
    at = NOW - timedelta(minutes=back)
    shown = at.astimezone(NEW_YORK).strftime("%H:%M")
    assert read_time(shown, at, NOW, NEW_YORK).when == at


@given(st.text(max_size=12))
def test_whatever_is_typed_is_answered(text: str) -> None:
    read = read_time(text, CHARTED, NOW, NEW_YORK)
    assert (read.when is None) == (read.problem is not None)
    assert read.when is None or read.when - NOW <= timedelta(seconds=60)


def test_arrows_move_by_whole_minutes() -> None:
    assert nudged(CHARTED + timedelta(seconds=31), -1) == CHARTED - timedelta(minutes=1)
    assert nudged(CHARTED, 1) == CHARTED + timedelta(minutes=1)
