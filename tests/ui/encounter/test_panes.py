"""Forms of the tabs are whole at every size, findings stay in sight, presses look like presses."""

from dataclasses import replace

import pytest
from nursedesk.coding.ticket import Finding, Severity
from nursedesk.record.encounter import Device
from nursedesk.ui import theme
from nursedesk.ui.encounter.findings_list import FindingItem
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.pane import LEAST, Pane
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit import Kind
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, press
from tests.ui.encounter.moreno import NOW
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder

LOW = [(1184, 736), (780, 470), (580, 340)]


def crushed(tab: QWidget) -> list[str]:
    """Controls lower than they want to be."""
    controls = [*tab.findChildren(QAbstractButton), *tab.findChildren(QLineEdit), *tab.findChildren(QComboBox)]
    return [
        one.objectName()
        for one in controls
        if one.isVisible() and one.height() < min(one.sizeHint().height(), theme.px(40)) - 1
    ]


@pytest.mark.parametrize("size", LOW)
@pytest.mark.parametrize(
    "form", ["note", "vitals", "reaction", "access", "diagnosis", "dose", "time", "modifiers"]
)
def test_no_form_is_crushed(qtbot: QtBot, page: EncounterPage, size: tuple[int, int], form: str) -> None:
    page.resize(*size)
    record = page.record
    opening = {
        "note": lambda: record.open_response("L1"),
        "vitals": record.open_vitals,
        "reaction": lambda: (record.show_tab(Tab.NOTES), record.notes.show_kind("reaction")),
        "access": record.open_access,
        "diagnosis": lambda: (record.open_diagnosis(), record.diagnoses.field.edit.setText("crohn")),
        "dose": lambda: record.open_dose("L2-1"),
        "time": lambda: record.open_time("L1"),
        "modifiers": lambda: (record.show_tab(Tab.TICKET), page.ticket._ask_modifier()),
    }
    opening[form]()
    page.grab()
    QApplication.processEvents()
    assert crushed(page.record) == [] and crushed(page.ticket) == []
    held = QApplication.focusWidget()
    if form in ("vitals", "access", "diagnosis", "note", "time"):
        assert held is not None and isinstance(held, QWidget) and page.record.isAncestorOf(held)
        qtbot.waitUntil(lambda: held.visibleRegion().boundingRect().height() >= min(held.height(), 20))


@pytest.mark.parametrize("size", LOW)
def test_a_list_scrolls_alone_only_where_a_row_of_it_is_seen(page: EncounterPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    for tab, pane in ((Tab.NOTES, page.record.notes.pane), (Tab.DIAGNOSES, page.record.diagnoses.pane)):
        page.record.show_tab(tab)
        page.grab()
        assert isinstance(pane, Pane) and pane.horizontalScrollBar().maximum() == 0
        rows = page.record.notes.list if tab is Tab.NOTES else page.record.diagnoses._list
        assert rows.height() >= theme.px(LEAST) or pane.verticalScrollBar().maximum() > 0
        if pane.verticalScrollBar().maximum():
            assert rows.verticalScrollBar().maximum() <= 1, "the pane scrolls as one"


def test_turning_to_vitals_moves_no_kind(page: EncounterPage) -> None:
    page.resize(1184, 736)
    page.record.show_tab(Tab.NOTES)
    page.grab()
    kinds = page.record.notes.kinds
    stood = kinds.mapTo(page, QPoint())
    for kind in ("vitals", "reaction", "note"):
        page.record.notes.show_kind(kind)
        page.grab()
        assert kinds.mapTo(page, QPoint()) == stood


def test_four_findings_stand_over_the_matrix_at_1920(page: EncounterPage) -> None:
    page.grab()
    seen = page.findings.viewport().rect()
    items = page.findings.findChildren(FindingItem)[:4]
    assert len(items) == 4
    for item in items:
        top = item.mapTo(page.findings.viewport(), QPoint())
        assert seen.contains(top) and top.y() + item.height() <= seen.bottom() + theme.px(8), item.objectName()
    matrix = page.charting
    assert matrix.viewport().height() >= len(matrix.rows()) * theme.px(34), "every drug is seen"
    assert all(phase.isVisible() for phase in page.checklist.phases.buttons())


def test_what_three_drugs_lack_is_charted_with_one_press(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    visit = moreno.encounter()
    lacks = tuple(
        Finding(
            "charting-incomplete", Severity.WARN, "R13", (one.id,), (), {"drug": one.drug, "missing": "response"}
        )
        for one in visit.administrations[:3]
    )
    look = replace(moreno.look(), ticket=replace(moreno.ticket(), findings=lacks))
    page.show_encounter(visit, moreno.EVENTS, look, NOW, context())
    assert [row.code for row in page.findings.rows()] == ["charting-incomplete"]
    press(qtbot, page, "fix_1")
    assert recorder.calls == [("tolerated", tuple(one.id for one in visit.administrations[:3]))]
    press(qtbot, page, "also_1")
    assert page.record.tabs.currentIndex() == Tab.NOTES


def test_orders_of_several_drugs_are_one_press_too(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    visit = moreno.encounter()
    lacks = tuple(
        Finding("no-order", Severity.WARN, "R9.4", (one,), (), {"drug": one}) for one in ("L1-1", "L2-1")
    )
    look = replace(moreno.look(), ticket=replace(moreno.ticket(), findings=lacks))
    page.show_encounter(visit, moreno.EVENTS, look, NOW, context())
    press(qtbot, page, "fix_1")
    assert [call[:3] for call in recorder.calls] == [("chart_order", "L1", True), ("chart_order", "L2", True)]


@pytest.mark.parametrize("name", ["modifiersButton", "whatIfButton"])
def test_presses_of_the_ticket_have_an_edge(page: EncounterPage, name: str) -> None:
    made = button(page, name)
    assert made.kind() is Kind.QUIET and made.height() >= 44  # type: ignore[attr-defined]


def test_which_rules_is_said_whole_or_not(page: EncounterPage) -> None:
    for width in range(800, 1840, 60):
        page.resize(width, 900)
        page.grab()
        rules = page.ticket._rules
        assert not rules.text() or rules.width() + 1 >= rules.sizeHint().width()


def test_an_access_form_opened_from_elsewhere_is_in_sight(qtbot: QtBot, page: EncounterPage) -> None:
    page.resize(1184, 736)
    page.grab()
    page.record.open_access()
    site = page.record.accesses.form.site
    qtbot.waitUntil(lambda: site.visibleRegion().boundingRect().height() == site.height())
    assert page.record.accesses.form.device.choice() == Device.PERIPHERAL


def test_the_whole_editor_of_a_time_is_seen_at_1280_by_800(qtbot: QtBot, page: EncounterPage) -> None:
    page.resize(1184, 736)
    page.grab()
    page.record.open_time("L2")
    save = button(page, "timeSave")
    qtbot.waitUntil(lambda: save.visibleRegion().boundingRect().height() == save.height())
    assert page.record.editor.time.visibleRegion().boundingRect().height() >= 44
    assert page.record.events.height() <= 70, "the list gives its room, all but a row"


def test_a_modifier_is_chosen_in_sight_in_a_low_window(qtbot: QtBot, page: EncounterPage) -> None:
    page.resize(580, 340)
    page.record.show_tab(Tab.TICKET)
    page.grab()
    page.ticket._ask_modifier()
    combo = page.ticket.modifiers.modifier.combo
    assert combo.height() >= 44
    qtbot.waitUntil(lambda: combo.visibleRegion().boundingRect().height() == combo.height())
