"""The window: pages by name and key, the clock, the saved word, the search, the lock."""

import subprocess
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Clock, SavedIndicator, face
from nursedesk.ui.frame.model import Hit, Look, Saved
from nursedesk.ui.frame.search import HIT, PAD, Found
from nursedesk.ui.main_window import MainWindow, WindowActions
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_window import HITS, NEW_YORK, NOW
from tests.ui.frame.sample_window import window as sample_window

LEFT = Qt.MouseButton.LeftButton


class Desk:
    """What the frame's buttons did."""

    def __init__(self) -> None:
        self.did: list[object] = []
        self.actions = WindowActions(
            lock=lambda: self.did.append("lock"),
            sign_out=lambda: self.did.append("sign out"),
            choose_look=self.did.append,
            find=lambda text: [h for h in HITS if text.lower() in h.title.lower()],
            go=self.did.append,
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> MainWindow:
    pages = {name: QWidget() for name in ("board", "encounter", "tickets", "help")}
    made = MainWindow(pages, desk.actions, site="Elm St Infusion")
    made.bar.show_nurse("J. Doe RN")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_page("board")
    return made


def test_only_pages_that_exist_are_in_the_navigation(window: MainWindow) -> None:
    names = [b.objectName() for b in window.navigation.findChildren(QAbstractButton)]
    assert names == ["nav_board", "nav_encounter", "nav_tickets", "nav_help"]


def test_a_press_and_a_key_show_a_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(window.findChild(QAbstractButton, "nav_tickets"), LEFT)
    assert window.page() == "tickets"
    qtbot.keyClick(window, "2", Qt.KeyboardModifier.ControlModifier)
    assert window.page() == "encounter"
    assert window.findChild(QAbstractButton, "nav_encounter").isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page() == "help"


def test_while_a_visit_is_closed_its_page_is_marked(qtbot: QtBot, desk: Desk) -> None:
    made = MainWindow({name: QWidget() for name in ("board", "encounter", "close")}, desk.actions, site="Elm St")
    qtbot.addWidget(made)
    made.show_page("board")
    made.show_page("close")
    assert made.page() == "close"
    assert made.findChild(QAbstractButton, "nav_encounter").isChecked()


def test_a_page_without_a_button_can_be_shown(window: MainWindow) -> None:
    window.show_page("encounter")
    with pytest.raises(KeyError):
        window.show_page("nowhere")
    assert window.page() == "encounter"


def test_the_keyboard_is_never_in_the_search_by_itself(window: MainWindow) -> None:
    search = window.findChild(QLineEdit, "searchField")
    for name in ("board", "tickets", "help"):
        window.show_page(name)
        assert search.window().focusWidget() is not search


def test_the_search_finds_and_leads_there(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    qtbot.keyClick(window, "k", Qt.KeyboardModifier.ControlModifier)
    search = window.findChild(QLineEdit, "searchField")
    assert search.window().focusWidget() is search
    qtbot.keyClicks(search, "e")
    found = window.findChild(Found, "commandPalette")
    assert found.isVisible()
    assert found.rows.count() == 2
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert [h for h in desk.did if isinstance(h, Hit)] == [HITS[1]]
    assert not found.isVisible()
    assert search.text() == ""


def test_a_search_without_an_answer_says_so_and_leads_nowhere(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    search = window.findChild(QLineEdit, "searchField")
    search.setFocus()
    qtbot.keyClicks(search, "zzz")
    found = window.findChild(Found, "commandPalette")
    assert found.rows.item(0).text().startswith("Nothing found")
    hint, words = found.rows.visualItemRect(found.rows.item(0)), found.rows.item(0).data(HIT).detail
    room = QRect(0, 0, hint.width() - 2 * PAD, 1000)
    wrapped = QFontMetrics(theme.font(13)).boundingRect(room, Qt.TextFlag.TextWordWrap, words)
    assert hint.height() >= wrapped.height() + theme.px(32), "what to try is read whole"
    assert wrapped.width() <= room.width() and found.rows.viewport().height() >= hint.height()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert desk.did == []
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not found.isVisible()


def test_the_lock_by_button_and_key(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    qtbot.mouseClick(window.findChild(QAbstractButton, "lockButton"), LEFT)
    qtbot.keyClick(window, "l", Qt.KeyboardModifier.ControlModifier)
    assert desk.did == ["lock", "lock"]


def test_the_nurse_menu_has_the_three_looks_and_the_way_out(window: MainWindow, desk: Desk) -> None:
    window.bar.show_look(Look.DARK)
    dark = window.findChild(QAction, "look_dark")
    assert dark.isChecked()
    window.findChild(QAction, "look_system").trigger()
    window.findChild(QAction, "signOutAction").trigger()
    assert desk.did == [Look.SYSTEM, "sign out"]


def test_nobody_signed_in_has_no_menu_and_no_lock(window: MainWindow) -> None:
    window.bar.show_nurse("")
    assert not window.findChild(QAbstractButton, "lockButton").isVisible()
    assert not window.findChild(QAbstractButton, "nurseMenuButton").isVisible()


def test_enter_presses_a_button_once_however_long_it_is_held(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    lock = window.findChild(QPushButton, "lockButton")
    lock.setFocus()
    qtbot.keyClick(lock, Qt.Key.Key_Return)
    assert desk.did == ["lock"]


@pytest.mark.parametrize(
    ("state", "word"),
    [
        (Saved.SAVED, "Saved"),
        (Saved.SAVING, "Saving…"),
        (Saved.NOT_SAVED, "Not saved: write it on paper"),
        (Saved.CHECKING, "Checking"),
    ],
)
def test_the_saved_word(window: MainWindow, state: Saved, word: str) -> None:
    window.show_saved(state)
    shown = window.findChild(SavedIndicator, "savedIndicator")
    assert (shown.text(), shown.accessibleName(), shown.state()) == (word, word, state)


@pytest.mark.parametrize("width", [960, 1100, 1280, 1920])
@pytest.mark.parametrize("saved", list(Saved))
def test_the_clock_and_the_lock_are_whole_at_any_width(
    qtbot: QtBot, window: MainWindow, width: int, saved: Saved
) -> None:
    window.show_clock(face(NOW, NEW_YORK))
    window.show_saved(saved)
    window.resize(width, 640)
    time, zone, day = window.findChild(Clock, "clock").findChildren(QLabel)
    said = window.findChild(QLabel, "savedIndicator")
    lock = window.findChild(QAbstractButton, "lockButton")

    def fits() -> None:
        assert time.isVisible() and zone.isVisible() and said.isVisible()
        # The day goes over the clock where there is no room for it.
        shown = (time, zone, said, *((day,) if day.isVisible() else ()))
        assert all(label.width() >= label.sizeHint().width() for label in shown)
        assert lock.geometry().right() < window.bar.width()

    qtbot.waitUntil(fits)


def test_the_clock_names_its_zone_and_day(qtbot: QtBot) -> None:
    clock = Clock()
    qtbot.addWidget(clock)
    clock.show_face(face(NOW, NEW_YORK))
    assert clock.accessibleName() == "14:07 EST, 24-Nov-2026"
    summer = datetime(2026, 7, 1, 3, 59, tzinfo=UTC)
    clock.show_face(face(summer, ZoneInfo("America/New_York"), trusted=False))
    assert clock.accessibleName() == "23:59 EDT · clock not trusted, 30-Jun-2026"
    assert clock.findChildren(QLabel)[0].text() == "23:59"


def test_the_badge_is_in_the_accessible_name(window: MainWindow) -> None:
    window.navigation.set_badge("tickets", 2)
    assert window.findChild(QAbstractButton, "nav_tickets").accessibleName() == "Tickets, 2 waiting"
    window.navigation.set_badge("tickets", 0)
    assert window.findChild(QAbstractButton, "nav_tickets").accessibleName() == "Tickets"


def test_the_sign_in_page_brings_no_database() -> None:
    code = (
        "import sys; import nursedesk.ui.sign_in.page, nursedesk.ui.sign_in.lock_page;"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'alembic', 'nursedesk.store', 'rapidfuzz', 'nursedesk.desk')"
        " if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize("width", [1280, 1600, 1920])
def test_the_hint_of_the_search_is_never_cut(qtbot: QtBot, window: MainWindow, width: int) -> None:
    window.resize(width, 800)
    field = window.findChild(QLineEdit, "searchField")
    qtbot.waitUntil(lambda: window.width() == width)
    window.grab()
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= field.width() - 8


def test_a_page_whose_list_is_hidden_does_not_put_the_keyboard_into_the_search(qtbot: QtBot) -> None:
    empty, rows = QWidget(), QListWidget()
    rows.setParent(empty)
    rows.hide()
    empty.setFocusProxy(rows)
    made = sample_window(board=QWidget(), tickets=empty)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_page("tickets")
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == "nav_tickets"
    rows.show()
    made.show_page("tickets")
    assert rows.hasFocus()
