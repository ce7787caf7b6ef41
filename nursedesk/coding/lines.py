"""Charges to ticket lines: dated in the encounter's zone, equal ones of one day made one (R8.5)."""

from collections.abc import Iterable
from datetime import date

from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Charge
from nursedesk.coding.ticket import ChargeLine, Why


def lines_of(charges: Iterable[Charge], visit: Visit) -> tuple[ChargeLine, ...]:
    """The administration lines in the order the services were placed."""
    together: dict[tuple[str, tuple[str, ...], date], list[Charge]] = {}
    only = visit.first_day if visit.one_day else None
    for charge in charges:
        day = only or visit.day(charge.start)
        together.setdefault((charge.code.code, charge.modifiers, day), []).append(charge)
    dx = visit.pointers
    return tuple([_line(equal, key[2], dx) for key, equal in together.items()])


def _line(equal: list[Charge], day: date, dx: tuple[str, ...]) -> ChargeLine:
    first = equal[0]
    system = first.code.kind
    if len(equal) == 1:
        marks, minutes = first.modifiers, first.minutes
        return ChargeLine(first.code.code, system, first.units, marks, day, minutes, first.ids, dx, first.why)
    units, counted, timed = 0, 0, False
    ids: list[str] = []
    reasons: list[Why] = []
    for charge in equal:
        units += charge.units
        ids += charge.ids
        reasons += charge.why
        if charge.minutes is not None:
            timed, counted = True, counted + charge.minutes
    minutes, once = counted if timed else None, tuple(dict.fromkeys(ids))
    return ChargeLine(first.code.code, system, units, first.modifiers, day, minutes, once, dx, tuple(reasons))
