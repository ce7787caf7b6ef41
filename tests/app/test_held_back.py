"""Through the window: what the draft lacks is said, and one press brings it; a kind of drug is said afterwards."""

from dataclasses import replace

from nursedesk.desk.hang import Hang, hang_and_start
from nursedesk.record.encounter import Family, Route
from nursedesk.record.events import DrugHung, EncounterId
from nursedesk.ui.encounter.ticket_rows import RowKind, TicketRow
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.app.suite import Suite
from tests.app.test_lines import running


def held(suite: Suite) -> list[TicketRow]:
    suite.settle()
    return [row for row in suite.shell.encounter.page.ticket.list.rows() if row.kind is RowKind.HELD]


def test_a_held_line_comes_by_one_press_on_its_row(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(20)
    suite.shell.encounter.open(visit)
    (row,) = held(suite)
    assert (row.code, row.units, row.label, row.press) == (
        "J1745",
        "× 40",
        "held back: order not charted",
        "Order on file",
    )
    tickets = suite.shell.encounter.page.ticket.list
    place = tickets.rows().index(row)
    box = tickets.visualRect(tickets.model().index(place, 0))
    QTest.mouseClick(tickets.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert held(suite) == [row], "the row itself charts nothing"
    box.setLeft(box.right() - 60)
    QTest.mouseClick(tickets.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert held(suite) == []
    assert suite.shell.core.visit(visit).administrations[0].order_on_file is True
    assert "J1745" in [one.code for one in tickets.rows() if one.kind is RowKind.LINE]


def test_a_held_line_comes_by_enter_on_its_row(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(20)
    suite.shell.encounter.open(visit)
    (row,) = held(suite)
    tickets = suite.shell.encounter.page.ticket.list
    tickets.setCurrentIndex(tickets.model().index(tickets.rows().index(row), 0))
    QTest.keyClick(tickets, Qt.Key.Key_Return)
    assert held(suite) == []


def unknown(suite: Suite) -> EncounterId:
    """A drug of an antineoplastic code that no table knows."""
    visit = running(suite)
    core = suite.shell.core
    form = Hang(Route.IV_INFUSION, (DrugHung("", "newdrugimab", hcpcs="J9999"),), order_on_file=True)
    core.press(visit, lambda one: hang_and_start(core.daybook, one, replace(form, access=one.accesses[0].id)))
    suite.pass_(20)
    suite.shell.encounter.open(visit)
    suite.settle()
    return visit


def test_the_finding_of_a_kind_nobody_said_is_one_press_from_its_form(suite: Suite) -> None:
    visit = unknown(suite)
    page = suite.shell.encounter.page
    row = next(one for one in page.findings.rows() if one.fix and one.fix.kind == "chart_family")
    page.helping.fix_row(row)
    field = suite.hands.find("drugFamilyField")
    suite.hands.press("askDone")
    assert suite.hands.find("familyDialog"), "nothing is chosen for her"
    field.setCurrentIndex(field.findData("chemotherapy"))
    suite.hands.press("askDone")
    suite.settle()
    assert suite.shell.core.visit(visit).administrations[1].family is Family.CHEMOTHERAPY
    assert not any(one.fix and one.fix.kind == "chart_family" for one in page.findings.rows())
    told = next(one for one in page.record.events.rows() if one.second.startswith("chemotherapy"))
    assert told.label == "CORRECTION"
    assert told.second.endswith("“in no drug table”")
