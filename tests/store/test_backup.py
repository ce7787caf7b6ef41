"""A backup is checked before it has its name; which are kept is a table."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.events import LineId, Started
from nursedesk.store.backup import backup, backup_folder, last_backup, remove_outdated
from nursedesk.store.backup_names import BackupName, backup_name, due, outdated, read_name
from nursedesk.store.engine import is_cut_short, make_engine
from nursedesk.store.errors import Damaged, DiskRefused, StoreError
from nursedesk.store.keys import load, open_with_passphrase
from nursedesk.store.ledger import create_folder
from nursedesk.store.verify import verify_database

from tests.store.making import CANARY, PASSPHRASE, Desk, Suite, raw

NOW = datetime(2026, 11, 24, 14, 2, 11, tzinfo=UTC)


def test_a_backup_is_the_record_under_a_checked_name(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    suite.ledger.append_now([desk.opened(), desk.event(Started(LineId("line-1")))])
    made = backup(suite.ledger, tmp_path / "backups", "A", NOW)
    name = read_name(made.name)
    assert name is not None
    assert (name.made, name.station) == (NOW, "A")
    report = verify_database(make_engine(made, suite.keys.database(), still=True), suite.keys)
    assert report.clean
    assert report.events == 2
    assert open_with_passphrase(made.parent, PASSPHRASE) == suite.keys
    assert {path.name for path in made.parent.iterdir()} == {made.name, "keys.json"}
    assert CANARY.encode() not in made.read_bytes()
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in made.parent.iterdir()} == {0o600}


def test_the_name_has_the_code_of_the_chains_end(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    codes = set()
    for _ in range(2):
        suite.ledger.append_now([desk.event(Started(LineId("line-1")))])
        name = read_name(backup(suite.ledger, tmp_path / "backups", "A", NOW).name)
        codes.add(name and name.code)
    assert len(codes) == 2


def test_what_is_saved_after_the_copy_is_not_in_it(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    suite.ledger.append_now([desk.opened()])
    made = backup(suite.ledger, tmp_path / "backups", "A", NOW)
    assert suite.ledger.append_now([desk.event(Started(LineId("line-1")))]).state == "saved"
    assert verify_database(make_engine(made, suite.keys.database(), still=True), suite.keys).events == 1


def test_a_record_that_does_not_verify_is_no_backup_and_is_kept(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    suite.ledger.append_now([desk.opened()])
    into = tmp_path / "backups"
    good = backup(suite.ledger, into, "A", NOW)
    other = raw(suite.folder, suite.keys)
    other.execute("UPDATE chain_head SET station_seq = 7")
    other.close()
    with pytest.raises(Damaged, match=r"no backup and is kept as damaged-A\.db: older backups are unchanged"):
        backup(suite.ledger, into, "A", NOW + timedelta(hours=1))
    assert {path.name for path in into.iterdir()} == {good.name, "keys.json", "damaged-A.db"}


def test_another_suites_folder_is_refused(suite: Suite, tmp_path: Path) -> None:
    other = create_folder(tmp_path / "other", PASSPHRASE, use_keyring=False)
    backup(other.ledger, tmp_path / "backups", "A", NOW)
    other.ledger.close()
    before = load(tmp_path / "backups")
    with pytest.raises(DiskRefused, match="another suite's backups: nothing was copied"):
        backup(suite.ledger, tmp_path / "backups", "A", NOW)
    assert load(tmp_path / "backups") == before


def test_the_data_folder_is_no_backup_folder(suite: Suite) -> None:
    with pytest.raises(DiskRefused, match="the data folder itself"):
        backup(suite.ledger, suite.folder, "A", NOW)


def test_a_folder_that_cannot_be_made_is_told(suite: Suite, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="nothing was copied"):
        backup(suite.ledger, tmp_path / "file" / "below", "A", NOW)


def test_a_copy_cut_short_is_told_from_a_wrong_key_and_damage(suite: Suite, tmp_path: Path) -> None:
    made = backup_folder(suite.folder, suite.keys, tmp_path / "backups", "A", NOW)
    whole, key = made.read_bytes(), suite.keys.database()
    assert not is_cut_short(made, key)
    assert not is_cut_short(made, bytes(32))
    for length in (0, 4096, 5000, len(whole) - 4096, len(whole) - 1):
        made.write_bytes(whole[:length])
        assert is_cut_short(made, key), length


def test_old_backups_go_and_other_files_stay(suite: Suite, tmp_path: Path) -> None:
    into = tmp_path / "backups"
    made = backup(suite.ledger, into, "A", NOW)
    for days in (60, 61, 62, 63):
        (into / backup_name(NOW - timedelta(days=days), "A", "0" * 16).text()).write_bytes(b"")
    (into / "notes.db").write_bytes(b"")
    assert last_backup(into, "A") == NOW
    assert last_backup(into, "B") is None
    assert remove_outdated(into, NOW) > 0
    assert made.exists()
    assert (into / "notes.db").exists()


# --- names ---------------------------------------------------------------------------------------


def _names(*ages: timedelta, station: str = "A") -> list[str]:
    return [backup_name(NOW - age, station, "0" * 16).text() for age in ages]


@pytest.mark.parametrize(
    ("ages", "going"),
    [
        ([timedelta(minutes=30 * n) for n in range(96)], []),
        ([timedelta(days=3), timedelta(days=3, hours=1)], [timedelta(days=3, hours=1)]),
        ([timedelta(days=3), timedelta(days=4)], []),
        # Monday the 7th and Tuesday the 8th of September: one week, one month, too old for days.
        ([timedelta(days=77), timedelta(days=78)], [timedelta(days=78)]),
        ([timedelta(days=70), timedelta(days=77)], []),
        # The 1st and the 9th of June: one month, too old for weeks.
        ([timedelta(days=168), timedelta(days=176)], [timedelta(days=176)]),
        ([timedelta(days=168), timedelta(days=200)], []),
        ([timedelta(), timedelta(days=85 * 31)], [timedelta(days=85 * 31)]),
        ([timedelta(days=4000)], []),
        ([timedelta(days=-3), timedelta(days=-3, hours=1)], []),
    ],
)
def test_what_is_kept(ages: list[timedelta], going: list[timedelta]) -> None:
    assert set(outdated(_names(*ages), NOW)) == set(_names(*going))


def test_stations_are_kept_apart() -> None:
    names = _names(timedelta(days=3)) + _names(timedelta(days=3, hours=1), station="B")
    assert outdated(names, NOW) == ()


@given(st.lists(st.integers(0, 24 * 4000).map(lambda hours: timedelta(hours=hours)), min_size=1))
def test_what_is_kept_is_settled_and_has_the_newest(ages: list[timedelta]) -> None:
    names = set(_names(*ages))
    left = names - set(outdated(names, NOW))
    assert outdated(left, NOW) == ()
    assert _names(min(ages))[0] in left
    assert set(_names(*(age for age in ages if age <= timedelta(hours=48)))) <= left


@pytest.mark.parametrize(
    "name",
    ["record.db", "record-20261124T140211Z-A.db", "record-20261399T140211Z-A-0123456789abcdef.db", "keys.json"],
)
def test_other_names_are_nobodys(name: str) -> None:
    assert read_name(name) is None
    assert outdated([name], NOW) == ()


def test_a_name_reads_back() -> None:
    made = backup_name(NOW, "../A b", "0123456789abcdef")
    assert made == BackupName(NOW, "___A_b", "0123456789abcdef")
    assert read_name(made.text()) == made


@pytest.mark.parametrize(
    ("last", "changed", "is_due"),
    [
        (None, True, True),
        (None, False, False),
        (timedelta(minutes=29), True, False),
        (timedelta(minutes=30), True, True),
        (timedelta(minutes=30), False, False),
        (timedelta(minutes=-1), True, True),
    ],
)
def test_when_a_backup_is_due(last: timedelta | None, changed: bool, is_due: bool) -> None:
    assert due(None if last is None else NOW - last, NOW, changed=changed) is is_due
