"""A site's charge master is taken whole or refused with its file, line and reason."""

from pathlib import Path

import pytest
from nursedesk.catalog.charge_master import SiteCharge, load_charge_master
from nursedesk.catalog.strict_csv import BadTable


def load(tmp_path: Path, text: str) -> dict[tuple[str, str], SiteCharge]:
    file = tmp_path / "cdm.csv"
    file.write_text(text, encoding="utf-8")
    return dict(load_charge_master(file))


def test_numbers_departments_and_prices(tmp_path: Path) -> None:
    found = load(tmp_path, "code,cdm,department,price\n96365,33500101,3351,412.5\nj1745,63600745,,\n")
    assert found == {
        ("96365", ""): SiteCharge("33500101", "3351", "412.50", ""),
        ("J1745", ""): SiteCharge("63600745", "", "", ""),
    }


def test_a_modifier_may_have_its_own_number(tmp_path: Path) -> None:
    found = load(tmp_path, "code,modifier,cdm,department\nJ1745,,1,\nJ1745,jw,2,\n")
    assert {key: one.cdm for key, one in found.items()} == {("J1745", ""): "1", ("J1745", "JW"): "2"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,cdm,department\n96365,1,\n96365,2,\n", "cdm.csv line 3: 96365 is there twice"),
        ("code,modifier,cdm,department\nJ1,JW,1,\nj1,JW,2,\n", "line 3: J1 with JW is there twice"),
        ("code,cdm,department\n96365,,\n", "line 2: cdm is missing"),
        ("code,cdm,department\n,1,\n", "line 2: code is missing"),
        ("code,cdm\n96365,1\n", 'line 1: the column "department"'),
        ("code,cdm,department,colour\n96365,1,,red\n", '"colour" is unknown'),
        ("code,cdm,department,price\n96365,1,,free\n", 'price is "free"'),
        ("code,cdm,department,price\n96365,1,,1e309\n", "price"),
        ("code,cdm,department,price\n96365,1,,12.345\n", "at most two decimals"),
        ("code,cdm,department,price\n96365,1,,-4\n", "not a number above 0"),
        ("code,cdm,department\n96365,1\n", "2 cells, not 3"),
        ("code,cdm,department\n96365,\x07,\n", "cannot be printed"),
        ("code,cdm,department\n", "has no row"),
        ("", 'the column "code"'),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadTable) as refused:
        load(tmp_path, text)
    assert said in str(refused.value)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match=r"cdm\.csv cannot be read"):
        load_charge_master(tmp_path / "cdm.csv")
    (tmp_path / "cdm.csv").write_bytes(b"code,cdm,department\n\xff\xfe,1,\n")
    with pytest.raises(BadTable, match="cannot be read"):
        load_charge_master(tmp_path / "cdm.csv")
