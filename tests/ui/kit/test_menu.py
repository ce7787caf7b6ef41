"""A menu stands by its button, in one column however long it is, and answers keys as Qt's own does."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.kit import Menu
from nursedesk.ui.kit.menu import GAP, placed
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore(r"support (raise|grabbing the keyboard)", extend=True)
SCREEN, WINDOW = QRect(0, 0, 1280, 800), QRect(0, 64, 1000, 736)


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[QPushButton]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 500)
    made = QPushButton("More", window)
    made.setAccessibleName("More about chair 3")
    made.setGeometry(500, 20, 80, 44)
    window.show()
    yield made
    theme.apply(QApplication.instance(), theme.LIGHT)  # type: ignore[arg-type] - pytest-qt's is a QApplication


@pytest.mark.parametrize(
    ("at", "size", "want"),
    [
        (QRect(100, 100, 80, 44), (300, 400), QPoint(100, 144 + GAP)),
        (QRect(900, 100, 80, 44), (300, 400), QPoint(680, 144 + GAP)),  # its right edge is the button's
        (QRect(100, 600, 80, 44), (300, 400), QPoint(100, 600 - GAP - 400)),  # no room below: above
        (
            QRect(100, 300, 80, 44),
            (300, 900),
            QPoint(100, 64),
        ),  # room nowhere: it begins under the bar, and scrolls
        (QRect(100, 500, 80, 44), (300, 470), QPoint(100, 330 - GAP)),  # above it would reach over the bar
        (QRect(20, 100, 80, 44), (1100, 400), QPoint(0, 144 + GAP)),  # never out to the left
        (
            QRect(100, 1400, 80, 44),
            (300, 400),
            QPoint(100, 400 - GAP),
        ),  # a button scrolled away
    ],
)
def test_where_a_menu_stands(at: QRect, size: tuple[int, int], want: QPoint) -> None:
    assert placed(at, WINDOW, SCREEN, size) == want


def test_a_menu_opened_low_in_the_window_is_whole(qtbot: QtBot, button: QPushButton) -> None:
    screen = button.screen().geometry()
    button.window().resize(600, screen.height())
    button.move(500, screen.height() - 200)
    menu = Menu("low", button)
    for number in range(screen.height() // 44 - 3):
        menu.add(f"row {number}", lambda: None)
    menu.open_under(button)
    assert menu.height() == menu.sizeHint().height()
    assert menu.actionGeometry(menu.actions()[-1]).bottom() < menu.height()
    menu.close()


def test_a_long_menu_scrolls_in_one_column(qtbot: QtBot, qapp: QApplication, button: QPushButton) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    menu = Menu("long", button)
    for number in range(30):
        menu.add(f"row {number}", lambda: None)
    menu.open_under(button)
    assert menu.height() <= menu.screen().geometry().height()
    lefts = {menu.actionGeometry(action).left() for action in menu.actions()}
    assert len(lefts) == 1
    menu.close()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_rows_hold_a_finger_and_their_words(qapp: QApplication, button: QPushButton, scale: float) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    menu = Menu("rows", button)
    word = "The patient has left the chair"
    menu.add(word, lambda: None)
    menu.add_menu("Nurse", "nurses").add_choice("J. Doe RN", True, lambda: None)
    for action in menu.actions():
        row = menu.actionGeometry(action)
        assert row.height() >= 44
    mark = theme.px(16) + theme.px(44)
    assert menu.actionGeometry(menu.actions()[0]).width() >= theme.advance(word, 14, theme.MEDIUM) + mark


def test_keys_reach_a_row_and_the_menu_inside(qtbot: QtBot, button: QPushButton) -> None:
    pressed: list[str] = []
    menu = Menu("rows", button)
    menu.add_heading("Lines")
    inner = menu.add_menu("oxaliplatin", "line")
    inner.add("Waste…", lambda: pressed.append("waste"), "wasteAction")
    menu.open_under(button)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is inner.menuAction()
    qtbot.keyClick(menu, Qt.Key.Key_Right)
    assert inner.isVisible()
    qtbot.keyClick(inner, Qt.Key.Key_Return)
    assert pressed == ["waste"]
    assert not menu.isVisible()


def test_assistive_tools_hear_a_menu_and_what_it_belongs_to(qtbot: QtBot, button: QPushButton) -> None:
    menu = Menu("rows", button)
    menu.add("Waste…", lambda: None)
    menu.open_under(button)
    heard = QAccessible.queryAccessibleInterface(menu)
    assert heard.role() == QAccessible.Role.PopupMenu
    assert heard.text(QAccessible.Text.Name) == "More about chair 3"
    assert heard.child(0).role() == QAccessible.Role.MenuItem
    menu.close()
