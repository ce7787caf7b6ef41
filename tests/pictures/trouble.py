"""States of trouble, through the seams the program's own tests use: disk, clocks, printers, a fault of its own."""

import errno
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from nursedesk.app import closing, printing
from nursedesk.app.faults import Faults
from nursedesk.desk import station_file
from nursedesk.outputs.paper import printing as paper
from nursedesk.outputs.paper.queues import Queue
from nursedesk.record.events import Noted
from nursedesk.store import ballast
from nursedesk.store.writer import Writer
from nursedesk.ui.frame.indicators import SavedIndicator
from nursedesk.ui.frame.model import Saved
from PySide6.QtWidgets import QComboBox

from tests.pictures.led import Led


def saving(led: Led) -> None:
    """The disk is slow: what was pressed shows at once, and the bar says Saving."""
    go_on = threading.Event()
    real = Writer._write

    def slowly(writer: Writer, *arguments: object) -> None:
        go_on.wait(60)
        real(writer, *arguments)  # type: ignore[arg-type] what it was called with

    led.go("board")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "_write", slowly)
        led.waits_for_disk = False
        try:
            led.shell.core.daybook.write(led.in_chair("3"), Noted("while the disk is slow"))
            led.hands.wait(lambda: _saved(led) is Saved.SAVING, "it says Saving")
            led.shot("saving")
        finally:
            go_on.set()
            led.waits_for_disk = True
            led.settle()


def not_saved(led: Led) -> None:
    """The disk is full: it is said, a sheet is offered; then it has everything, and that is said."""
    refuses = True
    real = Writer._write

    def write(writer: Writer, *arguments: object) -> None:
        if refuses:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(writer, *arguments)  # type: ignore[arg-type] what it was called with

    led.go("board")
    station_file.change(led.folder, journal=str(led.folder.parent / "second disk"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Writer, "_write", write)
        patch.setattr("nursedesk.store.writer._RETRY_SECONDS", 0.05)
        led.waits_for_disk = False
        try:
            led.shell.core.daybook.write(led.in_chair("3"), Noted("under a full disk"))
            led.hands.wait(lambda: _saved(led) is Saved.NOT_SAVED, "the disk's refusal is shown")
            led.shot("not-saved")
            led.shell.message.put_away()
            led.shot("not-saved-message-put-away")
        finally:
            refuses = False
            led.hands.wait(lambda: _saved(led) is Saved.SAVED, "the disk takes it")
            led.waits_for_disk = True
            led.settle()
    led.shot("in-the-record-now")
    led.shell.message.put_away()


def disk_low(led: Led) -> None:
    """Room on the disk is short, and nearly gone."""
    watch = led.station.disk
    assert watch is not None
    led.go("board")
    room = led.folder / ballast.NAME
    with pytest.MonkeyPatch.context() as patch:
        room.write_bytes(b"room")
        for free, name in ((480_000_000, "disk-low"), (5_000_000, "disk-nearly-full")):
            patch.setattr(ballast, "free_bytes", lambda _, left=free: left)
            if name == "disk-nearly-full":
                room.unlink()
            watch.look()
            led.hands.wait(lambda: led.shell.message.sentence() != "", "it is said")
            led.shot(name)
            led.shell.message.put_away()


def printer_gone(led: Led) -> None:
    """The station's printer is gone, in the dialog and after signing; there is none; its queue stands."""
    ledger = led.shell.core.desk.ledger
    visit = ledger.tickets(status="signed")[0].encounter
    led.go("tickets")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "printers", lambda: ("Front-Desk",))
        station_file.change(led.folder, printer="Suite-Laser-9")
        led.shell.printing.open(visit)
        led.shot("printer-gone")
        led.shell.printing.close()
        patch.setattr(printing, "printers", tuple)
        patch.setattr(printing, "default_printer", str)
        station_file.change(led.folder, printer="")
        led.shell.printing.open(visit)
        led.shot("no-printer")
        led.shell.printing.close()
        station_file.change(led.folder, printer="Suite-Laser-9")
        patch.setattr(closing, "print_ticket", paper.print_ticket)
        led.shell.closing.open(visit)
        led.shell.closing.print_ticket(visit)
        led.shot("close-printer-gone")
        patch.setattr(printing, "queue_of", lambda name: Queue(name, paused=True, waiting=1))
        led.shell.printing._look_again("Suite-Laser-2")
        led.shot("queue-stands")
        led.shell.message.put_away()
    station_file.change(led.folder, printer="")


def print_failed(led: Led) -> None:
    """The printer refuses while the dialog is open."""
    visit = led.shell.core.desk.ledger.tickets(status="signed")[0].encounter
    led.go("tickets")
    with pytest.MonkeyPatch.context() as patch:
        said = f"The printer “Suite-Laser-2” did not take the ticket. Nothing was printed. {paper._SAFE}"
        patch.setattr(printing, "print_ticket", lambda *_: paper.Outcome(False, said))
        led.shell.printing.open(visit)
        copies = led.hands.find("printCopies")
        assert isinstance(copies, QComboBox)
        led.hands.press("printNowButton")
        led.shot("print-refused")
        led.shell.printing.close()


def fault(led: Led) -> None:
    """The program made a mistake and says so."""
    led.go("board")
    try:
        raise LookupError
    except LookupError as mistake:
        Faults(led.station.say_fault)._took(LookupError, mistake, mistake.__traceback__)
    led.shot("a-fault-of-the-program")
    led.shell.message.put_away()


def clock_not_trusted(led: Led) -> None:
    """Somebody set the computer's clock while lines run."""
    led.go("board")
    led.clocks.set_wall(timedelta(hours=-1))
    led.pass_(1)
    led.shot("clock-not-trusted")
    led.shell.encounter.open(led.in_chair("3"))
    led.settle()
    led.shot("clock-not-trusted-visit")
    led.shell.closing.open(led.in_chair("3"))
    led.shot("clock-not-trusted-close")


def _saved(led: Led) -> Saved:
    indicator = led.hands.find("savedIndicator")
    assert isinstance(indicator, SavedIndicator)
    return indicator.state()


STATES: tuple[tuple[str, Callable[[Led], None]], ...] = (
    ("saving", saving),
    ("not saved", not_saved),
    ("the disk fills up", disk_low),
    ("the printer is gone", printer_gone),
    ("printing is refused", print_failed),
    ("a fault of the program", fault),
    ("the clock was set", clock_not_trusted),
)
