"""E/M services charted for the visit, with 25 only where one is marked separately identifiable (§10)."""

from collections.abc import Iterator

from nursedesk.coding.added import asked_of, of_service
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import SEPARATE_EM
from nursedesk.coding.rule_tables import EvaluationCodes
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import ChargeLine, Finding, System, Why
from nursedesk.record.encounter import EvaluationAndManagement


def evaluation_of(code: str, visit: Visit) -> EvaluationCodes | None:
    """The rule data's run of E/M codes this one belongs to; None when it is no E/M."""
    return next((run for run in visit.rulebook.evaluation if code in run), None)


def lines(visit: Visit, given: bool) -> tuple[ChargeLine, ...]:
    """A line per E/M code and modifier, dated to the first day of the visit; `given`: beside an administration."""
    services = visit.encounter.evaluation_and_management
    if not services:
        return ()
    counted: dict[tuple[str, bool, tuple[str, ...]], list[EvaluationAndManagement]] = {}
    for service in services:
        code = service.code.strip().upper()
        if evaluation_of(code, visit) is not None:
            others = tuple(one.code for one in of_service(service, visit)) if service.modifiers else ()
            counted.setdefault((code, service.separate, others), []).append(service)
    return tuple(_line(key[0], counted[key], given, visit) for key in sorted(counted))


def no_visit_codes(visit: Visit) -> Iterator[Finding]:
    """What is charted as an E/M and is none makes no line, and is said so (R10)."""
    charted = {service.code.strip().upper() for service in visit.encounter.evaluation_and_management}
    for code in sorted(charted - {""}):
        if evaluation_of(code, visit) is None:
            params: Params = {"drug": code, "missing": "visit-code"}
            yield found(visit.rulebook, FindingCode.NOT_CODABLE, "R10", (), (), params)


def inpatient(visit: Visit) -> tuple[Finding, ...]:
    """An inpatient stay has no CPT lines: one asked for is said so (R16)."""
    services = visit.encounter.evaluation_and_management
    codes = sorted({s.code.strip().upper() for s in services if s.code.strip()})
    return tuple(found(visit.rulebook, FindingCode.INPATIENT_CPT, "R16", (), (c,), {"code": c}) for c in codes)


def _line(code: str, equal: list[EvaluationAndManagement], given: bool, visit: Visit) -> ChargeLine:
    known = evaluation_of(code, visit)
    first = equal[0]
    why = [Why("R10", WhyKey.EM_CHARTED)]
    modifiers: tuple[str, ...] = ()
    if first.separate and known is not None:
        modifiers = (SEPARATE_EM,)
        why += _separate(first, visit)
    elif given and known is not None and known.beside_administration:
        why.append(Why("R10", WhyKey.EM_OFFERED, {"modifier": SEPARATE_EM}))
    others = of_service(first, visit) if first.modifiers else ()
    why += [one.why for one in others]
    return ChargeLine(
        code=code,
        system=System.CPT if code[0].isdigit() else System.HCPCS,
        units=len(equal),
        modifiers=(*modifiers, *[one.code for one in others]),
        date=visit.first_day,
        diagnoses=visit.pointers,
        why=tuple(why),
    )


def _separate(service: EvaluationAndManagement, visit: Visit) -> list[Why]:
    """Marked so, or the words a person gave for 25."""
    given = [one.why for one in asked_of(service.modifiers, visit) if one.code == SEPARATE_EM and one.reason]
    marked = Why("R10", WhyKey.EM_SEPARATE, {"modifier": SEPARATE_EM})
    return [marked, *given] if service.separately_identifiable else given
