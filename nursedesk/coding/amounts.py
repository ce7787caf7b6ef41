"""Doses as exact ratios of integers in comparable units: what a HCPCS unit goes into how often (R11)."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from nursedesk.record.encounter import Amount

Ratio = tuple[int, int]
"""Numerator and denominator, both positive; the first may be zero in `NOTHING` alone."""

_DIGITS = 15
"""Outside 10^±15 of its unit it is a slip of the keyboard, not a dose, and exact arithmetic might never end."""

_KINDS: dict[str, tuple[str, int, int]] = {
    "kg": ("mass", 1000, 1),
    "g": ("mass", 1, 1),
    "mg": ("mass", 1, 1000),
    "ug": ("mass", 1, 10**6),
    "mcg": ("mass", 1, 10**6),
    "ng": ("mass", 1, 10**9),
    "L": ("volume", 1, 1),
    "l": ("volume", 1, 1),
    "dL": ("volume", 1, 10),
    "mL": ("volume", 1, 1000),
    "ml": ("volume", 1, 1000),
    "uL": ("volume", 1, 10**6),
    "M[iU]": ("units", 10**6, 1),
    "k[iU]": ("units", 1000, 1),
    "[iU]": ("units", 1, 1),
    "m[iU]": ("units", 1, 1000),
    "[USP'U]": ("units", 1, 1),
    "U": ("units", 1, 1),
    "IU": ("units", 1, 1),
    "units": ("units", 1, 1),
    "eq": ("equivalents", 1, 1),
    "meq": ("equivalents", 1, 1000),
    "mol": ("moles", 1, 1),
    "mmol": ("moles", 1, 1000),
}


_SAID = {"ug": "mcg", "[iU]": "units", "[USP'U]": "units", "U": "units", "IU": "units"}
"""Units of UCUM that are read otherwise at the chair."""


def exact(amount: Amount | None) -> Ratio | None:
    """An amount as a ratio of integers; None when it is not a real, positive quantity."""
    return None if amount is None or not amount.amount.is_finite() else _ratio(amount.amount)


NOTHING: Ratio = (0, 1)
"""A quantity charted as zero."""


def measured(amount: Amount | None) -> Ratio | None:
    """The same as `exact`, and `NOTHING` for a zero: that is a quantity too, and no gap in the record (R9.4)."""
    zero = amount is not None and not amount.amount and not amount.amount.is_signed()
    return NOTHING if zero else exact(amount)


@lru_cache(maxsize=8192)
def _ratio(value: Decimal) -> Ratio | None:
    """Of a finite number; the same doses come again and again."""
    if value <= 0 or not -_DIGITS <= value.adjusted() <= _DIGITS:
        return None
    return value.as_integer_ratio()


def divided(amount: Ratio, of: str, by: Ratio, unit: str) -> Ratio | None:
    """`amount` of one unit ÷ `by` of another, exact; None when the two cannot be compared (mg and mL)."""
    top, bottom = amount[0] * by[1], amount[1] * by[0]
    if of != unit:
        mine, theirs = _KINDS.get(of), _KINDS.get(unit)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return None
        top, bottom = top * mine[1] * theirs[2], bottom * mine[2] * theirs[1]
    return top, bottom


def plus(one: Ratio, other: Ratio) -> Ratio:
    """The sum of two ratios."""
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]


def rounded_up(ratio: Ratio) -> int:
    """The whole units that cover a ratio."""
    return -(-ratio[0] // ratio[1])


def shown(amount: Amount) -> str:
    """`400 mg`: no trailing zero, no exponent, the unit as a nurse writes it."""
    return f"{_number(amount.amount)} {_SAID.get(amount.unit, amount.unit)}"


@lru_cache(maxsize=8192)
def _number(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"


def total(amounts: Sequence[Amount]) -> Amount | None:
    """The sum of amounts of one unit; None when they are of several."""
    unit = amounts[0].unit
    if any([a.unit != unit for a in amounts]):
        return None
    return Amount(sum([a.amount for a in amounts], Decimal()), unit)


def summed(amounts: Sequence[Amount]) -> str:
    """`400 mg`; of several `6 × 1 g = 6 g`, `2 × 1 g + 500 mg` where they are of several units."""
    counted = Counter([shown(a) for a in amounts])
    parts = " + ".join([f"{n} × {words}" if n > 1 else words for words, n in counted.items()])
    whole = total(amounts) if len(amounts) > 1 else None
    return parts if whole is None else f"{parts} = {shown(whole)}"
