"""Events of the room and its day: who is expected, and which chair cannot be used. They are of no visit.

They are named in `events.py`, which is where everybody imports them from.
"""

from dataclasses import dataclass
from datetime import date

from nursedesk.record.encounter import Patient


@dataclass(frozen=True, slots=True)
class PatientExpected:
    """Somebody is expected on a day of the site; the same `expected` said again replaces what was said."""

    expected: str
    day: date
    patient: Patient
    at: str | None = None
    """`14:30` on the site's clock."""
    chair: str | None = None
    planned: str | None = None
    """What is to be given, as it was typed."""
    payer: str | None = None
    ordering_provider: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedDropped:
    """Somebody is taken off the list: did not come, was moved to another day."""

    expected: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChairOutOfService:
    chair: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChairInService:
    chair: str
