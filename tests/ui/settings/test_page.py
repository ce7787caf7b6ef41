"""Settings with real presses: the suite's choices are the administrator's, the rest is anybody's."""

from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from nursedesk.catalog import resources
from nursedesk.ui import theme
from nursedesk.ui.kit import Panel, ScrollArea
from nursedesk.ui.settings.kept import Kept, KeptActions
from nursedesk.ui.settings.model import NewPersonForm, PersonRow, SettingsActions, SettingsModel
from nursedesk.ui.settings.page import SettingsPage
from nursedesk.ui.settings.site_rules import SiteActions, SiteRules
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
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
        own = {
            "add_person": self._add,
            "set_shift_ends": self._keep("set_shift_ends", ""),
            "site": SiteActions(**{**site, "set_wristband": self._set_wristband}),
            "kept": KeptActions(self._keep_folder("set_backup"), self._keep_folder("set_journal")),
        }
        self.actions = SettingsActions(**{**kept, **own})  # type: ignore[arg-type] # by name

    def _keep(self, name: str, answer: str | None = None) -> Callable[..., str | None]:
        def did(*said: object) -> str | None:
            self.did.append((name, *said))
            return answer

        return did

    def _keep_folder(self, name: str) -> Callable[[str], str]:
        def did(folder: str) -> str:
            self.did.append((name, folder))
            return self.refusal

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


def test_a_printer_that_vanished_stays_named_and_is_said_to_be_gone(page: SettingsPage) -> None:
    combo, gone = page.findChild(QComboBox, "printerField"), page.findChild(QLabel, "printerGone")
    page.show_model(replace(MODEL, printers=("Front desk",), printer="Room 2"))
    assert combo.currentText() == "Room 2 (not there)"
    assert gone.isVisible()
    page.show_model(replace(MODEL, printers=("Front desk", "Room 2"), printer="Room 2"))
    assert combo.currentText() == "Room 2"
    assert not gone.isVisible()
    page.show_model(replace(MODEL, printers=("Front desk",), printer=""))
    assert combo.currentText() == ""
    assert not gone.isVisible()


def test_a_folder_is_kept_when_the_field_is_left_and_refused_under_it(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    page.show_model(replace(MODEL, kept=Kept("/b", "Last backup 14:02")))
    field = page.findChild(QLineEdit, "backupFolderField")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.did == [], "what did not change is not recorded again"
    desk.refusal = "There is no folder /nowhere."
    field.selectAll()
    qtbot.keyClicks(field, "/nowhere")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.did == [("set_backup", "/nowhere")]
    assert page.findChild(QLabel, "backupFolderField_error").text() == desk.refusal
    page.show_model(replace(MODEL, kept=Kept("/b", "Last backup 14:02")))
    assert field.text() == "/nowhere"
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "/b"
    assert not page.findChild(QLabel, "backupFolderField_error").isVisible()


def test_the_last_backup_is_said(page: SettingsPage) -> None:
    said = page.findChild(QLabel, "backupState")
    assert not said.isVisible()
    page.kept.show_said("Last backup 14:02", trouble=False)
    assert (said.isVisible(), said.text()) == (True, "Last backup 14:02")


def test_each_item_of_the_charting_policy(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.show_model(replace(MODEL, site=SiteRules(charting=(("lot", "block"), ("response", "warn")))))
    chosen = {
        item: next(one for one in ("off", "warn", "block") if _is_on(page, f"charting_{item}_{one}"))
        for item in ("lot", "response", "rate")
    }
    assert chosen == {"lot": "block", "response": "warn", "rate": "off"}
    press(qtbot, page, "charting_rate_warn")
    press(qtbot, page, "charting_lot_off")
    press(qtbot, page, "secondBlocksField")
    assert desk.did == [
        ("set_charting", "rate", "warn"),
        ("set_charting", "lot", "off"),
        ("set_second_blocks", True),
    ]


def _is_on(page: SettingsPage, name: str) -> bool:
    return page.findChild(QAbstractButton, name).isChecked()


def test_shift_ends_are_taken_when_the_field_is_left(page: SettingsPage, desk: Desk) -> None:
    page.show_model(replace(MODEL, shift_ends=("07:00", "19:00")))
    field = page.findChild(QLineEdit, "shiftEndsField")
    assert field.text() == "07:00, 19:00"
    field.setText("6:30 18:30")
    field.editingFinished.emit()
    assert desk.did == [("set_shift_ends", "6:30 18:30")]
    page.show_model(replace(MODEL, may_change=False))
    assert not field.isEnabled()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1184, 736), (928, 704)])
def test_nothing_is_cut_in_any_window_at_any_text_size(
    qapp: QApplication, qtbot: QtBot, desk: Desk, size: tuple[int, int], scale: float
) -> None:
    theme.load_fonts(resources.path("fonts"))
    theme.apply(qapp, theme.LIGHT, scale)
    try:
        page = SettingsPage(desk.actions)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show_model(
            replace(MODEL, printer="Room 2", kept=Kept("/a/very/long/folder/for/backups", "Last backup 14:02"))
        )
        page.show()
        qapp.processEvents()
        area = page.findChild(ScrollArea)
        assert area.widget().width() <= area.viewport().width()
    finally:
        theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(("width", "columns"), [(900, 1), (1184, 2), (1824, 3)])
def test_the_panels_fill_the_width_in_as_many_columns_as_it_has_room_for(
    qtbot: QtBot, page: SettingsPage, width: int, columns: int
) -> None:
    page.resize(width, 900)
    QApplication.processEvents()
    panels = [one for one in page.findChildren(Panel) if one.isVisible()]
    assert len({one.x() for one in panels}) == columns
    right = max(one.mapTo(page, one.rect().topRight()).x() for one in panels)
    assert width - right <= 24 + 16, "nothing but the margin and the scroll bar at the right"
    assert len(panels) == 11


@pytest.mark.parametrize("width", [900, 1184, 1824])
def test_a_panel_grows_with_what_is_refused_in_it(qtbot: QtBot, desk: Desk, width: int) -> None:
    page = SettingsPage(desk.actions)
    qtbot.addWidget(page)
    page.resize(1824, 736)
    page.show_model(MODEL)
    with qtbot.waitExposed(page):
        page.show()
    page.resize(width, 736)
    QApplication.processEvents()
    field = page.findChild(QLineEdit, "shiftEndsField").parentWidget().parentWidget()
    before = field.height()
    field.set_error("7 and 19 o’clock: not all of it are times like 07:00. Nothing was changed.")
    for _ in range(3):
        QApplication.processEvents()
    said = page.findChild(QLabel, "shiftEndsField_error")
    assert field.height() >= before + said.heightForWidth(said.width())
    box = page.findChild(QLineEdit, "shiftEndsField").parentWidget()
    assert said.y() >= box.y() + box.height()
    panel = page.findChild(QWidget, "peoplePanel")
    assert panel.height() == max(panel.heightForWidth(panel.width()), panel.minimumSizeHint().height())


def test_what_was_refused_goes_when_the_page_is_left(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    desk.refusal = "The name is taken."
    page.findChild(QLineEdit, "personPasswordField").setText("plain quiet tree")
    press(qtbot, page, "addPersonButton")
    field = page.findChild(QLineEdit, "shiftEndsField").parentWidget().parentWidget()
    field.set_error("Not a time.")
    page.pin_answer("Wrong password.")
    page.hide()
    page.show()
    for name in ("personRefusal", "shiftEndsField_error", "pinAnswer"):
        assert not page.findChild(QLabel, name).isVisible(), name
    assert page.findChild(QLineEdit, "personPasswordField").text() == ""
