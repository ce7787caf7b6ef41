"""Lines that started before their visit was checked in: no charge hangs on it, and an auditor asks."""

from dataclasses import dataclass
from datetime import datetime

from nursedesk.record.encounter import Encounter
from nursedesk.record.intervals import minute_of


@dataclass(frozen=True, slots=True)
class Early:
    line: str
    drug: str
    start: datetime
    opened: datetime
    reason: str
    """Why the start is charted so; empty where nobody said."""


def starts_before_check_in(encounter: Encounter) -> tuple[Early, ...]:
    """One for each line, its first drug and its first start."""
    opened = encounter.opened
    if opened is None:
        return ()
    found: dict[str, Early] = {}
    for one in encounter.administrations:
        start = min((part.start for part in one.segments if part.start), default=None)
        if start is not None and minute_of(start) < minute_of(opened) and one.line not in found:
            found[one.line] = Early(one.line, one.drug, start, opened, _reason(encounter, one.line))
    return tuple(found.values())


def _reason(encounter: Encounter, line: str) -> str:
    told = [
        note.reason for note in encounter.time_notes if note.line == line and note.what in ("Started", "Pushed")
    ]
    return next((reason for reason in reversed(told) if reason), "")
