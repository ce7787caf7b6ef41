"""Events → Encounter: pure, and the same for any order in which the events of several stations arrive."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from nursedesk.record import fold_lines
from nursedesk.record.clock_doubt import clock_doubts, standing
from nursedesk.record.effective import Effective, effective
from nursedesk.record.encounter import ClockDoubt, Encounter, Label, Setting, Status, TimeNote, WaitingPress
from nursedesk.record.events import (
    AccessPlaced,
    ChairFreed,
    ChairMoved,
    Claimed,
    Closed,
    Corrected,
    DiagnosesSet,
    Discarded,
    EmCharted,
    Event,
    HandedOver,
    Noted,
    NoticeDismissed,
    NoticeShown,
    NurseAssigned,
    Opened,
    PatientCorrected,
    Paused,
    PrimarySet,
    PrintConfirmed,
    Printed,
    Pushed,
    Reopened,
    Resumed,
    Signed,
    Source,
    Started,
    Stopped,
    Tapped,
)
from nursedesk.record.labels import label_of

TO_FILE = "PDF"
"""What `Printed` names as printer when the ticket went into a file."""

_TIMES = (Started, Paused, Resumed, Stopped, Pushed)


def fold(events: Iterable[Event]) -> Encounter:
    """The state of the visit these events tell of. Raises `ValueError` when there are none."""
    known = list(events)
    if not known:
        raise ValueError("an encounter has at least one event")
    counting = effective(known)
    header = (counting[0].event if counting else known[0]).header
    start = Encounter(id=header.encounter_id or "", setting=Setting.OUTPATIENT_FACILITY, time_zone=header.zone)
    encounter = start
    for found in counting:
        encounter = _visit(encounter, found)
    administrations, conflicts = fold_lines.administrations(counting)
    doubts = clock_doubts(counting)
    doubted = standing(doubts)
    return replace(
        encounter,
        administrations=administrations,
        conflicts=conflicts,
        presses=_waiting(counting),
        time_notes=tuple(note for found in counting for note in _time_notes(found, doubted)),
        clock_doubts=doubts,
    )


def _visit(before: Encounter, found: Effective) -> Encounter:
    """The visit after one more event that counts; what is said of lines is folded elsewhere."""
    match found.body:
        case Opened():
            return _opened(before, found, found.body) if before.opened is None else before
        case PatientCorrected(patient):
            return replace(before, patient=patient)
        case ChairMoved(chair):
            return replace(before, chair=chair, freed=None)
        case ChairFreed():
            return replace(before, freed=found.occurred)
        case NurseAssigned(nurse) | HandedOver(to=nurse):
            return replace(before, nurse=nurse)
        case AccessPlaced(access):
            others = tuple(one for one in before.accesses if one.id != access.id)
            return replace(before, accesses=(*others, replace(access, placed=found.occurred)))
        case _:
            return _charted(before, found)


def _charted(before: Encounter, found: Effective) -> Encounter:
    match found.body:
        case DiagnosesSet(codes):
            return replace(before, diagnoses=codes)
        case EmCharted(services):
            return replace(before, evaluation_and_management=services)
        case PrimarySet(administration):
            return replace(before, primary_administration=administration)
        case Noted(text=text, line=None):
            return replace(before, notes=(*before.notes, text))
        case NoticeDismissed(notice, line):
            return replace(before, dismissed=(*before.dismissed, f"{notice}:{line or ''}"))
        case NoticeShown(notice, line):
            return replace(before, shown=(*before.shown, f"{notice}:{line or ''}"))
        case _:
            return _life(before, found)


def _life(before: Encounter, found: Effective) -> Encounter:
    """Closed, reopened, signed, printed."""
    match found.body:
        case Closed(number):
            return replace(
                before,
                status=Status.CLOSED,
                closed=found.occurred,
                ticket_number=before.ticket_number or number,
            )
        case Reopened():
            return replace(before, status=Status.OPEN, closed=None)
        case Signed() as signed:
            return replace(
                before,
                status=Status.SIGNED,
                version=signed.version,
                signed_ticket=signed.ticket,
                signed_by=found.actor,
                signed_at=found.event.header.recorded,
                signed_meaning=signed.meaning,
                signed_attestation=signed.attestation,
                copies=0,
            )
        case Printed(version=version, printer=printer) if version == before.version:
            sent = before.sent_to_printer if printer == TO_FILE else found.occurred
            return replace(before, copies=before.copies + 1, sent_to_printer=sent)
        case PrintConfirmed():
            return replace(before, sent_to_printer=None)
        case _:
            return before


def _waiting(counting: Iterable[Effective]) -> tuple[WaitingPress, ...]:
    """Presses of nobody yet: neither claimed nor discarded."""
    known = list(counting)
    settled = {found.body.press for found in known if isinstance(found.body, Claimed | Discarded)}
    return tuple(
        WaitingPress(found.event.header.event_id, tapped.press, tapped.line, tapped.segment, found.occurred)
        for found in known
        if isinstance(tapped := found.body, Tapped) and found.event.header.event_id not in settled
    )


def _opened(before: Encounter, found: Effective, body: Opened) -> Encounter:
    return replace(
        before,
        setting=body.setting,
        time_zone=found.event.header.zone,
        earlier_visit_same_day=body.earlier_visit_same_day,
        payer=body.payer,
        authorization=body.authorization,
        ordering_provider=body.ordering_provider,
        supervising_provider=body.supervising_provider,
        patient=before.patient or body.patient,
        site=body.site,
        chair=before.chair or body.chair,
        nurse=before.nurse or body.nurse,
        opened=found.occurred,
        expected=body.expected,
    )


def _time_notes(found: Effective, doubted: Mapping[str, ClockDoubt]) -> Iterable[TimeNote]:
    """What must be said of a time that was not pressed as it happened, or by a clock that is in doubt."""
    if not isinstance(found.body, _TIMES):
        return
    told = found.correction if found.corrected_time and found.correction else found.event
    label = told.body.label if isinstance(told.body, Corrected) else label_of(found.event)
    if label is not None:
        yield _note(found, label, told)
    elif found.body.line in doubted and told.header.source is Source.PRESSED:
        # A time a person typed is by her own watch, whatever the station's clock said.
        yield _note(found, Label.CLOCK_SUSPECT, told, doubted[found.body.line])


def _note(found: Effective, label: Label, told: Event, doubt: ClockDoubt | None = None) -> TimeNote:
    was = found.event.header.occurred
    return TimeNote(
        line=getattr(found.body, "line", None),
        what=type(found.body).__name__,
        label=label,
        was=was if found.corrected_time and was != found.occurred else None,
        now=found.occurred,
        by=told.header.actor,
        recorded=told.header.recorded if doubt is None else doubt.recorded,
        reason=told.header.reason,
        step_ms=None if doubt is None else doubt.step_ms,
    )
