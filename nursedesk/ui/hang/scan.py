"""What a scanner types for a bag or vial: a GS1 code with its parts, or an NDC alone."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_GS = "\x1d"
_NDC = re.compile(r"\d{5}-\d{4}-\d{1,2}|\d{5}-\d{3}-\d{2}|\d{4}-\d{4}-\d{2}|\d{10,11}", re.ASCII)
_FIXED = {"01": 14, "11": 6, "17": 6}
_MOST = 200


@dataclass(frozen=True, slots=True)
class Scan:
    """An NDC as it stands in the code (digits, with its dashes when they were there), lot and expiry."""

    ndc: str
    lot: str = ""
    expiry: date | None = None


def read(text: str) -> Scan | None:
    """The parts of a scan; None when the text is not one (a drug's name is typed, a check digit is wrong)."""
    text = text.strip().removeprefix("]d2").removeprefix("]C1")
    if len(text) > _MOST:
        return None
    if _NDC.fullmatch(text):
        return Scan(text)
    text = re.sub(r"\((\d{2})\)", rf"{_GS}\1", text)
    found = _elements(text)
    gtin = found.get("01", "")
    if not _checked(gtin) or gtin[1:3] != "03":
        return None
    return Scan(gtin[3:13], found.get("10", ""), _day(found.get("17", "")))


def ndc(text: str) -> str | None:
    """An NDC as typed, or None when it has not the ten or eleven digits in three parts."""
    text = text.strip()
    return text if _NDC.fullmatch(text) else None


def same_ndc(one: str | None, other: str | None) -> bool:
    """True for the same NDC whatever its dashes and padding zeros: compared as 5, 4 and 2 digits."""
    return bool(one and other) and bool(_forms(one or "") & _forms(other or ""))


def _forms(text: str) -> set[str]:
    """Every eleven-digit reading of an NDC; ten digits without dashes have three."""
    if "-" in text:
        a, b, c = text.split("-")
        return {a.zfill(5) + b.zfill(4) + c.zfill(2)}
    if len(text) == 11:
        return {text}
    return {f"0{text}", f"{text[:5]}0{text[5:]}", f"{text[:9]}0{text[9:]}"}


def _elements(text: str) -> dict[str, str]:
    """Application identifier → value; stops at the first one it does not know."""
    found: dict[str, str] = {}
    rest = text.lstrip(_GS)
    while len(rest) > 2:
        key, rest = rest[:2], rest[2:]
        if key in _FIXED:
            found[key], rest = rest[: _FIXED[key]], rest[_FIXED[key] :].lstrip(_GS)
        elif key in ("10", "21"):
            value, _, rest = rest.partition(_GS)
            found[key] = value[:20]
        else:
            break
    return found


def _checked(gtin: str) -> bool:
    if not (len(gtin) == 14 and gtin.isascii() and gtin.isdigit()):
        return False
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(gtin[:13]))
    return (10 - total % 10) % 10 == int(gtin[13])


def _day(text: str) -> date | None:
    """`YYMMDD`; day 00 is the last of the month."""
    if not (len(text) == 6 and text.isascii() and text.isdigit()):
        return None
    year, month, day = 2000 + int(text[:2]), int(text[2:4]), int(text[4:])
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
