"""Figures, times and other people's text as paper writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.formats import (
    NOT_RECORDED,
    amount,
    clock,
    clock_on,
    day,
    duration,
    iso,
    moment,
    offset,
    one_line,
    person,
    visible,
    written,
)
from nursedesk.record.encounter import Amount

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h 0 min"), (135, "2 h 15 min"), (1500, "25 h 0 min"), (-3, "0 min")],
)
def test_durations(minutes: int, text: str) -> None:
    assert duration(minutes) == text


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("400", "mg", "400 mg"),
        ("400.0", "mg", "400 mg"),
        ("2.50", "mg", "2.5 mg"),
        (".5", "mg", "0.5 mg"),
        ("100", "ug", "100 mcg"),
        ("5000", "[iU]", "5,000 units"),
        ("1E+3", "mL", "1,000 mL"),
        ("-0", "mg", "0 mg"),
        ("NaN", "mg", "not a number mg"),
        ("1e309", "mg", "1E+309 mg"),
        ("0.1", "mL/h", "0.1 mL/h"),
    ],
)
def test_doses(number: str, unit: str, text: str) -> None:
    assert amount(Amount(Decimal(number), unit)) == text


def test_no_dose_is_empty_for_the_caller_to_word() -> None:
    assert amount(None) == ""


def test_dates() -> None:
    assert day(date(2026, 2, 3)) == "03-Feb-2026"
    assert day(None) == NOT_RECORDED


@pytest.mark.parametrize(
    ("utc", "text"),
    [
        (datetime(2026, 11, 24, 19, 7, tzinfo=UTC), "14:07"),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), "01:30 EDT"),
        (datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "01:30 EST"),
        (datetime(2026, 7, 1, 4, 0, tzinfo=UTC), "00:00"),
    ],
)
def test_clock_times_say_which_when_a_night_shows_them_twice(utc: datetime, text: str) -> None:
    assert clock(utc, NEW_YORK) == text


def test_a_time_on_another_day_names_it() -> None:
    after = datetime(2026, 11, 25, 5, 20, tzinfo=UTC)
    assert clock_on(after, NEW_YORK, date(2026, 11, 25)) == "00:20"
    assert clock_on(after, NEW_YORK, date(2026, 11, 24)) == "25-Nov 00:20"


def test_moments_and_offsets() -> None:
    at = datetime(2026, 11, 24, 19, 31, 5, tzinfo=UTC)
    assert moment(at, NEW_YORK) == "24-Nov-2026 14:31 EST"
    assert iso(at, NEW_YORK) == "2026-11-24T14:31:05-05:00"
    assert offset(at, NEW_YORK) == "EST (UTC−05:00)"
    assert offset(at, ZoneInfo("Asia/Kathmandu")).endswith("(UTC+05:45)")


@pytest.mark.parametrize("year", [1, 1970, 2038, 9999])
def test_the_far_ends_of_the_calendar_are_shown(year: int) -> None:
    edge = datetime(year, 1, 1, tzinfo=UTC) if year < 9999 else datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    for zone in (NEW_YORK, ZoneInfo("Pacific/Kiritimati")):
        assert moment(edge, zone) and iso(edge, zone)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("inf\u202elix\u202cmab", "inf[U+202E]lix[U+202C]mab"),
        ("\u200d\u200d", "[U+200D][U+200D]"),
        ("\x00", "[U+0000]"),
        ("\ud83d", "[U+D83D]"),
        ("\ufeffa\u200bb", "[U+FEFF]a[U+200B]b"),
        ("👩🏽\u200d⚕", "👩🏽\u200d⚕"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("O'Brien-Ñuñez", "O'Brien-Ñuñez"),
        ("<b>", "<b>"),
    ],
)
def test_marks_are_written_out_and_joiners_keep_their_words(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_name_that_reads_from_the_right_is_kept_apart_from_the_figures_beside_it() -> None:
    assert one_line("שלום 12") == "\u2068שלום 12\u2069"
    assert one_line("Moreno") == "Moreno"


def test_lines_and_white_space_become_one_line() -> None:
    assert one_line(" a\r\n\tb\u2028 c ") == "a b c"


@pytest.mark.parametrize("text", [None, "", " \t\r\n", "\u3000"])
def test_nothing_is_never_a_blank(text: str | None) -> None:
    assert written(text) == NOT_RECORDED


def test_ten_megabytes_are_shortened_and_say_so() -> None:
    shown = written("x" * 10_000_000)
    assert len(shown) < 500
    assert shown.endswith("[9,999,600 more characters in the record]")


def test_people() -> None:
    assert person({"jdoe": "J. Doe RN"}, "jdoe") == "J. Doe RN"
    assert person({}, "jdoe") == "jdoe"
    assert person({}, None) == NOT_RECORDED


@given(st.text(alphabet=st.characters(categories=None)))  # lone surrogates too
def test_what_is_shown_can_be_written_to_a_file_and_hides_nothing(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert visible(shown) == shown
    assert not any(character in shown for character in "\x00\r\n\u202e\u2066\u200b\ufeff")
