"""Which events count, and as what: duplicates dropped, voided ones out, corrected ones replaced.

Independent of arrival order: everything is decided by `recorded`, then by event id.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nursedesk.record.events import Body, Corrected, Event, EventId, Prepared, Voided


@dataclass(frozen=True, slots=True)
class Effective:
    """An event as it counts now: what it says, when it happened, and the correction that made it so."""

    event: Event
    body: Body
    occurred: datetime
    correction: Event | None = None

    @property
    def actor(self) -> str:
        """Who did it; a correction of the time does not change that."""
        return getattr(self.body, "by", None) or self.event.header.actor

    @property
    def corrected_time(self) -> bool:
        """Whether a correction gave it its time."""
        change = self.correction.body if self.correction else None
        return isinstance(change, Corrected) and change.occurred is not None


def in_order(events: Iterable[Event]) -> list[Event]:
    """Each event once, by when it was recorded, then by id."""
    once = {event.header.event_id: event for event in events}
    return sorted(once.values(), key=lambda event: (event.header.recorded, event.header.event_id))


def effective(events: Iterable[Event]) -> list[Effective]:
    """The events that count, in order of recording, each with its latest correction applied."""
    ordered = in_order(events)
    void = voided(ordered)
    corrections = _corrections(ordered, void)
    counting = [
        _corrected(event, corrections.get(event.header.event_id))
        for event in ordered
        if event.header.event_id not in void and not isinstance(event.body, Corrected | Voided)
    ]
    lines = {found.body.line for found in counting if isinstance(found.body, Prepared)}
    return [found for found in counting if getattr(found.body, "line", None) in lines | {None}]


def voided(ordered: Iterable[Event]) -> frozenset[EventId]:
    """Ids of the events that do not count. A Voided event itself cannot be voided: chart anew instead."""
    known = list(ordered)
    voids = {event.header.event_id for event in known if isinstance(event.body, Voided)}
    targets = {event.body.target for event in known if isinstance(event.body, Voided)}
    return frozenset(targets - voids)


def _corrections(ordered: list[Event], void: frozenset[EventId]) -> dict[EventId, Event]:
    """The latest correction of each event; a correction of a correction is one of the first event."""
    by_id = {event.header.event_id: event for event in ordered}
    latest: dict[EventId, Event] = {}
    for event in ordered:
        if isinstance(event.body, Corrected) and event.header.event_id not in void:
            latest[_root(event.body.target, by_id)] = event
    return latest


def _root(target: EventId, by_id: dict[EventId, Event]) -> EventId:
    seen = set()
    while target in by_id and target not in seen:
        seen.add(target)
        body = by_id[target].body
        if not isinstance(body, Corrected):
            break
        target = body.target
    return target


def _corrected(event: Event, correction: Event | None) -> Effective:
    if correction is None or not isinstance(correction.body, Corrected):
        return Effective(event, event.body, event.header.occurred)
    change = correction.body
    return Effective(event, change.body or event.body, change.occurred or event.header.occurred, correction)
