"""A dose typed as `400 mL/h` is refused: a rate is no dose."""

from tests.app.suite import Suite
from tests.bad_inputs import window


def test_a_rate_typed_as_a_dose_is_refused(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    window.paste(suite, "doseField", "400 mL/h")
    suite.hands.press("startNowButton")
    suite.settle()
    assert window.is_shown(suite, "doseField_error")
    assert "This unit does not fit the dose" in window.shown(suite, "doseField_error")
    assert window.seated(suite).administrations == ()
