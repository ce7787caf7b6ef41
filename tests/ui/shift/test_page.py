"""The shift page: figures, rows in words, the export, the way to a visit."""

import pytest
from nursedesk.desk.shift_charts import ChartName
from nursedesk.outputs.pictures.chart_model import ChartModel, Series
from nursedesk.outputs.pictures.gantt import gantt_of
from nursedesk.outputs.shift_visits import entries
from nursedesk.ui.shift.choosing import Stretch, Wanted
from nursedesk.ui.shift.page import ShiftPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.outputs import shift_day
from tests.ui.frame.sample_pages import VISITS, display, shift_of
from tests.ui.frame.sample_window import NEW_YORK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, asked: list[str]) -> ShiftPage:
    def choose(name: str, kinds: str) -> str | None:
        asked.append(name)
        return f"/tmp/{name}" if len(asked) == 1 else None  # noqa: S108 - a path that nothing opens

    made = ShiftPage(NEW_YORK, display, choose)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_shift(shift_of(*VISITS))
    made.show()
    return made


def rows(page: ShiftPage) -> list[str]:
    model = page.findChild(QListView, "shiftRows").model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_figures(page: ShiftPage) -> None:
    names = ("shiftVisits", "shiftOpenLines", "shiftLate", "shiftUnsigned")
    said = [page.findChild(QWidget, name).accessibleName() for name in names]
    assert said == [
        "3 visits",
        "2 lines still up",
        "2 lines with a late or corrected time",
        "2 tickets not signed",
    ]


def test_rows_in_words(page: ShiftPage) -> None:
    told = [row.replace("\u00a0", " ") for row in rows(page)]
    assert told[0] == "4, ABBOTT, Grace, 08:05 – 10:58"
    assert told[1] == "cefTRIAXone, 2 g, 08:20 – 08:55, 35 min"
    assert told[2] == "ondansetron, 4 mg, IV push 08:14, "
    assert told[4] == "2, MORENO, Luisa, since 11:02"
    assert told[6] == "inFLIXimab, 400 mg, since 11:30, 2 h 15 min"


def test_the_export_asks_where(qtbot: QtBot, page: ShiftPage, asked: list[str]) -> None:
    button = page.findChild(QAbstractButton, "exportShiftButton")
    with qtbot.waitSignal(page.export_chosen) as chosen:
        qtbot.mouseClick(button, LEFT)
    assert chosen.args == ["/tmp/shift-2026-11-24.pdf"]  # noqa: S108 - a path that nothing opens
    assert asked == ["shift-2026-11-24.pdf"]
    with qtbot.assertNotEmitted(page.export_chosen):
        qtbot.mouseClick(button, LEFT)


def test_a_row_leads_to_its_visit(qtbot: QtBot, page: ShiftPage) -> None:
    view = page.findChild(QListView, "shiftRows")
    view.setCurrentIndex(view.model().index(6, 0))
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["e2"]


def test_an_empty_shift_says_so_and_exports_nothing(page: ShiftPage) -> None:
    page.show_shift(shift_of())
    assert rows(page) == []
    assert not page.findChild(QAbstractButton, "exportShiftButton").isEnabled()


def test_a_period_a_nurse_and_a_chair_are_chosen_from_lists(qtbot: QtBot, page: ShiftPage) -> None:
    page.show_choices((("jdoe", "J. Doe RN"), ("mruiz", "M. Ruiz RN")), ("1", "2"))
    assert page.wanted() == Wanted()
    for name, index in (("shiftStretch", 2), ("shiftNurse", 2), ("shiftChair", 1)):
        combo = page.findChild(QComboBox, name)
        combo.setCurrentIndex(index)
        with qtbot.waitSignal(page.wanted_changed):
            combo.activated.emit(index)
    assert page.wanted() == Wanted(Stretch.WEEK, "mruiz", "1")
    page.show_choices((("mruiz", "M. Ruiz RN"),), ("1", "2"))
    assert page.wanted() == Wanted(Stretch.WEEK, "mruiz", "1")


def test_while_a_log_is_written_it_can_be_given_up_and_nothing_else_is_exported(
    qtbot: QtBot, page: ShiftPage
) -> None:
    export = page.findChild(QAbstractButton, "exportShiftButton")
    page.show_progress("Writing the shift log", 1200, 25000)
    said = page.findChild(QLabel, "shiftExportingSaid")
    assert said.text() == "Writing the shift log: 1,200 of 25,000 visits"
    assert said.isVisible() and not export.isEnabled()
    page.show_shift(shift_of(*VISITS))
    assert not export.isEnabled()
    with qtbot.waitSignal(page.export_cancelled):
        qtbot.mouseClick(page.findChild(QAbstractButton, "cancelExportButton"), LEFT)
    page.end_progress()
    assert not said.isVisible() and export.isEnabled()


def test_the_room_and_the_charts_are_shown_and_saved(qtbot: QtBot, page: ShiftPage, asked: list[str]) -> None:
    with qtbot.waitSignal(page.view_changed) as shown:
        qtbot.mouseClick(page.findChild(QAbstractButton, "shiftView_room"), LEFT)
    assert shown.args == ["room"]
    period = shift_day.period()
    visits = entries([shift_day.morning()], shift_day.asked())
    page.room.show_room(gantt_of(visits, period, NEW_YORK, period.end))
    assert "3: ondansetron, infliximab" in page.findChild(QWidget, "shiftRoom").accessibleName()
    with qtbot.waitSignal(page.picture_chosen) as saved:
        qtbot.mouseClick(page.findChild(QAbstractButton, "saveRoomButton"), LEFT)
    assert saved.args == ["/tmp/chairs-2026-11-24.png"]  # noqa: S108 - a path that nothing opens
    qtbot.mouseClick(page.findChild(QAbstractButton, "shiftView_charts"), LEFT)
    save = page.findChild(QAbstractButton, "saveChartButton")
    page.charts.say("Counting…")
    assert not save.isEnabled()
    assert page.findChild(QLabel, "shiftChartsSaid").isVisible()
    chart = ChartModel("Chairs in use", "a note", ("08", "09"), (Series("occupied", (1.0, 2.0)),))
    page.charts.show_charts({ChartName.CHAIRS: chart})
    assert save.isEnabled()
    assert (
        page.findChild(QWidget, "shiftChart").accessibleName() == "Chairs in use. 08: occupied 1; 09: occupied 2"
    )
    assert not page.grab().isNull()


def test_a_time_without_anybody_has_words_and_no_picture(qtbot: QtBot, page: ShiftPage) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, "shiftView_room"), LEFT)
    period = shift_day.period()
    page.room.show_room(gantt_of([], period, NEW_YORK, period.end))
    said = page.findChild(QLabel, "shiftRoomNothing_title")
    assert said.isVisible() and said.text() == "Nobody was in a chair in this time"
    for name in ("shiftRoom", "shiftRoomLegend", "saveRoomButton"):
        assert not page.findChild(QWidget, name).isVisible(), name
    visits = entries([shift_day.morning()], shift_day.asked())
    page.room.show_room(gantt_of(visits, period, NEW_YORK, period.end))
    assert page.findChild(QWidget, "shiftRoom").isVisible() and not said.isVisible()


def test_a_shift_without_visits_says_what_the_page_is_for_and_another_period_what_to_change(
    qtbot: QtBot, page: ShiftPage
) -> None:
    page.show_shift(shift_of())
    said = page.findChild(QLabel, "shiftNothing")
    assert said.isVisible() and "Check a patient in" in said.text()
    page.findChild(QComboBox, "shiftStretch").setCurrentIndex(1)
    page.show_shift(shift_of())
    assert said.text() == "Choose another period, nurse or chair above."
