"""Typed doses, volumes, rates and lengths: read strictly, or refused with the reason; never guessed."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

UNITS = ("mg", "ug", "g", "mL", "[iU]", "meq", "mmol")
"""UCUM units a dose may have, in the order the unit field lists them."""

_SPOKEN = {
    "mg": "mg",
    "mcg": "ug",
    "ug": "ug",
    "µg": "ug",
    "μg": "ug",
    "g": "g",
    "ml": "mL",
    "unit": "[iU]",
    "units": "[iU]",
    "unidades": "[iU]",
    "iu": "[iU]",
    "[iu]": "[iU]",
    "meq": "meq",
    "mmol": "mmol",
    "ml/h": "mL/h",
    "ml/hr": "mL/h",
}
_MASS = {"g": Decimal(1000), "mg": Decimal(1), "ug": Decimal("0.001")}
_NUMBER = re.compile(
    r"(?P<whole>0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2})(?P<point>\.[0-9]{1,6})?", re.ASCII
)
_UNIT_TAIL = re.compile(r"(?P<number>.*?)\s*(?P<unit>\[?[^\W\d]+\]?(?:/[^\W\d]+)?)?")
_STEP = re.compile(r"\s*(?:→|->|–|-|;|\bto\b|\bthen\b|\ba\b|\bluego\b|,\s)\s*|\s+(?=\d)", re.IGNORECASE)
_EVERY = re.compile(r"(.*\d.*?)[\s,]*(?:every|each|q|cada)\s*(\d{1,3})\s*(min\w*|')?", re.ASCII | re.IGNORECASE)
_CONTAINERS = re.compile(r"(\d{1,3})\s*[x×*]\s*(.+)", re.ASCII | re.IGNORECASE)
MOST_STEPS = 12
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):?([0-5][0-9])", re.ASCII)
_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*h(?:ours?|rs?|oras?)?)?\s*(?:(\d{1,4})\s*(?:m(?:in(?:ut[eo]s?)?)?)?)?",
    re.ASCII | re.IGNORECASE,
)
MOST_MINUTES = 1440


class Refusal(StrEnum):
    """Why a typed quantity was not taken; `words.refusal` has the sentence."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    NOT_PLAIN_DIGITS = "not_plain_digits"
    COMMA = "comma"
    NO_LEADING_ZERO = "no_leading_zero"
    LOST_POINT = "lost_point"
    """`05`: five, or 0.5 with its point lost."""
    EXPONENT = "exponent"
    SUM = "sum"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_LONG = "too_long"
    UNKNOWN_UNIT = "unknown_unit"
    NOT_A_LENGTH = "not_a_length"
    NOT_MINUTES = "not_minutes"
    OVER_A_DAY = "over_a_day"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as typed and the unit typed behind it, in UCUM; None: no unit was typed."""

    amount: Decimal
    unit: str | None = None


def quantity(text: str) -> Quantity | Refusal:
    """Read `400 mg`, `0.5`, `1,000`; anything that could be read two ways is refused."""
    text = text.strip()
    if not text:
        return Refusal.EMPTY
    split = _UNIT_TAIL.fullmatch(text)
    number, spoken = (split["number"], split["unit"]) if split else (text, None)
    refused = _why_not(number, text)
    if refused is not None:
        return refused
    unit = None if spoken is None else _SPOKEN.get(spoken.lower())
    if spoken is not None and unit is None:
        return Refusal.UNKNOWN_UNIT
    amount = Decimal(number.replace(",", ""))
    return Quantity(_plain(amount), unit) if amount > 0 else Refusal.ZERO


def dose(text: str) -> Quantity | Refusal:
    """Read a dose: an amount, never a rate (`400 mL/h`)."""
    read = quantity(text)
    if isinstance(read, Quantity) and read.unit is not None and "/" in read.unit:
        return Refusal.UNKNOWN_UNIT
    return read


def _plain(amount: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    short = amount.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _why_not(number: str, whole: str) -> Refusal | None:
    """The one reason that helps most, or None when `number` is a plain decimal number."""
    if any(ord(c) > 127 and (c.isdigit() or c.isnumeric() or "！" <= c <= "～") for c in whole):
        return Refusal.NOT_PLAIN_DIGITS
    if number.startswith(("-", "−", "–")):
        return Refusal.NEGATIVE
    if re.fullmatch(r"[0-9.,]+[eE][+-]?[0-9]+.*", whole):
        return Refusal.EXPONENT
    if _NUMBER.fullmatch(number):
        return None
    if re.search(r"[0-9]\s*[+*/×x-]\s*[0-9]", number):
        return Refusal.SUM
    if re.fullmatch(r"\.[0-9]+", number):
        return Refusal.NO_LEADING_ZERO
    if re.fullmatch(r"0[0-9]+(\.[0-9]*)?", number):
        return Refusal.LOST_POINT
    if re.fullmatch(r"[0-9.,]+", number):
        return (
            Refusal.COMMA
            if "," in number
            else Refusal.TOO_LONG
            if number.count(".") <= 1
            else Refusal.NOT_A_NUMBER
        )
    return Refusal.NOT_A_NUMBER


def rate(text: str) -> tuple[Decimal, ...] | Refusal:
    """Read a rate in mL/h: `125`, or steps as `10 to 20 to 40` or `10 → 20 → 40`, the first at the start."""
    one = quantity(text)
    if isinstance(one, Quantity):
        return (one.amount,) if one.unit in (None, "mL/h") else Refusal.UNKNOWN_UNIT
    parts = _STEP.split(text.strip())
    if one is Refusal.NEGATIVE or not 1 < len(parts) <= MOST_STEPS:
        return one
    read = [quantity(part) for part in parts]
    steps = [one.amount for one in read if isinstance(one, Quantity) and one.unit in (None, "mL/h")]
    return tuple(steps) if len(steps) == len(parts) else one


def every(text: str, typing: bool) -> tuple[str, str]:
    """`10 → 20 every 15 min` as the rates and the minutes of a step; without one the second is empty.

    While somebody is still `typing`, `every 1` may become `every 15`: only the unit ends it.
    """
    found = _EVERY.fullmatch(text.strip())
    whole = found is not None and (found[3] or not typing)
    return (found[1], found[2]) if found and whole else (text, "")


def step_minutes(text: str) -> int | Refusal:
    """Read how long each step runs: whole minutes, `15` or `15 min`."""
    text = text.strip().lower().removesuffix("min").strip()
    if not text:
        return Refusal.EMPTY
    if not (text.isascii() and text.isdigit()):
        return Refusal.NOT_MINUTES
    minutes = int(text[:6])
    return Refusal.ZERO if minutes == 0 else minutes if minutes <= MOST_MINUTES else Refusal.OVER_A_DAY


def opened(text: str) -> Quantity | Refusal:
    """Read what was opened: a total, or containers times what each holds (`4 x 100`)."""
    several = _CONTAINERS.fullmatch(text.strip())
    if several is None:
        return quantity(text)
    each = quantity(several[2])
    count = int(several[1])
    if not isinstance(each, Quantity):
        return each
    return Quantity(_plain(each.amount * count), each.unit) if count else Refusal.ZERO


def volume(text: str) -> Decimal | Refusal:
    """Read a volume in mL."""
    read = quantity(text)
    if isinstance(read, Quantity):
        return read.amount if read.unit in (None, "mL") else Refusal.UNKNOWN_UNIT
    return read


def length(text: str, now: datetime, zone: ZoneInfo) -> int | Refusal:
    """Minutes until a planned end typed as a clock time (`17:37`: the next one) or a length (`3 h 30`, `90`)."""
    text = text.strip()
    if not text:
        return Refusal.EMPTY
    if any(ord(c) > 127 and c.isdigit() for c in text):
        return Refusal.NOT_PLAIN_DIGITS
    clock = _CLOCK.fullmatch(text) if ":" in text or len(text) == 4 else None
    if clock:
        return _minutes_until(int(clock[1]), int(clock[2]), now, zone)
    spoken = _LENGTH.fullmatch(text)
    if not spoken or (spoken[1] is None and spoken[2] is None):
        return Refusal.NOT_A_LENGTH
    minutes = int(spoken[1] or 0) * 60 + int(spoken[2] or 0)
    if minutes == 0:
        return Refusal.ZERO
    return minutes if minutes <= MOST_MINUTES else Refusal.OVER_A_DAY


def _minutes_until(hour: int, minute: int, now: datetime, zone: ZoneInfo) -> int:
    """Elapsed minutes to the next `hour:minute` of the zone, a lost or repeated hour counted."""
    local = now.astimezone(zone)
    then = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if (then.hour, then.minute) <= (local.hour, local.minute):
        then = (then.replace(tzinfo=None) + timedelta(days=1)).replace(tzinfo=zone)
    start = now.replace(second=0, microsecond=0)
    return int((then.astimezone(now.tzinfo) - start).total_seconds() // 60)


def minutes_at(of_volume: Decimal, at_rate: Decimal) -> int:
    """Whole minutes a volume in mL takes at a rate in mL/h, the last begun minute counted."""
    return int((of_volume * 60 / at_rate).to_integral_value(ROUND_CEILING))


def minutes_in_steps(of_volume: Decimal, rates: tuple[Decimal, ...], each: int) -> int:
    """Whole minutes a volume takes when every rate but the last runs for `each` minutes."""
    left, minutes = of_volume, 0
    for speed in rates[:-1]:
        given = speed * each / 60
        if given >= left:
            return minutes + minutes_at(left, speed)
        left, minutes = left - given, minutes + each
    return minutes + minutes_at(left, rates[-1])


def volume_in(at_rate: Decimal, minutes: int) -> Decimal:
    """The volume in mL that a rate in mL/h gives in so many minutes, to a tenth."""
    return _plain((at_rate * minutes / 60).quantize(Decimal("0.1")))


def vials(of_dose: Decimal, each: Decimal) -> int:
    """How many containers a dose takes, the last begun one counted; both in one unit."""
    return int((of_dose / each).to_integral_value(ROUND_CEILING))


def rate_for(of_volume: Decimal, minutes: int) -> Decimal:
    """The rate in mL/h that gives a volume in mL in so many minutes, to a tenth."""
    exact = (of_volume * 60 / minutes).quantize(Decimal("0.1"))
    whole = exact.quantize(Decimal(1))
    return whole if whole == exact else exact


def same_in(amount: Decimal, unit: str, other: str) -> Decimal | None:
    """The dose in another unit of mass, None where the two cannot be compared."""
    if unit not in _MASS or other not in _MASS:
        return None
    return _plain(amount * _MASS[unit] / _MASS[other])
