"""The groups of a visit placed, each finished before the next (R8.2)."""

from dataclasses import replace
from functools import lru_cache

from nursedesk.coding import hydration, infusions, initial, modifiers, pushes
from nursedesk.coding.givings import THERAPEUTIC
from nursedesk.coding.initial import Choice
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.modifiers import NO_MARKS
from nursedesk.coding.rulebook import Settings, TieBreak
from nursedesk.coding.services import Group, Visit
from nursedesk.coding.sheet import Outcome, Params, Sheet, found
from nursedesk.coding.ticket import Role


def place_groups(visit: Visit) -> Sheet:
    """Charges, outcomes and findings of what competes for the initial codes (§3–6)."""
    whole = Sheet.blank()
    first, concurrent_given = True, False
    last = visit.groups[-1] if visit.groups else None
    for group in visit.groups:
        sheets, had_initial = _group(group, first, concurrent_given, visit)
        for sheet in sheets:
            whole.charges += sheet.charges
            whole.outcomes += sheet.outcomes
            whole.findings += sheet.findings
        if group is not last:
            first = first and not had_initial
            concurrent_given = concurrent_given or _has_concurrent(whole, visit)
    return whole


def _has_concurrent(sheet: Sheet, visit: Visit) -> bool:
    concurrent = visit.roles[THERAPEUTIC, Role.CONCURRENT]
    return any([charge.code is concurrent for charge in sheet.charges])


def _group(group: Group, first: bool, concurrent_given: bool, visit: Visit) -> tuple[list[Sheet], bool]:
    """The group's sheets, that of its initial service first, and whether it has one."""
    rest = hydration.left(group, visit)
    choice = initial.choose(group, hydration.counts(rest.minutes, visit), visit)
    marks = modifiers.of_initial(visit, group, first) if choice is not None else NO_MARKS
    drugs = infusions.place(group, choice, marks, visit, concurrent_given)
    beside: list[Outcome] = []
    if visit.settings.concurrent_hydration and not concurrent_given and not _has_concurrent(drugs, visit):
        beside = drugs.outcomes
    injected = pushes.place(group, choice, marks, visit)
    fluid = hydration.place(group, rest, choice, marks, visit, beside)
    if choice is None:
        return [drugs, injected, fluid], False
    if choice.service is None:
        sheets = [fluid, drugs, injected]
    else:
        sheets = [injected, drugs, fluid] if choice.service.push else [drugs, injected, fluid]
    if not first:
        sheets.append(_second_initial(group, sheets[0], choice, visit))
    return sheets, True


def _second_initial(group: Group, leading: Sheet, choice: Choice, visit: Visit) -> Sheet:
    charge = leading.charges[0]
    params: Params = {"code": charge.code.code, "access": "", "reason": ""}
    if group.access is not None:
        params |= {"access": group.access.id, "reason": group.access.separate_reason or ""}
    finding = found(visit.rulebook, FindingCode.SECOND_INITIAL, "R8.2", charge.ids, (charge.code.code,), params)
    return Sheet([], [], [finding])


def place_tied(visit: Visit) -> Sheet:
    """Of a visit under its other tie-break, what that can change: of one group, its infusions or its pushes.

    Which infusion is the initial one is nothing to pushes and hydration, and the other way about; the one
    concurrent code of an encounter ties several groups, and fluid charged as concurrent, together.
    """
    if len(visit.groups) > 1 or visit.settings.concurrent_hydration:
        return place_groups(visit)
    group = visit.groups[0]
    # Where there is a tie, hydration is the initial service only if a person chose it.
    asked = visit.encounter.primary_administration is not None
    counts = asked and hydration.counts(hydration.left(group, visit).minutes, visit)
    choice = initial.choose(group, counts, visit)
    if choice is None or choice.service is None:
        return Sheet.blank()
    marks = modifiers.of_initial(visit, group, True)
    if choice.service.push:
        return pushes.place(group, choice, marks, visit)
    return infusions.place(group, choice, marks, visit, False)


def with_other_tie_break(visit: Visit) -> Visit | None:
    """The visit under the other tie-break (R3.5); None when no group's choice hangs on it."""
    if not any(initial.tied(group, visit) for group in visit.groups):
        return None
    return visit._replace(settings=_other_tie_break(visit.settings))


@lru_cache(maxsize=64)
def _other_tie_break(settings: Settings) -> Settings:
    other = TieBreak.LONGEST if settings.tie_break is TieBreak.EARLIEST else TieBreak.EARLIEST
    return replace(settings, tie_break=other)


def with_cpt_hours(visit: Visit) -> Visit | None:
    """The visit with what only the reference card changes put back (§15); None when nothing is."""
    settings, cpt = visit.settings, visit.rulebook.baseline
    hours, fluid = cpt.additional_hour_from, cpt.concurrent_hydration
    if settings.additional_hour_from == hours and settings.concurrent_hydration == fluid:
        return None
    return visit._replace(settings=replace(settings, additional_hour_from=hours, concurrent_hydration=fluid))
