"""Times of the contract's JSON to instants: ISO 8601, with an offset or in the encounter's zone.

A local time that occurs twice is the first; one that no clock of the zone ever showed gives None (R2.1).
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from nursedesk.record.contract_fields import Unreadable, shown

Instant = Callable[[object], datetime | None]
"""Text to an aware UTC instant, or None when no clock of the zone ever showed it."""

_DAY = timedelta(days=1)
EARLIEST = datetime.min.replace(tzinfo=UTC) + _DAY
LATEST = datetime.max.replace(tzinfo=UTC) - _DAY
"""A day inside what a datetime can hold, so that any zone can show it."""
_DAYS_KEPT = 4096
_MINUTES = {f"T{n // 60:02}:{n % 60:02}": timedelta(minutes=n) for n in range(1440)}
_MACHINE_ZONES = frozenset({"localtime", "posixrules"})
"""Files beside the zones whose meaning is this machine's own."""


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of that name; raises `Unreadable`."""
    try:
        if name and name not in _MACHINE_ZONES:
            return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        pass
    raise Unreadable(f"{shown(name)} is not a time zone")


@lru_cache(maxsize=1024)
def instant_in(name: str) -> Instant:
    """A reader of times whose local times are in the zone of that name."""
    zone = zone_named(name)
    midnights: dict[str, datetime | None] = {}

    def instant(value: object) -> datetime | None:
        # Nearly every time is a whole minute of a day on which the clocks do not change: two look-ups and a sum.
        if type(value) is str and (minute := _MINUTES.get(value[10:])) is not None:
            today = value[:10]
            midnight = midnights.get(today)
            if midnight is None and today not in midnights:
                if len(midnights) >= _DAYS_KEPT:
                    midnights.clear()
                midnight = midnights[today] = _steady_midnight(today, zone)
            if midnight is not None:
                return midnight + minute
        return _careful(value, zone)

    return instant


def _careful(value: object, zone: ZoneInfo) -> datetime | None:
    stamp = _stamp(value)
    try:
        found = _first(stamp, zone) if stamp.tzinfo is None else stamp.astimezone(UTC)
    except OverflowError:
        raise _outside(value) from None
    if found is not None and not EARLIEST <= found <= LATEST:
        raise _outside(value)
    return found


def _outside(value: object) -> Unreadable:
    return Unreadable(f"{shown(value)} is too near an end of the calendar, or beyond it")


def _steady_midnight(today: str, zone: ZoneInfo) -> datetime | None:
    """The instant a local day begins, None when it is no day or the clocks change on it or at its ends."""
    try:
        start = datetime.fromisoformat(today)
        if start.isoformat()[:10] != today or not EARLIEST.year < start.year < LATEST.year:
            return None
    except ValueError:
        return None
    ends = [t.replace(tzinfo=zone, fold=fold) for t in (start, start + _DAY) for fold in (0, 1)]
    offsets = {end.utcoffset() for end in ends}
    return ends[0].astimezone(UTC) if len(offsets) == 1 else None


def _first(stamp: datetime, zone: ZoneInfo) -> datetime | None:
    """The first instant at which a clock of the zone shows this, None if none does."""
    found = stamp.replace(tzinfo=zone, fold=0).astimezone(UTC)
    return found if found.astimezone(zone).replace(tzinfo=None, fold=0) == stamp else None


def _stamp(value: object) -> datetime:
    if type(value) is not str:
        raise Unreadable(f"must be a time as text (2026-03-02T11:34), not {shown(value)}")
    try:
        if value[10] in "Tt ":
            return datetime.fromisoformat(value)
    except (ValueError, IndexError):
        pass
    return _unusual_stamp(value)


def _unusual_stamp(value: str) -> datetime:
    """What ISO 8601 allows and Python 3.11 does not read: `24:00`, a small `z`."""
    given = value.upper()
    late = given[10:13] == "T24" and set(given[13:].partition("+")[0].partition("Z")[0]) <= set(":0.")
    try:
        stamp = datetime.fromisoformat(f"{given[:11]}00{given[13:]}" if late else given)
        if given[10] in "T ":
            return stamp + _DAY if late else stamp
    except (ValueError, IndexError):
        pass
    except OverflowError:
        raise _outside(value) from None
    raise Unreadable(f"{shown(value)} is not a time (2026-03-02T11:34, with or without an offset)")
