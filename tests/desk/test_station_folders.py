"""The folders of backups and of the emergency journal: what is stored, what is refused, and what stays safe."""

import json
from pathlib import Path

import pytest
from nursedesk.desk import station_file
from nursedesk.desk.daybook import Session
from nursedesk.desk.open_desk import OpenDesk, journal_place, open_desk
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import set_up
from nursedesk.desk.station_folders import set_backup_folder, set_journal_folder
from nursedesk.store.journal import Journal

from tests.app.suite import FACTS, PASSPHRASE, PEOPLE
from tests.desk.station import Clocks


@pytest.fixture
def desk(tmp_path: Path):
    """An administrator's open desk; its journal lies in the test's own folder."""
    made = set_up(tmp_path / "suite", FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=Clocks())
    (tmp_path / "journal").mkdir()
    station_file.change(tmp_path / "suite", journal=str(tmp_path / "journal"))
    keys = made.desk.ledger.keys
    made.desk.ledger.close()
    opened = open_desk(tmp_path / "suite", keys, Clocks())
    opened.daybook.session = Session(PEOPLE[2].person, "s1", "password")
    yield opened
    opened.ledger.close()


def settings(desk: OpenDesk) -> list[tuple[str, str]]:
    events = desk.ledger.reader.station_events(("SettingChanged",))
    return [(one.body.key, json.loads(one.body.value)) for one in events if one.body.key.startswith("station")]


def test_a_folder_is_in_the_stations_file_and_in_the_record(desk: OpenDesk, tmp_path: Path) -> None:
    for name, change in (("backup", set_backup_folder), ("journal", set_journal_folder)):
        into = tmp_path / f"new {name} é"
        into.mkdir()
        change(desk.daybook, desk.ledger, into)
        assert getattr(station_file.read(desk.ledger.folder), name) == str(into)
        assert settings(desk)[-1] == (f"station A: {name}", str(into))
    assert journal_place(desk.ledger.folder) == into


@pytest.mark.parametrize("change", [set_backup_folder, set_journal_folder])
def test_a_folder_that_cannot_serve_is_refused_and_nothing_is_changed(
    desk: OpenDesk, tmp_path: Path, change
) -> None:
    kept = station_file.read(desk.ledger.folder)
    (tmp_path / "file").touch()
    (desk.ledger.folder / "below").mkdir()
    for folder, key in (
        (tmp_path / "not there", "folder_not_there"),
        (tmp_path / "file", "folder_not_there"),
        (Path("here"), "folder_not_there"),
        (desk.ledger.folder, "folder_of_record"),
        (desk.ledger.folder / "below", "folder_of_record"),
        (Path("/proc"), "folder_unwritable"),
    ):
        with pytest.raises(Refused) as refused:
            change(desk.daybook, desk.ledger, folder)
        assert refused.value.key == key, folder
    assert station_file.read(desk.ledger.folder) == kept
    assert settings(desk) == []


@pytest.mark.parametrize("change", [set_backup_folder, set_journal_folder])
def test_a_nurse_changes_no_folder(desk: OpenDesk, tmp_path: Path, change) -> None:
    desk.daybook.session = Session(PEOPLE[0].person, "s2", "password")
    kept = station_file.read(desk.ledger.folder)
    with pytest.raises(Refused, match="not_allowed"):
        change(desk.daybook, desk.ledger, tmp_path / "journal")
    assert station_file.read(desk.ledger.folder) == kept


def test_a_journal_that_holds_presses_is_left_where_the_next_start_finds_it(
    desk: OpenDesk, tmp_path: Path
) -> None:
    into = tmp_path / "elsewhere"
    into.mkdir()
    journal = Journal.of(desk.ledger.folder, desk.ledger.keys, tmp_path / "journal")
    journal.append([b"not an event"])
    with pytest.raises(Refused, match="journal_holds"):
        set_journal_folder(desk.daybook, desk.ledger, into)
    assert station_file.read(desk.ledger.folder).journal == str(tmp_path / "journal")
    journal.clear()
    set_journal_folder(desk.daybook, desk.ledger, into)
    assert station_file.read(desk.ledger.folder).journal == str(into)
    set_journal_folder(desk.daybook, desk.ledger, None)
    assert station_file.read(desk.ledger.folder).journal == ""
