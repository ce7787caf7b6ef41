"""Names and birth dates: taken as typed or refused with the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.encounter import Access, Device
from nursedesk.ui.check_in import words
from nursedesk.ui.check_in.form import AccessChoice, Refusal, access, birth_date, name

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "text", ["02-Feb-1961", "2 feb 1961", "1961-02-02", "2/2/1961", "02/02/1961", "Feb 2, 1961", "2 February 1961"]
)
def test_a_birth_date_is_read_in_the_ways_people_write_it(text: str) -> None:
    assert birth_date(text, TODAY) == date(1961, 2, 2)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Refusal.DATE_MISSING),
        ("2.2.61", Refusal.DATE_UNREAD),
        ("31-Feb-1961", Refusal.DATE_NOT_REAL),
        ("13/2/1961", Refusal.DATE_NOT_REAL),
        ("25-Nov-2026", Refusal.DATE_AHEAD),
        ("01-Jan-1890", Refusal.DATE_TOO_OLD),
        ("0/0/0000", Refusal.DATE_NOT_REAL),
        ("१/२/१९६१", Refusal.DATE_UNREAD),
    ],
)
def test_a_birth_date_is_refused_with_its_reason(text: str, why: Refusal) -> None:
    assert birth_date(text, TODAY) is why
    assert words.refusal(why).endswith(".")


@pytest.mark.parametrize("text", ["O'Brien-Ñuñez", "=cmd|'/c calc'!A1", "'; DROP TABLE event;--", "<b>Roe</b>"])
def test_a_name_is_kept_as_it_is_however_odd(text: str) -> None:
    assert name(text) == text


def test_two_ways_of_writing_one_accent_are_one_name() -> None:
    assert name("Nun\u0303ez") == name("Nu\u00f1ez") == "Nuñez"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  ", Refusal.NAME_MISSING),
        ("\u200d\u200d", Refusal.NAME_INVISIBLE),
        ("ROE\u202e, Jane", Refusal.NAME_CONTROL),
        ("ROE\x00", Refusal.NAME_CONTROL),
        ("ROE\ud800", Refusal.NAME_CONTROL),
        ("x" * 10_000, Refusal.TOO_LONG),
    ],
)
def test_a_name_that_hides_something_is_refused(text: str, why: Refusal) -> None:
    assert name(text) is why
    assert words.refusal(why).endswith(".")


@given(st.text(max_size=60))
def test_nothing_typed_raises(text: str) -> None:
    name(text)
    birth_date(text, TODAY)


def test_the_first_access_is_a_and_none_yet_is_none() -> None:
    assert access(AccessChoice.PORT, " right chest ") == Access("A", Device.PORT, "right chest")
    assert access(AccessChoice.NONE_YET, "x") is None
