"""Findings that need a second ticket: the other tie-break (R3.5), and what profile `cpt` would give (§15)."""

from collections.abc import Iterable
from datetime import date

from nursedesk.coding.added import marked
from nursedesk.coding.independent import place as place_independent
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.placing import place_groups, place_tied, with_cpt_hours, with_other_tie_break
from nursedesk.coding.services import Service, Visit
from nursedesk.coding.sheet import Charge, Params, Sheet, found, names
from nursedesk.coding.ticket import ChargeLine, Finding, Role

Payer = dict[tuple[str, tuple[str, ...], date], int]
"""Code, modifiers, day → units: what a payer would see."""


def tie_break_matters(visit: Visit, groups: Sheet) -> tuple[Finding, ...]:
    """Whether the other tie-break would give other lines (R3.5); `groups` is what this one gave."""
    other = with_other_tie_break(visit)
    if other is None:
        return ()
    mine_charges, other_groups = groups.charges, place_tied(other)
    if len(visit.groups) == 1 and not visit.settings.concurrent_hydration:
        # Only services of the tied kind can change: the rest need not be placed again.
        tied_ids = {o.service.ids for o in other_groups.outcomes}
        mine_charges = [c for c in groups.charges if c.ids in tied_ids]
    mine, theirs = _payer(mine_charges, visit), _payer(other_groups.charges, other)
    if mine == theirs:
        return ()
    now, then = _initials(groups), _initials(other_groups)
    left, joined = [s for s in now if s not in then], [s for s in then if s not in now]
    differing = sorted(key for key in mine.keys() | theirs.keys() if mine.get(key) != theirs.get(key))
    params: Params = {"tie_break": str(visit.settings.tie_break), "drug": names(left), "other": names(joined)}
    params |= {"now": _shown(differing, mine), "then": _shown(differing, theirs)}
    ids = tuple(dict.fromkeys(i for s in (*left, *joined) for i in s.ids))
    codes = tuple(dict.fromkeys(code for code, _, _ in differing))
    return (found(visit.rulebook, FindingCode.TIE_BREAK_CHANGES_TICKET, "R3.5", ids, codes, params),)


def _shown(lines: list[tuple[str, tuple[str, ...], date]], payer: Payer) -> str:
    """`96366 × 2, 96375-59 × 1`: those of the lines that a ticket has; "" when it has none of them."""
    return ", ".join(["-".join((key[0], *key[1])) + f" × {payer[key]}" for key in lines if key in payer])


def differs_from_cpt(visit: Visit, lines: tuple[ChargeLine, ...]) -> tuple[Finding, ...]:
    """One finding for each line that profile `cpt` would not give with the same units (§15)."""
    other = with_cpt_hours(visit)
    if other is None:
        return ()
    theirs = _payer((*place_groups(other).charges, *place_independent(other).charges), other)
    findings = []
    for line in lines:
        units = 0 if line.date is None else theirs.get((line.code, line.modifiers, line.date), 0)
        if units != line.units:
            params: Params = {"code": line.code, "units": line.units, "cpt_units": units}
            code = FindingCode.DIFFERS_FROM_CPT
            findings.append(found(visit.rulebook, code, "R15", line.administrations, (line.code,), params))
    return tuple(findings)


def _payer(charges: Iterable[Charge], visit: Visit) -> Payer:
    seen: Payer = {}
    for charge in marked(charges, visit)[0] if visit.added else charges:
        key = (charge.code.code, charge.modifiers, visit.day(charge.start))
        seen[key] = seen.get(key, 0) + charge.units
    return seen


def _initials(sheet: Sheet) -> list[Service]:
    return [o.service for o in sheet.outcomes if o.role is Role.INITIAL]
