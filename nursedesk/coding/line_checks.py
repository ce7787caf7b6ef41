"""The checks of finished lines: visit codes and modifiers (§10), code pairs (R12.2), units a day (R12.3)."""

from collections.abc import Iterable, Iterator
from datetime import date

from nursedesk.coding.evaluation import evaluation_of
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.modifiers import APART, SEPARATE_EM
from nursedesk.coding.rule_tables import in_force
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import found
from nursedesk.coding.ticket import ChargeLine, Finding

Lines = tuple[ChargeLine, ...]


def check_lines(visit: Visit, lines: Lines) -> list[Finding]:
    """Every check's findings; each looks at the lines of one day together."""
    findings: list[Finding] = []
    if visit.encounter.evaluation_and_management:
        findings += modifier_25_misplaced(visit)
        findings += beside_administration(visit, lines)
    for day, together in _by_day(lines):
        findings += ncci_pairs(visit, day, together)
        findings += mue_exceeded(visit, day, together)
    return findings


def _by_day(lines: Lines) -> Iterable[tuple[date | None, list[ChargeLine]]]:
    days: dict[date | None, list[ChargeLine]] = {}
    for line in lines:
        if line.date in days:
            days[line.date].append(line)
        else:
            days[line.date] = [line]
    return days.items()


def modifier_25_misplaced(visit: Visit) -> Iterator[Finding]:
    """Asked for on anything but an E/M: it is not put there (R10)."""
    asked = {
        s.code.strip().upper() for s in visit.encounter.evaluation_and_management if s.separately_identifiable
    }
    for code in sorted(asked - {""}):
        if evaluation_of(code, visit) is None:
            params: dict[str, str | int] = {"code": code, "modifier": SEPARATE_EM}
            misplaced = FindingCode.MODIFIER_25_MISPLACED
            yield found(visit.rulebook, misplaced, "R10", (), (code,), params)


def beside_administration(visit: Visit, lines: Lines) -> Iterator[Finding]:
    """A visit code that is never charged beside an administration (R10)."""
    given = sorted({line.code for line in lines if line.code in visit.rulebook.codes})
    charted = {s.code.strip().upper() for s in visit.encounter.evaluation_and_management}
    for code in sorted(charted - {""}) if given else ():
        known = evaluation_of(code, visit)
        if known is not None and not known.beside_administration:
            params: dict[str, str | int] = {"code": code, "reason": "beside-administration"}
            conflict = FindingCode.MODIFIER_CONFLICT
            yield found(visit.rulebook, conflict, "R10", (), (code, *given), params)


def ncci_pairs(visit: Visit, day: date | None, together: list[ChargeLine]) -> Iterator[Finding]:
    """Two codes of one day that do not go together, unless a modifier that may says they are apart (R12.2)."""
    pairs = visit.rulebook.pairs.get(visit.facility)
    if not pairs:
        return
    codes = {line.code for line in together}
    for code in sorted(codes & pairs.keys()):
        for beside in sorted(codes & pairs[code].keys()):
            edit = in_force(pairs[code][beside], day)
            if edit is None or (edit.allowed and (_apart(code, together) or _apart(beside, together))):
                continue
            reason = "never"
            if edit.allowed:
                reason = "apart" if evaluation_of(beside, visit) is None else "visit"
            ids = tuple(dict.fromkeys(i for x in together if x.code in (code, beside) for i in x.administrations))
            params: dict[str, str | int] = {"code": code, "beside": beside, "reason": reason}
            yield found(visit.rulebook, FindingCode.NCCI_PAIR, "R12.2", ids, (code, beside), params)


def _apart(code: str, together: list[ChargeLine]) -> bool:
    return all(not APART.isdisjoint(line.modifiers) for line in together if line.code == code)


def mue_exceeded(visit: Visit, day: date | None, together: list[ChargeLine]) -> Iterator[Finding]:
    """More units of a code on one day than are likely: said, never cut (R12.3)."""
    limits = visit.rulebook.limits.get(visit.facility)
    if not limits:
        return
    units: dict[str, int] = {}
    for line in together:
        units[line.code] = units.get(line.code, 0) + line.units
    for code in sorted(units.keys() & limits.keys()):
        limit = in_force(limits[code], day)
        if limit is not None and units[code] > limit.units:
            ids = tuple(dict.fromkeys(i for x in together if x.code == code for i in x.administrations))
            params: dict[str, str | int] = {"code": code, "units": units[code], "limit": limit.units}
            yield found(visit.rulebook, FindingCode.MUE_EXCEEDED, "R12.3", ids, (code,), params)
