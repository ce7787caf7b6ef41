"""Two presses of Start within 40 ms, and a key that repeats: one line, one start."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.suite import Suite
from tests.bad_inputs import window

LEFT = Qt.MouseButton.LeftButton


def _press_twice_there(suite: Suite, name: str) -> None:
    """Two presses of the mouse 40 ms apart where a button is: the second meets whatever is there by then."""
    frame, button = suite.station.frame, suite.hands.find(name)
    where = button.mapTo(frame, button.rect().center())
    window.calm(suite)
    for _ in range(2):
        there = frame.childAt(where)
        assert there is not None
        QTest.mouseClick(there, LEFT, Qt.KeyboardModifier.NoModifier, there.mapFrom(frame, where))
        QApplication.processEvents()
        suite.clocks.pass_(seconds=0.04)
    suite.settle()


def _prepare(suite: Suite) -> None:
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    window.paste(suite, "doseField", "400")
    suite.hands.press("orderField")


def test_two_presses_in_the_dialog(suite: Suite) -> None:
    window.check_in(suite)
    _prepare(suite)
    _press_twice_there(suite, "startNowButton")
    kinds = window.stored(suite, window.seated(suite).id)
    assert [kind for kind in kinds if kind in ("Prepared", "Started", "Stopped")] == ["Prepared", "Started"]
    assert window.is_clean(suite)


def test_two_presses_on_the_card(suite: Suite) -> None:
    window.check_in(suite)
    _prepare(suite)
    suite.hands.press("prepareButton")
    suite.settle()
    _press_twice_there(suite, "startButton_1_1")
    kinds = window.stored(suite, window.seated(suite).id)
    assert kinds.count("Started") == 1
    assert "Stopped" not in kinds
    assert window.is_clean(suite)


def test_a_key_held_down_stops_once_and_starts_nothing_else(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(20)
    button = suite.hands.find("stopButton_1_1")
    button.setFocus()
    for _ in range(12):
        focused = QApplication.focusWidget() or button
        for repeated in (False, True, True):
            QApplication.sendEvent(
                focused,
                QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeated),
            )
        QApplication.sendEvent(
            focused,
            QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True),
        )
    suite.settle()
    kinds = window.stored(suite, window.seated(suite).id)
    assert kinds.count("Stopped") <= 1
    assert kinds.count("Started") == 1
    assert window.is_clean(suite)


def test_checking_in_twice_seats_one(suite: Suite) -> None:
    suite.hands.press("checkInButton_1")
    window.paste(suite, "nameField", "ROE, Jane")
    _press_twice_there(suite, "checkInButton")
    assert window.all_stored(suite) == 1
