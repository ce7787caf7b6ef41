"""Exports to places that are no place: one sentence, nothing written, and what is there stays as it is."""

import errno
import os
from pathlib import Path

import pytest
from nursedesk.outputs import safe_files
from nursedesk.ui.shift.page import ShiftPage

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, visit

NAMES = {
    "..\\..\\visit.json": "cannot be a file name on every system",
    "CON": "cannot be a file name on every system",
    "con.json": "cannot be a file name on every system",
    "visit.json.": "cannot be a file name on every system",
    "missing/visit.json": "There is no folder",
    "x" * 300 + ".json": "is too long for a file",
    "two\nlines.json": "holds characters no file name may have",
}


@pytest.mark.parametrize(("name", "reason"), NAMES.items(), ids=range(len(NAMES)))
def test_a_name_no_file_may_have(record: Record, name: str, reason: str) -> None:
    assert record.take_in(visit()).code == 0
    folder = record.folder.parent
    before = sorted(one.name for one in folder.iterdir())
    for words in (
        ("export", "B-1", "--format", "json"),
        ("ticket", record.number(), "--format", "json"),
        ("shift-log", "--from", "2026-01-01", "--to", "2027-01-01", "--format", "csv"),
    ):
        said = record.ask(*words, "-o", f"{folder}/{name}")
        assert said.code == 2
        assert reason in said.sentence
        assert "Nothing was written" in said.sentence
    assert sorted(one.name for one in folder.iterdir()) == before
    assert record.clean()


def test_an_address(record: Record) -> None:
    assert record.take_in(visit()).code == 0
    said = record.ask("export", "B-1", "--format", "json", "-o", "file:///tmp/visit.json")
    assert said.code == 2
    assert "is an address, not a file on this computer. Nothing was written" in said.sentence


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_not_followed(record: Record, tmp_path: Path, there: bool) -> None:
    assert record.take_in(visit()).code == 0
    target, link = tmp_path / "target.json", tmp_path / "link.json"
    if there:
        target.write_text("mine", encoding="utf-8")
    link.symlink_to(target)
    said = record.ask("export", "B-1", "--format", "json", "-o", str(link), "--overwrite")
    assert said.code == 2
    assert "is a link to another place" in said.sentence
    assert link.is_symlink()
    assert (target.read_text(encoding="utf-8") == "mine") if there else not target.exists()


def test_a_file_that_is_there_stays(record: Record, tmp_path: Path) -> None:
    assert record.take_in(visit()).code == 0
    mine = tmp_path / "mine.json"
    mine.write_text("mine", encoding="utf-8")
    said = record.ask("export", "B-1", "--format", "json", "-o", str(mine))
    assert said.code == 2
    assert "It is unchanged" in said.sentence
    assert mine.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "The drive is full"), (errno.ENODEV, "The drive is gone"), (errno.EROFS, "can only be read")],
)
def test_a_full_or_missing_drive(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    assert record.take_in(visit()).code == 0

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(safe_files.os, "fsync", refuse)
    said = record.ask("export", "B-1", "--format", "json", "-o", str(tmp_path / "visit.json"))
    monkeypatch.undo()
    assert said.code == 2
    assert reason in said.sentence
    assert not [one for one in tmp_path.iterdir() if one.name.endswith((".part", "visit.json"))]
    assert record.clean()


def test_a_data_folder_with_a_name_too_long(record: Record, tmp_path: Path) -> None:
    record.folder = tmp_path / ("x" * 300)
    options = ("--site", "Elm", "--zone", "UTC", "--setting", "office", "--chairs", "2", "--admin", "admin")
    for said in (record.run("init", *options), record.run("verify"), record.ask("tickets")):
        assert said.code == 2
        assert "cannot be used: nothing was changed; choose another" in said.sentence


def test_a_pdf_and_a_log_from_the_desk_are_refused_with_the_same_sentences(suite: Suite, tmp_path: Path) -> None:
    window.check_in(suite)
    visit_id = window.seated(suite).id
    suite.shell.closing.open(visit_id)
    suite.settle()
    assert not suite.shell.closing.write_pdf(visit_id, tmp_path / "CON.pdf")
    assert not suite.shell.closing.write_pdf(visit_id, tmp_path / "missing" / "t.pdf")
    suite.shell.window.show_page("shift")
    suite.settle()
    suite.station.frame.findChild(ShiftPage).export_chosen.emit(str(tmp_path / "missing" / "log.csv"))
    assert suite.shell.message.sentence().startswith("There is no folder")
    assert window.is_clean(suite)
