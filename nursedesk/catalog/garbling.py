"""Takes off what a scanner adds around a code and tells when what is left cannot be trusted."""

import re
from dataclasses import dataclass

from nursedesk.catalog.scans import Damage

GS = "\x1d"
LONGEST = 200
"""Characters; a drug's code with every element it may carry has some 80."""
_ENDINGS = "\r\n\t "
_WRITTEN_GS = re.compile(r"<GS>|\{GS\}|\[GS\]|\^\]|\u241d")
"""How scanners are commonly set to type the separator where the character itself would be lost."""
_SYMBOLOGY = re.compile(r"\][A-Za-z][0-9A-Za-m]", re.ASCII)
_GS1_SYMBOLOGIES = ("]d2", "]C1", "]e0", "]Q3", "]J1")
_BRACKETS = re.compile(r"\((\d{2,4})\)", re.ASCII)
_STARTS_WITH_GTIN = re.compile(r"01\d{14}", re.ASCII)
_FRENCH_DIGITS = dict(zip("à&é\"'(-è_ç", "0123456789", strict=True))
_CAPS_LOCK = re.compile(r"\](D[12]|c1)", re.ASCII)
_OTHER_BRACKET = re.compile(r"[^\]\w\s(][dC][12]01\d{14}", re.ASCII)
_MANY = 10


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text without symbology identifier, endings and written-out separators."""

    text: str
    gs1: bool
    """It is to be read as GS1 element strings."""


def clean(text: str) -> Cleaned | Damage:
    """The code itself, or why there is none to be read."""
    if len(text) > LONGEST:
        return Damage.TOO_LONG
    text = _WRITTEN_GS.sub(GS, text).strip(_ENDINGS)
    if _wrong_keyboard(text):
        return Damage.WRONG_KEYBOARD
    if any(not char.isprintable() and char != GS for char in text):
        return Damage.CONTROL_CHARACTERS
    found = _SYMBOLOGY.match(text)
    if found is not None:
        text = text[found.end() :]
    gs1 = found is not None and found[0] in _GS1_SYMBOLOGIES
    if _BRACKETS.match(text) and "(01)" in text:
        text, gs1 = _BRACKETS.sub(rf"{GS}\1", text), True
    text = text.strip(GS + _ENDINGS)
    return Cleaned(text, gs1 or GS in text or _STARTS_WITH_GTIN.match(text) is not None)


def _wrong_keyboard(text: str) -> bool:
    """Digits of another alphabet, a French number row, letters Caps Lock has turned, another sign for `]`."""
    if any(char.isdigit() and not char.isascii() for char in text):
        return True
    if _CAPS_LOCK.match(text) or _OTHER_BRACKET.match(text):
        return True
    number = text[3:] if len(text) > _MANY + 3 and text[0] in "$]" else text
    return len(number) >= _MANY and all(char in _FRENCH_DIGITS for char in number[:_MANY])
