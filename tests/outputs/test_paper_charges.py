"""The charges of the printed form: the signed lines as they are, grouped or one by one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from nursedesk.outputs.paper.revenue import revenue_of, revenue_rows
from nursedesk.record.encounter import Setting

from tests.outputs.visits import DAY, ENCOUNTER, INFLIXIMAB, LINES, REVENUE, TICKET, charge, mg, sheet_of


def test_a_facility_is_grouped_by_revenue_code() -> None:
    groups = sheet_of().charges
    assert [group.heading for group in groups] == [
        "0260 IV therapy",
        "0636 Drugs with detailed coding",
        "0250 Pharmacy, packaged",
    ]
    assert [[line.code for line in group.rows] for group in groups] == [
        ["96365", "96366", "96368", "96375"],
        ["J1745"],
        ["J3475", "J1200", "J2919"],
    ]
    first = groups[0].rows[0]
    assert (first.units, first.modifiers, first.dx, first.quantity) == ("1", "None", "A", "144 min")
    assert first.why == "initial; first hour · R3.2"
    assert groups[0].rows[3].quantity == "2 given"
    assert [group.rows[0].quantity for group in groups[1:]] == ["NDC ME400", "NDC GR2"]


def test_an_office_has_claim_lines_in_order() -> None:
    sheet = sheet_of(replace(ENCOUNTER, setting=Setting.OFFICE))
    assert [group.heading for group in sheet.charges] == [""]
    assert [line.code for line in sheet.charges[0].rows] == [line["code"] for line in LINES]
    assert sheet.charges_order == "claim lines in order"


def test_every_figure_of_the_signed_ticket_is_on_the_form() -> None:
    shown = [(line.code, line.label, line.units) for group in sheet_of().charges for line in group.rows]
    assert sorted(shown) == sorted((line["code"], line["label"], str(line["units"])) for line in LINES)


@pytest.mark.parametrize(
    ("changed", "line", "quantity"),
    [
        ({"ndc": None}, {}, "NDC not recorded"),
        ({"dose": None}, {}, "NDC quantity not recorded"),
        ({"dose": mg("250", "ug")}, {}, "NDC ME0.25"),
        ({"dose": mg("5000", "[iU]")}, {}, "NDC F25000"),
        ({"dose": mg("300")}, {"modifiers": ["JW"]}, "NDC ME100"),
        ({"dose": mg("300"), "wasted": mg("90")}, {"modifiers": ["JW"]}, "NDC ME90"),
        ({"dose": mg("300"), "opened": None}, {"modifiers": ["JW"]}, "NDC quantity not recorded"),
        ({"dose": mg("3", "drops")}, {}, "NDC quantity not recorded"),
    ],
)
def test_ndc_quantities(changed: dict[str, Any], line: dict[str, Any], quantity: str) -> None:
    only = replace(ENCOUNTER, administrations=(replace(INFLIXIMAB, **changed),))
    ticket = TICKET | {"lines": [charge("J1745", "inFLIXimab, per 10 mg", 40, "w", "R11.1", "a1", **line)]}
    assert sheet_of(only, ticket).charges[0].rows[0].quantity == quantity


def test_an_e_m_line_replaces_the_words_that_there_is_none() -> None:
    assert sheet_of().visit_services == "None charted"
    ticket = TICKET | {"lines": [charge("99214", "Office visit", 1, "charted", "R10", modifiers=["25"])]}
    sheet = sheet_of(ENCOUNTER, ticket)
    assert sheet.visit_services == ""
    assert sheet.charges[0].heading == "0510 Clinic visit"
    assert sheet.charges[0].rows[0].modifiers == "25"


def test_diagnoses_not_in_the_visits_list_are_written_out() -> None:
    ticket = TICKET | {"lines": [charge("96365", "x", 1, "w", "R1", "a1", diagnoses=["E83.42", "Z99"])]}
    assert sheet_of(ENCOUNTER, ticket).charges[0].rows[0].dx == "B Z99"
    ticket = TICKET | {"lines": [charge("96365", "x", 1, "w", "R1", "a1", diagnoses=[])]}
    assert sheet_of(ENCOUNTER, ticket).charges[0].rows[0].dx == "Not set"


def test_revenue_codes() -> None:
    assert revenue_of("96365", DAY, REVENUE) == ("0260", "IV therapy")
    assert revenue_of("96372", DAY, REVENUE) == ("0940", "Injections and other therapy")
    assert revenue_of("96413", DAY, REVENUE) == ("0335", "Chemotherapy, IV")
    assert revenue_of("J9999", DAY, REVENUE) == ("0636", "Drugs with detailed coding")
    assert revenue_of("J3373", date(2025, 6, 30), REVENUE) == ("0636", "Drugs with detailed coding")
    assert revenue_of("J3373", DAY, REVENUE) == ("0250", "Pharmacy, packaged")
    assert revenue_of("3E03317", DAY, REVENUE) == ("", "Revenue code not set")
    assert all(one.source for one in REVENUE)


def test_a_revenue_table_that_cannot_be_read_names_its_line() -> None:
    head = "first_code,last_code,effective_from,effective_to,revenue_code,label,source\n"
    with pytest.raises(ValueError, match="Line 2"):
        revenue_rows(head + "96365,96365,yesterday,,0260,x,y\n")
