"""The other ways a spreadsheet begins a formula: `@`, `-`, a leading tab or CR, the full-width equals sign."""

import pytest
from nursedesk.outputs.shift_csv import plain_cell

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NAMES = ["@SUM(1)", "-2+3", "+1", "\t=1+1", "\r=1+1", "＝1+1", " =1+1", "'=1+1"]


@pytest.mark.parametrize("name", NAMES)
def test_an_imported_name_is_text_everywhere(record: Record, name: str) -> None:
    assert record.take_in(visit(patient={"name": name})).code == 0
    (row,) = record.log()
    assert row["patient"] == "'" + name
    assert plain_cell(row["patient"]) == name
    patient = record.export()["patient"]
    assert patient["name"] == name
    assert " ".join(name.split()) in record.paper()
    assert record.clean()


def test_typed_names_are_kept_with_single_spaces(suite: Suite) -> None:
    for chair, name in zip("1234", ("@SUM(1)", "-2+3", "\t=1+1", "＝1+1"), strict=True):
        window.check_in(suite, name, chair)
        patient = window.seated(suite, chair).patient
        assert patient is not None
        assert patient.name == " ".join(name.split())
