"""Typed quantities: read when there is one reading, refused with the helpful reason otherwise."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.hang import words
from nursedesk.ui.hang.quantities import (
    Quantity,
    Refusal,
    length,
    minutes_at,
    quantity,
    rate,
    rate_for,
    same_in,
    volume,
)

NEW_YORK = ZoneInfo("America/New_York")
AT_1407 = datetime(2026, 11, 24, 19, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("400 mg", "400", "mg"),
        ("400mg", "400", "mg"),
        ("0.5", "0.5", None),
        ("1,000", "1000", None),
        ("1,250.50", "1250.5", None),
        ("5.0", "5", None),
        ("100", "100", None),
        ("20 mcg", "20", "ug"),
        ("20 µg", "20", "ug"),
        ("5,000 units", "5000", "[iU]"),
        ("  2 g ", "2", "g"),
        ("10 mEq", "10", "meq"),
    ],
)
def test_a_dose_is_read(text: str, amount: str, unit: str | None) -> None:
    read = quantity(text)
    assert isinstance(read, Quantity)
    assert (str(read.amount), read.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Refusal.EMPTY),
        ("1e309", Refusal.EXPONENT),
        ("1e3 mg", Refusal.EXPONENT),
        ("NaN", Refusal.NOT_A_NUMBER),
        ("inf", Refusal.NOT_A_NUMBER),
        ("１２", Refusal.NOT_PLAIN_DIGITS),
        ("٣", Refusal.NOT_PLAIN_DIGITS),
        ("½", Refusal.NOT_PLAIN_DIGITS),
        ("1,5", Refusal.COMMA),
        ("0,500", Refusal.COMMA),
        ("12,34", Refusal.COMMA),
        ("0.1+0.2", Refusal.SUM),
        ("2 x 3", Refusal.SUM),
        ("-3", Refusal.NEGATIVE),
        ("-0", Refusal.NEGATIVE),
        ("0", Refusal.ZERO),
        ("0.0", Refusal.ZERO),
        (".5", Refusal.NO_LEADING_ZERO),
        ("05", Refusal.LOST_POINT),
        ("12345678901", Refusal.TOO_LONG),
        ("5 parsecs", Refusal.UNKNOWN_UNIT),
        ("4" * 10_000, Refusal.TOO_LONG),
    ],
)
def test_a_dose_is_refused_with_its_reason(text: str, why: Refusal) -> None:
    assert quantity(text) is why
    assert words.refusal(why, "dose").endswith(".")


@given(st.text(max_size=40))
def test_nothing_typed_raises_and_what_is_taken_is_a_positive_number(text: str) -> None:
    read = quantity(text)
    if isinstance(read, Quantity):
        assert read.amount > 0
        assert read.amount.is_finite()
        assert "E" not in str(read.amount)
    rate(text)
    volume(text)
    length(text, AT_1407, NEW_YORK)


@given(st.decimals(min_value="0.000001", max_value=999_999_999, places=6))
def test_a_plain_decimal_is_taken_exactly(amount: Decimal) -> None:
    assert quantity(f"{amount:f}") == Quantity(amount)


def test_a_rate_is_one_number_or_steps() -> None:
    assert rate("125 mL/h") == (Decimal(125),)
    assert rate("40 to 200") == (Decimal(40), Decimal(200))
    assert rate("1e3") is Refusal.EXPONENT
    assert rate("-3") is Refusal.NEGATIVE
    assert rate("4 mg") is Refusal.UNKNOWN_UNIT


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("17:37", 210), ("1737", 210), ("3 h 30 min", 210), ("3h", 180), ("90", 90), ("9:30", 1163), ("14:08", 1)],
)
def test_a_planned_end_is_minutes_from_now(text: str, minutes: int) -> None:
    assert length(text, AT_1407, NEW_YORK) == minutes


def test_a_planned_end_over_the_autumn_hour_counts_the_repeated_hour() -> None:
    half_past_midnight = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)
    assert length("03:30", half_past_midnight, NEW_YORK) == 240


@pytest.mark.parametrize(
    ("text", "why"),
    [("", Refusal.EMPTY), ("0", Refusal.ZERO), ("soon", Refusal.NOT_A_LENGTH), ("25 h", Refusal.OVER_A_DAY)],
)
def test_a_planned_end_is_refused(text: str, why: Refusal) -> None:
    assert length(text, AT_1407, NEW_YORK) is why


def test_volume_rate_and_minutes_compute_each_other() -> None:
    assert minutes_at(Decimal(250), Decimal(125)) == 120
    assert minutes_at(Decimal(100), Decimal(7)) == 858
    assert rate_for(Decimal(500), 210) == Decimal("142.9")
    assert str(rate_for(Decimal(100), 30)) == "200"


def test_doses_in_units_of_mass_are_compared_and_others_are_not() -> None:
    assert same_in(Decimal(400), "ug", "mg") == Decimal("0.4")
    assert same_in(Decimal(400), "mg", "[iU]") is None
