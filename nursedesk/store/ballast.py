"""Room kept back on the record's disk: a file that is given up when the disk is full, so that saving goes on."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

NAME = "ballast.bin"
SIZE = 32 << 20
"""Bytes; some ten thousand presses."""
LOW = 1 << 30
"""Bytes free below which somebody is told."""
_CHUNK = 1 << 20


def free_bytes(folder: Path) -> int | None:
    """The bytes left for us on a folder's disk; None when the system does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def is_full(folder: Path) -> bool:
    """Whether next to nothing is left on a folder's disk."""
    free = free_bytes(folder)
    return free is not None and free < _CHUNK


def is_there(folder: Path) -> bool:
    """Whether room is kept back."""
    return (folder / NAME).exists()


def keep_back(folder: Path, size: int = SIZE) -> bool:
    """Keep room back when the disk has plenty; returns whether there is some. May run on any thread."""
    if is_there(folder):
        return True
    free = free_bytes(folder)
    if free is None or free < max(LOW, 4 * size):
        return False
    making = folder / f"{NAME}.new"
    try:
        handle = os.open(making, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            # Random, because a disk that compresses would keep nothing back for zeros.
            for _ in range(max(1, size // _CHUNK)):
                out.write(os.urandom(min(size, _CHUNK)))
            out.flush()
            os.fsync(out.fileno())
        making.replace(folder / NAME)
    except OSError:
        with suppress(OSError):
            making.unlink(missing_ok=True)
        return False
    return True


def give_up(folder: Path) -> bool:
    """Give the room to whoever needs it now; False when none was kept back."""
    try:
        (folder / NAME).unlink()
    except OSError:
        return False
    return True
