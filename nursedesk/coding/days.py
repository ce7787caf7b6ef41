"""The calendar day of a counted minute in a zone: what a line is dated to."""

from datetime import UTC, date, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from nursedesk.record.intervals import instant_of

_ONE_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1) // _ONE_MINUTE
"""Minutes."""
_FIRST_DAY = date(1970, 1, 1).toordinal()


def local_day(zone: str, minute: int) -> date:
    """The calendar day of a counted minute in a zone; UTC's when there is no such zone."""
    offset = _steady_offset(zone, minute // _DAY)
    if offset is None:
        return _day_of(zone, minute)
    return date.fromordinal(_FIRST_DAY + (minute + offset) // _DAY)


@lru_cache(maxsize=4096)
def _steady_offset(zone: str, utc_day: int) -> int | None:
    """Minutes to add to UTC throughout one day of it; None when clocks change on it, or at the ends of time."""
    try:
        ends = [instant_of((utc_day + n) * _DAY).astimezone(_zone(zone)).utcoffset() for n in (0, 1)]
    except (OverflowError, ValueError):
        return None
    if ends[0] != ends[1] or ends[0] is None or ends[0] % _ONE_MINUTE:
        return None
    return ends[0] // _ONE_MINUTE


def _day_of(zone: str, minute: int) -> date:
    instant = instant_of(minute)
    try:
        return instant.astimezone(_zone(zone)).date()
    except (OverflowError, ValueError):
        return instant.date()


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC
