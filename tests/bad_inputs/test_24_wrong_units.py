"""mg for mcg, mL for mL/h: what does not fit is refused, and what may be meant is never changed."""

import pytest

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit


def test_a_thousandth_is_kept_as_charted_and_the_rest_is_seen_as_waste(record: Record) -> None:
    assert record.take_in(visit(first={"dose": {"amount": "400", "unit": "ug"}})).code == 0
    assert record.export()["administrations"][0]["dose"] == {"amount": "400", "unit": "ug"}
    assert record.log()[0]["dose_unit"] == "ug"
    assert "400 mcg" in record.paper()
    units = [(line["code"], line["units"], line["modifiers"]) for line in record.ticket()["lines"]]
    assert ("J1745", 39, ["JW"]) in units
    assert record.clean()


def test_a_dose_in_a_unit_that_cannot_be_converted_makes_no_drug_line(record: Record) -> None:
    said = record.code(visit(first={"dose": {"amount": "400", "unit": "mL"}}))
    assert said.code == 0
    assert '"J1745"' not in said.out
    assert "no drug line" in said.out


@pytest.mark.parametrize(
    ("field", "typed"), [("rateField", "125 mL"), ("rateField", "125 mg"), ("doseField", "400 drops")]
)
def test_a_unit_typed_in_the_wrong_field_is_refused(suite: Suite, field: str, typed: str) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    window.paste(suite, "doseField", "400")
    window.paste(suite, field, typed)
    suite.hands.press("startNowButton")
    suite.settle()
    assert "This unit does not fit the" in window.shown(suite, f"{field}_error")
    assert window.seated(suite).administrations == ()
