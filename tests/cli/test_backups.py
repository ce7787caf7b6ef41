"""`backup` and `restore` from the command line: guided, verified, noted, and refused in one line."""

import json
import shutil
from pathlib import Path

import pytest
from nursedesk.cli import main
from nursedesk.desk import station_file
from nursedesk.desk.open_desk import OpenDesk, kept_checkpoints, open_checked, open_desk
from nursedesk.record.events import Restored
from nursedesk.store import keys as keys_of
from nursedesk.store.checkpoint import make_checkpoint
from nursedesk.store.verify import verify

from tests.cli.test_record import ENCOUNTER, _import, _init

PASSPHRASE = "twelve quiet chairs"


@pytest.fixture
def record(tmp_path: Path) -> list[str]:
    return _init(tmp_path)


def _folder(record: list[str]) -> Path:
    return Path(record[1])


def _open(record: list[str]) -> OpenDesk:
    return open_desk(_folder(record), keys_of.open_with_passphrase(_folder(record), PASSPHRASE))


def _backup(record: list[str], tmp_path: Path) -> Path:
    assert main(["backup", str(tmp_path / "backups"), *record]) == 0
    return max((tmp_path / "backups").glob("record-*.db"))


def _restore(record: list[str], file: Path, *more: str) -> int:
    return main(["restore", str(file), "--user", "admin", *more, *record])


def test_a_backup_is_made_verified_and_noted(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = _backup(record, tmp_path)
    assert f"Backed up and verified: {made}" in capsys.readouterr().out
    desk = _open(record)
    assert [event.body.file for event in desk.ledger.station_events(("BackedUp",))] == [made.name]  # type: ignore[union-attr] of this kind
    desk.ledger.close()


def test_a_backup_beside_an_open_desk_is_made_too(record: list[str], tmp_path: Path) -> None:
    desk = _open(record)
    assert _backup(record, tmp_path).exists()
    desk.ledger.close()


def test_a_folder_that_cannot_be_is_told_in_one_line(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert main(["backup", str(tmp_path / "file"), *record]) == 2
    said = capsys.readouterr().err
    assert "nothing was copied" in said
    assert said.count("\n") == 1


def test_a_restore_says_what_would_be_missing_and_without_a_yes_changes_nothing(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = _backup(record, tmp_path)
    _import(record, tmp_path, ENCOUNTER)
    capsys.readouterr()
    assert _restore(record, made) == 1
    said = capsys.readouterr().out
    assert "entries of 1 visit, recorded" in said
    assert "is kept beside it, as replaced-" in said
    assert said.endswith("Add --yes to go on.\nNothing was changed.\n")
    desk = _open(record)
    assert desk.ledger.reader.visit(ENCOUNTER["id"]) is not None  # type: ignore[arg-type] an id
    desk.ledger.close()


def test_a_restore_keeps_the_replaced_record_notes_itself_and_verifies(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = _backup(record, tmp_path)
    _import(record, tmp_path, ENCOUNTER)
    assert _restore(record, made, "--yes") == 0
    assert "The record is what was written." in capsys.readouterr().out
    desk = _open(record)
    (event,) = desk.ledger.station_events(("Restored",))
    assert isinstance(event.body, Restored)
    assert event.body.missing > 10
    assert event.header.actor == "admin"
    assert (_folder(record) / event.body.replaced).exists()
    assert desk.ledger.reader.visit(ENCOUNTER["id"]) is None  # type: ignore[arg-type] an id
    desk.ledger.close()


def test_signatures_of_what_was_replaced_are_no_alarm_after_a_restore_and_one_without_is(
    record: list[str], tmp_path: Path
) -> None:
    folder = _folder(record)
    made = _backup(record, tmp_path)
    station_file.change(folder, backup=str(made.parent))
    _import(record, tmp_path, ENCOUNTER)
    desk = _open(record)
    make_checkpoint(desk.ledger, "A", desk.daybook.clock(), kept_checkpoints(folder))
    keys = desk.ledger.keys
    desk.ledger.close()
    shutil.copytree(folder, tmp_path / "rolled back")
    assert _restore(record, made, "--yes") == 0
    again = open_checked(folder, keys)
    assert again.problems == ()
    again.ledger.close()
    shutil.copy(made, tmp_path / "rolled back" / "record.db")
    assert not verify(tmp_path / "rolled back", keys, made.parent).clean


def test_on_a_new_computer_the_backup_brings_its_keys(record: list[str], tmp_path: Path) -> None:
    _import(record, tmp_path, ENCOUNTER)
    made = _backup(record, tmp_path)
    fresh = ["--data", str(tmp_path / "fresh"), *record[2:]]
    assert _restore(fresh, made, "--yes") == 0
    assert main(["verify", *fresh]) == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"password": "not the one"}, "do not belong together in the backup"),
        ({"passphrase": "not the one"}, "passphrase does not open the record"),
    ],
)
def test_who_may_not_restore(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], change: dict[str, str], said: str
) -> None:
    made = _backup(record, tmp_path)
    secrets = {"passphrase": PASSPHRASE, "password": "stone and paper"} | change
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in secrets.items()))
    assert _restore([*record[:2], "--secrets", str(wrong)], made, "--yes") == 2
    told = capsys.readouterr().err
    assert said in told
    assert "nothing was changed" in told


def test_refusals_are_one_line(record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = _backup(record, tmp_path)
    desk = _open(record)
    assert _restore(record, made, "--yes") == 2
    desk.ledger.close()
    made.write_bytes(made.read_bytes()[:9000])
    assert _restore(record, made, "--yes") == 2
    assert _restore(record, tmp_path / "no such file.db", "--yes") == 2
    lines = capsys.readouterr().err.splitlines()
    assert all(word in line for word, line in zip(("already open", "cut short", "no backup"), lines, strict=True))


def test_the_downtime_sheet_is_a_pdf_of_what_is_up(
    record: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object
) -> None:
    out = tmp_path / "sheet.pdf"
    assert main(["downtime-sheet", "-o", str(out), "--user", "admin", *record]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert "0 lines are up" in capsys.readouterr().out
    assert main(["downtime-sheet", "-o", str(out), "--user", "admin", *record]) == 2
    desk = _open(record)
    assert "Exported" in [event.kind for event in desk.ledger.station_events(("Exported",))]
    desk.ledger.close()
