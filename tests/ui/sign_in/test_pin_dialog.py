"""A new PIN: typed twice, weak ones refused, nothing changed by Esc."""

import pytest
from nursedesk.ui.sign_in.pin_dialog import PinDialog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_window import window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot) -> PinDialog:
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    made = PinDialog(desk.dialog_host(), "J. Doe RN")
    made.show()
    return made


def field(dialog: PinDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def typed(qtbot: QtBot, dialog: PinDialog, one: str, two: str) -> None:
    for name, text in (("newPinField", one), ("newPinAgainField", two)):
        field(dialog, name).clear()
        qtbot.keyClicks(field(dialog, name), text)


def test_a_good_pin_typed_twice_is_given_once(qtbot: QtBot, dialog: PinDialog) -> None:
    typed(qtbot, dialog, "489150", "489150")
    with qtbot.waitSignal(dialog.pin_chosen) as chosen:
        qtbot.keyClick(field(dialog, "newPinAgainField"), Qt.Key.Key_Return)
    assert chosen.args == ["489150"]
    with qtbot.assertNotEmitted(dialog.pin_chosen):
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "setPinButton"), LEFT)


@pytest.mark.parametrize(
    ("one", "two", "wrong"), [("123456", "123456", "newPinField"), ("489150", "489151", "newPinAgainField")]
)
def test_a_weak_or_different_pin_is_refused(
    qtbot: QtBot, dialog: PinDialog, one: str, two: str, wrong: str
) -> None:
    typed(qtbot, dialog, one, two)
    with qtbot.assertNotEmitted(dialog.pin_chosen):
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "setPinButton"), LEFT)
    assert field(dialog, wrong).accessibleDescription()
    assert dialog.window().focusWidget() is field(dialog, wrong)


def test_what_the_desk_refuses_is_said(qtbot: QtBot, dialog: PinDialog) -> None:
    typed(qtbot, dialog, "489150", "489150")
    qtbot.mouseClick(dialog.findChild(QAbstractButton, "setPinButton"), LEFT)
    dialog.refuse("The PIN could not be saved. The one before still serves.")
    assert "one before" in field(dialog, "newPinField").accessibleDescription()
    with qtbot.waitSignal(dialog.pin_chosen):
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "setPinButton"), LEFT)


def test_esc_changes_nothing(qtbot: QtBot, dialog: PinDialog) -> None:
    with qtbot.waitSignal(dialog.left), qtbot.assertNotEmitted(dialog.pin_chosen):
        qtbot.keyClick(field(dialog, "newPinField"), Qt.Key.Key_Escape)
    assert dialog.isHidden()
