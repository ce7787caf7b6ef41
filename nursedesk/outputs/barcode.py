"""The ticket number as Code 128: bars as whole modules, so that paper gets rectangles and not a picture."""

from dataclasses import dataclass
from typing import Any

import zxingcpp


@dataclass(frozen=True, slots=True)
class Bars:
    """Dark stretches of a symbol `width` modules wide, each (first module, modules); quiet zones are not in it."""

    width: int
    dark: tuple[tuple[int, int], ...]


class NotEncodable(ValueError):
    """A text that has no place in a Code 128 symbol."""


QUIET_MODULES = 10
"""Light modules that must stay free on either side (ISO/IEC 15417)."""

MOST_CHARACTERS = 48
"""Longer than any ticket number; a longer text would give bars too fine to print."""


def code128(text: str) -> Bars:
    """The bars of printable ASCII `text`; raises `NotEncodable` for anything else, none, or too much of it."""
    if not text or len(text) > MOST_CHARACTERS or not all(" " <= character <= "~" for character in text):
        raise NotEncodable(
            f"These {len(text)} characters cannot be a barcode: 1 to {MOST_CHARACTERS} plain ones can."
        )
    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    # The library's stubs do not say that its image is a buffer of rows of grey bytes.
    image: Any = zxingcpp.write_barcode_to_image(symbol, scale=1, add_hrt=False, add_quiet_zones=False)
    first_row = bytes(memoryview(image))[: image.shape[1]]
    row = [grey == 0 for grey in first_row]
    return Bars(len(row), _stretches(row))


def _stretches(row: list[bool]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and at and row[at - 1]:
            first, length = found[-1]
            found[-1] = (first, length + 1)
        elif dark:
            found.append((at, 1))
    return tuple(found)
