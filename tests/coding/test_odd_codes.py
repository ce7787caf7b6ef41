"""Codes in the wrong place, quantities of nothing, and a pair that only 25 lifts."""

import json
from typing import Any

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.contract import Unreadable, parse_encounter

VISIT: dict[str, Any] = {
    "schema": "nursedesk.encounter/1",
    "id": "E",
    "setting": "outpatient_facility",
    "accesses": [{"id": "A", "device": "port"}],
    "diagnoses": ["K50.90"],
}
INFUSION: dict[str, Any] = {
    "id": "1",
    "drug": "infliximab",
    "hcpcs": "J1745",
    "family": "therapeutic",
    "route": "iv_infusion",
    "access": "A",
    "order_on_file": True,
    "response": "none",
    "dose": {"amount": "400", "unit": "mg"},
    "opened": {"amount": "400", "unit": "mg"},
    "segments": [{"start": "2026-04-01T10:00", "stop": "2026-04-01T11:00"}],
}


def ticket(visits: tuple[dict[str, Any], ...] = (), earlier: bool = False, **more: object) -> ChargeTicket:
    given = {name: value for name, value in {**INFUSION, **more}.items() if value is not ...}
    visit = {**VISIT, "administrations": [given], "evaluation_and_management": list(visits)}
    return code(parse_encounter(json.dumps({**visit, "earlier_visit_same_day": earlier})), load_rulebook())


def lines(made: ChargeTicket) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(line.code, line.units, line.modifiers) for line in made.lines]


def found(made: ChargeTicket) -> set[str]:
    return {finding.code for finding in made.findings}


@pytest.mark.parametrize("charted", ["96365", "J1745", "X", "\u0000"])
@pytest.mark.parametrize("separate", [False, True])
def test_what_is_no_visit_code_makes_no_line_and_blocks(charted: str, separate: bool) -> None:
    made = ticket(({"code": charted, "separately_identifiable": separate},))
    assert lines(made) == [("96365", 1, ()), ("J1745", 40, ("JZ",))]
    told = [f for f in made.findings if f.code == "not-codable"]
    assert [(f.rule, f.severity, f.params) for f in told] == [
        ("R10", "block", {"drug": charted, "missing": "visit-code"})
    ]
    assert ("modifier-25-misplaced" in found(made)) is separate


def test_an_empty_visit_code_is_passed_over() -> None:
    assert found(ticket(({"code": "  "},))) == found(ticket())


@pytest.mark.parametrize("charted", ["98000", "98016", "99213", "G0463"])
def test_a_visit_code_is_a_line(charted: str) -> None:
    made = ticket(({"code": charted, "separately_identifiable": True},))
    assert (charted, 1, ("25",)) in lines(made)
    assert "not-codable" not in found(made)


@pytest.mark.parametrize("charted", ["96365", "99213", "G0463", "G0498", "12345", "J17"])
def test_the_code_of_a_service_is_no_drug(charted: str) -> None:
    made = ticket(hcpcs=charted, hcpcs_unit={"amount": "10", "unit": "mg"})
    assert lines(made) == [("96365", 1, ())]
    assert "no-hcpcs" in found(made)


def test_a_code_no_table_knows_is_a_drugs_where_it_is_written_as_one() -> None:
    made = ticket(hcpcs="q0009", hcpcs_unit={"amount": "10", "unit": "mg"})
    assert ("Q0009", 40, ("JZ",)) in lines(made)


@pytest.mark.parametrize("zero", ["0", "0.00"])
def test_a_dose_of_nothing_is_charted_and_gives_no_line(zero: str) -> None:
    made = ticket(dose={"amount": zero, "unit": "mg"})
    assert lines(made) == [("96365", 1, ())]
    assert found(made).isdisjoint({"no-dose", "no-hcpcs", "waste-missing", "charting-incomplete"})
    for slip in ("-1", "-0"):
        assert "no-dose" in found(ticket(dose={"amount": slip, "unit": "mg"}))
    assert "no-dose" in found(ticket(dose=...))


def test_nothing_opened_is_charted_and_less_than_the_dose() -> None:
    made = ticket(opened={"amount": "0", "unit": "mg"})
    assert ("J1745", 40, ("JZ",)) in lines(made)
    assert "waste-missing" not in found(made)
    assert [f.params["missing"] for f in made.findings if f.code == "charting-incomplete"] == ["opened"]
    assert "waste-missing" in found(ticket(opened=...))


@pytest.mark.parametrize(("earlier", "mark"), [(False, ()), (True, ("59",))])
def test_a_visits_pair_is_lifted_by_25_alone(earlier: bool, mark: tuple[str, ...]) -> None:
    made = ticket(({"code": "99213"},), earlier)
    assert ("96365", 1, mark) in lines(made)
    pair = [f for f in made.findings if f.code == "ncci-pair"]
    assert [f.params["reason"] for f in pair] == ["visit"]
    marked = ticket(({"code": "99213", "separately_identifiable": True},), earlier)
    assert "ncci-pair" not in found(marked)


@pytest.mark.parametrize("number", ["1E+1000000", "-1E+1000000", "1E-1000000", "1E+999999999999999999"])
def test_a_number_of_a_million_digits_is_refused_in_words(number: str) -> None:
    plain = json.dumps({**VISIT, "administrations": [{**INFUSION, "dose": {"amount": 7.5, "unit": "mg"}}]})
    with pytest.raises(Unreadable, match="too large or too small to be meant"):
        parse_encounter(plain.replace("7.5", number))


@pytest.mark.parametrize(
    ("charted", "reason"), [("q0009", "unit"), ("J1745", ""), ("12345", "unknown"), (None, ""), ("", "")]
)
def test_why_there_is_no_drug_line_is_told(charted: str | None, reason: str) -> None:
    made = ticket(hcpcs=charted)
    assert [f.params["reason"] for f in made.findings if f.code == "no-hcpcs"] == [reason] * bool(reason)
