"""Say later what was not said, or was said wrongly: times, doses, orders, accesses, notes."""

from datetime import datetime, timedelta

from nursedesk.desk.daybook import Daybook, Told
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import (
    Access,
    Amount,
    Container,
    Encounter,
    EvaluationAndManagement,
    Label,
    Modifier,
    Status,
    StopReason,
)
from nursedesk.record.events import (
    AccessPlaced,
    Body,
    Corrected,
    DiagnosesSet,
    DoseCharted,
    EmCharted,
    EncounterId,
    Event,
    EventId,
    LineId,
    ModifiersSet,
    Noted,
    NoticeDismissed,
    OrderCharted,
    Paused,
    PrimarySet,
    Pushed,
    Resumed,
    Source,
    Started,
    Stopped,
    Voided,
    Wasted,
)
from nursedesk.record.labels import LATE_AFTER

AHEAD = timedelta(seconds=60)
"""A typed time may not lie further ahead than this."""


def correct_time(
    daybook: Daybook,
    encounter: Encounter,
    target: EventId,
    when: datetime,
    reason: str,
    source: Source = Source.TYPED,
) -> tuple[Event, ...]:
    """Give an event another time. The first one stays visible, struck through, with the reason."""
    _open(encounter)
    if not reason.strip():
        raise Refused("reason_needed")
    _not_ahead(daybook, when)
    _event(daybook, encounter, target)
    label = Label.CALCULATED if source is Source.CALCULATED else Label.CORRECTION
    told = Told(source=source, reason=reason.strip(), supersedes=target)
    return daybook.write(EncounterId(encounter.id), Corrected(target, label, when), told=told)


def chart_late(
    daybook: Daybook,
    encounter: Encounter,
    body: Started | Stopped | Paused | Resumed | Pushed,
    when: datetime,
    reason: str | None = None,
    source: Source = Source.TYPED,
) -> tuple[Event, ...]:
    """Chart a press that was not made, at the time it happened. More than five minutes old needs a reason."""
    _open(encounter)
    _not_ahead(daybook, when)
    late = daybook.clock() - when > LATE_AFTER
    if late and not (reason or "").strip():
        raise Refused("reason_needed")
    told = Told(when, source, (reason or "").strip() or None)
    return daybook.write(EncounterId(encounter.id), body, told=told)


def void(daybook: Daybook, encounter: Encounter, target: EventId, reason: str) -> None:
    """An event does not count: it was the wrong patient, chair or drug, or never happened. It stays visible."""
    _open(encounter)
    if not reason.strip():
        raise Refused("reason_needed")
    _event(daybook, encounter, target)
    daybook.write(EncounterId(encounter.id), Voided(target), told=Told(reason=reason.strip()))


def chart_dose(
    daybook: Daybook,
    encounter: Encounter,
    administration: str,
    dose: Amount | None,
    opened: Amount | None = None,
    container: Container = Container.UNKNOWN,
) -> None:
    """The dose given and the containers opened for it."""
    _chart(daybook, encounter, DoseCharted(administration, dose, opened, container))


def chart_order(
    daybook: Daybook, encounter: Encounter, line: LineId, on_file: bool, ordered_minutes: int | None = None
) -> None:
    """Whether the order is on file, and for how long it was to run."""
    _chart(daybook, encounter, OrderCharted(line, on_file, ordered_minutes))


def chart_waste(
    daybook: Daybook, encounter: Encounter, administration: str, wasted: Amount, witness: str | None
) -> None:
    """What was thrown away, and who saw it."""
    _chart(daybook, encounter, Wasted(administration, wasted, witness))


def place_access(daybook: Daybook, encounter: Encounter, access: Access) -> None:
    """An access was placed, or what was said of one changes."""
    _chart(daybook, encounter, AccessPlaced(access))


def chart_response(daybook: Daybook, encounter: Encounter, line: LineId, text: str) -> None:
    """How the patient took what this line gave."""
    _chart(daybook, encounter, Noted(text, line, response=True))


def note(daybook: Daybook, encounter: Encounter, text: str) -> None:
    """A note about the visit, kept with its time."""
    if not text.strip():
        raise Refused("nothing_written")
    _chart(daybook, encounter, Noted(text.strip()))


def set_diagnoses(daybook: Daybook, encounter: Encounter, codes: tuple[str, ...]) -> None:
    """The ICD-10-CM codes of the visit, first-listed first."""
    _chart(daybook, encounter, DiagnosesSet(codes))


def set_services(daybook: Daybook, encounter: Encounter, services: tuple[EvaluationAndManagement, ...]) -> None:
    """E/M services charted for the visit."""
    _chart(daybook, encounter, EmCharted(services))


def set_modifiers(
    daybook: Daybook, encounter: Encounter, administration: str, modifiers: tuple[Modifier, ...]
) -> None:
    """The modifiers a person wants on what an administration gives, each with its reason; none takes them off."""
    if any(not one.reason.strip() for one in modifiers):
        raise Refused("reason_needed")
    _chart(daybook, encounter, ModifiersSet(administration, modifiers))


def set_primary(daybook: Daybook, encounter: Encounter, administration: str | None) -> None:
    """Office: what the patient came for (R3.3)."""
    _chart(daybook, encounter, PrimarySet(administration))


def dismiss(daybook: Daybook, encounter: Encounter, notice: str, line: LineId | None) -> None:
    """A notice was seen; it does not come back."""
    daybook.write(EncounterId(encounter.id), NoticeDismissed(notice, line))


def missing_stop(encounter: Encounter, line: LineId, reason: StopReason = StopReason.COMPLETED) -> Stopped:
    """The stop that a line without one lacks."""
    one = next(drug for drug in encounter.administrations if drug.line == line)
    return Stopped(line, max(len(one.segments), 1), reason)


def _chart(daybook: Daybook, encounter: Encounter, body: Body) -> None:
    _open(encounter)
    daybook.write(EncounterId(encounter.id), body)


def _open(encounter: Encounter) -> None:
    """A closed visit is changed by reopening it, so that its next ticket is a new version."""
    if encounter.status is not Status.OPEN:
        raise Refused("reopen_first")


def _not_ahead(daybook: Daybook, when: datetime) -> None:
    if when - daybook.clock() > AHEAD:
        raise Refused("time_ahead")


def _event(daybook: Daybook, encounter: Encounter, target: EventId) -> Event:
    for event in daybook.events(EncounterId(encounter.id)):
        if event.header.event_id == target:
            return event
    raise Refused("no_such_event")
