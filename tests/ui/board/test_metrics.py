"""Densities and columns: what fits where, and how large Stop is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.board.metrics import (
    COMPACT,
    FULL,
    LARGEST,
    LOW_COMPACT,
    LOW_ROOM,
    ROOM,
    Metrics,
    for_screen,
    plan,
    sane,
    stop_size,
)
from PySide6.QtWidgets import QApplication

FULL_HD = (1776, 928)
"""The page inside a 1920×1080 window, without its margins."""
SMALL = (1136, 648)
"""The same at 1280×800."""


def test_twelve_chairs_fit_a_full_screen_without_scrolling() -> None:
    chosen = plan(12, *FULL_HD, room=True)
    assert (chosen.metrics, chosen.columns) == (ROOM, 4)
    assert 3 * chosen.card_height + 2 * ROOM.gap <= FULL_HD[1]


def test_four_of_my_chairs_fill_a_full_screen() -> None:
    chosen = plan(4, *FULL_HD, room=False)
    assert (chosen.metrics, chosen.columns) == (FULL, 2)
    assert 2 * chosen.card_height + FULL.gap <= FULL_HD[1]


def test_my_chairs_shrink_on_a_small_screen_and_still_fit() -> None:
    chosen = plan(4, *SMALL, room=False)
    assert (chosen.metrics, chosen.columns) == (COMPACT, 2)
    assert 2 * chosen.card_height + COMPACT.gap <= SMALL[1]


def test_six_of_my_chairs_fit_a_full_screen() -> None:
    chosen = plan(6, *FULL_HD, room=False)
    assert -(-6 // chosen.columns) * (chosen.card_height + chosen.metrics.gap) <= FULL_HD[1] + chosen.metrics.gap


def test_room_reflows_to_fewer_columns() -> None:
    assert plan(12, *SMALL, room=True).columns == 2


@given(
    st.integers(1, 40), st.integers(300, 4000), st.integers(200, 2400), st.booleans(),
    st.sampled_from((1.0, 1.25, 1.5, 2.0)),
)  # fmt: skip
def test_cards_never_leave_the_page(count: int, width: int, height: int, room: bool, scale: float) -> None:
    chosen = plan(count, width, height, room, scale)
    assert chosen.columns >= 1
    assert chosen.columns * chosen.card_width + (chosen.columns - 1) * chosen.metrics.gap <= width


@pytest.mark.parametrize("dots_per_inch", [72.0, 96.0, 120.0, 144.0, 160.0])
def test_stop_is_twenty_millimetres_in_my_chairs(qapp: QApplication, dots_per_inch: float) -> None:
    for metrics in (FULL, COMPACT):
        width, height = stop_size(metrics, dots_per_inch)
        assert min(width, height) / dots_per_inch * 25.4 >= 20
        assert height <= for_screen(metrics, dots_per_inch, 1.0).slot - 12


@pytest.mark.parametrize(("claimed", "believed"), [(0.0, 72.0), (25.4, 72.0), (96.0, 96.0), (305.0, 160.0)])
def test_a_screen_is_not_believed_everything(claimed: float, believed: float) -> None:
    assert sane(claimed) == believed


def test_stop_is_a_target_in_room(qapp: QApplication) -> None:
    assert stop_size(ROOM, 96.0) == (88, 52)


UHD = (3840 - 96 - 48, 2160 - 64 - 68 - 20)


@pytest.mark.parametrize(("count", "room", "by"), [(12, True, 2.1), (40, True, 1.0), (4, False, 2.1)])
def test_cards_grow_with_a_large_screen(count: int, room: bool, by: float) -> None:
    chosen, plain = plan(count, *UHD, room=room), ROOM if room else FULL
    rows = -(-count // chosen.columns)
    gaps = chosen.metrics.gap * (rows - 1)
    assert chosen.metrics.drug >= plain.drug * by * 0.95
    assert UHD[1] * 0.75 <= rows * chosen.card_height + gaps <= UHD[1]
    assert chosen.metrics.minor == plain.minor, "minutes are no lengths"


@given(st.integers(1, 40), st.integers(500, 4000), st.integers(300, 2200), st.booleans(), st.floats(1, 2))
def test_what_has_grown_is_still_seen_whole(count: int, width: int, height: int, room: bool, scale: float) -> None:
    chosen = plan(count, width, height, room, scale)
    plain = next(one for one in (ROOM, FULL, COMPACT) if one.room == room and one.gap == chosen.metrics.gap)
    by = chosen.metrics.drug / plain.drug
    assert by * scale <= max(LARGEST, scale) * 1.04
    if by > 1.02:
        rows = -(-count // chosen.columns)
        assert rows * chosen.card_height + chosen.metrics.gap * (rows - 1) <= height + rows
        assert chosen.card_width * chosen.columns <= width


@pytest.mark.parametrize("metrics", [FULL, COMPACT, ROOM, LOW_COMPACT, LOW_ROOM])
def test_there_is_air_between_drug_minutes_and_ruler(metrics: Metrics) -> None:
    """Of a face like Inter: capitals and figures are 0.73 of the size high, descenders 0.21 deep."""
    top_of_minutes = metrics.elapsed_base - 0.73 * metrics.elapsed
    assert top_of_minutes - (metrics.drug_base + 0.21 * metrics.drug) >= 4
    ruler = metrics.number * 0.73 * 2.25 + 5 + (metrics.word and metrics.word * 1.25 + 2)
    assert metrics.ruler_bottom - ruler - metrics.elapsed_base >= 3
    assert metrics.ruler_bottom <= metrics.slot - 4


@pytest.mark.parametrize(("room", "low"), [(True, LOW_ROOM), (False, LOW_COMPACT)])
def test_a_low_page_has_low_cards_that_are_seen_whole(room: bool, low: Metrics) -> None:
    width, height = 1131 - 48, 672 - 136 - 20  # what a window of 1280×800 leaves at 200 %
    chosen = plan(12, width, height, room=room, scale=2.0)
    assert chosen.metrics.elapsed == low.elapsed
    assert chosen.card_height <= height
    assert plan(12, width, 602, room=room, scale=2.0).metrics.elapsed > low.elapsed or not room
