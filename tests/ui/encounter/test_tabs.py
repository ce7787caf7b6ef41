"""What is charted in the tabs."""

from dataclasses import replace

from nursedesk.record.encounter import Access, Amount, Container, Device, EvaluationAndManagement
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, edit, press
from tests.ui.encounter.moreno import NOW
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder


def test_a_dose_is_charted(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_dose("L1-1")
    dose, opened = edit(page, "chartDoseField_4"), edit(page, "chartOpenedField_4")
    dose.selectAll()
    qtbot.keyClicks(dose, ".5")
    press(qtbot, page, "saveDose_4")
    assert recorder.calls == []
    assert "zero before the point" in dose.accessibleDescription()
    dose.clear()
    qtbot.keyClicks(dose, "380")
    qtbot.keyClicks(opened, "400")
    press(qtbot, page, "containerField_4_single_dose")
    press(qtbot, page, "saveDose_4")
    assert recorder.calls == [("chart_dose", "L1-1", moreno.mg("380"), moreno.mg("400"), Container.SINGLE_DOSE)]


def test_an_order_is_charted(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.ORDERS)
    press(qtbot, page, "orderOnFile_5")
    page.record.open_dose("L1-1")
    minutes = edit(page, "orderedMinutesField_4")
    minutes.clear()
    qtbot.keyClicks(minutes, "120")
    press(qtbot, page, "saveDose_4")
    assert recorder.calls == [("chart_order", "L2", True, None), ("chart_order", "L1", True, 120)]


def test_an_open_form_survives_news_from_the_record(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_dose("L1-1")
    opened = edit(page, "chartOpenedField_4")
    qtbot.keyClicks(opened, "40")
    dosed = replace(moreno.encounter().administrations[4], dose=Amount(moreno.mg("3").amount, "g"))
    visit = moreno.encounter()
    news = replace(visit, administrations=(*visit.administrations[:4], dosed))
    page.show_encounter(news, moreno.EVENTS, moreno.look(), NOW, context())
    assert edit(page, "chartOpenedField_4").text() == "40"


def test_an_access_is_placed(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.ACCESSES)
    press(qtbot, page, "addAccess")
    press(qtbot, page, "saveAccess")
    assert recorder.calls == []
    qtbot.keyClicks(edit(page, "accessSiteField"), "right chest")
    device = page.findChild(QComboBox, "accessDeviceField")
    assert device is not None
    device.setCurrentIndex(device.findData(Device.PORT.value))
    press(qtbot, page, "saveAccess")
    assert recorder.calls == [("place_access", Access("C", Device.PORT, "right chest"))]


def test_diagnoses_are_typed(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_diagnosis()
    field = edit(page, "diagnosisField")
    qtbot.keyClicks(field, "hello")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert recorder.calls == []
    field.clear()
    qtbot.keyClicks(field, "m069")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    press(qtbot, page, "diagnosisFirst_2")
    press(qtbot, page, "diagnosisOut_1")
    assert recorder.calls == [
        ("set_diagnoses", ("K50.90", "E83.42", "M06.9")),
        ("set_diagnoses", ("E83.42", "K50.90")),
        ("set_diagnoses", ("E83.42",)),
    ]


def test_a_response_is_one_press(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_response("L1")
    press(qtbot, page, "responseOffer_1")
    assert recorder.calls == [("note", "tolerated well", "L1", True)]


def test_a_note_about_the_visit(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.NOTES)
    field = edit(page, "noteField")
    press(qtbot, page, "saveNote")
    qtbot.keyClicks(field, "family present")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert recorder.calls == [("note", "family present", None, False)]


def test_a_diagnosis_is_found_by_words(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_diagnosis()
    field = edit(page, "diagnosisField")
    qtbot.keyClicks(field, "dehydraton")
    assert button(page, "diagnosisHit_1").text() == "E86.0  dehydration"
    press(qtbot, page, "diagnosisHit_1")
    qtbot.keyClicks(field, "crohn")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Choose one" in field.accessibleDescription(), "several are found: none is taken by itself"
    field.clear()
    qtbot.keyClicks(field, "pompe")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert recorder.calls == [
        ("set_diagnoses", ("K50.90", "E83.42", "E86.0")),
        ("set_diagnoses", ("K50.90", "E83.42", "E74.02")),
    ]


def test_an_evaluation_is_charted_and_taken_out(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.open_diagnosis()
    qtbot.keyClicks(edit(page, "emField"), "9921")
    press(qtbot, page, "addEm")
    assert recorder.calls == []
    qtbot.keyClicks(edit(page, "emField"), "3")
    page.record.diagnoses.apart.click()
    press(qtbot, page, "addEm")
    visit = EvaluationAndManagement("99213", True)
    assert recorder.calls == [("set_services", (visit,))]
    page.record.diagnoses.show_codes(("K50.90",), (visit,))
    assert page.findChild(QWidget, "emRow_1").accessibleName() == "E/M, 99213, separate from the infusion"
    press(qtbot, page, "emOut_1")
    assert recorder.calls[-1] == ("set_services", ())
