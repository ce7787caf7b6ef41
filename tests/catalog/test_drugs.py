"""The drug table: right against the public files, and refused with file, line and reason when it is not."""

import csv
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from nursedesk.catalog.drugs import BadTable, by_hcpcs, by_name, load_drugs
from nursedesk.catalog.resources import path
from nursedesk.coding.rulebook import DrugCode
from nursedesk.record.encounter import Amount, Container, Family

PUBLIC = Path(__file__).parents[3] / "shared/data/hcpcs_drugs.csv"
OURS = path("drugs", "drugs.csv").read_text(encoding="utf-8").splitlines()
UCUM = {"MG": "mg", "MCG": "ug", "ML": "mL", "MEQ": "meq", "GM": "g", "UNITS": "[iU]", "IU": "[iU]"}
SEED = ["J0290", "J1745", "J0696", "J3370", "J3475"]
SEED_DRUGS = [
    "vancomycin",
    "cefazolin",
    "piperacillin-tazobactam",
    "infliximab",
    "tocilizumab",
    "rituximab",
    "micafungin",
    "caspofungin",
    "natalizumab",
    "ocrelizumab",
    "vedolizumab",
    "ondansetron",
    "promethazine",
    "ketorolac",
    "ceftriaxone",
    "ampicillin",
    "magnesium sulfate",
    "sodium chloride 0.9 %",
    "glucagon",
]
PICTURED = [
    "oxaliplatin",
    "leucovorin",
    "diphenhydramine",
    "methylprednisolone",
    "acetaminophen",
    "iron sucrose",
    "zoledronic acid",
    "famotidine",
    "paclitaxel",
    "carboplatin",
]


def in_force(name: str, on: date) -> list[DrugCode]:
    codes = by_name(load_drugs())[name].codes
    return [x for x in codes if (x.effective_from or date.min) <= on <= (x.effective_to or date.max)]


def test_the_drugs_of_the_seed_the_pictures_and_the_cases_are_there() -> None:
    names, codes = by_name(load_drugs()), by_hcpcs(load_drugs())
    assert [x for x in SEED_DRUGS + PICTURED if x not in names] == []
    assert [x for x in SEED if x not in codes] == []
    assert {
        "cisplatin",
        "fluorouracil",
        "gemcitabine",
        "irinotecan",
        "bortezomib",
        "palonosetron",
        "dexamethasone",
        "levoleucovorin",
        "lorazepam",
        "levofloxacin",
        "azithromycin",
        "morphine",
        "vit b12",
    } <= names.keys()


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("vancomycin", date(2025, 6, 30), [("J3370", "500")]),
        ("vancomycin", date(2025, 7, 1), [("J3373", "10")]),
        ("methylprednisolone", date(2024, 3, 31), [("J2920", "40"), ("J2930", "125")]),
        ("methylprednisolone", date(2024, 4, 1), [("J2919", "5")]),
        ("infliximab", date(2026, 11, 24), [("J1745", "10")]),
        ("ns", date(2026, 11, 24), [("J7030", "1000"), ("J7040", "500"), ("J7050", "250")]),
    ],
)
def test_codes_by_date_of_service(name: str, on: date, expected: list[tuple[str, str]]) -> None:
    assert [(x.hcpcs, str(x.unit.amount)) for x in in_force(name, on)] == expected


def test_a_drug_is_found_by_brand_and_by_code() -> None:
    drugs = load_drugs()
    infliximab = by_hcpcs(drugs)["J1745"]
    assert by_name(drugs)["remicade"] is infliximab
    assert (infliximab.display, infliximab.family, infliximab.payer_variable) == (
        "inFLIXimab",
        Family.THERAPEUTIC,
        True,
    )
    assert infliximab.container is Container.SINGLE_DOSE
    assert infliximab.codes[0].unit == Amount(Decimal(10), "mg")


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("J9263", "chemotherapy"),
        ("J9271", "complex_biologic"),
        ("J9395", "hormonal_antineoplastic"),
        ("J7040", "hydration"),
        ("J0640", "therapeutic"),
        ("J2405", "therapeutic"),
        ("J1100", "therapeutic"),
        ("J1200", "therapeutic"),
    ],
)
def test_families(code: str, family: str) -> None:
    """Supportive drugs given with chemotherapy are therapeutic (R1.3)."""
    assert by_hcpcs(load_drugs())[code].family == family


@pytest.mark.skipif(not PUBLIC.is_file(), reason="the public tables lie beside the project only where it is made")
def test_every_row_agrees_with_the_public_files() -> None:
    with PUBLIC.open(encoding="utf-8", newline="") as file:
        public = {row["hcpcs"]: row for row in csv.DictReader(file)}
    for drug in load_drugs():
        for code in drug.codes:
            row = public[code.hcpcs]
            assert (code.unit.amount, code.unit.unit) == (Decimal(row["dose_amount"]), UCUM[row["dose_unit"]]), (
                code
            )
            assert str(code.effective_from) == row["effective"], code
            assert str(code.effective_to or "") == row["terminated"], code
            # An ended code has no status any more (D).
            assert row["opps_si"] == "D" if code.effective_to else code.payable == (row["opps_si"] != "N"), code


def changed(change: Callable[[list[dict[str, str]]], None]) -> str:
    rows = list(csv.DictReader(OURS))
    change(rows)
    return "\n".join(
        [OURS[0], *(",".join('"' + v.replace('"', '""') + '"' for v in row.values()) for row in rows)]
    )


def at(index: int, **cells: str) -> Callable[[list[dict[str, str]]], None]:
    return lambda rows: rows[index].update(cells)


VANCOMYCIN = next(i for i, row in enumerate(csv.DictReader(OURS)) if row["hcpcs"] == "J3373")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (at(0, source=""), "line 2: source is missing"),
        (at(0, unit="mcg"), 'line 2: unit is "mcg", not one of mg, ug'),
        (at(0, unit_amount="0"), 'line 2: unit_amount is "0", not a number above 0'),
        (at(0, unit_amount="ten"), 'line 2: unit_amount is "ten"'),
        (at(0, unit_amount="NaN"), 'line 2: unit_amount is "NaN"'),
        (at(0, payable="K"), 'line 2: payable is "K", not one of yes, no'),
        (at(0, family="chemo"), 'line 2: family is "chemo", not one of therapeutic'),
        (at(0, container="bag"), 'line 2: container is "bag"'),
        (at(0, effective_from="2026"), 'line 2: effective_from is "2026", not a date'),
        (at(0, effective_to="1999-01-01"), "line 2: effective_to 1999-01-01 is before effective_from 2012-01-01"),
        (at(0, successor="J9999"), "the successor J9999 of J0131 is not in the table"),
        (at(0, brands="Remicade"), '"remicade" names both acetaminophen and infliximab'),
        (at(1, hcpcs="J0131"), "line 3: J0131 is listed twice, for acetaminophen and for ampicillin"),
        (at(VANCOMYCIN, effective_from="2025-06-30"), "J3373 overlaps J3370 of the same drug from 2025-06-30"),
        (at(VANCOMYCIN, pcs_class="diagnostic"), "pcs_class of vancomycin differs from its first row"),
        (lambda rows: rows.append(rows[0]), "J0131 overlaps J0131 of the same drug"),
    ],
)
def test_a_wrong_row_is_refused_with_file_line_and_reason(
    tmp_path: Path, change: Callable[[list[dict[str, str]]], None], reason: str
) -> None:
    table = tmp_path / "site.csv"
    table.write_text(changed(change), encoding="utf-8")
    with pytest.raises(BadTable) as refused:
        load_drugs(table)
    assert "site.csv" in str(refused.value)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OURS[0] + ",colour\n", 'line 1: the column "colour" is unknown'),
        (OURS[0].replace(",source", "") + "\n", 'line 1: the column "source" must be there once'),
        (OURS[0] + ",name\n", 'line 1: the column "name" must be there once'),
        (OURS[0] + "\na,b\n", "line 2: 2 cells, not 17"),
        ("", 'line 1: the column "name" must be there once'),
        (OURS[0] + '\n"a', "cannot be read"),
    ],
)
def test_a_table_of_another_shape_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    table = tmp_path / "site.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BadTable, match=reason):
        load_drugs(table)


def test_a_table_that_is_not_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site.csv").write_bytes(b"\xff\xfe")
    for name in ("site.csv", "none.csv"):
        with pytest.raises(BadTable, match="cannot be read"):
            load_drugs(tmp_path / name)
