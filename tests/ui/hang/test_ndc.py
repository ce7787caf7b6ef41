"""An NDC as typed, with its dashes and without."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.hang.ndc import dashed, ndc, same_ndc


def test_an_ndc_has_ten_or_eleven_digits_in_three_parts() -> None:
    assert ndc("50242-150-01 ") == "50242-150-01"
    assert ndc("50242-150") is None
    assert ndc("12") is None


def test_an_ndc_is_the_same_with_and_without_dashes() -> None:
    assert same_ndc("50242-150-01", "5024215001")
    assert same_ndc("50242-0150-01", "50242-150-01")
    assert not same_ndc("50242-150-02", "5024215001")
    assert not same_ndc(None, "5024215001")
    assert not same_ndc("", "")


@pytest.mark.parametrize(
    ("digits", "shown"), [("50242015001", "50242-0150-01"), ("5024215001", "5024215001"), ("", "")]
)
def test_only_eleven_digits_say_where_their_dashes_belong(digits: str, shown: str) -> None:
    assert dashed(digits) == shown


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    ndc(text)
    same_ndc(text if ndc(text) else None, "5024215001")
