"""While it is not clear which drug is meant none starts, and the one nobody chose is gone."""

from collections.abc import Callable

import pytest
from nursedesk.ui.hang.dialog import HangDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_dialogs import USES, hang_context
from tests.ui.frame.sample_window import window

LEFT = Qt.MouseButton.LeftButton
EXPIRED, TWO_CODES, MISREAD = "01003502421500191724063010K7731A", "55513000204", "01003502421500181727063010K7731A"
SCANNED, WRISTBAND = "01003502421500191727063010K7731A", "40 22 045"


@pytest.fixture
def dialog(qtbot: QtBot) -> HangDialog:
    """The last visit's ocrelizumab stands in it; nobody chose it."""
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    made = HangDialog(desk.dialog_host(), hang_context(), USES)
    made.show()
    return made


def button(dialog: HangDialog, name: str) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    return found


def search(dialog: HangDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit, "drugField")
    assert found is not None
    return found


def title(dialog: HangDialog) -> str:
    found = dialog.findChild(QLabel, "drugTitle")
    assert found is not None
    return found.text()


def starts_nothing(qtbot: QtBot, dialog: HangDialog) -> bool:
    for name in ("startNowButton", "prepareButton"):
        with qtbot.assertNotEmitted(dialog.line_hung):
            qtbot.mouseClick(button(dialog, name), LEFT)
    return not any(button(dialog, name).isEnabled() for name in ("startNowButton", "prepareButton"))


def test_typing_takes_away_what_was_chosen_by_itself(qtbot: QtBot, dialog: HangDialog) -> None:
    assert title(dialog) == "ocrelizumab"
    qtbot.keyClicks(search(dialog), "inflxmab")
    assert title(dialog) == "Choose a drug"
    assert starts_nothing(qtbot, dialog)
    assert dialog.list.currentItem() is None
    for _ in "inflxmab":
        qtbot.keyClick(search(dialog), Qt.Key.Key_Backspace)
    assert title(dialog) == "ocrelizumab"
    assert dialog.draft() is None
    with qtbot.waitSignal(dialog.line_hung):
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)


@pytest.mark.parametrize("code", [EXPIRED, TWO_CODES, MISREAD])
@pytest.mark.parametrize("field", ["drugField", "doseField"])
def test_a_scan_that_fills_in_nothing_takes_it_away_too(
    qtbot: QtBot, dialog: HangDialog, code: str, field: str
) -> None:
    edit = dialog.findChild(QLineEdit, field)
    assert edit is not None
    edit.selectAll()
    qtbot.keyClicks(edit, code)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert title(dialog) == "Choose a drug"
    assert starts_nothing(qtbot, dialog)


def test_the_patients_own_wristband_takes_nothing_away(qtbot: QtBot, dialog: HangDialog) -> None:
    qtbot.keyClicks(search(dialog), WRISTBAND)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert title(dialog) == "ocrelizumab"
    assert button(dialog, "startNowButton").isEnabled()


def test_a_good_scan_can_be_started(qtbot: QtBot, dialog: HangDialog) -> None:
    qtbot.keyClicks(search(dialog), SCANNED)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    assert hung.args[0].drugs[0].lot == "K7731A"


def test_what_somebody_chose_waits_for_what_is_being_typed(qtbot: QtBot, dialog: HangDialog) -> None:
    rows = dialog.list
    place = next(n for n in range(rows.count()) if rows.item(n).text().startswith("cefTRIAXone"))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(place)).center())
    assert button(dialog, "startNowButton").isEnabled()
    qtbot.keyClicks(search(dialog), "inflxmab")
    assert title(dialog) == "cefTRIAXone"
    assert starts_nothing(qtbot, dialog)
    search(dialog).clear()
    search(dialog).textEdited.emit("")
    assert button(dialog, "startNowButton").isEnabled()


def test_an_open_question_about_a_package_starts_nothing(qtbot: QtBot, dialog: HangDialog) -> None:
    qtbot.keyClicks(search(dialog), TWO_CODES)
    qtbot.keyClick(search(dialog), Qt.Key.Key_Return)
    assert starts_nothing(qtbot, dialog)
    answers: Callable[..., list[QAbstractButton]] = dialog.finder.asking.findChildren
    qtbot.mouseClick(answers(QAbstractButton)[0], LEFT)
    assert "darbepoetin" in title(dialog)
    assert button(dialog, "startNowButton").isEnabled()
    assert dialog.findChild(QWidget, "choiceList") is not None
