"""How times, durations, doses and days are written on the screen, in one place.

24-hour `HH:mm` · `1 h 35 min` · `02-Feb-1961` · `400 mg`: a space before the unit, no trailing zero, a leading
zero, `mcg` and never its Greek form, `units` in full.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from nursedesk.record.encounter import Amount, Label

translate = QCoreApplication.translate

NBSP = "\u00a0"
"""Between a number and its unit a line must not break."""

_UNITS = {
    "ug": "mcg", "ug/kg": "mcg/kg", "ug/h": "mcg/h", "ug/min": "mcg/min", "ug/kg/min": "mcg/kg/min",
    "Cel": "°C", "[degF]": "°F", "meq": "mEq", "ml": "mL", "ml/h": "mL/h", "min": "min", "h": "h",
}  # fmt: skip
_INTERNATIONAL = ("[iU]", "[IU]", "[USP'U]", "[arb'U]", "IU", "U")


def duration_parts(minutes: int) -> tuple[tuple[str, str], ...]:
    """A duration as (number, unit) pairs: 87 → (("1", "h"), ("27", "min"))."""
    hours, rest = divmod(max(minutes, 0), 60)
    minute = translate("Words", "min", "minutes, after a number")
    if not hours:
        return ((str(rest), minute),)
    return (str(hours), translate("Words", "h", "hours, after a number")), (f"{rest:02d}", minute)


def duration(minutes: int) -> str:
    """A duration in words: `47 min`, `1 h 35 min`."""
    return " ".join(f"{number}{NBSP}{unit}" for number, unit in duration_parts(minutes))


def number(value: Decimal) -> str:
    """A dose's number: thousands apart, no trailing zero, a leading zero."""
    plain = f"{value.normalize():f}" if value else "0"
    whole, _, fraction = plain.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits or 0):,}"
    return f"{sign}{grouped}.{fraction}" if fraction else f"{sign}{grouped}"


def unit(ucum: str) -> str:
    """A UCUM unit as a nurse reads it: `ug` → `mcg`, `[iU]` → `units`."""
    for code in _INTERNATIONAL:
        if ucum == code or ucum.startswith(code + "/"):
            return translate("Words", "units", "after a dose") + ucum[len(code) :]
    return _UNITS.get(ucum if ucum in _UNITS else ucum.lower(), ucum.replace("{", "").replace("}", ""))


def dose(amount: "Amount | None") -> str:
    """A dose, volume or rate: `400 mg`, `1,000 mL`, `0.5 mcg`; "Not recorded" for none."""
    if amount is None:
        return not_recorded()
    return f"{number(amount.amount)}{NBSP}{unit(amount.unit)}"


def clock_time(instant: datetime | None, zone: ZoneInfo) -> str:
    """The wall clock's `HH:mm` in the site's zone."""
    return instant.astimezone(zone).strftime("%H:%M") if instant else not_recorded()


def zone_name(instant: datetime, zone: ZoneInfo) -> str:
    """The zone's short name at that instant: `EST`, `EDT`."""
    return instant.astimezone(zone).tzname() or str(zone)


def span(start: datetime | None, stop: datetime | None, zone: ZoneInfo) -> str:
    """`12:50 – 13:12`."""
    return f"{clock_time(start, zone)} – {clock_time(stop, zone)}"


def month(number: int) -> str:
    """The month's three letters in the reader's language."""
    return (
        translate("Words", "Jan"), translate("Words", "Feb"), translate("Words", "Mar"), translate("Words", "Apr"),
        translate("Words", "May"), translate("Words", "Jun"), translate("Words", "Jul"), translate("Words", "Aug"),
        translate("Words", "Sep"), translate("Words", "Oct"), translate("Words", "Nov"), translate("Words", "Dec"),
    )[number - 1]  # fmt: skip


def day(value: date | None) -> str:
    """`dd-MMM-yyyy`."""
    return f"{value.day:02d}-{month(value.month)}-{value.year:04d}" if value else not_recorded()


def local_day(instant: datetime, zone: ZoneInfo) -> str:
    """The site's calendar day of an instant."""
    return day(instant.astimezone(zone).date())


def time_label(label: "Label") -> str:
    """How a time is labelled that was not pressed as it happened, in capitals as on paper: `LATE ENTRY`."""
    return {
        "LATE ENTRY": translate("Words", "LATE ENTRY"),
        "CORRECTION": translate("Words", "CORRECTION"),
        "CALCULATED": translate("Words", "CALCULATED"),
        "CLOCK SUSPECT": translate("Words", "CLOCK SUSPECT"),
    }[label.value]


def not_recorded() -> str:
    """What stands where nothing was charted; never a blank."""
    return translate("Words", "Not recorded")
