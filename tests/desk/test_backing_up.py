"""Backups of an open desk: when due, at leaving, noted in the ledger, and never in the way of leaving."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.desk import station_file
from nursedesk.desk.backing_up import BackupState, back_up, note, state_of
from nursedesk.desk.open_desk import OpenDesk, leave, open_checked
from nursedesk.desk.set_up import set_up
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.events import BackedUp, SettingChanged, StationId
from nursedesk.store.backup_names import read_name
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import StoreError
from nursedesk.store.verify import verify, verify_database

from tests.desk.station import Clocks

A = StationId("A")


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def desk(tmp_path: Path, clocks: Clocks) -> OpenDesk:
    facts = SuiteFacts(site="Elm Street", zone="America/New_York", chairs=("1",))
    made = set_up(tmp_path / "suite", facts, (), "a quiet place", use_keyring=False, read_clock=clocks).desk
    station_file.change(tmp_path / "suite", backup=str(tmp_path / "backups"))
    return made


def _turn(desk: OpenDesk, clocks: Clocks) -> str:
    """What the desk does once a minute; returns the new backup's name."""
    done = back_up(desk.ledger, A, clocks.wall)
    note(desk.daybook, done)
    return done.file


def _change(desk: OpenDesk) -> None:
    desk.daybook.write(None, SettingChanged("site", '"Elm Street"'))


def _files(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "backups").glob("record-*.db"))


def test_a_backup_is_made_when_due_and_changed_and_is_in_the_ledger(
    desk: OpenDesk, clocks: Clocks, tmp_path: Path
) -> None:
    first = _turn(desk, clocks)
    assert _files(tmp_path) == [first]
    assert [event.body for event in desk.ledger.station_events(("BackedUp",))] == [BackedUp(first)]
    clocks.pass_(minutes=31)
    assert _turn(desk, clocks) == ""
    _change(desk)
    assert _turn(desk, clocks) != ""
    _change(desk)
    clocks.pass_(minutes=29)
    assert _turn(desk, clocks) == ""
    assert len(_files(tmp_path)) == 2
    assert state_of(desk.ledger.folder, A) == BackupState(
        str(tmp_path / "backups"), clocks.wall.replace(microsecond=0) - timedelta(minutes=29)
    )
    desk.ledger.close()


def test_the_line_of_a_backup_is_the_stations_own(desk: OpenDesk, clocks: Clocks) -> None:
    _turn(desk, clocks)
    (event,) = desk.ledger.station_events(("BackedUp",))
    assert (event.header.actor, event.header.session) == ("station", "")
    desk.ledger.close()


def test_leaving_backs_up_what_changed_signs_and_opens_again_clean(
    desk: OpenDesk, clocks: Clocks, tmp_path: Path
) -> None:
    _turn(desk, clocks)
    _change(desk)
    clocks.pass_(minutes=1)
    assert leave(desk) == ""
    newest = _files(tmp_path)[-1]
    assert len(_files(tmp_path)) == 2
    assert len(list((tmp_path / "backups").glob("checkpoint-*.json"))) == 1
    made = make_engine(tmp_path / "backups" / newest, desk.ledger.keys.database(), still=True)
    assert verify_database(made, desk.ledger.keys).clean
    again = open_checked(tmp_path / "suite", desk.ledger.keys, clocks)
    assert again.problems == ()
    assert leave(again) == ""
    assert len(_files(tmp_path)) == 2, "nothing was written since the last"


def test_old_backups_go(desk: OpenDesk, clocks: Clocks, tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        _change(desk)
        names.append(_turn(desk, clocks))
        clocks.pass_(minutes=40)
    clocks.pass_(minutes=60 * 24 * 5)
    _change(desk)
    newest = _turn(desk, clocks)
    assert _files(tmp_path) == [names[-1], newest]
    desk.ledger.close()


def test_without_a_folder_nothing_is_made(desk: OpenDesk, clocks: Clocks) -> None:
    station_file.change(desk.ledger.folder, backup="")
    assert _turn(desk, clocks) == ""
    assert state_of(desk.ledger.folder, A) == BackupState()
    desk.ledger.close()


def test_a_disk_that_is_not_connected_is_told_and_no_folder_is_made_in_its_place(
    desk: OpenDesk, clocks: Clocks, tmp_path: Path
) -> None:
    station_file.change(desk.ledger.folder, backup=str(tmp_path / "stick" / "backups"))
    with pytest.raises(StoreError, match=r"is not there: nothing was copied, and the record is safe; connect"):
        _turn(desk, clocks)
    assert not (tmp_path / "stick").exists()
    assert "is not there" in leave(desk)
    assert verify(desk.ledger.folder, desk.ledger.keys).clean


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_backup_folder_that_cannot_be_written_does_not_keep_anybody_from_leaving(
    desk: OpenDesk, clocks: Clocks, tmp_path: Path
) -> None:
    _turn(desk, clocks)
    _change(desk)
    (tmp_path / "backups").chmod(0o500)
    try:
        assert "ermission" in leave(desk)
    finally:
        (tmp_path / "backups").chmod(0o700)
    open_checked(tmp_path / "suite", desk.ledger.keys, clocks).ledger.close()


def test_a_backup_folder_that_went_away_is_made_anew_where_its_parent_is(
    desk: OpenDesk, clocks: Clocks, tmp_path: Path
) -> None:
    _turn(desk, clocks)
    shutil.rmtree(tmp_path / "backups")
    _change(desk)
    assert read_name(_turn(desk, clocks)) is not None
    desk.ledger.close()
