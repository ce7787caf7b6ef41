"""The ticket number as bars: what a scanner reads is what was written, and what has no place in it is refused."""

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.barcode import MOST_CHARACTERS, QUIET_MODULES, NotEncodable, code128

TICKETS = st.from_regex(r"[A-Z]-[0-9]{6}-[0-9]{3}", fullmatch=True)


def scanned(text: str, module: int = 2) -> str | None:
    """What a scanner reads from the bars, drawn `module` dots wide between quiet zones."""
    bars = code128(text)
    row = bytearray(b"\xff" * (module * (bars.width + 2 * QUIET_MODULES)))
    for first, modules in bars.dark:
        begin = (QUIET_MODULES + first) * module
        row[begin : begin + modules * module] = b"\x00" * (modules * module)
    picture = memoryview(bytes(row) * 40).cast("B", (40, len(row)))
    found = zxingcpp.read_barcode(picture, formats=zxingcpp.BarcodeFormat.Code128)
    return found.text if found else None


@given(TICKETS)
def test_every_ticket_number_scans(number: str) -> None:
    assert scanned(number) == number


@pytest.mark.parametrize("text", ["A", "a-1 z~", "Z-991231-999", "1234567890"])
def test_other_plain_texts_scan(text: str) -> None:
    assert scanned(text) == text


def test_a_ticket_number_is_narrow_enough_for_the_head_of_the_form() -> None:
    # 2.2 inches at two dots of 1/150 inch a module.
    assert code128("A-261124-007").width * 2 / 150 <= 2.3


def test_bars_begin_and_end_the_symbol_and_never_touch() -> None:
    bars = code128("A-261124-007")
    assert bars.dark[0][0] == 0
    assert sum(bars.dark[-1]) == bars.width
    ends = [first + modules for first, modules in bars.dark]
    assert all(end < first for end, (first, _) in zip(ends, bars.dark[1:], strict=False))
    assert all(1 <= modules <= 4 for _, modules in bars.dark)


@pytest.mark.parametrize("text", ["", "Ñ-261124-007", "A\n", "\x00", "A\u202e", "9" * (MOST_CHARACTERS + 1)])
def test_what_cannot_be_bars_is_refused(text: str) -> None:
    with pytest.raises(NotEncodable):
        code128(text)
