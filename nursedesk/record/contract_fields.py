"""Single values of the contract's JSON: text, choices, amounts, dates.

Each reader raises `Unreadable` about its own value, not knowing where it stands; `contract_read` adds the path.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from nursedesk.record.encounter import Amount

SCHEMA = "nursedesk.encounter/1"
LARGEST = 10**15
SMALLEST = Decimal("1e-30")
"""Amounts beyond these are a slip or an attack, and would make the arithmetic unbounded."""

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_DECIMAL = 60
_WORTH_KEEPING = 30
"""Characters of an amount that may come again."""

Choice = TypeVar("Choice", bound=StrEnum)


class Unreadable(ValueError):
    """Input that is not an encounter; the message is one sentence for a person and names the field by its path."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.reason = reason
        self.path = path

    def within(self, place: str) -> "Unreadable":
        """The same, seen from one level further out: `route` within `[2]` is `[2].route`."""
        dot = "." if self.path and not self.path.startswith("[") else ""
        return Unreadable(self.reason, f"{place}{dot}{self.path}")


def shown(value: object) -> str:
    """A value as a message may show it: on one line, plain ASCII, short."""
    if isinstance(value, str):
        return '"' + ascii(value[:40])[1:-1].replace('"', "'") + ('…"' if len(value) > 40 else '"')
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < LARGEST else "a number too large to be meant"
    if isinstance(value, Decimal | float):
        return str(value)[:40]
    return {dict: "an object", list: "a list", type(None): "null"}.get(type(value), "something else")


def text(value: object) -> str:
    """A string that can be written as UTF-8."""
    if type(value) is not str:
        raise Unreadable(f"must be text, not {shown(value)}")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Unreadable(f"{shown(value)} has half of a character in it (a lone surrogate)") from None
    return value


def text_or_none(value: object) -> str | None:
    """A string or null."""
    if value is None or (type(value) is str and value.isascii()):
        return value
    return text(value)


def true_or_false(value: object) -> bool:
    """A boolean."""
    if value is True or value is False:
        return value
    raise Unreadable(f"must be true or false, not {shown(value)}")


def true_or_false_or_none(value: object) -> bool | None:
    """A boolean or null."""
    return value if value is None or value is True or value is False else true_or_false(value)


def whole(value: object) -> int:
    """A whole number; 60.0 counts as one, as it does in JSON Schema."""
    number = _number(value)
    if number != int(number):
        raise Unreadable(f"must be a whole number, not {shown(value)}")
    return int(number)


def whole_or_none(value: object) -> int | None:
    """A whole number or null."""
    return None if value is None else whole(value)


def day(value: object) -> date:
    """A calendar date, `YYYY-MM-DD`."""
    given = text(value)
    if _DATE.fullmatch(given):
        try:
            return date.fromisoformat(given)
        except ValueError:
            pass
    raise Unreadable(f"{shown(value)} is not a date (YYYY-MM-DD)")


def day_or_none(value: object) -> date | None:
    """A calendar date or null."""
    return None if value is None else day(value)


def chosen(kinds: type[Choice]) -> Callable[[object], Choice]:
    """A reader for one word of a fixed list."""
    members: dict[object, Choice] = {member.value: member for member in kinds}

    def choose(value: object) -> Choice:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise Unreadable(f"{shown(value)} is not one of {', '.join(m.value for m in kinds)}") from None

    return choose


def amount_or_none(value: object) -> Amount | None:
    """An object with `amount` and `unit`, or null."""
    if value is None:
        return None
    if type(value) is not dict:
        raise Unreadable(f"must be an object with amount and unit, not {shown(value)}")
    if len(value) != 2 or "amount" not in value or "unit" not in value:
        _refuse_amount(value)
    number, unit = value["amount"], value["unit"]
    if type(number) is str and type(unit) is str and len(number) + len(unit) <= _WORTH_KEEPING:
        return _usual_amount(number, unit)
    return _amount(number, unit)


def _amount(number: object, unit: object) -> Amount:
    exact = _amount_number(number)
    try:
        return Amount(exact, text(unit))
    except Unreadable as wrong:
        raise wrong.within("unit") from None


_usual_amount = lru_cache(maxsize=8192)(_amount)
"""The same doses come again and again, and an amount never changes."""


def _amount_number(given: object) -> Decimal:
    try:
        return _from_text(given) if type(given) is str else _number(given)
    except Unreadable as wrong:
        raise wrong.within("amount") from None


def _refuse_amount(value: dict[str, object]) -> None:
    for name in ("amount", "unit"):
        if name not in value:
            raise Unreadable("is missing", name)
    extra = next(name for name in value if name not in ("amount", "unit"))
    raise Unreadable(f"{shown(extra)} is not a property of an amount")


def _from_text(given: str) -> Decimal:
    if len(given) > _LONGEST_DECIMAL or not _DECIMAL.fullmatch(given):
        raise Unreadable(f"{shown(given)} is not a decimal number")
    return _number(Decimal(given))


def _number(value: object) -> Decimal:
    """An exact number within bounds; floats are read by their shortest spelling."""
    if type(value) is int:
        if not -LARGEST < value < LARGEST:
            raise Unreadable("the number is too large to be meant")
        return Decimal(value)
    if type(value) is float:
        value = Decimal(repr(value))
    if not isinstance(value, Decimal):
        raise Unreadable(f"must be a number, not {shown(value)}")
    if not value.is_finite():
        raise Unreadable(f"{shown(value)} is not a number that can be given")
    # `abs` would work it out in a context whose exponents end long before those of a number read.
    if value and not SMALLEST <= value.copy_abs() < LARGEST:
        raise Unreadable(f"{shown(value)} is too large or too small to be meant")
    return value
