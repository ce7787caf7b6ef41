"""The queue of messages as rows, and where messages go, as plain values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.record.posting_events import PostOutcome
from nursedesk.ui import words
from nursedesk.ui.posting_words import message_word, posting_word

translate = QCoreApplication.translate

FIELDS = ("destination", "receiving_application", "receiving_facility", "department", "charge_master")
"""Settings that are typed; `messages` is chosen."""
SETS = (
    "charges,administrations",
    "charges",
    "fhir",
    "charge_master",
    "charges,administrations,fhir,charge_master",
)


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message that has not gone. `outcome` None: nobody has tried yet; `due` None: a person has to look."""

    id: str
    """Control id."""
    ticket: str
    version: int
    message: str
    patient: str
    outcome: PostOutcome | None = None
    said: str = ""
    last: datetime | None = None
    due: datetime | None = None
    attempts: int = 0

    @property
    def refused(self) -> bool:
        return self.outcome is PostOutcome.REFUSED


@dataclass(frozen=True, slots=True)
class PostingModel:
    rows: tuple[MessageRow, ...]
    settings: Mapping[str, str]
    """Each of `FIELDS`, and `messages` with commas."""
    may_change: bool
    may_post: bool
    why: str = ""
    """Why something cannot be pressed here; empty when all of it can."""


@dataclass(frozen=True, slots=True)
class PostingActions:
    send: Callable[[], None]
    """Everything that waits, now."""
    again: Callable[[str], None]
    """One message, by its control id, refused or not."""
    leave: Callable[[str], None]
    """It was posted by hand."""
    keep: Callable[[Mapping[str, str]], str]
    """The suite's settings; answers with the sentence that refuses them, or an empty one."""
    back: Callable[[], None]


def state_of(row: MessageRow) -> str:
    """`Waits`, `Refused`, `No answer`."""
    return translate("Posting", "Waits") if row.outcome is None else posting_word(row.outcome)


def title_of(row: MessageRow) -> str:
    """`A-261124-007, version 1 · Charges (DFT)`."""
    version = translate("Posting", "{ticket}, version {version}").format(ticket=row.ticket, version=row.version)
    return f"{version} · {message_word(row.message)}"


def facts_of(row: MessageRow, zone: ZoneInfo) -> str:
    """Patient, attempts, the next one, and what the receiver said."""
    parts = [row.patient]
    if row.attempts:
        many = translate("Posting", "{count} attempts, the last at {time}")
        one = translate("Posting", "1 attempt, at {time}")
        time = words.clock_time(row.last, zone) if row.last else ""
        parts.append((one if row.attempts == 1 else many).format(count=row.attempts, time=time))
    if row.attempts and row.due is not None:
        parts.append(translate("Posting", "again at {time}").format(time=words.clock_time(row.due, zone)))
    if row.refused:
        parts.append(translate("Posting", "waits for a person"))
    return " · ".join(part for part in (*parts, row.said) if part)


def count_of(rows: tuple[MessageRow, ...]) -> str:
    """`3 wait, 1 of them refused`."""
    refused = sum(row.refused for row in rows)
    if not rows:
        return translate("Posting", "nothing waits")
    if not refused:
        return translate("Posting", "{count} wait").format(count=len(rows))
    return translate("Posting", "{count} wait, {refused} of them refused").format(count=len(rows), refused=refused)


def sets() -> tuple[tuple[str, str], ...]:
    """What may be sent, as a choice."""
    return (
        (SETS[0], translate("Posting", "HL7: charges and administrations")),
        (SETS[1], translate("Posting", "HL7: charges only")),
        (SETS[2], translate("Posting", "FHIR bundle")),
        (SETS[3], translate("Posting", "Charge master CSV")),
        (SETS[4], translate("Posting", "All of these")),
    )
