"""The shift log visit by visit: when it came and went, its lines, what happened, and its charges beside them.

Visits are told one at a time, so that a year's log needs no more memory than a day's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, TypeVar

from nursedesk.coding.keys import FindingCode
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.shift_log import Asked, Period, ShiftRow, chair_order, row_order, rows_of
from nursedesk.outputs.shift_reconcile import OPEN_QUESTIONS, Match, Reconciled, reconcile
from nursedesk.record.charted_lines import ChartedVisit, HandOver, hand_overs_of
from nursedesk.record.encounter import Encounter, Label, Status, StopReason
from nursedesk.record.events import Body, Event, ReactionNoted

Told = Callable[[int, int], None]
"""Told how many visits of how many are done; stops the work by raising."""
_LACKING = frozenset(
    {
        *(FindingCode.NOT_CODABLE, FindingCode.STOP_BEFORE_START, FindingCode.HOLD_MISSING_STOP),
        *(FindingCode.MISSING_STOP, FindingCode.NO_ORDER, FindingCode.NO_DOSE, FindingCode.NO_HCPCS),
        *(FindingCode.WASTE_MISSING, FindingCode.WASTE_UNWITNESSED, FindingCode.NO_DIAGNOSIS),
        *(FindingCode.ACCESS_NOT_CHARTED, FindingCode.CHARTING_INCOMPLETE, FindingCode.CLOCK_SUSPECT),
    }
)
"""Findings of something that the record does not say."""
SCHEMA = "nursedesk.shift-log/1"
NOTICE = "Not the medical record."


@dataclass(frozen=True, slots=True)
class Logged:
    """One visit as the record has it: its events, what they make, and its ticket as signed or else as a draft."""

    events: Sequence[Event]
    encounter: Encounter
    ticket: Mapping[str, Any] | None = None
    """nursedesk.ticket/1; None for a visit that has nothing to charge yet."""


@dataclass(frozen=True, slots=True)
class LogEvent:
    """One entry of the record, as far as a shift log tells it."""

    recorded: datetime
    occurred: datetime
    encounter: str
    chair: str
    kind: str
    """`Handed over`."""
    line: str
    detail: str
    by: str
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class LogHandOver:
    encounter: str
    chair: str
    patient: str
    lines: int
    to: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitEntry:
    """A visit in the log; instants are aware UTC, an empty text is something not recorded."""

    encounter: str
    chair: str
    patient: str
    mrn: str
    nurse: str
    came: datetime | None
    first_start: datetime | None
    last_stop: datetime | None
    left: datetime | None
    closed: datetime | None
    ticket: str
    version: int
    status: Status
    lines: tuple[ShiftRow, ...]
    reactions: tuple[str, ...]
    late: int
    corrected: int
    missing: tuple[str, ...]
    """What the ticket or its draft finds lacking."""
    reconciled: tuple[Reconciled, ...]
    events: tuple[LogEvent, ...]
    handed_over: tuple[LogHandOver, ...]


@dataclass(slots=True)
class Totals:
    """Counts over any number of visits."""

    visits: int = 0
    lines: int = 0
    minutes: int = 0
    open_lines: int = 0
    handed_over: int = 0
    late: int = 0
    corrected: int = 0
    reactions: int = 0
    missing: int = 0
    unsigned: int = 0
    charged: int = 0
    to_look_at: int = 0
    """Drug lines and charges that do not agree."""

    def add(self, visit: VisitEntry) -> None:
        """Count one visit."""
        self.visits += 1
        self.lines += len(visit.lines)
        self.minutes += sum(row.minutes for row in visit.lines)
        self.open_lines += len({row.line for row in visit.lines if row.open_at_end})
        self.handed_over += sum(hand.lines for hand in visit.handed_over)
        self.late += visit.late
        self.corrected += visit.corrected
        self.reactions += len(visit.reactions)
        self.missing += len(visit.missing)
        self.unsigned += visit.status is not Status.SIGNED
        self.charged += sum(one.match is Match.BOTH for one in visit.reconciled)
        self.to_look_at += sum(one.match in OPEN_QUESTIONS for one in visit.reconciled)


@dataclass(frozen=True, slots=True)
class Heading:
    """What every form of the log says about itself."""

    site: str
    asked: Asked
    made_by: str
    made_at: datetime
    checkpoint: str = ""
    """`A · 12,345 · 3f9c 01…`: how far each station's chain had come; the record alone gives it again."""
    signed_off: str = ""
    """`M. Ruiz RN, 24-Nov-2026 19:04 EST`."""
    display: Callable[[str], str] = str
    """How a drug is written for people to read (tall-man); files for machines have it as it was charted."""
    say: Say = english
    """Gives our own words in the language of the form; files for machines are in English."""

    @property
    def only(self) -> str:
        """What the log was narrowed to, in words; empty when it is everything."""
        nurse = self.asked.people.get(self.asked.nurse or "", self.asked.nurse or "")
        chair = self.asked.chair or ""
        parts = [
            self.say("nurse {name}").format(name=nurse) if nurse else "",
            self.say("chair {name}").format(name=chair) if chair else "",
        ]
        return ", ".join(part for part in parts if part)


_V = TypeVar("_V", VisitEntry, ChartedVisit)


def entries(visits: Iterable[Logged], asked: Asked) -> Iterator[VisitEntry]:
    """The wanted visits as entries, those of one day of arrival by chair; one without a wanted line is left out.

    `visits` come by arrival. With neither nurse nor chair a visit without any line is told too.
    """
    found = (entry_of(visit, asked) for visit in visits)
    return _by_day((entry for entry in found if entry is not None), lambda entry: entry.came, asked)


def by_day(visits: Iterable[ChartedVisit], asked: Asked) -> Iterator[ChartedVisit]:
    """Visits that come by arrival, those of one day by chair."""
    return _by_day(visits, lambda visit: visit.opened, asked)


def _by_day(visits: Iterable[_V], came: Callable[[_V], datetime | None], asked: Asked) -> Iterator[_V]:
    def order(visit: _V) -> tuple[Any, ...]:
        at = came(visit)
        return chair_order(visit.chair), at is None, at, visit.encounter

    day: date | None = None
    together: list[_V] = []
    for visit in visits:
        at = came(visit)
        its = at.astimezone(asked.zone).date() if at else None
        if its != day:
            yield from sorted(together, key=order)
            day, together = its, []
        together.append(visit)
    yield from sorted(together, key=order)


def entry_of(visit: Logged, asked: Asked) -> VisitEntry | None:
    """One visit as an entry; None when it has nothing that is wanted."""
    encounter = visit.encounter
    hand_overs = hand_overs_of(visit.events)
    rows = tuple(sorted(rows_of(encounter, asked, hand_overs), key=row_order))
    if not rows and (asked.nurse is not None or asked.chair is not None or not _touches(encounter, asked.period)):
        return None
    wanted = {row.line for row in rows}
    shown = [one for one in encounter.administrations if (one.line or one.id) in wanted]
    starts = [part.start for one in encounter.administrations for part in one.segments if part.start]
    stops = [part.stop for one in encounter.administrations for part in one.segments if part.stop]
    labels = [note.label for note in encounter.time_notes if note.line is None or note.line in wanted]
    return VisitEntry(
        encounter=encounter.id,
        chair=encounter.chair or "",
        patient=encounter.patient.name if encounter.patient else "",
        mrn=encounter.patient.mrn if encounter.patient else "",
        nurse=_named(encounter.nurse, asked),
        came=encounter.opened,
        first_start=min(starts, default=None),
        last_stop=None if any(row.stop is None for row in rows) else max(stops, default=None),
        left=encounter.freed,
        closed=encounter.closed,
        ticket=encounter.ticket_number or "",
        version=encounter.version,
        status=encounter.status,
        lines=rows,
        reactions=_reactions(visit),
        late=labels.count(Label.LATE_ENTRY),
        corrected=labels.count(Label.CORRECTION),
        missing=_missing(visit.ticket),
        reconciled=reconcile(shown, visit.ticket, encounter.administrations) if shown else (),
        events=tuple(_event(event, encounter, asked) for event in visit.events if _in(event, asked.period)),
        handed_over=_handed_over(visit.events, encounter, asked),
    )


def _touches(encounter: Encounter, period: Period) -> bool:
    if encounter.opened is None or encounter.opened >= period.end:
        return False
    return encounter.closed is None or encounter.closed >= period.begin


def _in(event: Event, period: Period) -> bool:
    return event.header.occurred in period or event.header.recorded in period


def _named(sign_in: str | None, asked: Asked) -> str:
    return asked.people.get(sign_in, sign_in) if sign_in else ""


def _reactions(visit: Logged) -> tuple[str, ...]:
    noted = [event.body for event in visit.events if isinstance(event.body, ReactionNoted)]
    said = [": ".join(part for part in (body.text, body.done) if part) for body in noted]
    stopped = [one for one in visit.encounter.administrations if one.stop_reason is StopReason.REACTION]
    named = {body.line for body in noted}
    return (*said, *(f"{one.drug} stopped" for one in stopped if one.line not in named))


def _missing(ticket: Mapping[str, Any] | None) -> tuple[str, ...]:
    found = ticket.get("findings", ()) if ticket is not None else ()
    return tuple(dict.fromkeys(one["text"] for one in found if one["code"] in _LACKING))


def _handed_over(events: Sequence[Event], encounter: Encounter, asked: Asked) -> tuple[LogHandOver, ...]:
    by = {event.header.occurred: event.header.actor for event in events}
    return tuple(
        _hand_over(hand, encounter, asked, by) for hand in hand_overs_of(events) if hand.at in asked.period
    )


def _hand_over(hand: HandOver, encounter: Encounter, asked: Asked, by: Mapping[datetime, str]) -> LogHandOver:
    patient = encounter.patient.name if encounter.patient else ""
    to, giver = _named(hand.to, asked), _named(by.get(hand.at), asked)
    return LogHandOver(encounter.id, encounter.chair or "", patient, len(hand.lines), to, giver, hand.at)


_CAPITAL = str.maketrans({letter: f" {letter.lower()}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
_SKIPPED = frozenset(
    {"line", "ticket", "patient", "drugs", "segment", "target", "press", "rules_digest", "meaning"}
)


def _event(event: Event, encounter: Encounter, asked: Asked) -> LogEvent:
    header, body = event.header, event.body
    return LogEvent(
        recorded=header.recorded,
        occurred=header.occurred,
        encounter=encounter.id,
        chair=encounter.chair or "",
        kind=event.kind.translate(_CAPITAL).strip().capitalize(),
        line=getattr(body, "line", None) or "",
        detail=_detail(body),
        by=_named(header.actor, asked),
        source=header.source.value,
        reason=header.reason or "",
    )


def _detail(body: Body) -> str:
    """The small facts of an event: `reason completed`, `number A-261124-007`; ids and long texts are left out."""
    said = []
    for part in fields(body):
        value = getattr(body, part.name)
        if part.name in _SKIPPED or value is None or value in ("", ()):
            continue
        if isinstance(value, str | int) and len(str(value)) <= 80:
            said.append(f"{part.name.replace('_', ' ')} {value}")
    return ", ".join(said)
