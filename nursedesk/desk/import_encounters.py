"""Encounters in contract form into the record: paper downtime and migration.

Event ids are UUIDv5 of what they say, so that importing twice adds nothing and changed content is noticed.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.close import close_unsigned, draft, missing
from nursedesk.desk.correct import AHEAD
from nursedesk.desk.daybook import Daybook, Told
from nursedesk.desk.hang import AT_ONCE
from nursedesk.desk.open_desk import OpenDesk
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.encounter import (
    Administration,
    Encounter,
    Label,
    Patient,
    Segment,
    Status,
    StopReason,
    StopSource,
)
from nursedesk.record.events import (
    AccessId,
    AccessPlaced,
    Body,
    Corrected,
    DiagnosesSet,
    EmCharted,
    EncounterId,
    Event,
    EventId,
    LineId,
    Noted,
    Opened,
    PersonId,
    Prepared,
    PrimarySet,
    Pushed,
    Resumed,
    Source,
    Started,
    Stopped,
    Wasted,
)
from nursedesk.record.fold_lines import drug_of

_NAMESPACE = uuid.UUID("7b0cf1f2-5d5f-5a37-9d3c-6f0f7a9f3b11")
"""Ours alone: makes the ids of imported events."""


class Became(StrEnum):
    ADDED = "added"
    KNOWN = "known"
    CONFLICT = "conflict"
    UNREAL = "unreal"
    """A time was given that no clock of the zone ever showed."""
    FUTURE = "future"
    """A time was given that has not come yet."""


@dataclass(frozen=True, slots=True)
class Imported:
    encounter: EncounterId
    became: Became
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """One event to be: its id, what it says, when it happened and how that is known."""

    id: EventId
    body: Body
    when: datetime
    source: Source = Source.IMPORTED


Twice = tuple[tuple[str, datetime], ...]
"""(administration, local time) of times that the night had twice, told without saying which."""


def take_in(desk: OpenDesk, rulebook: Rulebook, encounter: Encounter, reason: str, twice: Twice = ()) -> Imported:
    """Import a visit and, when nothing is missing, close it with a ticket that waits for a signature.

    `twice`: the first of the two was taken, and its event says so.
    """
    daybook, encounter_id = desk.daybook, EncounterId(encounter.id)
    events = desk.ledger.events_of(encounter_id)
    if events:
        daybook.load({encounter_id: events})
    known = {event.header.event_id: event for event in events}
    outcome = import_encounter(daybook, encounter, reason, known, twice)
    if outcome.became is Became.ADDED:
        folded = daybook.encounter(encounter_id)
        lacks = missing(folded, draft(folded, rulebook), SuiteFacts(charting=()))
        if folded.status is Status.OPEN and not any(one.blocks for one in lacks):
            close_unsigned(daybook, folded, Told(source=Source.IMPORTED, reason=reason))
    return outcome


def import_encounter(
    daybook: Daybook, encounter: Encounter, reason: str, known: Mapping[EventId, Event], twice: Twice = ()
) -> Imported:
    """Write what the record does not have yet of this visit. `known` is what it has, by event id."""
    encounter_id = EncounterId(encounter.id)
    odd = next((one.id for one in encounter.administrations for part in one.segments if part.unreal), None)
    if odd is not None:
        return Imported(encounter_id, Became.UNREAL, odd)
    ahead = _ahead(encounter, daybook.clock() + AHEAD)
    if ahead:
        return Imported(encounter_id, Became.FUTURE, ahead)
    said = list(_sayings(daybook.suite.facts.site, encounter, daybook.clock()))
    clash = next((one for one in said if one.id in known and _differs(one, known[one.id])), None)
    if clash is not None:
        return Imported(encounter_id, Became.CONFLICT, type(clash.body).__name__)
    new = [one for one in said if one.id not in known]
    if known and any(gone not in {say.id for say in said} for gone, one in known.items() if _imported(one)):
        return Imported(encounter_id, Became.CONFLICT, "")
    if not new:
        return Imported(encounter_id, Became.KNOWN)
    _write(daybook, encounter, new, reason, twice)
    return Imported(encounter_id, Became.ADDED)


def _ahead(encounter: Encounter, latest: datetime) -> str:
    """The first administration with a time after `latest`, and that time; empty when there is none."""
    for one in encounter.administrations:
        for part in one.segments:
            for time in (part.start, part.stop):
                if time is not None and time > latest:
                    return f"{one.id}: {time.astimezone(ZoneInfo(encounter.time_zone)):%Y-%m-%d %H:%M}"
    return ""


def _write(daybook: Daybook, encounter: Encounter, new: Iterable[_Said], reason: str, twice: Twice) -> None:
    """All of a visit in one transaction, under the importing person's name."""
    zone = ZoneInfo(encounter.time_zone)

    def why(one: _Said) -> str:
        local = one.when.astimezone(zone).replace(tzinfo=None, fold=0)
        timed = isinstance(one.body, Started | Resumed | Stopped | Pushed)
        if timed and (getattr(one.body, "line", ""), local) in twice:
            return f"{reason} ({local:%H:%M} came twice that night and was told without an offset: the first)"
        return reason

    daybook.write_as(
        EncounterId(encounter.id),
        [(one.id, one.body, Told(one.when, one.source, why(one))) for one in new],
        zone=encounter.time_zone,
    )


def _imported(event: Event) -> bool:
    return uuid.UUID(event.header.event_id).version == 5


def _differs(one: _Said, known: Event) -> bool:
    same_time = one.when == known.header.occurred or isinstance(one.body, _UNTIMED)
    return one.body != known.body or not same_time


_UNTIMED = (Opened, AccessPlaced, Prepared, DiagnosesSet, EmCharted, PrimarySet, Noted, Wasted)
"""Told of the whole visit: when they count as having happened is ours to say, and no conflict."""


def _sayings(site: str, encounter: Encounter, now: datetime) -> Iterable[_Said]:
    """Everything the contract's form says of a visit, as events to be."""
    begun = min(
        (part.start for one in encounter.administrations for part in one.segments if part.start), default=now
    )

    def said(of: str, part: str, body: Body, when: datetime = begun, source: Source = Source.IMPORTED) -> _Said:
        name = "\x1f".join((site, encounter.id, of, part, type(body).__name__))
        return _Said(EventId(str(uuid.uuid5(_NAMESPACE, name))), body, when, source)

    yield said("", "", _opened(site, encounter))
    for access in encounter.accesses:
        yield said(access.id, "", AccessPlaced(replace(access, placed=None)))
    for one in encounter.administrations:
        yield said(one.id, "", _prepared(one))
        for number, segment in enumerate(one.segments, 1):
            last = number == len(one.segments)
            for part, body, when, source in _segment(one, number, segment, last):
                yield said(one.id, f"{number}{part}", body, when, source)
            if segment.stop_source is StopSource.CORRECTED and segment.stop is not None:
                target = said(one.id, f"{number}stop", Stopped(LineId(one.id), number)).id
                yield said(one.id, f"{number}", Corrected(target, Label.CORRECTION, segment.stop), segment.stop)
        yield from (said(one.id, "", body) for body in _afterwards(one))
    yield from (said("", "", body) for body in _of_visit(encounter))


def _opened(site: str, encounter: Encounter) -> Opened:
    return Opened(
        site=site,
        setting=encounter.setting,
        chair="",
        patient=encounter.patient or Patient(),
        payer=encounter.payer,
        authorization=encounter.authorization,
        ordering_provider=encounter.ordering_provider,
        supervising_provider=encounter.supervising_provider,
        earlier_visit_same_day=encounter.earlier_visit_same_day,
    )


def _prepared(one: Administration) -> Prepared:
    return Prepared(
        line=LineId(one.id),
        route=one.route,
        drugs=(drug_of(one),),
        purpose=one.purpose,
        access=AccessId(one.access) if one.access is not None else None,
        bag=one.bag,
        volume=one.volume,
        rate=one.rate,
        ordered_minutes=one.ordered_minutes,
        order_on_file=one.order_on_file,
        additional_pump_setups=one.additional_pump_setups,
        clinic_supplied_pump=one.clinic_supplied_pump,
    )


def _segment(
    one: Administration, number: int, segment: Segment, last: bool
) -> Iterable[tuple[str, Body, datetime, Source]]:
    line = LineId(one.id)
    starter = PersonId(one.started_by) if one.started_by else None
    stopper = PersonId(one.stopped_by) if one.stopped_by else None
    if segment.start is not None and segment.stop is None and one.route in AT_ONCE and len(one.segments) == 1:
        yield "", Pushed(line, starter), segment.start, Source.IMPORTED
        return
    if segment.start is not None:
        begin: Body = Started(line, number, starter) if number == 1 else Resumed(line, number)
        yield "start", begin, segment.start, Source.IMPORTED
    if segment.stop is not None:
        reason = one.stop_reason if last else StopReason.COMPLETED
        calculated = segment.stop_source is StopSource.CALCULATED
        source = Source.CALCULATED if calculated else Source.IMPORTED
        yield "stop", Stopped(line, number, reason, stopper), segment.stop, source


def _afterwards(one: Administration) -> Iterable[Body]:
    if one.response is not None:
        yield Noted(one.response, LineId(one.id), response=True)
    if one.waste_witness is not None:
        yield Wasted(one.id, None, one.waste_witness)


def _of_visit(encounter: Encounter) -> Iterable[Body]:
    if encounter.diagnoses:
        yield DiagnosesSet(encounter.diagnoses)
    if encounter.evaluation_and_management:
        yield EmCharted(encounter.evaluation_and_management)
    if encounter.primary_administration is not None:
        yield PrimarySet(encounter.primary_administration)
