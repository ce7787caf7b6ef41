"""What a scanner types into the wrong place or in the wrong way: nothing is taken for what it is not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.app.suite import Suite
from tests.bad_inputs import window

LONG = "0100350242150019172706301" * 400
DRUG = "0100357894030010"
SAYS = {
    "a wrong keyboard map": (
        '"(-\'_è&à"à&à',
        "The scanner types for another keyboard, or Caps Lock is on. Nothing was filled in: "
        "turn Caps Lock off and scan again, or type the drug.",
    ),
    "a bad check digit": (
        f"]d2{DRUG[:-1]}11727093010AB12C",
        "The code was misread: its check digit is wrong. Nothing was filled in; scan again.",
    ),
    "an expired lot": (
        f"]d2{DRUG}1725093010AB12C",
        "This package expired on 30-Sep-2025. Nothing was filled in: take another one and scan that.",
    ),
    "a code that breaks off": (
        f"]d2{DRUG}17271301",
        "The code begins like a drug’s and then breaks off. Nothing was filled in; scan again.",
    ),
    "ten thousand characters at once": (
        "1" * 10_000,
        "That is longer than any code. Nothing was filled in: wait a moment and scan once.",
    ),
}


@pytest.mark.parametrize("scan", [LONG, "\x1d" * 50])
def test_ten_thousand_characters_as_a_name_are_refused_or_cut_to_the_field(suite: Suite, scan: str) -> None:
    window.check_in(suite, scan)
    assert window.is_shown(suite, "nameField_error")
    assert window.sitting(suite) is None


def test_ten_thousand_characters_as_a_drug_hang_nothing(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    window.paste(suite, "drugField", LONG)
    field = suite.hands.find("drugField")
    assert isinstance(field, QLineEdit)
    assert len(field.text()) <= 400
    suite.settle()
    assert window.seated(suite).administrations == ()
    assert window.is_clean(suite)


@pytest.mark.parametrize("wrong", SAYS)
def test_a_scan_that_cannot_be_trusted_fills_in_nothing_and_says_why(suite: Suite, wrong: str) -> None:
    scan, sentence = SAYS[wrong]
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    window.paste(suite, "drugField", scan)
    QTest.keyClick(suite.hands.find("drugField"), Qt.Key.Key_Return)
    assert window.shown(suite, "drugField_error") == sentence
    suite.settle()
    assert window.seated(suite).administrations == ()
    assert window.is_clean(suite)


def test_a_scanner_that_drops_the_separator_asks_for_the_lot_and_guesses_none(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", f"]d2{DRUG}1727093010AB12C21SN0001")
    assert window.shown(suite, "askingQuestion").startswith("The scanner ran lot and serial number together.")
    assert window.seated(suite).administrations == ()


def test_a_carriage_return_after_the_scan_chooses_the_drug_and_starts_nothing(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", f"]d2{DRUG}1727093010AB12C")
    ndc, lot = suite.hands.find("ndcField"), suite.hands.find("lotField")
    assert isinstance(ndc, QLineEdit)
    assert isinstance(lot, QLineEdit)
    assert (ndc.text(), lot.text()) == ("57894-0030-01", "AB12C")
    assert window.seated(suite).administrations == ()


def test_a_drugs_code_in_the_patients_field_seats_nobody(suite: Suite) -> None:
    window.check_in(suite, f"]d2{DRUG}1727093010AB12C")
    sentence = "This is a drug’s code, not a patient. Nothing was filled in: scan the wristband."
    assert window.shown(suite, "nameField_error") == sentence
    assert window.sitting(suite) is None
