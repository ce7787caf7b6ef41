"""Diagnoses are found by the beginning of a code or by words with a letter wrong."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.catalog import resources
from nursedesk.catalog.diagnosis_words import DiagnosisWords, diagnosis_words, find_diagnoses


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("k50", "K50.00"),
        ("K50.9", "K50.90"),
        ("crohn", "K50.00"),
        ("corhn", "K50.00"),
        ("ulcerativ colits", "K51.90"),
        ("dehydraton", "E86.0"),
        ("nausea vom", "R11.2"),
        ("iron def", "D50.0"),
        ("rheumatiod", "M05.79"),
        ("MRSA", "A41.02"),
    ],
)
def test_what_is_found_first(typed: str, first: str) -> None:
    found = find_diagnoses(typed)
    assert found and found[0].code == first


@pytest.mark.parametrize("typed", ["", " ", "x", "zzzz", "crohn xylophone"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert find_diagnoses(typed) == ()


def test_never_more_than_asked() -> None:
    assert len(find_diagnoses("multiple sclerosis", most=3)) == 3


def test_every_reportable_code_of_the_rules_has_its_words() -> None:
    with resources.path("rules", "diagnoses.csv").open(encoding="utf-8", newline="") as file:
        billable = {row["code"] for row in csv.DictReader(file) if row["billable"] == "yes"}
    labelled = {one.code for one in diagnosis_words()}
    assert labelled <= billable | {"G35"}
    assert len(labelled) >= 50


@given(st.text(max_size=20))
def test_whatever_is_typed(typed: str) -> None:
    for one in find_diagnoses(typed):
        assert isinstance(one, DiagnosisWords)
