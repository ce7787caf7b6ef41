"""A name that a spreadsheet would run: kept and printed as it was typed, harmless as a cell."""

import pytest

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

FORMULA = "=cmd|'/c calc'!A1"


def test_an_imported_name_is_text_everywhere(record: Record) -> None:
    assert record.take_in(visit(patient={"name": FORMULA, "mrn": FORMULA}, first={"lot": FORMULA})).code == 0
    (row,) = record.log()
    assert row["patient"] == "'" + FORMULA
    assert row["mrn"] == "'" + FORMULA
    assert record.export()["patient"]["name"] == FORMULA
    assert FORMULA in record.paper()
    assert record.clean()


def test_a_typed_name_is_kept_as_typed(suite: Suite) -> None:
    window.check_in(suite, FORMULA)
    patient = window.seated(suite).patient
    assert patient is not None
    assert patient.name == FORMULA
    assert window.is_clean(suite)


@pytest.mark.parametrize("field", ["started_by", "response", "drug"])
def test_a_formula_in_another_field_is_text_too(record: Record, field: str) -> None:
    assert record.take_in(visit(first={field: FORMULA})).code == 0
    (row,) = record.log()
    assert all(not cell.startswith("=") for cell in row.values())
    assert record.export()["administrations"][0][field] == FORMULA
