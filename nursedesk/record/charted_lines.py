"""What a log tells of each charted line, whatever the period and the zone it is asked for in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class HandOver:
    """The open lines of a visit went to a named nurse."""

    encounter: str
    lines: tuple[str, ...]
    to: str
    """A sign-in name."""
    at: datetime


class How(NamedTuple):
    """What is said of a line in a few words that come again from line to line."""

    purpose: Purpose
    route: Route
    pauses: int
    labels: tuple[Label, ...]
    """How times of the line are known that were not pressed."""
    stop_source: StopSource | None
    stop_reason: StopReason | None
    given: bool
    """A push or injection: it is never open, whatever its times say."""


class ChartedLine(NamedTuple):
    """One drug of one line that was started; people are sign-in names, instants aware UTC, "" is not recorded.

    A named tuple, because a year's log makes a hundred thousand of them, and a frozen dataclass takes four times
    as long to make.
    """

    line: str
    drug: str
    dose: Decimal | None
    unit: str
    """UCUM."""
    access: str
    """Id, device and site."""
    start: datetime
    stop: datetime | None
    """None: it is up, or its stop is missing."""
    minutes: int | None
    """Charted running minutes, pauses out; None of a line that runs and was not counted up to an instant."""
    how: How
    started_by: str
    stopped_by: str
    handed_over_to: str
    handed_over_at: datetime | None


class ChartedVisit(NamedTuple):
    """A visit with its lines in the order of their starts; its nurse is a sign-in name, "" is not recorded."""

    encounter: str
    chair: str
    patient: str
    mrn: str
    nurse: str
    ticket: str
    version: int
    status: Status
    opened: datetime | None
    lines: tuple[ChartedLine, ...]


def charted(
    encounter: Encounter, hand_overs: Sequence[HandOver] = (), until: datetime | None = None
) -> ChartedVisit:
    """A visit as logs tell it; a line that runs is counted up to `until`."""
    return ChartedVisit(
        encounter=encounter.id,
        chair=encounter.chair or "",
        patient=encounter.patient.name if encounter.patient else "",
        mrn=encounter.patient.mrn if encounter.patient else "",
        nurse=encounter.nurse or "",
        ticket=encounter.ticket_number or "",
        version=encounter.version,
        status=encounter.status,
        opened=encounter.opened,
        lines=charted_lines(encounter, hand_overs, until),
    )


def charted_lines(
    encounter: Encounter, hand_overs: Sequence[HandOver] = (), until: datetime | None = None
) -> tuple[ChartedLine, ...]:
    """The started lines of a visit, a drug each, in the order of their starts."""
    found = [_line(one, encounter, hand_overs, until) for one in encounter.administrations if _starts(one)]
    return tuple(sorted(found, key=attrgetter("start", "line", "drug")))


def hand_overs_of(events: Iterable[Event]) -> tuple[HandOver, ...]:
    """The hand-overs among events of any visits."""
    return tuple(
        HandOver(event.header.encounter_id or "", event.body.lines, event.body.to, event.header.occurred)
        for event in events
        if isinstance(event.body, HandedOver)
    )


def _line(
    one: Administration, encounter: Encounter, hand_overs: Sequence[HandOver], until: datetime | None
) -> ChartedLine:
    starts = _starts(one)
    stops = [segment.stop for segment in one.segments if segment.stop]
    still = one.state in _OPEN or len(stops) < len(starts)
    runs = one.state is LineState.RUNNING
    handed = _handed_over(one, encounter, hand_overs)
    how = How(
        purpose=one.purpose,
        route=one.route,
        pauses=max(0, len(starts) - 1),
        labels=_labels(one, encounter),
        stop_source=None if still else one.segments[-1].stop_source,
        stop_reason=None if still else one.stop_reason,
        given=one.state is LineState.GIVEN,
    )
    return ChartedLine(
        line=one.line or one.id,
        drug=one.drug,
        dose=one.dose.amount if one.dose else None,
        unit=one.dose.unit if one.dose else "",
        access=_access(one.access, encounter.accesses),
        start=min(starts),
        stop=None if still else max(stops),
        minutes=None if runs and until is None else running_minutes(one, until if runs else None),
        how=how,
        started_by=one.started_by or "",
        stopped_by=one.stopped_by or "",
        handed_over_to=handed.to if handed else "",
        handed_over_at=handed.at if handed else None,
    )


def _starts(one: Administration) -> list[datetime]:
    return [segment.start for segment in one.segments if segment.start]


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
