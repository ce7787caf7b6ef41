"""What the frame around the pages shows, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Saved(StrEnum):
    """What is known about the presses made so far; only a returned commit makes it `SAVED`."""

    SAVED = "saved"
    SAVING = "saving"
    NOT_SAVED = "not_saved"
    CHECKING = "checking"


class Look(StrEnum):
    """The choices of the appearance menu."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    CONTRAST_DARK = "contrast_dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of the search: what it is, and the page it leads to with its key."""

    title: str
    detail: str
    page: str
    key: str


@dataclass(frozen=True, slots=True)
class ClockFace:
    """The wall clock's three words: `14:07`, `EST`, `24-Nov-2026`."""

    time: str
    zone: str
    day: str
    trusted: bool = True
    """False: the clock was set back or forth; the words show that."""
