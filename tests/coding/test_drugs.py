"""Drug lines by date of service, container, setting and what is missing (R11)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Drug, DrugCode
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.encounter import (
    Administration,
    Amount,
    Container,
    Encounter,
    Family,
    Route,
    Segment,
    Setting,
)

from tests.coding.books import book
from tests.coding.cases import amount

VANCOMYCIN = Drug(
    name="vancomycin",
    display="vancomycin",
    brands=(),
    family=Family.THERAPEUTIC,
    family_basis="",
    payer_variable=False,
    container=Container.SINGLE_DOSE,
    codes=(
        DrugCode("J3370", amount("500 mg"), False, effective_to=date(2025, 6, 30), successor="J3373"),
        DrugCode("J3373", amount("10 mg"), True, effective_from=date(2025, 7, 1)),
    ),
)
BOOK = book(drugs=[VANCOMYCIN])


def given(year: int = 2026, **more: object) -> Administration:
    start = datetime(year, 3, 2, 14, tzinfo=UTC)
    one = Administration(
        id="1",
        drug="Vancomycin ",
        route=Route.IM,
        segments=(Segment(start, start),),
        order_on_file=True,
        dose=amount("1 g"),
        opened=amount("1000 mg"),
    )
    return replace(one, **more)  # type: ignore[arg-type]  # fields by name


def ticket(*administrations: Administration, setting: Setting = Setting.OUTPATIENT_FACILITY) -> ChargeTicket:
    return code(Encounter("E", setting, administrations=administrations), BOOK)


def drug_lines(made: ChargeTicket) -> list[tuple[str, int, tuple[str, ...]]]:
    return [(x.code, x.units, x.modifiers) for x in made.lines if x.code.startswith("J")]


def findings(made: ChargeTicket) -> dict[str, dict[str, str | int]]:
    return {f.code: dict(f.params) for f in made.findings}


def test_a_gram_is_two_units_of_the_old_code_and_a_hundred_of_the_new() -> None:
    assert drug_lines(ticket(given(2024))) == [("J3370", 2, ())]
    assert drug_lines(ticket(given(2026))) == [("J3373", 100, ("JZ",))]


def test_an_ended_code_is_not_billed_and_its_successor_is_named() -> None:
    made = ticket(given(2026, hcpcs="J3370"))
    assert drug_lines(made) == []
    ended = findings(made)["code-ended"]
    assert (ended["code"], ended["successor"], ended["unit"]) == ("J3370", "J3373", "10 mg")


def test_a_code_not_yet_in_force_gives_no_line() -> None:
    made = ticket(given(2024, hcpcs="J3373"))
    assert drug_lines(made) == []
    assert findings(made)["no-hcpcs"]["reason"] == "not-yet"


def test_packaged_drugs_have_no_modifier_in_a_facility_and_one_in_an_office() -> None:
    assert drug_lines(ticket(given(2024), setting=Setting.OFFICE)) == [("J3370", 2, ("JZ",))]


def test_doses_of_one_day_are_summed_before_rounding_up() -> None:
    first = given(2026, dose=amount("305 mg"), opened=amount("400 mg"))
    second = replace(first, id="2")
    assert drug_lines(ticket(first, second)) == [("J3373", 61, ()), ("J3373", 19, ("JW",))]


def test_the_charted_unit_overrides_the_table() -> None:
    assert drug_lines(ticket(given(2026, hcpcs_unit=amount("250 mg")))) == [("J3373", 4, ("JZ",))]


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        ({"dose": None}, "no-dose"),
        ({"dose": Amount(Decimal("NaN"), "mg")}, "no-dose"),
        ({"dose": amount("-5 mg")}, "no-dose"),
        ({"dose": amount("1e309 mg")}, "no-dose"),
        ({"dose": amount("5 mL")}, "no-hcpcs"),
        ({"drug": "unheard of"}, "no-hcpcs"),
        ({"drug": "unheard of", "hcpcs": "J9999"}, "no-hcpcs"),
        ({"order_on_file": None}, "no-order"),
        ({"order_on_file": False}, "not-codable"),
    ],
)
def test_nothing_is_invented(more: dict[str, object], finding: str) -> None:
    made = ticket(given(2026, **more))
    assert drug_lines(made) == []
    assert finding in findings(made)


def test_waste_that_was_not_charted_is_missed_and_neither_modifier_is_guessed() -> None:
    made = ticket(given(2026, opened=None))
    assert drug_lines(made) == [("J3373", 100, ())]
    assert "waste-missing" in findings(made)
    multi = ticket(given(2026, opened=None, container=Container.MULTI_DOSE))
    assert "waste-missing" not in findings(multi)


SALINE = load_rulebook()


@pytest.mark.parametrize(
    ("drug", "more", "expected"),
    [
        ("sodium chloride 0.9 %", {"volume": "500 mL"}, ["J7040"]),
        ("normal saline", {"volume": "1 L"}, ["J7030"]),
        ("NS", {"opened": "250 mL", "volume": "100 mL"}, ["J7050"]),
        ("NS", {"opened": "-1 mL", "volume": "500 mL"}, ["J7040"]),
        ("dextrose 5 %", {"volume": "1000 mL"}, ["J7070"]),
        ("D5W", {"volume": "500 mL"}, ["J7060"]),
        ("NS", {"volume": "100 mL"}, []),
        ("NS", {"opened": "1500 mL"}, []),
        ("NS", {"volume": "500 mg"}, []),
        ("NS", {}, []),
    ],
)
def test_the_size_of_the_bag_tells_its_code(drug: str, more: dict[str, str], expected: list[str]) -> None:
    sizes = {name: amount(size) for name, size in more.items()}
    one = given(drug=drug, route=Route.SC, dose=amount("250 mL"), opened=None)
    made = code(Encounter("E", Setting.OFFICE, administrations=(replace(one, **sizes),)), SALINE)
    assert [x[0] for x in drug_lines(made)] == expected
    told = [f.params["reason"] for f in made.findings if f.code == "no-hcpcs"]
    assert told == ([] if expected else ["many"])


def test_a_size_whose_code_is_not_yet_in_force_is_none() -> None:
    sizes = (
        DrugCode("J0001", amount("500 mL"), True, effective_from=date(2027, 1, 1), by_container=True),
        DrugCode("J0002", amount("250 mL"), True, by_container=True),
        DrugCode("J0003", amount("100 mL"), True, by_container=True),
    )
    one = given(dose=amount("500 mL"), opened=amount("500 mL"))
    made = code(
        Encounter("E", Setting.OFFICE, administrations=(one,)), book(drugs=[replace(VANCOMYCIN, codes=sizes)])
    )
    assert drug_lines(made) == []


def test_the_status_of_a_code_is_kept_as_it_was_read() -> None:
    codes = {c.hcpcs: c.opps_status for d in SALINE.drugs.values() for c in d.codes}
    assert (codes["J7040"], codes["J1745"]) == ("N", "K")
    assert DrugCode("J0001", amount("1 mg"), True).opps_status is None


@pytest.mark.parametrize(("year", "expected"), [(2025, [("90378", 2, ("JZ",))]), (2026, [])])
def test_a_product_whose_code_looks_like_a_service_is_a_drug_because_the_table_says_so(
    year: int, expected: list[tuple[str, int, tuple[str, ...]]]
) -> None:
    its_code = DrugCode("90378", amount("50 mg"), True, effective_to=date(2025, 12, 31))
    globulin = replace(VANCOMYCIN, name="palivizumab", codes=(its_code,))
    one = given(year, drug="palivizumab", hcpcs="90378", dose=amount("100 mg"), opened=amount("100 mg"))
    made = code(Encounter("E", Setting.OFFICE, administrations=(one,)), book(drugs=[globulin]))
    assert [(x.code, x.units, x.modifiers) for x in made.lines if x.code == "90378"] == expected
    assert ("code-ended" in findings(made)) is (not expected)


@pytest.mark.parametrize(("container", "said"), [(Container.MULTI_DOSE, True), (None, False)])
def test_a_multi_dose_vial_is_why_there_is_no_jz(container: Container | None, said: bool) -> None:
    one = given(drug="ours", hcpcs="J3373", hcpcs_unit=amount("10 mg"), container=container)
    made = code(Encounter("E", Setting.OFFICE, administrations=(one,)), book())
    (line,) = [x for x in made.lines if x.code == "J3373"]
    assert (line.modifiers, "multi-dose" in [w.key for w in line.why]) == ((), said)


def test_a_pump_an_office_may_not_charge_takes_no_other_drug_with_it() -> None:
    pump = given(route=Route.PUMP, family=Family.THERAPEUTIC)
    beside = replace(given(), id="2", dose=amount("500 mg"), opened=amount("500 mg"))
    made = ticket(pump, beside, setting=Setting.OFFICE)
    assert drug_lines(made) == [("J3373", 50, ("JZ",))]
    assert [f.administrations for f in made.findings if f.code == "not-codable"] == [("1",)]
