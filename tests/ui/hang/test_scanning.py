"""A scanner types into the dialog: each outcome has one sentence and the right effect."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from nursedesk.record.encounter import Amount
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import HangForm
from nursedesk.ui.kit import Paragraph
from nursedesk.ui.main_window import MainWindow
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_dialogs import USES, hang_context
from tests.ui.frame.sample_window import window

LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
INFLIXIMAB = "00357894030010"
CEFTRIAXONE = "00301439857259"
WHOLE = f"]d201{INFLIXIMAB}1727093010AB12C"


@pytest.fixture
def dialog(qtbot: QtBot) -> HangDialog:
    desk: MainWindow = window()
    qtbot.addWidget(desk)
    desk.show()
    made = HangDialog(desk.dialog_host(), hang_context(last_visit=()), USES)
    made.show()
    return made


def named(dialog: HangDialog, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found


def text(dialog: HangDialog, name: str) -> str:
    field = named(dialog, name)
    assert isinstance(field, QLineEdit)
    return field.text()


def scan(qtbot: QtBot, dialog: HangDialog, code: str, into: str = "drugField") -> None:
    """Type as a scanner does: every character, GS as Ctrl+], then Enter."""
    named(dialog, into).setFocus()
    type_(dialog, code)
    qtbot.keyClick(dialog.focusWidget(), RETURN)


def type_(dialog: HangDialog, code: str) -> None:
    """The keys of a code, to whatever has the keyboard at that moment."""
    for char in code:
        gs = char == "\x1d"
        held = Qt.KeyboardModifier.ControlModifier if gs else Qt.KeyboardModifier.NoModifier
        key = Qt.Key.Key_BracketRight if gs else Qt.Key.Key_unknown
        QApplication.sendEvent(dialog.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, key, held, char))


def said(dialog: HangDialog) -> str:
    label = named(dialog, "drugField_error")
    assert isinstance(label, Paragraph)
    return label.text() if label.isVisible() else ""


def asked(dialog: HangDialog) -> str:
    question = named(dialog, "askingQuestion")
    assert isinstance(question, Paragraph)
    return question.text() if question.isVisible() else ""


def answer(qtbot: QtBot, dialog: HangDialog, place: int) -> None:
    qtbot.mouseClick(named(dialog, f"answerButton_{place}"), LEFT)


def hang(qtbot: QtBot, dialog: HangDialog) -> HangForm:
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(dialog.start, LEFT)
    form = hung.args[0]
    assert isinstance(form, HangForm)
    return form


def test_a_found_drug_is_hung_with_code_number_lot_and_expiry(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, WHOLE)
    assert said(dialog) == ""
    assert text(dialog, "ndcField") == "57894-0030-01"
    (drug,) = hang(qtbot, dialog).drugs
    assert (drug.drug, drug.hcpcs, drug.ndc) == ("infliximab", "J1745", "57894-0030-01")
    assert (drug.lot, drug.expiry) == ("AB12C", date(2027, 9, 30))


def test_the_separator_of_a_scanner_that_types_is_kept(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, f"01{INFLIXIMAB}10AB12C\x1d2112345\x1d17270930")
    assert (text(dialog, "lotField"), text(dialog, "expiryField")) == ("AB12C", "30-Sep-2027")


def test_the_second_enter_of_a_scanner_starts_nothing(qtbot: QtBot, dialog: HangDialog) -> None:
    with qtbot.assertNotEmitted(dialog.line_hung):
        scan(qtbot, dialog, WHOLE)
        qtbot.keyClick(dialog.focusWidget(), RETURN)


def test_two_codes_are_two_buttons_and_a_person_chooses(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, "55513000204")
    assert asked(dialog).startswith("This package is charged with one of two codes.")
    assert "J0881" in named(dialog, "answerButton_1").accessibleName()
    answer(qtbot, dialog, 2)
    (drug,) = hang(qtbot, dialog).drugs
    assert (drug.hcpcs, drug.ndc) == ("J0882", "55513-0002-04")


def test_none_of_two_codes_leaves_the_name_to_be_typed(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, "55513000204")
    answer(qtbot, dialog, 3)
    assert said(dialog).startswith("Type the drug’s name")
    qtbot.keyClicks(dialog.search.edit, "epoetin alfa")
    qtbot.keyClick(dialog.search.edit, RETURN)
    assert hang(qtbot, dialog).drugs[0].ndc == "55513-0002-04"


def test_a_lost_separator_takes_the_drug_and_offers_the_lots(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, f"01{CEFTRIAXONE}1727093010AB12C21SN0001")
    assert "lot and serial number together" in asked(dialog)
    assert (text(dialog, "lotField"), text(dialog, "expiryField")) == ("", "30-Sep-2027")
    answer(qtbot, dialog, 2)
    (drug,) = hang(qtbot, dialog).drugs
    assert (drug.drug, drug.lot) == ("ceftriaxone", "AB12C")


def test_none_of_the_lots_puts_the_keyboard_into_the_lot(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, f"01{CEFTRIAXONE}1727093010AB12C21SN0001")
    answer(qtbot, dialog, 3)
    assert dialog.focusWidget() is named(dialog, "lotField")


def test_an_expired_package_is_refused_with_its_day(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, WHOLE.replace("17270930", "17251031"))
    assert said(dialog) == (
        "This package expired on 31-Oct-2025. Nothing was filled in: take another one and scan that."
    )
    assert (text(dialog, "ndcField"), text(dialog, "lotField")) == ("", "")
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(dialog.start, LEFT)


def test_an_unknown_package_keeps_its_label_and_asks_for_the_name(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, "01003999999999911727093010LOT7")
    assert said(dialog).startswith("This package is not in the drug table. Type the drug’s name")
    qtbot.keyClicks(dialog.search.edit, "infliximab")
    qtbot.keyClick(dialog.search.edit, RETURN)
    (drug,) = hang(qtbot, dialog).drugs
    assert (drug.drug, drug.ndc, drug.lot, drug.expiry) == (
        "infliximab",
        "9999999999",
        "LOT7",
        date(2027, 9, 30),
    )


@pytest.mark.parametrize(
    ("code", "begins"),
    [
        ("357894030011", "The code was misread: its check digit is wrong."),
        ("4006381333931", "This is no US drug number."),
        ("B-1234", "This is a badge, not a drug."),
        ("x" * 201, "That is longer than any code."),
        ("５７８９４", "The scanner types for another keyboard, or Caps Lock is on."),
        ("]d2hello", "The code begins like a drug’s and then breaks off."),
        ("]d210AB12C", "That code holds no drug number."),
    ],
)
def test_what_is_no_drug_of_ours_says_so_in_one_sentence(
    qtbot: QtBot, dialog: HangDialog, code: str, begins: str
) -> None:
    scan(qtbot, dialog, code)
    assert said(dialog).startswith(begins)
    assert dialog.fields.typed().drug == ""
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(dialog.start, LEFT)


def test_this_patients_wristband_is_checked_and_anothers_is_refused(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, "MRN4022045")
    assert named(dialog, "hangKept").text() == "Wristband checked 14:07 · SCHMIDT, Otto"  # type: ignore[attr-defined]
    scan(qtbot, dialog, "MRN4021877")
    assert said(dialog).startswith("This wristband is not SCHMIDT, Otto’s.")
    assert dialog.fields.typed().drug == ""


def test_without_a_number_of_the_patient_a_wristband_is_only_no_drug(qtbot: QtBot) -> None:
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    dialog = HangDialog(desk.dialog_host(), hang_context(last_visit=(), mrn=""), USES)
    dialog.show()
    scan(qtbot, dialog, "MRN4022045")
    assert said(dialog).startswith("This is a wristband, not a drug.")


def test_a_code_typed_into_the_dose_goes_where_it_belongs(qtbot: QtBot, dialog: HangDialog) -> None:
    qtbot.keyClicks(dialog.search.edit, "infliximab")
    qtbot.keyClick(dialog.search.edit, RETURN)
    dialog.window().activateWindow()
    qtbot.waitUntil(dialog.window().isActiveWindow)
    qtbot.keyClicks(named(dialog, "doseField"), "400")
    named(dialog, "volumeField").setFocus()
    field = named(dialog, "doseField")
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    type_(dialog, WHOLE)
    qtbot.keyClick(field, RETURN)
    assert dialog.fields.typed().dose == "400"
    assert dialog.fields.typed().lot == "AB12C"


def test_a_scan_while_a_button_has_the_keyboard_presses_nothing(qtbot: QtBot, dialog: HangDialog) -> None:
    qtbot.keyClicks(dialog.search.edit, "infliximab")
    qtbot.keyClick(dialog.search.edit, RETURN)
    dialog.start.setFocus()
    with qtbot.assertNotEmitted(dialog.line_hung):
        type_(dialog, WHOLE)
        qtbot.keyClick(dialog.focusWidget(), RETURN)
    assert dialog.fields.typed().lot == "AB12C"


def test_each_further_vial_is_counted_as_opened(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, WHOLE)
    assert text(dialog, "openedField") == ""
    scan(qtbot, dialog, WHOLE)
    scan(qtbot, dialog, WHOLE.replace("AB12C", "CD34E"))
    assert (text(dialog, "openedField"), text(dialog, "lotField")) == ("3 x 100", "AB12C + CD34E")
    assert hang(qtbot, dialog).drugs[0].opened == Amount(Decimal(300), "mg")


def test_as_many_vials_as_the_dose_takes_are_one_press_away(qtbot: QtBot, dialog: HangDialog) -> None:
    scan(qtbot, dialog, WHOLE)
    qtbot.keyClicks(named(dialog, "doseField"), "420")
    hint = named(dialog, "containersButton")
    assert isinstance(hint, QAbstractButton)
    assert hint.text().replace("\N{NO-BREAK SPACE}", " ") == "Opened 5 × 100 mg"
    qtbot.mouseClick(hint, LEFT)
    assert hang(qtbot, dialog).drugs[0].opened == Amount(Decimal(500), "mg")


@pytest.mark.parametrize(
    ("code", "volume", "hcpcs"),
    [("00264780000", "1000", "J7030"), ("00264780010", "500", "J7040")],
)
def test_a_bag_of_saline_brings_its_volume_and_its_code(
    qtbot: QtBot, dialog: HangDialog, code: str, volume: str, hcpcs: str
) -> None:
    scan(qtbot, dialog, code)
    assert text(dialog, "volumeField") == volume
    assert hang(qtbot, dialog).drugs[0].hcpcs == hcpcs


def test_a_makers_drug_is_charted_by_its_generic_name_with_its_code(
    qtbot: QtBot, dialog: HangDialog, find_package: Callable[[str], str]
) -> None:
    scan(qtbot, dialog, find_package("bortezomib (Hospira)"))
    (drug,) = hang(qtbot, dialog).drugs
    assert drug.drug == "bortezomib"
    assert drug.hcpcs == "J9049"


@pytest.fixture
def find_package() -> Callable[[str], str]:
    from nursedesk.catalog.drugs import load_drugs
    from nursedesk.catalog.packages import load_packages

    packages = load_packages(load_drugs())
    return lambda drug: next(one.ndc11 for one in packages if one.drug == drug)
