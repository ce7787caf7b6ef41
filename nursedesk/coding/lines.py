"""Charges to ticket lines: dated in the encounter's zone, equal ones of one day made one (R8.5)."""

from collections.abc import Iterable
from datetime import date

from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Charge
from nursedesk.coding.ticket import ChargeLine


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
        code, units, _, minutes, ids, why, modifiers, _ = first
        return ChargeLine(code.code, system, units, modifiers, day, minutes, ids, dx, why)
    counted = [c.minutes for c in equal if c.minutes is not None]
    return ChargeLine(
        code=first.code.code,
        system=system,
        units=sum(c.units for c in equal),
        modifiers=first.modifiers,
        date=day,
        minutes=sum(counted) if counted else None,
        administrations=tuple(dict.fromkeys(i for c in equal for i in c.ids)),
        diagnoses=dx,
        why=tuple(why for c in equal for why in c.why),
    )
