"""The printer of this station at first run: chosen from a list, tried with one press."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, ComboField, Paragraph, QuietButton
from nursedesk.ui.welcome.step import row


@dataclass(frozen=True, slots=True)
class Printing:
    """What the first run asks of the computer's printers."""

    names: tuple[str, ...]
    default: str
    """The computer's own choice; empty when it has none."""
    test: Callable[[str], str]
    """Print a page on the printer of this name; answers with what became of it."""


class PrinterRow(QWidget):
    """A list of printers and a press that tries the one chosen; without any it says so."""

    def __init__(self, printing: Printing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._printing = printing
        none = self.tr("No printer: PDF only")
        self._printer = ComboField(
            self.tr("Printer"),
            [("", none), *((name, name) for name in printing.names)],
            name="welcomePrinterField",
        )
        if printing.default in printing.names:
            self._printer.choose(printing.default)
        self._printer.changed.connect(lambda _: self._offer())
        self._try: Button = QuietButton(
            self.tr("Print a test page"), icon="print", name="welcomePrintTestButton", height=48
        )
        self._try.clicked.connect(self._press)
        self._said = Paragraph("", 13, role="quiet")
        self._said.setObjectName("welcomePrintSaid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        line = row(self._printer)
        line.addWidget(self._try, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(line)
        column.addWidget(self._said)
        self._offer()

    def printer(self) -> str:
        """The printer chosen; empty for none."""
        return self._printer.choice()

    def _offer(self) -> None:
        self._try.setEnabled(bool(self.printer()))
        about = self.tr("The test page is a blank downtime sheet: keep it for a day when nothing can be saved.")
        later = self.tr("Tickets are saved as PDF; a printer can be chosen later.")
        self._said.show_text(about if self.printer() else later)

    def _press(self) -> None:
        self._said.show_text(self._printing.test(self.printer()))
