"""What the monkey found: an answer that comes when the question has been put away."""

import pytest
from nursedesk.app.hands import Hands
from nursedesk.record.encounter import LineState
from PySide6.QtCore import QCoreApplication, QEvent

from tests.app import conftest
from tests.app.suite import PIN, Suite
from tests.app.test_hanging import OTHER_PIN, ask_for_checks, hang_chemotherapy
from tests.app.test_taps import _locked
from tests.bad_inputs import window

suite = conftest.suite
pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


def let_go() -> None:
    """What was put away is deleted, as the event loop would."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_pin_checked_after_its_question_was_put_away_claims_nothing(suite: Suite) -> None:
    visit = _locked(suite)
    suite.hands.press("tapButton_1_1")
    Hands(suite.hands.find("whoDialog")).type("pinField", PIN)
    suite.hands.press("whoLaterButton")
    let_go()
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the PIN is checked")
    assert len(suite.shell.core.visit(visit).presses) == 1, "put away, it waits for a name"
    assert suite.shell.core.visit(visit).administrations[0].state is LineState.RUNNING
    assert suite.station.frame.currentWidget() is not suite.shell.window, "the station stays locked"


def test_a_second_check_answered_after_the_dialog_went_hangs_nothing(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite)
    ask_for_checks(suite)
    hang_chemotherapy(suite)
    suite.hands.type("checkPinField", OTHER_PIN)
    suite.shell.put_away()
    let_go()
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the PIN is checked")
    suite.settle()
    assert window.seated(suite).administrations == ()
