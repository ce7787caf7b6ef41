"""Packages by NDC: right against the public crosswalk, refused with file, line and reason when they are not."""

import csv
from collections import defaultdict
from decimal import Decimal
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
from nursedesk.catalog.drugs import by_hcpcs, load_drugs
from nursedesk.catalog.packages import COLUMNS, load_packages
from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import BadTable, read_table

CROSSWALK = Path(__file__).parents[3] / "shared/data/ndc_hcpcs.csv"
DRUGS = load_drugs()
PACKAGES = load_packages(DRUGS)
HEADER = ",".join(COLUMNS)
BAGS_OF_A_SIZE = {
    code.hcpcs
    for name in ("sodium chloride 0.9 %", "dextrose 5 %")
    for d in DRUGS
    if d.name == name
    for code in d.codes
}


def test_the_packages_of_most_codes_in_force_are_there() -> None:
    in_force = {code.hcpcs for drug in DRUGS for code in drug.codes if code.effective_to is None}
    assert len(PACKAGES) > 1000
    assert len({package.hcpcs for package in PACKAGES} & in_force) / len(in_force) > 0.8


def test_a_package_with_two_codes_is_marked_in_each_of_its_rows() -> None:
    rows = sorted(read_table(path("drugs", "ndc.csv"), COLUMNS), key=lambda row: row["ndc11"])
    marked = 0
    for _, same in groupby(rows, key=lambda row: row["ndc11"]):
        group = list(same)
        assert {row["two_codes"] for row in group} == {"yes" if len(group) > 1 else ""}
        marked += len(group) > 1
    assert marked > 50


def test_a_bag_of_fluid_has_the_code_of_its_own_size() -> None:
    bags = [package for package in PACKAGES if package.hcpcs in BAGS_OF_A_SIZE]
    assert len(bags) > 30
    assert {package.units_each for package in bags} == {1}


@cache
def crosswalk() -> dict[str, dict[str, tuple[Decimal, Decimal]]]:
    found: dict[str, dict[str, tuple[Decimal, Decimal]]] = defaultdict(dict)
    with CROSSWALK.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["ndc11"]][row["hcpcs"]] = Decimal(row["pkg_qty"]), Decimal(row["billunits"])
    return found


@pytest.mark.skipif(
    not CROSSWALK.is_file(), reason="the public tables lie beside the project only where it is made"
)
def test_every_package_is_in_the_public_crosswalk_with_the_same_units() -> None:
    wrong = [p for p in PACKAGES if crosswalk()[p.ndc11].get(p.hcpcs) != (Decimal(p.containers), p.units_each)]
    assert wrong == []


@pytest.mark.skipif(
    not CROSSWALK.is_file(), reason="the public tables lie beside the project only where it is made"
)
def test_no_package_has_a_second_code_that_we_leave_out() -> None:
    codes: dict[str, set[str]] = defaultdict(set)
    for package in PACKAGES:
        codes[package.ndc11].add(package.hcpcs)
    short = {n: crosswalk()[n].keys() - c for n, c in codes.items() if not crosswalk()[n].keys() <= c}
    assert {n: more for n, more in short.items() if not more <= BAGS_OF_A_SIZE} == {}


@pytest.mark.skipif(
    not CROSSWALK.is_file(), reason="the public tables lie beside the project only where it is made"
)
def test_it_is_a_choice_of_packages_and_no_copy() -> None:
    assert len(PACKAGES) < sum(map(len, crosswalk().values())) / 3


def row(**cells: str) -> str:
    right = dict(zip(COLUMNS, ("57894003001", "J1745", "infliximab", "1", "10", "", "crosswalk"), strict=True))
    return ",".join((right | cells).values())


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row(ndc11="5789403001")], 'site.csv line 2: ndc11 is "5789403001", not eleven digits'),
        ([row(hcpcs="J9999")], "site.csv line 2: J9999 is not in the drug table"),
        ([row(drug="Remicade")], "site.csv line 2: J1745 is a code of infliximab, not of Remicade"),
        ([row(source="")], "site.csv line 2: source is missing"),
        ([row(containers="1.5")], 'site.csv line 2: containers is "1.5", not a whole number'),
        ([row(containers="0")], 'site.csv line 2: containers is "0", not a number above 0'),
        ([row(units_each="many")], 'site.csv line 2: units_each is "many", not a number above 0'),
        ([row(two_codes="maybe")], 'site.csv line 2: two_codes is "maybe", not yes or empty'),
        ([row(two_codes="yes")], "site.csv line 2: two_codes is wrong: 57894003001 has 1 rows"),
        ([row(), row(hcpcs="Q5103", drug="infliximab-dyyb")], "site.csv line 2: two_codes is wrong"),
        ([row(two_codes="yes")] * 2, "site.csv line 3: 57894003001 is listed twice with J1745"),
    ],
)
def test_a_wrong_row_is_refused_with_file_line_and_reason(tmp_path: Path, rows: list[str], reason: str) -> None:
    table = tmp_path / "site.csv"
    table.write_text("\n".join((HEADER, *rows)), encoding="utf-8")
    with pytest.raises(BadTable) as refused:
        load_packages(DRUGS, table)
    assert reason in str(refused.value)


def test_an_unknown_column_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "site.csv"
    table.write_text(HEADER + ",labeler\n", encoding="utf-8")
    with pytest.raises(BadTable, match='line 1: the column "labeler" is unknown'):
        load_packages(DRUGS, table)


def test_a_row_as_it_should_be(tmp_path: Path) -> None:
    table = tmp_path / "site.csv"
    table.write_text(HEADER + "\n" + row(), encoding="utf-8")
    (package,) = load_packages(DRUGS, table)
    assert by_hcpcs(DRUGS)[package.hcpcs].name == package.drug
    assert (package.ndc11, package.containers, package.units_each) == ("57894003001", 1, Decimal(10))
