"""The head of the page under real presses: every Stop is one press, no name is cut."""

from dataclasses import replace

import pytest
from nursedesk.record.encounter import LineState, Status
from nursedesk.ui.encounter.banner import INSET
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.kit import Kind as ButtonKind
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import button, edit, press
from tests.ui.encounter.moreno import NOW, at
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder

LEFT = Qt.MouseButton.LeftButton


def test_stop_is_one_press(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    press(qtbot, page, "encounterStop_1")
    press(qtbot, page, "encounterStop_2")
    assert recorder.calls == [("stop", "L1"), ("stop", "L3")]


def test_the_drugs_stop_is_solid_and_keep_open_outlined(page: EncounterPage) -> None:
    drug, saline = page.banner.line_button("stop", "L1"), page.banner.line_button("stop", "L3")
    assert drug is not None and saline is not None
    assert (drug.kind(), saline.kind()) == (ButtonKind.STOP, ButtonKind.STOP_OUTLINE)
    assert drug.accessibleName() == "Stop inFLIXimab, chair 2"
    assert page.banner.rect().right() - drug.geometry().right() == INSET
    assert drug.height() >= 44


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("encounterPause", ("pause", "L1")),
        ("encounterHang", ("hang",)),
        ("encounterPush", ("push",)),
        ("encounterClose", ("close",)),
        ("encounterBack", ("back",)),
    ],
)
def test_the_quiet_buttons(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder, name: str, call: tuple[str, ...]
) -> None:
    press(qtbot, page, name)
    assert recorder.calls == [call]


@pytest.mark.parametrize(
    ("key", "call"),
    [
        (Qt.Key.Key_S, ("stop", "L1")),
        (Qt.Key.Key_H, ("hang",)),
        (Qt.Key.Key_P, ("push",)),
        (Qt.Key.Key_Escape, ("back",)),
    ],
)
def test_keys(qtbot: QtBot, page: EncounterPage, recorder: Recorder, key: Qt.Key, call: tuple[str, ...]) -> None:
    page.record.events.setFocus()
    qtbot.keyClick(page.record.events, key)
    assert recorder.calls == [call]


def test_letters_typed_in_a_field_are_only_letters(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    page.record.show_tab(Tab.NOTES)
    field = edit(page, "noteField")
    field.setFocus()
    qtbot.keyClicks(field, "shp")
    assert (recorder.calls, field.text()) == ([], "shp")


def test_a_paused_line_offers_resume(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    visit = moreno.encounter()
    paused = tuple(replace(a, state=LineState.PAUSED) if a.line == "L1" else a for a in visit.administrations)
    shown = replace(visit, administrations=paused)
    page.show_encounter(shown, moreno.EVENTS, moreno.look(), NOW, context())
    assert not button(page, "encounterPause").isVisible()
    press(qtbot, page, "encounterResume")
    assert recorder.calls == [("resume", "L1")]


@pytest.mark.qt_log_ignore(r"support (raise|grabbing the keyboard)", extend=True)
def test_of_several_running_drugs_pause_asks_which(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    visit = moreno.encounter()
    both = tuple(replace(a, state=LineState.RUNNING) if a.line == "L2" else a for a in visit.administrations)
    page.show_encounter(replace(visit, administrations=both), moreno.EVENTS, moreno.look(), NOW, context())
    press(qtbot, page, "encounterPause")
    assert recorder.calls == []
    menu = QApplication.activePopupWidget()
    assert menu is not None and [a.text() for a in menu.actions()] == ["inFLIXimab", "magnesium sulfate"]
    menu.actions()[1].trigger()
    menu.close()
    assert recorder.calls == [("pause", "L2")]


def test_a_prepared_line_has_its_start(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    visit = moreno.encounter()
    ready = tuple(
        replace(a, state=LineState.PREPARED, segments=()) if a.line == "L2" else a for a in visit.administrations
    )
    page.show_encounter(replace(visit, administrations=ready), moreno.EVENTS, moreno.look(), NOW, context())
    found = button(page, "encounterStart_1")
    assert found.accessibleName() == "Start magnesium sulfate, chair 2"
    qtbot.mouseClick(found, LEFT)
    assert recorder.calls == [("start", "L2")]


def test_the_stop_of_a_line_stays_the_same_button(page: EncounterPage, recorder: Recorder) -> None:
    before = page.banner.line_button("stop", "L1")
    recorder.show()
    assert page.banner.line_button("stop", "L1") is before


@pytest.mark.parametrize("width", [1824, 1500, 1184, 900, 700])
def test_no_drug_name_is_cut_and_no_button_overlaps(page: EncounterPage, width: int) -> None:
    page.resize(width, 900)
    shown = [b for b in page.banner.findChildren(QPushButton) if not b.isHidden()]
    for one in shown:
        assert one.width() >= one.sizeHint().width()
        assert page.banner.rect().contains(one.geometry())
        assert not any(one.geometry().intersects(o.geometry()) for o in shown if o is not one)


def test_a_dismissed_notice_is_reported(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    chip = page.findChild(QAbstractButton, "encounterNotice_1")
    assert chip is not None and chip.isVisible()
    qtbot.mouseClick(chip, LEFT, pos=QPoint(10, chip.height() // 2))
    assert recorder.calls == [("dismiss", moreno.look().notices[0])]


def test_a_closed_visit_is_reopened_with_a_reason(qtbot: QtBot, page: EncounterPage, recorder: Recorder) -> None:
    closed = replace(moreno.encounter(), status=Status.SIGNED, closed=at("14:06"))
    page.show_encounter(closed, moreno.EVENTS, None, NOW, context())
    assert not button(page, "encounterHang").isVisible()
    qtbot.keyClick(page, Qt.Key.Key_H)
    press(qtbot, page, "encounterReopen")
    press(qtbot, page, "reopenSave")
    assert recorder.calls == []
    qtbot.keyClicks(edit(page, "reopenReason"), "dose was wrong")
    press(qtbot, page, "reopenSave")
    assert recorder.calls == [("reopen", "dose was wrong")]


def test_nothing_moves_to_where_a_stop_was_pressed(page: EncounterPage) -> None:
    model = page.banner._model
    assert model is not None
    drug = page.banner.line_button("stop", "L1")
    close, saline = button(page, "encounterClose"), page.banner.line_button("stop", "L3")
    assert drug is not None and saline is not None
    pressed, stood = drug.geometry(), (close.geometry(), saline.geometry())
    page.banner.show_model(replace(model, stops=tuple(p for p in model.stops if p.line != "L1")))
    assert (close.geometry(), saline.geometry()) == stood
    assert not any(
        b.isVisibleTo(page.banner) and b.geometry().intersects(pressed)
        for b in page.banner.findChildren(QAbstractButton)
    )
    page.banner.show_model(replace(model, stops=()))
    assert close.geometry() == stood[0]
    page.banner.show_model(model)
    again = page.banner.line_button("stop", "L1")
    assert again is not None and again.geometry() == pressed


def test_another_visit_has_all_the_room(page: EncounterPage) -> None:
    model = page.banner._model
    assert model is not None
    page.banner.show_model(replace(model, stops=(), menu=()))
    assert page.banner.rect().right() - button(page, "encounterClose").geometry().right() == INSET
