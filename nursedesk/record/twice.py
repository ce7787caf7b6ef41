"""Local times of the hour that an autumn night has twice, told without an offset: it is not known which was meant.

The contract reads them as the first of the two; who takes them in is told.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


def is_twice(local: datetime, zone: ZoneInfo) -> bool:
    """Whether a clock in the zone showed this time of day twice."""
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), second.utcoffset()
    return before is not None and after is not None and before > after


def told_twice(line: str | bytes) -> tuple[tuple[str, datetime], ...]:
    """(administration, local time) of each such time in an encounter that the contract's reader has taken."""
    raw = json.loads(line)
    zone = ZoneInfo(raw.get("time_zone", "UTC"))
    return tuple(
        (one["id"], local)
        for one in raw.get("administrations", ())
        for local in _local_times(one)
        if is_twice(local, zone)
    )


def _local_times(administration: Any) -> Iterator[datetime]:
    for segment in administration.get("segments", ()):
        for name in ("start", "stop"):
            if segment.get(name) is not None:
                stamp = datetime.fromisoformat(segment[name])
                if stamp.tzinfo is None:
                    yield stamp
