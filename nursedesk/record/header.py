"""Who, when, and how we know: the header every event carries, and the ids the record speaks in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NewType

EventId = NewType("EventId", str)
EncounterId = NewType("EncounterId", str)
LineId = NewType("LineId", str)
AccessId = NewType("AccessId", str)
StationId = NewType("StationId", str)
PersonId = NewType("PersonId", str)
"""A sign-in name, e.g. `jdoe`."""

SCHEMA_VERSION = 1

ADDED_LATER: Mapping[str, bool] = MappingProxyType({"added_later": True})
"""Metadata of a field that events got after there were records: at its default it is left out of the bytes,
so that older events keep theirs."""


class Source(StrEnum):
    """How the time of an event is known."""

    PRESSED = "pressed"
    TYPED = "typed"
    CALCULATED = "calculated"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Header:
    event_id: EventId
    station_id: StationId
    encounter_id: EncounterId | None
    """None for events of the station and its people."""
    occurred: datetime
    """Aware UTC."""
    zone: str
    """IANA name the time was shown in."""
    offset_minutes: int
    """Offset from UTC at `occurred` in that zone."""
    source: Source
    recorded: datetime
    """Aware UTC."""
    boot_id: str
    boot_ms: int
    """Milliseconds since that boot, suspended time included."""
    actor: PersonId
    session: str
    auth: str
    """How the actor was known: password, pin, badge, none."""
    reason: str | None = None
    supersedes: EventId | None = None
    app_version: str = ""
    schema_version: int = SCHEMA_VERSION
