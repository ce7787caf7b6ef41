"""Low windows and large text: nothing leaves the page, the timeline is a tab and can do all it can elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from nursedesk.record.encounter import Status
from nursedesk.ui import theme
from nursedesk.ui.board.last_press import Offered
from nursedesk.ui.encounter.arrangement import shape_of
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab
from nursedesk.ui.frame.patient_name import PatientName
from nursedesk.ui.kit import StopButton
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.encounter import moreno
from tests.ui.encounter.finders import LEFT, button, press
from tests.ui.encounter.moreno import NOW
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder

SIZES = [
    (1.0, 1184, 736), (1.5, 1166, 704), (2.0, 1130, 672), (1.5, 910, 672), (1.0, 928, 704), (1.5, 1806, 984),
    (2.0, 1770, 952), (1.0, 1824, 1016), (1.0, 944, 1300),
]  # fmt: skip
"""(text scale, width, height) of the page in windows of 1280 × 800, 1024 × 768, 1920 × 1080 and an upright one."""


@pytest.fixture(params=SIZES, ids=str)
def sized(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, recorder: Recorder
) -> Iterator[EncounterPage]:
    scale, width, height = request.param
    theme.apply(qapp, theme.THEMES["light"], scale)
    page = EncounterPage(recorder.actions())
    qtbot.addWidget(page)
    page.resize(width, height)
    recorder.page = page
    recorder.show()
    with qtbot.waitExposed(page):
        page.show()
    page.grab()
    yield page
    theme.apply(qapp, theme.THEMES["light"])


@pytest.fixture
def low(page: EncounterPage) -> EncounterPage:
    """As in a window of 1280 × 800 at 150 %."""
    page.resize(780, 470)
    page.grab()
    return page


def within(part: QWidget, whole: QWidget) -> bool:
    return whole.rect().contains(part.rect().translated(part.mapTo(whole, QPoint())))


def test_every_press_of_the_banner_and_the_lists_stay_inside_the_page(sized: EncounterPage) -> None:
    stops = [one for one in sized.findChildren(StopButton) if one.isVisible()]
    assert len(stops) == 2
    for one in (*stops, button(sized, "encounterClose"), sized.record, sized.record.tabs):
        assert within(one, sized), one.objectName()
    assert sized.record.height() >= sized.record.tabs.height() + theme.px(90)


def test_presses_share_a_row_and_stops_another(sized: EncounterPage) -> None:
    quiet = [button(sized, f"encounter{name}") for name in ("More", "Hang", "Push", "Close")]
    stops = [one for one in sized.findChildren(StopButton) if one.isVisible()]
    assert len({one.geometry().center().y() // 8 for one in quiet}) == 1, "the presses stand on one row"
    assert len({one.geometry().center().y() for one in stops}) == 1
    assert sized.banner.height() <= theme.px(58 + 6 + 44 + 6 + 52 + 6 + 2) + 2


def test_words_of_tabs_stand_apart_and_every_tab_is_reached(sized: EncounterPage) -> None:
    tabs = sized.record.tabs
    metrics = QFontMetricsF(theme.font(14, theme.STRONG))
    for wanted in tabs.offered():
        tabs.setCurrentIndex(wanted)
        assert tabs.currentIndex() == wanted and tabs.isTabVisible(wanted)
        shown = [n for n in range(tabs.count()) if tabs.isTabVisible(n)]
        end = tabs.more.x() if tabs.more.isVisible() else tabs.width()
        assert tabs.tabRect(shown[-1]).right() <= end
        for n in shown:
            assert tabs.tabRect(n).width() >= metrics.horizontalAdvance(tabs.tabText(n)) + theme.px(16) - 1.5
        assert tabs.more.isVisible() == (len(shown) < len(tabs.offered()))


def test_arrows_go_through_tabs_without_room_too(qtbot: QtBot, low: EncounterPage) -> None:
    low.resize(500, 470)
    tabs = low.record.tabs
    assert tabs.more.isVisible()
    for _ in tabs.offered():
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == tabs.offered()[-1] == Tab.NOTICES


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_what_has_no_room_is_in_a_menu(qtbot: QtBot, low: EncounterPage) -> None:
    low.resize(500, 470)
    press(qtbot, low, "encounterTabsMore")
    menu = low.findChild(QMenu, "encounterTabsMenu")
    assert menu is not None and "Notes" in [entry.text() for entry in menu.actions()]
    next(entry for entry in menu.actions() if entry.text() == "Notes").trigger()
    menu.close()
    assert low.record.tabs.currentIndex() == Tab.NOTES and low.record.notes.isVisible()


def test_both_accesses_and_the_whole_visit_are_seen_at_1280_by_800(qtbot: QtBot, page: EncounterPage) -> None:
    page.resize(1184, 736)
    page.grab()
    view = page.timeline.view
    assert view.viewport().height() >= view.needed_height()
    assert page.timeline.overview.isVisible() and within(page.timeline.overview, page)
    assert page.record.height() >= 236


@pytest.mark.parametrize("size", [(1504, 936), (1824, 1016), (1184, 656)])
def test_the_timeline_of_two_accesses_is_seen_whole(page: EncounterPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    page.grab()
    assert page.timeline.view.viewport().height() >= page.timeline.view.needed_height() - 2


def test_zooming_moves_nothing_below(page: EncounterPage) -> None:
    before = page.record.mapTo(page, QPoint())
    for _ in range(8):
        page.timeline.view.zoom(0.8)
    page.tick(NOW + timedelta(minutes=1))
    page.grab()
    assert page.record.mapTo(page, QPoint()) == before


def test_the_timeline_is_the_first_tab_of_a_low_window(low: EncounterPage) -> None:
    tabs = low.record.tabs
    assert tabs.offered()[:3] == [Tab.TIMELINE, Tab.EVENTS, Tab.TICKET]
    assert tabs.currentIndex() == Tab.EVENTS, "what was shown stays shown"
    low.record.show_tab(Tab.TIMELINE)
    assert low.timeline.view.isVisible() and within(low.timeline.view, low)
    low.resize(1184, 736)
    low.grab()
    assert low.timeline.isVisible() and low.ticket.isVisible() and low.record.isVisible()
    assert Tab.TIMELINE not in tabs.offered() and tabs.currentIndex() == Tab.EVENTS


def test_a_line_is_chosen_and_edited_in_the_tab(qtbot: QtBot, low: EncounterPage) -> None:
    low.record.show_tab(Tab.TIMELINE)
    low.grab()
    view = low.timeline.view
    assert not button(low, "timelineEdit").isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert low.record.tabs.currentIndex() == Tab.TIMELINE, "choosing a line does not take the timeline away"
    assert view.chosen()
    press(qtbot, low, "timelineEdit")
    assert low.record.tabs.currentIndex() == Tab.EVENTS and low.record.editor.isVisible()


def test_wheel_drag_and_keys_work_in_the_tab(qtbot: QtBot, low: EncounterPage) -> None:
    low.resize(780, 380)
    low.record.show_tab(Tab.TIMELINE)
    low.grab()
    view = low.timeline.view
    assert view.verticalScrollBar().maximum() > 0, "lanes below the fold are reached by a drag"
    whole = view.window_shown()
    middle = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    near = view.window_shown()
    assert whole is not None and near is not None and near.length < whole.length
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.window_shown() == whole
    start = view.viewport().rect().center()
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start - QPoint(0, 30))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start - QPoint(0, 30))
    assert view.verticalScrollBar().value() == 30
    assert view.window_shown() == whole, "a drag upwards turns no hour"


def test_undo_stands_beside_the_name_of_a_low_window(qtbot: QtBot, low: EncounterPage, recorder: Recorder) -> None:
    stop, name = button(low, "encounterStop_1"), low.findChild(QLabel, "encounterName")
    stood = stop.geometry()
    low.offer_undo(Offered("inFLIXimab", "stopped · chair 2 · 14:07", NOW + timedelta(seconds=10)), None, NOW)
    undo = low.timeline.undo
    assert undo.isVisible() and within(undo, low.banner) and name is not None
    others = [b for b in low.banner.findChildren(QPushButton) if b.isVisible() and b.parent() is low.banner]
    assert not any(b.geometry().intersects(undo.geometry()) for b in (*others, name))
    assert stop.geometry() == stood, "nothing moves for it"
    press(qtbot, low, "encounterUndo")
    assert recorder.calls == [("undo",)]
    low.withdraw_undo()
    assert not undo.isVisible()
    low.resize(1184, 736)
    low.offer_undo(Offered("inFLIXimab", "stopped", NOW + timedelta(seconds=10)), None, NOW)
    assert undo.isVisible() and within(undo, low.timeline)


def test_the_shape_hangs_by_the_window_alone(page: EncounterPage) -> None:
    page.resize(1184, 736)
    shape = shape_of(page.width(), page.height())
    model = page.banner._model
    assert model is not None and (shape.low, shape.stacked, shape.dense) == (False, False, True)
    page.banner.show_model(replace(model, stops=()))
    assert shape_of(page.width(), page.height()) == shape
    assert QRectF(page.rect()).contains(QRectF(page.record.geometry()))


def test_turned_to_the_page_has_the_keyboard_where_enter_presses_nothing(
    qtbot: QtBot, page: EncounterPage, recorder: Recorder
) -> None:
    page.setFocus()
    assert QApplication.focusWidget() is page.record.tabs
    qtbot.keyClick(page.record.tabs, Qt.Key.Key_S)
    assert recorder.calls == [("stop", "L1")]


def test_after_a_stop_the_keyboard_is_on_no_other_stop(qtbot: QtBot, page: EncounterPage) -> None:
    model = page.banner._model
    stop = page.banner.line_button("stop", "L1")
    assert model is not None and stop is not None
    stop.setFocus()
    page.banner.show_model(replace(model, stops=tuple(p for p in model.stops if p.line != "L1")))
    assert QApplication.focusWidget() is page.record.tabs


@pytest.mark.parametrize("name", ["HADDAD, Salma", "BJORNSTAD-OYELARAN, Guillermo"])
def test_the_name_of_the_patient_is_whole_beside_undo(page: EncounterPage, qtbot: QtBot, name: str) -> None:
    for size in ((780, 470), (565, 336), (610, 448), (1184, 736)):
        page.resize(*size)
        model = page.banner._model
        assert model is not None
        page.banner.show_model(replace(model, name=name))
        page.offer_undo(Offered("inFLIXimab", "stopped", NOW + timedelta(seconds=10)), None, NOW)
        shown = page.banner.findChild(QLabel, "encounterName")
        assert shown is not None and shown.width() >= shown.sizeHint().width(), size
        assert isinstance(shown, PatientName) and min(run.size for run in shown.lines()) >= 12, size
        facts = page.banner.findChild(QLabel, "encounterFacts")
        assert facts is not None and not facts.geometry().intersects(shown.geometry()), size
        assert within(shown, page.banner) and within(facts, page.banner)
        page.withdraw_undo()
        assert page.banner._pill.isVisible()


def test_the_reason_to_reopen_has_room_in_a_narrow_window(page: EncounterPage) -> None:
    page.resize(610, 448)
    closed = replace(moreno.encounter(), status=Status.SIGNED, closed=NOW)
    page.show_encounter(closed, moreno.EVENTS, None, NOW, context())
    button(page, "encounterReopen").click()
    page.grab()
    assert page.reopening.reason.width() >= 200
    assert page.reopening.height() >= page.reopening.sizeHint().height() - 1


def test_a_matrix_without_drugs_says_so_and_has_no_heads(page: EncounterPage) -> None:
    assert not page.charting.head.isHidden()
    page.checklist.show_rows(())
    assert page.charting.head.isHidden()
