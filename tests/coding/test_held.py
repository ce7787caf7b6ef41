"""Small facts of the coder that no worked case looks at: each fails when the line it holds is changed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    Family,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)
PORT = Access("A", Device.PORT, "chest")


def at(minute: int) -> datetime:
    return NINE + timedelta(minutes=minute)


def ran(
    name: str, start: int, stop: int | None, drug: str = "alpha", family: Family | None = Family.THERAPEUTIC
) -> Administration:
    """An IV infusion at the port with its order, dose and response charted."""
    times = (Segment(at(start), None if stop is None else at(stop)),)
    given = Administration(name, drug, Route.IV_INFUSION, times, family, access="A", order_on_file=True)
    return replace(given, dose=Amount(Decimal(1), "g"), response="well")


def visit(*given: Administration, setting: Setting = Setting.OUTPATIENT_FACILITY) -> Encounter:
    return Encounter("E", setting, "America/New_York", accesses=(PORT,), administrations=given)


def units(ticket: ChargeTicket) -> list[tuple[str, int]]:
    return [(line.code, line.units) for line in ticket.lines]


def missing(ticket: ChargeTicket) -> list[str | int]:
    return [f.params["missing"] for f in ticket.findings if f.code == "charting-incomplete"]


@pytest.mark.parametrize(
    ("bag", "expected"), [("B", [("96365", 1), ("96366", 1)]), (" ", [("96365", 1), ("96367", 1)])]
)
def test_a_blank_bag_is_no_bag(bag: str, expected: list[tuple[str, int]]) -> None:
    one, other = (replace(x, bag=bag) for x in (ran("1", 0, 50), ran("2", 50, 100, "beta")))
    assert units(code(visit(one, other), book())) == expected


@pytest.mark.parametrize(
    ("hcpcs", "family", "drug", "asked"),
    [
        ("J9999", None, "something new", ["family"]),
        (" j9999 ", None, "something new", ["family"]),
        ("J9999", Family.CHEMOTHERAPY, "something new", []),
        ("J9999", None, "cisplatin", []),
        ("J3490", None, "something new", []),
        (None, None, "something new", []),
    ],
)
def test_what_no_table_knows_of_the_antineoplastic_codes_is_asked(
    hcpcs: str | None, family: Family | None, drug: str, asked: list[str]
) -> None:
    given = replace(ran("1", 0, 50, drug, family), hcpcs=hcpcs)
    assert missing(code(visit(given), load_rulebook())) == asked


def test_the_family_is_asked_before_what_the_policy_asks() -> None:
    given = replace(ran("1", 0, 50, "something new", None), hcpcs="J9999", response=None)
    assert missing(code(visit(given), load_rulebook())) == ["family+response"]


@pytest.mark.parametrize(
    ("dose", "opened", "container", "asked"),
    [
        ("110 mg", "100 mg", Container.SINGLE_DOSE, ["opened"]),
        ("0.11 g", "100 mg", Container.SINGLE_DOSE, ["opened"]),
        ("100 mg", "100 mg", Container.SINGLE_DOSE, []),
        ("110 mg", "100 mg", Container.MULTI_DOSE, []),
        ("110 mg", "100 mL", Container.SINGLE_DOSE, []),
        ("110 mg", "0 mg", Container.SINGLE_DOSE, []),
        ("0 mg", "100 mg", Container.SINGLE_DOSE, []),
    ],
)
def test_opening_less_than_was_given_is_told_and_the_line_stands(
    dose: str, opened: str, container: Container, asked: list[str]
) -> None:
    given = replace(ran("1", 0, 50), dose=amount(dose), opened=amount(opened), container=container)
    assert missing(code(visit(given), book())) == asked


def test_more_than_was_opened_keeps_jz() -> None:
    given = replace(
        ran("1", 0, 50), dose=amount("110 mg"), opened=amount("100 mg"), hcpcs="J1", hcpcs_unit=amount("10 mg")
    )
    ticket = code(visit(replace(given, container=Container.SINGLE_DOSE)), book())
    assert [(x.code, x.units, x.modifiers) for x in ticket.lines][-1] == ("J1", 11, ("JZ",))


def amount(text: str) -> Amount:
    number, unit = text.split()
    return Amount(Decimal(number), unit)
