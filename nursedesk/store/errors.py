"""The one family of errors for the world's faults (disk full, key lost, file damaged); light to import.

Each message is one clear sentence for a person: what happened, what is safe, what to do.
"""

import errno
from dataclasses import dataclass


class NurseDeskError(Exception):
    """A fault of the world outside the program, told in one clear sentence."""


class StoreError(NurseDeskError):
    """A fault of the data folder or the record in it."""


class WrongKey(StoreError):
    """The passphrase, recovery key or keyring entry does not open the record."""


class AlreadyRunning(StoreError):
    """Another NurseDesk has this data folder open."""


class FolderRefused(StoreError):
    """The data folder is in a place where a record cannot be kept safely."""


class NoSuite(StoreError):
    """The data folder holds no record, or only part of one."""


class SuiteExists(StoreError):
    """A record is there already; making a new one would hide it."""


class NewerSchema(StoreError):
    """The record was written by a newer version of the program."""


class EngineUnfit(StoreError):
    """The database engine refused a setting the record depends on."""


class DiskFull(StoreError):
    """No space is left for the record."""


class DiskRefused(StoreError):
    """The disk or its permissions refused a read or a write."""


class Damaged(StoreError):
    """The record cannot be read as it was written."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """What the disk or the engine says of itself, what that means, and what helps."""

    said: str
    kind: type[StoreError]
    means: str
    helps: str


_CAUSES = (
    _Cause("full", DiskFull, "the disk is full", "make space on this computer"),
    _Cause("no space", DiskFull, "the disk is full", "make space on this computer"),
    _Cause("readonly", DiskRefused, "the data folder can only be read", "have its permissions mended"),
    _Cause("read-only", DiskRefused, "the data folder can only be read", "have its permissions mended"),
    _Cause("permission", DiskRefused, "the data folder is closed to you", "have its permissions mended"),
    _Cause("locked", DiskRefused, "another program is holding the record", "close that program"),
    _Cause("disk i/o", DiskRefused, "the disk reported a fault", "call for help"),
    _Cause("input/output", DiskRefused, "the disk reported a fault", "call for help"),
    _Cause("malformed", Damaged, "the record on disk is damaged", "restore the last backup"),
    _Cause("not a database", Damaged, "the record on disk is damaged", "restore the last backup"),
    _Cause("unable to open", DiskRefused, "the record cannot be reached", "check the disk"),
)


def why_refused(error: OSError) -> str:
    """What the system's refusal of a path means, in plain words, for the middle of a sentence."""
    plain = _REFUSALS.get(error.errno or 0)
    return plain or error.strerror or "the system gives no reason"


_REFUSALS = {
    errno.EEXIST: "a file has that name",
    errno.ENOTDIR: "a part of its path is a file",
    errno.EISDIR: "it is a folder",
    errno.ENOENT: "its folder is not there",
    errno.EACCES: "you may not use that place",
    errno.EPERM: "you may not use that place",
    errno.EROFS: "that disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EIO: "the disk reported a fault",
    errno.ENAMETOOLONG: "the name is too long",
}


def explain(error: BaseException) -> str:
    """One sentence for an error met while saving a press: its own if it has one, else what the disk said."""
    if isinstance(error, NurseDeskError):
        return str(error)
    cause = _cause_of(error)
    if cause is None:
        return "The record could not be written: write the time on paper and call for help."
    return f"{cause.means[0].upper()}{cause.means[1:]}: write the time on paper and {cause.helps}."


def store_error(error: BaseException, failed: str) -> StoreError | None:
    """The world's fault behind an error of disk or engine as one of ours; None when it is a mistake of ours.

    `failed` begins the sentence: "The list could not be read".
    """
    if isinstance(error, StoreError):
        return error
    cause = _cause_of(error)
    return None if cause is None else cause.kind(f"{failed}, because {cause.means}: {cause.helps}.")


def is_full(error: BaseException) -> bool:
    """Whether the engine met a full disk while writing, before anything was committed."""
    cause = _cause_of(error)
    return cause is not None and cause.kind is DiskFull


def is_worlds(error: BaseException) -> bool:
    """Whether the disk or the world failed, so that the same may succeed later; not so with a mistake of ours."""
    return isinstance(error, StoreError | OSError) or _cause_of(error) is not None


def _cause_of(error: BaseException) -> _Cause | None:
    text = str(getattr(error, "orig", None) or error).lower()
    return next((cause for cause in _CAUSES if cause.said in text), None)
