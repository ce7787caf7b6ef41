"""Every worked case gives exactly its lines, and at least its findings, whatever order its parts arrive in."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import (
    Access,
    Administration,
    Container,
    Device,
    Encounter,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book
from tests.coding.cases import CASES, Case, amount, load

WORKED = load("published.toml") + load("clauses.toml")


def told(ticket: ChargeTicket) -> list[tuple[str, int]]:
    return sorted(("-".join((line.code, *line.modifiers)), line.units) for line in ticket.lines)


@pytest.mark.parametrize("case", WORKED, ids=[f"{c.id} {c.name}" for c in WORKED])
def test_a_worked_case_gives_its_lines_and_findings(case: Case) -> None:
    ticket = code(case.encounter, book(case.profile, case.settings))
    assert told(ticket) == list(case.lines)
    assert case.findings <= {f.code for f in ticket.findings}
    assert case.unfound.isdisjoint({f.code for f in ticket.findings})
    assert all(line.why for line in ticket.lines)


@pytest.mark.parametrize("case", WORKED, ids=[c.id for c in WORKED])
def test_the_order_of_arrival_changes_nothing(case: Case) -> None:
    backwards = replace(
        case.encounter,
        administrations=tuple(
            replace(a, segments=a.segments[::-1]) for a in reversed(case.encounter.administrations)
        ),
    )
    rules = book(case.profile, case.settings)
    assert code(backwards, rules) == code(case.encounter, rules)


UNITS = tomllib.loads((CASES / "drug_units.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", UNITS, ids=[c["name"] for c in UNITS])
def test_a_dose_gives_its_drug_lines(case: dict[str, Any]) -> None:
    start = datetime(2026, 3, 2, 14, tzinfo=UTC)
    given = Administration(
        id="1",
        drug="made up",
        route=Route.IM,
        segments=(Segment(start, start),),
        hcpcs="J0001",
        hcpcs_unit=amount(case["unit"]),
        order_on_file=True,
        dose=amount(case["given"]),
        opened=amount(case["opened"]),
        container=Container(case["container"]),
    )
    access = Access("A", Device.PERIPHERAL)
    visit = Encounter("D", Setting.OUTPATIENT_FACILITY, accesses=(access,), administrations=(given,))
    lines = [line for line in code(visit, book()).lines if line.code == "J0001"]
    assert [" ".join((str(x.units), *x.modifiers)) for x in lines] == case["lines"]
