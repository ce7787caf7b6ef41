"""Shift ends are read as people type them, and the last one is found on every day of the year."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from nursedesk.desk.shift_ends import last_end, read_ends

NEW_YORK = ZoneInfo("America/New_York")
TWICE = ("07:00", "19:00")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("07:00, 19:00", TWICE),
        ("1900 700", TWICE),
        (" 19:00;7:00 ", TWICE),
        ("15:30", ("15:30",)),
        ("7:00 07:00", ("07:00",)),
        ("", ()),
        ("24:00", None),
        ("7", None),
        ("07:60", None),
        ("seven", None),
        ("1:00 2:00 3:00 4:00 5:00 6:00 7:00", None),
    ],
)
def test_what_is_typed(typed: str, read: tuple[str, ...] | None) -> None:
    assert read_ends(typed) == read


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 11, 24, 14, 0, tzinfo=UTC), datetime(2026, 11, 24, 12, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), datetime(2026, 11, 24, 12, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 11, 59, tzinfo=UTC), datetime(2026, 11, 24, 0, 0, tzinfo=UTC)),
        # Clocks go back an hour at 02:00 of 1 November: before it 19:00 is 23:00 UTC, after it midnight.
        (datetime(2026, 11, 1, 10, 0, tzinfo=UTC), datetime(2026, 10, 31, 23, 0, tzinfo=UTC)),
        (datetime(2026, 11, 2, 2, 0, tzinfo=UTC), datetime(2026, 11, 2, 0, 0, tzinfo=UTC)),
    ],
)
def test_the_last_end(now: datetime, end: datetime) -> None:
    assert last_end(TWICE, NEW_YORK, now) == end


def test_a_site_without_shifts_has_no_end() -> None:
    assert last_end((), NEW_YORK, datetime(2026, 11, 24, 14, 0, tzinfo=UTC)) is None
