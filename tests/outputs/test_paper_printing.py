"""Printing goes to the printer that was named or nowhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.outputs.paper import printing, queues
from nursedesk.outputs.paper.page import use_fonts
from nursedesk.outputs.paper.printing import MOST_COPIES, default_printer, print_ticket, printers
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs.visits import sheet_of


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> Iterator[None]:
    use_fonts(ROOT / "resources" / "fonts")
    yield


def test_printers_are_what_the_system_has() -> None:
    assert printers() == tuple(QPrinterInfo.availablePrinterNames())
    assert default_printer() in ("", *printers())


@pytest.mark.parametrize("name", ["NOPE", "nope\u202e", "Suite-Laser-2"])
def test_a_printer_that_is_not_there_gets_nothing_and_neither_does_another(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made: list[object] = []
    monkeypatch.setattr(printing, "QPrinter", lambda *args: made.append(args))
    outcome = print_ticket(sheet_of(), name)
    assert not outcome.sent
    assert "is not there" in outcome.message and "PDF" in outcome.message
    assert made == []


def test_no_printer_chosen() -> None:
    outcome = print_ticket(sheet_of(), "")
    assert not outcome.sent
    assert "No printer was chosen" in outcome.message


@pytest.mark.parametrize("copies", [0, -1, MOST_COPIES + 1])
def test_numbers_of_copies_that_make_no_sense(copies: int) -> None:
    outcome = print_ticket(sheet_of(), "Suite-Laser-2", copies)
    assert not outcome.sent
    assert "Nothing was printed" in outcome.message


class There:
    """The system's list as it was a moment ago."""

    def __init__(self, name: str) -> None:
        self.name = name

    def isNull(self) -> bool:
        return False

    def state(self) -> QPrinter.PrinterState:
        return QPrinter.PrinterState.Idle


class Stopped(There):
    """A queue somebody stopped."""

    def state(self) -> QPrinter.PrinterState:
        return QPrinter.PrinterState.Error


def pretend(monkeypatch: pytest.MonkeyPatch, printer: QPrinter) -> None:
    """A system that lists one printer and hands out `printer` for it."""
    names = staticmethod(lambda: ["Suite-Laser-2"])
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", names)
    monkeypatch.setattr(printing.QPrinterInfo, "printerInfo", staticmethod(There))
    monkeypatch.setattr(queues, "_lpstat", lambda option, name: "")
    monkeypatch.setattr(printing, "QPrinter", Factory(printer))


class Factory:
    """Stands where the class stands: makes the given printer, knows the real names."""

    PrinterMode = QPrinter.PrinterMode
    PrinterState = QPrinter.PrinterState

    def __init__(self, printer: QPrinter) -> None:
        self.printer = printer

    def __call__(self, *args: object) -> QPrinter:
        return self.printer


class Elsewhere(QPrinter):
    """Qt fell back to the default printer."""

    def printerName(self) -> str:
        return "Front-Desk"

    def isValid(self) -> bool:
        return True


def test_a_printer_that_vanished_meanwhile_never_becomes_the_default_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, Elsewhere())
    outcome = print_ticket(sheet_of(), "Suite-Laser-2")
    assert not outcome.sent
    assert "is not there" in outcome.message


def test_a_stopped_printer_is_not_sent_anything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, ToFile(str(tmp_path / "out.pdf")))
    monkeypatch.setattr(printing.QPrinterInfo, "printerInfo", staticmethod(Stopped))
    outcome = print_ticket(sheet_of(), "Suite-Laser-2")
    assert not outcome.sent
    assert "is stopped or paused" in outcome.message
    assert not (tmp_path / "out.pdf").exists()


class ToFile(QPrinter):
    """A printer that answers to the name and puts what it gets into a file."""

    def __init__(self, path: str) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(path)

    def printerName(self) -> str:
        return "Suite-Laser-2"


def test_a_printer_that_is_there_gets_the_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, ToFile(str(tmp_path / "out.pdf")))
    outcome = print_ticket(sheet_of(), "Suite-Laser-2", copies=2)
    assert outcome.sent
    assert outcome.message == "Sent 2 copies to “Suite-Laser-2”. Did it come out?"
    page = PdfReader(tmp_path / "out.pdf").pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (612, 792)
    assert "A-261124-007" in page.extract_text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_job_that_cannot_be_begun_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pretend(monkeypatch, ToFile(str(tmp_path / "no-such-folder" / "out.pdf")))
    outcome = print_ticket(sheet_of(), "Suite-Laser-2")
    assert not outcome.sent
    assert "did not take the ticket" in outcome.message
