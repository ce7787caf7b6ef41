"""Findings about what was charted, one administration at a time (R1, R9, §18)."""

from collections.abc import Iterator, Mapping

from nursedesk.coding.charting import Asked, asked_for, missing
from nursedesk.coding.diagnoses import judged
from nursedesk.coding.givings import CODABLE, Given, State
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.services import IV_ROUTES, Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import Finding, Severity
from nursedesk.record.encounter import Access, Device, Label, Route, Setting

_LABELS = {Label.LATE_ENTRY: FindingCode.LATE_ENTRY, Label.CLOCK_SUSPECT: FindingCode.CLOCK_SUSPECT}
"""What a label of the record says of a time."""
_WARN = Severity.WARN
_UNKNOWN, _INPATIENT, _PORT_FLUSH = Device.UNKNOWN, Setting.INPATIENT, Route.PORT_FLUSH
_NEVER = (State.EXCLUDED, State.INTEGRAL)

Charted = tuple[Access | None, str]
"""An administration's access, and what is not known of it."""
_NOT_CHARTED: Charted = (None, "none")


def record_findings(visit: Visit) -> list[Finding]:
    """Everything the record itself gives rise to, whatever becomes of it on the ticket."""
    accesses: dict[str, Charted] = {a.id: (a, _unknown_of(a, visit)) for a in visit.encounter.accesses}
    asked = asked_for(visit.rulebook.charting)
    findings: list[Finding] = []
    for given in visit.givens:
        times, state = given.times, given.state
        if times.backwards:
            findings.append(_say(given, FindingCode.STOP_BEFORE_START, "R9.5", visit))
        if state is not CODABLE and state in _NEVER:
            rule = "R1.7" if state is State.INTEGRAL else "R1.6"
            findings.append(_say(given, FindingCode.BUNDLED, rule, visit, reason=given.reason))
            continue
        if state is not CODABLE or times.open or times.calculated:
            findings.extend(_times(given, visit))
        _charting(given, accesses, asked, visit, findings)
        drug = given.drug
        if drug is not None and drug.payer_variable and given.by_payer is None:
            family = str(given.chosen_family)
            findings.append(_say(given, FindingCode.FAMILY_PAYER_VARIABLE, "R1.2", visit, family=family))
    if visit.encounter.time_notes:
        findings.extend(_labelled_times(visit))
    findings.extend(_diagnoses(visit))
    return findings


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


def _charting(
    given: Given,
    accesses: Mapping[str, Charted],
    asked: tuple[tuple[str, Asked], ...],
    visit: Visit,
    findings: list[Finding],
) -> None:
    a = given.administration
    if a.order_on_file is None:
        findings.append(_say(given, FindingCode.NO_ORDER, "R9.4", visit))
    if given.dose is None and a.route is not _PORT_FLUSH:
        findings.append(_say(given, FindingCode.NO_DOSE, "R9.4", visit))
    access, reason = _NOT_CHARTED if a.access is None else accesses.get(a.access, _NOT_CHARTED)
    if reason and a.route in IV_ROUTES:
        findings.append(_say(given, FindingCode.ACCESS_NOT_CHARTED, "R18", visit, reason=reason))
    if lacks := missing(given, access, asked):
        findings.append(_say(given, FindingCode.CHARTING_INCOMPLETE, "R13", visit, missing=lacks))


def _unknown_of(access: Access, visit: Visit) -> str:
    """What is not known of an access, "" when enough is."""
    if access.device is _UNKNOWN:
        return "device"
    inpatient = visit.encounter.setting is _INPATIENT
    return "no-vein" if inpatient and access.device not in visit.rulebook.body_parts else ""


def _labelled_times(visit: Visit) -> Iterator[Finding]:
    """One finding for each line with times charted late or by a doubtful clock, from the record's labels."""
    told: dict[tuple[FindingCode, str], int] = {}
    for note in visit.encounter.time_notes:
        if (code := _LABELS.get(note.label)) is not None:
            told[code, note.line or ""] = told.get((code, note.line or ""), 0) + 1
    for (code, line), times in sorted(told.items()):
        ids = sorted(a.id for a in visit.encounter.administrations if line and a.line == line)
        yield found(visit.rulebook, code, "R18", tuple(ids), (), {"times": times})


def _diagnoses(visit: Visit) -> Iterator[Finding]:
    """None charted, ones that cannot be billed on the day, ones that say less than they could (R17)."""
    charted, rulebook, day = visit.encounter.diagnoses, visit.rulebook, visit.first_day
    if not charted and (visit.givens or visit.encounter.evaluation_and_management):
        yield found(rulebook, FindingCode.NO_DIAGNOSIS, "R17")
    for code in dict.fromkeys(charted):
        written, wrong, unspecified = judged(code, rulebook, day)
        if wrong is not None:
            reason, when, successor = wrong
            params: Params = {"code": written or code.strip(), "reason": reason, "day": when}
            params["successor"] = successor
            yield found(rulebook, FindingCode.INVALID_DIAGNOSIS, "R17", (), (), params)
        elif unspecified:
            yield found(rulebook, FindingCode.UNSPECIFIED_DIAGNOSIS, "R17", (), (), {"code": written})


def _say(given: Given, code: FindingCode, rule: str, visit: Visit, **more: str | int) -> Finding:
    more["drug"] = given.display
    weight = visit.rulebook.weights.get(code, _WARN)
    return Finding(code, weight, rule, (given.administration.id,), (), more)
