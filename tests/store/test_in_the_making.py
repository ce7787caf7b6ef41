"""A suite is there whole or not at all; what an interrupted making left is made anew, and nothing else is."""

import shutil
from pathlib import Path

import pytest
from nursedesk.store.errors import AlreadyRunning, SuiteExists
from nursedesk.store.in_the_making import FOLDER, being_made
from nursedesk.store.keys import open_with_passphrase
from nursedesk.store.ledger import create_folder, has_suite, open_folder
from nursedesk.store.lock import FolderLock
from nursedesk.store.places import database_path, key_path

from tests.store.making import PASSPHRASE


class PowerFails(BaseException):
    """What nothing in the program handles."""


def _make(making: Path) -> None:
    create_folder(making, PASSPHRASE, use_keyring=False).ledger.close()


def test_what_is_made_is_there_after_the_block_and_opens(tmp_path: Path) -> None:
    folder = tmp_path / "suite"
    with being_made(folder) as making:
        _make(making)
        assert not has_suite(folder)
    assert has_suite(folder)
    assert not (folder / FOLDER).exists()
    open_folder(folder, open_with_passphrase(folder, PASSPHRASE)).close()


def test_nothing_is_made_when_the_block_fails(tmp_path: Path) -> None:
    folder = tmp_path / "suite"

    def fail() -> None:
        with being_made(folder) as making:
            _make(making)
            raise PowerFails

    with pytest.raises(PowerFails):
        fail()
    assert [one.name for one in folder.iterdir() if one.name != "desk.lock"] == []
    with being_made(folder) as making:
        _make(making)
    assert has_suite(folder)


def test_a_making_that_was_interrupted_among_its_files_is_begun_anew(tmp_path: Path) -> None:
    folder = tmp_path / "suite"
    _make(folder / FOLDER)
    shutil.copy(key_path(folder / FOLDER), key_path(folder))
    database_path(folder).with_name("record.db-wal").write_bytes(b"of another record")
    with being_made(folder) as making:
        assert list(making.iterdir()) == []
        _make(making)
    open_folder(folder, open_with_passphrase(folder, PASSPHRASE)).close()


def test_a_suite_or_its_keys_alone_are_left_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "suite"
    _make(folder)
    for gone in (None, database_path(folder)):
        if gone is not None:
            gone.unlink()
        before = {one.name: one.read_bytes() for one in folder.iterdir()}
        with pytest.raises(SuiteExists, match="nothing was changed"), being_made(folder):
            pytest.fail("there is a suite, or its keys")
        assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_two_at_once_make_one(tmp_path: Path) -> None:
    (tmp_path / "suite").mkdir()
    lock = FolderLock(tmp_path / "suite")
    lock.acquire()
    with pytest.raises(AlreadyRunning), being_made(tmp_path / "suite"):
        pytest.fail("another is at it")
    lock.release()
