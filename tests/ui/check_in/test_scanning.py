"""A scanner at check-in: a wristband says whose it is, a drug's code is refused, a name stays a name."""

from datetime import date
from decimal import Decimal

import pytest
from nursedesk.catalog.barcodes import barcodes
from nursedesk.catalog.scans import Field, Scan, WrongField, expect
from nursedesk.record.encounter import Amount, Patient, Setting
from nursedesk.ui.check_in.dialog import CheckInDialog
from nursedesk.ui.check_in.form import CheckInForm, CheckInUses
from nursedesk.ui.kit import Paragraph
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_window import window

TODAY = date(2026, 11, 24)
READER = barcodes(r"MRN(?P<number>\d{6})", r"B-\d{4}")
ROE = Patient("ROE, Jane", "402187", date(1961, 2, 2), "F", ("penicillin",))
DRUG = "0100357894030010172709301021AB12C"


def read(text: str, wanted: Field) -> Scan | WrongField:
    return expect(READER.read(text, TODAY), wanted)


@pytest.fixture
def dialog(qtbot: QtBot) -> CheckInDialog:
    desk = window()
    qtbot.addWidget(desk)
    desk.show()
    uses = CheckInUses(lambda: TODAY, read, {ROE.mrn: ROE}.get, wristbands=True)
    made = CheckInDialog(desk.dialog_host(), "4", Setting.OFFICE, uses)
    made.show()
    return made


def field(dialog: CheckInDialog, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def scan(qtbot: QtBot, dialog: CheckInDialog, text: str, name: str = "nameField") -> None:
    qtbot.keyClicks(field(dialog, name), text)
    qtbot.keyClick(field(dialog, name), Qt.Key.Key_Return)


def error(dialog: CheckInDialog, name: str = "nameField") -> str:
    label = dialog.findChild(Paragraph, f"{name}_error")
    assert label is not None
    return label.text()


def given(qtbot: QtBot, dialog: CheckInDialog) -> CheckInForm:
    with qtbot.waitSignal(dialog.checked_in) as signal:
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "checkInButton"), Qt.MouseButton.LeftButton)
    form = signal.args[0]
    assert isinstance(form, CheckInForm)
    return form


def test_a_wristband_of_somebody_who_was_here_is_enough(qtbot: QtBot, dialog: CheckInDialog) -> None:
    scan(qtbot, dialog, "MRN402187")
    assert given(qtbot, dialog).patient == ROE


def test_a_new_wristband_gives_its_number_and_asks_for_the_name(qtbot: QtBot, dialog: CheckInDialog) -> None:
    scan(qtbot, dialog, "MRN111222")
    assert error(dialog) == "Wristband 111222 read. This patient is new here: type the name."
    qtbot.keyClicks(field(dialog, "nameField"), "LEE, Kim")
    assert given(qtbot, dialog).patient == Patient("LEE, Kim", "111222")


@pytest.mark.parametrize("name", ["nameField", "mrnField", "payerField"])
def test_a_drugs_code_is_refused_wherever_it_is_scanned(qtbot: QtBot, dialog: CheckInDialog, name: str) -> None:
    scan(qtbot, dialog, DRUG, name)
    assert error(dialog, name) == (
        "This is a drug’s code, not a patient. Nothing was filled in: scan the wristband."
    )
    assert field(dialog, name).text() == ""


def test_a_drugs_code_without_enter_is_refused_at_the_press(qtbot: QtBot, dialog: CheckInDialog) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), DRUG)
    with qtbot.assertNotEmitted(dialog.checked_in):
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "checkInButton"), Qt.MouseButton.LeftButton)
    assert "drug’s code" in error(dialog)


def test_a_badge_is_no_patient(qtbot: QtBot, dialog: CheckInDialog) -> None:
    scan(qtbot, dialog, "B-1234")
    assert error(dialog).startswith("This is a badge, not a patient.")


def test_what_breaks_off_is_said(qtbot: QtBot, dialog: CheckInDialog) -> None:
    scan(qtbot, dialog, "]d2hello")
    assert error(dialog) == "That code breaks off. Scan the wristband again, or type the name."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("penicillin, latex", ("penicillin", "latex")), ("NKDA", ()), ("none known", ()), ("", None)],
)
def test_allergies_are_kept_as_typed(
    qtbot: QtBot, dialog: CheckInDialog, typed: str, kept: tuple[str, ...] | None
) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    qtbot.keyClicks(field(dialog, "allergiesField"), typed)
    assert given(qtbot, dialog).patient.allergies == kept


@pytest.mark.parametrize(("typed", "kg"), [("72.5", "72.5"), ("72 kg", "72"), ("160 lb", "72.6"), ("100", "100")])
def test_a_weight_is_kept_in_kilograms(qtbot: QtBot, dialog: CheckInDialog, typed: str, kg: str) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    qtbot.keyClicks(field(dialog, "weightField"), typed)
    assert given(qtbot, dialog).patient.weight == Amount(Decimal(kg), "kg")


@pytest.mark.parametrize("typed", ["heavy", "0", "900", "7,5", "-3"])
def test_an_unlikely_weight_is_named(qtbot: QtBot, dialog: CheckInDialog, typed: str) -> None:
    qtbot.keyClicks(field(dialog, "nameField"), "ROE, Jane")
    qtbot.keyClicks(field(dialog, "weightField"), typed)
    with qtbot.assertNotEmitted(dialog.checked_in):
        qtbot.mouseClick(dialog.findChild(QAbstractButton, "checkInButton"), Qt.MouseButton.LeftButton)
    assert error(dialog, "weightField").endswith(".")
