"""The events of the station and its people, which are of no visit."""

from dataclasses import dataclass
from datetime import date, datetime

from nursedesk.record.header import PersonId


@dataclass(frozen=True, slots=True)
class SignedIn:
    person: PersonId


@dataclass(frozen=True, slots=True)
class SignedOut:
    person: PersonId


@dataclass(frozen=True, slots=True)
class Locked:
    pass


@dataclass(frozen=True, slots=True)
class Viewed:
    """A person looked at a patient's record, a list or a report."""

    what: str


@dataclass(frozen=True, slots=True)
class SettingChanged:
    key: str
    value: str
    """JSON."""


@dataclass(frozen=True, slots=True)
class PersonChanged:
    person: PersonId
    name: str
    credential: str
    roles: tuple[str, ...]
    active: bool = True
    until: date | None = None
    """The last day this person may sign in; None: no end."""


@dataclass(frozen=True, slots=True)
class CredentialSet:
    """A person's password, PIN or badge was set or taken away; the secret itself is never in the record."""

    person: PersonId
    what: str
    """password | pin | badge | no pin | no badge"""
    seal: str | None = None
    """Of a badge: what its number is compared with; keyed, so that the number cannot be read from it."""


@dataclass(frozen=True, slots=True)
class LockedOut:
    """Wrong PINs or passwords came to their limit."""

    person: PersonId
    what: str
    """password | pin"""


@dataclass(frozen=True, slots=True)
class GlassBroken:
    """The actor charts in an emergency without a nurse's role, until the next lock. The header has the reason."""


@dataclass(frozen=True, slots=True)
class ClockStepped:
    """The wall clock moved against time since boot, in milliseconds."""

    step_ms: int


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A checked copy of the record as it stood just before this was put into the backup folder."""

    file: str
    """The copy's name."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The record was put in another one's place, out of a backup."""

    file: str
    missing: int
    """How many events the replaced record had that this one has not; -1 when it could not be read."""
    replaced: str = ""
    """The name under which the replaced record is kept in the data folder; empty when there was none."""


@dataclass(frozen=True, slots=True)
class ShiftSignedOff:
    """The actor looked through a period's log: its lines, times and hand-overs."""

    begin: datetime
    end: datetime
    """Aware UTC, not included."""
    lines: int
    open_lines: int
    """Lines still up when it was signed off."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """Events that the disk had refused came into the record out of the emergency journal."""

    events: int
    first: str = ""
    """The instants of the earliest and the latest of them, ISO 8601 in UTC."""
    last: str = ""
