"""No text of any shape raises; a sound code is read back whatever lot, serial and day it has."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from nursedesk.catalog.barcodes import barcodes
from nursedesk.catalog.scans import (
    BadCheckDigit,
    Damage,
    Expired,
    Field,
    FoundDrug,
    Garbled,
    MissingSeparator,
    expect,
)

GS = "\x1d"
TODAY = date(2026, 11, 24)
READER = barcodes(wristband=r"MRN\d{6}", badge=r"B-\d{4}")
GTIN = "00357894030010"
CODES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!\"%&'()*+,-./:;<=>?_"
LOTS = st.text(st.sampled_from(CODES), min_size=1, max_size=20)
PIECES = st.sampled_from(
    [
        "]d2",
        "]C1",
        "01",
        "17",
        "10",
        "21",
        GTIN,
        "270930",
        GS,
        "<GS>",
        "(01)",
        "-",
        "NDC ",
        "357894030010",
        "99",
        "\r",
    ]
)


def read(text: str) -> None:
    scan = READER.read(text, TODAY)
    for field in Field:
        expect(scan, field)


@given(st.text(st.characters(), max_size=300))
def test_any_text(text: str) -> None:
    read(text)


@given(st.text(st.sampled_from("0123456789-]d2C()" + GS), max_size=60))
def test_any_text_of_the_signs_that_codes_are_made_of(text: str) -> None:
    read(text)


@given(st.lists(PIECES, max_size=12))
def test_any_row_of_pieces_of_codes(pieces: list[str]) -> None:
    read("".join(pieces))


@given(st.characters())
@settings(max_examples=30)
def test_ten_thousand_characters(char: str) -> None:
    assert READER.read(char * 10_000, TODAY) == Garbled(Damage.TOO_LONG)


@given(
    LOTS,
    LOTS,
    st.dates(date(2001, 1, 1), date(2098, 12, 31)),
)
def test_a_sound_code_is_read_back(lot: str, serial: str, expiry: date) -> None:
    assume("<GS>" not in lot + serial)
    scan = READER.read(f"]d201{GTIN}17{expiry:%y%m%d}10{lot}{GS}21{serial}", TODAY)
    assert isinstance(scan, Expired) is (expiry < TODAY)
    found = scan.found if isinstance(scan, Expired) else scan
    assert isinstance(found, FoundDrug)
    assert (found.label.lot, found.label.serial, found.label.expiry) == (lot, serial, expiry)


@given(LOTS, LOTS, st.booleans(), st.sampled_from(["]d2", "]C1", ""]))
def test_without_its_separator_a_lot_is_never_believed(
    lot: str, serial: str, lot_first: bool, begins: str
) -> None:
    """Whatever the two are, and whichever comes first: the drug is found, lot and serial are not taken over."""
    assume("<GS>" not in lot + serial)
    whole = f"17270930{'10' + lot + '21' + serial}" if lot_first else f"21{serial}1727093010{lot}"
    scan = READER.read(f"{begins}01{GTIN}{whole}", TODAY)
    assert isinstance(scan, MissingSeparator)
    assert isinstance(scan.found, FoundDrug)
    assert (scan.found.label.lot, scan.found.label.serial) == ("", "")
    if lot_first and len(lot + serial) <= 18:
        assert lot in scan.lots


@given(st.integers(0, 12), st.integers(1, 9))
def test_one_wrong_digit_is_always_told(place: int, more: int) -> None:
    wrong = GTIN[:place] + str((int(GTIN[place]) + more) % 10) + GTIN[place + 1 :]
    assert isinstance(READER.read(wrong, TODAY), BadCheckDigit)
    assert isinstance(READER.read(f"]d201{wrong}17270930", TODAY), BadCheckDigit)
