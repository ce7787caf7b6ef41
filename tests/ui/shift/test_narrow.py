"""Where room is short: rows of two lines, the period on a line of its own, a picture that has the height."""

import pytest
from nursedesk.desk.shift_charts import ChartName
from nursedesk.outputs.pictures.chart_model import ChartModel, Series
from nursedesk.ui.shift.page import ShiftPage
from nursedesk.ui.shift.rows import FOLDED_LINE, LINE
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLayout, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import VISITS, display, shift_of
from tests.ui.frame.sample_window import NEW_YORK

CHART = ChartModel("Chairs in use", "a note", ("08", "09"), (Series("occupied", (1.0, 2.0)),))


@pytest.fixture
def page(qtbot: QtBot) -> ShiftPage:
    made = ShiftPage(NEW_YORK, display)
    qtbot.addWidget(made)
    made.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    made.resize(1200, 800)
    made.show_shift(shift_of(*VISITS))
    made.show()
    return made


def sized(page: ShiftPage, width: int, height: int = 800) -> None:
    page.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("width", "height"), [(1200, LINE), (1000, LINE), (900, FOLDED_LINE), (700, FOLDED_LINE)])
def test_a_line_has_two_rows_of_words_where_they_would_meet(page: ShiftPage, width: int, height: int) -> None:
    sized(page, width)
    view = page.findChild(QListView, "shiftRows")
    assert view.visualRect(view.model().index(1, 0)).height() == height


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (760, False), (560, False)])
def test_the_name_is_whole_and_the_period_has_its_line(page: ShiftPage, width: int, beside: bool) -> None:
    sized(page, width)
    head = page.findChild(QWidget, "shiftHead")
    period = page.findChild(QWidget, "shiftPeriod")
    assert head.isAncestorOf(period) == beside
    assert period.width() >= period.sizeHint().width()


def test_buttons_lose_their_words_and_keep_their_names(page: ShiftPage) -> None:
    export = page.findChild(QAbstractButton, "exportShiftButton")
    sized(page, 480)
    assert export.text() == "" and export.accessibleName() == "Export…" and export.toolTip() == "Export…"
    sized(page, 1200)
    assert export.text() == "Export…" and export.toolTip() == ""


def test_a_chart_takes_the_height_there_is_and_the_figures_give_way_where_the_page_is_low(page: ShiftPage) -> None:
    page.findChild(QAbstractButton, "shiftView_charts").click()
    page.charts.show_charts({ChartName.CHAIRS: CHART})
    figures, chart = page.findChild(QWidget, "shiftVisits"), page.findChild(QWidget, "shiftChart")
    sized(page, 1200, 1000)
    tall = chart.height()
    assert figures.isVisible() and tall > 500
    sized(page, 1200, 560)
    assert not figures.isVisible() and chart.height() < tall
    page.findChild(QAbstractButton, "shiftView_lines").click()
    assert not figures.isVisible()


def test_where_the_page_is_low_the_figures_are_one_line_and_the_rows_have_the_room(page: ShiftPage) -> None:
    figures, line = page.findChild(QWidget, "shiftVisits"), page.findChild(QLabel, "shiftFigureLine")
    rows = page.findChild(QListView, "shiftRows")
    sized(page, 1200, 800)
    assert figures.isVisible() and not line.isVisible()
    sized(page, 640, 400)
    assert line.isVisible() and not figures.isVisible()
    assert line.text().split(" · ")[0] == "3 visits" and line.width() >= line.sizeHint().width()
    assert rows.viewport().height() >= 170, "the visit and a line of it and the next"
    page.findChild(QAbstractButton, "shiftView_charts").click()
    assert not line.isVisible()
