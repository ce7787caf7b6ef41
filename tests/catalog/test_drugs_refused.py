"""A drug table that is wrong is refused whole: the sentence names file, line and reason."""

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from nursedesk.catalog.drugs import COLUMNS, BadTable, drug_files, load_drugs

Rows = list[dict[str, str]]
Change = Callable[[Rows], object]
HEADER = ",".join(COLUMNS)
ACETAMINOPHEN, AMPICILLIN, INFLIXIMAB, OLD_VANCOMYCIN, NEW_VANCOMYCIN = range(5)
CODES = ("J0131", "J0290", "J1745", "J3370", "J3373")


def some_rows() -> Rows:
    found = [row for file in drug_files() for row in csv.DictReader(file.read_text("utf-8").splitlines())]
    return [next(dict(row) for row in found if row["hcpcs"] == code) for code in CODES]


def written(rows: Rows) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def at(index: int, **cells: str) -> Change:
    return lambda rows: rows[index].update(cells)


def test_the_rows_that_are_changed_below_are_right_as_they_are(tmp_path: Path) -> None:
    table = tmp_path / "site.csv"
    table.write_text(written(some_rows()), encoding="utf-8")
    assert [code.hcpcs for drug in load_drugs(table) for code in drug.codes] == list(CODES)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (at(0, source=""), "site.csv line 2: source is missing"),
        (at(0, effective_from=""), "site.csv line 2: effective_from is missing"),
        (at(0, family_basis=""), "site.csv line 2: family_basis is missing"),
        (at(0, unit="mcg"), 'site.csv line 2: unit is "mcg", not one of mg, ug'),
        (at(0, unit_amount="0"), 'site.csv line 2: unit_amount is "0", not a number above 0'),
        (at(0, unit_amount="ten"), 'site.csv line 2: unit_amount is "ten"'),
        (at(0, unit_amount="NaN"), 'site.csv line 2: unit_amount is "NaN"'),
        (at(0, payable="K"), 'site.csv line 2: payable is "K", not one of yes, no'),
        (at(0, payable="yes"), "site.csv line 2: payable yes and opps_status N contradict each other"),
        (at(2, payable="no"), "site.csv line 4: payable no and opps_status K contradict each other"),
        (at(0, opps_status="Z"), 'site.csv line 2: opps_status is "Z", not one of N, K'),
        (at(0, opps_status="D"), "site.csv line 2: opps_status D is of an ended code"),
        (at(0, family="chemo"), 'site.csv line 2: family is "chemo", not one of therapeutic'),
        (at(0, payer_variable=""), 'site.csv line 2: payer_variable is "", not one of yes, no'),
        (at(0, container="bag"), 'site.csv line 2: container is "bag"'),
        (at(0, pcs_class="pill"), 'site.csv line 2: pcs_class is "pill"'),
        (at(0, by_container="no"), 'site.csv line 2: by_container is "no", not yes or empty'),
        (at(0, hcpcs="J131"), 'site.csv line 2: hcpcs is "J131", not a letter and four digits'),
        (at(0, hcpcs="j0131"), 'site.csv line 2: hcpcs is "j0131"'),
        (at(0, effective_from="2026"), 'site.csv line 2: effective_from is "2026", not a date'),
        (at(0, effective_to="1999-01-01"), "line 2: effective_to 1999-01-01 is before effective_from 2012-01-01"),
        (at(0, display="aceta\u202eminophen"), "site.csv line 2: display has a character that cannot be printed"),
    ],
)
def test_a_wrong_cell(tmp_path: Path, change: Change, reason: str) -> None:
    assert reason in refused(tmp_path, change)


def test_a_gap_between_a_code_and_its_named_successor(tmp_path: Path) -> None:
    said = refused(tmp_path, at(NEW_VANCOMYCIN, effective_from="2025-07-02"))
    assert said == "site.csv line 5: a gap: J3370 ends 2025-06-30, its successor J3373 begins 2025-07-02"


def test_an_overlap_of_two_codes_of_a_drug(tmp_path: Path) -> None:
    said = refused(tmp_path, at(NEW_VANCOMYCIN, effective_from="2025-06-30"))
    assert said == "site.csv line 6: J3373 overlaps J3370 of the same drug from 2025-06-30"


def test_a_size_beside_a_code_that_is_none(tmp_path: Path) -> None:
    said = refused(tmp_path, at(NEW_VANCOMYCIN, effective_from="2025-06-30", by_container="yes"))
    assert said == "site.csv line 6: J3373 overlaps J3370 of the same drug from 2025-06-30"


def test_a_code_may_be_in_force_for_a_day(tmp_path: Path) -> None:
    rows = some_rows()
    rows[ACETAMINOPHEN]["effective_to"] = rows[ACETAMINOPHEN]["effective_from"]
    table = tmp_path / "site.csv"
    table.write_text(written(rows), encoding="utf-8")
    assert load_drugs(table)[0].codes[0].effective_to == date(2012, 1, 1)


def test_sizes_side_by_side_are_no_overlap(tmp_path: Path) -> None:
    rows = some_rows()
    for index in (OLD_VANCOMYCIN, NEW_VANCOMYCIN):
        rows[index]["by_container"] = "yes"
    rows[NEW_VANCOMYCIN]["effective_from"] = "2020-01-01"
    table = tmp_path / "site.csv"
    table.write_text(written(rows), encoding="utf-8")
    assert len(load_drugs(table)) == 4


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            at(AMPICILLIN, hcpcs="J0131"),
            "site.csv line 3: J0131 is listed twice, for acetaminophen and for ampicillin",
        ),
        (lambda rows: rows.append(dict(rows[0])), "site.csv line 7: J0131 overlaps J0131 of the same drug"),
        (
            lambda rows: rows.append(rows[0] | {"effective_from": "1990-01-01", "effective_to": "1990-12-31"}),
            "site.csv line 7: J0131 is listed twice",
        ),
    ],
)
def test_a_code_twice(tmp_path: Path, change: Change, reason: str) -> None:
    assert reason in refused(tmp_path, change)


def test_a_brand_of_two_drugs(tmp_path: Path) -> None:
    said = refused(tmp_path, at(ACETAMINOPHEN, brands="Remicade"))
    assert said == 'site.csv line 4: "remicade" names both acetaminophen and infliximab'


def test_a_brand_that_is_the_name_of_another_drug(tmp_path: Path) -> None:
    said = refused(tmp_path, at(INFLIXIMAB, brands="Remicade|Ampicillin"))
    assert said == 'site.csv line 4: "ampicillin" names both ampicillin and infliximab'


def test_a_brand_twice_in_one_row(tmp_path: Path) -> None:
    assert refused(tmp_path, at(INFLIXIMAB, brands="Remicade|remicade")).endswith('"remicade" is there twice')


def test_a_drug_that_is_not_the_same_in_its_rows(tmp_path: Path) -> None:
    said = refused(tmp_path, at(NEW_VANCOMYCIN, pcs_class="diagnostic"))
    assert said == "site.csv line 6: pcs_class of vancomycin differs from its first row"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (at(0, successor="J9999"), "site.csv line 2: the successor J9999 of J0131 is not in the table"),
        (at(0, successor="J0290"), "site.csv line 2: the successor J0290 of J0131 is a code of ampicillin"),
    ],
)
def test_a_successor_that_cannot_be(tmp_path: Path, change: Change, reason: str) -> None:
    assert reason in refused(tmp_path, change)


def test_a_successor_of_a_code_that_never_ends(tmp_path: Path) -> None:
    def endless(rows: Rows) -> None:
        for index in (OLD_VANCOMYCIN, NEW_VANCOMYCIN):
            rows[index]["by_container"] = "yes"
        rows[OLD_VANCOMYCIN].update(effective_to="", opps_status="N")

    said = refused(tmp_path, endless)
    assert said == "site.csv line 5: J3370 has the successor J3373 but no effective_to"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEADER + ",colour\n", 'site.csv line 1: the column "colour" is unknown'),
        (HEADER.replace(",source", "") + "\n", 'site.csv line 1: the column "source" must be there once'),
        (HEADER + ",name\n", 'site.csv line 1: the column "name" must be there once'),
        (HEADER + "\na,b\n", "site.csv line 2: 2 cells, not 18"),
        (HEADER + "\n" + "a," * 18 + "b\n", "site.csv line 2: 19 cells, not 18"),
        ("", 'site.csv line 1: the column "name" must be there once'),
        (HEADER + '\n"a', "site.csv cannot be read"),
    ],
)
def test_a_table_of_another_shape(tmp_path: Path, text: str, reason: str) -> None:
    table = tmp_path / "site.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(BadTable, match=reason):
        load_drugs(table)


def test_a_table_that_is_not_text_or_not_there(tmp_path: Path) -> None:
    (tmp_path / "site.csv").write_bytes(b"\xff\xfe")
    for name in ("site.csv", "none.csv"):
        with pytest.raises(BadTable, match=f"{name} cannot be read"):
            load_drugs(tmp_path / name)


def test_two_files_are_one_table(tmp_path: Path) -> None:
    """A site's file may not list again what ours has."""
    table = tmp_path / "site.csv"
    table.write_text(written(some_rows()[:1]), encoding="utf-8")
    with pytest.raises(BadTable, match=r"site\.csv line 2: J0131 overlaps J0131 of the same drug"):
        load_drugs(*drug_files(), table)


def refused(folder: Path, change: Change) -> str:
    rows = some_rows()
    change(rows)
    table = folder / "site.csv"
    table.write_text(written(rows), encoding="utf-8")
    with pytest.raises(BadTable) as error:
        load_drugs(table)
    return str(error.value)
