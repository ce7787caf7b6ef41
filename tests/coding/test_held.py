"""Small facts of the coder that no worked case looks at: each fails when the line it holds is changed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Container,
    Device,
    Encounter,
    EvaluationAndManagement,
    Family,
    Modifier,
    Route,
    Segment,
    Setting,
    StopReason,
)

from tests.coding.books import book

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)
LATE = timedelta(hours=13)
"""From nine in the morning to ten at night: what runs then goes past midnight."""
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
        ("110 mg", "0 mg", Container.SINGLE_DOSE, ["opened"]),
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
        ran("1", 0, 50), dose=amount("110 mg"), opened=amount("100 mg"), hcpcs="J9999", hcpcs_unit=amount("10 mg")
    )
    ticket = code(visit(replace(given, container=Container.SINGLE_DOSE)), book())
    assert [(x.code, x.units, x.modifiers) for x in ticket.lines][-1] == ("J9999", 11, ("JZ",))


def amount(text: str) -> Amount:
    number, unit = text.split()
    return Amount(Decimal(number), unit)


def seen(ticket: ChargeTicket, finding: str) -> list[tuple[str, ...]]:
    """The lines of each such finding."""
    return [f.lines for f in ticket.findings if f.code == finding]


def test_a_time_no_clock_showed_is_missing_though_both_ends_are_there() -> None:
    one = ran("1", 0, 50)
    unreal = replace(one, segments=(replace(one.segments[0], unreal=True),))
    ticket = code(visit(unreal), book())
    assert [f.params["missing"] for f in ticket.findings if f.code == "not-codable"] == ["real-time"]
    assert ticket.lines == ()


def test_more_than_a_tenth_over_is_longer_than_ordered() -> None:
    for ordered, told in ((82, 1), (83, 0)):
        ticket = code(visit(replace(ran("1", 0, 91), ordered_minutes=ordered)), book())
        assert len(seen(ticket, "longer-than-ordered")) == told


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(18, []), (85, []), (86, [("96365",)]), (91, [("96366",)]), (96, [("96366",)]), (97, [])],
)
def test_the_start_of_the_first_hour_is_no_boundary_of_the_add_on(
    minutes: int, told: list[tuple[str, ...]]
) -> None:
    assert seen(code(visit(ran("1", 0, minutes)), book()), "add-on-boundary") == told


@pytest.mark.parametrize(("minutes", "told"), [(33, []), (88, [("96360",)]), (93, [("96361",)])])
def test_hydration_alone_has_one_boundary(minutes: int, told: list[tuple[str, ...]]) -> None:
    ticket = code(visit(ran("1", 0, minutes, "fluid", Family.HYDRATION)), book())
    assert seen(ticket, "add-on-boundary") == told


def test_the_nearest_change_of_units_is_named() -> None:
    for minutes in (88, 93):
        (one,) = [f for f in code(visit(ran("1", 0, minutes)), book()).findings if f.code == "add-on-boundary"]
        assert dict(one.params) == {"minutes": minutes, "boundary": 91}


def test_a_stop_without_a_start_is_an_end_all_the_same() -> None:
    one = ran("1", 0, 10)
    odd = replace(one, segments=(*one.segments, Segment(None, at(60))))
    again = replace(ran("2", 80, 81), route=Route.IV_PUSH)
    ticket = code(visit(odd, again, ran("3", 100, 150, "beta")), book())
    assert [f.params["reason"] for f in ticket.findings if f.code == "same-drug-push-uncoded"] == ["too-soon"]


@pytest.mark.parametrize("name", ["additional_hour_from", "concurrent_hydration"])
def test_either_choice_of_the_reference_card_alone_is_told(name: str) -> None:
    value = {"additional_hour_from": "30", "concurrent_hydration": "true"}[name]
    fluid = ran("2", 0, 40, "fluid", Family.HYDRATION)
    ticket = code(visit(ran("1", 0, 90), fluid), book("cpt", {name: value}))
    assert seen(ticket, "differs-from-cpt") == [("96366",) if name == "additional_hour_from" else ("96368",)]


def test_fluid_charged_as_concurrent_is_placed_so_and_the_others_are_not() -> None:
    fluids = (ran("2", 0, 20, "fluid", Family.HYDRATION), ran("3", 60, 70, "more", Family.HYDRATION))
    ticket = code(visit(ran("1", 0, 50), *fluids), book("reference-card"))
    roles = {p.administrations: (str(p.role), p.code) for p in ticket.placements}
    assert roles == {("1",): ("initial", "96365"), ("2",): ("concurrent", "96368"), ("3",): ("uncoded", None)}


def test_hydration_that_counts_stays_hydration_beside_its_concurrent_code() -> None:
    fluid = ran("2", 0, 90, "fluid", Family.HYDRATION)
    ticket = code(visit(ran("1", 0, 50), fluid), book("reference-card"))
    assert {p.administrations: str(p.role) for p in ticket.placements}["2",] == "hydration"


@pytest.mark.parametrize(
    ("primary", "tier"), [("1", "complex-push"), ("2", "therapeutic-infusion"), ("3", "therapeutic-push")]
)
def test_a_chosen_initial_names_its_place_in_the_hierarchy(primary: str, tier: str) -> None:
    given = (
        replace(ran("1", 0, 1, "one", Family.CHEMOTHERAPY), route=Route.IV_PUSH),
        ran("2", 10, 50, "two"),
        replace(ran("3", 60, 61, "three"), route=Route.IV_PUSH),
    )
    office = replace(visit(*given, setting=Setting.OFFICE), primary_administration=primary)
    first = code(office, book()).lines[0]
    assert first.administrations == (primary,)
    assert dict(first.why[0].params) == {"tier": tier}


def test_an_injection_given_by_infusion_says_why() -> None:
    short = replace(ran("1", 0, 10), route=Route.SC_INFUSION)
    unstopped = replace(ran("1", 0, None), route=Route.SC_INFUSION)
    keys = [[w.key for w in code(visit(one), book()).lines[0].why] for one in (short, unstopped)]
    assert keys == [["sc-short", "injection"], ["sc-no-stop", "injection"]]


@pytest.mark.parametrize(
    ("container", "charted", "asked"),
    [
        (Container.SINGLE_DOSE, Container.UNKNOWN, ["waste"]),
        (Container.SINGLE_DOSE, Container.MULTI_DOSE, []),
        (Container.MULTI_DOSE, Container.SINGLE_DOSE, ["waste"]),
        (Container.MULTI_DOSE, Container.UNKNOWN, []),
    ],
)
def test_the_charted_container_decides_and_the_table_where_none_is(
    container: Container, charted: Container, asked: list[str]
) -> None:
    drug = replace(load_rulebook().drugs["cisplatin"], container=container)
    rules = replace(book(drugs=(drug,)), charting=("waste",))
    given = replace(ran("1", 0, 50, "cisplatin"), container=charted)
    assert missing(code(visit(given), rules)) == asked


def test_a_visit_code_says_each_persons_reason_once() -> None:
    added = (Modifier("25", "a new problem"), Modifier("27", "second clinic"))
    seen_too = EvaluationAndManagement("99213", modifiers=added)
    asked = replace(visit(ran("1", 0, 50)), evaluation_and_management=(seen_too,))
    line = code(asked, book()).lines[-1]
    assert (line.code, line.modifiers) == ("99213", ("25", "27"))
    said = [(w.params["modifier"], w.params["reason"]) for w in line.why if w.key == "modifier-added"]
    assert said == [("25", "a new problem"), ("27", "second clinic")]


def test_visit_codes_with_and_without_a_modifier_are_two_lines() -> None:
    plain, marked = (
        EvaluationAndManagement("99213"),
        EvaluationAndManagement("99213", modifiers=(Modifier("GY", "law"),)),
    )
    asked = replace(visit(ran("1", 0, 50)), evaluation_and_management=(plain, marked, plain))
    lines = [(x.modifiers, x.units) for x in code(asked, book()).lines if x.code == "99213"]
    assert lines == [((), 2), (("GY",), 1)]


def test_where_fluid_may_run_beside_a_drug_the_other_tie_break_is_compared_whole() -> None:
    """Two nights' pushes tie; the fluid around them is on both tickets alike, and so no difference."""
    fluid, more = (
        replace(ran("1", 0, 240, "NS", Family.HYDRATION), dose=None),
        replace(ran("2", 62, 93, "LR", Family.HYDRATION), dose=None),
    )
    first, second = ran("4", 105, 105, "A"), replace(ran("3", 120, 121, "B"), route=Route.IV_PUSH)
    late = [
        replace(
            one, segments=tuple(Segment(s.start + LATE, s.stop and s.stop + LATE) for s in one.segments if s.start)
        )
        for one in (fluid, more, second, replace(first, stop_reason=StopReason.REACTION))
    ]
    rules = load_rulebook("reference-card", {"hydration_split": "contiguous_only", "missing_stop": "hold"})
    ticket = code(visit(*late), rules)
    (told,) = [f for f in ticket.findings if f.code == "tie-break-changes-ticket"]
    assert told.lines == ("96374", "96375")
