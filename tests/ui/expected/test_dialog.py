"""The list of today as a dialog: seen whole at every size; the second half of a double press does nothing."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.expected.dialog import TREMBLE_MS, ExpectedDialog
from nursedesk.ui.expected.model import ExpectedActions, ExpectedForm, ExpectedRow
from nursedesk.ui.kit import Button, Field, Paragraph
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.test_page import FONTS

ROWS = (
    ExpectedRow("1", "14:30", "VANCE, Tomas", "iron sucrose 200 mg · 02-Feb-1961 · MRN 40 21", "4"),
    ExpectedRow("2", "", "NGUYEN, Linh", "", "12", "7"),
    ExpectedRow("3", "15:00", "O'BRIEN-FITZGERALD, Maximiliana", "ocrelizumab 600 mg · 12-Mar-1971", ""),
)
DAY = "24-Nov-2026"


class Said:
    """What was asked of the list."""

    def __init__(self) -> None:
        self.arrived: list[tuple[str, str]] = []
        self.added: list[ExpectedForm] = []

    def arrive(self, entry: str, chair: str) -> str:
        self.arrived.append((entry, chair))
        return ""

    def add(self, form: ExpectedForm) -> str:
        self.added.append(form)
        return ""

    def actions(self) -> ExpectedActions:
        return ExpectedActions(self.add, self.arrive, lambda entry, why: "", lambda: "")


@pytest.fixture
def host(qtbot: QtBot, qapp: QApplication) -> Iterator[QWidget]:
    theme.load_fonts(FONTS)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    theme.apply(qapp, theme.LIGHT, 1.0)


def opened(host: QWidget, said: Said, rows: tuple[ExpectedRow, ...]) -> ExpectedDialog:
    dialog = ExpectedDialog(host, said.actions(), ("1", "4", "12"))
    dialog.show_rows(rows, DAY)
    dialog.show()
    dialog.begin()
    QApplication.processEvents()
    return dialog


def waited() -> None:
    """As long as a press is taken for a trembling finger."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < TREMBLE_MS:
        QApplication.processEvents()


@pytest.mark.parametrize("rows", [(), ROWS])
@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1.0), (1024, 768, 1.0), (1024, 768, 1.5), (1280, 800, 1.5), (1280, 800, 2.0), (1920, 1080, 2.0)],
)
def test_hints_choices_and_names_are_seen_whole(
    qapp: QApplication, host: QWidget, rows: tuple[ExpectedRow, ...], width: int, height: int, scale: float
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    host.resize(width, height)
    dialog = opened(host, Said(), rows)
    for edit in dialog.findChildren(QLineEdit):
        room = edit.width() - 4
        assert edit.fontMetrics().horizontalAdvance(edit.placeholderText()) <= room, edit.objectName()
    scroll = dialog.findChild(QScrollArea)
    assert scroll is not None
    assert scroll.viewport().width() >= scroll.widget().width()
    add, panel = dialog.findChild(Button, "addExpectedButton"), dialog.panel
    assert add is not None
    right = add.mapTo(panel, add.rect().bottomRight())
    assert right.x() <= panel.width() - 24
    if scroll.verticalScrollBar().maximum() == 0:
        assert right.y() <= panel.height() - 14, "air under the form"
    assert scroll.viewport().height() >= theme.px(100), "a row and a half at least"
    for words in dialog.findChildren(Paragraph):
        if words.isVisible() and words.text():
            assert words.heightForWidth(words.width()) <= words.height() + 1, words.text()


def test_an_empty_list_says_so_and_has_the_keyboard_in_the_name(host: QWidget) -> None:
    dialog = opened(host, Said(), ())
    assert dialog.note.text() == "24-Nov-2026 · nobody is expected"
    name = dialog.findChild(Field, "expectedNameField") or dialog.findChild(QLineEdit, "expectedNameField")
    assert name is not None
    at = dialog.focusWidget()
    assert at is not None
    assert at.objectName() == "expectedNameField" or name.isAncestorOf(at)


def test_the_second_half_of_a_double_press_checks_in_nobody_else(qtbot: QtBot, host: QWidget) -> None:
    said = Said()
    dialog = opened(host, said, ROWS)
    first = dialog.findChild(Button, "arriveExpected_1")
    assert first is not None
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    dialog.show_rows(ROWS[1:], DAY)
    QApplication.sendPostedEvents()
    following = next(one for one in dialog.findChildren(Button, "arriveExpected_1") if one.isVisibleTo(dialog))
    assert dialog.focusWidget() is not following, "nor does Enter"
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert said.arrived == [("1", "4")]
    waited()
    qtbot.mouseClick(following, Qt.MouseButton.LeftButton)
    assert said.arrived == [("1", "4"), ("2", "12")]


def test_what_is_typed_goes_on_the_list_in_the_order_of_the_fields(qtbot: QtBot, host: QWidget) -> None:
    said = Said()
    dialog = opened(host, said, ())
    qtbot.keyClicks(QApplication.focusWidget() or dialog.focusWidget(), "VANCE, Tomas")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.focusWidget(), "14:30")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert said.added == [ExpectedForm(name="VANCE, Tomas", time="14:30")]
    assert dialog.focusWidget().text() == ""
