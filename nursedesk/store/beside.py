"""What commands beside an open desk have to note: sealed in the data folder until the desk takes it in.

Only the desk writes the record. A command leaves its event in a journal of its own kind (`journal`), on the disk
before it ends; the open desk takes it within a minute, or the next one at its start.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from nursedesk.record.codec import event_bytes
from nursedesk.record.events import Event
from nursedesk.store.errors import DiskRefused, StoreError
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger

FOLDER = "beside"
_PATIENCE_S = 10


def keep_beside(folder: Path, keys: Keys, events: Sequence[Event]) -> None:
    """Leave events for the desk, on the disk when this returns. Raises DiskRefused; nothing is kept then."""
    try:
        with _alone(folder):
            _journal(folder, keys).append([event_bytes(event) for event in events])
    except (DiskRefused, Timeout, OSError) as error:
        raise DiskRefused(
            "It could not be noted for the open desk who looked at this: the record is unharmed; have the disk "
            "looked at and the data folder's permissions mended."
        ) from error


def take_beside(ledger: Ledger) -> int:
    """Put what commands have left into the record, and return how many events; not from the window's thread.

    Twice taken adds nothing. What the disk refuses waits on: 0 then.
    """
    if not any((ledger.folder / FOLDER).glob("*/journal-*")):
        return 0
    try:
        with _alone(ledger.folder):
            journal = _journal(ledger.folder, ledger.keys)
            kept = ledger.take_journal(journal)
            journal.clear(kept)
    except (StoreError, Timeout, OSError):
        # Nothing that was pressed at the desk depends on it, and it is tried again.
        return 0
    return len(kept.events)


def _journal(folder: Path, keys: Keys) -> Journal:
    return Journal.of(folder, keys, folder / FOLDER)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Two commands, or one and the desk, do not use the file at once."""
    with FileLock(folder / f"{FOLDER}.lock", timeout=_PATIENCE_S, mode=0o600):
        yield
