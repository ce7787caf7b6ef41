"""PINs with spaces, PINs anybody guesses, the tenth wrong one; `ADMIN ` and a Cyrillic `аdmin`."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from tests.app.suite import MORNING, PASSWORD, PIN, Suite
from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, visit

CYRILLIC = "\u0430dmin"
OPTIONS = ("--site", "Elm", "--zone", "UTC", "--setting", "office", "--chairs", "2", "--no-keyring")


def _secrets(pin: str) -> str:
    return f'passphrase = "stone and paper"\nadmin_password = "stone and paper"\nadmin_pin = "{pin}"\n'


@pytest.mark.parametrize(
    ("pin", "sentence"),
    [
        ("123456", "That PIN is easy to guess"),
        ("654321", "That PIN is easy to guess"),
        ("111111", "That PIN is easy to guess"),
        ("12 34 56", "That PIN is easy to guess"),
        ("4829", "A PIN is six digits"),
        ("48291x", "A PIN is six digits"),
        ("", "A PIN is six digits"),
        ("      ", "A PIN is six digits"),
    ],
)
def test_a_pin_that_cannot_be_chosen_makes_no_suite(record: Record, pin: str, sentence: str) -> None:
    record.folder = record.folder.parent / "another"
    record.secrets.write_text(_secrets(pin), encoding="utf-8")
    said = record.run("init", *OPTIONS, "--admin", "admin")
    assert said.code == 2
    assert said.sentence.startswith(sentence)
    assert "nothing was changed" in said.sentence
    assert not record.folder.exists()


@pytest.mark.parametrize("name", [CYRILLIC, "a b", "=1+1", "x" * 65, "a\u200db", ""])
def test_a_sign_in_name_that_cannot_be_chosen(record: Record, name: str) -> None:
    record.folder = record.folder.parent / "another"
    record.secrets.write_text(_secrets("482913"), encoding="utf-8")
    said = record.run("init", *OPTIONS, "--admin", name)
    assert said.code == 2
    assert said.sentence.startswith("A sign-in name is up to 64 plain letters and digits without spaces")
    assert not record.folder.exists()


def test_case_and_outer_spaces_are_the_same_person_and_another_alphabet_is_nobody(record: Record) -> None:
    assert record.take_in(visit()).code == 0
    assert record.run("tickets", "--user", "JDOE ").code == 0
    said = record.run("tickets", "--user", "jd\u043ee")
    assert said.code == 2
    assert "do not belong together: nothing was shown or changed" in said.sentence


def test_the_tenth_wrong_pin_ends_it_whatever_the_clock_says(suite: Suite) -> None:
    """Nobody presses Enter: a PIN is tried at its sixth digit, here as on the sign-in page."""
    suite.hands.press("lockButton")
    for left in range(9, -1, -1):
        suite.hands.type("pinField", f"98765{left}", enter=False)
        suite.hands.wait(lambda left=left: _said_left(suite) == _left_words(left), f"{left} tries are left")
    suite.clocks.set_wall(timedelta(days=400))
    suite.clocks.pass_(60 * 24)
    assert not window.is_shown(suite, "pinField")
    assert suite.station.frame.currentWidget() is not suite.shell.window
    suite.hands.type("passwordField", PASSWORD)
    suite.hands.wait(lambda: suite.station.frame.currentWidget() is suite.shell.window, "unlocked")
    suite.settle()
    assert window.is_clean(suite)


def _said_left(suite: Suite) -> str:
    lock = suite.hands.find("lockPage")
    return " ".join(one.text() for one in lock.findChildren(QLabel, "signInSentence") if one.isVisible())


def _left_words(left: int) -> str:
    if left == 0:
        return "Ten wrong PINs: the PIN has ended. The password signs in; Settings takes a new PIN."
    return "Wrong PIN. One try is left." if left == 1 else f"Wrong PIN. {left} tries are left."


def test_a_pin_with_spaces_is_the_same_pin(suite: Suite) -> None:
    door = suite.shell.core.door
    person = suite.shell.core.daybook.session.person.id
    spaced = f"{PIN[:2]} {PIN[2:4]} {PIN[4:]}"
    assert door.check_pin(person, spaced).result.value == "right"


@pytest.mark.parametrize("name", [CYRILLIC, "JDOE "])
def test_nobody_is_added_at_the_desk_under_a_name_that_looks_like_anothers(open_at: OpenAt, name: str) -> None:
    suite = open_at(MORNING, "admin")
    people = suite.shell.core.daybook.suite.people
    suite.shell.window.show_page("settings")
    for field, text in (
        ("personNameField", "Somebody Else"),
        ("personSignInField", name),
        ("personPasswordField", PASSWORD),
        ("personPinField", "394072"),
    ):
        window.paste(suite, field, text)
    suite.hands.press("addPersonButton")
    suite.settle()
    assert window.shown(suite, "personRefusal")
    assert suite.shell.core.daybook.suite.people == people
