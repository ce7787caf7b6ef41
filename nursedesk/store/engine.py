"""Connections to the encrypted database, with every setting the record depends on made and read back."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from nursedesk.store.errors import Damaged, DiskRefused, EngineUnfit, WrongKey

BUSY_MS = 5000
_NOT_A_DATABASE = 26
_CORRUPT = 11
_PAGE = 4096
_STILL = "ro&immutable=1"

# The setting, what to say, and what must be read back.
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
    ("trusted_schema", "OFF", 0),
    # Without it INSERT OR REPLACE deletes an event without firing the trigger that forbids deleting.
    ("recursive_triggers", "ON", 1),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
)


def engine_version() -> str:
    """The version of the SQLite that this program brings."""
    return str(dbapi2.sqlite_version)


def check_engine(version: str = dbapi2.sqlite_version) -> None:
    """Raise EngineUnfit on a SQLite whose write-ahead log can lose a commit when it is reset."""
    numbers = tuple(int(part) for part in version.split("."))
    fixed = numbers >= (3, 51, 3) or (3, 50, 7) <= numbers < (3, 51) or (3, 44, 6) <= numbers < (3, 45)
    if not fixed:
        raise EngineUnfit(
            f"The database engine is SQLite {version}, which can lose what was saved: nothing was opened; install "
            "the program again with its own engine."
        )


def make_engine(
    database: Path, key: bytes, *, read_only: bool = False, create: bool = False, still: bool = False
) -> Engine:
    """An engine over one database file with a raw 32-byte key; each connection is set up and checked.

    A connection may be handed from thread to thread, but is used by one at a time. `still` is for a file that
    nobody writes, such as a backup: it is only read, and nothing is made beside it.
    """
    check_engine()
    read_only = read_only or still
    mode = _STILL if still else "ro" if read_only else "rwc" if create else "rw"
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: _open(database, key, mode),
        poolclass=NullPool,
        # Patients' data would else stand in the text of errors.
        hide_parameters=True,
    )
    # The driver must not begin anything by itself; a transaction that reads first and writes later would fail
    # at once with "locked", so every writing one is IMMEDIATE.
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


@contextmanager
def connecting() -> Iterator[None]:
    """Turn the driver's complaints about a file that does not open into our own sentences."""
    try:
        yield
    except dbapi2.OperationalError as error:
        raise DiskRefused(
            f"The record cannot be opened ({error}): nothing was changed; check the disk and its permissions."
        ) from error
    except dbapi2.DatabaseError as error:
        raise Damaged(
            f"The record cannot be read ({error}): nothing was changed; restore the last backup."
        ) from error


def _open(database: Path, key: bytes, mode: str) -> Any:
    if mode == "rwc":
        # Made by us first, because the engine would leave it readable by others.
        os.close(os.open(database, os.O_RDWR | os.O_CREAT, 0o600))
    with connecting():
        connection = dbapi2.connect(
            f"file:{quote(str(database))}?mode={'rw' if mode == 'rwc' else mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _set_up(connection, key, read_only=mode in ("ro", _STILL), still=mode == _STILL)
        except BaseException:
            connection.close()
            raise
    return connection


def _set_up(connection: Any, key: bytes, *, read_only: bool, still: bool) -> None:
    run: Callable[..., Any] = connection.execute
    _give_key(connection, key)
    if not run("PRAGMA cipher_version").fetchone():
        raise EngineUnfit("The database engine does not encrypt: nothing was opened; install the program again.")
    _try_key(connection)
    for name, value, _ in _SETTINGS:
        run(f"PRAGMA {name} = {value}")
    if sys.platform == "darwin":
        run("PRAGMA fullfsync = ON")
        run("PRAGMA checkpoint_fullfsync = ON")
    run("PRAGMA query_only = ON" if read_only else "PRAGMA journal_mode = WAL")
    _read_back(connection, read_only=read_only, journal="delete" if still else "wal")


def _give_key(connection: Any, key: bytes) -> None:
    if len(key) != 32:
        raise ValueError("a database key has 32 bytes")
    # Else a wrong key writes a line to stderr.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def _try_key(connection: Any) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) == _NOT_A_DATABASE or "not a database" in str(error):
            raise WrongKey(
                "This key does not open the record: nothing was changed; try another way to open it."
            ) from None
        raise


def _read_back(connection: Any, *, read_only: bool, journal: str) -> None:
    expected: list[tuple[str, object]] = [(name, wanted) for name, _, wanted in _SETTINGS]
    expected.append(("journal_mode", journal))
    if sys.platform == "darwin":
        expected.append(("fullfsync", 1))
    if read_only:
        expected.append(("query_only", 1))
    for name, wanted in expected:
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != wanted:
            raise EngineUnfit(
                f"The database engine did not take the setting {name} (it says {found and found[0]}): nothing was "
                "opened, because what is saved could be lost; check the disk, or install the program again."
            )


def one_value(connection: Connection, sql: str) -> Any:
    """The first value of the first row of a plain statement, or None."""
    row = connection.exec_driver_sql(sql).first()
    return None if row is None else row[0]


def copy_database(source: Connection, target: Path, key: bytes) -> None:
    """Copy the whole database as it stands into a new file (0600), through the engine; on the disk when done.

    Presses go on being saved meanwhile: the copy is of one moment. Raises the driver's and the disk's errors.
    """
    driver: Any = source.connection.dbapi_connection
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(dbapi2.connect(str(target), isolation_level=None)) as copy:
        _give_key(copy, key)
        # A copy that is cut short is thrown away, so it needs neither a journal nor the engine's own syncs.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        driver.backup(copy)
    with target.open("rb+") as made:
        os.fsync(made.fileno())


def is_cut_short(file: Path, key: bytes) -> bool:
    """Whether a database file that nobody writes has fewer pages than its first page, which is whole, says."""
    size = file.stat().st_size
    if size == 0 or size % _PAGE:
        return True
    with closing(dbapi2.connect(f"file:{quote(str(file))}?mode={_STILL}", uri=True)) as connection:
        _give_key(connection, key)
        try:
            connection.execute("PRAGMA page_count").fetchone()
        except dbapi2.DatabaseError as error:
            # The first page alone is read for this, and a wrong key or a damaged first page has another code.
            return getattr(error, "sqlite_errorcode", None) == _CORRUPT
    return False
