"""Fluids as nurses type them, and drugs whose code counts vials: known by name, whatever gives them no units."""

from pathlib import Path

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.catalog.uncounted import COLUMNS, load_uncounted
from nursedesk.record.encounter import Family

ROW = "half saline,half saline,half NS,hydration,fluid,no,single_dose,,electrolyte,ours"


@pytest.mark.parametrize(
    "typed",
    [
        *("0.9% sodium chloride", "normal saline", "NS", "NaCl 0.9%", "D5W", "LR", "lactated ringers"),
        *("D5 1/2 NS", "D5-1/2 NS", "D5-1/2 NS + 20 mEq KCl", "d5 1/2 ns + 20 meq kcl", "1/2 NS", "0.45% NaCl"),
        *("D5 NS", "D5LR", "NS + 20 mEq KCl", "D10W", "Plasma-Lyte A", " Lactated Ringer's solution "),
    ],
)
def test_a_fluid_typed_by_its_name_is_hydration(typed: str) -> None:
    drug = load_rulebook().drug_of(None, typed)
    assert drug is not None
    assert drug.family is Family.HYDRATION


@pytest.mark.parametrize(
    ("typed", "family"),
    [
        ("Decadron", Family.THERAPEUTIC),
        ("Lupron", Family.HORMONAL_ANTINEOPLASTIC),
        ("trastuzumab and hyaluronidase-oysk", Family.COMPLEX_BIOLOGIC),
        ("daratumumab and hyaluronidase-fihj", Family.COMPLEX_BIOLOGIC),
        ("3% sodium chloride", Family.THERAPEUTIC),
        ("KCl", Family.THERAPEUTIC),
        ("Oncaspar", Family.CHEMOTHERAPY),
    ],
)
def test_a_brand_or_a_suffix_is_the_same_drug(typed: str, family: Family) -> None:
    drug = load_rulebook().drug_of(None, typed)
    assert drug is not None
    assert drug.family is family


@pytest.mark.parametrize(
    ("code", "family"),
    [
        ("J9015", Family.CHEMOTHERAPY),
        ("J9019", Family.CHEMOTHERAPY),
        ("J9020", Family.CHEMOTHERAPY),
        ("J9214", Family.THERAPEUTIC),
        ("J9226", Family.THERAPEUTIC),
        ("J9266", Family.CHEMOTHERAPY),
        ("J9601", Family.COMPLEX_BIOLOGIC),
    ],
)
def test_a_code_of_the_antineoplastic_section_is_what_its_drug_is(code: str, family: Family) -> None:
    drug = load_rulebook().drug_of(code, "as typed")
    assert drug is not None
    assert drug.family is family


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (ROW.replace("hydration", "water"), 'site.csv line 2: family is "water"'),
        (ROW.replace("fluid", ""), "site.csv line 2: family_basis is missing"),
        (ROW.replace(",no,", ",perhaps,"), 'site.csv line 2: payer_variable is "perhaps"'),
        (ROW.replace("single_dose", "bag"), 'site.csv line 2: container is "bag"'),
        (ROW.replace(",,electrolyte", ",J12,electrolyte"), 'site.csv line 2: hcpcs is "J12"'),
        (ROW.replace("electrolyte", "water"), 'site.csv line 2: pcs_class is "water"'),
        (ROW.replace("half NS", "NS"), 'site.csv line 2: "NS" is listed already'),
        (ROW.replace(",,electrolyte", ",J7030,electrolyte"), 'site.csv line 2: "J7030" is listed already'),
        (ROW.replace("half NS", "half saline"), 'site.csv line 2: "half saline" is listed already'),
    ],
)
def test_a_row_that_is_wrong_is_refused_with_its_line(tmp_path: Path, row: str, reason: str) -> None:
    file = tmp_path / "site.csv"
    file.write_text(f"{','.join(COLUMNS)}\n{row}\n", encoding="utf-8")
    with pytest.raises(BadTable, match=reason.replace("(", r"\(")):
        load_uncounted(("ns", "j7030"), file)


def test_a_row_that_is_right_is_a_drug_without_codes(tmp_path: Path) -> None:
    file = tmp_path / "site.csv"
    coded = ROW.replace(",,electrolyte", ",J9999,electrolyte").replace("half NS", "")
    file.write_text(f"{','.join(COLUMNS)}\n{coded}\n", encoding="utf-8")
    found = load_uncounted((), file)
    assert [drug.name for drug in found.drugs] == ["half saline"]
    assert found.by_code == {"J9999": found.drugs[0]}
    assert found.drugs[0].codes == ()
