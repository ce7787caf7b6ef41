"""Where a line's minutes change the ticket, as ticks in the line's own minutes, from the coder's steps."""

from datetime import date, datetime

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.steps import steps
from nursedesk.coding.ticket import Placement, Role
from nursedesk.record.encounter import Family
from nursedesk.watch.lines import TIMED, Line
from nursedesk.watch.look import Step


def ruler_of(line: Line, placement: Placement | None, rulebook: Rulebook) -> tuple[Step, ...]:
    """The steps of a line as it is placed, in its own minutes; empty for what is never charged by time.

    Minutes that do not count (shared with another drug, before a further bag) move the steps by as much; one that
    lies behind the line's first minute stands at 0.
    """
    if placement is None or line.first.route not in TIMED:
        return ()
    away = placement.own - placement.counted
    found = [Step(max(0, minute + away), units) for minute, units in counted_steps(line, placement, rulebook)]
    return tuple(step for n, step in enumerate(found) if step.minute or n + 1 == len(found) or found[n + 1].minute)


def first_counted(line: Line, placement: Placement | None, rulebook: Rulebook) -> int | None:
    """The fewest counted minutes that give a line its own code: 16, 31; None when minutes do not matter."""
    if placement is None or line.first.route not in TIMED:
        return None
    return next((minute for minute, units in counted_steps(line, placement, rulebook) if units), None)


def counted_steps(line: Line, placement: Placement, rulebook: Rulebook) -> tuple[tuple[int, int], ...]:
    """(counted minute, units from then on) of a placement, as the coder has them."""
    code = rulebook.codes.get(placement.code or "")
    initial_fluid = placement.role is Role.INITIAL and code is not None and code.family == "hydration"
    family = Family.HYDRATION if initial_fluid else Family.THERAPEUTIC
    return steps(placement.role, family, rulebook.parameters_on(_day(line)), rulebook.settings)


def _day(line: Line) -> date | None:
    starts: list[datetime] = [s.start for s in line.first.segments if s.start is not None]
    return min(starts).date() if starts else None
