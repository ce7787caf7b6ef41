"""Where the keyboard is after something over the page was put away: a nurse's `S` must reach the board."""

from collections.abc import Iterator
from pathlib import Path

import pytest
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
