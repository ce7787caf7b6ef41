"""A backup from a newer version, of another site, cut short, with the wrong key, or no backup at all: refused."""

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nursedesk.store.backup import backup, backup_folder
from nursedesk.store.ledger import create_folder

from tests.bad_inputs.record import Record
from tests.store.making import raw

NOW = datetime(2026, 11, 24, 14, 2, tzinfo=UTC)


@pytest.fixture
def good(record: Record, tmp_path: Path) -> Path:
    return backup_folder(record.folder, record.keys, tmp_path / "backups", "A", NOW)


def _newer(record: Record, good: Path) -> Path:
    place = good.parent / "newer"
    place.mkdir()
    shutil.copy(good, place / "record.db")
    other = raw(place, record.keys)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    return place / "record.db"


def _other_site(record: Record, good: Path) -> Path:
    other = create_folder(good.parent / "other", "another quiet place", use_keyring=False)
    made = backup(other.ledger, good.parent / "theirs", "A", NOW)
    other.ledger.close()
    return made


def _wrong_key(record: Record, good: Path) -> Path:
    theirs = _other_site(record, good)
    (theirs.parent / "keys.json").unlink()
    return theirs


def _truncated(record: Record, good: Path) -> Path:
    good.write_bytes(good.read_bytes()[:-4096])
    return good


def _zip_bomb(record: Record, good: Path) -> Path:
    good.write_bytes(gzip.compress(bytes(64 << 20)))
    return good


def _empty(record: Record, good: Path) -> Path:
    good.write_bytes(b"")
    return good


def _a_folder(record: Record, good: Path) -> Path:
    return good.parent


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_newer, "was written by a newer NurseDesk: nothing was changed; install the newer version"),
        (_other_site, "is a backup of another suite: nothing was changed"),
        (_wrong_key, "This suite's key does not open"),
        (_truncated, "is cut short: nothing was changed"),
        (_zip_bomb, "is cut short: nothing was changed"),
        (_empty, "is cut short: nothing was changed"),
        (_a_folder, "is a folder: nothing was changed; name a file record-"),
    ],
)
def test_what_is_no_backup_of_this_suite_is_refused_and_changes_nothing(
    record: Record, good: Path, make: object, sentence: str
) -> None:
    assert callable(make)
    file = make(record, good)
    before = (record.folder / "record.db").read_bytes()
    answer = record.ask("restore", str(file), "--yes")
    assert answer.code == 2
    assert sentence in answer.sentence
    assert (record.folder / "record.db").read_bytes() == before
    assert not list(record.folder.glob("*restoring*"))


def test_a_nurse_does_not_restore(record: Record, good: Path) -> None:
    answer = record.ask("restore", str(good), "--yes")
    assert answer.code == 2
    assert answer.sentence.startswith("Restoring is for an administrator or a charge nurse: nothing was changed")
