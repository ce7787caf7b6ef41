"""Tickets, messages, the shift and the print dialog by size of text, window and language: nothing is cut."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from nursedesk.app.language import speak
from nursedesk.catalog import resources
from nursedesk.desk.shift_charts import ChartName
from nursedesk.outputs.languages import Language
from nursedesk.outputs.pictures.chart_model import ChartModel, Series
from nursedesk.outputs.pictures.gantt import GanttBar, GanttModel, GanttRow, Stay
from nursedesk.ui import theme
from nursedesk.ui.shift.page import ShiftPage
from nursedesk.ui.tickets.page import TicketsPage
from nursedesk.ui.tickets.print_dialog import PrintActions, PrintDialog
from nursedesk.ui.tickets.print_fields import PrintForm
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.drugs.pictures import framed
from tests.ui.frame.sample_pages import TICKETS, VISITS, display, paper, shift_of
from tests.ui.frame.sample_window import NEW_YORK, at
from tests.ui.posting import samples
from tests.ui.test_whole import at_each
from tests.ui.whole import not_whole

PLACES = (
    *((scale, (1280, 800)) for scale in (1.0, 1.5, 2.0)),
    *((scale, (1024, 768)) for scale in (1.0, 1.5)),
    (1.0, (1920, 1080)),
    (2.0, (1920, 1080)),
    (1.5, (3840, 2160)),
)
CHART = ChartModel("Chairs in use", "a note", ("08", "09"), (Series("occupied", (1.0, 2.0)),))


@pytest.fixture(params=[Language.ENGLISH, Language.SPANISH], ids=["en", "es"], autouse=True)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    theme.load_fonts(resources.path("fonts"))
    speak(qapp, request.param)
    yield request.param
    speak(qapp, Language.ENGLISH)
    theme.apply(qapp, theme.LIGHT)


def test_tickets(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        page = TicketsPage(NEW_YORK)
        page.show_rows(TICKETS)
        # A ticket that was sent offers the most to press.
        page.findChild(QTableView, "ticketsTable").selectRow(1)
        return framed("tickets", page)

    pages = at_each(qtbot, qapp, make, places=PLACES)
    assert {f"{where}: {said}" for where, page in pages for said in not_whole(page)} == set()


def test_messages(qtbot: QtBot, qapp: QApplication) -> None:
    pages = at_each(qtbot, qapp, lambda: framed("tickets", samples.page()), places=PLACES)
    assert {f"{where}: {said}" for where, page in pages for said in not_whole(page)} == set()


def room() -> GanttModel:
    bars = (
        GanttBar(at(8, 10), at(8, 40), "ado-trastuzumab emtansine"),
        GanttBar(at(8, 20), at(11, 0), "sodium chloride 0.9 %", thin=True),
        GanttBar(at(13, 0), at(13, 0), "diphenhydrAMINE"),
        GanttBar(at(13, 10), at(14, 7), "magnesium sulfate", open=True),
    )
    stay = Stay(at(8, 0), at(14, 7))
    rows = tuple(GanttRow(str(chair), (stay,), bars) for chair in range(1, 11))
    return GanttModel(at(7, 0), at(15, 0), NEW_YORK, rows, at(14, 7) + timedelta())


def test_the_shift(qtbot: QtBot, qapp: QApplication) -> None:
    def make() -> QWidget:
        page = ShiftPage(NEW_YORK, display)
        page.show_choices((("jdoe", "J. Doe RN"),), ("1", "2"))
        page.show_shift(shift_of(*VISITS))
        page.room.show_room(room())
        page.charts.show_charts({ChartName.CHAIRS: CHART})
        return framed("shift", page)

    pages = at_each(qtbot, qapp, make, "shiftView_room", "shiftView_charts", places=PLACES)
    assert {f"{where}: {said}" for where, page in pages for said in not_whole(page)} == set()


def test_the_print_dialog(qtbot: QtBot, qapp: QApplication) -> None:
    said = "Out of paper, as the queue says; it may be that nothing comes out."
    actions = PrintActions(lambda form, page, width: (paper("", width), 2), lambda printer: said)

    def make() -> QWidget:
        host = QWidget()
        host.resize(1280, 800)
        title = "Print A-261124-005, NGUYEN, Linh"
        PrintDialog(host, title, ("Suite-Laser-2",), PrintForm("Suite-Laser-2"), actions)
        return host

    pages = at_each(qtbot, qapp, make, places=PLACES)
    assert {f"{where}: {said}" for where, page in pages for said in not_whole(page)} == set()


def test_choices_a_printers_trouble_and_the_press_that_turns_are_in_sight_however_small_the_dialog(
    qtbot: QtBot, qapp: QApplication
) -> None:
    said = "Out of paper, as the queue says; it may be that nothing comes out."
    actions = PrintActions(lambda form, page, width: (paper("", width), 2), lambda printer: said)

    def make() -> QWidget:
        host = QWidget()
        host.resize(1280, 800)
        PrintDialog(host, "Print", ("Suite-Laser-2",), PrintForm("Suite-Laser-2"), actions)
        return host

    choices = ("printPrinter", "printCopies", "printPaper", "printLanguage")
    for where, host in at_each(qtbot, qapp, make, places=PLACES[:5]):
        for name in ("printSaid", "printPageAfter", "printNowButton", *choices):
            shown = host.findChild(QWidget, name)
            assert shown.visibleRegion().boundingRect() == shown.rect(), (where, name)
