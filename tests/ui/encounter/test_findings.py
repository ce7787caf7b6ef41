"""Ticket, findings and matrix: read, and put right with one press."""

from nursedesk.record.encounter import Container
from nursedesk.ui.encounter.charting_model import Column
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit.rows_model import ROW
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import press
from tests.ui.encounter.recorder import Recorder


def test_the_ticket_and_its_reasons_can_be_read(page: EncounterPage) -> None:
    model = page.ticket.list.model()
    said = [model.index(n, 0).data() for n in range(model.rowCount())]
    assert (
        "96366, IV infusion, each further hour, × 1, 135 min, 135 min = first hour + 1; next at 151 · R2.3" in said
    )


def test_findings_are_put_right_with_one_press(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    press(qtbot, page, "fix_1")
    press(qtbot, page, "fix_2")
    assert recorder.calls == [
        ("chart_dose", "L1-1", moreno.mg("400"), moreno.mg("400"), Container.SINGLE_DOSE),
        ("chart_order", "L2", True, None),
    ]
    press(qtbot, page, "fix_4")
    assert page.ticket.list.currentIndex().data(ROW).code == "96365"
    press(qtbot, page, "fix_3")
    row = page.record.editor.row()
    assert row is not None and row.event_id == "e-12"


def test_a_missing_cell_leads_to_its_place(page: EncounterPage, recorder: Recorder) -> None:
    page.charting.missing_pressed.emit("L2-1", Column.ORDER)
    assert recorder.calls == [("chart_order", "L2", True, None)]
    for column, tab in (
        (Column.DOSE, Tab.ORDERS),
        (Column.ACCESS, Tab.ACCESSES),
        (Column.RESPONSE, Tab.NOTES),
        (Column.START, Tab.EVENTS),
    ):
        page.charting.missing_pressed.emit("L1-1", column)
        assert page.record.tabs.currentIndex() == tab
    page.charting.missing_pressed.emit("L1-1", Column.STOP)
    assert recorder.calls[1:] == [("line_deed", "L1", "stop_at")], "it runs: what is missing is a stop said later"


def test_the_matrix_is_pressed_by_keyboard(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.charting.setCurrentIndex(page.charting.model().index(1, 1))
    qtbot.keyClick(page.charting, Qt.Key.Key_Return)
    assert recorder.calls == [("chart_order", "L2", True, None)]
