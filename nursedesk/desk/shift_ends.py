"""When the shifts of a day end at the site: read from what somebody types, found for a moment."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from nursedesk.desk.expected import clock_minute

MOST = 6
"""Shift ends of one day."""


def read_ends(text: str) -> tuple[str, ...] | None:
    """`7:00, 19:00` as (`07:00`, `19:00`), in the order of the day; None when it is not written so."""
    found = [clock_minute(word) for word in re.split(r"[\s,;]+", text.strip()) if word]
    if None in found or len(found) > MOST:
        return None
    return tuple(sorted({at for at in found if at is not None}))


def last_end(ends: Iterable[str], zone: ZoneInfo, now: datetime) -> datetime | None:
    """The shift end at or before `now` (aware UTC); None when the site has none."""
    here = now.astimezone(zone)
    moments = (
        datetime.combine(here.date() - timedelta(days=back), time.fromisoformat(end), zone).astimezone(now.tzinfo)
        for end in ends
        for back in (0, 1)
    )
    return max((moment for moment in moments if moment <= now), default=None)
