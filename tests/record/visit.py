"""A visit told in short: `Visit().open().hang("L1", "infliximab").start("L1", "09:00")…events`."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from nursedesk.record.encounter import Access, Amount, Device, Label, Patient, Route, Setting
from nursedesk.record.events import (
    AccessId,
    AccessPlaced,
    Body,
    Corrected,
    DrugHung,
    EncounterId,
    Event,
    EventId,
    Header,
    LineId,
    Opened,
    Paused,
    PersonId,
    Prepared,
    Pushed,
    Resumed,
    Source,
    Started,
    StationId,
    Stopped,
    Voided,
)

DAY = datetime(2026, 3, 2, tzinfo=UTC)


def at(clock: str) -> datetime:
    """`09:30` of the day all these visits are on, in UTC."""
    hours, minutes = clock.split(":")
    return DAY + timedelta(hours=int(hours), minutes=int(minutes))


@dataclass
class Visit:
    encounter: str = "E1"
    events: list[Event] = field(default_factory=list)
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def say(
        self,
        body: Body,
        when: str = "09:00",
        recorded: str | None = None,
        actor: str = "jdoe",
        source: Source = Source.PRESSED,
        reason: str | None = None,
    ) -> EventId:
        number = next(self.numbers)
        event_id = EventId(f"{self.encounter}-{number:04}")
        header = Header(
            event_id=event_id,
            station_id=StationId("A"),
            encounter_id=EncounterId(self.encounter),
            occurred=at(when),
            zone="America/New_York",
            offset_minutes=-300,
            source=source,
            recorded=at(recorded or when) + timedelta(microseconds=number),
            boot_id="boot",
            boot_ms=number,
            actor=PersonId(actor),
            session="s",
            auth="pin",
            reason=reason,
        )
        self.events.append(Event(header, body))
        return event_id

    def open(self, when: str = "08:50") -> "Visit":
        patient = Patient(name="ROE, Jane", mrn="40 21 877")
        self.say(Opened("Elm St", Setting.OUTPATIENT_FACILITY, "3", patient, nurse=PersonId("jdoe")), when)
        self.say(AccessPlaced(Access("A", Device.PERIPHERAL, "left forearm")), when)
        return self

    def hang(self, line: str, *drugs: str, when: str = "08:55", route: Route = Route.IV_INFUSION) -> "Visit":
        hung = tuple(
            DrugHung(f"{line}.{place}" if len(drugs) > 1 else line, drug, dose=Amount(Decimal(400), "mg"))
            for place, drug in enumerate(drugs, 1)
        )
        self.say(Prepared(LineId(line), route, hung, access=AccessId("A"), order_on_file=True), when)
        return self

    def start(self, line: str, when: str) -> EventId:
        return self.say(Started(LineId(line)), when)

    def pause(self, line: str, when: str, segment: int = 1) -> EventId:
        return self.say(Paused(LineId(line), segment), when)

    def resume(self, line: str, when: str, segment: int = 2) -> EventId:
        return self.say(Resumed(LineId(line), segment), when)

    def stop(self, line: str, when: str, segment: int = 1, actor: str = "jdoe") -> EventId:
        return self.say(Stopped(LineId(line), segment), when, actor=actor)

    def push(self, line: str, when: str) -> EventId:
        return self.say(Pushed(LineId(line)), when)

    def void(self, target: EventId, when: str, reason: str = "undo") -> EventId:
        return self.say(Voided(target), when, reason=reason)

    def correct(self, target: EventId, to: str, when: str, reason: str = "seen at bedside") -> EventId:
        return self.say(Corrected(target, Label.CORRECTION, at(to)), when, source=Source.TYPED, reason=reason)
