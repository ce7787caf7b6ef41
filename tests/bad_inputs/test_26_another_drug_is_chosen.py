"""Enter behind a name the drug table does not know chooses no other drug; the name as typed can be chosen."""

from tests.app.suite import Suite
from tests.bad_inputs import window


def test_a_name_the_table_does_not_know_is_hung_as_typed(suite: Suite) -> None:
    window.check_in(suite)
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "a drug of yesterday")
    assert "No drug is called that" in suite.hands.find("drugField_error").text()
    window.as_typed(suite)
    suite.hands.press("startNowButton")
    suite.settle()
    (line,) = window.seated(suite).administrations
    assert line.drug == "a drug of yesterday"
