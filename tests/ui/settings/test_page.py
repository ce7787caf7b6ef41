"""Settings with real presses: the suite's choices are the administrator's, the rest is anybody's."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from nursedesk.ui.settings.model import NewPersonForm, PersonRow, SettingsActions, SettingsModel
from nursedesk.ui.settings.page import SettingsPage
from nursedesk.ui.settings.site_rules import SiteActions, SiteRules
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
PEOPLE = (
    PersonRow("jdoe", "Jordan Doe", "RN", ("nurse",)),
    PersonRow("mruiz", "Maria Ruiz", "RN", ("nurse", "charge_nurse")),
)
MODEL = SettingsModel(PEOPLE, "shown", "cpt", "100", "letter", (), "", may_change=True)


class Desk:
    """Remembers what was chosen and answers a new person with `refusal`."""

    def __init__(self) -> None:
        self.did: list[tuple[object, ...]] = []
        self.refusal = ""
        kept = {field.name: self._keep(field.name) for field in fields(SettingsActions)}
        site = {field.name: self._keep(field.name, "") for field in fields(SiteActions)}
        own = {"add_person": self._add, "site": SiteActions(**{**site, "set_wristband": self._set_wristband})}
        self.actions = SettingsActions(**{**kept, **own})  # type: ignore[arg-type] # by name

    def _keep(self, name: str, answer: str | None = None) -> Callable[..., str | None]:
        def did(*said: object) -> str | None:
            self.did.append((name, *said))
            return answer

        return did

    def _set_wristband(self, pattern: str) -> str:
        self.did.append(("set_wristband", pattern))
        return self.refusal

    def _add(self, form: NewPersonForm) -> str:
        self.did.append(("add_person", form.sign_in, form.role))
        return self.refusal


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> SettingsPage:
    made = SettingsPage(desk.actions)
    qtbot.addWidget(made)
    made.resize(1184, 736)
    made.show_model(MODEL)
    made.show()
    return made


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, name), LEFT)


def test_a_choice_takes_effect_at_once(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    press(qtbot, page, "policyField_hidden")
    press(qtbot, page, "textSizeField_150")
    press(qtbot, page, "paperField_a4")
    assert desk.did == [("set_policy", "hidden"), ("set_text", "150"), ("set_paper", "a4")]


def test_only_an_administrator_changes_the_suite(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    before = page.findChild(QWidget, "policyField_shown").grab().toImage()
    page.show_model(replace(MODEL, may_change=False))
    press(qtbot, page, "policyField_hidden")
    assert desk.did == []
    assert page.findChild(QWidget, "policyField_shown").grab().toImage() != before
    assert not page.findChild(QLineEdit, "personNameField").isVisible()


def test_a_refused_person_stays_typed(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    desk.refusal = "Somebody signs in as jdoe already: nobody was added; type another name."
    refused = page.findChild(QLabel, "personRefusal")
    assert not refused.isVisible()
    page.findChild(QLineEdit, "personSignInField").setText("jdoe")
    press(qtbot, page, "addPersonButton")
    assert refused.isVisible()
    assert refused.text() == desk.refusal
    assert page.findChild(QLineEdit, "personSignInField").text() == "jdoe"
    desk.refusal = ""
    press(qtbot, page, "addPersonButton")
    assert not refused.isVisible()
    assert page.findChild(QLineEdit, "personSignInField").text() == ""


def test_the_answer_about_a_pin_is_said_and_nothing_typed_stays(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    page.findChild(QLineEdit, "ownPasswordField").setText("plain quiet tree")
    page.findChild(QLineEdit, "newPinField").setText("271946")
    press(qtbot, page, "changePinButton")
    assert desk.did == [("change_pin", "plain quiet tree", "271946")]
    page.pin_answer("The new PIN serves from now on.")
    assert page.findChild(QLabel, "pinAnswer").isVisible()
    assert page.findChild(QLineEdit, "ownPasswordField").text() == ""


def test_a_pattern_is_kept_when_the_field_is_left_and_refused_under_it(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    field = page.findChild(QLineEdit, "wristbandPatternField")
    desk.refusal = "This is no regular expression."
    qtbot.keyClicks(field, "MRN(")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert ("set_wristband", "MRN(") in desk.did
    assert page.findChild(QLabel, "wristbandPatternField_error").text() == "This is no regular expression."


def test_the_language_of_the_screen_is_this_stations_own_choice(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    page.show_model(replace(MODEL, language="es"))
    assert page.findChild(QAbstractButton, "screenLanguageField_en").isChecked()
    assert page.findChild(QAbstractButton, "screenLanguageField_es").text() == "Español"
    press(qtbot, page, "screenLanguageField_es")
    assert desk.did == [("set_screen_language", "es")]


def test_who_signs_second_and_an_idle_desk_are_chosen(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.show_model(replace(MODEL, site=SiteRules(check="chemotherapy", curtain_minutes=5)))
    assert page.findChild(QAbstractButton, "secondCheckField_chemotherapy").isChecked()
    assert page.findChild(QAbstractButton, "curtainField_5").isChecked()
    press(qtbot, page, "witnessField")
    press(qtbot, page, "secondCheckField_every")
    press(qtbot, page, "lockField_15")
    press(qtbot, page, "formLanguageField_es")
    assert desk.did == [("set_witness", True), ("set_check", "every"), ("set_lock", 15), ("set_language", "es")]
