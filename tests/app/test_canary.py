"""A patient’s name is in no file left behind: record, journal, backups, settings, caches, temporary files."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.app.faults import Faults
from nursedesk.desk import correct, station_file
from nursedesk.record.events import EncounterId
from nursedesk.store.errors import DiskFull
from nursedesk.store.writer import Writer

from tests.app.suite import Suite
from tests.bad_inputs.window import check_in, hang, paste, seated

CANARY = "Canaryquartermain"
MRN = "MRN88214077"
WORDS = (CANARY, MRN, "quiet secret of the chart")


def _written(word: str) -> tuple[bytes, ...]:
    """A word as files may have it."""
    spelled = (word, word.upper(), word.lower())
    return tuple(one.encode(code) for one in spelled for code in ("utf-8", "utf-16-le", "utf-16-be"))


def _left_behind(*places: Path) -> Iterator[Path]:
    for place in places:
        yield from (path for path in place.rglob("*") if path.is_file())


def _found(path: Path) -> list[str]:
    content = path.read_bytes()
    return [word for word in WORDS if any(one in content or one in path.name.encode() for one in _written(word))]


def _everywhere(tmp_path: Path) -> list[str]:
    own = [Path(os.environ[f"XDG_{kind}_HOME"]) for kind in ("DATA", "CONFIG", "STATE", "CACHE")]
    return [f"{path}: {words}" for path in _left_behind(tmp_path, *own) if (words := _found(path))]


@pytest.fixture
def own_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is put among temporary files is looked at too."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)


def test_a_day_leaves_no_name_in_any_file(
    own_temporary_files: None,
    suite: Suite,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    station_file.change(suite.folder, backup=str(tmp_path / "backups"), journal=str(tmp_path / "second disk"))
    suite.sign_in()
    suite.hands.press("checkInButton_1")
    paste(suite, "mrnField", MRN)
    suite.hands.press("checkInCancelButton")
    check_in(suite, name=f"{CANARY}, Jane")
    hang(suite)
    book, visit = suite.shell.core.daybook, EncounterId(seated(suite).id)
    correct.note(book, book.encounter(visit), "quiet secret of the chart")
    suite.settle()
    # A backup of it; a press that only the journal has; a mistake of the program's own with the name in its words.
    assert suite.station.backups is not None
    suite.station.backups.look()
    suite.hands.wait(lambda: not suite.station.tasks.busy(), "the backup is made")
    _press_with_the_disk_full(suite, visit, monkeypatch)
    Faults(lambda _: None)._took(ValueError, ValueError(CANARY), None)
    suite.station.lock()
    assert list((tmp_path / "backups").glob("record-*.db"))
    assert list((tmp_path / "second disk").rglob("journal-*.bin"))
    assert _everywhere(tmp_path) == [], "while the desk is open"
    suite.close()
    assert _everywhere(tmp_path) == [], "after the desk was closed"
    assert CANARY not in "".join(capsys.readouterr())


def _press_with_the_disk_full(suite: Suite, visit: EncounterId, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull("The disk is full: write the time on paper and make space on this computer.")

    monkeypatch.setattr(Writer, "_write", refuse)
    book = suite.shell.core.daybook
    correct.note(book, book.encounter(visit), f"{CANARY} has a quiet secret of the chart")
    suite.hands.wait(lambda: list(suite.folder.parent.rglob("journal-*.bin")) != [], "the journal has it")


def test_the_search_finds_a_name_that_is_there(tmp_path: Path) -> None:
    for number, content in enumerate(_written(CANARY)):
        (tmp_path / f"file-{number}").write_bytes(b"\0x" + content)
    assert len(_everywhere(tmp_path)) == len(_written(CANARY))
