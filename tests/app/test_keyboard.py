"""Where the keyboard is after something over the page was put away: a nurse's `S` must reach the board."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.desk import station_file
from nursedesk.ui import theme
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.frame.model import Look
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.app.suite import MORNING, Suite, make_suite
from tests.bad_inputs.window import check_in, hang, seated
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


def test_on_close_it_goes_to_the_pin_when_nothing_is_missing_any_more(suite: Suite) -> None:
    check_in(suite, "ROE, Jane")
    hang(suite)
    suite.clocks.pass_(70)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    suite.hands.press("closeButton_1")
    suite.hands.press_first("fix_tolerated")
    suite.settle()
    assert suite.station.frame.focusWidget() is suite.hands.find("pinField")


def test_after_the_last_order_on_file_it_stays_in_the_tab(suite: Suite) -> None:
    check_in(suite, "ROE, Jane")
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    suite.hands.type("doseField", "400", enter=False)
    suite.hands.press("startNowButton")
    suite.settle()
    suite.shell.encounter.open(seated(suite).id)
    suite.shell.encounter.page.record.show_tab(Tab.ORDERS)
    suite.hands.press("orderOnFile_1")
    suite.settle()
    held = suite.station.frame.focusWidget()
    assert held is not None and suite.shell.encounter.page.record.orders.isAncestorOf(held)


def test_a_tab_opened_for_one_patient_is_not_open_for_the_next(suite: Suite) -> None:
    check_in(suite, "ONE, Ada")
    check_in(suite, "TWO, Bea", chair="2")
    record = suite.shell.encounter.page.record
    suite.shell.encounter.open(seated(suite, "1").id)
    record.show_tab(Tab.ORDERS)
    suite.shell.encounter.open(seated(suite, "2").id)
    assert record.tabs.currentIndex() == Tab.EVENTS


@pytest.mark.parametrize("page", ["board", "tickets", "shift", "drugs", "codes", "help"])
def test_tab_comes_by_everything_that_can_be_pressed(suite: Suite, page: str) -> None:
    _check_in(suite, "1", "ONE, Ada")
    suite.shell.window.show_page(page)
    suite.settle()
    window = suite.shell.window
    reached: set[QWidget] = set()
    for _ in range(400):
        _key(Qt.Key.Key_Tab)
        held = QApplication.focusWidget()
        assert held is not None
        if held in reached and not isinstance(held, QTextBrowser):
            break
        reached.add(held)
    wanted = {
        one
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView)
        for one in window.findChildren(kind)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert sorted(one.objectName() for one in wanted - reached) == []


def test_a_list_that_has_the_keyboard_shows_a_ring(suite: Suite) -> None:
    suite.shell.window.show_page("drugs")
    suite.settle()
    views = suite.shell.window.findChildren(QAbstractItemView)
    view = next(one for one in views if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    ring = view.parentWidget().findChild(QWidget, "focusRing")
    assert ring is not None
    assert ring.isVisible()
