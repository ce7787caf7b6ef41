"""What the doctor says of a station that is well, and of each thing that is not."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nursedesk.cli import main
from nursedesk.desk import doctor, station_file, time_service
from nursedesk.desk.doctor import Level, Said, World, examine
from nursedesk.store import ballast
from nursedesk.store.backup import backup
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import create_folder

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
WELL = World(NOW, lambda: True, lambda: ("Suite-Laser-2",), lambda: True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A suite with everything as it should be; two disks, as far as the doctor can tell."""
    made = create_folder(tmp_path / "suite", "a quiet place", use_keyring=False)
    backup(made.ledger, tmp_path / "backups", "A", NOW - timedelta(hours=3))
    made.ledger.close()
    second = {"backup": str(tmp_path / "backups"), "journal": str(tmp_path / "second"), "printer": "Suite-Laser-2"}
    station_file.change(tmp_path / "suite", zone="America/New_York", **second)
    (tmp_path / "suite" / ballast.NAME).write_bytes(b"room")
    monkeypatch.setattr(doctor, "_same_disk", lambda *_: False)
    monkeypatch.setattr(doctor, "keyring_name", lambda: "Secret Service")
    monkeypatch.setattr(ballast, "free_bytes", lambda _: 80 << 30)
    return tmp_path / "suite"


def _said(folder: Path, what: str, world: World = WELL) -> Said:
    found = [one for one in examine(folder, world) if one.what == what]
    return max(found, key=lambda one: list(Level).index(one.level))


def test_a_station_that_is_well(folder: Path) -> None:
    found = list(examine(folder, WELL))
    assert [one for one in found if one.level is Level.WRONG] == []
    assert [one.what for one in found if one.level is Level.NOTE] == ["keyring"]
    assert all(one.sentence.rstrip(".")[-1].isalnum() or one.sentence[-1] == "." for one in found)
    assert "The last backup is 3.0 hours old" in _said(folder, "backup").sentence


def _without_backup(folder: Path, hours: int) -> None:
    """No backup folder in a suite that was made so many hours ago."""
    station_file.change(folder, backup="")
    made = (NOW - timedelta(hours=hours)).timestamp()
    os.utime(folder / "keys.json", (made, made))


Change = Callable[[Path], object]


@pytest.mark.parametrize(
    ("what", "change", "level", "words"),
    [
        ("backup", lambda at: _without_backup(at, hours=2), Level.NOTE, "nothing is backed up"),
        ("backup", lambda at: _without_backup(at, hours=30), Level.WRONG, "nothing is backed up"),
        ("backup", lambda at: station_file.change(at, backup="/proc/no"), Level.WRONG, "cannot be written"),
        ("backup", lambda at: station_file.change(at, station="B"), Level.WRONG, "There is no backup"),
        ("journal", lambda at: station_file.change(at, journal="/proc/no"), Level.WRONG, "cannot be written"),
        (
            "printer",
            lambda at: station_file.change(at, printer="Gone"),
            Level.WRONG,
            "Gone of this station is not",
        ),
        (
            "zone",
            lambda at: station_file.change(at, zone="Mars/Olympus"),
            Level.WRONG,
            "Mars/Olympus is not known",
        ),
        ("data folder", lambda at: at.chmod(0o755), Level.WRONG, "Others may look into"),
        ("data folder", lambda at: (at / "record.db").unlink(), Level.NOTE, "There is no suite"),
        ("disk", lambda at: (at / ballast.NAME).unlink(), Level.NOTE, "No room is kept back"),
    ],
)
def test_what_is_not_well_here(folder: Path, what: str, change: Change, level: Level, words: str) -> None:
    change(folder)
    said = _said(folder, what)
    assert said.level is level
    assert words in said.sentence


@pytest.mark.parametrize(
    ("what", "world", "level", "words"),
    [
        ("clock", replace(WELL, time_kept=lambda: False), Level.NOTE, "No time server keeps"),
        ("clock", replace(WELL, time_kept=lambda: None), Level.NOTE, "is not known"),
        ("printer", replace(WELL, printers=lambda: None), Level.NOTE, "not known"),
        ("printer", replace(WELL, printers=lambda: ()), Level.WRONG, "Suite-Laser-2 of this station"),
        ("display", replace(WELL, display=lambda: False), Level.WRONG, "cannot open; commands work"),
        ("display", replace(WELL, display=lambda: None), Level.NOTE, "not known"),
        ("backup", replace(WELL, now=NOW + timedelta(days=3)), Level.NOTE, "3 days old"),
        ("backup", replace(WELL, now=NOW + timedelta(days=9)), Level.WRONG, "9 days old"),
    ],
)
def test_what_is_not_well_around_it(folder: Path, what: str, world: World, level: Level, words: str) -> None:
    said = _said(folder, what, world)
    assert said.level is level
    assert words in said.sentence


def test_a_disk_that_fills_up_and_one_that_says_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "free_bytes", lambda _: 400_000_000)
    assert _said(folder, "disk") == Said(
        "disk", Level.WRONG, "Only 0.4 GB are left on the record’s disk: make space."
    )
    monkeypatch.setattr(ballast, "free_bytes", lambda _: None)
    assert _said(folder, "disk").level is Level.NOTE


def test_an_old_engine_is_wrong(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nursedesk.store.engine import check_engine

    monkeypatch.setattr(doctor, "check_engine", lambda: check_engine("3.51.2"))
    assert _said(folder, "database").level is Level.WRONG


@pytest.mark.parametrize(("printed", "kept"), [("yes", True), ("no", False), ("", None), ("perhaps", None)])
def test_the_time_service_is_believed_only_when_it_says_yes_or_no(
    printed: str, kept: bool | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "timedatectl"
    program.write_text(f"#!/bin/sh\necho {printed}\n")
    program.chmod(0o700)
    monkeypatch.setattr(time_service.shutil, "which", lambda _: str(program))
    monkeypatch.setattr(time_service, "_adjtimex", lambda: None)
    assert time_service.time_kept() is kept


def test_the_kernel_is_asked_where_there_is_no_time_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time_service.shutil, "which", lambda _: None)
    assert time_service.time_kept() in (True, False, None)


def test_the_command_says_it_all_and_exits_1_when_something_is_wrong(
    folder: Path, qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time_service, "time_kept", lambda: True)
    monkeypatch.setenv("DISPLAY", ":1")
    _without_backup(folder, hours=24 * 3000)
    station_file.change(folder, printer="")
    assert main(["doctor", "--data", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "wrong  backup" in out
    assert "of these are wrong" in out


def test_the_doctor_opens_and_changes_nothing(folder: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    list(examine(folder, WELL))
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert Keys.__name__ not in vars(doctor)
