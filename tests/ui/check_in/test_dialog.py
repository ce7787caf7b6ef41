"""Check-in with real keys: a name is enough, a wrong date is named, Esc keeps what was typed."""

from datetime import date

import pytest
from nursedesk.record.encounter import Access, Device, Patient, Setting
from nursedesk.ui.check_in.dialog import CheckInDialog, CheckInDraft
from nursedesk.ui.check_in.form import CheckInForm, CheckInUses
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_window import window

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2026, 11, 24)
USES = CheckInUses(lambda: TODAY)


@pytest.fixture
def dialog(qtbot: QtBot) -> CheckInDialog:
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    made = CheckInDialog(desk.dialog_host(), "4", Setting.OFFICE, USES)
    made.show()
    return made


def field(dialog: CheckInDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def press(qtbot: QtBot, dialog: CheckInDialog, name: str) -> None:
    qtbot.mouseClick(dialog.findChild(QAbstractButton, name), LEFT)


def test_a_name_is_enough(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    with qtbot.waitSignal(dialog.checked_in) as given:
        press(qtbot, dialog, "checkInButton")
    assert given.args == [CheckInForm("4", Patient("ROE, Jane"), Setting.OFFICE)]
    assert dialog.isHidden()


def test_everything_typed_is_in_the_form(qtbot: QtBot, dialog: CheckInDialog) -> None:
    for name, text in (
        ("nameField", "ROE, Jane"),
        ("birthField", "2/2/1961"),
        ("mrnField", "40 21 877"),
        ("payerField", "Blue Ridge PPO"),
        ("providerField", "A. Castellano MD"),
    ):
        qtbot.keyClicks(field(dialog, name), text)
    press(qtbot, dialog, "sexField_F")
    press(qtbot, dialog, "settingField_inpatient")
    press(qtbot, dialog, "firstAccessField_port")
    qtbot.keyClicks(field(dialog, "accessSiteField"), "right chest")
    press(qtbot, dialog, "earlierVisitField")
    with qtbot.waitSignal(dialog.checked_in) as given:
        press(qtbot, dialog, "checkInButton")
    form = given.args[0]
    assert form.patient == Patient("ROE, Jane", "40 21 877", date(1961, 2, 2), "F")
    assert form.access == Access("A", Device.PORT, "right chest")
    assert (form.payer, form.ordering_provider, form.setting) == (
        "Blue Ridge PPO",
        "A. Castellano MD",
        Setting.INPATIENT,
    )
    assert form.earlier_visit_same_day


def test_nobody_is_checked_in_without_a_name_or_with_a_wrong_date(qtbot: QtBot, dialog: CheckInDialog) -> None:
    with qtbot.assertNotEmitted(dialog.checked_in):
        press(qtbot, dialog, "checkInButton")
    assert field(dialog, "nameField").window().focusWidget() is field(dialog, "nameField")
    assert field(dialog, "nameField").accessibleDescription()
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    qtbot.keyClicks(field(dialog, "birthField"), "31-Feb-1961")
    with qtbot.assertNotEmitted(dialog.checked_in):
        press(qtbot, dialog, "checkInButton")
    assert field(dialog, "birthField").window().focusWidget() is field(dialog, "birthField")


def test_a_scanner_that_ends_with_enter_checks_nobody_in(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    with qtbot.assertNotEmitted(dialog.checked_in):
        qtbot.keyClick(field(dialog, "nameField"), Qt.Key.Key_Return)
    assert field(dialog, "mrnField").window().focusWidget() is field(dialog, "mrnField")


def test_esc_gives_back_what_was_typed(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Ja")
    with qtbot.waitSignal(dialog.left) as left:
        qtbot.keyClick(field(dialog, "nameField"), Qt.Key.Key_Escape)
    draft = left.args[0]
    assert draft == CheckInDraft(name="ROE, Ja", setting=Setting.OFFICE)
    again = CheckInDialog(dialog.parentWidget(), "4", Setting.OFFICE, USES, draft=draft)
    assert field(again, "nameField").text() == "ROE, Ja"


def test_esc_on_an_empty_form_keeps_nothing(qtbot: QtBot, dialog: CheckInDialog) -> None:
    with qtbot.waitSignal(dialog.left) as left:
        qtbot.keyClick(field(dialog, "nameField"), Qt.Key.Key_Escape)
    assert left.args == [None]


def test_what_the_desk_refuses_is_said_with_everything_in_place(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    press(qtbot, dialog, "checkInButton")
    dialog.refuse("Chair 4 is taken. Nobody was checked in; choose another chair.")
    assert dialog.isVisible()
    assert field(dialog, "nameField").text() == "ROE, Jane"
    assert "Chair 4" in field(dialog, "nameField").accessibleDescription()


def test_what_was_left_is_offered_and_nobody_inherits_it(qtbot: QtBot, dialog: CheckInDialog) -> None:
    left = CheckInDraft(name="KEY, Board", mrn="4021877", setting=Setting.OFFICE)
    again = CheckInDialog(dialog.parentWidget(), "4", Setting.OFFICE, USES, offered=left)
    again.show()
    assert again.draft() == CheckInDraft(setting=Setting.OFFICE)
    taking = again.findChild(QAbstractButton, "takeTypedButton")
    assert taking is not None and "KEY, Board" in taking.text() and taking.isVisible()
    with qtbot.waitSignal(again.left) as kept:
        qtbot.keyClick(field(again, "nameField"), Qt.Key.Key_Escape)
    assert kept.args == [left]
    again.show()
    qtbot.mouseClick(taking, LEFT)
    assert again.draft() == left and not taking.isVisible()


def test_enter_leaves_a_choice_and_on_the_last_field_checks_in(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    with qtbot.waitSignal(dialog.checked_in):
        for _ in range(20):
            at = dialog.focusWidget()
            if at is None or not dialog.isVisible():
                break
            qtbot.keyClick(at, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["nameField", "sexField_F", "earlierVisitField"])
def test_ctrl_enter_checks_in_from_anywhere(qtbot: QtBot, dialog: CheckInDialog, name: str) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    at = dialog.findChild(QWidget, name)
    at.setFocus()
    with qtbot.waitSignal(dialog.checked_in, timeout=1000):
        qtbot.keyClick(at, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
