"""Zoom and pan of the timeline as arithmetic on two instants; the view only draws the result."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(hours=36)
FOLLOW_AT = 0.8
"""Where the now-line stands while the view follows it, as a share of the width."""


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time shown."""

    begin: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.begin


def zoomed(window: Window, factor: float, share: float) -> Window:
    """Shorter (factor < 1) or longer, with the instant at `share` of the width standing still."""
    length = min(max(window.length * factor, SHORTEST), LONGEST)
    at = window.begin + window.length * share
    begin = at - length * share
    return Window(begin, begin + length)


def panned(window: Window, share: float) -> Window:
    """Moved by a share of its own length; positive goes later."""
    step = window.length * share
    return Window(window.begin + step, window.end + step)


def following(window: Window, now: datetime) -> Window:
    """The same length with now at four fifths of it."""
    begin = now - window.length * FOLLOW_AT
    return Window(begin, begin + window.length)


def kept_near(window: Window, whole: Window) -> Window:
    """Never panned so far that nothing of the visit is seen."""
    room = window.length * 0.9
    begin = min(max(window.begin, whole.begin - room), whole.end - window.length + room)
    return Window(begin, begin + window.length)


def around(whole: Window, now: datetime | None) -> Window:
    """What the overview bar covers: the whole visit with a margin, and now."""
    end = max(whole.end, now) if now else whole.end
    margin = (end - whole.begin) * 0.08
    return Window(whole.begin - margin, end + margin)
