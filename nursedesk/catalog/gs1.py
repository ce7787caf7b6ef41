"""GS1 element strings and GTINs, parsed by `biip`, and what gives away that a scanner drops the separator."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from nursedesk.catalog.garbling import GS
from nursedesk.catalog.scans import Damage

_GTIN, _LOT, _EXPIRY, _SERIAL = "01", "10", "17", "21"
_LONGEST_VALUE = 20
_HIDDEN_EXPIRY = re.compile(r".+17\d{4}[0-3]\d", re.ASCII)
_BEFORE_LOT_OR_SERIAL = re.compile(r"(01\d{14}(?:17\d{6})?)(?:10|21)(.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Elements:
    """The elements of a drug's code that we use."""

    gtin: str
    checked: bool
    """Its check digit is right."""
    lot: str = ""
    serial: str = ""
    expiry: date | None = None
    joined: tuple[str, ...] | None = None
    """What the lot may be where a separator seems to have been dropped; None where all is well."""


def elements(text: str) -> Elements | Damage:
    """The elements of a text without symbology identifier; its GTIN need not have the right check digit."""
    values = _values(text)
    if values is None:
        return _too_long_a_value(text)
    if _GTIN not in values:
        return Damage.NO_DRUG_NUMBER
    expiry = _day(values[_EXPIRY]) if _EXPIRY in values else None
    if _EXPIRY in values and expiry is None:
        return Damage.UNREADABLE
    gtin, lot, serial = values[_GTIN], values.get(_LOT, ""), values.get(_SERIAL, "")
    joined = None if GS in text else _joined(values)
    return Elements(gtin, gtin_of(gtin) is not None, lot, serial, expiry, joined)


def gtin_of(digits: str) -> str | None:
    """Twelve to fourteen digits as a GTIN of fourteen; None when the check digit is wrong."""
    from biip import ParseError  # a tenth of a second that no window should wait for
    from biip.gtin import Gtin

    try:
        return Gtin.parse(digits).as_gtin_14()
    except ParseError:
        return None


def _values(text: str) -> dict[str, str] | None:
    """Value by application identifier, in the order of the code; None when it cannot be parsed as a whole."""
    from biip import ParseConfig, ParseError
    from biip.gs1_messages import GS1Message

    try:
        message = GS1Message.parse(text, config=ParseConfig(gs1_element_strings_verify_date=False))
    except ParseError:
        return None
    values: dict[str, str] = {}
    for element in message.element_strings:
        if values.setdefault(element.ai.ai, element.value) != element.value:
            return None  # two codes scanned into one
    return values


def _too_long_a_value(text: str) -> Elements | Damage:
    """A lot or serial longer than any can be has swallowed what follows it; what stands before it is sound."""
    parts = _BEFORE_LOT_OR_SERIAL.fullmatch(text)
    if parts is None or len(parts[2]) <= _LONGEST_VALUE:
        return Damage.UNREADABLE
    before = elements(parts[1])
    if isinstance(before, Damage):
        return before
    return Elements(before.gtin, before.checked, expiry=before.expiry, joined=())


def _joined(values: dict[str, str]) -> tuple[str, ...] | None:
    """What the lot may be when the text has no separator at all and lot or serial have swallowed something.

    Only the last element needs no separator after it. A lot without a serial, or the reverse, with the other's
    identifier in it is either a code without the other or one whose separator was lost: a person must look.
    """
    lot, serial = values.get(_LOT), values.get(_SERIAL)
    *earlier, last = values
    if {_LOT, _SERIAL} & set(earlier):
        return (lot,) if lot and last == _LOT else ()
    if lot and serial is None and ("21" in lot[1:-1] or _expiry_is_in(lot, values)):
        return (lot, *(lot[:i] for i in _places("21", lot)))
    if serial and lot is None and ("10" in serial[1:-1] or _expiry_is_in(serial, values)):
        return tuple(serial[i + 2 :] for i in _places("10", serial))
    return None


def _expiry_is_in(value: str, values: dict[str, str]) -> bool:
    return _EXPIRY not in values and _HIDDEN_EXPIRY.match(value) is not None


def _places(identifier: str, value: str) -> list[int]:
    """Where an identifier stands with something before and after it."""
    return [i for i in range(1, len(value) - 2) if value.startswith(identifier, i)]


def _day(text: str) -> date | None:
    """`YYMMDD` of this century, since biip would ask the clock which one is meant; day 00 is the month's last."""
    year, month, day = 2000 + int(text[:2]), int(text[2:4]), int(text[4:])
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
