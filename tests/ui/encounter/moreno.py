"""One visit with everything in it: two pushes, a drug that is paused and resumed, a second drug beside it, saline.

Its look is written out by hand, so that the page is tested against known values and not against the coder.
"""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from nursedesk.coding.keys import WhyKey
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Placement, Role, Severity, System, Why
from nursedesk.record.encounter import Access, Amount, Device, Encounter, Label, Patient, Purpose, Route, Setting
from nursedesk.record.events import (
    AccessPlaced,
    Body,
    Corrected,
    DiagnosesSet,
    DrugHung,
    Event,
    Noted,
    Opened,
    OrderCharted,
    Paused,
    Prepared,
    Pushed,
    RateChanged,
    Resumed,
    Started,
    Stopped,
    Voided,
)
from nursedesk.record.fold import fold
from nursedesk.record.header import AccessId, EncounterId, EventId, Header, LineId, PersonId, Source, StationId
from nursedesk.watch.look import Kind, LineLook, Look, Notice, Step

ZONE = ZoneInfo("America/New_York")
DAY = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
"""Midnight in New York."""


def at(clock: str) -> datetime:
    """`11:30` of the visit's day in its zone, as UTC."""
    hours, minutes = clock.split(":")
    return DAY + timedelta(hours=int(hours), minutes=int(minutes))


NOW = at("14:07")


def event(
    number: int,
    clock: str,
    body: Body,
    actor: str = "mruiz",
    recorded: str | None = None,
    reason: str | None = None,
    source: Source = Source.PRESSED,
) -> Event:
    """An event of this visit; its id is `e-<number>`."""
    header = Header(
        event_id=EventId(f"e-{number}"),
        station_id=StationId("A"),
        encounter_id=EncounterId("E-1124-0042"),
        occurred=at(clock),
        zone="America/New_York",
        offset_minutes=-300,
        source=source,
        recorded=at(recorded or clock) + timedelta(milliseconds=number),
        boot_id="boot",
        boot_ms=number,
        actor=PersonId(actor),
        session="s",
        auth="pin",
        reason=reason,
    )
    return Event(header, body)


def mg(amount: str) -> Amount:
    return Amount(Decimal(amount), "mg")


def _hung(
    line: str, drug: str, dose: Amount | None, hcpcs: str, route: Route, access: str = "A", **more: object
) -> Prepared:
    drugs = (DrugHung(administration=f"{line}-1", drug=drug, hcpcs=hcpcs, dose=dose),)
    return Prepared(LineId(line), route, drugs, access=AccessId(access), **more)  # type: ignore[arg-type]


def _bodies() -> tuple[Event, ...]:
    patient = Patient("MORENO, Luisa", "40 20 113", datetime(1968, 3, 7, tzinfo=UTC).date(), "F")
    opened = Opened(
        "Elm St Infusion",
        Setting.OUTPATIENT_FACILITY,
        "2",
        patient,
        payer="Blue Ridge PPO",
        ordering_provider="A. Castellano MD",
        nurse=PersonId("jdoe"),
    )
    infusion, push = Route.IV_INFUSION, Route.IV_PUSH
    saline = _hung(
        "L3", "sodium chloride 0.9 %", None, "", infusion, purpose=Purpose.KEEP_OPEN, order_on_file=True
    )
    rate = Amount(Decimal(95), "mL/h")
    return (
        event(1, "11:02", opened),
        event(2, "11:05", AccessPlaced(Access("A", Device.PERIPHERAL, "left forearm"))),
        event(3, "11:07", saline),
        event(4, "11:08", Started(LineId("L3"))),
        event(5, "11:12", _hung("L4", "diphenhydramine", mg("25"), "J1200", push, order_on_file=True)),
        event(6, "11:12", Pushed(LineId("L4"))),
        event(7, "11:15", _hung("L5", "methylprednisolone", mg("40"), "J2919", push, order_on_file=True)),
        event(8, "11:15", Pushed(LineId("L5"))),
        event(9, "11:25", _hung("L1", "infliximab", mg("400"), "J1745", infusion, ordered_minutes=165)),
        event(10, "11:26", OrderCharted(LineId("L1"), True, 165)),
        event(11, "11:30", Started(LineId("L1"))),
        event(
            12,
            "12:18",
            Paused(LineId("L1"), 1),
            recorded="12:27",
            reason="with patient, flushing and itch",
            source=Source.TYPED,
        ),
        event(13, "12:40", Resumed(LineId("L1"), 2), actor="jdoe"),
        event(14, "12:40", RateChanged(LineId("L1"), rate), actor="jdoe"),
        event(
            15,
            "12:50",
            AccessPlaced(Access("B", Device.PERIPHERAL, "right hand", "second line for flow")),
            actor="jdoe",
        ),
        event(
            16,
            "12:54",
            _hung("L2", "magnesium sulfate", Amount(Decimal(2), "g"), "J3475", infusion, "B"),
            actor="jdoe",
        ),
        event(17, "12:55", Started(LineId("L2")), actor="jdoe"),
        event(18, "13:52", Stopped(LineId("L2"), 1), actor="jdoe"),
        event(
            19,
            "13:45",
            Corrected(EventId("e-18"), Label.CORRECTION, at("13:45")),
            actor="jdoe",
            recorded="14:01",
            reason="bag empty, seen at bedside",
        ),
        event(20, "13:46", Noted("no discomfort", LineId("L2"), True), actor="jdoe"),
        event(21, "11:16", Noted("calm, no itch", LineId("L5"), True)),
        event(22, "11:14", Noted("drowsy, as expected", LineId("L4"), True)),
        event(23, "11:09", DiagnosesSet(("K50.90", "E83.42"))),
        event(24, "13:10", Pushed(LineId("L5"))),
        event(25, "13:10", Voided(EventId("e-24")), reason="undo"),
    )


EVENTS: tuple[Event, ...] = _bodies()
NAMES = {
    "infliximab": "inFLIXimab",
    "diphenhydramine": "diphenhydrAMINE",
    "methylprednisolone": "methylPREDNISolone",
}
PEOPLE = {"jdoe": "J. Doe RN", "mruiz": "M. Ruiz RN"}


def encounter() -> Encounter:
    """The visit, folded."""
    return fold(EVENTS)


def ticket() -> ChargeTicket:
    """What the coder says at 14:07."""
    date = DAY.date()

    def line(code: str, units: int, minutes: int | None, ids: str, *why: Why) -> ChargeLine:
        system = System.CPT if code[0] == "9" else System.HCPCS
        return ChargeLine(code, system, units, (), date, minutes, tuple(ids.split()), (), why)

    net = {"shared": 50, "own": 50, "with": "inFLIXimab"}
    infliximab = {"given": "400 mg", "unit": "10 mg", "units": 40}
    more = Why("R2.3", WhyKey.ADDITIONAL_HOURS, {"minutes": 135, "units": 1, "next": 151})
    packaged = Why("R11.4", WhyKey.PACKAGED)
    pushes = (
        Why("R5.1", WhyKey.PUSH_NEW, {"drug": "diphenhydrAMINE"}),
        Why("R5.1", WhyKey.PUSH_NEW, {"drug": "methylPREDNISolone"}),
    )
    lines = (
        line("96365", 1, 135, "L1-1", Why("R3.5", WhyKey.INITIAL_EARLIEST, {"tier": "therapeutic-infusion"})),
        line("96366", 1, 135, "L1-1", more),
        line("96368", 1, 50, "L2-1", Why("R4.6", WhyKey.CONCURRENT_SHARE, net)),
        line("96375", 2, None, "L4-1 L5-1", *pushes),
        line("J1745", 40, None, "L1-1", Why("R11.1", WhyKey.DRUG_UNITS, infliximab)),
        line("J1200", 1, None, "L4-1", packaged),
        line("J2919", 8, None, "L5-1", packaged),
        line("J3475", 4, None, "L2-1", packaged),
    )
    name = "inFLIXimab"
    findings = (
        Finding("waste-missing", Severity.WARN, "R11.2", ("L1-1",), ("J1745",), {"drug": name, "code": "J1745"}),
        Finding("no-order", Severity.WARN, "R9.4", ("L2-1",), (), {"drug": "magnesium sulfate"}),
        Finding("late-entry", Severity.INFO, "R13", ("L1-1",), (), {"times": 1}),
        Finding(
            "family-payer-variable",
            Severity.INFO,
            "R1.2",
            ("L1-1",),
            ("96365",),
            {"drug": name, "family": "therapeutic"},
        ),
    )
    placements = (
        Placement(("L1-1",), Role.INITIAL, "96365", 135, counted=135),
        Placement(("L2-1",), Role.CONCURRENT, "96368", 50, 50, ("L1-1",), 50),
        Placement(("L4-1",), Role.PUSH, "96375", 0),
        Placement(("L5-1",), Role.PUSH, "96375", 0),
        Placement(("L3-1",), Role.UNCODED, None, 179),
    )
    return ChargeTicket("E-1124-0042", "facility", "7c419be055d2a81f", {}, lines, findings, placements)


def look(now: datetime = NOW) -> Look:
    """The visit at 14:07: 135 charted minutes, next change at 151."""
    steps = tuple(Step(16 if n == 0 else 91 + 60 * (n - 1), n + 1) for n in range(6))
    lines = (
        LineLook("L1", 135, Role.INITIAL, steps, 50, ("magnesium sulfate",), at("14:23"), at("14:15")),
        LineLook("L2", 50, Role.CONCURRENT, (Step(16, 1),), 50, ("infliximab",)),
        LineLook("L3", 179, Role.UNCODED, ()),
        LineLook("L4", 0, Role.PUSH, ()),
        LineLook("L5", 0, Role.PUSH, ()),
    )
    return Look(ticket(), now, at("14:23"), lines, (Notice(Kind.NO_ORDER, "L2"),))
