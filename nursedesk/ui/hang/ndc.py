"""National drug codes as they stand on a label: ten or eleven digits, with or without their dashes."""

import re

_NDC = re.compile(r"\d{5}-\d{4}-\d{1,2}|\d{5}-\d{3}-\d{2}|\d{4}-\d{4}-\d{2}|\d{10,11}", re.ASCII)
_CERTAIN = 11


def ndc(text: str) -> str | None:
    """An NDC as typed, or None when it has not the ten or eleven digits in three parts."""
    text = text.strip()
    return text if _NDC.fullmatch(text) else None


def dashed(digits: str) -> str:
    """Eleven digits as 5-4-2; ten stay as they are, since nothing says where their dashes belong."""
    return f"{digits[:5]}-{digits[5:9]}-{digits[9:]}" if len(digits) == _CERTAIN else digits


def same_ndc(one: str | None, other: str | None) -> bool:
    """True for the same NDC whatever its dashes and padding zeros: compared as 5, 4 and 2 digits."""
    return bool(one and other) and bool(_forms(one or "") & _forms(other or ""))


def _forms(text: str) -> set[str]:
    """Every eleven-digit reading of an NDC; ten digits without dashes have three."""
    if "-" in text:
        a, b, c = text.split("-")
        return {a.zfill(5) + b.zfill(4) + c.zfill(2)}
    if len(text) == _CERTAIN:
        return {text}
    return {f"0{text}", f"{text[:5]}0{text[5:]}", f"{text[:9]}0{text[9:]}"}
