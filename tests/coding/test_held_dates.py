"""Last days, first days and sizes: which row of the data a visit is coded with, at the edges."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.record.encounter import Access, Administration, Amount, Device, Encounter, Route, Segment, Setting

from tests.coding.books import book

NOON = timedelta(hours=18)


def on(day: date, drug: str, setting: Setting = Setting.OUTPATIENT_FACILITY) -> Encounter:
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + NOON
    times = (Segment(start, start + timedelta(minutes=50)),)
    given = Administration("1", drug, Route.IV_INFUSION, times, access="A", order_on_file=True)
    given = replace(given, dose=Amount(Decimal(1), "g"))
    return Encounter(
        "E", setting, "America/New_York", accesses=(Access("A", Device.PORT),), administrations=(given,)
    )


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2025, 6, 30), ("J3370", 2)), (date(2025, 7, 1), ("J3373", 100))]
)
def test_a_code_is_billed_on_its_last_day_and_its_successor_on_its_first(
    day: date, expected: tuple[str, int]
) -> None:
    lines = code(on(day, "vancomycin"), load_rulebook()).lines
    assert (lines[-1].code, lines[-1].units) == expected


def test_several_sizes_in_force_and_none_charted_are_not_chosen_between() -> None:
    ticket = code(on(date(2026, 3, 2), "normal saline"), load_rulebook())
    assert [f.params["reason"] for f in ticket.findings if f.code == "no-hcpcs"] == ["many"]


def test_the_charted_code_says_what_the_drug_is_whatever_its_name() -> None:
    visit = on(date(2026, 3, 2), "study drug")
    (given,) = visit.administrations
    named = replace(visit, administrations=(replace(given, hcpcs=" j9060 "),))
    assert [line.code for line in code(named, load_rulebook()).lines] == ["96413", "J9060"]


def test_thresholds_are_those_in_force_from_their_first_day() -> None:
    first = book().parameters[0]
    later = replace(first, effective_from=date(2026, 3, 2), infusion_from=51)
    rules = replace(book(), parameters=(first, later))
    assert rules.parameters_on(date(2026, 3, 1)) is first
    assert rules.parameters_on(date(2026, 3, 2)) is later
    assert rules.parameters_on(None) is first
    codes = [code(on(date(2026, 3, day), "alpha"), rules).lines[0].code for day in (1, 2)]
    assert codes == ["96365", "96374"]


def test_before_the_first_year_of_procedures_the_first_one_stands() -> None:
    rules = load_rulebook()
    for day in (date(1999, 3, 2), date(2026, 3, 2)):
        (line,) = code(on(day, "vancomycin", Setting.INPATIENT), rules).lines
        assert (line.system, line.code) == ("ICD-10-PCS", "3E04329")


def test_without_a_procedure_for_its_class_there_is_no_line() -> None:
    rules = replace(load_rulebook(), procedures=())
    assert code(on(date(2026, 3, 2), "vancomycin", Setting.INPATIENT), rules).lines == ()


@pytest.mark.parametrize(("drug", "key"), [("vancomycin", "pcs-class"), ("study drug", "pcs-family")])
def test_a_procedure_says_whether_the_table_or_the_family_named_its_class(drug: str, key: str) -> None:
    (line,) = code(on(date(2026, 3, 2), drug, Setting.INPATIENT), load_rulebook()).lines
    assert [why.key for why in line.why] == [key, "pcs-tip"]


def test_an_inpatient_stay_says_what_became_of_each_drug_only_when_asked() -> None:
    stay = on(date(2026, 3, 2), "vancomycin", Setting.INPATIENT)
    assert [p.role for p in code(stay, load_rulebook()).placements] == ["uncoded"]
    assert code(stay, load_rulebook(), placed=False).placements == ()
