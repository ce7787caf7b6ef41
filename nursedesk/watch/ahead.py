"""The next minutes of a visit, coded one by one: when its ticket changes next, and through which line.

No threshold is known here. What counts is what the coder says, so screen and ticket cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeTicket, Placement, Role
from nursedesk.record.encounter import Encounter
from nursedesk.watch.lines import MINUTE, NEVER_CHARGED, Line, charted_minute, held_at, lines_of, without_prepared

HORIZON = 91
"""Minutes looked ahead: no running infusion goes that long without a change."""
SPARE = 10 * MINUTE
"""An answer is renewed this long before its end, so that no boundary comes unannounced."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the coming minutes bring if everything goes on running and nobody presses anything."""

    at: datetime | None
    """The next minute at which lines or units of the ticket change; None within the horizon."""
    lines: tuple[str, ...]
    """The lines whose minutes change it then."""
    by_line: Mapping[str, datetime] = field(default_factory=dict)
    """For each running line, the first minute at which it changes the ticket."""
    becomes: Mapping[str, Placement] = field(default_factory=dict)
    """For each running line the coder charges by time, what it is charged as, then if not yet."""
    looked_to: datetime | None = None
    """The last minute looked at."""

    def holds(self, now: datetime) -> bool:
        """Whether this answer is still good at `now`, provided no event came since."""
        return (self.at is None or now < self.at) and (self.looked_to is None or now < self.looked_to - SPARE)


def next_change(encounter: Encounter, now: datetime, rulebook: Rulebook, horizon: int = HORIZON) -> Ahead:
    """The next change of the ticket from `now` (aware UTC) on, found by coding minute after minute."""
    visit = without_prepared(encounter)
    running = [line for line in lines_of(visit) if line.running]
    start = charted_minute(now)
    if not running:
        return Ahead(at=None, lines=(), looked_to=start + horizon * MINUTE)
    waited_for = {line.id for line in running if line.first.purpose not in NEVER_CHARGED}
    before = code(visit, rulebook, start)
    by_line: dict[str, datetime] = {}
    becomes: dict[str, Placement] = {}
    first: tuple[datetime | None, tuple[str, ...]] = (None, ())
    _note_placements(running, before, becomes)
    for ahead in range(1, horizon + 1):
        minute = start + ahead * MINUTE
        ticket = code(visit, rulebook, minute)
        if ticket.units() != before.units():
            through = changed_by(visit, running, minute, ticket, rulebook)
            for name in through:
                by_line.setdefault(name, minute)
            first = first if first[0] else (minute, through)
            _note_placements(running, ticket, becomes)
        before = ticket
        if waited_for <= by_line.keys():
            break
    return Ahead(*first, by_line, becomes, looked_to=start + horizon * MINUTE)


def changed_by(
    visit: Encounter, running: Iterable[Line], minute: datetime, ticket: ChargeTicket, rulebook: Rulebook
) -> tuple[str, ...]:
    """The lines without whose last minute the ticket would be another; all, when no single one decides."""
    new = ticket.units()
    alone = [
        line.id for line in running if code(held_at(visit, line, minute - MINUTE), rulebook, minute).units() != new
    ]
    if alone:
        return tuple(alone)
    charged = [line.id for line in running if _charged(line, ticket)]
    return tuple(charged or [line.id for line in running])


def placement_of(line: Line, ticket: ChargeTicket) -> Placement | None:
    """What became of a line: the first of its drugs' placements that gave a code, else the first."""
    mine = [placement for placement in ticket.placements if line.holds(placement.administrations)]
    return next((p for p in mine if p.role is not Role.UNCODED), mine[0] if mine else None)


def _charged(line: Line, ticket: ChargeTicket) -> bool:
    placement = placement_of(line, ticket)
    return placement is not None and placement.role is not Role.UNCODED


def _note_placements(running: Iterable[Line], ticket: ChargeTicket, becomes: dict[str, Placement]) -> None:
    for line in running:
        placement = placement_of(line, ticket)
        if line.id not in becomes and placement is not None and placement.role not in (Role.UNCODED, Role.PUSH):
            becomes[line.id] = placement
