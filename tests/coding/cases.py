"""The worked cases of tests/cases as encounters: one reader for every file of them."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    EvaluationAndManagement,
    Family,
    Purpose,
    Route,
    Segment,
    Setting,
    StopReason,
    StopSource,
)

CASES = Path(__file__).parent.parent / "cases"
ZONE = "America/New_York"


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    name: str
    profile: str
    settings: dict[str, str]
    encounter: Encounter
    lines: tuple[tuple[str, int], ...]
    """`96413-53` and units."""
    findings: frozenset[str]
    unfound: frozenset[str]
    """What it must not find."""


def load(name: str) -> list[Case]:
    return [_case(entry) for entry in tomllib.loads((CASES / name).read_text("utf-8"))["case"]]


def amount(text: str) -> Amount:
    """`305 mg`."""
    number, unit = text.split(" ", 1)
    return Amount(Decimal(number), unit)


def _case(entry: dict[str, Any]) -> Case:
    day: date = entry["day"]
    encounter = Encounter(
        id=entry["id"],
        setting=Setting(entry["setting"]),
        time_zone=ZONE,
        earlier_visit_same_day=entry.get("earlier_visit_same_day", False),
        primary_administration=entry.get("primary"),
        accesses=tuple(_access(a) for a in entry.get("accesses", ())),
        administrations=tuple(_given(g, day) for g in entry["given"]),
        evaluation_and_management=tuple(EvaluationAndManagement(*e) for e in entry.get("em", ())),
        diagnoses=tuple(entry.get("diagnoses", ())),
    )
    lines = tuple(sorted((code, int(units)) for code, units in (line.split(" ×") for line in entry["lines"])))
    return Case(
        id=entry["id"],
        name=entry["name"],
        profile=entry.get("profile", "cpt"),
        settings=entry.get("settings", {}),
        encounter=encounter,
        lines=lines,
        findings=frozenset(entry["findings"]),
        unfound=frozenset(entry.get("unfound", ())),
    )


def _access(entry: dict[str, Any]) -> Access:
    return Access(entry["id"], Device(entry["device"]), entry.get("site"), entry.get("separate_reason"))


def _given(entry: dict[str, Any], day: date) -> Administration:
    family = entry.get("family")
    return Administration(
        id=entry["id"],
        drug=entry["drug"],
        route=Route(entry["route"]),
        segments=tuple(_segment(t.strip(), day) for t in entry["times"].split(",") if t.strip()),
        family=None if family is None else Family(family),
        purpose=Purpose(entry.get("purpose", "treatment")),
        access=entry.get("access"),
        bag=entry.get("bag"),
        hcpcs=entry.get("hcpcs"),
        ordered_minutes=entry.get("ordered_minutes"),
        order_on_file={"yes": True, "no": False, "unknown": None}[entry.get("order", "yes")],
        stop_reason=StopReason(entry.get("stop_reason", "completed")),
        dose=amount(entry["dose"]) if "dose" in entry else None,
        opened=amount(entry["opened"]) if "opened" in entry else None,
        hcpcs_unit=amount(entry["unit"]) if "unit" in entry else None,
        container=Container(entry.get("container", "unknown")),
        waste_witness=entry.get("witness"),
        response=entry.get("response"),
        additional_pump_setups=entry.get("additional_pump_setups", 0),
        clinic_supplied_pump=entry.get("clinic_supplied_pump", False),
    )


def _segment(text: str, day: date) -> Segment:
    """`09:00-10:15`; `09:00-` open; `-10:00` no start; `~10:00` a calculated stop; `!08:50` really earlier."""
    start, _, stop = text.partition("-")
    source = StopSource.CALCULATED if stop.startswith("~") else StopSource.OBSERVED
    reversed_on_purpose = stop.startswith("!")
    begin = _instant(start, day)
    end = _instant(stop.lstrip("~!"), day)
    if begin is not None and end is not None and end < begin and not reversed_on_purpose:
        end = _instant(stop.lstrip("~!"), day + timedelta(days=1))
    return Segment(begin, end, source)


def _instant(text: str, day: date) -> datetime | None:
    if not text:
        return None
    return datetime.combine(day, time.fromisoformat(text), ZoneInfo(ZONE)).astimezone(UTC)
