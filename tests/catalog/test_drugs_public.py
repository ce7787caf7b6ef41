"""Every row of the drug table against the public files, where they lie beside the project."""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from nursedesk.catalog.drugs import COLUMNS, drug_files, load_drugs
from nursedesk.catalog.strict_csv import Row, read_table

PUBLIC = Path(__file__).parents[3] / "shared/data"
UCUM = {"MG": "mg", "MCG": "ug", "ML": "mL", "MEQ": "meq", "GM": "g", "UNITS": "[iU]", "IU": "[iU]"}
OURS = [row for file in drug_files() for row in read_table(file, COLUMNS)]
EARLY_PUBERTY = ("J1951", "J3316", "J9226")
"""Listed as hormonal antineoplastics when given for cancer, which these brands are not made for."""
NOT_FOR_CANCER = ("J9220", "J9361")
"""In the section of antineoplastics: a dye for imaging and a growth factor."""
IN_WORDS = {"J9213": Decimal(3_000_000), "J9214": Decimal(1_000_000), "J9216": Decimal(3_000_000)}
"""Units of interferon that the file gives in words alone (`3 million units`)."""
RIFAMPIN = "J2804"
"""Inferred to be a biologic by the class list; it is an antibiotic."""

pytestmark = pytest.mark.skipif(
    not PUBLIC.is_dir(), reason="the public tables lie beside the project only where it is made"
)


@cache
def public(name: str) -> dict[str, dict[str, str]]:
    with (PUBLIC / name).open(encoding="utf-8", newline="") as file:
        return {row["hcpcs"]: row for row in csv.DictReader(file)}


def ours(row: Row) -> tuple[object, ...]:
    unit = Decimal(row["unit_amount"]), row["unit"]
    return row["hcpcs"], *unit, row["opps_status"], row["effective_from"], row["effective_to"]


def theirs(code: str) -> tuple[object, ...]:
    row = public("hcpcs_drugs.csv")[code]
    unit = (IN_WORDS[code], "[iU]") if code in IN_WORDS else (Decimal(row["dose_amount"]), UCUM[row["dose_unit"]])
    return code, *unit, row["opps_si"], row["effective"], row["terminated"]


def test_unit_status_and_dates_of_every_row_are_those_of_the_public_files() -> None:
    assert [(ours(row), theirs(row["hcpcs"])) for row in OURS if ours(row) != theirs(row["hcpcs"])] == []


def test_no_combination_leaves_open_which_part_its_dose_counts() -> None:
    combined = {code for code, row in public("hcpcs_drugs.csv").items() if row["combo"] == "Y"}
    assert [row["name"] for row in OURS if row["hcpcs"] in combined and "(mg of" not in row["name"]] == []


def expected(row: Row) -> tuple[set[str], set[str]]:
    """The families and payer_variable that the class list allows for a row."""
    listed = public("admin_class.csv")[row["hcpcs"]]
    kind = listed["class"]
    if kind == "antineoplastic":
        return {"chemotherapy", "complex_biologic"}, {"no"}
    if kind.startswith("antineoplastic when"):
        return {"complex_biologic"}, {"yes"}
    if kind.startswith("hormonal"):
        return {"hormonal_antineoplastic"}, {"yes", "no"}
    if kind.startswith("hydration"):
        return {"hydration"}, {"no"}
    if kind.startswith("payer-variable"):
        return {"therapeutic"}, {"yes"}
    if kind.startswith("check"):
        return {"therapeutic"}, {"yes", "no"}
    one_payer_differs = "may differ" in kind or listed["basis"].startswith(("payer list", "inferred from J0897"))
    return {"therapeutic"}, {"yes" if one_payer_differs else "no"}


def test_the_default_family_of_every_listed_row_is_the_one_the_class_list_gives() -> None:
    listed = public("admin_class.csv").keys() - {*EARLY_PUBERTY, *NOT_FOR_CANCER, RIFAMPIN}
    wrong = [
        (row["hcpcs"], row["family"], row["payer_variable"])
        for row in OURS
        if row["hcpcs"] in listed
        and not (row["family"] in expected(row)[0] and row["payer_variable"] in expected(row)[1])
    ]
    assert wrong == []


def test_a_family_nobody_lists_is_said_to_be_inferred() -> None:
    silent = [
        row["hcpcs"]
        for row in OURS
        if row["hcpcs"] not in public("admin_class.csv")
        and (row["payer_variable"] == "yes" or row["family"] in ("chemotherapy", "complex_biologic"))
        and not row["effective_to"]
        and "inferred" not in row["family_basis"]
        and not row["hcpcs"].startswith("J9")
    ]
    assert silent == []


def test_the_table_is_wide_enough() -> None:
    assert len({code.hcpcs for drug in load_drugs() for code in drug.codes}) >= 250
