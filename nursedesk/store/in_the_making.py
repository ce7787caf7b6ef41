"""A suite is made in a folder inside its own and put in place whole: until then the data folder has no suite.

A power failure in between leaves nothing that could be taken for one, such as a record without people, which
nobody could enter.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nursedesk.store.errors import DiskRefused, SuiteExists, why_refused
from nursedesk.store.lock import LOCK_FILE, FolderLock
from nursedesk.store.places import DATABASE, check_place, database_path, key_path, make_private_folder, sync_folder

FOLDER = "being-made"


@contextmanager
def being_made(folder: Path) -> Iterator[Path]:
    """Gives a folder to make a suite in; its files are `folder`'s once the block has ended well and shut them.

    Holds `folder` meanwhile. What an interrupted making left is removed first. Raises SuiteExists where there is a
    suite, or a part of one; after any error there is none.
    """
    check_place(folder)
    make_private_folder(folder)
    lock = FolderLock(folder)
    lock.acquire()
    making = folder / FOLDER
    try:
        _refuse_another(folder, making)
        # Without these the keys below are a suite's whose record somebody moved away.
        _remove(making)
        make_private_folder(making)
        yield making
        _put_in_place(making, folder)
    except OSError as error:
        raise DiskRefused(
            f"The suite could not be put into {folder} ({why_refused(error)}): nothing was made; choose another "
            "folder."
        ) from error
    finally:
        _remove(making)
        lock.release()


def _refuse_another(folder: Path, making: Path) -> None:
    unfinished = making.is_dir() and not database_path(folder).exists()
    if not unfinished and (database_path(folder).exists() or key_path(folder).exists()):
        raise SuiteExists(
            f"There is a record in {folder} already, or a part of one: nothing was changed; open it, or choose an "
            "empty folder."
        )


def _put_in_place(making: Path, folder: Path) -> None:
    """The record last: with it there is a suite."""
    for part in ("-wal", "-shm"):
        # A log that a record moved away has left would be played into this one.
        (folder / f"{DATABASE}{part}").unlink(missing_ok=True)
    for file in sorted(making.iterdir(), key=lambda one: one.name == DATABASE):
        if file.name != LOCK_FILE:
            file.replace(folder / file.name)
            sync_folder(folder)


def _remove(making: Path) -> None:
    shutil.rmtree(making, ignore_errors=True)
