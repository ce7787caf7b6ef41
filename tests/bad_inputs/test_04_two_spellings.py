"""One name in two spellings of Unicode: composed and decomposed."""

import unicodedata

import pytest

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NAME = unicodedata.normalize("NFC", "O'Brien-Ñuñez")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_imported_name_is_kept_and_read_on_paper(record: Record, form: str) -> None:
    name = unicodedata.normalize(form, NAME)
    assert record.take_in(visit(patient={"name": name})).code == 0
    assert record.export()["patient"]["name"] == name
    assert unicodedata.normalize("NFC", record.log()[0]["patient"]) == NAME
    assert NAME in unicodedata.normalize("NFC", record.paper())
    assert record.clean()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_typed_name_is_composed(suite: Suite, form: str) -> None:
    window.check_in(suite, unicodedata.normalize(form, NAME))
    patient = window.seated(suite).patient
    assert patient is not None
    assert patient.name == NAME
