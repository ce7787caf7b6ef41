"""The one family of errors for the world's faults (disk full, key lost, file damaged); light to import.

Each message is one clear sentence for a person: what happened, what is safe, what to do.
"""


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


def explain(error: BaseException) -> str:
    """One sentence for an error met while saving: the error's own if it has one, else what the disk said."""
    if isinstance(error, NurseDeskError):
        return str(error)
    text = str(getattr(error, "orig", None) or error).lower()
    for words, sentence in _SENTENCES:
        if words in text:
            return sentence
    return "The record could not be written: write the time on paper and call for help."


_SENTENCES = (
    ("full", "The disk is full: write the time on paper and make space on this computer."),
    ("no space", "The disk is full: write the time on paper and make space on this computer."),
    ("readonly", "The data folder can only be read: write the time on paper and have its permissions mended."),
    ("read-only", "The data folder can only be read: write the time on paper and have its permissions mended."),
    ("locked", "Another program is holding the record: write the time on paper and close that program."),
    ("disk i/o", "The disk reported a fault: write the time on paper and call for help."),
    ("malformed", "The record on disk is damaged: write the time on paper and restore the last backup."),
    ("not a database", "The record on disk is damaged: write the time on paper and restore the last backup."),
    ("unable to open", "The record cannot be reached: write the time on paper and check the disk."),
)
