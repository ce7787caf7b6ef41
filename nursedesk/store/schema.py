"""Which version of the tables a database has, and bringing an older one up; alembic is imported only for that."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine

from nursedesk.store.engine import one_value
from nursedesk.store.errors import NewerSchema, NoSuite

REVISIONS = ("0001", "0002")
"""Every revision there has been, oldest first; the last is this program's. A test holds it to the migrations."""

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(connection: Connection) -> str | None:
    """The revision the database says it has, or None when it has no tables of ours."""
    known = one_value(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    return str(one_value(connection, "SELECT version_num FROM alembic_version")) if known else None


def check_schema(engine: Engine, keep: Callable[[str], None] | None = None) -> None:
    """Bring an older database up in one transaction; refuse a newer one.

    `keep` is called with the older revision before anything is changed, to put a copy aside; without it an older
    database is refused too.
    """
    with engine.connect() as connection, connection.begin():
        found = revision_of(connection)
        if found == REVISIONS[-1]:
            return
        if found is None:
            raise NoSuite("The data folder holds no record: set up a suite, or choose the folder that has it.")
        if found not in REVISIONS:
            raise NewerSchema(
                "This record was written by a newer NurseDesk: nothing was changed; install the newer version to "
                "open it."
            )
        if keep is None:
            raise NewerSchema(
                "This record was written by an older NurseDesk: nothing was changed; open it once with the desk "
                "to bring it up to date."
            )
        keep(found)
        upgrade(connection)
        # Not in a migration: the rows are what this program makes of the events, not what an older one did.
        from nursedesk.store.projection import fill_lines

        fill_lines(connection)


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to a revision inside the transaction that the connection is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
