"""HTML in a name, drug or note: shown as it was typed on every page and on paper, and nothing is fetched."""

from pathlib import Path

from nursedesk.desk import correct
from nursedesk.record.events import EncounterId
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

BOLD = "<b>ROE</b> Jane"
IMAGE = "<img src=file:///etc/hostname>"


def test_paper_and_files_show_the_marks(record: Record) -> None:
    assert record.take_in(visit(patient={"name": BOLD}, first={"drug": IMAGE, "response": BOLD})).code == 0
    paper = record.paper()
    assert BOLD in paper
    assert IMAGE in paper
    assert record.log()[0]["patient"] == BOLD
    assert record.export()["administrations"][0]["drug"] == IMAGE
    pdf = (Path(record.folder).parent / "ticket.pdf").read_bytes()
    assert b"/URI" not in pdf
    assert record.clean()


def test_every_page_shows_the_marks(suite: Suite) -> None:
    window.check_in(suite, f"{BOLD} {IMAGE}")
    found = window.seated(suite)
    assert found.patient is not None
    assert found.patient.name == f"{BOLD} {IMAGE}"
    window.hang(suite, "<b>kettle</b>", "5")
    core, visit_id = suite.shell.core, EncounterId(found.id)
    core.press(visit_id, lambda one: correct.note(core.daybook, one, IMAGE))
    suite.shell.encounter.open(visit_id)
    for page in ("board", "encounter", "tickets", "shift"):
        suite.shell.window.show_page(page)
        suite.settle()
        assert _obeyed(suite.station.frame) == []
        assert not suite.station.frame.grab().isNull()
    suite.shell.closing.open(visit_id)
    suite.settle()
    assert _obeyed(suite.station.frame) == []


def _obeyed(top: QWidget) -> list[str]:
    """Labels and tooltips that would take somebody's text for HTML."""
    rich = [one.text() for one in top.findChildren(QLabel) if one.textFormat() != Qt.TextFormat.PlainText]
    tips = [one.toolTip() for one in top.findChildren(QWidget)]
    return [text for text in (*rich, *tips) if "<b>" in text or "<img" in text]
