"""The wiring of the tickets page: rows from the record."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from nursedesk.app import ticket_files
from nursedesk.app.core import Core
from nursedesk.app.ticket_presses import TicketPresses
from nursedesk.desk.papers import as_signed
from nursedesk.desk.posting.post import standing
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, Event, Printed, Signed
from nursedesk.record.fold import fold
from nursedesk.store.listed import ListedVisit
from nursedesk.ui.posting_words import standing_word
from nursedesk.ui.tickets.model import TicketRow, TicketState
from nursedesk.ui.tickets.page import TicketsPage

translate = QCoreApplication.translate

MOST = 400
"""Tickets the list shows, the latest first; the search finds older ones."""


class TicketsWiring:
    """The worklist of tickets."""

    def __init__(self, core: Core, presses: TicketPresses) -> None:
        self._core, self._presses = core, presses
        self.page = TicketsPage(core.zone)
        self.page.opened.connect(self._open)
        self.page.print_pressed.connect(presses.print_ticket)
        self.page.pdf_pressed.connect(presses.save_pdf)
        self.page.came_out_pressed.connect(self._came_out)
        self.page.messages_pressed.connect(presses.messages)
        self.page.file_pressed.connect(partial(ticket_files.ask, core, self.page))

    def show(self) -> None:
        """Every visit that has a ticket, the latest first."""
        listed = self._core.desk.ledger.visits(limit=MOST)
        known = self._core.daybook.known()
        rows = (self._row(one, known) for one in listed if one.ticket_number)
        self.page.show_rows(tuple(rows))
        self._core.looker.look("tickets")

    def _open(self, encounter_id: str) -> None:
        signed = self._core.visit(encounter_id).status is Status.CLOSED
        (self._presses.close if signed else self._presses.open_encounter)(encounter_id)

    def _came_out(self, encounter_id: str) -> None:
        self._presses.came_out(encounter_id)
        self.show()

    def _row(self, listed: ListedVisit, known: frozenset[EncounterId]) -> TicketRow:
        core, visit_id = self._core, EncounterId(listed.id)
        # As it stands, a press that is being saved included; most are past, and only the record has them.
        events = core.daybook.events(visit_id) if visit_id in known else core.desk.ledger.events_of(visit_id)
        visit = fold(events)
        _, ticket = as_signed(events)
        lines = ticket["lines"] if ticket else []
        findings = ticket["findings"] if ticket else []
        return TicketRow(
            encounter=listed.id,
            number=listed.ticket_number or "",
            patient=listed.patient_name,
            mrn=listed.mrn,
            date=date.fromisoformat(listed.date_of_service) if listed.date_of_service else core.now().date(),
            state=_state(visit, events),
            version=visit.version,
            chair=visit.chair or "",
            nurse=core.daybook.suite.signatures().get(visit.nurse or "", visit.nurse or ""),
            lines=tuple(f"{line['code']} × {line['units']}" for line in lines),
            findings=sum(finding["severity"] != "info" for finding in findings),
            signed_at=visit.signed_at,
            posted=standing_word(standing(events)),
        )


def _state(visit: Encounter, events: Iterable[Event]) -> TicketState:
    if visit.status is not Status.SIGNED:
        return TicketState.AMENDED if visit.version else TicketState.TO_SIGN
    if visit.sent_to_printer is not None:
        return TicketState.SENT
    if not visit.copies:
        return TicketState.SIGNED
    printers: set[str] = set()
    for event in events:
        if isinstance(event.body, Signed):
            printers.clear()
        elif isinstance(event.body, Printed):
            printers.add(event.body.printer)
    return TicketState.SAVED if printers == {"PDF"} else TicketState.PRINTED
