"""The charge ticket on a printer of the system: only ever the one that was named, or a sentence why not.

Sent is not printed: whether it came out is for a person to say.
"""

from dataclasses import dataclass

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import UNITS_PER_INCH, Paper
from nursedesk.outputs.paper.paint import Layout, lay_out, paint_page
from nursedesk.outputs.paper.pdf import page_layout
from nursedesk.outputs.paper.queues import queue_of

MOST_COPIES = 20
_SAFE = "The ticket is safe; save it as a PDF or choose another printer."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a print job: `sent` to the printer or not, and a sentence for the person."""

    sent: bool
    message: str


def printers() -> tuple[str, ...]:
    """Names of the system's printers, in its order."""
    return tuple(QPrinterInfo.availablePrinterNames())


def default_printer() -> str:
    """Name of the system's default printer; empty when there is none."""
    return QPrinterInfo.defaultPrinterName()


def print_ticket(sheet: Sheet, printer_name: str, copies: int = 1, paper: Paper | str = Paper.LETTER) -> Outcome:
    """Send the form to the printer of exactly this name; it is never sent to another."""
    refusal = _refusal(printer_name, copies)
    if refusal:
        return Outcome(False, refusal)
    printer = QPrinter(QPrinterInfo.printerInfo(printer_name), QPrinter.PrinterMode.HighResolution)
    # Qt keeps the default printer when it cannot take the one it was given, and says nothing.
    if printer.printerName() != printer_name or not printer.isValid():
        return Outcome(False, _gone(printer_name))
    layout = lay_out(sheet, Paper(paper))
    printer.setPageLayout(page_layout(layout.paper))
    printer.setFullPage(True)
    printer.setCopyCount(copies)
    printer.setDocName("Charge ticket")
    return _send(layout, printer, printer_name, copies)


def _refusal(name: str, copies: int) -> str:
    if not name:
        return f"No printer was chosen. Nothing was printed. {_SAFE}"
    if not 1 <= copies <= MOST_COPIES:
        return f"{copies} copies cannot be printed at once: 1 to {MOST_COPIES} can. Nothing was printed."
    queue = queue_of(name)
    if not queue.there or QPrinterInfo.printerInfo(name).isNull():
        return _gone(name)
    # Of a queue that is stopped or turns jobs away Qt says all the same that it printed.
    return f"{queue.trouble} Nothing was printed. {_SAFE}" if queue.trouble else ""


def _gone(name: str) -> str:
    return f"The printer “{name}” is not there. Nothing was printed, there or elsewhere. {_SAFE}"


def _send(layout: Layout, printer: QPrinter, name: str, copies: int) -> Outcome:
    painter = QPainter()
    if not painter.begin(printer):
        return Outcome(False, f"The printer “{name}” did not take the ticket. Nothing was printed. {_SAFE}")
    for number in range(1, len(layout.pages) + 1):
        if number > 1 and not printer.newPage():
            printer.abort()
            painter.end()
            return Outcome(False, f"The printer “{name}” stopped at page {number}; the job was cancelled. {_SAFE}")
        painter.resetTransform()
        painter.scale(printer.logicalDpiX() / UNITS_PER_INCH, printer.logicalDpiY() / UNITS_PER_INCH)
        paint_page(painter, layout, number)
    ended = painter.end()
    if not ended or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
        return Outcome(False, f"The printer “{name}” gave the ticket up. It may not have come out. {_SAFE}")
    many = "1 copy" if copies == 1 else f"{copies} copies"
    return Outcome(True, f"Sent {many} to “{name}”. Did it come out?")
