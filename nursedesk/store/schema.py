"""Which version of the tables a database has, and bringing an older one up; alembic is imported only for that."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine

from nursedesk.store.engine import one_value
from nursedesk.store.errors import NewerSchema, NoSuite

REVISIONS = ("0001", "0002", "0003")
"""Every revision there has been, oldest first; the last is this program's. A test holds it to the migrations."""

MIGRATIONS = Path(__file__).parent / "migrations"

_LINES_MADE = "0002"
"""From here on there is a table of charted lines; that it is full is what the next revision says."""

Tell = Callable[[int, int], None]
"""Told how far long work has come: done, in all. What it raises stops the work where it can be gone on with."""


def told_to_nobody(done: int, total: int) -> None:
    """For who does not ask how far it has come."""


def revision_of(connection: Connection) -> str | None:
    """The revision the database says it has, or None when it has no tables of ours."""
    known = one_value(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    return str(one_value(connection, "SELECT version_num FROM alembic_version")) if known else None


def check_schema(engine: Engine, keep: Callable[[str], None] | None = None, tell: Tell = told_to_nobody) -> None:
    """Bring an older database up; refuse a newer one.

    `keep` is called with the older revision before anything is changed, to put a copy aside; without it an older
    database is refused too. Tables change in one transaction. Lists that are made from the events are filled in
    parts, each of which stays: stopped between two, the next opening goes on there.
    """
    with engine.connect() as connection, connection.begin():
        found = revision_of(connection)
        if found == REVISIONS[-1]:
            return
        _refuse_unknown(found, may_upgrade=keep is not None)
        # Past this one nothing was changed but what is made again from the events.
        if keep is not None and found is not None and found != _LINES_MADE:
            tell(0, int(one_value(connection, "SELECT count(*) FROM encounter")))
            keep(found)
        if found == REVISIONS[0]:
            upgrade(connection, _LINES_MADE)
    if found in REVISIONS[: REVISIONS.index(_LINES_MADE) + 1]:
        # Not in a migration: the rows are what this program makes of the events, not what an older one did.
        from nursedesk.store.projection import fill_lines

        fill_lines(engine, tell)
    with engine.connect() as connection, connection.begin():
        upgrade(connection)


def _refuse_unknown(found: str | None, *, may_upgrade: bool) -> None:
    if found is None:
        raise NoSuite("The data folder holds no record: set up a suite, or choose the folder that has it.")
    if found not in REVISIONS:
        raise NewerSchema(
            "This record was written by a newer NurseDesk: nothing was changed; install the newer version to "
            "open it."
        )
    if not may_upgrade:
        raise NewerSchema(
            "This record was written by an older NurseDesk: nothing was changed; open it once with the desk "
            "to bring it up to date."
        )


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision inside the transaction that the connection is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
