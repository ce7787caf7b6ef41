"""Charted minutes: each instant is cut to its clock minute, and a duration is the difference of two (R2.1)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from nursedesk.record.encounter import Administration, Segment

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_MINUTE = timedelta(minutes=1)
_OF_A_DAY, _SECONDS = timedelta(days=1) // _MINUTE, _MINUTE.seconds

Span = tuple[int, int]
"""Charted minutes since 1970 in UTC: from, to."""


def minute_of(instant: datetime) -> int:
    """The clock minute of an aware instant, counted from 1970 in UTC."""
    since = instant - _EPOCH
    return since.days * _OF_A_DAY + since.seconds // _SECONDS


def instant_of(minute: int) -> datetime:
    """The aware UTC instant at which a counted minute begins."""
    return _EPOCH + minute * _MINUTE


def spans(segments: Iterable[Segment], now: datetime | None = None) -> tuple[Span, ...]:
    """The running stretches of `segments`; an open one ends at `now`, or is left out when `now` is None."""
    found = []
    for segment in segments:
        stop = segment.stop or now
        if segment.start is not None and stop is not None and stop >= segment.start:
            found.append((minute_of(segment.start), minute_of(stop)))
    return tuple(found)


def union(stretches: Iterable[Span]) -> tuple[Span, ...]:
    """The same minutes without overlaps, in order; stretches that touch become one."""
    merged: list[Span] = []
    for start, stop in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], stop))
        else:
            merged.append((start, stop))
    return tuple(merged)


def length(stretches: Iterable[Span]) -> int:
    """Minutes covered, overlaps counted once."""
    return sum(stop - start for start, stop in union(stretches))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Minutes that both cover."""
    left, right = union(one), union(other)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def running_minutes(administration: Administration, now: datetime | None = None) -> int:
    """Charted running minutes of one administration, pauses out."""
    return length(spans(administration.segments, now))
