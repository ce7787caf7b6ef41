"""Two quick presses where a dialog is, was or comes: one is in the record, the other stops and starts nothing."""

import pytest
from nursedesk.desk.check_in import free_chair
from nursedesk.desk.run import stop
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.app.suite import Suite
from tests.app.test_hanging import ask_for_checks
from tests.bad_inputs import window

CHARTED = {"Prepared", "Started", "Stopped", "Pushed"}


def tap(suite: Suite, where: QPoint, after_ms: int = 0) -> None:
    """A press as the window gets it, some time after the last: what lies there by now has it."""
    top = suite.station.frame.windowHandle()
    QTest.mouseClick(top, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where, after_ms)
    QApplication.processEvents()


def place(suite: Suite, name: str) -> QRect:
    """Where a widget is in the window."""
    found = suite.hands.find(name)
    return found.rect().translated(found.mapTo(suite.station.frame, QPoint()))


def charted(suite: Suite, chair: str) -> list[str]:
    visit = window.seated(suite, chair).id
    return [kind for kind in window.stored(suite, visit) if kind in CHARTED]


def seat(suite: Suite, chair: str) -> None:
    suite.hands.press(f"checkInButton_{chair}")
    suite.hands.type("mrnField", "40 21 877", enter=False)
    suite.hands.type("nameField", "ROE, Jane", enter=False)
    suite.hands.press("firstAccessField_peripheral")
    suite.hands.press("checkInButton")
    suite.settle()


@pytest.mark.parametrize("after_ms", [5, 150])
def test_start_now_pressed_twice_charts_once_and_never_stops_the_bag_below(suite: Suite, after_ms: int) -> None:
    suite.sign_in()
    seat(suite, "4")
    window.hang(suite, "ondansetron", "8", chair="4")
    window.hang(suite, chair="4")
    suite.station.frame.resize(1024, 720)
    QApplication.processEvents()
    below = place(suite, "stopButton_4_2")
    suite.hands.press("hangButton_4")
    suite.hands.type("drugField", "vedolizumab")
    suite.hands.type("doseField", "300", enter=False)
    both = place(suite, "startNowButton").intersected(below)
    assert both.height() > 8
    window.calm(suite)
    tap(suite, both.center())
    tap(suite, both.center(), after_ms)
    assert charted(suite, "4") == ["Prepared", "Started"] * 3
    window.calm(suite)
    tap(suite, place(suite, "stopButton_4_2").center())
    assert charted(suite, "4")[-1] == "Stopped"


@pytest.mark.parametrize("after_ms", [5, 150])
def test_give_now_pressed_twice_gives_once(suite: Suite, after_ms: int) -> None:
    suite.sign_in()
    seat(suite, "4")
    window.hang(suite, chair="4")
    suite.station.frame.resize(1280, 800)
    QApplication.processEvents()
    below = place(suite, "pushButton_4")
    suite.hands.press("pushButton_4")
    suite.hands.type("drugField", "ondansetron")
    suite.hands.type("doseField", "4", enter=False)
    both = place(suite, "startNowButton").intersected(below)
    assert not both.isEmpty()
    window.calm(suite)
    tap(suite, both.center())
    tap(suite, both.center(), after_ms)
    assert charted(suite, "4") == ["Prepared", "Started", "Prepared", "Pushed"]
    assert not suite.shell.dialogs.is_open()


@pytest.mark.parametrize("after_ms", [5, 150])
def test_hang_pressed_twice_does_not_start_what_was_given_last_time(suite: Suite, after_ms: int) -> None:
    suite.sign_in()
    seat(suite, "4")
    window.hang(suite, chair="4")
    book = suite.shell.core.daybook
    stop(book, window.seated(suite, "4"), "A1")
    free_chair(book, window.seated(suite, "4"))
    suite.shell.show_everything()
    suite.settle()
    seat(suite, "4")
    suite.station.frame.resize(1280, 800)
    QApplication.processEvents()
    hang = place(suite, "hangButton_4")
    suite.hands.press("hangButton_4")
    both = place(suite, "startNowButton").intersected(hang)
    assert not both.isEmpty()
    suite.hands.press("hangCancelButton")
    window.calm(suite)
    tap(suite, both.center())
    tap(suite, both.center(), after_ms)
    assert suite.shell.dialogs.is_open()
    assert charted(suite, "4") == []


def test_start_now_pressed_twice_does_not_pass_over_the_second_check(suite: Suite) -> None:
    suite.sign_in()
    seat(suite, "4")
    ask_for_checks(suite)
    suite.hands.press("hangButton_4")
    suite.hands.type("drugField", "paclitaxel")
    suite.hands.type("doseField", "150", enter=False)
    start = place(suite, "startNowButton")
    suite.hands.press("startNowButton")
    both = start.intersected(place(suite, "withoutCheckButton"))
    assert not both.isEmpty()
    suite.hands.press("checkBackButton")
    window.calm(suite)
    tap(suite, both.center())
    tap(suite, both.center(), 150)
    assert window.is_shown(suite, "secondCheck")
    assert charted(suite, "4") == []


def test_another_stop_a_moment_after_start_now_counts(suite: Suite) -> None:
    suite.sign_in()
    for chair, name in (("1", "LEE, Kim"), ("4", "ROE, Jane")):
        window.check_in(suite, name, chair)
    window.hang(suite, chair="1")
    suite.hands.press("hangButton_4")
    suite.hands.type("drugField", "vedolizumab")
    suite.hands.type("doseField", "300", enter=False)
    tap(suite, place(suite, "startNowButton").center())
    tap(suite, place(suite, "stopButton_1_1").center(), 150)
    assert charted(suite, "4") == ["Prepared", "Started"]
    assert charted(suite, "1")[-1] == "Stopped"


def test_after_a_key_nothing_is_kept(suite: Suite) -> None:
    suite.sign_in()
    seat(suite, "1")
    window.hang(suite, chair="1")
    suite.hands.press("hangButton_1")
    stop_there = place(suite, "hangCancelButton")
    tap(suite, stop_there.center())
    window.calm(suite)
    suite.hands.press("hangButton_1")
    QTest.keyClick(suite.station.frame.windowHandle(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    tap(suite, place(suite, "stopButton_1_1").center())
    assert charted(suite, "1")[-1] == "Stopped"
