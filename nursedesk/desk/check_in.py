"""Check a patient in to a chair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.record.encounter import Access, Encounter, Patient, Setting
from nursedesk.record.events import (
    AccessPlaced,
    ChairFreed,
    ChairMoved,
    EncounterId,
    NurseAssigned,
    Opened,
    PersonId,
)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What is asked at check-in; the patient's name is enough."""

    chair: str
    patient: Patient
    setting: Setting
    payer: str | None = None
    authorization: str | None = None
    ordering_provider: str | None = None
    supervising_provider: str | None = None
    earlier_visit_same_day: bool = False
    access: Access | None = None
    expected: str | None = None
    """The entry of the expected list, when the visit is checked in from it."""


def check_in(daybook: Daybook, form: CheckIn) -> EncounterId:
    """Open a visit in a free chair. Raises `Refused` when the chair is taken or no name is given."""
    if not form.patient.name.strip():
        raise Refused("no_name")
    if daybook.in_chair(form.chair) is not None:
        raise Refused("chair_taken", {"chair": form.chair})
    _in_service(daybook, form.chair)
    encounter_id = next_encounter_id(daybook)
    opened = Opened(
        site=daybook.suite.facts.site,
        setting=form.setting,
        chair=form.chair,
        patient=form.patient,
        payer=form.payer,
        authorization=form.authorization,
        ordering_provider=form.ordering_provider,
        supervising_provider=form.supervising_provider,
        earlier_visit_same_day=form.earlier_visit_same_day,
        nurse=daybook.session.person.id,
        expected=form.expected,
    )
    placed = (AccessPlaced(form.access),) if form.access else ()
    daybook.act("checked_in", encounter_id, None, opened, *placed)
    return encounter_id


def next_encounter_id(daybook: Daybook) -> EncounterId:
    """`E-261124-A007`: date, station, count of the day."""
    day = daybook.clock().astimezone(daybook.zone)
    return EncounterId(f"E-{numbered(day, daybook.station, daybook.names)}")


def numbered(day: datetime, station: str, taken: Iterable[str]) -> str:
    """The next `261124-A007` that no name in `taken` ends with."""
    stem = f"{day:%y%m%d}-{station}"
    counts = [int(name.rpartition(stem)[2]) for name in taken if name.rpartition(stem)[2].isdigit()]
    return f"{stem}{max(counts, default=0) + 1:03}"


def move(daybook: Daybook, encounter: Encounter, chair: str) -> None:
    """Move a visit to another free chair."""
    if daybook.in_chair(chair) is not None:
        raise Refused("chair_taken", {"chair": chair})
    _in_service(daybook, chair)
    daybook.act("moved", EncounterId(encounter.id), None, ChairMoved(chair))


def _in_service(daybook: Daybook, chair: str) -> None:
    reason = daybook.suite.room.why_out(chair)
    if reason:
        raise Refused("chair_out", {"chair": chair, "reason": reason})


def assign(daybook: Daybook, encounter: Encounter, nurse: PersonId) -> None:
    """The visit is this nurse's from now on. Raises `Refused` when nobody of that name works at the chairs."""
    person = daybook.suite.person(nurse)
    if person is None or not person.active or not may_chart(person):
        raise Refused("no_such_nurse", {"name": nurse})
    if encounter.nurse != person.id:
        daybook.act("assigned", EncounterId(encounter.id), None, NurseAssigned(person.id))


def free_chair(daybook: Daybook, encounter: Encounter) -> None:
    """The patient has left; what still runs keeps its own record."""
    daybook.act("freed", EncounterId(encounter.id), None, ChairFreed())
