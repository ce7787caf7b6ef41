"""The close page's wiring: what is missing with its one-press fixes, the preview, the signature, the printer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from nursedesk.app import fixes
from nursedesk.app.core import Core
from nursedesk.app.second import wanted
from nursedesk.coding.ticket import ChargeTicket
from nursedesk.desk import check_in, close, station_file
from nursedesk.desk.held_back import HeldLine, held_back
from nursedesk.desk.papers import Printing, as_signed, ticket_sheet
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.paper.paint import lay_out, preview
from nursedesk.outputs.paper.pdf import pdf_bytes
from nursedesk.outputs.paper.printing import Outcome, default_printer, print_ticket
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId
from nursedesk.store.people import Check, Checked
from nursedesk.ui.close.missing import held_lines, missing_items, second_items
from nursedesk.ui.close.model import CloseActions, CloseModel, Fix, FixKind, Missing, SentJob, SignForm
from nursedesk.ui.close.page import ClosePage
from nursedesk.ui.tasks import Reaction
from nursedesk.ui.words import NBSP

translate = QCoreApplication.translate


class ClosingWiring:
    """Shows one visit's closing at a time."""

    def __init__(self, core: Core, done: Callable[[], None], open_encounter: Callable[[str], None]) -> None:
        self._core = core
        self._open_encounter, self._done = open_encounter, done
        self._shown = ""
        self._left: set[str] = set()
        self._ended: set[str] = set()
        self._default = ""
        """The computer's default printer as the page was opened: it prints where it said, even if that changes."""
        self._doubted: Fix | None = None
        actions = CloseActions(
            fix=self._fix,
            sign=self._sign,
            save_pdf=self.save_pdf,
            print_again=self.print_ticket,
            came_out=self.came_out,
            free=self._free,
            render_preview=self._preview,
        )
        self.page = ClosePage(actions)
        self.page.left.connect(done)

    def open(self, encounter_id: str) -> None:
        """Show the closing of a visit."""
        self._shown = encounter_id
        self._left.clear()
        self._default = default_printer()
        self.page.show_model(self._model())
        self.page.begin()
        self._core.show("close")

    def turned_to(self) -> None:
        """The page is shown: note who looks at whose ticket."""
        if self._shown:
            self._core.looker.look("ticket", EncounterId(self._shown))

    def changed(self, encounter_id: str) -> None:
        """The visit changed; shown anew when it is the one on the page."""
        if encounter_id == self._shown and self.page.isVisible():
            self.page.show_model(self._model())

    # --- what is shown ---

    def _model(self) -> CloseModel:
        core = self._core
        visit = core.visit(self._shown)
        rulebook = core.rulebook()
        ticket = close.draft(visit, rulebook)
        signed = visit.status is Status.SIGNED
        held = () if signed else held_back(visit, ticket, rulebook)
        patient = visit.patient
        stops = [part.stop for one in visit.administrations for part in one.segments if part.stop]
        version = visit.version if signed else visit.version + 1
        return CloseModel(
            encounter=visit.id,
            chair=visit.chair or "",
            name=patient.name if patient else "",
            birth_date=patient.birth_date if patient else None,
            sex=patient.sex if patient else None,
            mrn=patient.mrn if patient else "",
            last_stop=max(stops, default=None),
            missing=self._missing(visit, ticket, held),
            lines=tuple(f"{line.code}{NBSP}×{NBSP}{line.units}" for line in ticket.lines),
            held=held_lines(held),
            nothing_given=close.nothing_given(visit),
            in_chair=visit.freed is None,
            drawn=(replace(visit, shown=(), dismissed=()), rulebook.digest, self._paper(), core.wording.language),
            number=visit.ticket_number,
            version=version,
            signer=self._signer(visit),
            zone=visit.time_zone,
            printer=self._printer(),
            printer_chosen=bool(station_file.read(core.folder).printer),
            paper="A4" if self._paper() is Paper.A4 else translate("Close", "Letter"),
            job=self._job(visit),
            signed_at=visit.signed_at if signed else None,
            asks_password=core.daybook.session.person.id in self._ended,
            attestation="" if signed else close.attestation(core.daybook, visit),
        )

    def _signer(self, visit: Encounter) -> str:
        """Who signed it, or would now."""
        names = self._core.daybook.suite.signatures()
        if visit.status is Status.SIGNED and visit.signed_by:
            return names.get(visit.signed_by, visit.signed_by)
        return self._core.daybook.session.person.signature

    def _job(self, visit: Encounter) -> SentJob | None:
        """The visit's paper that nobody has seen come out; another's is asked about on hers, and in Tickets."""
        if visit.sent_to_printer is None:
            return None
        return SentJob(visit.id, visit.ticket_number or "", visit.sent_to_printer)

    def _missing(self, visit: Encounter, ticket: ChargeTicket, held: tuple[HeldLine, ...]) -> tuple[Missing, ...]:
        lacks = close.missing(visit, ticket, self._core.daybook.suite.facts)
        display = self._core.display
        items = (
            *missing_items(lacks, visit, display, self._core.wording.finding, held),
            *second_items(wanted(self._core, visit), visit, display, self._core.daybook.suite.facts.second_blocks),
        )
        return tuple(one for one in items if one.blocks or one.key not in self._left)

    def _preview(self, encounter_id: str, width: int) -> QImage:
        signed = self._core.visit(encounter_id).status is Status.SIGNED
        return preview(self._sheet(encounter_id, 0, "PDF", draft=not signed), width, 1, self._paper())

    def _sheet(self, encounter_id: str, copy: int, printer: str, draft: bool = False) -> Sheet:
        core = self._core
        events = core.daybook.events(EncounterId(encounter_id))
        language = Language(station_file.read(core.folder).language)
        printing = Printing(core.daybook.session.person.id, core.now(), printer, copy, language)
        return ticket_sheet(events, core.daybook.suite, core.rulebook(), printing, draft=draft)

    # --- fixes ---

    def _fix(self, encounter_id: str, fix: Fix) -> None:
        if fix.kind is FixKind.LEAVE:
            self._left.update(one.key for one in self._model().missing if _is_left_by(one, fix))
            self.page.show_model(self._model())
        elif fix.kind is FixKind.OPEN:
            self._open_encounter(encounter_id)
        elif fix.kind is FixKind.SECOND_SIGN:
            self._core.ask_second(encounter_id, *fix.administrations)
        else:
            self._mend(encounter_id, fix)

    def _mend(self, encounter_id: str, fix: Fix) -> None:
        """Do what was pressed; a refusal stands beside the field it was typed in."""
        visit = self._core.visit(encounter_id)
        doubt = "" if fix == self._doubted else fixes.doubt(self._core, visit, fix)
        try:
            if not doubt:
                fixes.apply(self._core.daybook, visit, fix)
        except Refused as refused:
            doubt = self._core.refusal(refused)
        self._doubted = fix if doubt else None
        if doubt:
            key = next((one.key for one in self._model().missing if _is_left_by(one, fix)), "")
            self.page.refuse_fix(key, doubt)
            return
        self._core.changed(EncounterId(encounter_id))
        self.page.show_model(self._model())

    def _free(self, encounter_id: str) -> None:
        """The patient has left; when something was hung meanwhile, the page shows that instead."""
        core = self._core
        if not close.nothing_given(core.visit(encounter_id)):
            self.page.show_model(self._model())
        elif core.press(encounter_id, lambda visit: check_in.free_chair(core.daybook, visit)):
            self._done()

    # --- signature ---

    def _sign(self, form: SignForm) -> None:
        core = self._core
        person = core.daybook.session.person
        if not may_chart(person):
            self.page.refuse(translate("Close", "Only a nurse signs a ticket: ask one to sign in."))
            return
        use = core.door.check_password if person.id in self._ended else core.door.check_pin
        self.page.show_busy(True)
        core.tasks.run(
            lambda _: use(person.id, form.secret),
            Reaction(lambda got: self._checked(form, got), self._check_failed),
        )

    def _check_failed(self, failure: Exception) -> None:
        self.page.show_busy(False)
        self.page.refuse(self._core.wording.fault(failure))

    def _checked(self, form: SignForm, check: object) -> None:
        self.page.show_busy(False)
        if not isinstance(check, Check):
            return
        if check.result is not Checked.RIGHT:
            self._refuse(check)
            return
        core = self._core
        core.press(form.encounter, lambda visit: close.sign(core.daybook, visit, core.rulebook()))
        if core.visit(form.encounter).status is not Status.SIGNED:
            return
        self.page.show_model(self._model())
        if form.print_it:
            self.print_ticket(form.encounter)

    def _refuse(self, check: Check) -> None:
        if check.result is Checked.WRONG and check.tries_left is not None:
            self.page.wrong_pin(check.tries_left)
        elif check.result is Checked.WRONG:
            self.page.refuse(translate("Close", "That password is not right: nothing was signed."))
        else:
            self._ended.add(self._core.daybook.session.person.id)
            self.page.show_model(self._model())
            self.page.refuse(translate("Close", "The PIN serves no longer: sign with your password."))

    # --- paper ---

    def _paper(self) -> Paper:
        return Paper(station_file.read(self._core.folder).paper)

    def _printer(self) -> str | None:
        """The station's printer, also when it is not there now: another would give a patient's name to strangers.

        The default where the station has chosen none, as it was when the page was opened; None without any.
        """
        return station_file.read(self._core.folder).printer or self._default or None

    def print_ticket(self, encounter_id: str) -> None:
        """Send the ticket to the station's printer; a vanished one is said."""
        printer = self._printer()
        if printer is None:
            self._tell_of_paper(
                translate("Close", "No printer is set up here: the ticket is signed; save it as a PDF.")
            )
            return
        core = self._core
        copy = core.visit(encounter_id).copies
        outcome = print_ticket(self._sheet(encounter_id, copy, printer), printer, 1, self._paper())
        self._sent(encounter_id, printer, outcome)

    def _sent(self, encounter_id: str, printer: str, outcome: Outcome) -> None:
        core = self._core
        if not outcome.sent:
            self._tell_of_paper(core.wording.fault(outcome.message))
            return
        core.press(encounter_id, lambda visit: close.printed(core.daybook, visit, printer))
        station_file.change(core.folder, printer=printer)
        self._show_again(encounter_id)

    def came_out(self, encounter_id: str) -> None:
        """The paper was seen in the tray."""
        self._core.press(encounter_id, lambda visit: close.came_out(self._core.daybook, visit))
        self._show_again(encounter_id)

    def _show_again(self, encounter_id: str) -> None:
        """What is pressed on the page of tickets is of another visit than this page's, or of none yet."""
        if encounter_id == self._shown:
            self.page.show_model(self._model())

    def save_pdf(self, encounter_id: str) -> None:
        """Ask where the ticket's PDF goes, and put it there."""
        visit = self._core.visit(encounter_id)
        name = f"{visit.ticket_number or 'draft'}.pdf"
        asked = translate("Close", "Save the ticket as PDF")
        path, _ = QFileDialog.getSaveFileName(self.page, asked, str(Path.home() / name), "PDF (*.pdf)")
        if path:
            self.write_pdf(encounter_id, Path(path))

    def write_pdf(self, encounter_id: str, path: Path) -> bool:
        """Put the ticket's PDF in place and note the copy; a refusal is said."""
        core = self._core
        sheet = self._sheet(encounter_id, core.visit(encounter_id).copies, "PDF")
        try:
            write_file(path, pdf_bytes(lay_out(sheet, self._paper())), overwrite=True)
        except FileNotWritten as refused:
            self._tell_of_paper(core.wording.fault(refused))
            return False
        if as_signed(core.daybook.events(EncounterId(encounter_id)))[1] is not None:
            core.press(encounter_id, lambda visit: close.printed(core.daybook, visit, "PDF"))
        core.say(translate("TicketFiles", "The ticket is in {path}.").format(path=path))
        return True

    def _tell_of_paper(self, sentence: str) -> None:
        """Say why there is no paper or file where it was asked for: here, or on the page of tickets."""
        self.page.refuse(sentence)
        self._core.say(sentence)


def _is_left_by(one: Missing, fix: Fix) -> bool:
    return any(button.fix == replace(fix, text="") for button in one.buttons)
