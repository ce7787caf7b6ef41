"""First run with real keys: a suite described step by step, the key typed back, the demo."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from nursedesk.record.encounter import Setting
from nursedesk.ui import theme
from nursedesk.ui.welcome.form import SuiteForm
from nursedesk.ui.welcome.key_steps import KeySheet
from nursedesk.ui.welcome.wizard import WelcomeWizard
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QListWidget, QScrollArea
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
KEY = "K7Q2A-9FMXB-TW4HC-3CZDD-8RPVE-N6YBF-J5GAG"
NOW = datetime(2026, 11, 24, 19, 7, tzinfo=UTC)


@pytest.fixture
def wizard(qtbot: QtBot) -> WelcomeWizard:
    made = WelcomeWizard(
        lambda: NOW,
        zones=("America/New_York", "America/Chicago"),
        choose_folder=lambda: "/mnt/backup",
        printers=lambda: (("Front-Desk", "Suite-Laser-2"), "Suite-Laser-2"),
        print_test=lambda *said: f"Sent: {said}",
    )
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def typed(qtbot: QtBot, wizard: WelcomeWizard, **texts: str) -> None:
    for name, text in texts.items():
        field = wizard.findChild(QLineEdit, name)
        field.clear()
        qtbot.keyClicks(field, text)


def press(qtbot: QtBot, wizard: WelcomeWizard, name: str = "welcomeNextButton") -> None:
    qtbot.mouseClick(wizard.findChild(QAbstractButton, name), LEFT)


def error(wizard: WelcomeWizard, name: str) -> str:
    return wizard.findChild(QLineEdit, name).accessibleDescription()


ADMIN = {
    "adminNameField": "Tola Adeyemi",
    "adminCredentialField": "RN",
    "adminPasswordField": "plain quiet tree",
    "adminPasswordAgainField": "plain quiet tree",
    "adminPinField": "489150",
    "adminPinAgainField": "489150",
}
NURSE = {
    "nurseNameField": "Jordan Doe",
    "nurseCredentialField": "RN",
    "nursePasswordField": "harbor lantern",
    "nursePasswordAgainField": "harbor lantern",
    "nursePinField": "730264",
    "nursePinAgainField": "730264",
}


def to_people(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    press(qtbot, wizard, "setUpButton")
    typed(qtbot, wizard, siteField="Elm St Infusion", zoneField="America/Chicago")
    press(qtbot, wizard, "suiteSettingField_office")
    press(qtbot, wizard)
    typed(qtbot, wizard, chairsField="1, Window")
    press(qtbot, wizard)


def to_keys(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_people(qtbot, wizard)
    typed(qtbot, wizard, **ADMIN)
    press(qtbot, wizard)
    typed(qtbot, wizard, **NURSE)
    press(qtbot, wizard)
    words = "harbor lantern maple quiet"
    typed(qtbot, wizard, passphraseField=words, passphraseAgainField=words)


def test_the_demo_is_one_press(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    with qtbot.waitSignal(wizard.demo_chosen):
        press(qtbot, wizard, "demoButton")


def test_a_suite_is_described_and_its_key_typed_back(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_keys(qtbot, wizard)
    press(qtbot, wizard, "chooseBackupButton")
    with qtbot.waitSignal(wizard.suite_described) as described:
        press(qtbot, wizard)
    form = described.args[0]
    assert isinstance(form, SuiteForm)
    assert (form.site, form.zone, form.setting) == ("Elm St Infusion", "America/Chicago", Setting.OFFICE)
    assert (form.chairs, form.backup_folder) == (("1", "Window"), "/mnt/backup")
    assert [(p.sign_in, p.roles) for p in form.people] == [
        ("tadeyemi", ("administrator", "charge_nurse")),
        ("jdoe", ("nurse",)),
    ]
    assert "plain quiet" not in repr(form)
    assert "harbor" not in repr(form)
    wizard.show_recovery_key(KEY, in_keyring=True)
    typed(qtbot, wizard, recoveryField="wrong")
    with qtbot.assertNotEmitted(wizard.recovery_confirmed):
        press(qtbot, wizard)
    assert "not the key" in error(wizard, "recoveryField")
    typed(qtbot, wizard, recoveryField=KEY.lower().replace("-", " "))
    with qtbot.waitSignal(wizard.recovery_confirmed):
        press(qtbot, wizard)


def test_nothing_can_be_made_twice(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_keys(qtbot, wizard)
    press(qtbot, wizard)
    with qtbot.assertNotEmitted(wizard.suite_described):
        press(qtbot, wizard)


def test_when_it_cannot_be_made_everything_stands(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_keys(qtbot, wizard)
    press(qtbot, wizard)
    wizard.refuse("The folder cannot be written. Nothing was made.")
    said = wizard.findChild(QLabel, "welcomeSentence")
    assert said.isVisible()
    assert said.text() == "The folder cannot be written. Nothing was made."
    with qtbot.waitSignal(wizard.suite_described):
        press(qtbot, wizard)


def test_the_first_page_wants_a_name_and_a_zone_that_exists(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    press(qtbot, wizard, "setUpButton")
    typed(qtbot, wizard, siteField=" ", zoneField="Mars/Olympus")
    press(qtbot, wizard)
    assert error(wizard, "siteField")
    assert error(wizard, "zoneField")
    assert wizard.findChild(QLineEdit, "siteField").window().focusWidget() is wizard.findChild(
        QLineEdit, "siteField"
    )


def test_a_zone_is_found_by_its_city(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    press(qtbot, wizard, "setUpButton")
    typed(qtbot, wizard, zoneField="chic")
    rows = wizard.findChild(QListWidget, "zoneRows")
    assert [rows.item(n).text() for n in range(rows.count())] == ["America/Chicago, 13:07 CST"]
    qtbot.keyClick(wizard.findChild(QLineEdit, "zoneField"), Qt.Key.Key_Return)
    assert wizard.findChild(QLineEdit, "zoneField").text() == "America/Chicago"
    assert not rows.isVisible()


def test_weak_pins_are_refused_where_they_are_typed(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_people(qtbot, wizard)
    typed(qtbot, wizard, **(ADMIN | {"adminPinField": "123456", "adminPinAgainField": "123456"}))
    press(qtbot, wizard)
    assert "123456" in error(wizard, "adminPinField")
    assert error(wizard, "adminPinAgainField") == ""


def test_the_sign_in_name_is_suggested_until_it_is_typed(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_people(qtbot, wizard)
    typed(qtbot, wizard, adminNameField="Tola Adeyemi")
    assert wizard.findChild(QLineEdit, "adminSignInField").text() == "tadeyemi"
    typed(qtbot, wizard, adminSignInField="tola", adminNameField="Tola A")
    assert wizard.findChild(QLineEdit, "adminSignInField").text() == "tola"


def test_two_people_do_not_share_a_sign_in_name(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_people(qtbot, wizard)
    typed(qtbot, wizard, **ADMIN)
    press(qtbot, wizard)
    typed(qtbot, wizard, **(NURSE | {"nurseSignInField": "tadeyemi"}))
    press(qtbot, wizard)
    assert "already" in error(wizard, "nurseSignInField")


def test_the_nurse_may_come_later_only_when_somebody_works_at_the_chairs(
    qtbot: QtBot, wizard: WelcomeWizard
) -> None:
    to_people(qtbot, wizard)
    typed(qtbot, wizard, **ADMIN)
    press(qtbot, wizard)
    later = wizard.findChild(QAbstractButton, "welcomeLaterButton")
    assert later.isVisible()
    press(qtbot, wizard, "welcomeBackButton")
    press(qtbot, wizard, "adminAtChairsField")
    press(qtbot, wizard)
    assert not later.isVisible()


def test_enter_goes_on(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    press(qtbot, wizard, "setUpButton")
    typed(qtbot, wizard, siteField="Elm St Infusion", zoneField="America/Chicago")
    qtbot.keyClick(wizard.findChild(QLineEdit, "siteField"), Qt.Key.Key_Return)
    assert wizard.findChild(QLineEdit, "chairsField").isVisible()


def test_a_sentence_under_a_field_goes_with_the_next_key(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    press(qtbot, wizard, "setUpButton")
    typed(qtbot, wizard, zoneField="Nowhere")
    press(qtbot, wizard)
    assert error(wizard, "siteField") and error(wizard, "zoneField")
    qtbot.keyClicks(wizard.findChild(QLineEdit, "siteField"), "E")
    assert not error(wizard, "siteField") and error(wizard, "zoneField")
    typed(qtbot, wizard, siteField="Elm", zoneField="America/Chicago")
    assert not error(wizard, "zoneField")
    press(qtbot, wizard)
    typed(qtbot, wizard, chairsField="1, 1")
    press(qtbot, wizard)
    assert error(wizard, "chairsField")
    typed(qtbot, wizard, chairsField="1, 2")
    assert not error(wizard, "chairsField")
    press(qtbot, wizard)
    typed(qtbot, wizard, **{**ADMIN, "adminPasswordAgainField": "another", "adminPinField": "123456"})
    press(qtbot, wizard)
    assert error(wizard, "adminPasswordAgainField") and error(wizard, "adminPinField")
    # What differs is put right in either of the two.
    qtbot.keyClicks(wizard.findChild(QLineEdit, "adminPasswordField"), "s")
    assert not error(wizard, "adminPasswordAgainField") and error(wizard, "adminPinField")
    qtbot.keyClick(wizard.findChild(QLineEdit, "adminPinField"), Qt.Key.Key_Backspace)
    assert not error(wizard, "adminPinField")


@pytest.mark.parametrize(("scale", "rows"), [(1.0, 2), (2.0, 2)])
def test_the_groups_of_the_recovery_key_stand_apart_and_in_even_rows(
    qtbot: QtBot, qapp: QApplication, scale: float, rows: int
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    try:
        sheet = KeySheet()
        qtbot.addWidget(sheet)
        sheet.resize(round(690 * scale), 100)
        sheet.show_key(KEY)
        places = sheet.groups()
    finally:
        theme.apply(qapp, theme.LIGHT)
    assert len(places) == 7
    tops = sorted({place.top() for place in places})
    assert [sum(place.top() == top for place in places) for top in tops] == [4, 3]
    assert len(tops) == rows
    for before, after in pairwise(places):
        assert after.top() > before.top() or after.left() - before.right() >= 20 * scale
    assert all(place.left() >= 20 and place.right() <= sheet.width() - 20 for place in places)
    assert places[-1].bottom() <= sheet.height()


@pytest.mark.parametrize(("width", "railed"), [(1280, True), (760, False)])
def test_how_far_it_is_can_always_be_seen(qtbot: QtBot, wizard: WelcomeWizard, width: int, railed: bool) -> None:
    wizard.resize(width, 640)
    to_people(qtbot, wizard)
    said = wizard.findChild(QLabel, "welcomeStepSaid")
    assert said.isVisible() != railed
    assert said.text() == "Step 3 of 6"


def test_a_scroll_bar_stands_beside_the_fields(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    wizard.resize(760, 420)
    to_people(qtbot, wizard)
    field = wizard.findChild(QLineEdit, "adminSignInField").parentWidget()
    area = next(one for one in wizard.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: area.verticalScrollBar().isVisible())
    left = area.verticalScrollBar().mapTo(wizard, QPoint()).x()
    assert left - (field.mapTo(wizard, QPoint()).x() + field.width()) >= 2
    following = wizard.findChild(QAbstractButton, "welcomeNextButton")
    right = [one.mapTo(wizard, QPoint()).x() + one.width() for one in (field, following)]
    assert abs(right[0] - right[1]) <= 14


def test_the_printer_is_tried_and_remembered(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_keys(qtbot, wizard)
    said, button = (
        wizard.findChild(QLabel, "welcomePrintSaid"),
        wizard.findChild(QAbstractButton, "welcomePrintTestButton"),
    )
    assert "blank downtime sheet" in said.text()
    button.click()
    assert said.text() == "Sent: ('Suite-Laser-2', 'Elm St Infusion', 'America/Chicago', ('1', 'Window'))"
    with qtbot.waitSignal(wizard.suite_described) as described:
        press(qtbot, wizard)
    assert described.args[0].printer == "Suite-Laser-2"


def test_without_a_printer_there_is_nothing_to_try(qtbot: QtBot, wizard: WelcomeWizard) -> None:
    to_keys(qtbot, wizard)
    field = wizard.findChild(QComboBox, "welcomePrinterField")
    field.setCurrentIndex(0)
    field.activated.emit(0)
    assert not wizard.findChild(QAbstractButton, "welcomePrintTestButton").isEnabled()
    assert "saved as PDF" in wizard.findChild(QLabel, "welcomePrintSaid").text()
    with qtbot.waitSignal(wizard.suite_described) as described:
        press(qtbot, wizard)
    assert described.args[0].printer == ""
