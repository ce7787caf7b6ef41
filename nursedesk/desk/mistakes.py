"""What was charted wrongly, put right: the patient, the chair, a drug, a dose, a line that never ran.

Each is an event that names the one it replaces, with author, time and reason; both stay visible. A wrong time is
`correct.correct_time`. A closed visit is reopened first, so that its next ticket is a new version.
"""

from collections.abc import Callable
from dataclasses import replace

from nursedesk.desk.daybook import Daybook, Told
from nursedesk.desk.refusal import Refused
from nursedesk.record.effective import Effective, effective
from nursedesk.record.encounter import Amount, Encounter, Family, Label, Patient, Status
from nursedesk.record.events import (
    Body,
    ChairMoved,
    Corrected,
    DoseCharted,
    DrugHung,
    EncounterId,
    EventId,
    LineId,
    Opened,
    PatientCorrected,
    Prepared,
    Voided,
)


def wrong_patient(daybook: Daybook, encounter: Encounter, patient: Patient, reason: str) -> None:
    """Say who the patient is after all. Raises `Refused`."""
    why = asked(encounter, reason)
    if not patient.name.strip():
        raise Refused("no_name")
    before = last_of(daybook, encounter, lambda body: isinstance(body, Opened | PatientCorrected))
    told = Told(reason=why, supersedes=before.event.header.event_id)
    daybook.write(EncounterId(encounter.id), PatientCorrected(patient), told=told)


def wrong_chair(daybook: Daybook, encounter: Encounter, chair: str, reason: str) -> None:
    """The visit was never in that chair but in this one, since it was put there. Raises `Refused`."""
    why = asked(encounter, reason)
    if chair not in daybook.suite.facts.chairs:
        raise Refused("no_such_chair", {"chair": chair})
    if daybook.in_chair(chair) is not None:
        raise Refused("chair_taken", {"chair": chair})
    placed = last_of(daybook, encounter, lambda body: isinstance(body, Opened | ChairMoved))
    if isinstance(placed.body, Opened | ChairMoved):
        _correct(daybook, encounter, placed, replace(placed.body, chair=chair), why)


def wrong_drug(daybook: Daybook, encounter: Encounter, administration: str, hung: DrugHung, reason: str) -> None:
    """Another drug hung there; its times stand. `hung` keeps the administration's id. Raises `Refused`."""
    why = asked(encounter, reason)
    if not hung.drug.strip():
        raise Refused("no_drug")
    prepared, body = _prepared(daybook, encounter, administration)
    same = replace(hung, administration=administration)
    drugs = tuple(same if one.administration == administration else one for one in body.drugs)
    _correct(daybook, encounter, prepared, replace(body, drugs=drugs), why)


def wrong_dose(daybook: Daybook, encounter: Encounter, administration: str, dose: Amount, reason: str) -> None:
    """Another dose was given; containers opened are charted anew. Raises `Refused`."""
    why = asked(encounter, reason)
    charted = [
        one
        for one in effective(daybook.events(EncounterId(encounter.id)))
        if isinstance(one.body, DoseCharted) and one.body.administration == administration
    ]
    if charted and isinstance(charted[-1].body, DoseCharted):
        _correct(daybook, encounter, charted[-1], replace(charted[-1].body, dose=dose), why)
        return
    prepared, body = _prepared(daybook, encounter, administration)
    drugs = tuple(replace(one, dose=dose) if one.administration == administration else one for one in body.drugs)
    _correct(daybook, encounter, prepared, replace(body, drugs=drugs), why)


def chart_family(daybook: Daybook, encounter: Encounter, administration: str, family: Family, reason: str) -> None:
    """Say what kind of drug it is, over what the tables and the payer's policy say (R1.2). Raises `Refused`."""
    why = asked(encounter, reason)
    prepared, body = _prepared(daybook, encounter, administration)
    drugs = tuple(
        replace(one, family=family) if one.administration == administration else one for one in body.drugs
    )
    _correct(daybook, encounter, prepared, replace(body, drugs=drugs), why)


def never_ran(daybook: Daybook, encounter: Encounter, line: LineId, reason: str) -> None:
    """The line does not count, with all that was pressed on it: it hung elsewhere or nowhere. Raises `Refused`."""
    why = asked(encounter, reason)
    hung = last_of(daybook, encounter, lambda body: isinstance(body, Prepared) and body.line == line)
    told = Told(reason=why, supersedes=hung.event.header.event_id)
    daybook.write(EncounterId(encounter.id), Voided(hung.event.header.event_id), told=told)


def asked(encounter: Encounter, reason: str) -> str:
    """The reason of a correction, which an open visit takes. Raises `Refused`."""
    if encounter.status is not Status.OPEN:
        raise Refused("reopen_first")
    if not reason.strip():
        raise Refused("reason_needed_correction")
    return reason.strip()


def last_of(daybook: Daybook, encounter: Encounter, wanted: Callable[[Body], bool]) -> Effective:
    """The last event that counts and is wanted. Raises `Refused`."""
    found = [one for one in effective(daybook.events(EncounterId(encounter.id))) if wanted(one.body)]
    if not found:
        raise Refused("no_such_event")
    return found[-1]


def _prepared(daybook: Daybook, encounter: Encounter, administration: str) -> tuple[Effective, Prepared]:
    """The event that hung this administration, and what it says by now."""
    found = last_of(
        daybook,
        encounter,
        lambda body: isinstance(body, Prepared) and administration in {one.administration for one in body.drugs},
    )
    if not isinstance(found.body, Prepared):
        raise Refused("no_such_event")
    return found, found.body


def _correct(daybook: Daybook, encounter: Encounter, found: Effective, body: Body, reason: str) -> None:
    """A corrected time is kept: the latest correction of an event is the one that counts."""
    if body == found.body:
        raise Refused("same_as_before")
    target: EventId = found.event.header.event_id
    time = found.occurred if found.corrected_time else None
    change = Corrected(target, Label.CORRECTION, time, body)
    daybook.write(EncounterId(encounter.id), change, told=Told(reason=reason, supersedes=target))
