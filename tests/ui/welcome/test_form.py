"""The rules of the first-run pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.welcome import words
from nursedesk.ui.welcome.form import (
    Refusal,
    chairs,
    passphrase,
    password,
    pin,
    same_key,
    sign_in,
    suggested_sign_in,
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("123456", Refusal.PIN_RUN),
        ("654321", Refusal.PIN_RUN),
        ("890123", Refusal.PIN_RUN),
        ("111111", Refusal.PIN_REPEAT),
        ("121212", Refusal.PIN_REPEAT),
        ("123123", Refusal.PIN_REPEAT),
        ("48 915", Refusal.PIN_DIGITS),
        (" 48915", Refusal.PIN_DIGITS),
        ("４８９１５０", Refusal.PIN_DIGITS),
        ("4891", Refusal.PIN_DIGITS),
    ],
)
def test_a_weak_pin_is_refused_with_its_reason(text: str, why: Refusal) -> None:
    assert pin(text, text) is why
    assert words.refusal(why).endswith(".")


def test_a_good_pin_typed_twice_is_taken() -> None:
    assert pin("489150", "489150") == "489150"
    assert pin("489150", "489151") is Refusal.PIN_OTHER


@given(st.text(max_size=12))
def test_every_pin_taken_has_six_plain_digits(text: str) -> None:
    taken = pin(text, text)
    if not isinstance(taken, Refusal):
        assert len(taken) == 6
        assert set(taken) <= set("0123456789")


def test_chairs_are_a_count_or_names() -> None:
    assert chairs("3") == ("1", "2", "3")
    assert chairs(" 1, Window ,Bay A,") == ("1", "Window", "Bay A")
    assert chairs("0") is Refusal.CHAIRS_MISSING
    assert chairs("") is Refusal.CHAIRS_MISSING
    assert chairs("41") is Refusal.CHAIRS_TOO_MANY
    assert chairs("Bay, bay") is Refusal.CHAIRS_TWICE


def test_a_sign_in_name_of_another_script_is_refused_and_case_does_not_matter() -> None:
    assert sign_in("ADMIN ") == "admin"
    assert sign_in("аdmin") is Refusal.SIGN_IN_FORM
    assert sign_in("a\nb") is Refusal.SIGN_IN_FORM


def test_a_sign_in_name_is_suggested() -> None:
    assert suggested_sign_in("Jordan Doe") == "jdoe"
    assert suggested_sign_in("Zoë Ñuñez-Ortiz") == "zortiz"
    assert suggested_sign_in("李") == ""


def test_passwords_and_passphrases() -> None:
    assert password("short", "short", "") is Refusal.PASSWORD_SHORT
    assert password("jordan doe 1", "jordan doe 1", "Jordan Doe") is Refusal.PASSWORD_NAME
    assert password("plain quiet tree", "plain quiet trees", "J") is Refusal.PASSWORD_OTHER
    assert password("plain quiet tree", "plain quiet tree", "J") == "plain quiet tree"
    assert passphrase("four words", "four words") is Refusal.PASSPHRASE_SHORT
    assert passphrase("a" * 16, "a" * 16) == "a" * 16


def test_the_recovery_key_is_the_same_whatever_its_dashes() -> None:
    assert same_key("k7q2 9fmx", "K7Q2-9FMX")
    assert not same_key("", "")
    assert not same_key("K7Q2-9FMY", "K7Q2-9FMX")
