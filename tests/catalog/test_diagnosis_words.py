"""Diagnoses are found by the beginning of a code or by words with a letter wrong."""

import csv
import warnings

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
        ("crohn", "K50.90"),
        ("corhn", "K50.90"),
        ("ulcerativ colits", "K51.90"),
        ("dehydraton", "E86.0"),
        ("nausea vom", "R11.2"),
        ("iron def", "D50.9"),
        ("rheumatiod", "M06.9"),
        ("MRSA", "A49.02"),
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


ENDED = {"G35"}
"""Reported before a later edition split it: dates of service decide."""


def test_every_code_can_be_reported() -> None:
    """Against the whole list of the edition the table names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import simple_icd_10_cm

    labelled = [one.code for one in diagnosis_words() if one.code not in ENDED]
    wrong = [
        one for one in labelled if not (simple_icd_10_cm.is_valid_item(one) and simple_icd_10_cm.is_leaf(one))
    ]
    assert wrong == []


def test_every_reportable_code_of_the_rules_has_its_words() -> None:
    with resources.path("rules", "diagnoses.csv").open(encoding="utf-8", newline="") as file:
        billable = {row["code"] for row in csv.DictReader(file) if row["billable"] == "yes"}
    labelled = {one.code for one in diagnosis_words()}
    assert len(labelled) >= 250
    assert len(billable & labelled) >= 50


def test_no_two_codes_read_the_same() -> None:
    words = [one.words for one in diagnosis_words()]
    assert sorted(words) == sorted(set(words))


def test_every_row_says_where_it_is_from() -> None:
    with resources.path("rules", "diagnosis_words.csv").open(encoding="utf-8", newline="") as file:
        assert all("ICD-10-CM" in row["source"] for row in csv.DictReader(file))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("PNH", "D59.5"),
        ("hereditary angioedema", "D84.1"),
        ("CIDP", "G61.81"),
        ("CVID", "D83.9"),
        ("neuromyelitis", "G36.0"),
        ("osteomyelitis", "M86.9"),
        ("endocarditis", "I33.0"),
        ("hyperemesis", "O21.1"),
        ("chronic migraine", "G43.709"),
        ("breast cancer", "C50.919"),
        ("lung cancer", "C34.90"),
        ("kidney transplant rejection", "T86.11"),
        ("thyroid eye", "H05.20"),
        ("chronic gout", "M1A.9XX1"),
        ("severe asthma", "J45.50"),
        ("CSU", "L50.1"),
        ("hypokalemia", "E87.6"),
        ("gaucher", "E75.22"),
        ("pompe", "E74.02"),
        ("port care", "Z45.2"),
        ("antibiotics", "Z79.2"),
        ("atopic eczema", "L20.9"),
        ("myeloma", "C90.00"),
        ("DLBCL", "C83.30"),
        ("alzheimer", "G30.9"),
        ("itp", "D69.3"),
    ],
)
def test_what_an_infusion_suite_treats_is_found_by_its_words(typed: str, code: str) -> None:
    assert code in [one.code for one in find_diagnoses(typed)]


@given(st.text(max_size=20))
def test_whatever_is_typed(typed: str) -> None:
    for one in find_diagnoses(typed):
        assert isinstance(one, DiagnosisWords)
