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

    def press(self) -> None:
        """Print the sheet on the station's printer; without one, or when it is gone, ask where its PDF goes."""
        printer = self._printer()
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

    def _printer(self) -> str:
        """The station's, also when it is not there now: another would give patients' names to strangers."""
        return station_file.read(self._core.folder).printer or default_printer()

    def _paper(self) -> Paper:
        return Paper(station_file.read(self._core.folder).paper)
