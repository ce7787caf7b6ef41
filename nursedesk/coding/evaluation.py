"""E/M services charted for the visit, with 25 only where one is marked separately identifiable (§10)."""

from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import SEPARATE_EM
from nursedesk.coding.rule_tables import EvaluationCodes
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import found
from nursedesk.coding.ticket import ChargeLine, Finding, System, Why


def evaluation_of(code: str, visit: Visit) -> EvaluationCodes | None:
    """The rule data's run of E/M codes this one belongs to; None when it is no E/M."""
    return next((run for run in visit.rulebook.evaluation if code in run), None)


def lines(visit: Visit, given: bool) -> tuple[ChargeLine, ...]:
    """A line per E/M code and modifier, dated to the first day of the visit; `given`: beside an administration."""
    services = visit.encounter.evaluation_and_management
    if not services:
        return ()
    counted: dict[tuple[str, bool], int] = {}
    for service in services:
        if service.code.strip():
            key = (service.code.strip().upper(), service.separately_identifiable)
            counted[key] = counted.get(key, 0) + 1
    return tuple(_line(code, separate, units, given, visit) for (code, separate), units in sorted(counted.items()))


def inpatient(visit: Visit) -> tuple[Finding, ...]:
    """An inpatient stay has no CPT lines: one asked for is said so (R16)."""
    services = visit.encounter.evaluation_and_management
    codes = sorted({s.code.strip().upper() for s in services if s.code.strip()})
    return tuple(found(visit.rulebook, FindingCode.INPATIENT_CPT, "R16", (), (c,), {"code": c}) for c in codes)


def _line(code: str, separate: bool, units: int, given: bool, visit: Visit) -> ChargeLine:
    known = evaluation_of(code, visit)
    why = [Why("R10", WhyKey.EM_CHARTED)]
    modifiers: tuple[str, ...] = ()
    if separate and known is not None:
        modifiers = (SEPARATE_EM,)
        why.append(Why("R10", WhyKey.EM_SEPARATE, {"modifier": SEPARATE_EM}))
    elif given and known is not None and known.beside_administration:
        why.append(Why("R10", WhyKey.EM_OFFERED, {"modifier": SEPARATE_EM}))
    return ChargeLine(
        code=code,
        system=System.CPT if code[0].isdigit() else System.HCPCS,
        units=units,
        modifiers=modifiers,
        date=visit.first_day,
        diagnoses=visit.pointers,
        why=tuple(why),
    )
