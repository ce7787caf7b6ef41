"""Events and suites as these tests want them."""

import uuid
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nursedesk.record.encounter import Patient, Setting
from nursedesk.record.events import Body, EncounterId, Event, EventId, Header, Opened, PersonId, Source, StationId
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger
from nursedesk.store.places import database_path
from sqlcipher3 import dbapi2

from tests.clock import SettableClock

PASSPHRASE = "seven quiet herons wade"
CANARY = "Wilhelmina Canary-Quartermain"


@dataclass
class Desk:
    """Makes events as a station would, a second apart."""

    clock: SettableClock
    station: str = "A"

    def event(self, body: Body, visit: str | None = "visit-1", **changes: Any) -> Event:
        now = self.clock.advance(seconds=1)
        header = Header(
            event_id=EventId(str(uuid.uuid4())),
            station_id=StationId(self.station),
            encounter_id=None if visit is None else EncounterId(visit),
            occurred=now,
            zone="America/New_York",
            offset_minutes=-300,
            source=Source.PRESSED,
            recorded=now,
            boot_id="boot",
            boot_ms=1,
            actor=PersonId("jdoe"),
            session="session",
            auth="pin",
            app_version="0.1.0",
        )
        return Event(replace_header(header, changes), body)

    def opened(self, visit: str = "visit-1", name: str = CANARY, mrn: str = "MRN-1") -> Event:
        return self.event(Opened("Main", Setting.OUTPATIENT_FACILITY, "3", Patient(name, mrn)), visit)


def replace_header(header: Header, changes: dict[str, Any]) -> Header:
    """The header with other values in it."""
    return replace(header, **changes)


@dataclass
class Suite:
    """A suite in a folder of its own, open."""

    folder: Path
    keys: Keys
    recovery_key: str
    ledger: Ledger


def raw(folder: Path, keys: Keys) -> Any:
    """The database as someone with the key and another program would open it."""
    connection = dbapi2.connect(str(database_path(folder)), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{keys.database().hex()}'\"")
    return connection
