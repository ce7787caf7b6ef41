"""A restore: what would be missing, what is refused, what is kept, and that killed anywhere it is old or new."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nursedesk.record.encounter import StopReason
from nursedesk.record.events import EncounterId, LineId, Signed, Started, Stopped
from nursedesk.store import restore as restore_module
from nursedesk.store.backup import backup
from nursedesk.store.errors import AlreadyRunning, Damaged, DiskRefused, NewerSchema, NoSuite, StoreError, WrongKey
from nursedesk.store.keys import open_with_passphrase
from nursedesk.store.ledger import create_folder, open_folder
from nursedesk.store.places import database_path
from nursedesk.store.restore import Missing, preparing, put_in_place
from nursedesk.store.verify import verify

from tests.store.fixtures.make_schema_1 import FIXTURE, FIXTURE_KEYS
from tests.store.making import PASSPHRASE, Desk, Suite, raw

NOW = datetime(2026, 11, 24, 14, 2, 11, tzinfo=UTC)
VISIT = EncounterId("visit-1")


@pytest.fixture
def backed_up(suite: Suite, desk: Desk, tmp_path: Path) -> Path:
    """A backup of one open visit; afterwards its line was stopped, another visit opened and a ticket signed."""
    suite.ledger.append_now([desk.opened(), desk.event(Started(LineId("line-1")))])
    made = backup(suite.ledger, tmp_path / "backups", "A", NOW)
    suite.ledger.append_now(
        [desk.event(Stopped(LineId("line-1"), 1, StopReason.COMPLETED)), desk.opened("visit-2")]
    )
    suite.ledger.append_now([desk.event(Signed("A-261124-001", 1, "{}", "d", "I gave this"))])
    suite.ledger.close()
    return made


def _kinds(folder: Path, suite: Suite) -> list[str]:
    ledger = open_folder(folder, suite.keys)
    try:
        return [event.kind for event in ledger.events_of(VISIT)]
    finally:
        ledger.close()


def _before(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".db", ".json")}


def test_what_would_be_missing_is_counted_and_nothing_is_changed_by_looking(suite: Suite, backed_up: Path) -> None:
    before = _before(suite.folder)
    with preparing(backed_up, suite.folder, suite.keys) as prepared:
        missing = prepared.missing
        assert prepared.report.events == 2
    assert missing is not None
    assert (missing.events, missing.visits, missing.tickets) == (3, 2, ("A-261124-001",))
    assert missing.first is not None
    assert missing.last is not None
    assert missing.first < missing.last
    assert _before(suite.folder) == before


def test_the_backup_takes_the_records_place_and_the_record_is_kept(suite: Suite, backed_up: Path) -> None:
    with preparing(backed_up, suite.folder, suite.keys) as prepared:
        kept = put_in_place(prepared, NOW)
    assert kept == "replaced-20261124T140211Z.db"
    assert _kinds(suite.folder, suite) == ["Opened", "Started"]
    assert verify(suite.folder, suite.keys).clean
    with preparing(suite.folder / kept, suite.folder, suite.keys) as back:
        assert back.missing == Missing()
        put_in_place(back, NOW.replace(hour=15))
    assert _kinds(suite.folder, suite) == ["Opened", "Started", "Stopped", "Signed"]


def test_a_new_computer_gets_record_and_keys(suite: Suite, backed_up: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    keys = open_with_passphrase(backed_up.parent, PASSPHRASE)
    with preparing(backed_up, fresh, keys) as prepared:
        assert not prepared.there
        assert put_in_place(prepared, NOW) == ""
    assert open_with_passphrase(fresh, PASSPHRASE) == suite.keys
    assert _kinds(fresh, suite) == ["Opened", "Started"]


def test_a_record_that_cannot_be_read_is_replaced_and_kept_as_it_was(suite: Suite, backed_up: Path) -> None:
    broken = b"\0" * 8192 + database_path(suite.folder).read_bytes()[8192:]
    database_path(suite.folder).write_bytes(broken)
    with preparing(backed_up, suite.folder, suite.keys) as prepared:
        assert prepared.missing is None
        kept = put_in_place(prepared, NOW)
    assert (suite.folder / kept).read_bytes() == broken
    assert _kinds(suite.folder, suite) == ["Opened", "Started"]


def test_what_stands_in_the_log_of_a_killed_desk_is_counted_and_kept(
    suite: Suite, desk: Desk, tmp_path: Path
) -> None:
    suite.ledger.append_now([desk.opened()])
    made = backup(suite.ledger, tmp_path / "backups", "A", NOW)
    suite.ledger.append_now([desk.event(Started(LineId("line-1")))])
    killed = tmp_path / "killed"
    shutil.copytree(suite.folder, killed)
    suite.ledger.close()
    with preparing(made, killed, suite.keys) as prepared:
        assert prepared.missing is not None
        assert prepared.missing.events == 1
        kept = put_in_place(prepared, NOW)
    assert _kinds(killed, suite) == ["Opened"]
    with preparing(killed / kept, killed, suite.keys) as back:
        assert back.report.events == 2


def test_beside_an_open_desk_it_is_refused(suite: Suite, backed_up: Path) -> None:
    ledger = open_folder(suite.folder, suite.keys)
    with pytest.raises(AlreadyRunning, match="already open"), preparing(backed_up, suite.folder, suite.keys):
        pass
    ledger.close()


@pytest.mark.parametrize("length", [0, 100, 4096, -4096, -1])
def test_a_backup_cut_short_is_refused(suite: Suite, backed_up: Path, length: int) -> None:
    backed_up.write_bytes(backed_up.read_bytes()[:length])
    before = _before(suite.folder)
    with pytest.raises(Damaged, match="cut short: nothing was changed"):
        _try(backed_up, suite)
    assert _before(suite.folder) == before


@pytest.mark.parametrize("place", [0.2, 0.5, 0.9])
def test_a_damaged_backup_is_refused(suite: Suite, backed_up: Path, place: float) -> None:
    content = bytearray(backed_up.read_bytes())
    content[int(len(content) * place)] ^= 0xFF
    backed_up.write_bytes(content)
    before = _before(suite.folder)
    with pytest.raises(StoreError, match="nothing was changed"):
        _try(backed_up, suite)
    assert _before(suite.folder) == before


def test_a_huge_file_of_zeros_is_no_backup(suite: Suite, backed_up: Path) -> None:
    with backed_up.open("wb") as out:
        out.truncate(1 << 30)
    with pytest.raises(StoreError, match="nothing was changed"):
        _try(backed_up, suite)
    assert not (suite.folder / "record.db.restoring").exists()


def test_another_suites_backup_is_refused(suite: Suite, backed_up: Path, tmp_path: Path) -> None:
    other = create_folder(tmp_path / "other", PASSPHRASE, use_keyring=False)
    theirs = backup(other.ledger, tmp_path / "theirs", "A", NOW)
    other.ledger.close()
    with pytest.raises(WrongKey, match="another suite: nothing was changed"):
        _try(theirs, suite)
    (theirs.parent / "keys.json").unlink()
    with pytest.raises(WrongKey, match="key does not open"):
        _try(theirs, suite)


def test_a_newer_programs_backup_is_refused(suite: Suite, backed_up: Path) -> None:
    newer = backed_up.parent / "newer"
    newer.mkdir()
    shutil.copy(backed_up, newer / "record.db")
    other = raw(newer, suite.keys)
    other.execute("UPDATE alembic_version SET version_num = '9999'")
    other.close()
    with pytest.raises(NewerSchema, match="newer NurseDesk: nothing was changed"):
        _try(newer / "record.db", suite)


def test_a_backup_of_the_first_schema_is_taken(tmp_path: Path) -> None:
    shutil.copy(FIXTURE, tmp_path / "old.db")
    (tmp_path / "suite").mkdir()
    (tmp_path / "keys.json").write_text("{}")
    with preparing(tmp_path / "old.db", tmp_path / "suite", FIXTURE_KEYS) as prepared:
        assert prepared.report.clean
        put_in_place(prepared, NOW)
    assert verify(tmp_path / "suite", FIXTURE_KEYS).clean


def test_the_record_itself_and_what_is_not_there_are_no_backups(suite: Suite, backed_up: Path) -> None:
    with pytest.raises(DiskRefused, match="the record itself"):
        _try(database_path(suite.folder), suite)
    with pytest.raises(NoSuite, match="no backup"):
        _try(suite.folder / "nothing.db", suite)


@pytest.mark.parametrize("step", range(6))
def test_cut_off_at_any_step_it_is_the_old_record_or_the_new(
    suite: Suite, backed_up: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Each file operation of the swap fails in its turn."""
    calls = iter(range(100))

    def breaking(real: object) -> object:
        def call(*args: object, **named: object) -> object:
            if next(calls) == step:
                raise OSError(28, "No space left on device")
            return real(*args, **named)  # type: ignore[operator] it is what stood there

        return call

    with preparing(backed_up, suite.folder, suite.keys) as prepared, monkeypatch.context() as patch:
        for name in ("_copy_file", "sync_folder"):
            patch.setattr(restore_module, name, breaking(getattr(restore_module, name)))
        for name in ("unlink", "replace"):
            patch.setattr(Path, name, breaking(getattr(Path, name)))
        try:
            put_in_place(prepared, NOW)
        except DiskRefused as error:
            assert "could not be restored" in str(error)
    assert _kinds(suite.folder, suite) in (["Opened", "Started"], ["Opened", "Started", "Stopped", "Signed"])
    assert verify(suite.folder, suite.keys).clean


def _try(file: Path, suite: Suite) -> None:
    with preparing(file, suite.folder, suite.keys):
        pass
