"""E/M services charted for the visit, with 25 only where one is marked separately identifiable (§10)."""

from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import SEPARATE_EM
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import found
from nursedesk.coding.ticket import ChargeLine, Finding, System, Why


def lines(visit: Visit) -> tuple[ChargeLine, ...]:
    """One line per E/M code and modifier, dated to the first day of the visit."""
    counted: dict[tuple[str, bool], int] = {}
    for service in visit.encounter.evaluation_and_management:
        if service.code.strip():
            key = (service.code.strip().upper(), service.separately_identifiable)
            counted[key] = counted.get(key, 0) + 1
    return tuple(_line(code, separate, units, visit) for (code, separate), units in sorted(counted.items()))


def inpatient(visit: Visit) -> tuple[Finding, ...]:
    """An inpatient stay has no CPT lines: one asked for is said so (R16)."""
    services = visit.encounter.evaluation_and_management
    codes = sorted({s.code.strip().upper() for s in services if s.code.strip()})
    return tuple(found(visit.rulebook, FindingCode.INPATIENT_CPT, "R16", (), (c,), {"code": c}) for c in codes)


def _line(code: str, separate: bool, units: int, visit: Visit) -> ChargeLine:
    why = [Why("R10", WhyKey.EM_CHARTED)]
    if separate:
        why.append(Why("R10", WhyKey.EM_SEPARATE, {"modifier": SEPARATE_EM}))
    return ChargeLine(
        code=code,
        system=System.CPT if code[0].isdigit() else System.HCPCS,
        units=units,
        modifiers=(SEPARATE_EM,) if separate else (),
        date=visit.first_day,
        why=tuple(why),
    )
