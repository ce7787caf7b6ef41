"""Zoom and pan are arithmetic that keeps the visit in sight."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.encounter.overview_bar import Part, moved
from nursedesk.ui.encounter.view_window import (
    LONGEST,
    SHORTEST,
    Window,
    around,
    following,
    kept_near,
    panned,
    zoomed,
)

START = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TICK = timedelta(milliseconds=1)
WINDOW = Window(START, START + 4 * HOUR)


@given(st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_the_instant_under_the_pointer(factor: float, share: float) -> None:
    found = zoomed(WINDOW, factor, share)
    before = WINDOW.begin + WINDOW.length * share
    assert abs((found.begin + found.length * share) - before) <= TICK
    assert SHORTEST <= found.length <= LONGEST


def test_zoom_ends_at_a_quarter_of_an_hour_and_at_a_day_and_a_half() -> None:
    assert zoomed(WINDOW, 0.0001, 0.5).length == SHORTEST
    assert zoomed(WINDOW, 1000, 0.5).length == LONGEST


@given(st.floats(-1, 1))
def test_panning_there_and_back_is_no_move(share: float) -> None:
    back = panned(panned(WINDOW, share), -share)
    assert abs(back.begin - WINDOW.begin) <= TICK


def test_following_keeps_now_at_four_fifths() -> None:
    now = START + 10 * HOUR
    found = following(WINDOW, now)
    assert found.length == WINDOW.length
    assert (now - found.begin) / found.length == 0.8


@given(st.integers(-2000, 2000))
def test_the_visit_never_leaves_the_view_altogether(hours: int) -> None:
    away = Window(START + hours * HOUR, START + (hours + 2) * HOUR)
    found = kept_near(away, WINDOW)
    assert found.length == away.length
    assert found.begin < WINDOW.end and found.end > WINDOW.begin


def test_the_overview_covers_the_visit_and_now() -> None:
    found = around(WINDOW, START + 5 * HOUR)
    assert found.begin < WINDOW.begin and found.end > START + 5 * HOUR


def test_handles_move_one_end_and_never_cross() -> None:
    left = moved(Part.LEFT, WINDOW, START, START + HOUR)
    assert (left.begin, left.end) == (START + HOUR, WINDOW.end)
    assert moved(Part.LEFT, WINDOW, START, START + 9 * HOUR).length == SHORTEST
    assert moved(Part.RIGHT, WINDOW, WINDOW.end, START - HOUR).length == SHORTEST
    whole = moved(Part.MIDDLE, WINDOW, START, START + HOUR)
    assert (whole.begin, whole.end) == (START + HOUR, WINDOW.end + HOUR)
