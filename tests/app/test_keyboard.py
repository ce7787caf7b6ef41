"""Where the keyboard is after something over the page was put away: a nurse's `S` must reach the board."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.desk import station_file
from nursedesk.ui import theme
from nursedesk.ui.frame.model import Look
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.app.suite import MORNING, Suite, make_suite
from tests.desk.station import Clocks


@pytest.fixture
def suite(tmp_path: Path, qtbot: QtBot) -> Iterator[Suite]:
    clocks = Clocks(wall=MORNING)
    make_suite(tmp_path / "suite", clocks)
    opened = Suite.open(tmp_path / "suite", clocks)
    opened.sign_in()
    yield opened
    opened.close()


def _key(key: Qt.Key) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key)
    QApplication.processEvents()


def _is_in(place: QWidget | None) -> bool:
    held = QApplication.focusWidget()
    return place is not None and held is not None and (place is held or place.isAncestorOf(held))


def test_after_a_dialog_it_is_on_the_chair_again(suite: Suite) -> None:
    chair = suite.shell.board.page.card("1")
    assert _is_in(chair)
    _key(Qt.Key.Key_Return)
    suite.hands.find("checkInDialog")
    _key(Qt.Key.Key_Escape)
    assert _is_in(chair)


def test_after_the_search_it_is_on_the_page_again(suite: Suite) -> None:
    window = suite.shell.window
    window.bar.focus_search()
    _key(Qt.Key.Key_Escape)
    _key(Qt.Key.Key_Escape)
    assert _is_in(suite.shell.board.page)


def _check_in(suite: Suite, chair: str, name: str) -> None:
    suite.hands.press(f"checkInButton_{chair}")
    suite.hands.type("nameField", name, enter=False)
    suite.hands.press("checkInButton")
    suite.settle()


@pytest.mark.parametrize("density", ["mine", "room"])
def test_after_a_check_in_it_is_on_the_card_of_that_chair(suite: Suite, density: str) -> None:
    suite.shell.board.page.set_density(density)
    _check_in(suite, "3", "KEY, Board")
    assert QApplication.focusWidget() is suite.shell.board.page.card("3")


def test_a_button_that_vanishes_leaves_it_on_its_own_card(suite: Suite) -> None:
    """What takes the visit away happens elsewhere, as Undo does; the next button would be chair 2's."""
    _check_in(suite, "1", "ONE, Ada")
    suite.hands.find("hangButton_1").setFocus()
    suite.shell.board.page.last.undo()
    suite.hands.find("checkInButton_1")
    assert QApplication.focusWidget() is suite.shell.board.page.card("1")


def test_another_look_keeps_the_size_the_window_was_made_for(suite: Suite) -> None:
    opened_with = theme.scale()
    station_file.change(suite.folder, text_percent=150)
    suite.shell.choose_look(Look.CONTRAST)
    assert theme.current() is theme.CONTRAST_LIGHT
    assert theme.scale() == opened_with
    suite.shell.choose_look(Look.LIGHT)
