"""One running program per data folder; light to import, because the first window needs it at once."""

from pathlib import Path

from filelock import FileLock, Timeout

from nursedesk.store.errors import AlreadyRunning, DiskRefused, FolderRefused, why_refused

LOCK_FILE = "desk.lock"


class FolderLock:
    """Holds a data folder for this program until `release` or the end of the process, however it ends."""

    def __init__(self, folder: Path) -> None:
        # Not per thread: the window's thread takes the lock and whichever thread closes last gives it back.
        self._lock = FileLock(folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False)

    def acquire(self) -> None:
        """Take the folder; AlreadyRunning when another program has it."""
        try:
            self._lock.acquire()
        except Timeout:
            raise AlreadyRunning(
                "NurseDesk is already open on this data folder: use the window that is open, or close it first."
            ) from None
        except NotImplementedError:
            raise FolderRefused(
                "This disk cannot lock files, so two programs could write the record at once: choose a folder on "
                "this computer's own disk."
            ) from None
        except OSError as error:
            raise DiskRefused(
                f"The data folder cannot be locked ({why_refused(error)}): nothing was changed; have its "
                "permissions mended."
            ) from error

    def release(self) -> None:
        """Give the folder back; harmless when it is not held."""
        self._lock.release()


def is_running(folder: Path) -> bool:
    """Whether another program holds the data folder now."""
    if not (folder / LOCK_FILE).exists():
        return False
    lock = FolderLock(folder)
    try:
        lock.acquire()
    except AlreadyRunning:
        return True
    lock.release()
    return False
