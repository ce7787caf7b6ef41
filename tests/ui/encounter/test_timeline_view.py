"""Wheel, drag, keys and buttons on the timeline."""

from nursedesk.ui.encounter.page import EncounterPage
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.encounter.finders import press
from tests.ui.encounter.moreno import NOW, at

LEFT = Qt.MouseButton.LeftButton


def test_the_wheel_zooms_about_the_pointer(page: EncounterPage) -> None:
    view = page.timeline.view
    spot = QPointF(view.x_of(at("13:00")), 100)
    there = view.viewport().mapToGlobal(spot)
    turn = QWheelEvent(
        spot, there, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = view.window_shown()
    QApplication.sendEvent(view.viewport(), turn)
    after = view.window_shown()
    assert before is not None and after is not None
    assert after.length < before.length * 0.7
    assert abs(view.x_of(at("13:00")) - spot.x()) < 1


def test_dragging_pans(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    before = view.window_shown()
    qtbot.mousePress(view.viewport(), LEFT, pos=QPoint(900, 20))
    qtbot.mouseMove(view.viewport(), QPoint(700, 20))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(700, 20))
    after = view.window_shown()
    assert before is not None and after is not None
    assert after.begin > before.begin
    assert abs(after.length - before.length).total_seconds() < 1


def test_timeline_keys(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    view.setFocus()
    whole = view.window_shown()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    moved = view.window_shown()
    assert whole is not None and moved is not None
    assert moved.length < whole.length and moved.begin > whole.begin
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.window_shown() == whole
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    wider = view.window_shown()
    assert wider is not None and wider.length > whole.length


def test_follow_now_keeps_now_in_its_place(qtbot: QtBot, page: EncounterPage) -> None:
    press(qtbot, page, "timelineZoomIn")
    press(qtbot, page, "timelineFollow")
    view = page.timeline.view
    before = view.x_of(NOW)
    page.tick(at("14:20"))
    assert abs(view.x_of(at("14:20")) - before) < 1
    press(qtbot, page, "timelineFit")
    assert not view.follows()


def test_a_new_minute_is_drawn_and_the_same_minute_is_not(page: EncounterPage) -> None:
    page.tick(at("14:08"))
    model = page.timeline.view.model()
    assert model is not None and model.now_text == "14:08"
    assert next(b for b in model.bars if b.line == "L1").end == at("14:08")


def test_pressing_a_bar_selects_its_latest_event(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    x = round(view.x_of(at("13:30")))
    for y in range(0, view.viewport().height(), 6):
        with qtbot.assertNotEmitted(page.time_corrected):
            qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(x, y))
        if page.record.events.selected_id() == "e-18":
            return
    raise AssertionError("no bar of magnesium sulfate was found under the pointer")


def test_the_timeline_speaks(page: EncounterPage) -> None:
    said = page.timeline.view.accessibleDescription()
    assert "inFLIXimab 400 mg, Access A: 11:30 to 12:18, 12:40 to running" in said.replace("\u00a0", " ")
