"""Two lines overlap in the record and did not at the chair: the first bag was down when the next one began."""

from dataclasses import dataclass
from datetime import datetime

from nursedesk.desk import correct
from nursedesk.desk.daybook import Action, Daybook
from nursedesk.record.encounter import Administration, Encounter, Family, LineState, Purpose
from nursedesk.record.events import EncounterId, Event, EventId, LineId

_ASIDE = frozenset({Purpose.CARRIER, Purpose.KEEP_OPEN, Purpose.FLUSH, Purpose.HYDRATION})
"""Purposes whose lines are never said to overlap a drug."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One bag followed the other: when the second began, the first was down."""

    first: LineId
    second: LineId
    at: datetime


def handed_on(encounter: Encounter, line: LineId) -> Handover | None:
    """The two lines of an overlap one of which is `line`; None without such two.

    The first is the one that began before; it runs still, or was stopped after the second had begun.
    """
    began = {one.line: (one, at) for one in encounter.administrations if _runs_or_ran(one) and (at := _began(one))}
    if line not in began:
        return None
    mine, since = began.pop(line)
    before = [(at, name) for name, (one, at) in began.items() if _covers(one, since)]
    after = [(at, name) for name, (_, at) in began.items() if _covers(mine, at)]
    if before:
        return Handover(LineId(max(before)[1]), line, since)
    return Handover(line, LineId(min(after)[1]), min(after)[0]) if after else None


def make_sequential(daybook: Daybook, encounter: Encounter, found: Handover, reason: str) -> None:
    """Chart that the first bag was down when the next began; Undo takes it back. Raises `Refused`."""
    first = next(one for one in encounter.administrations if one.line == found.first)
    events = _stopped(daybook, encounter, first, found, reason)
    ids = tuple(event.header.event_id for event in events)
    daybook.last_action = Action(
        "sequential", EncounterId(encounter.id), found.first, ids, daybook.clock(), daybook.session.id
    )


def _stopped(
    daybook: Daybook, encounter: Encounter, first: Administration, found: Handover, reason: str
) -> tuple[Event, ...]:
    stop = first.segments[-1].stop_event
    if stop is None:
        body = correct.missing_stop(encounter, found.first)
        return correct.chart_late(daybook, encounter, body, found.at, reason)
    return correct.correct_time(daybook, encounter, EventId(stop), found.at, reason)


def _runs_or_ran(one: Administration) -> bool:
    """An infusion of a drug whose last stretch can be ended earlier."""
    if one.state not in (LineState.RUNNING, LineState.STOPPED) or one.purpose in _ASIDE:
        return False
    return one.family is not Family.HYDRATION and _began(one) is not None


def _began(one: Administration) -> datetime | None:
    """When its last stretch began."""
    return one.segments[-1].start if one.segments else None


def _covers(one: Administration, when: datetime) -> bool:
    """Whether its last stretch had begun before an instant and went on after it."""
    start, stop = _began(one), one.segments[-1].stop
    return start is not None and start < when and (stop is None or when < stop)
