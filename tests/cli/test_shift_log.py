"""`nursedesk shift-log` in its formats, to a file and to stdout, for one nurse or one chair."""

import json
import re
from pathlib import Path

import pytest
from nursedesk.cli import main
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.cli.test_record import ENCOUNTER, _import, record  # noqa: F401 - a fixture

PERIOD = ("--from", "2026-11-20T07:00", "--to", "2026-11-20T19:00", "--user", "admin")


@pytest.fixture
def day(record: list[str], tmp_path: Path) -> list[str]:  # noqa: F811 - the fixture above
    """A record with one visit in it."""
    _import(record, tmp_path, ENCOUNTER)
    return record


def log(day: list[str], out: Path, kind: str, *more: str) -> int:
    return main(["shift-log", *PERIOD, "--format", kind, "-o", str(out), *more, *day])


def test_a_spreadsheet(day: list[str], tmp_path: Path) -> None:
    out = tmp_path / "log.xlsx"
    assert log(day, out, "xlsx") == 0
    book = CalamineWorkbook.from_path(out)
    head, line = book.get_sheet_by_name("Lines").to_python()
    told = dict(zip(head, line, strict=True))
    assert (told["drug"], told["minutes"], told["label"]) == ("infliximab", 135, "LATE ENTRY")
    summary = {row[0]: row[1] for row in book.get_sheet_by_name("Summary").to_python()}
    assert re.fullmatch(r"\S+ · [\d,]+ · [0-9a-f]{16}.*", str(summary["checkpoint of the record"]))
    assert [file.name for file in tmp_path.glob(".nursedesk-*")] == []
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_pdf(day: list[str], tmp_path: Path) -> None:
    out = tmp_path / "log.pdf"
    assert log(day, out, "pdf", "--paper", "a4") == 0
    (page,) = PdfReader(out).pages
    assert "inFLIXimab" in page.extract_text()
    assert round(float(page.mediabox.width)) == 842


def test_json_to_stdout(day: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    capfdbinary.readouterr()
    assert log(day, Path("-"), "json") == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["summary"]["lines"] == 1
    assert told["visits"][0]["lines"][0]["drug"] == "infliximab"


@pytest.mark.parametrize(("only", "lines"), [(("--chair", "2"), 0), (("--nurse", "admin"), 1), ((), 1)])
def test_one_chair(day: list[str], tmp_path: Path, only: tuple[str, ...], lines: int) -> None:
    out = tmp_path / "log.json"
    assert log(day, out, "json", *only) == 0
    assert json.loads(out.read_text("utf-8"))["summary"]["lines"] == lines


def test_a_chair_that_is_not_there(day: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert log(day, tmp_path / "log.json", "json", "--chair", "ninety") == 2
    assert "no chair ninety" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["csv", "xlsx", "pdf", "json"])
def test_nothing_is_replaced_unasked(
    day: list[str], tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "log"
    out.write_text("mine")
    assert log(day, out, kind) == 2
    assert out.read_text() == "mine"
    assert "already a file" in capsys.readouterr().err
    assert log(day, out, kind, "--overwrite") == 0
    assert out.read_bytes() != b"mine"
