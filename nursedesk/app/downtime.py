"""The downtime sheet from the window: printed where there is a printer, else saved where the person says."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nursedesk.app.core import Core
from nursedesk.desk import station_file
from nursedesk.desk.downtime import downtime_sheet
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.downtime import DowntimeSheet, downtime_pdf, print_downtime
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.paper.printing import default_printer, printers
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.events import Exported

translate = QCoreApplication.translate


class Downtime:
    """What the button beside `Not saved` does."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core, self._host = core, host
        self._offered = ""
        """The computer's default printer that was named to the person, who had chosen none."""

    def press(self) -> None:
        """Print the sheet on the station's printer; when it or any is gone, ask where its PDF goes.

        Where the station has chosen none, the first press names the computer's default and the next prints there.
        """
        chosen, default = station_file.read(self._core.folder).printer, default_printer()
        printer = chosen or default
        if printer and not chosen and self._offered != printer:
            self._offer(printer)
            return
        if printer and printer not in printers():
            gone = translate(
                "Downtime",
                "The printer “{printer}” is not there: nothing was printed, there or elsewhere. "
                "Save the sheet as a PDF, or write on any paper.",
            )
            self._core.say(gone.format(printer=printer))
        elif printer:
            outcome = print_downtime(self._sheet(), printer, self._paper())
            self._core.say(self._core.wording.fault(outcome.message))
            if outcome.sent:
                self._core.daybook.write(None, Exported("downtime sheet", "printer"))
            return
        asked = translate("Downtime", "Save the downtime sheet as PDF")
        name = str(Path.home() / "downtime-sheet.pdf")
        path, _ = QFileDialog.getSaveFileName(self._host, asked, name, "PDF (*.pdf)")
        if path:
            self.write_pdf(Path(path))

    def _offer(self, printer: str) -> None:
        self._offered = printer
        offer = translate(
            "Downtime",
            "No printer is chosen here, so nothing was printed: press once more to print on “{printer}”, this "
            "computer’s default printer, or choose another in Settings.",
        )
        self._core.say(offer.format(printer=printer))

    def write_pdf(self, path: Path) -> bool:
        """Put the sheet's PDF in place; a refusal is said."""
        core = self._core
        try:
            write_file(path, downtime_pdf(self._sheet(), self._paper()), overwrite=True)
        except FileNotWritten as refused:
            core.say(core.wording.fault(refused))
            return False
        core.say(translate("Downtime", "The downtime sheet is in {path}: print it.").format(path=path))
        core.daybook.write(None, Exported("downtime sheet", "pdf"))
        return True

    def _sheet(self) -> DowntimeSheet:
        core = self._core
        book = core.daybook
        by = book.session.person.signature
        language = Language(station_file.read(core.folder).language)
        return downtime_sheet(
            book.encounters(), book.suite, core.now(), by, core.display, book.waiting(), language
        )

    def _paper(self) -> Paper:
        return Paper(station_file.read(self._core.folder).paper)
