"""The database engine: its settings hold, its keys are quiet, and what does not hold is refused."""

import os
import stat
from pathlib import Path

import pytest
from nursedesk.store import engine
from nursedesk.store.engine import check_engine, make_engine
from nursedesk.store.errors import Damaged, DiskRefused, EngineUnfit, WrongKey
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "some folder?#%" / "record.db"
    path.parent.mkdir()
    with make_engine(path, KEY, create=True).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE thing (name TEXT)")
    return path


@pytest.mark.parametrize("version", ["3.51.3", "3.53.4", "3.50.7", "3.50.9", "3.44.6", "4.0.0"])
def test_engines_with_the_fix_are_taken(version: str) -> None:
    check_engine(version)


@pytest.mark.parametrize("version", ["3.40.1", "3.44.5", "3.45.0", "3.50.6", "3.51.0", "3.51.2"])
def test_engines_whose_log_can_lose_a_commit_are_refused(version: str) -> None:
    with pytest.raises(EngineUnfit, match=version):
        check_engine(version)


def test_every_connection_has_the_settings(database: Path) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
    }
    for read_only in (False, True):
        with make_engine(database, KEY, read_only=read_only).connect() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
        assert found == wanted


def test_a_setting_that_does_not_hold_stops_the_program(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_SETTINGS", (("synchronous", "NORMAL", 2),))
    with pytest.raises(EngineUnfit, match="synchronous"):
        make_engine(database, KEY).connect()


def test_a_wrong_key_is_told_in_a_sentence_and_nowhere_else(
    database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(WrongKey, match="does not open the record"):
        make_engine(database, bytes(32)).connect()
    assert capfd.readouterr() == ("", "")


def test_a_reading_connection_cannot_write(database: Path) -> None:
    with make_engine(database, KEY, read_only=True).connect() as connection, pytest.raises(SQLAlchemyError):
        connection.exec_driver_sql("INSERT INTO thing VALUES ('a')")


def test_two_writers_queue_and_neither_fails_at_once(database: Path) -> None:
    """A deferred transaction that reads and then writes would fail; an immediate one holds its place at once."""
    first, second = make_engine(database, KEY).connect(), make_engine(database, KEY).connect()
    second.exec_driver_sql("PRAGMA busy_timeout = 1")
    second.commit()
    with first.begin():
        first.exec_driver_sql("SELECT count(*) FROM thing")
        with pytest.raises(SQLAlchemyError, match="locked"):
            second.begin()
        first.exec_driver_sql("INSERT INTO thing VALUES ('a')")
    first.close()
    second.close()


def test_files_are_their_owners_alone(database: Path) -> None:
    before = os.umask(0)
    try:
        with make_engine(database, KEY).connect() as connection:
            connection.exec_driver_sql("INSERT INTO thing VALUES ('a')")
            connection.commit()
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in database.parent.iterdir()}
    finally:
        os.umask(before)
    assert modes == {"record.db": 0o600, "record.db-wal": 0o600, "record.db-shm": 0o600}


def test_nothing_readable_is_in_the_file(database: Path) -> None:
    assert b"CREATE TABLE" not in database.read_bytes()
    assert not database.read_bytes().startswith(b"SQLite")


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DiskRefused, match="nothing was changed"):
        make_engine(tmp_path / "record.db", KEY).connect()
    assert not list(tmp_path.iterdir())


def test_a_torn_file_is_told_in_a_sentence(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2 - 100])
    with pytest.raises((Damaged, WrongKey), match="nothing was changed"):
        make_engine(database, KEY).connect()


def test_errors_do_not_repeat_what_was_to_be_written(database: Path) -> None:
    with make_engine(database, KEY).connect() as connection, pytest.raises(SQLAlchemyError) as failure:
        connection.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "Jane Canary"})
    assert "Canary" not in str(failure.value)
