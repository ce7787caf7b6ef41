"""The wiring of the tickets and shift pages: rows from the record."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.desk.papers import as_signed
from nursedesk.desk.posting.post import standing
from nursedesk.desk.shift import log_of
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.outputs.shift_csv import shift_csv
from nursedesk.outputs.shift_log import Period
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, Exported, Viewed
from nursedesk.record.fold import fold
from nursedesk.store.listed import ListedVisit
from nursedesk.ui.posting.words import standing_word
from nursedesk.ui.shift.model import shift
from nursedesk.ui.shift.page import ShiftPage
from nursedesk.ui.tickets.model import TicketRow, TicketState
from nursedesk.ui.tickets.page import TicketsPage

translate = QCoreApplication.translate

MOST = 400
"""Tickets the list shows, the latest first; the search finds older ones."""


@dataclass(frozen=True, slots=True)
class TicketPresses:
    """What the tickets page leaves to others."""

    open_encounter: Callable[[str], None]
    close: Callable[[str], None]
    print_ticket: Callable[[str], None]
    save_pdf: Callable[[str], None]
    came_out: Callable[[str], None]
    messages: Callable[[], None]


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

    def show(self) -> None:
        """Every visit that has a ticket, the latest first."""
        listed = self._core.desk.ledger.visits(limit=MOST)
        rows = (self._row(one) for one in listed if one.ticket_number)
        self.page.show_rows(tuple(rows))
        self._core.daybook.write(None, Viewed("tickets"))

    def _open(self, encounter_id: str) -> None:
        signed = self._core.visit(encounter_id).status is Status.CLOSED
        (self._presses.close if signed else self._presses.open_encounter)(encounter_id)

    def _came_out(self, encounter_id: str) -> None:
        self._presses.came_out(encounter_id)
        self.show()

    def _row(self, listed: ListedVisit) -> TicketRow:
        core = self._core
        events = core.desk.ledger.events_of(EncounterId(listed.id))
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
            state=_state(visit),
            version=visit.version,
            chair=visit.chair or "",
            nurse=core.daybook.suite.signatures().get(visit.nurse or "", visit.nurse or ""),
            lines=tuple(f"{line['code']} × {line['units']}" for line in lines),
            findings=sum(finding["severity"] != "info" for finding in findings),
            signed_at=visit.signed_at,
            posted=standing_word(standing(events)),
        )


def _state(visit: Encounter) -> TicketState:
    if visit.status is not Status.SIGNED:
        return TicketState.AMENDED if visit.version else TicketState.TO_SIGN
    if visit.sent_to_printer is not None:
        return TicketState.SENT
    return TicketState.PRINTED if visit.copies else TicketState.SIGNED


class ShiftWiring:
    """Today: visits, lines, what is open; the log as a file."""

    def __init__(self, core: Core, open_encounter: Callable[[str], None]) -> None:
        self._core = core
        self.page = ShiftPage(core.zone, core.display)
        self.page.opened.connect(open_encounter)
        self.page.export_chosen.connect(lambda path: self.export(Path(path)))

    def period(self) -> Period:
        """The day of the site's zone, from midnight; a night shift's first hours belong to it too."""
        now = self._core.now()
        local = now.astimezone(self._core.zone)
        midnight = datetime.combine(local.date(), time(), tzinfo=self._core.zone).astimezone(UTC)
        begin = min(midnight, now - timedelta(hours=12))
        return Period(begin, now + timedelta(minutes=1))

    def show(self) -> None:
        """The period's visits as they stand."""
        core = self._core
        period = self.period()
        found = core.desk.ledger.encounters_between(period.begin, period.end)
        encounters = tuple(fold(events) for _, events in found)
        zone = core.daybook.suite.facts.zone
        shown = shift(encounters, period.begin, period.end, zone, core.now())
        names = core.daybook.suite.signatures()
        visits = tuple(replace(one, nurse=names.get(one.nurse or "", one.nurse)) for one in shown.visits)
        self.page.show_shift(replace(shown, visits=visits))

    def export(self, path: Path) -> bool:
        """Write the log of the period as CSV; a refusal is said."""
        core = self._core
        log = log_of(core.desk.ledger.reader, core.daybook.suite, self.period(), core.now())
        try:
            write_file(path, shift_csv(log), overwrite=True)
        except FileNotWritten as refused:
            core.say(str(refused))
            return False
        core.daybook.write(None, Exported("shift log", "csv"))
        core.say(translate("Shift", "The shift log is in {path}.").format(path=path))
        return True
