"""Tells a made-up day through the use cases: each step at its minute, whatever order the chairs are told in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import check_in, close, correct, run
from nursedesk.desk.clock import Reading
from nursedesk.desk.daybook import Daybook, Session
from nursedesk.desk.hang import Hang, hang_and_start, prepare, push
from nursedesk.desk.suite import Person
from nursedesk.record.encounter import Access, Amount, Container, Device, Encounter, Patient, Purpose, Route
from nursedesk.record.events import AccessId, DrugHung, EncounterId, EventId, LineId

AFTER_TOMORROW = date(2028, 6, 30)
"""An expiry that no demo reaches."""


@dataclass(slots=True)
class GivenClock:
    """A station's clocks at a minute that is set: wall time and time since boot agree."""

    present: Reading
    ago: timedelta = timedelta()

    def __call__(self) -> Reading:
        boot_ms = self.present.boot_ms - int(self.ago.total_seconds() * 1000)
        return Reading(self.present.now - self.ago, self.present.boot_id, boot_ms)


Step = tuple[float, Callable[[], None]]
"""Minutes before the present, and what is done then."""


@dataclass(slots=True)
class Visit:
    """One patient's visit while it is told; times are minutes before the present."""

    daybook: Daybook
    rulebook: Rulebook
    chair: str
    patient: Patient
    nurse: Person
    payer: str = "Blue Ridge PPO"
    ordered_by: str = "A. Castellano MD"
    id: EncounterId = field(default=EncounterId(""))
    steps: list[Step] = field(default_factory=list)
    lines: dict[str, LineId] = field(default_factory=dict)

    @property
    def encounter(self) -> Encounter:
        return self.daybook.encounter(self.id)

    def at(self, ago: float, do: Callable[[], object], by: Person | None = None) -> None:
        """Something is done at a minute, by the visit's nurse unless another is named."""

        def step() -> None:
            self.daybook.session = Session(by or self.nurse, "demo", "pin")
            do()

        self.steps.append((ago, step))

    def arrive(self, ago: float, device: Device = Device.PERIPHERAL, site: str = "22 g, left forearm") -> None:
        access = Access("A", device, site)
        setting = self.daybook.suite.facts.setting
        form = check_in.CheckIn(
            self.chair,
            self.patient,
            setting,
            payer=self.payer,
            ordering_provider=self.ordered_by,
            supervising_provider="R. Whitfield MD",
            access=access,
        )
        self.at(ago, lambda: self._arrived(form))

    def _arrived(self, form: check_in.CheckIn) -> None:
        self.id = check_in.check_in(self.daybook, form)

    def hang(self, ago: float, name: str, form: Hang, start: bool = True) -> None:
        use = hang_and_start if start else prepare
        self.at(ago, lambda: self.lines.update({name: use(self.daybook, self.encounter, form)}))

    def push(self, ago: float, form: Hang) -> None:
        self.at(ago, lambda: push(self.daybook, self.encounter, form))

    def stop(self, ago: float, name: str, by: Person | None = None) -> None:
        self.at(ago, lambda: run.stop(self.daybook, self.encounter, self.lines[name]), by)

    def pause(self, ago: float, name: str) -> None:
        self.at(ago, lambda: run.pause(self.daybook, self.encounter, self.lines[name]))

    def resume(self, ago: float, name: str) -> None:
        self.at(ago, lambda: run.resume(self.daybook, self.encounter, self.lines[name]))

    def retime(self, ago: float, kind: str, name: str, to: float, why: str) -> None:
        """The last event of this kind of the line really happened `to` minutes before the present."""
        self.at(ago, lambda: self._retimed(kind, name, timedelta(minutes=ago - to), why))

    def _retimed(self, kind: str, name: str, later: timedelta, why: str) -> None:
        when = self.daybook.clock() + later
        correct.correct_time(self.daybook, self.encounter, self._event(kind, name), when, why)

    def _event(self, kind: str, name: str) -> EventId:
        mine = [one for one in self.daybook.events(self.id) if one.kind == kind]
        return next(
            one.header.event_id for one in reversed(mine) if getattr(one.body, "line", None) == self.lines[name]
        )

    def chart(self, ago: float, *do: Callable[[Daybook, Encounter], object]) -> None:
        for one in do:
            self.at(ago, partial(self._charted, one))

    def _charted(self, do: Callable[[Daybook, Encounter], object]) -> None:
        do(self.daybook, self.encounter)

    def respond(self, ago: float, text: str = "tolerated, no reaction") -> None:
        """Every line's response is charted."""
        self.at(ago, lambda: self._responded(text))

    def _responded(self, text: str) -> None:
        for line in {one.line: None for one in self.encounter.administrations}:
            correct.chart_response(self.daybook, self.encounter, LineId(line), text)

    def sign(self, ago: float, printed: bool = True) -> None:
        self.at(ago, lambda: close.sign(self.daybook, self.encounter, self.rulebook))
        if printed:
            self.at(ago, lambda: close.printed(self.daybook, self.encounter, "Suite-Laser-2"))


def tell(clock: GivenClock, visits: Iterable[Visit]) -> None:
    """Do every step of every visit, the earliest first."""
    steps = sorted((step for visit in visits for step in visit.steps), key=lambda step: -step[0])
    for ago, do in steps:
        clock.ago = timedelta(minutes=ago)
        do()
    clock.ago = timedelta()


def amount(text: str) -> Amount:
    """`400 mg` as an amount."""
    number, _, unit = text.partition(" ")
    return Amount(Decimal(number), unit)


def bag(
    drug: str,
    dose: str | None,
    *,
    route: Route = Route.IV_INFUSION,
    opened: str | None = None,
    container: Container = Container.SINGLE_DOSE,
    volume: str | None = None,
    rate: str | None = None,
    minutes: int | None = None,
    purpose: Purpose = Purpose.TREATMENT,
    access: str = "A",
    order: bool | None = True,
    lot: str | None = None,
    ndc: str | None = None,
    hcpcs: str | None = None,
    diluent: str | None = "sodium chloride 0.9 %",
) -> Hang:
    """A bag or syringe in short."""
    hung = DrugHung(
        "",
        drug,
        hcpcs=hcpcs,
        ndc=ndc,
        dose=amount(dose) if dose else None,
        opened=amount(opened) if opened else None,
        container=container,
        lot=lot,
        expiry=AFTER_TOMORROW if lot else None,
    )
    return Hang(
        route,
        (hung,),
        purpose=purpose,
        access=AccessId(access),
        diluent=diluent if volume and route is Route.IV_INFUSION else None,
        volume=amount(volume) if volume else None,
        rate=amount(rate) if rate else None,
        ordered_minutes=minutes,
        order_on_file=order,
    )


def keep_open() -> Hang:
    """Saline at 30 mL/h that keeps the vein open."""
    return bag(
        "sodium chloride 0.9 %", None, rate="30 mL/h", purpose=Purpose.KEEP_OPEN, lot="Y40117", diluent=None
    )


def syringe(drug: str, dose: str, lot: str | None = None) -> Hang:
    """An IV push."""
    return bag(drug, dose, route=Route.IV_PUSH, opened=dose, lot=lot)
