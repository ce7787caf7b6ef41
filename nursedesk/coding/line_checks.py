"""The checks of finished lines: visit codes and modifiers (§10), code pairs (R12.2), units a day (R12.3)."""

from collections.abc import Iterator, Mapping, Set

from nursedesk.coding.added import service_conflicts
from nursedesk.coding.evaluation import evaluation_of, no_visit_codes
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.modifiers import APART, SEPARATE_EM
from nursedesk.coding.rulebook import DayRules
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Params, found
from nursedesk.coding.ticket import ChargeLine, Finding

Lines = tuple[ChargeLine, ...]
_OF_A_VISIT = frozenset({SEPARATE_EM})


def check_lines(visit: Visit, lines: Lines) -> list[Finding]:
    """Every check's findings; each looks at the lines of one day together."""
    findings: list[Finding] = []
    if visit.encounter.evaluation_and_management:
        findings += no_visit_codes(visit)
        findings += modifier_25_misplaced(visit)
        findings += beside_administration(visit, lines)
        findings += service_conflicts(visit)
    if visit.one_day:
        return findings + _of_day(visit, visit.rules, lines)
    for day in sorted({x.date for x in lines}, key=str):
        together = tuple([x for x in lines if x.date == day])
        findings += _of_day(visit, visit.rulebook.on(day, visit.facility), together)
    return findings


def _of_day(visit: Visit, rules: DayRules, together: Lines) -> list[Finding]:
    units: dict[str, int] = {}
    for line in together:
        code = line.code
        units[code] = units.get(code, 0) + line.units
    return ncci_pairs(visit, rules, units.keys(), together) + mue_exceeded(visit, rules, units, together)


def modifier_25_misplaced(visit: Visit) -> Iterator[Finding]:
    """Asked for on anything but an E/M: it is not put there (R10)."""
    asked = {s.code.strip().upper() for s in visit.encounter.evaluation_and_management if s.separate}
    for code in sorted(asked - {""}):
        if evaluation_of(code, visit) is None:
            params: Params = {"code": code, "modifier": SEPARATE_EM}
            misplaced = FindingCode.MODIFIER_25_MISPLACED
            yield found(visit.rulebook, misplaced, "R10", (), (code,), params)


def beside_administration(visit: Visit, lines: Lines) -> Iterator[Finding]:
    """A visit code that is never charged beside an administration (R10)."""
    given = sorted({line.code for line in lines if line.code in visit.rulebook.codes})
    charted = {s.code.strip().upper() for s in visit.encounter.evaluation_and_management}
    for code in sorted(charted - {""}) if given else ():
        known = evaluation_of(code, visit)
        if known is not None and not known.beside_administration:
            params: Params = {"code": code, "reason": "beside-administration", "modifier": ""}
            conflict = FindingCode.MODIFIER_CONFLICT
            yield found(visit.rulebook, conflict, "R10", (), (code, *given), params)


def ncci_pairs(visit: Visit, rules: DayRules, codes: Set[str], together: Lines) -> list[Finding]:
    """Two codes of one day that do not go together, unless a modifier that may says they are apart (R12.2)."""
    findings: list[Finding] = []
    for code in codes & rules.pairs.keys():
        edits = rules.pairs[code]
        for beside in codes & edits.keys():
            allowed = edits[beside]
            visits = [one for one in (code, beside) if evaluation_of(one, visit) is not None]
            if allowed and _told_apart((code, beside), visits, together):
                continue
            reason = "never"
            if allowed:
                reason = "visit" if visits else "apart"
            params: Params = {"code": code, "beside": beside, "reason": reason}
            ids = _ids((code, beside), together)
            findings.append(found(visit.rulebook, FindingCode.NCCI_PAIR, "R12.2", ids, (code, beside), params))
    return findings


def _told_apart(pair: tuple[str, str], visits: list[str], together: Lines) -> bool:
    """Whether a modifier says so: on either line; of a visit code 25, and on it alone (R10)."""
    if visits:
        return any(_all_carry(code, _OF_A_VISIT, together) for code in visits)
    return any(_all_carry(code, APART, together) for code in pair)


def _all_carry(code: str, some: Set[str], together: Lines) -> bool:
    return all(not some.isdisjoint(line.modifiers) for line in together if line.code == code)


def mue_exceeded(visit: Visit, rules: DayRules, units: Mapping[str, int], together: Lines) -> list[Finding]:
    """More units of a code on one day than are likely: said, never cut (R12.3)."""
    findings: list[Finding] = []
    limits = rules.limits
    for code, billed in units.items():
        limit = limits.get(code, billed)
        if billed > limit:
            params: Params = {"code": code, "units": billed, "limit": limit}
            ids = _ids((code,), together)
            findings.append(found(visit.rulebook, FindingCode.MUE_EXCEEDED, "R12.3", ids, (code,), params))
    return findings


def _ids(codes: tuple[str, ...], together: Lines) -> tuple[str, ...]:
    """The administrations behind the lines of some codes."""
    return tuple(dict.fromkeys([i for line in together if line.code in codes for i in line.administrations]))
