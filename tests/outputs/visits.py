"""Made-up visits for the tests of paper and shift log: a usual one, an empty one, a long stay."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.coding.ticket import ChargeTicket, Placement, Role
from nursedesk.outputs.paper.model import Cell, Sheet, SheetStatus, SiteHeader
from nursedesk.outputs.paper.revenue import revenue_rows
from nursedesk.outputs.paper.sheet import sheet
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Conflict,
    Container,
    Device,
    Encounter,
    Label,
    LineState,
    Patient,
    Purpose,
    Route,
    Segment,
    Setting,
    Status,
    StopReason,
    StopSource,
    TimeNote,
)
from nursedesk.watch.look import LineLook, Look, Step

from tests.house.tree import ROOT

ZONE = ZoneInfo("America/New_York")
SITE = SiteHeader("Elm Street Infusion Center", "214 Elm Street, Fairview PA 16415", "1000000004")
PEOPLE = {"mruiz": "M. Ruiz RN", "jdoe": "J. Doe RN", "tadeyemi": "T. Adeyemi RN"}
REVENUE = revenue_rows((ROOT / "resources" / "templates" / "revenue.csv").read_text("utf-8"))
DAY = date(2026, 11, 24)
MEANING = "I was responsible for this care and the times are true to the best of my knowledge. PIN, station A."


def at(clock: str, day: date = DAY) -> datetime:
    """An instant on the wall clock of the made-up site, in UTC."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def mg(amount: str, unit: str = "mg") -> Amount:
    return Amount(Decimal(amount), unit)


def ran(*times: str, source: StopSource = StopSource.OBSERVED) -> tuple[Segment, ...]:
    """Segments from pairs of clock times."""
    return tuple(Segment(at(start), at(stop), source) for start, stop in zip(times[::2], times[1::2], strict=True))


def push(clock: str) -> tuple[Segment, ...]:
    return (Segment(at(clock), at(clock)),)


INFLIXIMAB = Administration(
    id="a1",
    line="l1",
    drug="inFLIXimab",
    route=Route.IV_INFUSION,
    segments=ran("11:30", "12:18", "12:40", "14:16"),
    access="A",
    hcpcs="J1745",
    ndc="57894-030-01",
    dose=mg("400"),
    opened=mg("400"),
    container=Container.SINGLE_DOSE,
    volume=mg("250", "mL"),
    rate=mg("95", "mL/h"),
    diluent="sodium chloride 0.9 %",
    lot="KJT9F21",
    expiry=date(2027, 9, 30),
    started_by="mruiz",
    stopped_by="jdoe",
    stop_reason=StopReason.COMPLETED,
    response="flushing and itch 12:18; paused, resumed 12:40, completed",
    checked_by="tadeyemi",
    checked_at=at("11:24"),
)
MAGNESIUM = Administration(
    id="a2",
    line="l2",
    drug="magnesium sulfate",
    route=Route.IV_INFUSION,
    segments=ran("12:55", "13:45", source=StopSource.CORRECTED),
    access="B",
    hcpcs="J3475",
    ndc="00409-6729-24",
    dose=mg("2", "g"),
    opened=mg("2", "g"),
    container=Container.SINGLE_DOSE,
    volume=mg("50", "mL"),
    rate=mg("60", "mL/h"),
    diluent="premixed",
    lot="6128803",
    expiry=date(2027, 3, 31),
    started_by="jdoe",
    stopped_by="jdoe",
)
DIPHENHYDRAMINE = Administration(
    id="a3",
    line="l3",
    drug="diphenhydrAMINE",
    route=Route.IV_PUSH,
    segments=push("11:12"),
    access="A",
    hcpcs="J1200",
    ndc="63323-664-01",
    dose=mg("25.0"),
    opened=mg("50"),
    wasted=mg("25"),
    waste_witness="jdoe",
    waste_signed=at("11:13"),
    container=Container.SINGLE_DOSE,
    lot="112408",
    expiry=date(2027, 7, 31),
    started_by="mruiz",
    stopped_by="mruiz",
    state=LineState.GIVEN,
)
METHYLPREDNISOLONE = replace(
    DIPHENHYDRAMINE,
    id="a4",
    line="l4",
    drug="methylPREDNISolone",
    segments=push("11:15"),
    hcpcs="J2919",
    ndc="00009-0039-28",
    dose=mg("40"),
    opened=mg("40"),
    wasted=None,
    waste_witness=None,
    waste_signed=None,
    lot="HX4410",
    expiry=date(2027, 5, 31),
)
SALINE = Administration(
    id="a5",
    line="l5",
    drug="sodium chloride 0.9 %",
    route=Route.IV_INFUSION,
    purpose=Purpose.KEEP_OPEN,
    segments=ran("11:08", "14:20"),
    access="A",
    ndc="00338-0049-02",
    volume=mg("250", "mL"),
    rate=mg("30", "mL/h"),
    lot="Y40117",
    expiry=date(2027, 11, 30),
    started_by="mruiz",
    stopped_by="jdoe",
)
NOTES = (
    TimeNote(
        "l2", "Stopped", Label.CORRECTION, at("13:52"), at("13:45"), "jdoe", at("14:01"), "bag empty, at bedside"
    ),
    TimeNote("l1", "Paused", Label.LATE_ENTRY, None, at("12:18"), "mruiz", at("12:27"), "with patient"),
)
ENCOUNTER = Encounter(
    id="E-1124-0042",
    setting=Setting.OUTPATIENT_FACILITY,
    time_zone="America/New_York",
    payer="Blue Ridge PPO",
    ordering_provider="A. Castellano MD",
    supervising_provider="R. Whitfield MD",
    patient=Patient("MORENO, Luisa", "40 20 113", date(1968, 3, 7)),
    accesses=(
        Access("A", Device.PERIPHERAL, "left forearm", placed=at("11:05")),
        Access("B", Device.PERIPHERAL, "right hand", placed=at("12:50")),
    ),
    administrations=(INFLIXIMAB, MAGNESIUM, DIPHENHYDRAMINE, METHYLPREDNISOLONE, SALINE),
    diagnoses=("K50.90", "E83.42"),
    site="elm-street",
    chair="2",
    nurse="jdoe",
    opened=at("11:02"),
    closed=at("14:29"),
    status=Status.SIGNED,
    ticket_number="A-261124-007",
    version=1,
    signed_by="jdoe",
    signed_at=at("14:31"),
    time_notes=NOTES,
)


def charge(code: str, label: str, units: int, why: str, rule: str, *ids: str, **more: Any) -> dict[str, Any]:
    """A line of nursedesk.ticket/1."""
    line: dict[str, Any] = {
        "code": code,
        "system": "HCPCS" if code[0].isalpha() else "CPT",
        "label": label,
        "units": units,
        "modifiers": [],
        "date": DAY.isoformat(),
        "minutes": None,
        "administrations": list(ids),
        "diagnoses": ["K50.90"],
        "why": [{"rule": rule, "text": why}],
    }
    return line | more


LINES = [
    charge("96365", "IV infusion, first hour", 1, "initial; first hour", "R3.2", "a1", minutes=144),
    charge(
        "96366", "IV infusion, each further hour", 1, "144 min = first hour + 1; next at 151", "R2.3", "a1",
        minutes=144,
    ),
    charge(
        "96368", "Concurrent infusion, once a visit", 1, "50 of 50 min shared with inFLIXimab", "R4.6", "a2",
        minutes=50, diagnoses=["E83.42"],
    ),
    charge("96375", "Push of a further drug", 2, "each a new drug, not initial", "R5.1", "a3", "a4"),
    charge(
        "J1745", "inFLIXimab, per 10 mg", 40, "400 mg ÷ 10 mg; nothing discarded", "R11.2", "a1", modifiers=["JZ"]
    ),
    charge(
        "J3475", "magnesium sulfate, per 500 mg", 4, "2 g ÷ 500 mg; packaged", "R11.4", "a2", diagnoses=["E83.42"]
    ),
    charge("J1200", "diphenhydrAMINE, up to 50 mg", 1, "25 mg, rounded up; packaged", "R11.4", "a3"),
    charge("J2919", "methylPREDNISolone, per 5 mg", 8, "40 mg ÷ 5 mg; packaged", "R11.4", "a4"),
]  # fmt: skip
DIGEST = "7c419be055d2a81f" + "0" * 48
TICKET: dict[str, Any] = {
    "schema": "nursedesk.ticket/1",
    "encounter": "E-1124-0042",
    "profile": {"name": "cpt", "rules_digest": DIGEST, "settings": {}},
    "lines": LINES,
    "findings": [
        {
            "code": "family-payer-variable",
            "severity": "info",
            "rule": "R1.2",
            "text": "inFLIXimab: payers differ on 96365 or 96413; this payer 96365",
            "administrations": ["a1"],
            "lines": ["96365"],
        },
        {
            "code": "bundled",
            "severity": "info",
            "rule": "R1.6",
            "text": "sodium chloride 0.9 % kept the line open",
            "administrations": ["a5"],
            "lines": [],
        },
    ],
}
_STEPS = (Step(16, 1), Step(91, 2))
LOOK = Look(
    ChargeTicket(
        "E-1124-0042", "cpt", DIGEST, {}, (), (),
        (
            Placement(("a1",), Role.INITIAL, "96365", 144, counted=144),
            Placement(("a2",), Role.CONCURRENT, "96368", 50, 50, ("a1",)),
        ),
    ),
    at("14:29"),
    None,
    (LineLook("l1", 144, Role.INITIAL, _STEPS), LineLook("l2", 50, Role.CONCURRENT, ())),
    (),
)  # fmt: skip


def sheet_of(encounter: Encounter = ENCOUNTER, ticket: dict[str, Any] = TICKET, **more: Any) -> Sheet:
    """The form of a made-up visit, as it is printed."""
    how: dict[str, Any] = {
        "status": SheetStatus.SIGNED,
        "copy": 0,
        "printed_by": "jdoe",
        "printed_at": at("14:32"),
        "zone": ZONE,
        "printer": "Suite-Laser-2",
        "revenue": REVENUE,
        "look": LOOK,
        "meaning": MEANING,
    }
    return sheet(encounter, ticket, SITE, PEOPLE, **(how | more))


def empty() -> Encounter:
    """A visit of which nothing is known yet."""
    return Encounter(id="E-1", setting=Setting.OFFICE, time_zone="America/New_York")


def long_stay(lines: int = 60) -> tuple[Encounter, dict[str, Any]]:
    """A stay of many bags one after the other over several days, with a late entry for each third."""
    given, charges, notes = [], [], []
    start = at("08:00")
    for index in range(lines):
        begin = start + timedelta(minutes=110 * index)
        end = begin + timedelta(minutes=95)
        given.append(
            replace(
                INFLIXIMAB,
                id=f"b{index}",
                line=f"m{index}",
                drug=f"cefazolin bag {index + 1}",
                segments=(Segment(begin, end),),
                lot=f"LOT{index:03}",
                response=None,
            )
        )
        charges.append(
            charge(
                "96366",
                "IV infusion, each further hour",
                1 + index,
                f"bag {index + 1}",
                "R2.3",
                f"b{index}",
                minutes=95,
            )
        )
        if index % 3 == 0:
            late = end + timedelta(minutes=9)
            notes.append(
                TimeNote(f"m{index}", "Stopped", Label.LATE_ENTRY, None, end, "jdoe", late, f"round {index}")
            )
    clash = (Conflict("Stopped", "m1", "e1", "e2"),)
    stay = replace(ENCOUNTER, administrations=tuple(given), time_notes=tuple(notes), conflicts=clash)
    return stay, TICKET | {"lines": charges, "findings": []}


def text_of(cell: Cell) -> str:
    """The words of a cell, a line for each paragraph."""
    return "\n".join("".join(run.text for run in paragraph) for paragraph in cell)
