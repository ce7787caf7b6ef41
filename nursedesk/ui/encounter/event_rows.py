"""The events of a visit as rows: newest first by when they happened, corrections with the struck original."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from nursedesk.outputs.pictures.timeline_model import clock_text
from nursedesk.record.encounter import Encounter, Label, Status
from nursedesk.record.events import (
    Body,
    ChairMoved,
    Corrected,
    DoseCharted,
    Event,
    Noted,
    Opened,
    PatientCorrected,
    Paused,
    Prepared,
    Pushed,
    RateChanged,
    ReactionNoted,
    Resumed,
    Started,
    Stopped,
    VitalsNoted,
    Voided,
)
from nursedesk.record.labels import label_of
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.event_words import Said, said
from nursedesk.ui.encounter.line_names import LineNames, line_names
from nursedesk.ui.family_words import family_word

translate = QCoreApplication.translate

UNDO = "undo"
"""Reason of a press taken back within ten seconds: not shown."""
TIMED = (Started, Paused, Resumed, Stopped, Pushed)
"""Events whose instant a person may correct from the list."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row; `second` is the quiet line under it."""

    event_id: str
    at: datetime
    time: str
    was: str
    """The struck time, or empty."""
    verb: str
    subject: str
    label: Label | None
    second: str
    who: str
    editable: bool
    voided: bool
    line: str | None
    was_words: str = ""
    """What was charted first, struck, when a correction changed more than the time."""
    opens: bool = False
    """The check-in: its time can be put right, and it cannot be taken out."""

    @property
    def spoken(self) -> str:
        """The whole row in one sentence for assistive tools."""
        first = " ".join(part for part in (self.was, self.was_words) if part)
        was = translate("EncounterEvents", "first charted {time}").format(time=first) if first else ""
        parts = (self.time, was, f"{self.verb} {self.subject}".strip(), self.label or "", self.second, self.who)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Changes:
    """What later events say about earlier ones."""

    corrections: Mapping[str, Event]
    voids: Mapping[str, Event]


def event_rows(encounter: Encounter, events: Sequence[Event], context: EncounterContext) -> tuple[EventRow, ...]:
    """Rows for the list. Undone presses are left out; other voided events stay, marked as not counting.

    Times of a closed visit are edited after it is reopened.
    """
    names = line_names(encounter, events, context)
    changes = _Changes(_latest(events, Corrected), _latest(events, Voided))
    begun = _begun(events, changes)
    rows = []
    for event in events:
        void = changes.voids.get(event.header.event_id)
        if (void and void.header.reason == UNDO) or _told_elsewhere(event, begun):
            continue
        told = said(_as_corrected(event, changes), names, context)
        if told is not None:
            row = _row(event, told, changes, context, encounter.status is Status.OPEN)
            rows.append((event, _with_first(row, event, events, changes, context)))
    merged = _rates_merged(rows, names)
    return tuple(sorted(merged, key=lambda row: (row.at, row.event_id), reverse=True))


def _begun(events: Sequence[Event], changes: _Changes) -> set[str]:
    """Lines whose start tells of their bag; one that was corrected or never ran tells of it itself."""
    changed = {
        str(e.body.line)
        for e in events
        if isinstance(e.body, Prepared)
        and (e.header.event_id in changes.corrections or e.header.event_id in changes.voids)
    }
    return {str(e.body.line) for e in events if isinstance(e.body, Started | Pushed)} - changed


def _as_corrected(event: Event, changes: _Changes) -> Event:
    """The event with what it says now."""
    correction = changes.corrections.get(event.header.event_id)
    if correction is None or not isinstance(correction.body, Corrected) or correction.body.body is None:
        return event
    return replace(event, body=correction.body.body)


def _with_first(
    row: EventRow, event: Event, events: Sequence[Event], changes: _Changes, context: EncounterContext
) -> EventRow:
    """With what was charted first, and with what a voided bag takes with it."""
    if isinstance(event.body, PatientCorrected):
        before = _patient_before(event, events)
        reason = f"“{event.header.reason}”" if event.header.reason else ""
        return replace(row, label=Label.CORRECTION, was_words=before, second=reason)
    now = _as_corrected(event, changes)
    if now is not event:
        kinds = kinds_said(event.body, now.body)
        was = "" if kinds else first_words(event.body, context)
        return replace(row, was_words=was, second=" · ".join(part for part in (kinds, row.second) if part))
    if _taken_with(event, events, changes) and not row.voided:
        gone = translate("EncounterEvents", "does not count: the line was taken off")
        return replace(row, voided=True, editable=False, label=None, second=gone)
    return row


def _patient_before(event: Event, events: Sequence[Event]) -> str:
    earlier = [
        e.body.patient.name
        for e in events
        if isinstance(e.body, Opened | PatientCorrected) and e.header.recorded < event.header.recorded
    ]
    return earlier[-1] if earlier else ""


def first_words(body: Body, context: EncounterContext) -> str:
    """What an event said before it was corrected: the drugs and doses, the chair, the dose."""
    match body:
        case Prepared():
            parts = (f"{context.drug(one.drug)} {words.dose(one.dose) if one.dose else ''}" for one in body.drugs)
            return " + ".join(part.strip() for part in parts)
        case Opened() | ChairMoved():
            return translate("EncounterEvents", "chair {chair}").format(chair=body.chair)
        case DoseCharted():
            return words.dose(body.dose)
        case _:
            return ""


def kinds_said(first: Body, now: Body) -> str:
    """What kind of drug a correction says it is; empty where that is as it was."""
    if not (isinstance(first, Prepared) and isinstance(now, Prepared)):
        return ""
    pairs = zip(first.drugs, now.drugs, strict=False)
    return ", ".join(family_word(new.family) for old, new in pairs if new.family and new.family != old.family)


def _taken_with(event: Event, events: Sequence[Event], changes: _Changes) -> bool:
    """Whether the bag this event is about does not count any longer."""
    line = getattr(event.body, "line", None)
    hung = [e for e in events if isinstance(e.body, Prepared) and e.body.line == line]
    return bool(hung) and all(_is_gone(one, changes) for one in hung)


def _is_gone(one: Event, changes: _Changes) -> bool:
    void = changes.voids.get(one.header.event_id)
    return void is not None and void.header.reason != UNDO


def _latest(events: Sequence[Event], kind: type[Corrected] | type[Voided]) -> dict[str, Event]:
    found: dict[str, Event] = {}
    ordered = sorted(events, key=lambda e: (e.header.recorded, e.header.event_id))
    gone = {e.body.target for e in events if isinstance(e.body, Voided)}
    for event in ordered:
        if isinstance(event.body, kind) and event.header.event_id not in gone:
            found[event.body.target] = event
    return found


def _told_elsewhere(event: Event, begun: set[str]) -> bool:
    """A bag that has begun is told by its start."""
    return isinstance(event.body, Prepared) and event.body.line in begun


def _row(event: Event, told: Said, changes: _Changes, context: EncounterContext, open_: bool) -> EventRow:
    header = event.header
    correction, void = changes.corrections.get(header.event_id), changes.voids.get(header.event_id)
    at, was, label = header.occurred, "", label_of(event)
    if correction is not None and isinstance(correction.body, Corrected):
        label = correction.body.label
        if correction.body.occurred and correction.body.occurred != at:
            was = clock_text(at, context.zone)
            at = correction.body.occurred
    return EventRow(
        event_id=header.event_id,
        at=at,
        time=words.clock_time(at, context.zone),
        was=was,
        verb=told.verb,
        subject=_with_zone(told.subject, at, context),
        label=None if void else label,
        second=_second(event, told, correction, void, label, context),
        who=context.person((correction or event).header.actor),
        editable=open_ and isinstance(event.body, (*TIMED, Opened)) and void is None,
        voided=void is not None,
        line=getattr(event.body, "line", None),
        opens=isinstance(event.body, Opened),
    )


def _with_zone(subject: str, at: datetime, context: EncounterContext) -> str:
    """In the hour an autumn night shows twice the zone tells which: `inFLIXimab · EST`."""
    which = clock_text(at, context.zone).partition(" ")[2]
    return " · ".join(part for part in (subject, which) if part)


def _second(
    event: Event,
    told: Said,
    correction: Event | None,
    void: Event | None,
    label: Label | None,
    context: EncounterContext,
) -> str:
    if void is not None:
        text = translate("EncounterEvents", "does not count")
        return _with_reason(text, void.header.reason)
    if correction is not None:
        time = words.clock_time(correction.header.recorded, context.zone)
        text = translate("EncounterEvents", "corrected {time}").format(time=time)
        return _with_reason(text, correction.header.reason)
    if label is not None:
        time = words.clock_time(event.header.recorded, context.zone)
        text = translate("EncounterEvents", "charted {time}").format(time=time)
        return _with_reason(text, event.header.reason)
    return told.second


def _with_reason(text: str, reason: str | None) -> str:
    return f"{text} · “{reason}”" if reason else text


def _rates_merged(rows: Sequence[tuple[Event, EventRow]], names: LineNames) -> list[EventRow]:
    """A rate set in the minute a line starts or resumes is told with it."""
    begun = {
        (row.line, row.time): row.event_id for event, row in rows if isinstance(event.body, Started | Resumed)
    }
    rates: dict[str, str] = {}
    kept = []
    for event, row in rows:
        home = begun.get((row.line, row.time))
        if isinstance(event.body, RateChanged) and home:
            rates[home] = words.dose(event.body.rate)
        else:
            kept.append(row)
    return [
        replace(row, subject=f"{row.subject} · {rates[row.event_id]}") if row.event_id in rates else row
        for row in kept
    ]


def notes_of(rows: Sequence[EventRow], events: Sequence[Event]) -> tuple[EventRow, ...]:
    """Only what was noted: words, responses, vital signs and reactions."""
    ids = {e.header.event_id for e in events if isinstance(e.body, Noted | VitalsNoted | ReactionNoted)}
    return tuple(row for row in rows if row.event_id in ids)
