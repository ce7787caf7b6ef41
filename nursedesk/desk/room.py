"""The room and its day: who is expected, and which chairs cannot be used, as the record tells them."""

from dataclasses import dataclass, replace
from datetime import date

from nursedesk.record.encounter import Patient
from nursedesk.record.events import Body, ChairInService, ChairOutOfService, ExpectedDropped, PatientExpected

KINDS = ("PatientExpected", "ExpectedDropped", "ChairOutOfService", "ChairInService")
"""The kinds of events that say it."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody expected on a day of the site."""

    id: str
    day: date
    patient: Patient
    at: str = ""
    """`14:30` on the site's clock; empty when no time was said."""
    chair: str = ""
    planned: str = ""
    payer: str = ""
    ordering_provider: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of the room beside its visits."""

    expected: tuple[Expected, ...] = ()
    """In the order they were said; only the latest day said."""
    out: tuple[tuple[str, str], ...] = ()
    """(chair, why it is out of service)."""

    def why_out(self, chair: str) -> str:
        """Why a chair is out of service; empty when it can be used."""
        return dict(self.out).get(chair, "")


EMPTY_ROOM = Room()


def room_after(room: Room, body: Body) -> Room:
    """The room once this is said of it; bodies that are about something else change nothing."""
    match body:
        case PatientExpected():
            return replace(room, expected=_with(room.expected, body))
        case ExpectedDropped(expected):
            return replace(room, expected=tuple(one for one in room.expected if one.id != expected))
        case ChairOutOfService(chair, reason):
            others = tuple(one for one in room.out if one[0] != chair)
            return replace(room, out=(*others, (chair, reason)))
        case ChairInService(chair):
            return replace(room, out=tuple(one for one in room.out if one[0] != chair))
        case _:
            return room


def _with(known: tuple[Expected, ...], said: PatientExpected) -> tuple[Expected, ...]:
    # Past days are let go, so that years of lists do not stay in memory.
    kept = tuple(one for one in known if one.id != said.expected and one.day >= said.day)
    one = Expected(
        id=said.expected,
        day=said.day,
        patient=said.patient,
        at=said.at or "",
        chair=said.chair or "",
        planned=said.planned or "",
        payer=said.payer or "",
        ordering_provider=said.ordering_provider or "",
    )
    return (*kept, one)
