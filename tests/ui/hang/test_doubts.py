"""Which doses are asked about, and what they may have been meant to be."""

from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog.drugs import load_drugs
from nursedesk.record.encounter import Amount, Route
from nursedesk.record.events import DrugHung
from nursedesk.ui.hang.doubts import doubt_of, doubts_in, without
from nursedesk.ui.hang.form import Choice, HangContext, HangForm

CONTEXT = HangContext("e1", "3", "ROE, Jane", "", ZoneInfo("America/New_York"), drugs=load_drugs())
UNITS = {"mg": "mg", "mcg": "ug", "g": "g", "mL": "mL", "units": "[iU]"}


def amount(text: str) -> Amount:
    number, _, unit = text.partition(" ")
    return Amount(Decimal(number), UNITS[unit])


def asked(drug: str, dose: str, last: str = "", favourite: str = "") -> tuple[str, Amount] | None:
    context = replace(
        CONTEXT,
        last_visit=(Choice(drug, amount(last)),) if last else (),
        favourites=(Choice(drug, amount(favourite)),) if favourite else (),
    )
    found = doubt_of(drug, amount(dose), context)
    return None if found is None else (found.sentence.replace("\N{NO-BREAK SPACE}", " "), found.other)


@pytest.mark.parametrize(
    ("dose", "last", "sentence", "other"),
    [
        ("1000 mg", "1000 mcg", "1,000 mg is 1,000 times the usual 1,000 mcg.", "1000 mcg"),
        ("400 mcg", "400 mg", "400 mcg is a thousandth of the usual 400 mg.", "400 mg"),
        ("4000 mg", "400 mg", "4,000 mg is 10 times the usual 400 mg.", "400 mg"),
        ("40 mg", "400 mg", "40 mg is one part in 10 of the usual 400 mg.", "400 mg"),
        ("400 mL", "400 mg", "400 mL: the usual is 400 mg.", "400 mg"),
        ("2 mL", "400 mg", "2 mL: the usual is 400 mg.", "400 mg"),
        ("350 g", "400 mg", "350 g is 875 times the usual 400 mg.", "350 mg"),
    ],
)
def test_far_from_the_usual_is_asked_about(dose: str, last: str, sentence: str, other: str) -> None:
    assert asked("infliximab", dose, last) == (sentence, amount(other))
    assert asked("infliximab", dose, favourite=last) == (sentence, amount(other))


@pytest.mark.parametrize("dose", ["400 mg", "41 mg", "3999 mg", "0.4 g", "400000 mcg"])
def test_near_the_usual_is_not(dose: str) -> None:
    assert asked("infliximab", dose, "400 mg") is None


def test_near_one_of_several_usual_doses_is_not() -> None:
    assert asked("methylprednisolone", "1000 mg", last="1 g", favourite="100 mg") is None
    assert asked("methylprednisolone", "1000 mg", favourite="100 mg") is not None


@pytest.mark.parametrize(
    ("drug", "dose", "other"),
    [
        ("infliximab", "400 mcg", "400 mg"),
        ("vedolizumab", "300 mcg", "300 mg"),
        ("filgrastim", "300 mg", "300 mcg"),
        ("infliximab", "400 mL", "400 mg"),
        ("infliximab", "400 units", "400 mg"),
    ],
)
def test_without_a_usual_dose_the_unit_of_the_table_tells(drug: str, dose: str, other: str) -> None:
    found = asked(drug, dose)
    assert found is not None
    assert found[1] == amount(other)
    assert "is counted in" in found[0]


@pytest.mark.parametrize(
    ("drug", "dose"),
    [
        ("infliximab", "400 mg"),
        ("infliximab", "40 mg"),
        ("ceftriaxone", "2 g"),
        ("cyanocobalamin", "1 mg"),
        ("fentanyl", "50 mcg"),
        ("sodium chloride 0.9 %", "100 mL"),
        ("something of no table", "7 units"),
    ],
)
def test_what_is_said_in_another_unit_every_day_is_not_asked_about(drug: str, dose: str) -> None:
    assert asked(drug, dose) is None


def test_a_bag_of_fluid_has_any_size() -> None:
    assert asked("sodium chloride 0.9 %", "100 mL", favourite="1000 mL") is None


def test_what_is_doubtful_is_left_out_and_the_rest_stays() -> None:
    drugs = (DrugHung("", "infliximab", dose=amount("400 mcg")), DrugHung("", "ceftriaxone", dose=amount("2 g")))
    form = HangForm("e1", Route.IV_INFUSION, drugs)
    doubts = doubts_in(form, CONTEXT)
    assert [one is not None for one in doubts] == [True, False]
    assert [one.dose for one in without(form, doubts).drugs] == [None, amount("2 g")]


@given(st.decimals("0.001", "100000", places=3), st.sampled_from(sorted(UNITS.values())))
def test_the_usual_itself_is_never_asked_about_and_an_answer_is_another(number: Decimal, unit: str) -> None:
    usual = Amount(number, unit)
    context = replace(CONTEXT, favourites=(Choice("infliximab", usual),))
    assert doubt_of("infliximab", usual, context) is None
    found = doubt_of("infliximab", Amount(number * 1000, unit), context)
    assert found is not None
    assert found.other != found.typed
