"""Where a running service of a given role changes the ticket, found with the coder's own minutes-to-units."""

from functools import lru_cache

from nursedesk.coding.durations import Measure, units
from nursedesk.coding.rulebook import Parameters, Settings
from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import Family

LOOKED_AT = 300
"""Minutes; a ruler is never longer."""

_MEASURES = {
    Role.INITIAL: Measure.INFUSION,
    Role.SEQUENTIAL: Measure.INFUSION,
    Role.PUSH: Measure.INFUSION,
    Role.CONCURRENT: Measure.CONCURRENT,
    Role.CONTINUED: Measure.CONTINUED,
    Role.HYDRATION: Measure.HYDRATION_BESIDE,
    Role.SC_INFUSION: Measure.SC,
}


def measure_of(role: Role, family: Family) -> Measure:
    """How the minutes of a service of that role and family are counted."""
    if role is Role.INITIAL and family is Family.HYDRATION:
        return Measure.HYDRATION_FIRST
    return _MEASURES.get(role, Measure.NONE)


@lru_cache(maxsize=256)
def steps(role: Role, family: Family, parameters: Parameters, settings: Settings) -> tuple[tuple[int, int], ...]:
    """(minute, units from then on), up to 300 minutes: 16, 91, 151 … for an infusion, 31, 91 … for hydration.

    A running infusion still under 16 minutes is `PUSH` on the ticket and has the steps of an infusion;
    what is never charged by time (`UNCODED`, `INJECTION`, `OTHER`) has none.
    """
    measure = measure_of(role, family)
    found = []
    before = 0
    for minute in range(LOOKED_AT + 1):
        now = units(measure, minute, parameters, settings)
        if now != before:
            found.append((minute, now))
            before = now
    return tuple(found)
