"""Charted minutes against a slow count of every minute."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.encounter import Segment
from nursedesk.record.intervals import instant_of, length, minute_of, overlap, spans, union

_SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda x: (x[0], x[0] + x[1])), max_size=6)


def _minutes(stretches: list[tuple[int, int]]) -> set[int]:
    return {minute for start, stop in stretches for minute in range(start, stop)}


@given(_SPANS, _SPANS)
def test_union_length_and_overlap_count_every_minute_once(one: list, other: list) -> None:
    assert length(one) == len(_minutes(one))
    assert overlap(one, other) == len(_minutes(one) & _minutes(other))
    assert _minutes(list(union(one))) == _minutes(one)


@pytest.mark.parametrize(
    ("start", "stop", "minutes"),
    [("15:00:59", "15:16:00", 16), ("15:00:00", "15:15:59", 15), ("15:00:59", "15:15:00", 15)],
)
def test_seconds_are_cut_before_subtracting(start: str, stop: str, minutes: int) -> None:
    day = datetime(2026, 3, 2, tzinfo=UTC)
    begin, end = (datetime.fromisoformat(f"2026-03-02T{one}+00:00") for one in (start, stop))
    assert length(spans([Segment(begin, end)])) == minutes
    assert instant_of(minute_of(begin)) <= begin
    assert minute_of(day) * 60 == int(day.timestamp())


def test_minutes_stay_right_through_the_autumn_hour() -> None:
    zone = ZoneInfo("America/New_York")
    start = datetime(2026, 11, 1, 1, 30, tzinfo=zone).astimezone(UTC)
    stop = datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=1).astimezone(UTC)
    assert length(spans([Segment(start, stop)])) == 60


def test_an_open_segment_runs_to_now_or_not_at_all() -> None:
    start = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert spans([Segment(start)]) == ()
    assert length(spans([Segment(start)], start + timedelta(minutes=20))) == 20
