"""Events of a line that runs and of a patient who is watched: bags, accesses, vitals, reactions, notices.

They are named in `events.py`, which is where everybody imports them from.
"""

from dataclasses import dataclass
from datetime import date

from nursedesk.record.encounter import Amount
from nursedesk.record.header import AccessId, LineId


@dataclass(frozen=True, slots=True)
class BagChanged:
    """A further bag of the same order on the same line; its volume adds to the line's."""

    line: LineId
    volume: Amount | None = None
    lot: str | None = None
    expiry: date | None = None


@dataclass(frozen=True, slots=True)
class AccessChanged:
    """The line runs through another access from this moment."""

    line: LineId
    access: AccessId


@dataclass(frozen=True, slots=True)
class VitalsNoted:
    """Vital signs; what was not measured is None. Pressures in mmHg, rates per minute, saturation %, pain 0–10."""

    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    respirations: int | None = None
    saturation: int | None = None
    temperature: Amount | None = None
    pain: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ReactionNoted:
    """What the patient reacted with, to which line's drugs where that is known, and what was done."""

    text: str
    line: LineId | None = None
    done: str = ""


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """A notice came on screen for the first time; `said` is what could be read, with no name in it."""

    notice: str
    line: LineId | None = None
    said: str = ""
