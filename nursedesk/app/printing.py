"""Printing a ticket from its dialog: on the printer this station remembers, checked when it is pressed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.desk import close, station_file
from nursedesk.desk.papers import Printing, as_signed, ticket_sheet
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.paper.paint import Layout, lay_out, picture
from nursedesk.outputs.paper.pdf import pdf_bytes
from nursedesk.outputs.paper.printing import default_printer, print_ticket, printers
from nursedesk.outputs.paper.queues import queue_of
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.events import EncounterId
from nursedesk.ui.tickets.print_dialog import PrintActions, PrintDialog
from nursedesk.ui.tickets.print_fields import PrintForm

translate = QCoreApplication.translate

LOOK_AGAIN_MS = 8_000
"""After this the queue is asked whether the job went on."""


class PrintWiring:
    """One ticket at a time; `done` is told when something was printed or saved."""

    def __init__(self, core: Core, host: QWidget, done: Callable[[], None]) -> None:
        self._core, self._host, self._done = core, host, done
        self._dialog: PrintDialog | None = None
        self._before: QWidget | None = None
        self._encounter = ""
        self._laid_out: dict[tuple[str, str], Layout] = {}

    def open(self, encounter_id: str) -> None:
        """Ask where the ticket goes; the station's printer is chosen already."""
        self.close()
        self._before = self._host.focusWidget()
        self._encounter = encounter_id
        self._laid_out.clear()
        kept = station_file.read(self._core.folder)
        form = PrintForm(kept.printer or default_printer(), 1, kept.paper, kept.language)
        number = self._core.visit(encounter_id).ticket_number or ""
        title = translate("Print", "Print {number}").format(number=number)
        actions = PrintActions(self._render, lambda name: self._core.wording.fault(queue_of(name).trouble))
        self._dialog = PrintDialog(self._host, title, printers(), form, actions)
        self._dialog.print_pressed.connect(self._print)
        self._dialog.pdf_pressed.connect(self._save)
        self._dialog.cancelled.connect(self.close)
        self._dialog.show()
        self._dialog.raise_()

    def close(self) -> None:
        """Put the dialog away."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
            give_back(self._before, self._host)

    def _render(self, form: PrintForm, page: int, width: int) -> tuple[QImage, int]:
        key = form.paper, form.language
        if key not in self._laid_out:
            copy = self._core.visit(self._encounter).copies
            self._laid_out[key] = lay_out(self._sheet(form, copy, form.printer or "PDF"), Paper(form.paper))
        layout = self._laid_out[key]
        return picture(layout, width, page), len(layout.pages)

    def _sheet(self, form: PrintForm, copy: int, printer: str) -> Sheet:
        core = self._core
        events = core.daybook.events(EncounterId(self._encounter))
        printing = Printing(core.daybook.session.person.id, core.now(), printer, copy, Language(form.language))
        return ticket_sheet(events, core.daybook.suite, core.rulebook(), printing)

    def _print(self, form: PrintForm) -> None:
        """Each copy is a job of its own, because each says which copy it is."""
        core, encounter = self._core, self._encounter
        for number in range(form.copies):
            copy = core.visit(encounter).copies
            outcome = print_ticket(self._sheet(form, copy, form.printer), form.printer, 1, Paper(form.paper))
            if not outcome.sent:
                came = translate("Print", "{count} of {copies} copies were sent before.")
                before = came.format(count=number, copies=form.copies) if number else ""
                self._say(" ".join(part for part in (core.wording.fault(outcome.message), before) if part))
                return
            core.press(encounter, lambda visit: close.printed(core.daybook, visit, form.printer))
        station_file.change(core.folder, printer=form.printer, paper=form.paper, language=form.language)
        self.close()
        sent = translate("Print", "Sent to “{printer}”. Did it come out? Say so on the Tickets page.")
        core.say(sent.format(printer=form.printer))
        QTimer.singleShot(LOOK_AGAIN_MS, self._host, lambda: self._look_again(form.printer))
        self._done()

    def _look_again(self, printer: str) -> None:
        """A queue that stopped since, or keeps the job, is said; a person still confirms the paper."""
        queue = queue_of(printer)
        if queue.trouble:
            self._core.say(self._core.wording.fault(queue.trouble))
        elif queue.waiting:
            waits = translate("Print", "The ticket still waits in the queue of “{printer}”: look at the printer.")
            self._core.say(waits.format(printer=printer))

    def _save(self, form: PrintForm) -> None:
        visit = self._core.visit(self._encounter)
        name = str(Path.home() / f"{visit.ticket_number or 'draft'}.pdf")
        asked = translate("Print", "Save the ticket as PDF")
        path, _ = QFileDialog.getSaveFileName(self._host, asked, name, "PDF (*.pdf)")
        if path:
            self.write_pdf(form, Path(path))

    def write_pdf(self, form: PrintForm, path: Path) -> bool:
        """Put the ticket's PDF in place and note the copy; a refusal is said."""
        core, encounter = self._core, self._encounter
        sheet = self._sheet(form, core.visit(encounter).copies, "PDF")
        try:
            write_file(path, pdf_bytes(lay_out(sheet, Paper(form.paper))), overwrite=True)
        except FileNotWritten as refused:
            self._say(core.wording.fault(refused))
            return False
        if as_signed(core.daybook.events(EncounterId(encounter)))[1] is not None:
            core.press(encounter, lambda visit: close.printed(core.daybook, visit, "PDF"))
        self.close()
        core.say(translate("Print", "The ticket is in {path}.").format(path=path))
        self._done()
        return True

    def _say(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.say(sentence)
        else:
            self._core.say(sentence)
