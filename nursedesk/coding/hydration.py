"""Hydration of one group from the minutes no drug ran (R6), and the reference card's concurrent fluid (§15)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from nursedesk.coding.durations import Measure, next_minute, units
from nursedesk.coding.givings import HYDRATION, THERAPEUTIC
from nursedesk.coding.infusions import shared_minutes
from nursedesk.coding.initial import Choice
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import Marks
from nursedesk.coding.rulebook import HydrationSplit
from nursedesk.coding.services import Group, Service, Visit
from nursedesk.coding.sheet import Charge, Outcome, Params, Sheet, about, code_of, found, ids_of, names
from nursedesk.coding.ticket import Finding, Role, Why
from nursedesk.record.encounter import Route
from nursedesk.record.intervals import Span, union

_IV_INFUSION = Route.IV_INFUSION


class Left(NamedTuple):
    """The hydration minutes of a group."""

    total: int
    """Run, overlaps counted once."""
    spans: tuple[Span, ...]
    """No drug ran in these."""
    counted: tuple[Span, ...]
    """Of those, what is charged: all, or the longest stretch."""
    minutes: int
    drug_spans: tuple[Span, ...]


def left(group: Group, visit: Visit) -> Left:
    """What is left of the group's hydration once drug infusions and pushes are taken out (R6.2, R6.5)."""
    hydrations = group.hydrations
    if not hydrations:
        return Left(0, (), (), 0, ())
    ran = union(span for s in hydrations for span in s.spans)
    drugs = union(span for s in group.drugs for span in s.spans)
    spans = without(ran, drugs)
    counted = spans
    if visit.settings.hydration_split is HydrationSplit.CONTIGUOUS_ONLY and spans:
        counted = (max(spans, key=lambda s: (s[1] - s[0], -s[0])),)
    return Left(_length(ran), spans, counted, _length(counted), drugs)


def without(spans: Iterable[Span], removed: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` with the minutes of `removed` cut out; a stretch of no minutes cuts nothing (R6.2)."""
    rest = [span for span in spans if span[1] > span[0]]
    for start, stop in removed:
        if stop > start:
            rest = [
                piece for a, b in rest for piece in ((a, min(b, start)), (max(a, stop), b)) if piece[1] > piece[0]
            ]
    return tuple(rest)


def counts(minutes: int, visit: Visit) -> bool:
    """Whether hydration of that many minutes is charged at all, and so can be initial (R2.5, R6.7)."""
    return minutes >= visit.parameters.hydration_from


def place(
    group: Group, rest: Left, choice: Choice | None, marks: Marks, visit: Visit, drugs: Iterable[Outcome]
) -> Sheet:
    """The group's hydration lines; `choice` without a service means hydration is the initial one.

    `drugs`: the group's infusions a fluid may be concurrent with, none unless the profile wants it (§15).
    """
    hydrations = group.hydrations
    if not hydrations:
        return Sheet.blank()
    findings = [f for s in hydrations for f in _overlaps(s, group, visit)]
    charges: tuple[Charge, ...] = ()
    codes: tuple[str, ...] = ()
    role, measure = Role.UNCODED, Measure.NONE
    if counts(rest.minutes, visit):
        charges, role, measure = _charged(hydrations, rest, choice, marks, visit)
        codes = tuple(c.code.code for c in charges)
    else:
        params: Params = {"minutes": rest.minutes, "from": visit.parameters.hydration_from}
        ids = ids_of(hydrations)
        findings.append(found(visit.rulebook, FindingCode.HYDRATION_UNDER_31_MINUTES, "R6.7", ids, (), params))
    outcomes = tuple(_outcome(s, group, rest, role, measure, codes, visit.placed) for s in hydrations)
    concurrent = _concurrent(hydrations, drugs, visit)
    if concurrent and role is Role.UNCODED:
        code = (concurrent[0].code.code,)
        outcomes = tuple(
            replace(o, role=Role.CONCURRENT, codes=code) if o.service.ids == concurrent[0].ids else o
            for o in outcomes
        )
    return Sheet([*charges, *concurrent], list(outcomes), findings)


def _concurrent(hydrations: tuple[Service, ...], drugs: Iterable[Outcome], visit: Visit) -> tuple[Charge, ...]:
    """The first fluid sharing a minute with a coded drug infusion of some length (§15)."""
    long_enough = visit.parameters.concurrent_hydration_from
    infusions = [o.service for o in drugs if o.codes and o.service.own >= long_enough]
    for fluid in hydrations:
        beside = [s for s in infusions if shared_minutes(fluid.spans, s.spans)]
        if beside:
            shared = shared_minutes(fluid.spans, union(span for s in beside for span in s.spans))
            why = Why("R15", WhyKey.CONCURRENT_HYDRATION, {"shared": shared, "with": names(beside)})
            code = code_of(visit, THERAPEUTIC, Role.CONCURRENT)
            return (Charge(code, 1, fluid.start, fluid.own, fluid.ids, (why,)),)
    return ()


def _length(spans: Iterable[Span]) -> int:
    return sum(stop - start for start, stop in spans)


def _charged(
    hydrations: tuple[Service, ...], rest: Left, choice: Choice | None, marks: Marks, visit: Visit
) -> tuple[tuple[Charge, ...], Role, Measure]:
    initial = choice is not None and choice.service is None
    measure = Measure.HYDRATION_FIRST if initial else Measure.HYDRATION_BESIDE
    amount = units(measure, rest.minutes, visit.parameters, visit.settings)
    following = next_minute(measure, rest.minutes, visit.parameters, visit.settings)
    counted = [s for s in hydrations if shared_minutes(s.spans, rest.counted)]
    ids, start = ids_of(counted), rest.counted[0][0]
    reasons = (*_minutes_why(rest), *(why for s in counted for why in about(s, visit)))
    additional = code_of(visit, HYDRATION, "additional")
    if not initial or choice is None:
        params: Params = {"minutes": rest.minutes, "units": amount, "next": following}
        why = (*reasons, Why("R6.3", WhyKey.HYDRATION_BESIDE, params))
        charge = Charge(additional, amount, start, rest.minutes, ids, why, (), measure)
        return (charge,), Role.HYDRATION, measure
    first = code_of(visit, HYDRATION, Role.INITIAL)
    why = (choice.why, *reasons, Why("R6.3", WhyKey.HYDRATION_FIRST, {"minutes": rest.minutes, "next": following}))
    timed = Measure.NONE if amount > 1 else measure
    charges = [Charge(first, 1, start, rest.minutes, ids, (*why, *marks.why), marks.modifiers, timed)]
    if amount > 1:
        params = {"minutes": rest.minutes, "units": amount - 1, "next": following}
        more = (Why("R2.3", WhyKey.ADDITIONAL_HOURS, params),)
        charges.append(Charge(additional, amount - 1, start, rest.minutes, ids, more, (), measure))
    return tuple(charges), Role.INITIAL, measure


def _minutes_why(rest: Left) -> tuple[Why, ...]:
    reasons = []
    after = _length(rest.spans)
    if after < rest.total:
        params: Params = {"total": rest.total, "removed": rest.total - after, "left": after}
        reasons.append(Why("R6.2", WhyKey.HYDRATION_LEFT, params))
    if rest.minutes < after:
        reasons.append(Why("R6.2", WhyKey.HYDRATION_STRETCH, {"left": after, "longest": rest.minutes}))
    return tuple(reasons)


def _overlaps(fluid: Service, group: Group, visit: Visit) -> list[Finding]:
    """Minutes lost to a drug infusion long enough to be one (R6.2)."""
    shortest, spans = visit.parameters.infusion_from, fluid.spans
    beside = [
        s for s in group.drugs if s.own >= shortest and s.route is _IV_INFUSION and shared_minutes(spans, s.spans)
    ]
    if not beside:
        return []
    others = beside[0].spans if len(beside) == 1 else union(span for s in beside for span in s.spans)
    params: Params = {"drug": fluid.display, "minutes": shared_minutes(spans, others), "with": names(beside)}
    ids = (*fluid.ids, *ids_of(beside))
    return [found(visit.rulebook, FindingCode.HYDRATION_OVERLAPS_DRUG, "R6.2", ids, (), params)]


def _outcome(
    fluid: Service,
    group: Group,
    rest: Left,
    role: Role,
    measure: Measure,
    codes: tuple[str, ...],
    placed: bool,
) -> Outcome:
    counted = shared_minutes(fluid.spans, rest.counted)
    shared = shared_minutes(fluid.spans, rest.drug_spans) if placed else 0
    beside = tuple([s for s in group.drugs if shared_minutes(fluid.spans, s.spans)]) if shared else ()
    return Outcome(fluid, role, measure, codes, counted, shared, beside)
