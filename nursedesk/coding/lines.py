"""Charges to ticket lines: dated in the encounter's zone, equal ones of one day made one (R8.5)."""

from collections.abc import Iterable
from datetime import date

from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Charge
from nursedesk.coding.ticket import ChargeLine, System


def lines_of(charges: Iterable[Charge], visit: Visit) -> tuple[ChargeLine, ...]:
    """The administration lines in the order the services were placed."""
    together: dict[tuple[str, tuple[str, ...], date], list[Charge]] = {}
    for charge in charges:
        key = (charge.code.code, charge.modifiers, visit.day(charge.start))
        together.setdefault(key, []).append(charge)
    return tuple(_line(equal, day, visit.pointers) for (_, _, day), equal in together.items())


def _line(equal: list[Charge], day: date, dx: tuple[str, ...]) -> ChargeLine:
    first = equal[0]
    system = System(first.code.system)
    if len(equal) == 1:
        code = first.code.code
        return ChargeLine(code, system, first.units, first.modifiers, day, first.minutes, first.ids, dx, first.why)
    minutes = [c.minutes for c in equal if c.minutes is not None]
    return ChargeLine(
        code=first.code.code,
        system=system,
        units=sum(c.units for c in equal),
        modifiers=first.modifiers,
        date=day,
        minutes=sum(minutes) if minutes else None,
        administrations=tuple(dict.fromkeys(i for c in equal for i in c.ids)),
        diagnoses=dx,
        why=tuple(why for c in equal for why in c.why),
    )
