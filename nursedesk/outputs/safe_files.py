"""Files that leave the desk: written whole or not at all, never over another, private to the person who made them.

Every refusal is a sentence for the person: what happened, what is safe, what to do.
"""

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

T = TypeVar("T")

LONGEST_NAME = 255
LONGEST_PATH = 1024
"""Shorter than any system's own limit, so that the answer is the same everywhere."""

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
_FORBIDDEN = frozenset('<>:"|?*')


class FileNotWritten(Exception):
    """A file was not written; the message is for the person. Nothing at the path has changed."""


def write_file(path: Path, data: bytes, *, overwrite: bool = False) -> Path:
    """Write `data` to `path` atomically with mode 0600 and return the path.

    Raises `FileNotWritten` with a sentence: a file is there already, the folder is missing, the name cannot be
    used, no permission, no space. A link is never followed; what it points at is never touched.
    """

    def fill(file: BinaryIO) -> None:
        file.write(data)

    write_with(path, fill, overwrite=overwrite)
    return path


def write_with(path: Path, fill: Callable[[BinaryIO], T], *, overwrite: bool = False) -> T:
    """Like `write_file`, for what is too long to be held: `fill` writes it, and what it returns is returned.

    What `fill` raises leaves the place as it was.
    """
    check_target(path, overwrite=overwrite)
    try:
        return _write_and_rename(path, fill, overwrite)
    except FileExistsError as error:
        raise FileNotWritten(_there(path)) from error
    except (OSError, ValueError) as error:
        raise FileNotWritten(_sentence(path, error)) from error


def check_target(path: Path, *, overwrite: bool = False) -> None:
    """Whether a file may be made at `path`; raises `FileNotWritten` before any work is done for it."""
    refusal = _refused_name(path)
    if refusal:
        raise FileNotWritten(refusal)
    try:
        _check_place(path, overwrite)
    except (OSError, ValueError) as error:
        raise FileNotWritten(_sentence(path, error)) from error


def _refused_name(path: Path) -> str:
    text = os.fspath(path)
    name = path.name
    if not text.isprintable() or _has_surrogate(text):
        return f"“{_safe(text)}” holds characters no file name may have. Nothing was written; type a plain name."
    if len(os.fsencode(text)) > LONGEST_PATH or len(os.fsencode(name)) > LONGEST_NAME:
        return f"The name “{_safe(text)}” is too long for a file. Nothing was written; choose a shorter one."
    if not name or name in (".", ".."):
        return f"“{_safe(text)}” is a folder. Nothing was written; add a file name."
    if text.lower().startswith(("file:", "http:", "https:")):
        return f"“{_safe(text)}” is an address, not a file on this computer. Nothing was written; choose a folder."
    stem = name.split(".")[0].rstrip(" ").lower()
    if stem in _RESERVED or _FORBIDDEN & set(name) or "\\" in name or name[-1] in ". ":
        return f"“{_safe(name)}” cannot be a file name on every system. Nothing was written; choose another name."
    return ""


def _check_place(path: Path, overwrite: bool) -> None:
    if not path.parent.exists():
        raise FileNotWritten(
            f"There is no folder “{_safe(path.parent)}”. Nothing was written; choose a folder that exists."
        )
    if not path.parent.is_dir():
        raise FileNotWritten(f"“{_safe(path.parent)}” is not a folder. Nothing was written; choose another place.")
    try:
        kind = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(kind):
        raise FileNotWritten(
            f"“{_safe(path.name)}” is a link to another place. Nothing was written and what it points at "
            "is unchanged; choose another name."
        )
    if not stat.S_ISREG(kind):
        raise FileNotWritten(f"“{_safe(path.name)}” is not a file. Nothing was written; choose another name.")
    if not overwrite:
        raise FileNotWritten(_there(path))


def _write_and_rename(path: Path, fill: Callable[[BinaryIO], T], overwrite: bool) -> T:
    draft = path.with_name(f".nursedesk-{secrets.token_hex(8)}.part")
    # O_EXCL and O_NOFOLLOW: nobody can lay a file or a link where the draft goes.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(draft, flags, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            filled = fill(file)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(draft, path, overwrite)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(path.parent)
    return filled


def _put_in_place(draft: Path, path: Path, overwrite: bool) -> None:
    if overwrite:
        draft.replace(path)
        return
    try:
        # A hard link refuses a name that is taken, even one taken since we looked; a rename would not.
        os.link(draft, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # Not every drive knows hard links (FAT on a stick).
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, "taken", str(path)) from None
        draft.rename(path)
        return
    draft.unlink()


def _sync_folder(folder: Path) -> None:
    # The file is complete by now; some systems cannot open a folder, and that is no reason to call it lost.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _there(path: Path) -> str:
    return (
        f"There is already a file “{_safe(path.name)}”. It is unchanged; "
        "choose another name or say that it may be replaced."
    )


_REASONS = {
    errno.ENOSPC: "The drive is full. Nothing was written; free some space or choose another drive.",
    errno.EDQUOT: "Your share of the drive is full. Nothing was written; free some space or choose another drive.",
    errno.EACCES: "You may not write there. Nothing was written; choose another folder or ask who looks after it.",
    errno.EPERM: "You may not write there. Nothing was written; choose another folder or ask who looks after it.",
    errno.EROFS: "The drive can only be read. Nothing was written; choose another drive.",
    errno.ENAMETOOLONG: "The name is too long for this drive. Nothing was written; choose a shorter one.",
    errno.ENOENT: "The folder is gone. Nothing was written; choose a folder that exists.",
    errno.ENODEV: "The drive is gone. Nothing was written; choose another drive.",
    errno.EIO: "The drive does not answer. Nothing was written; choose another drive.",
    errno.ELOOP: "The folder's links lead in a circle. Nothing was written; choose another folder.",
    errno.EFBIG: "The file is too large for this drive. Nothing was written; choose another drive.",
    errno.ENOTDIR: "A part of its folder is a file. Nothing was written; choose another folder.",
    errno.EINVAL: "This drive does not take such a name. Nothing was written; choose a plain one.",
    errno.EILSEQ: "This drive does not take such a name. Nothing was written; choose a plain one.",
    errno.EBUSY: "Another program holds it. Nothing was written; close it there, or choose another name.",
    errno.ETIMEDOUT: "The drive does not answer. Nothing was written; choose another drive.",
    errno.ESTALE: "The drive was away and came back. Nothing was written; try again.",
    errno.ENXIO: "The drive is gone. Nothing was written; choose another drive.",
    errno.EMFILE: "Too many files are open on this computer. Nothing was written; close a program and try again.",
}


def _sentence(path: Path, error: OSError | ValueError) -> str:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0, "The file could not be made. Nothing was written; choose another place.")
    return f"“{_safe(path.name)}” was not written. {reason}"


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _safe(text: object) -> str:
    """A path as it can be shown: short, printable, on one line."""
    shown = "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "\ufffd" for c in str(text))
    return shown if len(shown) <= 80 else f"{shown[:38]} … {shown[-38:]}"
