"""What lists show without reading every event: visits and tickets as the projections hold them."""

from dataclasses import dataclass
from datetime import datetime

from nursedesk.record.encounter import Status
from nursedesk.record.events import EncounterId


@dataclass(frozen=True, slots=True)
class ListedVisit:
    """One visit in a list. `date_of_service` is an ISO date in the site's zone; instants are aware UTC."""

    id: EncounterId
    status: Status
    chair: str | None
    nurse: str | None
    patient_name: str
    mrn: str
    opened: datetime | None
    closed: datetime | None
    date_of_service: str | None
    ticket_number: str | None
    version: int


@dataclass(frozen=True, slots=True)
class ListedTicket:
    """One version of a ticket; `status` is unsigned, signed or replaced."""

    number: str
    version: int
    status: str
    encounter: EncounterId
    date_of_service: str | None
    signed_by: str | None
    signed: datetime | None


@dataclass(frozen=True, slots=True)
class Head:
    """How far a station's chain has come: the last sequence number (0 when empty) and its 32-byte hash."""

    seq: int
    hash: bytes
