"""Commands say of a path that cannot be read what is the matter, what is safe and what to do."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest
from nursedesk.cli import main

from tests.cli.signed import make
from tests.cli.test_record import ENCOUNTER

Said = Callable[..., str]

READERS: dict[str, list[str]] = {
    "code": ["code", "{path}"],
    "code lines": ["code", "--lines", "{path}"],
    "code jobs": ["code", "--lines", "--jobs", "2", "{path}"],
    "what-if": ["what-if", "{path}"],
    "profile": ["code", "--profile", "{path}.toml", "{visit}"],
    "policy": ["code", "--payer-policy", "{path}", "{visit}"],
    "import": ["import", "{path}", "{record}"],
    "secrets": ["tickets", "--data", "{folder}", "--user", "admin", "--secrets", "{path}"],
    "mapping": ["charges", "--ticket", "1", "--mapping", "{path}", "-o", "-", "{record}"],
    "restore": ["restore", "{path}", "--yes", "{record}"],
    "verify": ["verify", "--data", "{path}"],
}
SYSTEMS_WORDS = ("No such file", "Is a directory", "Not a directory", "File exists", "Permission denied", "Errno")


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return make(tmp_path_factory.mktemp("paths"))


@pytest.fixture
def said(record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Said:
    """Runs a reader on a path; gives the one line it says."""
    visit = tmp_path / "visit.json"
    visit.write_text(json.dumps(ENCOUNTER), encoding="utf-8")

    def run(reader: str, path: Path | str) -> str:
        words: list[str] = []
        for word in READERS[reader]:
            words += record if word == "{record}" else [word.format(path=path, visit=visit, folder=record[1])]
        capsys.readouterr()
        assert main(words) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert not [system for system in SYSTEMS_WORDS if system in told.err], told.err
        return told.err

    return run


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_is_not_there(reader: str, said: Said, tmp_path: Path) -> None:
    line = said(reader, tmp_path / "away")
    assert "here is no" in line
    assert "away" in line


@pytest.mark.parametrize("reader", READERS)
def test_a_file_below_a_file(reader: str, said: Said, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "here is no" in said(reader, tmp_path / "file" / "away")


@pytest.mark.parametrize("reader", [reader for reader in READERS if reader != "verify"])
def test_a_folder(reader: str, said: Said, tmp_path: Path) -> None:
    (tmp_path / "ours.toml").mkdir()
    (tmp_path / "ours").mkdir()
    assert "is a folder" in said(reader, tmp_path / "ours")


@pytest.mark.parametrize("reader", ["code", "code lines", "what-if", "import"])
def test_an_empty_name(reader: str, said: Said) -> None:
    assert "The name of the file is empty: nothing was" in said(reader, "")


@pytest.mark.parametrize("reader", ["code", "code lines", "what-if", "import", "secrets", "profile", "policy"])
@pytest.mark.parametrize(
    ("number", "words"), [(errno.EACCES, "ou may not read"), (errno.EIO, "ts drive does not answer")]
)
def test_a_file_that_the_system_does_not_give(
    reader: str, number: int, words: str, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed"
    really = Path.open

    def refused(path: Path, *how: Any, **more: Any) -> IO[Any]:
        if path.stem == "closed":
            raise OSError(number, "in the system's words", str(path))
        file: IO[Any] = really(path, *how, **more)
        return file

    monkeypatch.setattr(Path, "open", refused)
    line = said(reader, closed)
    assert words in line
    assert "in the system's words" not in line


def test_a_file_that_breaks_off_while_it_is_read_says_what_stands(
    tmp_path: Path, record: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class BreaksOff:
        """The first line, then a drive that is pulled out."""

        def __init__(self) -> None:
            self.left = [json.dumps(ENCOUNTER).encode() + b"\n"]

        def __enter__(self) -> "BreaksOff":
            return self

        def __exit__(self, *_: object) -> None: ...

        def readline(self, _most: int) -> bytes:
            if not self.left:
                raise OSError(errno.EIO, "Input/output error")
            return self.left.pop()

    really = Path.open
    monkeypatch.setattr(
        Path,
        "open",
        lambda path, *how, **more: BreaksOff() if path.name == "stick" else really(path, *how, **more),
    )
    assert main(["code", "--lines", str(tmp_path / "stick")]) == 2
    told = capsys.readouterr()
    assert told.out.count("\n") == 1
    assert "its drive does not answer: the tickets so far are right; " in told.err
    assert main(["import", str(tmp_path / "stick"), *record]) == 2
    assert "what was imported so far is in the record" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["samples", "{0}"], ["demo", "--offscreen", "--out", "{0}"]])
def test_a_folder_that_is_a_file(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    assert main([word.format(tmp_path / "file") for word in words]) == 2
    assert "cannot be made: nothing was written; choose another." in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["examples"], ["code", "{0}"], ["code", "--lines", "{0}"]])
def test_no_room_for_the_answer(words: list[str], tmp_path: Path) -> None:
    visit = tmp_path / "visit.json"
    visit.write_text(json.dumps(ENCOUNTER), encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "nursedesk", *(word.format(visit) for word in words)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode().count("\n") == 1
    assert "There is no room for the answer" in ran.stderr.decode()
