"""The worklist with real presses: filter, search, open, print, confirm."""

from dataclasses import replace

import pytest
from nursedesk.ui import theme
from nursedesk.ui.tickets.model import Show
from nursedesk.ui.tickets.page import TicketsPage
from nursedesk.ui.tickets.table import DAY, NUMBER, PATIENT, ROW
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLayout, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import TICKETS
from tests.ui.frame.sample_window import NEW_YORK

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> TicketsPage:
    made = TicketsPage(NEW_YORK)
    qtbot.addWidget(made)
    # As in the window, which asks no page how small it may be.
    made.layout().setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    made.resize(1200, 700)
    made.show_rows(TICKETS)
    made.show()
    return made


def table(page: TicketsPage) -> QTableView:
    return page.findChild(QTableView, "ticketsTable")


def press(qtbot: QtBot, page: TicketsPage, name: str) -> None:
    qtbot.mouseClick(page.findChild(QAbstractButton, name), LEFT)


def numbers(page: TicketsPage) -> list[str]:
    model = table(page).model()
    return [str(model.index(row, 0).data()).split(",")[0] for row in range(model.rowCount())]


def test_every_cell_has_its_words(page: TicketsPage) -> None:
    model = table(page).model()
    assert [model.index(1, column).data() for column in range(model.columnCount())] == [
        "A-261124-005, version 1",
        "24-Nov-2026",
        "NGUYEN, Linh, MRN 40 18 112",
        "96413 × 1 · 96415 × 2 · 96375 × 2 · J1745 × 40",
        "2",
        "Sent: did it come out?",
    ]


def test_filter_and_search(qtbot: QtBot, page: TicketsPage) -> None:
    press(qtbot, page, "ticketsFilter_to_finish")
    assert numbers(page) == ["A-261124-006", "A-261124-005", "A-261124-004"]
    qtbot.keyClicks(page.findChild(QLineEdit, "ticketsSearch"), "nguyen")
    assert numbers(page) == ["A-261124-005"]
    qtbot.keyClicks(page.findChild(QLineEdit, "ticketsSearch"), "zzz")
    assert numbers(page) == []
    assert any("No ticket fits" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    page.show_only(Show.ALL)
    assert len(numbers(page)) == len(TICKETS)


def test_enter_opens_and_the_arrows_move(qtbot: QtBot, page: TicketsPage) -> None:
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert opened.args == ["e8"]
    qtbot.keyClick(table(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as opened:
        press(qtbot, page, "ticketOpenButton")
    assert opened.args == ["e1"]


def test_what_is_not_signed_can_only_be_signed(qtbot: QtBot, page: TicketsPage) -> None:
    assert page.findChild(QAbstractButton, "ticketOpenButton").text() == "Sign"
    with qtbot.assertNotEmitted(page.print_pressed):
        press(qtbot, page, "ticketPrintButton")


def test_a_sent_ticket_can_be_confirmed_printed_and_saved(qtbot: QtBot, page: TicketsPage) -> None:
    assert not page.findChild(QAbstractButton, "ticketCameOutButton").isVisible()
    table(page).selectRow(1)
    for name, signal in (
        ("ticketCameOutButton", page.came_out_pressed),
        ("ticketPrintButton", page.print_pressed),
        ("ticketPdfButton", page.pdf_pressed),
    ):
        with qtbot.waitSignal(signal) as told:
            press(qtbot, page, name)
        assert told.args == ["e1"]


def test_the_marked_ticket_stays_marked_when_rows_change(page: TicketsPage) -> None:
    table(page).selectRow(2)
    page.show_rows(TICKETS[1:])
    assert numbers(page)[table(page).currentIndex().row()] == "A-261124-004"


def test_no_tickets_yet_is_said(qtbot: QtBot, page: TicketsPage) -> None:
    page.show_rows(())
    assert any("No tickets yet" in label.text() for label in page.findChildren(QLabel) if label.isVisible())
    with qtbot.assertNotEmitted(page.opened):
        press(qtbot, page, "ticketOpenButton")


@pytest.mark.parametrize(("width", "folded"), [(780, True), (1200, False), (1800, False)])
def test_where_narrow_number_and_day_stand_under_the_name(page: TicketsPage, width: int, folded: bool) -> None:
    page.resize(width, 700)
    QApplication.processEvents()
    view = table(page)
    assert view.isColumnHidden(NUMBER) == folded and view.isColumnHidden(DAY) == folded
    said = " ".join(run.text for run in view.itemDelegate()._runs(TICKETS[2], PATIENT, 2000))
    assert ("A-261124-004 · 24-Nov-2026 · version 1" in said) == folded
    assert said.endswith("T. Adeyemi RN")


def test_a_fact_that_has_no_room_is_left_out_and_never_cut(page: TicketsPage) -> None:
    delegate = table(page).itemDelegate()
    (name, facts) = delegate._runs(TICKETS[2], PATIENT, 180)
    assert name.text == "SILVA, Marta"
    assert facts.text == "MRN 40 16 300 · chair 11"


def test_where_the_head_is_short_the_search_stands_over_the_list_and_still_searches(
    qtbot: QtBot, page: TicketsPage
) -> None:
    search = page.findChild(QLineEdit, "ticketsSearch")
    beside = search.mapTo(page, search.rect().topLeft()).y()
    page.resize(560, 700)
    QApplication.processEvents()
    assert search.isVisible() and search.mapTo(page, search.rect().topLeft()).y() > beside
    qtbot.keyClicks(search, "nguyen")
    assert numbers(page) == ["A-261124-005"]
    page.resize(1200, 700)
    QApplication.processEvents()
    assert search.mapTo(page, search.rect().topLeft()).y() == beside and search.text() == "nguyen"


def test_the_foot_says_save_in_a_shorter_word_before_it_says_it_by_an_icon(page: TicketsPage) -> None:
    table(page).selectRow(1)
    button = page.findChild(QAbstractButton, "ticketFileButton")
    said = []
    for width in range(1200, 300, -20):
        page.resize(width, 700)
        QApplication.processEvents()
        if button.text() not in said:
            said.append(button.text())
        assert button.accessibleName() == "Save as…"
        assert (button.toolTip() == "Save as…") == (button.text() == "")
    assert said == ["Save as…", "Save…", ""]


def test_a_long_name_stands_in_two_lines_and_is_never_cut(page: TicketsPage) -> None:
    named = replace(TICKETS[2], patient="MONTGOMERY-FITZGERALD DE LA CRUZ, Alexandria Wilhelmina")
    delegate = table(page).itemDelegate()
    (*lines, facts) = delegate._runs(named, PATIENT, 300)
    assert " ".join(run.text for run in lines) == named.patient and len(lines) == 2
    assert all(run.width() <= 300 for run in lines)
    assert sum(QFontMetricsF(run.face()).height() for run in (*lines, facts)) <= theme.px(ROW)
