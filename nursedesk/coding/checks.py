"""The checks of a finished ticket: a tuple of functions with one signature, each giving findings."""

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from nursedesk.coding.durations import Measure, units
from nursedesk.coding.givings import HYDRATION
from nursedesk.coding.infusions import shared_minutes
from nursedesk.coding.keys import FindingCode
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Charge, Outcome, Params, Sheet, found, over_midnight
from nursedesk.coding.ticket import Finding
from nursedesk.record.encounter import Route

Check = Callable[[Visit, Sheet], Iterable[Finding]]

_FIRST_HOUR = (Measure.INFUSION, Measure.SC, Measure.HYDRATION_FIRST)
"""Measures whose first unit is a code of its own; what follows is the add-on."""
_NONE, _IV_INFUSION = Measure.NONE, Route.IV_INFUSION
_NOT_TIMED = (Route.PUMP, Route.ON_BODY_INJECTOR)
"""Running for days is what they are for."""


def under_16_minutes(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """An infusion of 15 minutes or less (R2.2), unless a stop is still missing."""
    shortest = visit.parameters.infusion_from
    for outcome in sheet.outcomes:
        s = outcome.service
        if s.own < shortest and s.route is _IV_INFUSION and s.family != HYDRATION and not s.open:
            params: Params = {"drug": s.display, "minutes": s.own, "from": shortest}
            yield found(visit.rulebook, FindingCode.UNDER_16_MINUTES, "R2.2", s.ids, outcome.codes, params)


def over_24_hours(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """More running minutes than a day has (R9.5)."""
    most = visit.parameters.over_minutes
    for services in (*[g.coded for g in visit.groups], visit.independent):
        for s in services:
            if s.own > most and s.route not in _NOT_TIMED:
                params: Params = {"drug": s.display, "minutes": s.own}
                yield found(visit.rulebook, FindingCode.OVER_24_HOURS, "R9.5", s.ids, (), params)


def same_drug_self_overlap(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """Two infusions of one drug running at once in a group (R9.5)."""
    for group in visit.groups:
        if group.apart:
            continue
        infusions = [s for s in group.coded if s.route is _IV_INFUSION]
        by_drug: dict[str, list[int]] = {}
        for place, service in enumerate(infusions):
            for drug in service.drugs:
                by_drug.setdefault(drug, []).append(place)
        pairs = {pair for places in by_drug.values() if len(places) > 1 for pair in combinations(places, 2)}
        for mine, theirs in sorted(pairs):
            one, other = infusions[mine], infusions[theirs]
            minutes = shared_minutes(one.spans, other.spans)
            if minutes:
                params: Params = {"drug": one.display, "minutes": minutes}
                ids = (*one.ids, *other.ids)
                yield found(visit.rulebook, FindingCode.SAME_DRUG_SELF_OVERLAP, "R9.5", ids, (), params)


def add_on_without_primary(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """An add-on none of whose primaries is on the ticket (R12.1)."""
    on_ticket = {c.code.code for c in sheet.charges}
    told: dict[str, list[Charge]] = {}
    for charge in sheet.charges:
        if charge.code.primaries and on_ticket.isdisjoint(charge.code.primaries):
            told.setdefault(charge.code.code, []).append(charge)
    for code, charges in told.items():
        params: Params = {"code": code, "primaries": ", ".join(charges[0].code.primaries)}
        ids = tuple(dict.fromkeys(i for c in charges for i in c.ids))
        yield found(visit.rulebook, FindingCode.ADD_ON_WITHOUT_PRIMARY, "R12.1", ids, (code,), params)


def longer_than_ordered(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """Ran longer than ordered, and to more units than the ordered minutes give (R2.7)."""
    over = 100 + visit.parameters.longer_percent
    for outcome in sheet.outcomes:
        s = outcome.service
        ordered = s.parts[0].administration.ordered_minutes or 0
        if len(s.parts) > 1:
            ordered = max([g.administration.ordered_minutes or 0 for g in s.parts])
        if ordered <= 0 or not outcome.codes or s.own * 100 <= ordered * over:
            continue
        if _paid(outcome, outcome.counted, visit) > _paid(outcome, ordered, visit):
            params: Params = {"drug": s.display, "minutes": s.own, "ordered": ordered}
            yield found(visit.rulebook, FindingCode.LONGER_THAN_ORDERED, "R2.7", s.ids, outcome.codes, params)


def _paid(outcome: Outcome, minutes: int, visit: Visit) -> int:
    """Units for so many minutes; too short to be an infusion it is a push or an injection, which is one too."""
    least = 1 if outcome.measure in (Measure.INFUSION, Measure.CONCURRENT, Measure.SC) else 0
    return max(least, units(outcome.measure, minutes, visit.parameters, visit.settings))


def add_on_boundary(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """Counted minutes close to where the add-on's units change (R2.3)."""
    for charge in sheet.charges:
        if charge.measure is _NONE or charge.minutes is None:
            continue
        nearest = _nearest(charge.measure, charge.minutes, visit)
        if nearest is not None:
            params: Params = {"minutes": charge.minutes, "boundary": nearest}
            codes = (charge.code.code,)
            yield found(visit.rulebook, FindingCode.ADD_ON_BOUNDARY, "R2.3", charge.ids, codes, params)


def _nearest(measure: Measure, minutes: int, visit: Visit) -> int | None:
    """The nearest minute at which the add-on's units change, where it is close; remembered as it comes often."""
    kept = visit.rulebook.kept
    asked = ("nearest", measure, minutes, visit.settings.additional_hour_from, visit.parameters.effective_from)
    if asked in kept:
        known: int | None = kept[asked]
        return known
    within = visit.parameters.boundary_within
    away = sorted(range(-within, within + 1), key=lambda n: (abs(n), n))
    near = (
        minutes + n for n in away if _added(measure, minutes + n, visit) != _added(measure, minutes + n - 1, visit)
    )
    changes = _added(measure, minutes + within, visit) != _added(measure, minutes - within - 1, visit)
    return visit.rulebook.keep(asked, next(near, None) if changes else None)


def _added(measure: Measure, minutes: int, visit: Visit) -> int:
    """Units of the add-on code alone."""
    have = units(measure, minutes, visit.parameters, visit.settings)
    return max(0, have - 1) if measure in _FIRST_HOUR else have


def crosses_midnight(visit: Visit, sheet: Sheet) -> Iterator[Finding]:
    """One service, dated to its start (R8.4)."""
    for outcome in () if visit.one_day else sheet.outcomes:
        s = outcome.service
        if over_midnight(s, visit):
            yield found(
                visit.rulebook, FindingCode.CROSSES_MIDNIGHT, "R8.4", s.ids, outcome.codes, {"drug": s.display}
            )


CHECKS: tuple[Check, ...] = (
    under_16_minutes,
    over_24_hours,
    same_drug_self_overlap,
    add_on_without_primary,
    longer_than_ordered,
    add_on_boundary,
    crosses_midnight,
)


def check(visit: Visit, sheet: Sheet) -> tuple[Finding, ...]:
    """Every check's findings."""
    findings: list[Finding] = []
    for one in CHECKS:
        findings += one(visit, sheet)
    return tuple(findings)
