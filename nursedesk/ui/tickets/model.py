"""The tickets of the suite as rows: which are shown, in what order."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class TicketState(StrEnum):
    """Where a ticket is on its way to paper."""

    TO_SIGN = "to_sign"
    """The visit is closed and nobody has signed."""
    SIGNED = "signed"
    SENT = "sent"
    """Given to a printer; nobody has said that it came out."""
    PRINTED = "printed"
    SAVED = "saved"
    """Saved as a PDF, and never given to a printer."""
    AMENDED = "amended"
    """Signed before, reopened since: the next version is not signed yet."""


class Show(StrEnum):
    ALL = "all"
    TO_FINISH = "to_finish"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class TicketRow:
    encounter: str
    number: str
    patient: str
    mrn: str
    date: date
    """Date of service in the site's zone."""
    state: TicketState
    version: int
    chair: str = ""
    nurse: str = ""
    lines: tuple[str, ...] = ()
    """`96365 × 1` …"""
    findings: int = 0
    """Findings a biller must see."""
    signed_at: datetime | None = None
    posted: str = ""
    """Where it stands on its way to other systems, in a word; empty when nothing left."""


_OPEN = (TicketState.TO_SIGN, TicketState.AMENDED, TicketState.SENT)


def to_finish(rows: tuple[TicketRow, ...]) -> int:
    """How many tickets still want somebody: a signature, or a look into the printer's tray."""
    return sum(r.state in _OPEN for r in rows)


def shown(rows: tuple[TicketRow, ...], show: Show, text: str) -> tuple[TicketRow, ...]:
    """The rows of a filter that hold every typed word, newest first."""
    words = text.lower().split()
    kept = [r for r in rows if _matches(r, words) and _in(r, show)]
    return tuple(sorted(kept, key=lambda r: (r.date, r.number), reverse=True))


def _in(row: TicketRow, show: Show) -> bool:
    return show is Show.ALL or (row.state in _OPEN) is (show is Show.TO_FINISH)


def _matches(row: TicketRow, words: list[str]) -> bool:
    text = f"{row.number} {row.patient} {row.mrn} {row.chair} {row.nurse} {' '.join(row.lines)}".lower()
    return all(w in text for w in words)
