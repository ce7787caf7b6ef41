"""Room is kept back, and given up when a commit meets a full disk: the press is saved after all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from nursedesk.store import ballast
from nursedesk.store import ledger as ledger_module
from nursedesk.store.engine import make_engine
from nursedesk.store.errors import DiskRefused
from nursedesk.store.ledger import Ledger, SaveState, open_folder
from nursedesk.store.places import database_path
from nursedesk.store.writer import Writer

from tests.store.making import Desk, Suite
from tests.store.test_writer import Disk, Outcomes, _full


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a disk that has plenty."""
    monkeypatch.setattr(ballast, "free_bytes", lambda _: 8 << 30)
    return tmp_path


@pytest.fixture
def writer(suite: Suite, disk: Disk) -> Iterator[Writer]:
    writer = Writer(disk, suite.keys.mac(), lambda: ballast.give_up(suite.folder))  # type: ignore[arg-type] it connects
    yield writer
    writer.close()


@pytest.fixture
def disk(suite: Suite) -> Disk:
    return Disk(make_engine(database_path(suite.folder), suite.keys.database()))


def test_room_is_kept_back_once_and_given_up_once(room: Path) -> None:
    assert ballast.keep_back(room, 3 << 20)
    assert (room / ballast.NAME).stat().st_size == 3 << 20
    assert ballast.keep_back(room, 9 << 20), "there is some already"
    assert (room / ballast.NAME).stat().st_size == 3 << 20
    assert ballast.give_up(room)
    assert not ballast.give_up(room)
    assert list(room.iterdir()) == []


def test_nothing_is_taken_from_a_disk_that_has_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "free_bytes", lambda _: ballast.LOW - 1)
    assert not ballast.keep_back(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_finished_is_not_left(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ballast.os, "urandom", full)
    assert not ballast.keep_back(room)
    assert list(room.iterdir()) == []


def test_a_press_that_meets_a_full_disk_is_saved_with_the_room_kept_back(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer
) -> None:
    (suite.folder / ballast.NAME).write_bytes(b"room")
    told = Outcomes()
    disk.fail_commit = _full
    writer.append([desk.opened()], told)
    assert told.next().state is SaveState.SAVED
    assert not ballast.is_there(suite.folder)
    disk.fail_commit = _full
    writer.append([desk.opened("visit-2")], told)
    assert told.next().state is SaveState.NOT_SAVED


def test_opening_on_a_full_disk_uses_the_room_too(suite: Suite, monkeypatch: pytest.MonkeyPatch) -> None:
    suite.ledger.close()
    (suite.folder / ballast.NAME).write_bytes(b"room")
    real = ledger_module._opened

    def full_while_kept_back(*arguments: object) -> Ledger:
        if ballast.is_there(suite.folder):
            raise DiskRefused("The record cannot be opened (disk I/O error).")
        return real(*arguments)  # type: ignore[arg-type] what it was called with

    monkeypatch.setattr(ledger_module, "_opened", full_while_kept_back)
    with pytest.raises(DiskRefused):
        open_folder(suite.folder, suite.keys)
    assert ballast.is_there(suite.folder), "the disk is not full: the room is not what is needed"
    monkeypatch.setattr(ballast, "free_bytes", lambda _: 0)
    open_folder(suite.folder, suite.keys).close()
    assert not ballast.is_there(suite.folder)
