"""The shift log: every line that was up in a period, with times, minutes, people and ticket, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.record.encounter import (
    Access,
    Administration,
    Encounter,
    Label,
    LineState,
    Purpose,
    Route,
    Status,
    StopReason,
    StopSource,
)
from nursedesk.record.events import Event, HandedOver
from nursedesk.record.intervals import running_minutes

_OPEN = (LineState.RUNNING, LineState.PAUSED)
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """From an instant (included) to another (not included), aware UTC."""

    begin: datetime
    end: datetime

    def __contains__(self, instant: object) -> bool:
        return isinstance(instant, datetime) and self.begin <= instant < self.end


@dataclass(frozen=True, slots=True)
class HandOver:
    """The open lines of a visit went to a named nurse."""

    encounter: str
    lines: tuple[str, ...]
    to: str
    """A sign-in name."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One drug of one line; instants are aware UTC, an empty string is something not recorded."""

    date: str
    """ISO date of the line's start in the zone, else of the visit's."""
    chair: str
    encounter: str
    patient: str
    mrn: str
    line: str
    drug: str
    dose: Decimal | None
    unit: str
    """UCUM."""
    purpose: Purpose
    route: Route
    access: str
    start: datetime | None
    stop: datetime | None
    minutes: int
    """Charted running minutes; of a line still up those until the end of the period, pauses out."""
    pauses: int
    labels: tuple[Label, ...]
    """How times of the line are known that were not pressed."""
    stop_source: StopSource | None
    stop_reason: StopReason | None
    started_by: str
    stopped_by: str
    nurse: str
    ticket: str
    version: int
    status: Status
    open_at_end: bool
    handed_over_to: str
    handed_over_at: datetime | None


@dataclass(frozen=True, slots=True)
class ShiftLog:
    period: Period
    zone: ZoneInfo
    rows: tuple[ShiftRow, ...]

    @property
    def open_lines(self) -> int:
        """Lines still up when the period ended."""
        return len({(row.encounter, row.line) for row in self.rows if row.open_at_end})


def hand_overs_of(events: Iterable[Event]) -> tuple[HandOver, ...]:
    """The hand-overs among events of any visits."""
    return tuple(
        HandOver(event.header.encounter_id or "", event.body.lines, event.body.to, event.header.occurred)
        for event in events
        if isinstance(event.body, HandedOver)
    )


def shift_log(
    encounters: Sequence[Encounter],
    period: Period,
    people: Mapping[str, str],
    zone: ZoneInfo,
    hand_overs: Sequence[HandOver] = (),
    nurse: str | None = None,
    as_of: datetime | None = None,
    chair: str | None = None,
) -> ShiftLog:
    """Every line that was up in the period, by chair and start. `people` turns sign-in names into `M. Ruiz RN`.

    With `nurse` (a sign-in name) only the lines that person started, stopped or had the visit of; with `chair`
    only those of its visits. Minutes of a line still running are counted up to `as_of` or the end of the period,
    whichever is earlier.
    """
    asked = Asked(period, people, zone, nurse, chair, as_of)
    rows = [row for encounter in encounters for row in rows_of(encounter, asked, hand_overs)]
    rows.sort(key=row_order)
    return ShiftLog(period, zone, tuple(rows))


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines are wanted, and how they are told."""

    period: Period
    people: Mapping[str, str]
    """Sign-in name → `M. Ruiz RN`."""
    zone: ZoneInfo
    nurse: str | None = None
    chair: str | None = None
    as_of: datetime | None = None

    @property
    def until(self) -> datetime:
        """Up to when the minutes of a running line count."""
        return min(self.period.end, self.as_of or self.period.end)


def rows_of(encounter: Encounter, asked: Asked, hand_overs: Sequence[HandOver] = ()) -> tuple[ShiftRow, ...]:
    """The wanted lines of one visit, in the order of the record."""
    if asked.chair is not None and encounter.chair != asked.chair:
        return ()
    telling = _Telling(asked.period, asked.until, asked.people, asked.zone, hand_overs)
    return tuple(
        _row(one, encounter, telling)
        for one in encounter.administrations
        if _was_up(one, asked.period)
        and (asked.nurse is None or asked.nurse in (one.started_by, one.stopped_by, encounter.nurse))
    )


def row_order(row: ShiftRow) -> tuple[Any, ...]:
    """By chair, then start."""
    return chair_order(row.chair), row.start or _NEVER, row.encounter, row.line, row.drug


def _was_up(one: Administration, period: Period) -> bool:
    starts, stops = _starts(one), _stops(one)
    if not starts or min(starts) >= period.end:
        return False
    still = one.state in _OPEN or len(stops) < len(starts)
    return still or max(stops) >= period.begin


def _starts(one: Administration) -> list[datetime]:
    return [segment.start for segment in one.segments if segment.start]


def _stops(one: Administration) -> list[datetime]:
    return [segment.stop for segment in one.segments if segment.stop]


def _open_at_end(one: Administration, period: Period) -> bool:
    if one.state is LineState.GIVEN:
        return False
    stops = _stops(one)
    return one.state in _OPEN or len(stops) < len(_starts(one)) or max(stops) >= period.end


@dataclass(frozen=True, slots=True)
class _Telling:
    """What every row is told with."""

    period: Period
    until: datetime
    people: Mapping[str, str]
    zone: ZoneInfo
    hand_overs: Sequence[HandOver]


def _row(one: Administration, encounter: Encounter, telling: _Telling) -> ShiftRow:
    people = telling.people
    patient = encounter.patient
    start = min(_starts(one))
    still = one.state in _OPEN or len(_stops(one)) < len(_starts(one))
    handed = _handed_over(one, encounter, telling.hand_overs)
    return ShiftRow(
        date=start.astimezone(telling.zone).date().isoformat(),
        chair=encounter.chair or "",
        encounter=encounter.id,
        patient=patient.name if patient else "",
        mrn=patient.mrn if patient else "",
        line=one.line or one.id,
        drug=one.drug,
        dose=one.dose.amount if one.dose else None,
        unit=one.dose.unit if one.dose else "",
        purpose=one.purpose,
        route=one.route,
        access=_access(one.access, encounter.accesses),
        start=start,
        stop=None if still else max(_stops(one)),
        minutes=running_minutes(one, telling.until if one.state is LineState.RUNNING else None),
        pauses=max(0, len(_starts(one)) - 1),
        labels=_labels(one, encounter),
        stop_source=None if still else one.segments[-1].stop_source,
        stop_reason=None if still else one.stop_reason,
        started_by=_named(one.started_by, people),
        stopped_by=_named(one.stopped_by, people),
        nurse=_named(encounter.nurse, people),
        ticket=encounter.ticket_number or "",
        version=encounter.version,
        status=encounter.status,
        open_at_end=_open_at_end(one, telling.period),
        handed_over_to=_named(handed.to, people) if handed else "",
        handed_over_at=handed.at if handed else None,
    )


def _named(sign_in: str | None, people: Mapping[str, str]) -> str:
    return people.get(sign_in, sign_in) if sign_in else ""


def _access(wanted: str | None, accesses: Sequence[Access]) -> str:
    access = next((one for one in accesses if one.id == wanted), None)
    if access is None:
        return wanted or ""
    return " ".join(part for part in (access.id, access.device.value, access.site) if part)


def _labels(one: Administration, encounter: Encounter) -> tuple[Label, ...]:
    found = {note.label for note in encounter.time_notes if note.line is not None and note.line == one.line}
    return tuple(label for label in Label if label in found)


def _handed_over(one: Administration, encounter: Encounter, hand_overs: Sequence[HandOver]) -> HandOver | None:
    mine = [hand for hand in hand_overs if hand.encounter == encounter.id and one.line in hand.lines]
    return max(mine, key=lambda hand: hand.at, default=None)


def chair_order(chair: str) -> tuple[bool, int, str]:
    """Chairs that are numbers in their order, then the named ones."""
    number = int(chair) if chair.isascii() and chair.isdigit() and len(chair) < 9 else 0
    return number == 0, number, chair
