"""What a person typed for a time → an instant, or what is wrong with it.

`-5m`, `+2m`, `-1h10m` move the charted time; `14:02`, `1402`, `9:05` name a clock minute on the day nearest to it;
`01:30 EST` says which of the two in the hour an autumn night shows twice.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

AHEAD = timedelta(seconds=60)
"""A typed time may not lie further ahead than this."""

_MOVE = re.compile(r"([+\-−–])\s*(?:(\d{1,2})\s*h)?\s*(?:(\d{1,3})\s*(?:m|min|minutes?)?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2})[:.h]?(\d{2})\s*([A-Za-z]{2,5})?")


class Problem(StrEnum):
    EMPTY = "empty"
    NOT_A_TIME = "not_a_time"
    AHEAD = "ahead"
    """More than 60 seconds in the future."""
    WHICH = "which"
    """The clock showed this minute twice; `choices` are the two instants, earlier first."""
    NEVER = "never"
    """The clock never showed it (spring); `skipped` are the last minute before the gap and the first after."""
    NOT_THAT_ZONE = "not_that_zone"


@dataclass(frozen=True, slots=True)
class Typed:
    """An instant (aware UTC) when there is no problem."""

    when: datetime | None = None
    problem: Problem | None = None
    choices: tuple[datetime, ...] = ()
    skipped: tuple[datetime, datetime] | None = None


def read_time(text: str, charted: datetime, now: datetime, zone: ZoneInfo) -> Typed:
    """Read a typed time; `charted` is the time it would replace: a clock minute is the one nearest to it."""
    plain = text.strip()
    if not plain:
        return Typed(problem=Problem.EMPTY)
    moved = _MOVE.fullmatch(plain)
    if moved and (moved[2] or moved[3]):
        return _checked(_moved(moved, charted), now)
    clock = _CLOCK.fullmatch(plain)
    if clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return Typed(problem=Problem.NOT_A_TIME)
    return _on_the_clock(time(int(clock[1]), int(clock[2])), clock[3] or "", charted, now, zone)


def nudged(charted: datetime, minutes: int) -> datetime:
    """A whole minute up or down (the arrow keys)."""
    return charted.replace(second=0, microsecond=0) + timedelta(minutes=minutes)


def _moved(found: re.Match[str], charted: datetime) -> datetime:
    length = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
    return charted.replace(second=0, microsecond=0) + (length if found[1] == "+" else -length)


def _checked(when: datetime, now: datetime) -> Typed:
    return Typed(problem=Problem.AHEAD) if when - now > AHEAD else Typed(when)


def _on_the_clock(clock: time, suffix: str, charted: datetime, now: datetime, zone: ZoneInfo) -> Typed:
    day = charted.astimezone(zone).date()
    found = []
    for offset in (-1, 0, 1):
        local = datetime.combine(day + timedelta(days=offset), clock)
        found.append(min(_instants(local, zone), key=lambda t: abs(t - charted)))
    nearest = min(found, key=lambda t: abs(t - charted))
    offset = found.index(nearest) - 1
    local = datetime.combine(day + timedelta(days=offset), clock)
    first, second = _instants(local, zone)
    if first == second:
        return _named(_checked(first, now), suffix, (first,), zone)
    if first > second:
        return Typed(problem=Problem.NEVER, skipped=_gap(second, first, zone))
    return _twice(first, second, suffix, now, zone)


def _instants(local: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The minute read before and after a change of the clock; in the spring gap the first is the later one."""
    utc = ZoneInfo("UTC")
    early = local.replace(tzinfo=zone, fold=0).astimezone(utc)
    late = local.replace(tzinfo=zone, fold=1).astimezone(utc)
    return early, late


def _gap(before: datetime, after: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The last minute the clock showed and the first one after it sprang."""
    minute = timedelta(minutes=1)
    at, offset = before.replace(second=0, microsecond=0), before.astimezone(zone).utcoffset()
    while at < after and at.astimezone(zone).utcoffset() == offset:
        at += minute
    return at - minute, at


def _twice(first: datetime, second: datetime, suffix: str, now: datetime, zone: ZoneInfo) -> Typed:
    if suffix:
        named = [t for t in (first, second) if t.astimezone(zone).tzname() == suffix.upper()]
        return _checked(named[0], now) if named else Typed(problem=Problem.NOT_THAT_ZONE)
    if second - now > AHEAD:
        return _checked(first, now)
    return Typed(problem=Problem.WHICH, choices=(first, second))


def _named(read: Typed, suffix: str, instants: tuple[datetime, ...], zone: ZoneInfo) -> Typed:
    if suffix and instants[0].astimezone(zone).tzname() != suffix.upper():
        return Typed(problem=Problem.NOT_THAT_ZONE)
    return read
