"""Doses and rates that are not plain numbers: `1e309`, `NaN`, `-0`, full-width digits, `1,5`, `0.1+0.2`."""

import json

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

WRONG = {
    "1e309": "Write the dose out in full, without an e.",
    "NaN": "This is not a number. Write the dose like 400 or 0.5.",
    "-0": "The dose cannot be less than zero.",
    "１２": "Use the plain digits 0 to 9 for the dose.",
    "1,5": "Write 1.5 with a point, or 1,000 with three figures after the comma.",
    "0.1+0.2": "Write one dose, not a sum: 0.3, not 0.1+0.2.",
}


@pytest.mark.parametrize("amount", ["1e309", "NaN", "１２", "1,5", "0.1+0.2", "Infinity", "1_000", ""])
def test_import_and_code_refuse_it_and_name_the_field(record: Record, amount: str) -> None:
    for field in ("dose", "rate"):
        one = visit(first={field: {"amount": amount, "unit": "mg"}})
        said = record.take_in(one, visit("B-2"))
        assert said.code == 1
        assert said.err.startswith(f"line 1: administrations[0].{field}.amount: ")
        assert len(said.err.splitlines()) == 1
        assert record.events("B-1") == ()
        coded = record.code(one)
        assert coded.code == 2
        assert f"administrations[0].{field}.amount: " in coded.sentence
    assert record.clean()


@pytest.mark.parametrize("amount", ["1e309", "NaN", "Infinity", "-Infinity", "1e-400000000"])
def test_a_bare_number_json_cannot_hold_is_refused(record: Record, amount: str) -> None:
    text = f'"dose": {{"amount": {amount}, "unit": "mg"}}'
    said = record.take_in(_with_dose(text))
    assert said.code == 1
    assert len(said.err.splitlines()) == 1
    assert record.events() == ()


@pytest.mark.parametrize("amount", ["-0", "-5", "0"])
def test_nothing_or_less_is_never_charged(record: Record, amount: str) -> None:
    said = record.code(visit(first={"dose": {"amount": amount, "unit": "mg"}}))
    assert said.code == 0
    assert "J1745" not in said.out
    # A zero is charted: a bag that was stopped before a drop ran.
    assert ('"no-dose"' in said.out) is (amount != "0")


def test_a_dose_at_the_desk_is_refused_with_how_to_write_it(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    for typed, sentence in WRONG.items():
        window.paste(suite, "doseField", typed)
        suite.hands.press("startNowButton")
        assert window.shown(suite, "doseField_error") == sentence
        field = suite.hands.find("doseField")
        assert isinstance(field, QLineEdit)
        assert field.text() == typed
    assert window.seated(suite).administrations == ()
    window.paste(suite, "doseField", "400")
    suite.hands.press("orderField")
    suite.hands.press("startNowButton")
    suite.settle()
    (line,) = window.seated(suite).administrations
    assert str(line.dose.amount if line.dose else None) == "400"
    assert window.is_clean(suite)


@pytest.mark.parametrize("typed", ["１２", "1e309", "-0", "1,5", "0.1+0.2", "²"])
def test_a_count_of_chairs_is_plain_digits(record: Record, typed: str) -> None:
    record.folder = record.folder.parent / "another"
    options = ("--site", "Elm", "--zone", "UTC", "--setting", "office", "--admin", "admin", "--no-keyring")
    said = record.run("init", *options, f"--chairs={typed}")
    assert said.code == 2
    assert "is not a number in the digits 0 to 9" in said.sentence
    assert not record.folder.exists()


def _with_dose(text: str) -> str:
    return json.dumps(visit()).replace('"dose": {"amount": "400", "unit": "mg"}', text)


def test_a_press_into_a_dose_that_stands_there_marks_it(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "ceftriaxone")
    field = suite.hands.find("doseField")
    assert field.text() == "2"
    suite.hands.press("doseField")
    suite.hands.wait(lambda: field.selectedText() == "2", "the dose is marked")
    QTest.keyClicks(field, "1")
    assert field.text() == "1"
