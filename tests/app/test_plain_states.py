"""What the pages say of tickets, of messages and of a hand-over, where they said nothing or something else."""

from pathlib import Path

from nursedesk.record.encounter import Status
from nursedesk.ui.tickets.model import TicketState
from nursedesk.ui.tickets.page import TicketsPage
from nursedesk.ui.tickets.table import state_word
from PySide6.QtWidgets import QLabel

from tests.app.suite import Suite
from tests.app.test_posting import _settle, signed_visit
from tests.bad_inputs import window


def test_a_ticket_only_saved_is_not_called_printed(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    assert suite.shell.closing.write_pdf(visit, tmp_path / "ticket.pdf")
    suite.settle()
    suite.shell.window.show_page("tickets")
    (row,) = suite.shell.window.findChild(TicketsPage, "ticketsPage")._rows
    assert row.state is TicketState.SAVED
    assert state_word(row.state) == "Saved as PDF"


def test_the_messages_say_why_their_controls_are_grey(suite: Suite) -> None:
    suite.sign_in()
    signed_visit(suite)
    suite.shell.window.show_page("tickets")
    suite.hands.press("ticketMessagesButton")
    _settle(suite)
    said = suite.shell.window.findChild(QLabel, "postingWhy").text()
    assert "Where messages go is an administrator’s to change." in said


def test_a_chair_with_nothing_hung_is_handed_over_too(suite: Suite) -> None:
    suite.sign_in()
    window.check_in(suite)
    suite.hands.press("handOverButton")
    (visit,) = suite.shell.core.daybook.encounters()
    assert suite.hands.find(f"handOver_{visit.id}").isVisible()
    assert visit.status is Status.OPEN
