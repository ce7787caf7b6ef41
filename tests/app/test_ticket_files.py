"""A ticket saved from the screen in every format, over nothing unasked, each noted in the record."""

from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle
from nursedesk.app.ticket_files import ask, filters, save, with_suffix
from PySide6.QtWidgets import QFileDialog

from tests.app.suite import Suite
from tests.app.test_posting import signed_visit

STARTS = {"html": b"<!DOCTYPE html>", "csv": b"ticket,version", "hl7": b"MSH|", "json": b"{", "fhir": b"{"}


def test_every_format_is_written_and_noted(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    core = suite.shell.core
    for fmt, start in STARTS.items():
        path = tmp_path / f"ticket-{fmt}"
        assert save(core, visit, fmt, path)
        assert path.read_bytes().startswith(start)
    Bundle.model_validate_json((tmp_path / "ticket-fhir").read_bytes())
    suite.settle()
    noted = [event.body.format for event in core.desk.ledger.events_of(visit) if event.kind == "Exported"]
    assert noted == list(STARTS)


def test_a_file_that_is_there_is_refused_in_a_sentence(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    path = tmp_path / "ticket.csv"
    path.write_bytes(b"theirs")
    assert not save(suite.shell.core, visit, "csv", path)
    assert "already a file" in suite.shell.message.sentence()
    assert path.read_bytes() == b"theirs"
    assert save(suite.shell.core, visit, "csv", path, overwrite=True)


def test_the_button_asks_where_and_in_which_format(
    suite: Suite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.sign_in()
    signed_visit(suite)
    wanted = next(words for words, fmt in filters().items() if fmt == "hl7")
    asked: list[str] = []

    def choose(parent: object, title: str, start: str, offered: str) -> tuple[str, str]:
        asked.extend((start, offered))
        return str(tmp_path / "ticket.html"), wanted

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    suite.shell.window.show_page("tickets")
    suite.hands.press("ticketFileButton")
    assert (tmp_path / "ticket.hl7").read_bytes().startswith(b"MSH|")
    assert "ROE" not in asked[0]
    assert asked[1].split(";;") == list(filters())


def test_nothing_is_written_when_nobody_chooses(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    ask(suite.shell.core, suite.shell.window, visit)
    suite.settle()
    assert "Exported" not in [event.kind for event in suite.shell.core.desk.ledger.events_of(visit)]


@pytest.mark.parametrize(
    ("name", "fmt", "meant"),
    [
        ("a", "csv", "a.csv"),
        ("a.html", "fhir", "a.json"),
        ("a.html", "html", "a.html"),
        ("A-261124-007.v2", "hl7", "A-261124-007.v2"),
        ("a.txt", "hl7", "a.txt"),
    ],
)
def test_a_name_gets_the_ending_of_its_format(name: str, fmt: str, meant: str) -> None:
    assert with_suffix(Path(name), fmt) == Path(meant)


def test_a_pdf_that_is_saved_is_said_and_one_that_is_not_too(suite: Suite, tmp_path: Path) -> None:
    suite.sign_in()
    visit = signed_visit(suite)
    suite.shell.window.show_page("tickets")
    suite.settle()
    assert not suite.shell.closing.write_pdf(visit, tmp_path / "nowhere" / "ticket.pdf")
    assert "There is no folder" in suite.shell.message.sentence()
    assert suite.shell.closing.write_pdf(visit, tmp_path / "ticket.pdf")
    assert suite.shell.message.sentence() == f"The ticket is in {tmp_path / 'ticket.pdf'}."
