"""Names of backups, which of them are kept, and when one is due: pure, from names and instants alone.

`record-20261124T140211Z-A-0123456789abcdef.db`: when, by which station, and the code of its chain's end.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EVERY = timedelta(minutes=30)
KEEP_ALL = timedelta(hours=48)
DAYS, WEEKS, MONTHS = 30, 12, 84

_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"record-(\d{8}T\d{6}Z)-(\w+)-([0-9a-f]{16})\.db")


@dataclass(frozen=True, slots=True)
class BackupName:
    """What the name of a backup says."""

    made: datetime
    station: str
    code: str

    def text(self) -> str:
        """The file's name."""
        return f"record-{self.made.astimezone(UTC).strftime(_TIME)}-{self.station}-{self.code}.db"


def backup_name(made: datetime, station: str, code: str) -> BackupName:
    """The name of a backup made now; signs of a station that no file name should have become `_`."""
    return BackupName(made, station_part(station), code)


def station_part(station: str) -> str:
    """A station as names of files have it."""
    return re.sub(r"[^A-Za-z0-9]", "_", station) or "_"


def read_name(name: str) -> BackupName | None:
    """What a file's name says, or None when it is not a backup's."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        made = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupName(made, found[2], found[3])


def due(last: datetime | None, now: datetime, *, changed: bool) -> bool:
    """Whether a backup is to be made: something changed, and the last is half an hour old or from the future."""
    return changed and (last is None or not timedelta() <= now - last < EVERY)


def outdated(names: Iterable[str], now: datetime) -> tuple[str, ...]:
    """The backups to remove, oldest first; names that are not a backup's are never among them.

    Each station keeps all of 48 hours, then the newest of each day for 30 days, of each week for 12 weeks and of
    each month for 84 months (UTC); its newest always, and those from the future.
    """
    found = sorted(
        ((known, name) for name in set(names) if (known := read_name(name)) is not None),
        key=lambda one: (one[0].made, one[1]),
        reverse=True,
    )
    places: set[tuple[object, ...]] = set()
    going = []
    for known, name in found:
        mine = {(known.station, *place) for place in _places(known.made, now)}
        if not mine - places and now - known.made > KEEP_ALL and (known.station,) in places:
            going.append(name)
        places |= {(known.station,), *mine}
    return tuple(reversed(going))


def _places(made: datetime, now: datetime) -> Iterable[tuple[object, ...]]:
    """The day, week and month that a backup could stand for, as far as they are still kept."""
    if (now.date() - made.date()).days < DAYS:
        yield ("day", made.date())
    monday = made.date() - timedelta(days=made.weekday())
    if (now.date() - monday).days < 7 * WEEKS:
        yield ("week", monday)
    if (now.year - made.year) * 12 + now.month - made.month < MONTHS:
        yield ("month", made.year, made.month)
