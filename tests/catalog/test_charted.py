"""How a drug is charted: without its maker, with the code of the bag or of the maker."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.catalog.charted import charted_code, code_of_bag, generic_name, is_by_bag
from nursedesk.catalog.drugs import by_name, load_drugs

DRUGS = by_name(load_drugs())
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("name", "charted"),
    [
        ("bortezomib (Hospira)", "bortezomib"),
        ("daptomycin (Xellia)", "daptomycin"),
        ("Rho(D) immune globulin (WinRho)", "Rho(D) immune globulin"),
        ("infliximab", "infliximab"),
        ("imipenem-cilastatin (mg of imipenem)", "imipenem-cilastatin (mg of imipenem)"),
        ("epoetin alfa (ESRD on dialysis)", "epoetin alfa (ESRD on dialysis)"),
        ("antithymocyte globulin (rabbit)", "antithymocyte globulin (rabbit)"),
        ("cabotegravir (HIV prevention)", "cabotegravir (HIV prevention)"),
    ],
)
def test_the_maker_is_no_part_of_the_name(name: str, charted: str) -> None:
    assert generic_name(name) == charted


@pytest.mark.parametrize(
    ("drug", "volume", "code"),
    [
        ("sodium chloride 0.9 %", "250", "J7050"),
        ("sodium chloride 0.9 %", "500", "J7040"),
        ("sodium chloride 0.9 %", "1000", "J7030"),
        ("sodium chloride 0.9 %", "2000", "J7030"),
        ("sodium chloride 0.9 %", "100", None),
        ("sodium chloride 0.9 %", "0", None),
        ("dextrose 5 %", "500", "J7060"),
        ("dextrose 5 %", "1000", "J7070"),
    ],
)
def test_the_bag_decides_the_code_of_a_fluid(drug: str, volume: str, code: str | None) -> None:
    assert is_by_bag(DRUGS[drug], TODAY)
    assert code_of_bag(DRUGS[drug], Decimal(volume), TODAY) == code
    assert charted_code(DRUGS[drug], "", Decimal(volume), TODAY) == code


def test_a_bag_that_no_code_is_for_keeps_what_its_label_says() -> None:
    assert charted_code(DRUGS["sodium chloride 0.9 %"], "J7050", Decimal(100), TODAY) == "J7050"
    assert charted_code(DRUGS["sodium chloride 0.9 %"], "J7050", Decimal(500), TODAY) == "J7040"


def test_a_makers_drug_has_its_own_code_and_a_plain_one_leaves_it_to_the_coder() -> None:
    assert charted_code(DRUGS["bortezomib (hospira)"], "", None, TODAY) == "J9049"
    assert charted_code(DRUGS["infliximab"], "", None, TODAY) is None
    assert charted_code(DRUGS["infliximab"], "J1745", None, TODAY) == "J1745"
    assert charted_code(DRUGS["infliximab"], "J9999", None, TODAY) is None
