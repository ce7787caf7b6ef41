"""The page at every width, for every visit, with a name on everything."""

from dataclasses import replace
from datetime import timedelta

import pytest
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.record.fold import fold
from nursedesk.ui.board.last_press import Offered
from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit import State
from nursedesk.watch.policy import Policy
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, edit, open_editor
from tests.ui.encounter.moreno import NOW
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder


def test_narrow_pages_have_findings_and_charting_as_tabs(page: EncounterPage) -> None:
    assert page.side.isVisible() and not page.record.tabs.isTabVisible(Tab.FINDINGS)
    page.resize(1184, 736)
    assert not page.side.isVisible()
    assert page.record.tabs.tabText(Tab.FINDINGS) == "Findings 4"
    page.record.show_tab(Tab.FINDINGS)
    assert page.findings.isVisible()
    page.record.show_tab(Tab.CHARTING)
    assert page.charting.isVisible()
    page.resize(1824, 1016)
    assert page.side.isVisible() and page.findings.isVisible()
    assert page.record.tabs.currentIndex() == Tab.EVENTS


def test_everything_that_is_pressed_or_typed_in_has_a_name(page: EncounterPage) -> None:
    page.record.open_dose("L1-1")
    controls = [
        *page.findChildren(QAbstractButton),
        *page.findChildren(QLineEdit),
        *page.findChildren(QComboBox),
    ]
    for control in controls:
        own = not control.objectName().startswith("qt_")
        hidden = control.text() == "" if isinstance(control, QAbstractButton) and control.isHidden() else False
        assert not own or control.objectName(), control
        assert not own or hidden or control.accessibleName(), control.objectName()
    names = [c.objectName() for c in controls if c.objectName() and not c.objectName().startswith("qt_")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "name",
    [
        "encounterPage", "timelineView", "ticketView", "findingsList", "eventsList", "chartingMatrix",
        "encounterTabs", "timelineOverview",
    ],
)  # fmt: skip
def test_the_parts_have_their_names(page: EncounterPage, name: str) -> None:
    part = page if name == "encounterPage" else page.findChild(QWidget, name)
    assert part is not None and part.accessibleName()


def test_an_empty_visit_is_shown_too(page: EncounterPage) -> None:
    bare = fold(moreno.EVENTS[:1])
    empty = ChargeTicket(bare.id, "facility", "", {}, (), ())
    look = replace(moreno.look(), ticket=empty, lines=(), notices=(), next_change=None)
    page.show_encounter(bare, moreno.EVENTS[:1], look, NOW, context())
    assert page.banner.line_button("stop", "L1") is None
    assert not button(page, "encounterPause").isEnabled()
    page.grab()


def test_without_a_look_nothing_is_claimed(page: EncounterPage) -> None:
    page.show_encounter(moreno.encounter(), moreno.EVENTS, None, NOW, context())
    assert page.ticket.list.rows() == () and page.findings.rows() == ()
    assert page.banner.line_button("stop", "L1") is not None
    assert State.RUNNING


def test_nothing_typed_for_one_patient_is_seen_with_another(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    page.record.open_dose("L1-1")
    qtbot.keyClicks(edit(page, "chartOpenedField_4"), "40")
    page.record.open_access()
    qtbot.keyClicks(edit(page, "accessSiteField"), "right chest")
    qtbot.keyClicks(edit(page, "diagnosisField"), "K5")
    qtbot.keyClicks(edit(page, "noteField"), "for Moreno only")
    other = replace(moreno.encounter(), id="E-2")
    page.show_encounter(other, moreno.EVENTS, moreno.look(), NOW, context())
    assert page.findChild(QLineEdit, "chartOpenedField_4") is None or not edit(page, "chartOpenedField_4").text()
    assert not edit(page, "accessSiteField").isVisible()
    assert edit(page, "diagnosisField").text() == edit(page, "noteField").text() == ""
    recorder.show()
    assert edit(page, "noteField").text() == "for Moreno only"


@pytest.mark.parametrize("tab", [Tab.ORDERS, Tab.ACCESSES])
def test_escape_puts_a_form_away_before_it_leaves(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder, tab: Tab
) -> None:
    field = "accessSiteField" if tab is Tab.ACCESSES else "chartOpenedField_4"
    page.record.open_access() if tab is Tab.ACCESSES else page.record.open_dose("L1-1")
    qtbot.keyClick(edit(page, field), Qt.Key.Key_Escape)
    assert recorder.calls == []
    assert not edit(page, field).isVisible()
    qtbot.keyClick(page.record.tabs, Qt.Key.Key_Escape)
    assert recorder.calls == [("back",)]


def test_another_visit_takes_the_editor_away(qtbot: QtBot, page: EncounterPage) -> None:
    open_editor(qtbot, page, "e-11")
    other = replace(moreno.encounter(), id="E-2")
    page.show_encounter(other, moreno.EVENTS, moreno.look(), NOW, context())
    assert page.record.editor.row() is None
    assert page.encounter_id() == "E-2"


def test_the_keyboard_goes_through_the_page_in_reading_order(page: EncounterPage) -> None:
    first = button(page, "encounterBack")
    first.setFocus()
    found = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.objectName())
        page.focusNextPrevChild(True)
        if QApplication.focusWidget() is first:
            break
    assert found == [
        "encounterBack", "encounterPause", "encounterMore", "encounterHang", "encounterPush", "encounterClose",
        "encounterStop_2", "encounterStop_1", "encounterNotice_1",
        "timelineZoomOut", "timelineZoomIn", "timelineFit", "timelineFollow", "timelineView", "timelineOverview",
        "encounterTabs", "eventsList", "modifiersButton", "whatIfButton", "ticketView",
        "fix_1", "fix_2", "fix_3", "fix_4",
        "chartingMatrix", "phase_assess", "phase_access", "phase_prepare", "phase_infuse", "phase_complete",
    ]  # fmt: skip


def test_the_last_press_is_taken_back_here_too(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    until = NOW + timedelta(seconds=10)
    page.offer_undo(Offered("inFLIXimab", "stopped · chair 2 · 14:07", until), None, NOW)
    button(page, "encounterUndo").click()
    qtbot.keyClick(page, Qt.Key.Key_Z)
    assert recorder.calls == [("undo",), ("undo",)]
    page.tick(until)
    assert not page.timeline.undo.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Z)
    assert len(recorder.calls) == 2


def test_what_is_over_when_the_page_opens_is_not_offered_for_a_second(page: EncounterPage) -> None:
    page.resize(780, 470)
    page.offer_undo(Offered("inFLIXimab", "stopped", NOW - timedelta(seconds=1)), None, NOW)
    assert not page.timeline.undo.isVisible() and page.banner._pill.isVisible()


def test_a_stop_is_asked_about_once_its_undo_is_over(page: EncounterPage, recorder: Recorder) -> None:
    until = NOW + timedelta(seconds=10)
    stopped = StoppedLine("E-2", "L1", "inFLIXimab", NOW + timedelta(minutes=2))
    page.offer_undo(Offered("inFLIXimab", "stopped", until), stopped, NOW)
    page.tick(until)
    assert page.timeline.undo.reasons.isVisible()
    button(page, "stopReason_reaction").click()
    assert recorder.calls == [("say_stop_reason", "E-2", "L1", "reaction")]
    page.tick(until)
    assert not page.timeline.undo.isVisible()


@pytest.mark.qt_log_ignore("plugin does not support")
def test_every_deed_of_every_line_is_in_one_menu(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    qtbot.keyClick(page, Qt.Key.Key_M)
    menu = page.findChild(QMenu, "encounterMenu")
    drugs = [action.text() for action in menu.actions()]
    assert drugs[0] == "inFLIXimab"
    for name in ("rateAction_1", "bagAction_1", "accessAction_1", "wasteAction_1", "stop_atAction_1"):
        menu.findChild(QAction, name).trigger()
    menu.close()
    assert [call[2] for call in recorder.calls] == ["rate", "bag", "access", "waste", "stop_at"]
    assert {call[:2] for call in recorder.calls} == {("line_deed", "L1")}


def test_what_if_all_stopped_at_another_minute(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    button(page, "whatIfButton").click()
    button(page, "whatIfLater").click()
    button(page, "whatIfEarlier").click()
    button(page, "whatIfEarlier").click()
    minutes = [round((call[1] - NOW).total_seconds() / 60) for call in recorder.named("what_if")]
    assert minutes == [0, 5, 0, -5]
    assert page.ticket._status.text() == "WHAT IF"
    button(page, "whatIfLeave").click()
    assert (page.ticket._status.text(), page.ticket.what_if.isVisible()) == ("DRAFT", False)


@pytest.mark.parametrize("policy", [Policy.AFTER, Policy.HIDDEN])
def test_a_site_that_hides_what_is_to_come_has_no_what_if(page: EncounterPage, policy: Policy) -> None:
    hidden = replace(context(), boundaries=policy)
    page.show_encounter(moreno.encounter(), moreno.EVENTS, moreno.look(), NOW, hidden)
    assert not button(page, "whatIfButton").isVisible()
