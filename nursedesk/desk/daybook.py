"""The day at this station: the visits in memory, and the one way in which anything gets into the record.

A use case calls `write`; the event counts on the screen at once, is handed to the writer, and is settled when the
writer says what became of it. Used from one thread.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk import __version__
from nursedesk.desk.clock import Reading, StationClock
from nursedesk.desk.guards import require_honest
from nursedesk.desk.roles import STATION, require
from nursedesk.desk.suite import Person, Suite, after
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import (
    Body,
    EncounterId,
    Event,
    EventId,
    Header,
    LineId,
    Source,
    StationId,
)
from nursedesk.record.fold import fold

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_AFTER = timedelta(microseconds=1)

UNDO_FOR = timedelta(seconds=10)
CARRIED_ON = timedelta(days=1)
"""A clock may have been set back by so much between two openings."""

Submit = Callable[[tuple[Event, ...]], None]
"""Hands events to the writer; what became of them comes back through `Daybook.settle`."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is at the desk, and how we know."""

    person: Person
    id: str
    auth: str


NOBODY = Session(Person(STATION, "Station"), "", "none")


class Settled(StrEnum):
    SAVED = "saved"
    NOT_SAVED = "not_saved"
    CHECKING = "checking"
    JOURNALLED = "journalled"
    """In the emergency journal until the record takes it: it counts on the screen, and waits."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the time of what is written is known: pressed now, or said by a person."""

    when: datetime | None = None
    source: Source = Source.PRESSED
    reason: str | None = None
    supersedes: EventId | None = None
    boot: tuple[str, int] | None = None
    """The boot and the ms since it at `when`, when the clocks were read then: a press that got its name later."""


PRESSED = Told()


@dataclass(frozen=True, slots=True)
class Action:
    """The last thing pressed, for Undo."""

    kind: str
    encounter: EncounterId
    line: LineId | None
    events: tuple[EventId, ...]
    at: datetime
    session: str


@dataclass(slots=True)
class Daybook:
    clock: StationClock
    station: StationId
    submit: Submit
    suite: Suite = field(default_factory=Suite)
    session: Session = NOBODY
    last_action: Action | None = None
    recall: Callable[[EncounterId], tuple[Event, ...]] = lambda _: ()
    """Reads a visit that is not in memory from the record."""
    names: set[str] = field(default_factory=set)
    """Encounter ids and ticket numbers given lately, so that none is given twice."""
    _last: datetime = _LONG_AGO
    _events: dict[EncounterId, tuple[Event, ...]] = field(default_factory=dict)
    _folded: dict[EncounterId, Encounter] = field(default_factory=dict)
    _waiting: dict[EventId, Event] = field(default_factory=dict)

    # --- reading ---

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.suite.facts.zone)

    def encounter(self, encounter_id: EncounterId) -> Encounter:
        """The visit as it stands, presses not yet saved included."""
        if encounter_id not in self._folded:
            self._folded[encounter_id] = fold(self.events(encounter_id))
        return self._folded[encounter_id]

    def events(self, encounter_id: EncounterId) -> tuple[Event, ...]:
        """A visit's events; one that was let go is read from the record again. KeyError when there is none."""
        if encounter_id not in self._events:
            found = self.recall(encounter_id)
            if not found:
                raise KeyError(encounter_id)
            self.load({encounter_id: found})
        return self._events[encounter_id]

    def let_go(self, before: datetime) -> int:
        """Forget the visits that were closed and left before an instant; the record has them. Returns how many."""
        waiting = {event.header.encounter_id for event in self._waiting.values()}
        going = [one.id for one in self.encounters() if one.id not in waiting and _is_over(one, before)]
        for encounter_id in map(EncounterId, going):
            del self._events[encounter_id]
            self._folded.pop(encounter_id, None)
        return len(going)

    def known(self) -> frozenset[EncounterId]:
        """The visits that are in memory."""
        return frozenset(self._events)

    def encounters(self) -> tuple[Encounter, ...]:
        """Every visit in memory: the open ones and today's closed ones."""
        return tuple(self.encounter(known) for known in self._events)

    def in_chair(self, chair: str) -> Encounter | None:
        """The visit that holds this chair now."""
        held = [one for one in self.encounters() if one.chair == chair and one.freed is None]
        return max(held, key=lambda one: (one.opened is not None, one.opened, one.id), default=None)

    def waiting(self) -> int:
        """How many events the writer still has."""
        return len(self._waiting)

    # --- taking in what the record holds ---

    def load(self, visits: Mapping[EncounterId, tuple[Event, ...]]) -> None:
        """Put visits from the record into memory."""
        for encounter_id, events in visits.items():
            self._events[encounter_id] = events
            self._folded.pop(encounter_id, None)
            self.names.add(encounter_id)

    def go_on_after(self, recorded: datetime) -> None:
        """What is written from now on is recorded after this, the newest there was before the desk was opened.

        Later presses count before earlier ones, also when the clock was set back in between. A time far ahead is
        a clock's mistake, which must not be carried on.
        """
        if recorded - self.clock() <= CARRIED_ON:
            self._last = max(self._last, recorded)

    # --- writing ---

    def write(
        self, encounter_id: EncounterId | None, *bodies: Body, told: Told = PRESSED, zone: str | None = None
    ) -> tuple[Event, ...]:
        """Record these together: one transaction, one instant. Returns the events as they were written."""
        said = [(EventId(str(uuid.uuid4())), body, told) for body in bodies]
        return self.write_as(encounter_id, said, zone)

    def write_as(
        self,
        encounter_id: EncounterId | None,
        said: Iterable[tuple[EventId, Body, Told]],
        zone: str | None = None,
    ) -> tuple[Event, ...]:
        """Record these under ids that are given, each with its own time. Raises `Refused` (roles)."""
        events = self._made(encounter_id, said, self.clock.read(), zone)
        self._take(events)
        self.submit(events)
        return events

    def write_across(
        self, parts: Iterable[tuple[EncounterId, Iterable[tuple[EventId, Body, Told]]]]
    ) -> tuple[Event, ...]:
        """Record what concerns several visits: one transaction, all of it or nothing. Raises `Refused`."""
        reading = self.clock.read()
        events = tuple(event for visit, said in parts for event in self._made(visit, said, reading, None))
        self._take(events)
        self.submit(events)
        return events

    def _made(
        self,
        encounter_id: EncounterId | None,
        said: Iterable[tuple[EventId, Body, Told]],
        reading: Reading,
        zone: str | None,
    ) -> tuple[Event, ...]:
        listed = tuple(said)
        before = self._events.get(encounter_id, ()) if encounter_id is not None else ()
        for _, body, told in listed:
            require(self.session.person, body, told.source)
            require_honest(body, told.when, before)
        return tuple(
            Event(self._header(event_id, encounter_id, told, reading, zone), body)
            for event_id, body, told in listed
        )

    def write_of_itself(self, *bodies: Body, encounter_id: EncounterId | None = None) -> tuple[Event, ...]:
        """Record what the station did without anybody: signed as the station's, whoever is at the desk."""
        at_the_desk, self.session = self.session, NOBODY
        try:
            return self.write(encounter_id, *bodies)
        finally:
            self.session = at_the_desk

    def act(self, kind: str, encounter_id: EncounterId, line: LineId | None, *bodies: Body) -> tuple[Event, ...]:
        """Record a press that can be undone for ten seconds."""
        events = self.write(encounter_id, *bodies)
        ids = tuple(event.header.event_id for event in events)
        self.last_action = Action(kind, encounter_id, line, ids, events[0].header.occurred, self.session.id)
        return events

    def settle(self, events: Iterable[Event], became: Settled) -> None:
        """What the writer says: saved events stay, those not saved no longer count on the screen."""
        for event in events:
            if became in (Settled.CHECKING, Settled.JOURNALLED):
                continue
            self._waiting.pop(event.header.event_id, None)
            if became is Settled.NOT_SAVED:
                self._drop(event)

    def _header(
        self,
        event_id: EventId,
        encounter_id: EncounterId | None,
        told: Told,
        reading: Reading,
        zone: str | None,
    ) -> Header:
        occurred = told.when or reading.now
        # What is written together, or within one tick of the clock, was still written one after the other.
        self._last = recorded = max(reading.now, self._last + _AFTER)
        name = zone or self._zone_of(encounter_id)
        offset = occurred.astimezone(ZoneInfo(name)).utcoffset() or timedelta()
        return Header(
            event_id=event_id,
            station_id=self.station,
            encounter_id=encounter_id,
            occurred=occurred,
            zone=name,
            offset_minutes=int(offset.total_seconds() // 60),
            source=told.source,
            recorded=recorded,
            boot_id=told.boot[0] if told.boot else reading.boot_id,
            boot_ms=told.boot[1] if told.boot else reading.boot_ms,
            actor=self.session.person.id,
            session=self.session.id,
            auth=self.session.auth,
            reason=told.reason,
            supersedes=told.supersedes,
            app_version=__version__,
        )

    def _zone_of(self, encounter_id: EncounterId | None) -> str:
        """A visit keeps the zone it was opened in."""
        if encounter_id is not None and encounter_id in self._events:
            return self.encounter(encounter_id).time_zone
        return self.suite.facts.zone

    def _take(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self._waiting[event.header.event_id] = event
            encounter_id = event.header.encounter_id
            if encounter_id is not None:
                self.names.add(encounter_id)
                self._events[encounter_id] = (*self._events.get(encounter_id, ()), event)
                self._folded.pop(encounter_id, None)
            else:
                self.suite = after(self.suite, event.body)

    def _drop(self, event: Event) -> None:
        encounter_id = event.header.encounter_id
        if encounter_id is None or encounter_id not in self._events:
            return
        left = tuple(one for one in self._events[encounter_id] if one is not event)
        self._folded.pop(encounter_id, None)
        if left:
            self._events[encounter_id] = left
        else:
            del self._events[encounter_id]


def _is_over(visit: Encounter, before: datetime) -> bool:
    """Whether a visit was closed, and its chair left, before an instant."""
    if visit.status is Status.OPEN or visit.closed is None or visit.freed is None:
        return False
    return max(visit.closed, visit.freed) < before
