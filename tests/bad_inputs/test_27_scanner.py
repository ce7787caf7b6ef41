"""What a scanner types into the wrong place or in the wrong way: nothing is taken for what it is not."""

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.app.suite import Suite
from tests.bad_inputs import window

LONG = "0100350242150019172706301" * 400


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
