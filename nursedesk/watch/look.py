"""What the chairside screen is told about one visit at one minute: plain values, no words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from nursedesk.coding.ticket import ChargeTicket, Role
from nursedesk.record.encounter import Amount


class Kind(StrEnum):
    """A quiet chip on the row of a line (or on the card when `line` is None)."""

    UNDER = "under"
    """Younger than the first minute that counts: params minutes = 16 or 31."""
    BOUNDARY = "boundary"
    """The ticket changes within five minutes, at `at`."""
    JUST_CROSSED = "just_crossed"
    """The ticket changed less than two minutes ago, at `at`."""
    CHARGED_AS_PUSH = "charged_as_push"
    """Stopped less than two minutes ago, at `at`, too soon to count as an infusion: params minutes."""
    PLANNED_END_PASSED = "planned_end_passed"
    """Ten minutes past the planned end, which was `at`."""
    STILL_RUNNING = "still_running"
    """Another drug was hung on the same access, or the chair was freed."""
    OVERLAP = "overlap"
    """Stated, not asked: params role = sequential | concurrent."""
    NO_DOSE = "no_dose"
    NO_ORDER = "no_order"
    NO_ACCESS = "no_access"
    OPEN_AT_SHIFT_END = "open_at_shift_end"
    CLOCK_NOT_TRUSTED = "clock_not_trusted"
    RATE_STEP = "rate_step"
    """The next planned rate of a line is due within five minutes, or was, at `at`: params amount, unit."""


@dataclass(frozen=True, slots=True)
class Notice:
    kind: Kind
    line: str | None
    at: datetime | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """From this charted minute of a line on, the record gives `units` more than the bare code."""

    minute: int
    units: int
    """0: below the first code · 1: first code (first hour, push becomes infusion) · 2: + 1 hour · …"""


@dataclass(frozen=True, slots=True)
class LineLook:
    """One line: how long it has run and where its minutes change the ticket."""

    line: str
    minutes: int
    """Charted running minutes now, pauses out."""
    role: Role
    steps: tuple[Step, ...]
    """Where a ruler has its strong ticks; empty for what is never charged."""
    shared: int = 0
    shared_with: tuple[str, ...] = ()
    """Drug names it shares minutes with."""
    next_change: datetime | None = None
    """The minute at which this line changes the ticket next, None beyond the horizon."""
    planned_end: datetime | None = None
    next_rate: Amount | None = None
    next_rate_at: datetime | None = None
    """The planned rate after the present one, and its minute; None without a plan."""


@dataclass(frozen=True, slots=True)
class Look:
    """The ticket if everything stopped now, the next minute at which it changes, and what to say."""

    ticket: ChargeTicket
    now: datetime
    next_change: datetime | None
    lines: tuple[LineLook, ...]
    notices: tuple[Notice, ...]
