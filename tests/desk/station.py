"""A station whose clocks are turned by hand and whose writer saves at once, for tests of the use cases."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.clock import Reading, StationClock
from nursedesk.desk.daybook import Daybook, Session, Settled
from nursedesk.desk.hang import Hang
from nursedesk.desk.suite import Person, Role, Suite, SuiteFacts
from nursedesk.record.encounter import Access, Amount, Container, Device, Encounter, Patient, Route, Setting
from nursedesk.record.events import AccessId, DrugHung, EncounterId, Event, PersonId, StationId

DOE = Person(PersonId("jdoe"), "Jordan Doe", "RN", (Role.NURSE,))
RUIZ = Person(PersonId("mruiz"), "Maria Ruiz", "RN", (Role.NURSE, Role.CHARGE_NURSE))
PAY = Person(PersonId("bill"), "Bill Payer", "", (Role.BILLER,))


@dataclass
class Clocks:
    """A wall clock and a time since boot that can be turned apart."""

    wall: datetime = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
    boot_ms: int = 1_000
    boot_id: str = "boot-1"

    def __call__(self) -> Reading:
        return Reading(self.wall, self.boot_id, self.boot_ms)

    def pass_(self, minutes: float = 0, seconds: float = 0) -> None:
        """Time goes by."""
        gone = timedelta(minutes=minutes, seconds=seconds)
        self.wall += gone
        self.boot_ms += int(gone.total_seconds() * 1000)

    def set_wall(self, by: timedelta) -> None:
        """Somebody sets the clock."""
        self.wall += by


@dataclass
class Station:
    clocks: Clocks = field(default_factory=Clocks)
    saved: list[Event] = field(default_factory=list)
    fails: bool = False

    def __post_init__(self) -> None:
        facts = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=("1", "2", "3"))
        self.daybook = Daybook(
            clock=StationClock(self.clocks),
            station=StationId("A"),
            submit=self._submit,
            suite=Suite(facts, (DOE, RUIZ, PAY)),
            session=Session(DOE, "s1", "pin"),
        )

    def _submit(self, events: tuple[Event, ...]) -> None:
        if not self.fails:
            self.saved.extend(events)
        self.daybook.settle(events, Settled.NOT_SAVED if self.fails else Settled.SAVED)

    def pass_(self, minutes: float = 0, seconds: float = 0) -> None:
        self.clocks.pass_(minutes, seconds)

    def seat(self, chair: str = "1", name: str = "ROE, Jane") -> EncounterId:
        access = Access("A", Device.PERIPHERAL, "left forearm")
        return check_in(
            self.daybook,
            CheckIn(chair, Patient(name, "40 21 877"), Setting.OUTPATIENT_FACILITY, access=access),
        )

    def encounter(self, encounter_id: EncounterId) -> Encounter:
        return self.daybook.encounter(encounter_id)

    def kinds(self) -> list[str]:
        return [event.kind for event in self.saved]


def infliximab(route: Route = Route.IV_INFUSION, order: bool | None = True) -> Hang:
    """400 mg from four single-dose vials of 100 mg, over two hours, at access A."""
    drug = DrugHung(
        "",
        "infliximab",
        dose=_mg(400),
        opened=_mg(400),
        container=Container.SINGLE_DOSE,
    )
    return Hang(route, (drug,), access=AccessId("A"), ordered_minutes=120, order_on_file=order)


def _mg(amount: int) -> Amount:
    return Amount(Decimal(amount), "mg")
