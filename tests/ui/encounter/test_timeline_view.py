"""Wheel, drag, keys and buttons on the timeline."""

from nursedesk.outputs.pictures.timeline_layout import line_areas
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.timeline_view import screen_style
from nursedesk.ui.encounter.view_window import Window
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
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


def test_a_line_is_chosen_by_key_and_its_time_edited(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    view.setFocus()
    seen = []
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_BracketRight)
        seen.append(view.chosen())
    assert len(set(seen)) == 5, "every bar and push once, by time"
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    assert view.chosen() == seen[-2]
    view.choose("L2")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    row = page.record.editor.row()
    assert row is not None and (row.line, row.verb) == ("L2", "Stopped")


def test_what_is_chosen_comes_into_sight(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    view.setFocus()
    view.show_window(Window(at("13:30"), at("14:30")))
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    shown = view.window_shown()
    assert shown is not None and shown.begin < at("11:08") < shown.end


def test_a_double_press_edits_the_event_nearest_to_it(qtbot: QtBot, page: EncounterPage) -> None:
    view = page.timeline.view
    area = line_areas(view._rect(), view.model(), screen_style(), "L1")[0]
    for place, verb in ((area.left() + 6, "Started"), (area.right() - 6, "Paused")):
        spot = QPoint(round(place), round(area.center().y()))
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        row = page.record.editor.row()
        assert row is not None and (row.line, row.verb) == ("L1", verb)


def test_the_list_marks_its_line_on_the_timeline(page: EncounterPage) -> None:
    page.record.events.select(page.record.events.row_of("L2").event_id)
    assert page.timeline.view.chosen() == "L2"


def test_two_fingers_zoom_about_their_middle(page: EncounterPage) -> None:
    view = page.timeline.view
    middle = view.x_of(at("12:30"))
    before = view.window_shown()
    view.pinched(2.0, middle)
    after = view.window_shown()
    assert after.length < before.length
    assert abs(view.x_of(at("12:30")) - middle) < 1
    view.pinched(0.5, middle)
    assert view.window_shown().length == before.length


def test_two_fingers_on_the_glass_zoom_about_their_middle(page: EncounterPage) -> None:
    """A gesture as a touch screen sends it: two fingers down, apart in steps, up."""
    page.resize(780, 760)  # all of it on the screen there is without one
    QApplication.processEvents()
    view = page.timeline.view
    viewport, glass = view.viewport(), QTest.createTouchDevice()
    middle = QPoint(round(view.x_of(at("12:30"))), 60)
    before = view.window_shown()
    for step, reach in enumerate((60, 60, 90, 120, 150, 180)):
        left, right = middle - QPoint(reach, 0), middle + QPoint(reach, 0)
        fingers = QTest.touchEvent(viewport, glass)
        if step == 0:
            fingers.press(0, left, viewport)
            fingers.press(1, right, viewport)
        else:
            fingers.move(0, left, viewport)
            fingers.move(1, right, viewport)
        fingers.commit()
        QApplication.processEvents()
    up = QTest.touchEvent(viewport, glass)
    up.release(0, left, viewport)
    up.release(1, right, viewport)
    up.commit()
    QApplication.processEvents()
    after = view.window_shown()
    assert before is not None and after is not None
    # From 60 px to 180 px: three times as wide.
    assert abs(after.length * 3 - before.length) < before.length * 0.05
    assert abs(view.x_of(at("12:30")) - middle.x()) < 3
