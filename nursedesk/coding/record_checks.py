"""Findings about what was charted, one administration at a time (R1, R9, §18)."""

from collections.abc import Iterator

from nursedesk.coding.givings import Given, State
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.services import IV_ROUTES, Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import Finding
from nursedesk.record.encounter import Device, Label, Route

_NEVER = (State.EXCLUDED, State.INTEGRAL)


def record_findings(visit: Visit) -> tuple[Finding, ...]:
    """Everything the record itself gives rise to, whatever becomes of it on the ticket."""
    devices = {a.id: a.device for a in visit.encounter.accesses}
    findings: list[Finding] = []
    for given in visit.givens:
        if given.times.backwards:
            findings.append(_say(given, FindingCode.STOP_BEFORE_START, "R9.5", visit))
        if given.state in _NEVER:
            rule = "R1.7" if given.state is State.INTEGRAL else "R1.6"
            findings.append(_say(given, FindingCode.BUNDLED, rule, visit, reason=given.reason))
            continue
        if given.state is not State.CODABLE or given.times.open or given.times.calculated:
            findings.extend(_times(given, visit))
        findings.extend(_charting(given, devices, visit))
        if given.drug is not None and given.drug.payer_variable and not given.by_payer:
            family = str(given.chosen_family)
            findings.append(_say(given, FindingCode.FAMILY_PAYER_VARIABLE, "R1.2", visit, family=family))
    if visit.encounter.time_notes:
        findings.extend(_late_entries(visit))
    return tuple(findings)


def _times(given: Given, visit: Visit) -> Iterator[Finding]:
    if given.state is State.NOT_CODABLE:
        if given.reason:
            yield _say(given, FindingCode.NOT_CODABLE, "R9.4", visit, missing=given.reason)
        return
    if given.state is State.HELD:
        yield _say(given, FindingCode.HOLD_MISSING_STOP, "R9.1", visit)
    elif given.times.open:
        yield _say(given, FindingCode.MISSING_STOP, "R9.1", visit, minutes=given.times.own)
    if given.times.calculated:
        yield _say(given, FindingCode.CALCULATED_STOP, "R9.1", visit)


def _charting(given: Given, devices: dict[str, Device], visit: Visit) -> list[Finding]:
    a = given.administration
    findings: list[Finding] = []
    if a.order_on_file is None:
        findings.append(_say(given, FindingCode.NO_ORDER, "R9.4", visit))
    if given.dose is None and a.route is not Route.PORT_FLUSH:
        findings.append(_say(given, FindingCode.NO_DOSE, "R9.4", visit))
    if a.route in IV_ROUTES:
        device = devices.get(a.access) if a.access is not None else None
        if device is None or device is Device.UNKNOWN:
            reason = "none" if device is None else "device"
            findings.append(_say(given, FindingCode.ACCESS_NOT_CHARTED, "R18", visit, reason=reason))
    return findings


def _late_entries(visit: Visit) -> Iterator[Finding]:
    """One finding for each line with times charted late, from the record's labels."""
    late: dict[str, int] = {}
    for note in visit.encounter.time_notes:
        if note.label is Label.LATE_ENTRY:
            late[note.line or ""] = late.get(note.line or "", 0) + 1
    for line, times in sorted(late.items()):
        ids = sorted(a.id for a in visit.encounter.administrations if line and a.line == line)
        yield found(visit.rulebook, FindingCode.LATE_ENTRY, "R18", tuple(ids), (), {"times": times})


def _say(given: Given, code: FindingCode, rule: str, visit: Visit, **more: str | int) -> Finding:
    params: Params = {"drug": given.display, **more}
    return found(visit.rulebook, code, rule, (given.administration.id,), (), params)
