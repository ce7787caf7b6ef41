"""Findings that need a second ticket: the other tie-break (R3.5), and what profile `cpt` would give (§15)."""

from nursedesk.coding.keys import FindingCode
from nursedesk.coding.lines import lines_of
from nursedesk.coding.placing import place, with_cpt_hours, with_other_tie_break
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Params, Sheet, found, names
from nursedesk.coding.ticket import ChargeLine, Finding, Role

Payer = dict[tuple[str, tuple[str, ...], object], int]
"""Code, modifiers, day → units: what a payer would see."""


def tie_break_matters(visit: Visit, sheet: Sheet, lines: tuple[ChargeLine, ...]) -> tuple[Finding, ...]:
    """Whether the other tie-break would give other lines (R3.5)."""
    other = with_other_tie_break(visit)
    if other is None:
        return ()
    other_sheet = place(other)
    mine, theirs = _payer(lines), _payer(lines_of(other_sheet.charges, other))
    if mine == theirs:
        return ()
    now = [o.service for o in sheet.outcomes if o.role is Role.INITIAL]
    then = [o.service for o in other_sheet.outcomes if o.role is Role.INITIAL]
    moved = [s for s in now if s not in then] + [s for s in then if s not in now]
    params: Params = {
        "tie_break": str(visit.settings.tie_break),
        "drug": names(s for s in now if s not in then),
        "other": names(s for s in then if s not in now),
    }
    ids = tuple(dict.fromkeys(i for s in moved for i in s.ids))
    codes = sorted({key[0] for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key)})
    return (found(visit.rulebook, FindingCode.TIE_BREAK_CHANGES_TICKET, "R3.5", ids, tuple(codes), params),)


def differs_from_cpt(visit: Visit, lines: tuple[ChargeLine, ...]) -> tuple[Finding, ...]:
    """One finding for each line that profile `cpt` would not give with the same units (§15)."""
    other = with_cpt_hours(visit)
    if other is None:
        return ()
    theirs = _payer(lines_of(place(other).charges, other))
    findings = []
    for line in lines:
        units = theirs.get((line.code, line.modifiers, line.date), 0)
        if units != line.units:
            params: Params = {"code": line.code, "units": line.units, "cpt_units": units}
            code = FindingCode.DIFFERS_FROM_CPT
            findings.append(found(visit.rulebook, code, "R15", line.administrations, (line.code,), params))
    return tuple(findings)


def _payer(lines: tuple[ChargeLine, ...]) -> Payer:
    return {(line.code, line.modifiers, line.date): line.units for line in lines}
