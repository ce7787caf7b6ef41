"""The shift log: every line that was up in a period, with times, minutes, people and ticket, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.record.charted_lines import ChartedLine, ChartedVisit, HandOver, charted
from nursedesk.record.encounter import Encounter, Label, Purpose, Route, Status, StopReason, StopSource

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Period:
    """From an instant (included) to another (not included), aware UTC."""

    begin: datetime
    end: datetime

    def __contains__(self, instant: object) -> bool:
        return isinstance(instant, datetime) and self.begin <= instant < self.end


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

    def named(self, sign_in: str) -> str:
        """How a person is written; one who is not known by the sign-in name."""
        return self.people.get(sign_in, sign_in) if sign_in else ""


def rows_of(encounter: Encounter, asked: Asked, hand_overs: Sequence[HandOver] = ()) -> tuple[ShiftRow, ...]:
    """The wanted lines of one visit, in the order of their starts."""
    visit = charted(encounter, hand_overs, asked.until)
    return tuple(_row(line, visit, asked) for line in wanted_lines(visit, asked))


def wanted_lines(visit: ChartedVisit, asked: Asked) -> tuple[ChartedLine, ...]:
    """The lines of a visit that were up in the period, and are the asked nurse's and chair's."""
    if asked.chair is not None and visit.chair != asked.chair:
        return ()
    begin, end, nurse = asked.period.begin, asked.period.end, asked.nurse
    return tuple(
        line
        for line in visit.lines
        if line.start < end
        and (line.stop is None or line.stop >= begin)
        and (nurse is None or nurse in (line.started_by, line.stopped_by, visit.nurse))
    )


def is_open_at_end(line: ChartedLine, end: datetime) -> bool:
    """Whether a line was up when the period ended."""
    return not line.how.given and (line.stop is None or line.stop >= end)


def row_order(row: ShiftRow) -> tuple[Any, ...]:
    """By chair, then start."""
    return chair_order(row.chair), row.start or _NEVER, row.encounter, row.line, row.drug


def _row(line: ChartedLine, visit: ChartedVisit, asked: Asked) -> ShiftRow:
    named = asked.named
    return ShiftRow(
        date=line.start.astimezone(asked.zone).date().isoformat(),
        chair=visit.chair,
        encounter=visit.encounter,
        patient=visit.patient,
        mrn=visit.mrn,
        line=line.line,
        drug=line.drug,
        dose=line.dose,
        unit=line.unit,
        purpose=line.how.purpose,
        route=line.how.route,
        access=line.access,
        start=line.start,
        stop=line.stop,
        minutes=line.minutes or 0,
        pauses=line.how.pauses,
        labels=line.how.labels,
        stop_source=line.how.stop_source,
        stop_reason=line.how.stop_reason,
        started_by=named(line.started_by),
        stopped_by=named(line.stopped_by),
        nurse=named(visit.nurse),
        ticket=visit.ticket,
        version=visit.version,
        status=visit.status,
        open_at_end=is_open_at_end(line, asked.period.end),
        handed_over_to=named(line.handed_over_to),
        handed_over_at=line.handed_over_at,
    )


def chair_order(chair: str) -> tuple[bool, int, str]:
    """Chairs that are numbers in their order, then the named ones."""
    number = int(chair) if chair.isascii() and chair.isdigit() and len(chair) < 9 else 0
    return number == 0, number, chair
