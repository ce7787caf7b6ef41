"""What a scanner types: read when its check digit holds, left alone otherwise."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.ui.hang.scan import Scan, ndc, read, same_ndc

GTIN = "00350242150019"
"""GTIN-14 of NDC 50242-150-01 with its check digit."""


def test_a_gs1_code_gives_ndc_expiry_and_lot() -> None:
    wanted = Scan("5024215001", "K7731A", date(2027, 6, 30))
    assert read(f"01{GTIN}1727063010K7731A") == wanted
    assert read(f"]d201{GTIN}1727063010K7731A") == wanted
    assert read(f"(01){GTIN}(17)270630(10)K7731A") == wanted
    assert read(f"01{GTIN}10K7731A\x1d17270600") == wanted


@pytest.mark.parametrize(
    "text",
    [
        f"01{GTIN[:-1]}8172706301",
        "ocrelizumab",
        "",
        "0" * 10_000,
        "01",
        "１２３４５６７８９０",
    ],
)
def test_what_is_not_a_scan_is_none(text: str) -> None:
    assert read(text) is None


def test_an_ndc_alone_is_a_scan() -> None:
    assert read("50242-150-01") == Scan("50242-150-01")
    assert ndc("50242-150-01 ") == "50242-150-01"
    assert ndc("50242-150") is None
    assert ndc("12") is None


def test_an_ndc_is_the_same_with_and_without_dashes() -> None:
    assert same_ndc("50242-150-01", "5024215001")
    assert same_ndc("50242-0150-01", "50242-150-01")
    assert not same_ndc("50242-150-02", "5024215001")
    assert not same_ndc(None, "5024215001")
    assert not same_ndc("", "")


@given(st.text(max_size=300))
def test_no_scan_raises(text: str) -> None:
    read(text)
    ndc(text)
