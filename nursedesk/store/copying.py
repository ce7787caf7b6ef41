"""A whole copy of a record, made through the engine and read again before it gets its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3 import dbapi2

from nursedesk.store.engine import copy_database, make_engine
from nursedesk.store.errors import Damaged, DiskRefused, StoreError, store_error
from nursedesk.store.keys import Keys
from nursedesk.store.pages import database_problems
from nursedesk.store.places import database_path, sync_folder


def copy_checked(folder: Path, keys: Keys, target: Path) -> None:
    """Copy a data folder's record to `target`, whole and checked page by page, or leave `target` as it was.

    Raises Damaged when the copy does not read well, DiskFull or DiskRefused when it cannot be written.
    """
    making = target.with_name(target.name + ".new")
    with unfinished(making, "The record could not be copied"):
        copy_record(folder, keys, making)
        problems = page_problems(making, keys)
        if problems:
            raise Damaged(
                f"The copy of the record does not read well: nothing was changed; call for help. ({problems[0]})"
            )
        put_in_place(making, target)


def copy_record(folder: Path, keys: Keys, making: Path) -> None:
    """The record as it stands now, in a new file (0600), on the disk when this returns."""
    making.unlink(missing_ok=True)
    engine = make_engine(database_path(folder), keys.database(), read_only=True)
    with engine.connect() as connection:
        copy_database(connection, making, keys.database())


def page_problems(file: Path, keys: Keys) -> tuple[str, ...]:
    """What the engine's own checks say of a file that nobody writes."""
    with make_engine(file, keys.database(), still=True).connect() as connection:
        return tuple(problem.sentence() for problem in database_problems(connection))


def put_in_place(making: Path, target: Path) -> None:
    """Give a finished file its name, for good."""
    making.replace(target)
    sync_folder(target.parent)


@contextmanager
def unfinished(making: Path, failed: str) -> Iterator[None]:
    """Within it, a file that was not finished goes, and the disk's complaints become our sentences.

    `failed` begins the sentence: "The backup could not be made".
    """
    try:
        yield
    except StoreError:
        raise
    except (SQLAlchemyError, dbapi2.Error, OSError) as error:
        fault = store_error(error, failed)
        raise fault or DiskRefused(f"{failed}: the record is unharmed; check the disk it goes to.") from error
    finally:
        # Gone already under this name when it was finished.
        making.unlink(missing_ok=True)
