"""Dates as people write them: `02-Feb-1961`, `1961-02-02`, `2/2/1961` (month first), `Feb 2, 1961`, `06/2027`.

A month may be spelled in English or in Spanish, whichever the screen speaks: no three letters mean two months.
"""

import calendar
import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MESES = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
_NUMBERS = {name: number for names in (_MONTHS, _MESES) for number, name in enumerate(names, 1)}
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[-\s/]?([a-z]{3})[a-z]*[-\s/,]*(\d{4})", re.ASCII | re.IGNORECASE)
_MONTH_DAY_YEAR = re.compile(r"([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})|(\d{4})-(\d{1,2})", re.ASCII)


def parts(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a typed date, which the calendar may not have; None when it is not written as one."""
    text = " ".join(text.split())
    if found := _DAY_MONTH_YEAR.fullmatch(text):
        return _spelled(found[3], found[2], found[1])
    if found := _MONTH_DAY_YEAR.fullmatch(text):
        return _spelled(found[3], found[1], found[2])
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _US.fullmatch(text):
        return int(found[3]), int(found[1]), int(found[2])
    return None


def _spelled(year: str, month: str, day: str) -> tuple[int, int, int] | None:
    number = _NUMBERS.get(month.lower()[:3])
    return (int(year), number, int(day)) if number else None


def expiry(text: str) -> date | None:
    """A date on a label; a month alone means its last day."""
    month = _MONTH_YEAR.fullmatch("".join(text.split()))
    read = parts(text)
    try:
        if month:
            year, number = int(month[2] or month[3]), int(month[1] or month[4])
            return date(year, number, calendar.monthrange(year, number)[1])
        return date(*read) if read else None
    except (ValueError, calendar.IllegalMonthError):
        return None
