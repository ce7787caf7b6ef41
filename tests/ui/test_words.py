"""Times, durations, doses and days as the board writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.encounter import Amount
from nursedesk.ui import words

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 min"),
        (1, "1 min"),
        (59, "59 min"),
        (60, "1 h 00 min"),
        (95, "1 h 35 min"),
        (1441, "24 h 01 min"),
        (-3, "0 min"),
    ],
)  # fmt: skip
def test_duration(minutes: int, text: str) -> None:
    assert words.duration(minutes).replace(words.NBSP, " ") == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("400", "mg", "400 mg"),
        ("400.0", "mg", "400 mg"),
        ("0.50", "mg", "0.5 mg"),
        (".5", "ug", "0.5 mcg"),
        ("1000", "mL", "1,000 mL"),
        ("1000", "ml", "1,000 mL"),
        ("12345.25", "mg", "12,345.25 mg"),
        ("5000", "[iU]", "5,000 units"),
        ("18", "[iU]/h", "18 units/h"),
        ("20", "meq", "20 mEq"),
        ("30", "mL/h", "30 mL/h"),
        ("0", "mg", "0 mg"),
        ("1E+2", "mg", "100 mg"),
    ],
)
def test_dose(number: str, unit: str, text: str) -> None:
    assert words.dose(Amount(Decimal(number), unit)).replace(words.NBSP, " ") == text


@given(st.decimals(min_value=0, max_value=10**9, allow_nan=False, allow_infinity=False, places=4))
def test_a_dose_never_has_a_trailing_zero_nor_a_naked_point(value: Decimal) -> None:
    text = words.number(value)
    assert Decimal(text.replace(",", "")) == value
    assert not text.startswith(".")
    assert "." not in text or text[-1] != "0"


def test_no_greek_letter_in_any_unit() -> None:
    for unit in ("ug", "ug/kg", "ug/h", "ug/min", "ug/kg/min"):
        assert words.unit(unit).startswith("mcg")


def test_what_is_missing_is_said() -> None:
    assert words.dose(None) == words.clock_time(None, NEW_YORK) == words.day(None) == "Not recorded"


def test_clock_and_zone_follow_the_site() -> None:
    winter, summer = datetime(2026, 11, 24, 19, 7, tzinfo=UTC), datetime(2026, 7, 1, 19, 7, tzinfo=UTC)
    assert words.clock_time(winter, NEW_YORK) == "14:07"
    assert words.zone_name(winter, NEW_YORK) == "EST"
    assert words.zone_name(summer, NEW_YORK) == "EDT"
    assert words.span(winter, summer, NEW_YORK) == "14:07 – 15:07"


def test_days() -> None:
    assert words.day(date(1961, 2, 2)) == "02-Feb-1961"
    late = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
    assert words.local_day(late, NEW_YORK) == "24-Nov-2026"
