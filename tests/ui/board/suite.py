"""Twelve chairs at 14:07 in every state, as values: for tests of the board and for its pictures."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Role, Severity, System
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Device,
    Encounter,
    LineState,
    Patient,
    Purpose,
    Route,
    Segment,
    Setting,
)
from nursedesk.ui.board.card_model import CardModel, ChairDay, EarlierVisit, Names, card
from nursedesk.watch.look import Kind, LineLook, Look, Notice, Step
from nursedesk.watch.policy import Policy

ZONE = ZoneInfo("America/New_York")
DRUGS = (
    "inFLIXimab", "riTUXimab", "cefTRIAXone", "PACLitaxel", "CARBOplatin", "diphenhydrAMINE", "methylPREDNISolone",
)  # fmt: skip
NAMES = Names(
    {"jdoe": "J. Doe RN", "mruiz": "M. Ruiz RN", "tadeyemi": "T. Adeyemi RN"},
    {name.lower(): name for name in DRUGS},
)
DRUG_STEPS = (Step(16, 1), Step(91, 2), Step(151, 3))
HYDRATION_STEPS = (Step(31, 1), Step(91, 2), Step(151, 3))


def at(clock: str) -> datetime:
    """That minute of the day in New York, as UTC."""
    hour, minute = clock.split(":")
    return datetime(2026, 11, 24, int(hour), int(minute), tzinfo=ZONE).astimezone(UTC)


NOW = at("14:07")


def amount(text: str) -> Amount:
    """`150 mg` as a value."""
    number, unit = text.split()
    return Amount(Decimal(number), unit)


def line(drug: str, dose: str, *spans: str, **more: object) -> Administration:
    """One drug on a line of its own; spans are `12:40` (running) or `12:40-13:10`."""
    segments = []
    for span in spans:
        start, _, stop = span.partition("-")
        segments.append(Segment(at(start), at(stop) if stop else None))
    state = LineState.STOPPED
    if not spans:
        state = LineState.PREPARED
    elif segments[-1].stop is None:
        state = LineState.RUNNING
    given: dict[str, object] = {
        "id": drug, "drug": drug, "route": Route.IV_INFUSION, "segments": tuple(segments), "dose": amount(dose),
        "line": drug, "state": state, "started_by": "jdoe", "access": "A",
    }  # fmt: skip
    return Administration(**(given | more))  # type: ignore[arg-type]


def keep_open(start: str) -> Administration:
    """Saline that keeps the vein open."""
    saline = line("sodium chloride 0.9 %", "250 mL", start, purpose=Purpose.KEEP_OPEN, rate=amount("30 mL/h"))
    return replace(saline, dose=None)


def push(drug: str, dose: str, when: str, who: str = "jdoe") -> Administration:
    """A push, given at once."""
    return replace(line(drug, dose, f"{when}-{when}"), state=LineState.GIVEN, route=Route.IV_PUSH, started_by=who)


def visit(
    chair: str, name: str, born: str, sex: str, mrn: str, nurse: str, access: Access | None, *given: Administration
) -> Encounter:
    """A visit in a chair."""
    return Encounter(
        id=f"E-{chair}", setting=Setting.OUTPATIENT_FACILITY, time_zone="America/New_York",
        patient=Patient(name, mrn, date.fromisoformat(born), sex), accesses=(access,) if access else (),
        administrations=given, chair=chair, nurse=nurse, opened=at("11:02"),
    )  # fmt: skip


def piv(site: str) -> Access:
    """A peripheral vein."""
    return Access("A", Device.PERIPHERAL, site, placed=at("14:04"))


def looked(*lines: LineLook, notices: tuple[Notice, ...] = (), ticket: ChargeTicket | None = None) -> Look:
    """What the watch says about a visit."""
    empty = ChargeTicket("E", "cpt", "", {}, (), ())
    return Look(ticket or empty, NOW, None, lines, notices)


def drug_look(name: str, change: str | None = None, **more: object) -> LineLook:
    """A charged drug line's look."""
    given: dict[str, object] = {
        "line": name, "minutes": 0, "role": Role.INITIAL, "steps": DRUG_STEPS,
        "next_change": at(change) if change else None,
    }  # fmt: skip
    return LineLook(**(given | more))  # type: ignore[arg-type]


def saline() -> LineLook:
    """A keep-open line's look: never charged, no steps."""
    return LineLook("sodium chloride 0.9 %", 0, Role.UNCODED, ())


def _rows() -> dict[str, tuple[Encounter | None, Look | None, ChairDay]]:
    none = ChairDay()
    chairs: dict[str, tuple[Encounter | None, Look | None, ChairDay]] = {}
    chairs["1"] = (
        visit("1", "KOWALSKI, Anna", "1990-05-14", "F", "40 11 020", "mruiz", piv("22 g, left hand"),
              line("vedolizumab", "300 mg", "13:45", ordered_minutes=30), keep_open("13:36")),
        looked(drug_look("vedolizumab", "15:16"), saline()), none,
    )  # fmt: skip
    chairs["2"] = (
        visit("2", "MORENO, Luisa", "1968-03-07", "F", "40 20 113", "mruiz", piv("22 g, left forearm"),
              push("methylprednisolone", "40 mg", "11:15"),
              line("infliximab", "400 mg", "11:30-12:18", "12:40", ordered_minutes=150), keep_open("11:08")),
        looked(drug_look("infliximab", "14:23"), saline()), none,
    )  # fmt: skip
    chairs["3"] = (
        visit("3", "ROE, Jane", "1961-02-02", "F", "40 21 877", "jdoe", Access("A", Device.PORT, "right chest"),
              push("dexamethasone", "8 mg", "12:28"), push("ondansetron", "4 mg", "12:31"),
              line("oxaliplatin", "150 mg", "12:40", ordered_minutes=120, volume=amount("250 mL"),
                   rate=amount("125 mL/h")),
              line("leucovorin", "700 mg", "12:42", ordered_minutes=118, access="A")),
        looked(
            drug_look("oxaliplatin", "14:11"),
            drug_look("leucovorin", role=Role.CONCURRENT, steps=(Step(16, 1),), shared=85,
                      shared_with=("oxaliplatin",)),
            notices=(Notice(Kind.BOUNDARY, "oxaliplatin", at("14:11")),
                     Notice(Kind.OVERLAP, "leucovorin", params={"role": "concurrent"})),
        ), none,
    )  # fmt: skip
    chairs["4"] = (None, None, ChairDay(
        (EarlierVisit("NGUYEN, Linh", at("11:20"), at("13:46"), "A-261124-005", "Signed · sent to printer"),
         EarlierVisit("ABBOTT, Grace", at("08:05"), at("10:58"), "A-261124-002", "Signed · printed")),
        at("13:46"), "VANCE, Tomas · 14:30 · iron sucrose",
    ))  # fmt: skip
    chairs["5"] = (
        visit("5", "LEE, Kim", "1984-09-19", "F", "40 19 302", "jdoe", piv("22 g, left forearm"),
              line("ceftriaxone", "2 g", "13:20", ordered_minutes=30), keep_open("13:05")),
        looked(drug_look("ceftriaxone", "14:51"), saline(),
               notices=(Notice(Kind.PLANNED_END_PASSED, "ceftriaxone", at("13:50")),)), none,
    )  # fmt: skip
    chairs["6"] = (
        visit("6", "OKAFOR, Daniel", "1975-07-30", "M", "40 17 554", "jdoe", piv("20 g, right hand"),
              push("methylprednisolone", "40 mg", "13:58"), push("diphenhydramine", "25 mg", "14:07"),
              line("infliximab", "500 mg", prepared=at("14:01"), ordered_minutes=120, volume=amount("250 mL"),
                   rate=amount("125 mL/h"))),
        looked(drug_look("infliximab"), notices=(Notice(Kind.NO_ORDER, "infliximab"),)), none,
    )  # fmt: skip
    chairs["7"] = (
        visit("7", "HADDAD, Samira", "1957-01-21", "F", "40 13 888", "mruiz", piv("22 g, right forearm"),
              push("acetaminophen", "650 mg", "12:06"), push("diphenhydramine", "25 mg", "12:08"),
              replace(line("rituximab", "700 mg", "12:14-13:58", ordered_minutes=240), state=LineState.PAUSED),
              keep_open("11:58")),
        looked(drug_look("rituximab"), saline()), none,
    )  # fmt: skip
    ticket = ChargeTicket(
        "E-8", "cpt", "", {}, tuple(ChargeLine(code, System.CPT, units) for code, units in
                                    (("96365", 1), ("96361", 1), ("J3489", 4))),
        (Finding("no-response", Severity.WARN, "R13"),),
    )  # fmt: skip
    chairs["8"] = (
        visit("8", "BERG, Ingrid", "1949-10-11", "F", "40 15 630", "mruiz", piv("22 g, right forearm"),
              line("zoledronic acid", "4 mg", "12:50-13:12"),
              line("sodium chloride 0.9 %", "500 mL", "13:14-14:02", purpose=Purpose.HYDRATION,
                   volume=amount("500 mL"))),
        looked(ticket=ticket), ChairDay(missing=("response to zoledronic acid",)),
    )  # fmt: skip
    chairs["9"] = (
        visit("9", "PATEL, Ravi", "1972-06-03", "M", "40 12 440", "tadeyemi", piv("22 g, left hand"),
              push("ondansetron", "4 mg", "13:37"), push("famotidine", "20 mg", "13:39"),
              line("sodium chloride 0.9 %", "1000 mL", "13:41", purpose=Purpose.HYDRATION,
                   volume=amount("1000 mL"), ordered_minutes=120)),
        looked(drug_look("sodium chloride 0.9 %", "14:12", steps=HYDRATION_STEPS),
               notices=(Notice(Kind.UNDER, "sodium chloride 0.9 %", params={"minutes": 31}),)), none,
    )  # fmt: skip
    chairs["10"] = (
        replace(visit("10", "SCHMIDT, Otto", "1953-12-28", "M", "40 22 045", "tadeyemi", piv("22 g, left hand")),
                opened=at("13:59")),
        looked(), ChairDay(last_visit="27-Oct-2026", last_hung=("ocrelizumab", "600 mg in 500 mL")),
    )  # fmt: skip
    chairs["11"] = (
        visit("11", "IVERSEN, Maja", "1981-04-16", "F", "40 10 007", "tadeyemi",
              Access("A", Device.PORT, "left chest"),
              push("dexamethasone", "8 mg", "12:02"), push("famotidine", "20 mg", "12:05"),
              line("paclitaxel", "300 mg", "12:15", ordered_minutes=180),
              line("carboplatin", "450 mg", "13:55", ordered_minutes=60)),
        looked(drug_look("paclitaxel", "14:46"), drug_look("carboplatin", "14:11", role=Role.SEQUENTIAL),
               notices=(Notice(Kind.UNDER, "carboplatin", params={"minutes": 16}),)), none,
    )  # fmt: skip
    chairs["12"] = (None, None, none)
    return chairs


def cards(now: datetime = NOW, policy: Policy = Policy.SHOWN) -> list[CardModel]:
    """The twelve cards."""
    return [
        card(chair, encounter, look, now, ZONE, NAMES, policy, day)
        for chair, (encounter, look, day) in _rows().items()
    ]
