"""The hang dialog with real presses: a known drug in two, a scan, a draft that is kept, nothing lost by Esc."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from nursedesk.record.encounter import Access, Amount, Device, Purpose, Route
from nursedesk.ui.hang.choice_list import Entry, two_lines, whole
from nursedesk.ui.hang.dialog import HangDialog
from nursedesk.ui.hang.form import HangForm, Typed
from nursedesk.ui.hang.one_of import OneOf
from nursedesk.ui.kit import runs_width
from nursedesk.ui.main_window import MainWindow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_dialogs import USES, hang_context
from tests.ui.frame.sample_window import window

Part = TypeVar("Part", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qtbot: QtBot) -> MainWindow:
    made = window()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def open_hang(desk: MainWindow) -> Callable[..., HangDialog]:
    def opened(push: bool = False, draft: Typed | None = None, **context: object) -> HangDialog:
        dialog = HangDialog(desk.dialog_host(), hang_context(**context), USES, push=push, draft=draft)
        dialog.show()
        return dialog

    return opened


def part(dialog: HangDialog, kind: type[Part], name: str) -> Part:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def button(dialog: HangDialog, name: str) -> QAbstractButton:
    return part(dialog, QAbstractButton, name)


def typed_in(qtbot: QtBot, dialog: HangDialog, name: str, text: str) -> None:
    field = part(dialog, QLineEdit, name)
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_the_drug_of_the_last_visit_is_one_press_away(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang()
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    form, start_now = hung.args
    assert start_now is True
    assert isinstance(form, HangForm)
    assert (form.drugs[0].drug, form.drugs[0].dose) == ("ocrelizumab", Amount(Decimal(600), "mg"))
    assert (form.access, form.ordered_minutes, form.order_on_file) == ("A", 210, True)
    assert (form.rate, form.then) == (Amount(Decimal(40), "mL/h"), (Amount(Decimal(200), "mL/h"),))
    assert dialog.isHidden()


def test_a_favourite_is_started_by_the_press_at_the_end_of_its_row(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    rows = dialog.list
    place = next(n for n in range(rows.count()) if rows.item(n).text().startswith("cefTRIAXone"))
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(place)).center())
    with qtbot.assertNotEmitted(dialog.line_hung):
        # The second press of a double one on Hang, which lands here.
        qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.start_of(rows.item(place)).center().toPoint())
    qtbot.waitUntil(rows.lets_start)
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.start_of(rows.item(place)).center().toPoint())
    form, start_now = hung.args
    assert (form.drugs[0].drug, start_now) == ("ceftriaxone", True)


def test_nothing_is_preselected_without_a_last_visit(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang(last_visit=())
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    assert not button(dialog, "startNowButton").isEnabled()
    assert part(dialog, QLineEdit, "drugField").window().focusWidget() is part(dialog, QLineEdit, "drugField")


def test_a_drug_is_typed_and_prepared_by_keyboard_alone(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang(last_visit=(), accesses=())
    search = part(dialog, QLineEdit, "drugField")
    qtbot.keyClicks(search, "inflix")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    dose = part(dialog, QLineEdit, "doseField")
    assert dose.window().focusWidget() is dose
    typed_in(qtbot, dialog, "doseField", "400 mg")
    qtbot.keyClick(dose, Qt.Key.Key_Return)
    assert button(dialog, "startNowButton").window().focusWidget() is button(dialog, "startNowButton")
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.keyClick(button(dialog, "prepareButton"), Qt.Key.Key_Space)
    form, start_now = hung.args
    assert start_now is False
    assert (form.drugs[0].drug, form.drugs[0].dose) == ("infliximab", Amount(Decimal(400), "mg"))
    assert form.access is None


def test_volume_and_rate_give_the_planned_end_and_the_end_gives_the_rate(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    typed_in(qtbot, dialog, "volumeField", "250")
    typed_in(qtbot, dialog, "rateField", "125")
    end = part(dialog, QLineEdit, "plannedEndField")
    assert end.text() == "16:07"
    typed_in(qtbot, dialog, "plannedEndField", "15:07")
    assert part(dialog, QLineEdit, "rateField").text() == "250"


def test_a_wrong_dose_is_named_under_its_field_and_nothing_is_hung(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    typed_in(qtbot, dialog, "doseField", "1,5")
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    field = part(dialog, QLineEdit, "doseField")
    assert field.window().focusWidget() is field
    assert "1.5" in field.accessibleDescription()


def test_a_scan_chooses_the_drug_it_knows_and_fills_in_the_label(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    search = part(dialog, QLineEdit, "drugField")
    qtbot.keyClicks(search, "01003502421500191727063010K7731A")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    drug = hung.args[0].drugs[0]
    assert (drug.drug, drug.lot, drug.expiry) == ("ocrelizumab", "K7731A", date(2027, 6, 30))


def test_a_misread_code_is_never_taken_for_a_drug(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang(last_visit=())
    search = part(dialog, QLineEdit, "drugField")
    qtbot.keyClicks(search, "01003502421500181727063010K7731A")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert part(dialog, QWidget, "drugField_error").isVisible()
    with qtbot.assertNotEmitted(dialog.line_hung):
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)


def test_esc_gives_back_what_was_typed_and_it_can_be_put_back(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    typed_in(qtbot, dialog, "doseField", "300")
    with qtbot.waitSignal(dialog.left) as left:
        qtbot.keyClick(part(dialog, QLineEdit, "doseField"), Qt.Key.Key_Escape)
    assert dialog.isHidden()
    again = open_hang(draft=left.args[0])
    assert part(again, QLineEdit, "doseField").text() == "300"
    qtbot.mouseClick(button(again, "afreshButton"), LEFT)
    assert part(again, QLineEdit, "doseField").text() == "600"


def test_what_the_desk_refuses_is_said_with_everything_in_place(
    qtbot: QtBot, open_hang: Callable[..., HangDialog]
) -> None:
    dialog = open_hang()
    typed_in(qtbot, dialog, "doseField", "300")
    qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    dialog.refuse("The visit was closed meanwhile. Nothing was hung.")
    assert dialog.isVisible()
    assert part(dialog, QLineEdit, "doseField").text() == "300"
    assert part(dialog, QWidget, "drugField_error").isVisible()


def test_esc_without_a_change_keeps_no_draft(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang()
    with qtbot.waitSignal(dialog.left) as left:
        qtbot.keyClick(part(dialog, QLineEdit, "drugField"), Qt.Key.Key_Escape)
    assert left.args == [None]


def test_a_new_access_and_keep_open(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang()
    assert not part(dialog, QLineEdit, "newSiteField").isVisible()
    qtbot.mouseClick(button(dialog, "accessField_new"), LEFT)
    qtbot.mouseClick(button(dialog, "newDeviceField_picc"), LEFT)
    typed_in(qtbot, dialog, "newSiteField", "right arm")
    qtbot.mouseClick(button(dialog, "purposeField_keep_open"), LEFT)
    with qtbot.waitSignal(dialog.line_hung) as hung:
        qtbot.mouseClick(button(dialog, "startNowButton"), LEFT)
    form = hung.args[0]
    assert form.new_access == Access("B", Device.PICC, "right arm")
    assert form.purpose is Purpose.KEEP_OPEN


def test_a_push_from_the_favourites(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang(push=True)
    assert dialog.findChild(QAbstractButton, "prepareButton") is None
    qtbot.keyClick(part(dialog, QLineEdit, "drugField"), Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert button(dialog, "startNowButton").window().focusWidget() is button(dialog, "startNowButton")
    qtbot.mouseClick(button(dialog, "routeField_im"), LEFT)
    with qtbot.waitSignal(dialog.push_given) as given:
        qtbot.keyClick(button(dialog, "startNowButton"), Qt.Key.Key_Return)
    form = given.args[0]
    assert (form.route, form.access) == (Route.IM, None)
    assert form.drugs[0].drug == "diphenhydramine"


def test_tab_goes_round_inside_the_dialog(qtbot: QtBot, open_hang: Callable[..., HangDialog]) -> None:
    dialog = open_hang()
    start = part(dialog, QLineEdit, "drugField")
    start.setFocus()
    seen = []
    for _ in range(60):
        dialog.focusNextPrevChild(True)
        seen.append(dialog.focusWidget())
        if dialog.focusWidget() is start:
            break
    assert seen[-1] is start
    assert button(dialog, "startNowButton") in seen


def test_the_button_says_the_time_a_press_would_write(open_hang: Callable[..., HangDialog]) -> None:
    start = button(open_hang(), "startNowButton")
    assert start.text() == "Start now · 14:07"
    assert start.accessibleName() == "Start now, ocrelizumab, chair 10"


@pytest.mark.parametrize("room", [180, 240, 300, 420])
def test_drug_and_dose_of_a_favourite_are_whole(qapp: QApplication, room: int) -> None:
    shown = Entry("methylPREDNISolone", dose="1,000 mg")
    assert runs_width(whole(shown, room)) <= max(room, 215)


def test_two_codes_of_one_drug_are_told_apart_below_it_not_in_small_words(qapp: QApplication) -> None:
    shown = Entry("darbepoetin alfa (ESRD on dialysis) · J0882", facts="push")
    row = two_lines(shown, 260)
    assert [(run.text, run.size) for run in row.first] == [("darbepoetin alfa", 17)]
    assert row.second[0].text.startswith("(ESRD on dialysis) · J0882")
    assert row.second[0].size == 13
    wide = two_lines(shown, 900)
    assert [(run.text, run.size) for run in wide.first] == [(shown.title, 17)]


@pytest.mark.parametrize(
    ("room", "first", "second"),
    [(420, "methylPREDNISolone 1,000 mg", "50 mL"), (190, "methylPREDNISolone", "1,000 mg")],
)
def test_a_dose_without_room_goes_to_the_second_line(
    qapp: QApplication, room: int, first: str, second: str
) -> None:
    shown = Entry("methylPREDNISolone", dose="1,000 mg", facts="50 mL · 30 min")
    row = two_lines(shown, room)
    assert " ".join(run.text for run in row.first) == first
    assert " ".join(run.text for run in row.second).startswith(second)


def test_what_does_not_fit_side_by_side_is_a_list(qtbot: QtBot) -> None:
    options = (("treatment", "Treatment"), ("hydration", "Hydration"), ("keep_open", "Keep open"))
    host = QWidget()
    qtbot.addWidget(host)
    one = OneOf(options, "purposeField", "Purpose", 14, host)
    one.choose("hydration")
    one.resize(600, 48)
    host.show()
    combo = one.findChild(QComboBox)
    assert combo is not None
    assert not combo.isVisible()
    one.resize(200, 60)
    assert combo.isVisible()
    assert combo.currentText() == "Hydration"
    with qtbot.waitSignal(one.chosen) as told:
        combo.setCurrentIndex(2)
        combo.activated.emit(2)
    assert told.args == ["keep_open"]
