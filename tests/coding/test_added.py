"""Modifiers a person adds (§10): where they go, and what each breach of their rules is told as."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.added import addable
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
    Purpose,
    Route,
    Segment,
    Setting,
    StopReason,
)

NINE = datetime(2026, 3, 2, 14, tzinfo=UTC)
RULES = load_rulebook()


def ran(name: str, start: int, stop: int, *modifiers: str, drug: str = "", **more: object) -> Administration:
    """One IV infusion with modifiers, `59=other arm`; without `=` there is no reason."""
    charted = tuple(Modifier(m.partition("=")[0], m.partition("=")[2]) for m in modifiers)
    times = (Segment(NINE + timedelta(minutes=start), NINE + timedelta(minutes=stop)),)
    one = Administration(name, drug or f"drug {name}", Route.IV_INFUSION, times, access="A", order_on_file=True)
    return replace(one, modifiers=charted, **more)


def visit(*given: Administration, setting: Setting = Setting.OFFICE, **more: object) -> Encounter:
    accesses = (Access("A", Device.PORT), Access("B", Device.PERIPHERAL, separate_reason="incompatible"))
    return replace(Encounter("E", setting, accesses=accesses, administrations=given), **more)


def lines(ticket: ChargeTicket) -> list[str]:
    return ["-".join((line.code, *line.modifiers)) for line in ticket.lines]


def conflicts(ticket: ChargeTicket) -> list[tuple[str, str]]:
    found = [f.params for f in ticket.findings if f.code == "modifier-conflict"]
    return [(str(p["modifier"]), str(p["reason"])) for p in found]


HYDRATION = {"family": Family.HYDRATION}
CASES = [
    ("on the first line of its service alone", [ran("1", 0, 95, "59=other arm")], ["96365-59", "96366"], []),
    ("of the second", [ran("1", 0, 60), ran("2", 60, 120, "XU=unusual")], ["96365", "96367-XU"], []),
    ("small and spaced", [ran("1", 0, 60, " xu = unusual")], ["96365-XU"], []),
    ("without a reason", [ran("1", 0, 60, "59")], ["96365"], [("59", "no-reason")]),
    ("as none is written", [ran("1", 0, 60, "590=x")], ["96365"], [("590", "shape")]),
    ("59 and XU", [ran("1", 0, 60, "XU=a", "59=b")], ["96365-59"], [("XU", "together")]),
    ("XS and XU", [ran("1", 0, 60, "XU=a", "XS=b")], ["96365-XS"], [("XU", "together")]),
    ("76 and 77", [ran("1", 0, 60, "76=a", "77=b")], ["96365-76"], [("77", "together")]),
    ("76 and 59", [ran("1", 0, 60, "76=a", "59=b")], ["96365-59-76"], []),
    (
        "76 on what continues",
        [ran("1", 0, 60, drug="x"), ran("2", 90, 150, "76=a", drug="x")],
        ["96365", "96366"],
        [("76", "extra-hours")],
    ),
    (
        "77 on hydration beside a drug",
        [ran("1", 0, 60), ran("2", 60, 120, "77=a", **HYDRATION)],
        ["96365", "96361"],
        [("77", "extra-hours")],
    ),
    ("53 of what ended as planned", [ran("1", 0, 60, "53=a")], ["96365"], [("53", "not-stopped")]),
    ("53 of what did not", [ran("1", 0, 60, "53=a", stop_reason=StopReason.REACTION)], ["96365-53"], []),
    ("52 with its reason", [ran("1", 0, 60, "52=half the dose")], ["96365-52"], []),
    (
        "52 and 53",
        [ran("1", 0, 60, "52=a", "53=b", stop_reason=StopReason.REACTION)],
        ["96365-52"],
        [("53", "together")],
    ),
    ("JW of a person", [ran("1", 0, 60, "JW=a")], ["96365"], [("JW", "counted")]),
    ("one nobody knows", [ran("1", 0, 60, "ZZ=a")], ["96365-ZZ"], [("ZZ", "unlisted")]),
    ("for a hospital only", [ran("1", 0, 60, "PO=a")], ["96365"], [("PO", "setting")]),
    ("for a visit", [ran("1", 0, 60, "TB=a")], ["96365"], [("TB", "no-line")]),
    (
        "on what is not charged",
        [ran("1", 0, 60, "GY=a", purpose=Purpose.CARRIER)],
        [],
        [("GY", "no-line")],
    ),
]


@pytest.mark.parametrize(("given", "expected", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_where_it_goes_and_what_is_told(
    given: list[Administration], expected: list[str], told: list[tuple[str, str]]
) -> None:
    ticket = code(visit(*given), RULES)
    assert lines(ticket) == expected
    assert conflicts(ticket) == told


def test_the_reason_is_on_the_line() -> None:
    (line,) = code(visit(ran("1", 0, 60, "59=other arm")), RULES).lines
    assert [(w.rule, dict(w.params)) for w in line.why if w.key == "modifier-added"] == [
        ("R10", {"modifier": "59", "reason": "other arm"})
    ]


def test_one_of_the_coders_own_stays_alone_of_its_kind() -> None:
    second = ran("2", 0, 60, "XU=a", "76=b", access="B")
    ticket = code(visit(ran("1", 0, 60), second), RULES)
    assert lines(ticket) == ["96365", "96365-59-76"]
    assert conflicts(ticket) == [("XU", "together")]
    same = code(visit(ran("1", 0, 60), ran("2", 0, 60, "59=a", access="B")), RULES)
    assert lines(same) == ["96365", "96365-59"]
    assert conflicts(same) == []


def test_53_is_not_reported_by_a_facility() -> None:
    stopped = ran("1", 0, 60, "53=a", stop_reason=StopReason.REACTION)
    ticket = code(visit(stopped, setting=Setting.OUTPATIENT_FACILITY), RULES)
    assert (lines(ticket), conflicts(ticket)) == (["96365"], [("53", "setting")])


def test_25_on_an_administration_is_misplaced_and_blocks() -> None:
    ticket = code(visit(ran("1", 0, 60, "25=a")), RULES)
    assert lines(ticket) == ["96365"]
    found = [f for f in ticket.findings if f.code == "modifier-25-misplaced"]
    assert [(f.severity, f.lines, f.administrations) for f in found] == [("block", ("96365",), ("1",))]


def dosed(name: str, *modifiers: str) -> Administration:
    """100 mg of one single-dose vial of infliximab."""
    whole = Amount(Decimal(100), "mg")
    return ran(
        name, 0, 60, *modifiers, drug="infliximab", dose=whole, opened=whole, container=Container.SINGLE_DOSE
    )


def test_excluded_is_excluded_with_its_drug_and_lines_with_and_without_it_stay_apart() -> None:
    ticket = code(visit(dosed("1", "GY=not covered"), dosed("2")), RULES)
    drugs = [(line.modifiers, line.units, line.administrations) for line in ticket.lines if line.code == "J1745"]
    assert drugs == [(("JZ",), 10, ("2",)), (("JZ", "GY"), 10, ("1",))]
    assert [line.modifiers for line in ticket.lines if line.code == "96365"] == [("GY",)]


def test_what_is_for_the_drug_line_stands_there_alone() -> None:
    ticket = code(visit(dosed("1", "JA=vein", "JB=skin", "TB=340B")), RULES)
    assert lines(ticket) == ["96365", "J1745-JZ-JA-TB"]
    assert conflicts(ticket) == [("JB", "together")]


@pytest.mark.parametrize(("day", "put"), [(2024, True), (2026, False)])
def test_what_has_ended_is_no_longer_known(day: int, put: bool) -> None:
    one = dosed("1", "JG=340B")
    times = tuple(replace(s, start=s.start.replace(year=day), stop=s.stop.replace(year=day)) for s in one.segments)
    ticket = code(visit(replace(one, segments=times)), RULES)
    assert ("J1745-JZ-JG" in lines(ticket)) is put


SERVICES = [
    (["25=new symptom"], ["99213-25"], []),
    (["25"], ["99213"], [("25", "no-reason")]),
    (["25=a", "GY=b"], ["99213-25-GY"], []),
    (["76=a"], ["99213"], [("76", "place")]),
    (["27=a"], ["99213"], [("27", "setting")]),
    (["GA=a", "GZ=b"], ["99213-GA"], [("GZ", "together")]),
    (["ZZ=a"], ["99213-ZZ"], [("ZZ", "unlisted")]),
]


@pytest.mark.parametrize(("added", "expected", "told"), SERVICES)
def test_modifiers_of_a_visit_code(added: list[str], expected: list[str], told: list[tuple[str, str]]) -> None:
    charted = tuple(Modifier(m.partition("=")[0], m.partition("=")[2]) for m in added)
    services = (EvaluationAndManagement("99213", False, charted),)
    ticket = code(visit(ran("1", 0, 60), evaluation_and_management=services), RULES)
    assert lines(ticket)[1:] == expected
    assert conflicts(ticket) == told


def test_a_visit_marked_separate_by_a_modifier_is_no_pair_any_more() -> None:
    services = (EvaluationAndManagement("99213", False, (Modifier("25", "new symptom"),)),)
    ticket = code(visit(ran("1", 0, 60), evaluation_and_management=services), RULES)
    assert not [f for f in ticket.findings if f.code == "ncci-pair"]
    odd = code(visit(ran("1", 0, 60), evaluation_and_management=(replace(services[0], code="96523"),)), RULES)
    assert [f.code for f in odd.findings if f.code == "modifier-25-misplaced"] == ["modifier-25-misplaced"]


def test_the_other_tie_break_is_compared_with_the_modifiers_on() -> None:
    both = (ran("1", 0, 60, "59=a"), ran("2", 30, 130, "XU=b"))
    ticket = code(visit(*both), RULES)
    assert lines(ticket) == ["96365-59", "96367-XU"]
    assert "tie-break-changes-ticket" in [f.code for f in ticket.findings]


_WANTED = st.lists(st.sampled_from(["59=a", "XU=b", "76=c", "53=d", "GY=e", "25=f", "JW=g", "ZZ=h", "77", "TB=i"]))


@drawn(st.lists(_WANTED, min_size=2, max_size=2), st.booleans())
def test_nothing_wanted_is_dropped_unsaid_and_order_changes_nothing(wanted: list[list[str]], swap: bool) -> None:
    given = [ran(str(n), n * 60, n * 60 + 60, *each) for n, each in enumerate(wanted)]
    ticket = code(visit(*given), RULES)
    turned = [replace(one, modifiers=one.modifiers[::-1]) for one in given]
    again = code(visit(*(turned[::-1] if swap else turned)), RULES)
    assert (ticket.lines, ticket.findings) == (again.lines, again.findings)
    told = {(i, f.params.get("modifier")) for f in ticket.findings for i in f.administrations}
    put = {(i, m) for line in ticket.lines for i in line.administrations for m in line.modifiers}
    asked = {(one.id, m.code) for one in given for m in one.modifiers}
    assert asked <= told | put


@pytest.mark.parametrize(
    ("setting", "there", "not_there"),
    [
        (Setting.OFFICE, ("59", "53", "GY", "TB"), ("PO", "27", "25", "JW", "JZ", "JG")),
        (Setting.OUTPATIENT_FACILITY, ("59", "PO", "GY", "TB"), ("53", "27", "25", "JW", "JZ", "JG")),
    ],
)
def test_what_may_be_added_follows_setting_day_and_place(
    setting: Setting, there: tuple[str, ...], not_there: tuple[str, ...]
) -> None:
    offered = addable(RULES, setting, date(2026, 3, 2))
    assert set(there) <= set(offered)
    assert set(offered).isdisjoint(not_there)
    assert "JG" in addable(RULES, setting, date(2024, 3, 2))


def test_a_reason_said_of_two_doses_stands_once_on_their_drug_line() -> None:
    ticket = code(visit(dosed("1", "TB=340B"), dosed("2", "TB=340B"), dosed("3", "TB=clinic")), RULES)
    (line,) = [line for line in ticket.lines if line.code == "J1745"]
    said = [dict(w.params) for w in line.why if w.key == "modifier-added"]
    assert said == [{"modifier": "TB", "reason": "340B"}, {"modifier": "TB", "reason": "clinic"}]
