"""The shift as rows: every visit of the period and every line hung or pushed in it."""

from dataclasses import dataclass
from datetime import datetime

from nursedesk.record.encounter import (
    Administration,
    Amount,
    Encounter,
    Label,
    LineState,
    Purpose,
    Route,
    Status,
)
from nursedesk.record.intervals import running_minutes

_PUSHED = (Route.IV_PUSH, Route.IM, Route.SC, Route.PORT_FLUSH, Route.ORAL, Route.ON_BODY_INJECTOR)


@dataclass(frozen=True, slots=True)
class ShiftLine:
    line: str
    drug: str
    dose: Amount | None
    purpose: Purpose
    route: Route
    state: LineState
    start: datetime | None
    stop: datetime | None
    minutes: int | None
    """Running minutes, pauses out; None for a push or a line not started."""
    labels: tuple[Label, ...]
    """Why a time of it is not one pressed as it happened."""


@dataclass(frozen=True, slots=True)
class ShiftVisit:
    encounter: str
    chair: str
    name: str
    came: datetime | None
    first_start: datetime | None
    last_stop: datetime | None
    closed: datetime | None
    status: Status
    ticket: str | None
    nurse: str | None
    lines: tuple[ShiftLine, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """A period, its visits by arrival, and what an end of shift wants to know at a glance."""

    start: datetime
    end: datetime
    zone: str
    visits: tuple[ShiftVisit, ...]

    def running(self) -> int:
        return sum(x.state in (LineState.RUNNING, LineState.PAUSED) for v in self.visits for x in v.lines)

    def labelled(self) -> int:
        return sum(bool(x.labels) for v in self.visits for x in v.lines)

    def unsigned(self) -> int:
        return sum(v.status is not Status.SIGNED for v in self.visits)


def shift(encounters: tuple[Encounter, ...], start: datetime, end: datetime, zone: str, now: datetime) -> Shift:
    """The visits that were open at any moment of the period, the earliest arrival first."""
    inside = [e for e in encounters if _touches(e, start, end)]
    visits = sorted((_visit(e, now) for e in inside), key=lambda v: (v.came or end, v.chair))
    return Shift(start, end, zone, tuple(visits))


def _touches(e: Encounter, start: datetime, end: datetime) -> bool:
    return e.opened is not None and e.opened < end and (e.closed is None or e.closed >= start)


def _visit(e: Encounter, now: datetime) -> ShiftVisit:
    lines = tuple(_line(a, e, now) for a in e.administrations)
    starts = [x.start for x in lines if x.start]
    stops = [x.stop for x in lines if x.stop]
    running = any(x.state in (LineState.RUNNING, LineState.PAUSED) for x in lines)
    return ShiftVisit(
        encounter=e.id,
        chair=e.chair or "",
        name=e.patient.name if e.patient else "",
        came=e.opened,
        first_start=min(starts, default=None),
        last_stop=None if running else max(stops, default=None),
        closed=e.closed,
        status=e.status,
        ticket=e.ticket_number,
        nurse=e.nurse,
        lines=tuple(sorted(lines, key=lambda x: (x.start or now, x.drug))),
    )


def _line(a: Administration, e: Encounter, now: datetime) -> ShiftLine:
    starts = [s.start for s in a.segments if s.start]
    stops = [s.stop for s in a.segments if s.stop]
    open_now = a.state in (LineState.RUNNING, LineState.PAUSED)
    labels = tuple(dict.fromkeys(n.label for n in e.time_notes if n.line == a.line))
    pushed = a.route in _PUSHED
    return ShiftLine(
        line=a.line,
        drug=a.drug,
        dose=a.dose,
        purpose=a.purpose,
        route=a.route,
        state=a.state,
        start=min(starts, default=None),
        stop=None if open_now or pushed else max(stops, default=None),
        minutes=None if pushed or not starts else running_minutes(a, now),
        labels=labels,
    )
