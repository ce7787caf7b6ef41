"""Printing from the tickets page on a real record: the station's printer, copies, paper, what is noted."""

from pathlib import Path

import pytest
from nursedesk.app import closing
from nursedesk.app import printing as wiring
from nursedesk.desk import close, run, station_file
from nursedesk.outputs.paper.printing import Outcome
from nursedesk.outputs.paper.queues import Queue
from nursedesk.record.events import DiagnosesSet, EncounterId
from nursedesk.ui.tickets.print_dialog import PrintDialog
from nursedesk.ui.tickets.print_fields import PrintForm
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel

from tests.app.suite import Suite
from tests.app.test_desk import _run, _seat


class Printers:
    """What the system has and what it was sent."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *names: str, default: str = "") -> None:
        self.sent: list[tuple[str, str, int]] = []
        self.there = names
        self.trouble: dict[str, Queue] = {}
        monkeypatch.setattr(wiring, "printers", lambda: self.there)
        monkeypatch.setattr(wiring, "default_printer", lambda: default)
        monkeypatch.setattr(wiring, "print_ticket", self.send)
        monkeypatch.setattr(wiring, "queue_of", self.queue)

    def send(self, sheet: object, name: str, copies: int, paper: object) -> Outcome:
        if name not in self.there:
            return Outcome(False, f"The printer “{name}” is not there. Nothing was printed, there or elsewhere.")
        self.sent.append((name, sheet.status_detail, copies))  # type: ignore[attr-defined]
        return Outcome(True, "Did it come out?")

    def queue(self, name: str) -> Queue:
        return self.trouble.get(name, Queue(name, there=name in self.there))


@pytest.fixture
def signed(suite: Suite) -> tuple[Suite, EncounterId]:
    """A signed visit, and the tickets page in front."""
    suite.sign_in()
    visit = _seat(suite)
    line = _run(suite, visit)
    core = suite.shell.core
    suite.pass_(75)
    core.press(visit, lambda one: run.stop(core.daybook, one, line))
    core.daybook.write(visit, DiagnosesSet(("K50.90",)))
    core.press(visit, lambda one: close.sign(core.daybook, one, core.rulebook()))
    suite.settle()
    suite.shell.window.show_page("tickets")
    return suite, visit


def opened(suite: Suite) -> PrintDialog:
    suite.hands.press("ticketPrintButton")
    dialog = suite.shell.printing._dialog
    assert dialog is not None
    return dialog


def test_copies_are_numbered_and_the_printer_is_remembered(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, visit = signed
    printers = Printers(monkeypatch, "Front-Desk", "Suite-Laser-2", default="Front-Desk")
    dialog = opened(suite)
    assert dialog.form() == PrintForm("Front-Desk")
    assert not dialog.findChild(QLabel, "printPreview").pixmap().isNull()
    for name, key in (("printPrinter", "Suite-Laser-2"), ("printCopies", "2"), ("printLanguage", "es")):
        combo = dialog.findChild(QComboBox, name)
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())
    suite.hands.press("printNowButton")
    assert printers.sent == [
        ("Suite-Laser-2", "versión 1 · original", 1),
        ("Suite-Laser-2", "versión 1 · COPIA 1", 1),
    ]
    kept = station_file.read(suite.folder)
    assert (kept.printer, kept.language) == ("Suite-Laser-2", "es")
    assert suite.shell.printing._dialog is None
    assert suite.shell.core.visit(visit).copies == 2
    assert suite.shell.core.visit(visit).sent_to_printer is not None


def test_that_it_came_out_is_said_where_no_visit_was_closed_since_the_start(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, visit = signed
    Printers(monkeypatch, "Suite-Laser-2", default="Suite-Laser-2")
    opened(suite)
    suite.hands.press("printNowButton")
    suite.hands.press("ticketCameOutButton")
    # Not only once the disk has it: what was pressed stands in the list at once.
    assert not suite.station.frame.findChild(QAbstractButton, "ticketCameOutButton").isVisible()
    suite.settle()
    core = suite.shell.core
    assert core.visit(visit).sent_to_printer is None
    assert core.daybook.known() == {visit}, "nothing that is no visit is taken for one: the board lists them all"
    suite.shell.window.show_page("board")
    suite.pass_(1)


def test_a_printer_that_vanished_stays_chosen_is_said_and_nothing_goes_elsewhere(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, visit = signed
    station_file.change(suite.folder, printer="Suite-Laser-2")
    printers = Printers(monkeypatch, "Front-Desk", default="Front-Desk")
    dialog = opened(suite)
    assert dialog.form().printer == "Suite-Laser-2"
    said = dialog.findChild(QLabel, "printSaid")
    assert said.text() == "The printer “Suite-Laser-2” is not there."
    suite.hands.press("printNowButton")
    assert printers.sent == []
    assert "Nothing was printed, there or elsewhere" in said.text()
    assert suite.shell.core.visit(visit).copies == 0


def test_the_quick_print_after_signing_does_not_go_elsewhere_either(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, visit = signed
    station_file.change(suite.folder, printer="Suite-Laser-2")
    asked: list[str] = []

    def send(sheet: object, name: str, *more: object) -> Outcome:
        asked.append(name)
        return Outcome(False, f"The printer “{name}” is not there.")

    monkeypatch.setattr(closing, "print_ticket", send)
    monkeypatch.setattr(closing, "default_printer", lambda: "Front-Desk")
    suite.shell.closing.print_ticket(visit)
    assert asked == ["Suite-Laser-2"]
    assert suite.shell.core.visit(visit).copies == 0


def test_closing_prints_where_it_said_and_the_station_remembers(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, visit = signed
    default, asked = ["Front-Desk"], []
    monkeypatch.setattr(closing, "default_printer", lambda: default[0])
    monkeypatch.setattr(
        closing, "print_ticket", lambda sheet, name, *more: (asked.append(name), Outcome(True, "sent"))[1]
    )
    suite.shell.closing.open(visit)
    page = suite.shell.closing.page
    said = [one.text() for one in page.findChildren(QLabel)]
    assert "on Front-Desk (default)" in said
    default[0] = "Billing"
    suite.shell.closing.changed(visit)
    suite.shell.closing.print_ticket(visit)
    assert asked == ["Front-Desk"]
    assert station_file.read(suite.folder).printer == "Front-Desk"
    assert "on Front-Desk" in [one.text() for one in page.findChildren(QLabel)]


def test_a_queue_that_stopped_since_is_said(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch
) -> None:
    suite, _ = signed
    printers = Printers(monkeypatch, "Suite-Laser-2")
    said: list[str] = []
    suite.shell.core.say = said.append
    printers.trouble["Suite-Laser-2"] = Queue("Suite-Laser-2", paused=True, waiting=1)
    suite.shell.printing._look_again("Suite-Laser-2")
    printers.trouble["Suite-Laser-2"] = Queue("Suite-Laser-2", waiting=1)
    suite.shell.printing._look_again("Suite-Laser-2")
    assert said[0].endswith("is stopped or paused, and 1 job waits in its queue.")
    assert "still waits" in said[1]


def test_without_any_printer_there_is_the_pdf(
    signed: tuple[Suite, EncounterId], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    suite, visit = signed
    Printers(monkeypatch)
    dialog = opened(suite)
    assert not dialog.findChild(QAbstractButton, "printNowButton").isEnabled()
    assert "PDF always works" in dialog.findChild(QLabel, "printSaid").text()
    assert not suite.shell.printing.write_pdf(dialog.form(), tmp_path / "nowhere" / "t.pdf")
    assert "no folder" in dialog.findChild(QLabel, "printSaid").text()
    assert suite.shell.printing.write_pdf(dialog.form(), tmp_path / "t.pdf")
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")
    assert suite.shell.core.visit(visit).copies == 1
