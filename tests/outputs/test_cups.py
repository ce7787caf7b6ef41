"""Printing for real: on a CUPS that the tests start, with queues that print, pause, turn away and vanish."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import zxingcpp
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.model import Sheet
from nursedesk.outputs.paper.page import use_fonts
from nursedesk.outputs.paper.paint import preview
from nursedesk.outputs.paper.printing import print_ticket, printers
from nursedesk.outputs.paper.queues import Queue, queue_of
from nursedesk.outputs.wording import Wording
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs import cups as cups_of
from tests.outputs.cups import Cups
from tests.outputs.visits import sheet_of

pytestmark = pytest.mark.skipif(
    cups_of.cupsd() is None, reason="cupsd is not installed (Debian: cups-daemon cups-client)"
)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Cups]:
    with cups_of.running() as made:
        if made is None:
            pytest.skip("cupsd is installed, and does not run here")
        made.queue("Suite-Laser-2")
        made.queue("Front-Desk")
        yield made


@pytest.fixture
def cups(scheduler: Cups, qapp: QApplication) -> Cups:
    use_fonts(ROOT / "resources" / "fonts")
    for name in ("Suite-Laser-2", "Front-Desk"):
        scheduler.call("cupsenable", name)
        scheduler.call("cupsaccept", name)
    scheduler.call("lpadmin", "-d", "Front-Desk")
    return scheduler


def test_the_queues_are_there(cups: Cups) -> None:
    assert {"Suite-Laser-2", "Front-Desk"} <= set(printers())
    queue = queue_of("Suite-Laser-2")
    assert (queue.there, queue.paused, queue.rejects, queue.trouble) == (True, False, False, "")


def test_what_is_sent_is_what_was_shown(cups: Cups, tmp_path: Path) -> None:
    before = len(cups.jobs())
    outcome = print_ticket(sheet_of(), "Suite-Laser-2", copies=2)
    assert outcome.sent, outcome.message
    assert outcome.message == "Sent 2 copies to “Suite-Laser-2”. Did it come out?"
    job = cups.jobs()[before]
    page = rendered(job, tmp_path, 150)
    shown = shot(sheet_of(), page.width)
    # Two renderers round the edges of letters otherwise: what is compared is how dark each small square is.
    squares = (page.width // 5, page.height // 5)
    one, other = (image.convert("L").resize(squares, Image.Resampling.BOX) for image in (page, shown))
    difference = ImageChops.difference(one, other)
    assert difference.getextrema()[1] < 100, "the paper differs from the preview"
    assert [one.text for one in zxingcpp.read_barcodes(page)] == ["A-261124-007"]


def test_text_in_a_job_is_text(cups: Cups) -> None:
    before = len(cups.jobs())
    assert print_ticket(sheet_of(), "Suite-Laser-2").sent
    said = subprocess.run(["pdftotext", str(cups.jobs()[before]), "-"], capture_output=True, check=True).stdout
    for figure in (b"MORENO", b"96365", b"J1745"):
        assert figure in said


def test_a_paused_queue_is_told_before_anything_is_sent(cups: Cups) -> None:
    cups.call("cupsdisable", "Suite-Laser-2")
    before = len(cups.jobs())
    outcome = print_ticket(sheet_of(), "Suite-Laser-2")
    assert not outcome.sent
    assert "is stopped or paused" in outcome.message and "PDF" in outcome.message
    assert len(cups.jobs()) == before


def test_a_queue_that_turns_jobs_away_is_told(cups: Cups) -> None:
    cups.call("cupsreject", "Suite-Laser-2")
    before = len(cups.jobs())
    outcome = print_ticket(sheet_of(), "Suite-Laser-2")
    assert not outcome.sent
    assert "turns them away" in outcome.message
    assert len(cups.jobs()) == before


def test_jobs_that_wait_are_counted(cups: Cups) -> None:
    cups.call("cupsdisable", "Front-Desk")
    cups.call("lp", "-d", "Front-Desk", str(cups.root / "cupsd.conf"))
    queue = queue_of("Front-Desk")
    assert (queue.paused, queue.waiting) == (True, 1)
    assert queue.trouble == "The printer “Front-Desk” is stopped or paused, and 1 job waits in its queue."
    cups.call("cancel", "-a", "Front-Desk")


def test_a_printer_that_vanished_gets_nothing_and_neither_does_the_default(cups: Cups) -> None:
    cups.queue("Gone")
    assert queue_of("Gone").there
    cups.call("lpadmin", "-x", "Gone")
    before = len(cups.jobs())
    outcome = print_ticket(sheet_of(), "Gone")
    assert not outcome.sent
    assert "is not there" in outcome.message
    assert len(cups.jobs()) == before


def rendered(job: Path, folder: Path, dpi: int) -> Image.Image:
    """The first page of a PDF at a resolution."""
    out = folder / "page"
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-singlefile", str(job), str(out)], check=True)
    return Image.open(out.with_suffix(".png")).convert("RGB")


def shot(sheet: Sheet, width: int) -> Image.Image:
    """The preview as a picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(preview(sheet, width))
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


@pytest.mark.parametrize(
    "queue",
    [
        Queue("X", there=False),
        Queue("X", rejects=True),
        Queue("X", paused=True),
        Queue("X", paused=True, waiting=2),
    ],
)
def test_what_is_wrong_with_a_queue_is_said_in_spanish_too(queue: Queue) -> None:
    said = Wording(Language.SPANISH).fault(queue.trouble)
    assert said.startswith("La impresora «X» ")
    assert "jobs" not in said
