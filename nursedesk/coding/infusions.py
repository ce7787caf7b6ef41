"""Therapeutic and complex infusions of one group: initial, sequential, concurrent, or the same drug again (R4)."""

from dataclasses import dataclass
from functools import lru_cache

from nursedesk.coding.durations import Measure, additional, first_minute, next_minute, units
from nursedesk.coding.givings import COMPLEX, THERAPEUTIC
from nursedesk.coding.initial import Choice
from nursedesk.coding.keys import OVERLAP_ROLES, FindingCode, WhyKey
from nursedesk.coding.modifiers import NO_MARKS, Marks, with_reduced
from nursedesk.coding.rulebook import Overlap
from nursedesk.coding.services import Group, Service, Visit
from nursedesk.coding.sheet import Charge, Outcome, Params, Sheet, about, code_of, found, ids_of, names
from nursedesk.coding.ticket import Finding, Role, Why
from nursedesk.record.intervals import Span, union

_SEQUENTIAL, _SEQUENTIAL_ROLE = WhyKey.SEQUENTIAL, Role.SEQUENTIAL
_INFUSION, _NONE = Measure.INFUSION, Measure.NONE
_BESIDE_COMPLEX = Why("R4.2", WhyKey.BESIDE_COMPLEX)


class Standing:
    """What is already placed as initial or sequential when the next infusion is looked at (R4.6)."""

    __slots__ = ("beside_complex", "concurrent_given", "drugs", "services", "spans")

    def __init__(self, beside_complex: bool, concurrent_given: bool) -> None:
        self.services: list[Service] = []
        self.drugs: set[str] = set()
        self.spans: tuple[Span, ...] = ()
        self.beside_complex = beside_complex
        """The group's initial service is complex (R4.2)."""
        self.concurrent_given = concurrent_given
        """The encounter's one concurrent code is used up (R4.5)."""

    def add(self, service: Service) -> None:
        """One more infusion is placed."""
        mine, placed = service.spans, self.spans
        if not placed or not mine or placed[-1][1] < mine[0][0]:
            self.spans = placed + mine
        else:
            self.spans = union(placed + mine)
        self.services.append(service)
        self.drugs.update(service.drugs)


@dataclass(slots=True)
class Minutes:
    """A service's minutes against what is already placed."""

    own: int
    shared: int
    net: int
    beside: tuple[Service, ...]


def place(group: Group, choice: Choice | None, marks: Marks, visit: Visit, concurrent_given: bool) -> Sheet:
    """All infusions of a group, the initial first, the others in order of tier, then start."""
    sheet = Sheet.blank()
    initial = choice.service if choice is not None else None
    standing = Standing(initial is not None and initial.family == COMPLEX, concurrent_given)
    if choice is not None and initial is not None and not initial.push:
        minutes = Minutes(initial.own, 0, initial.own, ())
        _first_hour(initial, Role.INITIAL, minutes, (choice.why,), marks, sheet, visit)
        standing.add(initial)
    for service in _in_order(group.infusions):
        if service is not initial:
            _other(service, standing, sheet, visit)
    return sheet


def _in_order(infusions: tuple[Service, ...]) -> tuple[Service, ...]:
    """The complex ones before the others, each in order of start."""
    others = tuple([s for s in infusions if s.family == THERAPEUTIC])
    if not others or len(others) == len(infusions):
        return infusions
    return (*[s for s in infusions if s.family == COMPLEX], *others)


def shared_minutes(one: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    """Minutes that both cover; each is already without overlaps of its own."""
    if len(one) == 1 == len(other):
        (a_start, a_stop), (b_start, b_stop) = one[0], other[0]
        both = (a_stop if a_stop < b_stop else b_stop) - (a_start if a_start > b_start else b_start)
        return both if both > 0 else 0
    if not one or not other or one[-1][1] <= other[0][0] or other[-1][1] <= one[0][0]:
        return 0
    total = 0
    for a_start, a_stop in one:
        for b_start, b_stop in other:
            start = a_start if a_start > b_start else b_start
            stop = a_stop if a_stop < b_stop else b_stop
            if stop > start:
                total += stop - start
    return total


def _other(service: Service, standing: Standing, sheet: Sheet, visit: Visit) -> None:
    shared = shared_minutes(service.spans, standing.spans)
    beside: tuple[Service, ...] = ()
    if shared:
        spans = service.spans
        beside = tuple([s for s in standing.services if shared_minutes(spans, s.spans)])
    minutes = Minutes(service.own, shared, service.own - shared, beside)
    if standing.drugs.issuperset(service.drugs):
        _again(service, minutes, standing, sheet, visit)
    elif not shared:
        why = Why("R4.1", _SEQUENTIAL, {"minutes": service.own})
        _sequential(service, minutes, (why,), standing, sheet, visit)
    elif service.family == COMPLEX:
        _complex_beside(service, minutes, standing, sheet, visit)
    elif (
        _mostly_shared(minutes, visit, visit.settings.overlap)
        or minutes.net < visit.parameters.concurrent_net_under
    ):
        _concurrent(service, minutes, standing, sheet, visit)
    else:
        reasons = (_net_why("R4.6", minutes), *_choice_why(minutes, visit))
        _sequential(service, minutes, reasons, standing, sheet, visit)


def _mostly_shared(minutes: Minutes, visit: Visit, overlap: Overlap) -> bool:
    match overlap:
        case Overlap.MAJORITY:
            return minutes.shared * 2 > minutes.own
        case Overlap.NET:
            return False
        case Overlap.MAC16:
            return minutes.shared >= visit.parameters.mac_shared_from
        case Overlap.ANY:
            return True  # it is only asked of an infusion that shares a minute


def _choice_why(minutes: Minutes, visit: Visit) -> tuple[Why, ...]:
    """Which other choices of `overlap` would have made it the other thing (R4.6)."""
    if minutes.net < visit.parameters.concurrent_net_under:
        return ()
    shared = minutes.shared
    verdicts = (shared * 2 > minutes.own, False, shared >= visit.parameters.mac_shared_from, True)
    return _choices(visit.settings.overlap, verdicts)


@lru_cache(maxsize=64)
def _choices(overlap: Overlap, verdicts: tuple[bool, ...]) -> tuple[Why, ...]:
    """`verdicts`: whether each overlap, in the order of the enum, makes it concurrent."""
    concurrent = dict(zip(Overlap, verdicts, strict=True))
    others = [o.value for o in Overlap if concurrent[o] is not concurrent[overlap]]  # net and any always differ
    params: Params = {"setting": str(overlap), "others": ", ".join(others)}
    params["other"] = OVERLAP_ROLES[concurrent[overlap]]
    return (Why("R4.6", WhyKey.OVERLAP_CHOICE, params),)


def _net_why(rule: str, minutes: Minutes) -> Why:
    params: Params = {
        "own": minutes.own,
        "shared": minutes.shared,
        "net": minutes.net,
        "with": names(minutes.beside),
    }
    return Why(rule, WhyKey.SEQUENTIAL_NET, params)


def _complex_beside(service: Service, minutes: Minutes, standing: Standing, sheet: Sheet, visit: Visit) -> None:
    """There is no concurrent code for a complex infusion: its own minutes, or nothing (R4.8)."""
    if minutes.net >= visit.parameters.concurrent_net_under:
        _sequential(service, minutes, (_net_why("R4.8", minutes),), standing, sheet, visit)
        return
    params: Params = {"drug": service.display, "own": minutes.own, "shared": minutes.shared}
    params |= {"net": minutes.net, "with": names(minutes.beside)}
    ids = (*service.ids, *ids_of(minutes.beside))
    finding = found(visit.rulebook, FindingCode.CONCURRENT_CHEMOTHERAPY, "R4.8", ids, (), params)
    _uncoded(service, minutes, finding, sheet)


def _sequential(
    service: Service, minutes: Minutes, reasons: tuple[Why, ...], standing: Standing, sheet: Sheet, visit: Visit
) -> None:
    if standing.beside_complex and service.family == THERAPEUTIC:
        reasons = (*reasons, _BESIDE_COMPLEX)
    _first_hour(service, _SEQUENTIAL_ROLE, minutes, reasons, NO_MARKS, sheet, visit)
    standing.add(service)


def _first_hour(
    service: Service,
    role: Role,
    minutes: Minutes,
    reasons: tuple[Why, ...],
    marks: Marks,
    sheet: Sheet,
    visit: Visit,
) -> None:
    """A first-hour code and the additional hours of its own family (R2.2–R2.4)."""
    counted, start, ids = minutes.net, service.start, service.ids
    hours, why, more = hours_of(counted, visit)
    code = visit.roles[service.family, role]
    # An infusion cut short and charged with 53 has a first hour all the same (R9.3).
    marks = with_reduced(marks, service) if service.reduced else marks
    why_all = (*reasons, why, *about(service, visit), *marks.why)
    measure = _NONE if hours else _INFUSION
    sheet.charges.append(Charge(code, 1, start, counted, ids, why_all, marks.modifiers, measure))
    codes: tuple[str, ...] = (code.code,)
    if hours:
        extra = visit.roles[service.family, "additional"]
        sheet.charges.append(Charge(extra, hours, start, counted, ids, more, (), _INFUSION))
        codes = (code.code, extra.code)
    sheet.outcomes.append(Outcome(service, role, _INFUSION, codes, counted, minutes.shared, minutes.beside))


Hours = tuple[int, Why, tuple[Why, ...]]
"""Additional hours of so many minutes, and why the first hour and the others are charged."""


def hours_of(counted: int, visit: Visit) -> Hours:
    """What so many minutes of an infusion are charged as; the same for many infusions, so it is remembered."""
    asked = ("hours", counted, visit.settings.additional_hour_from, visit.parameters.effective_from)
    known: Hours | None = visit.rulebook.kept.get(asked)
    if known is not None:
        return known
    hours = additional(counted, visit.parameters, visit.settings)
    following = visit.parameters.hour * (hours + 1) + visit.settings.additional_hour_from
    first = Why("R2.2", WhyKey.FIRST_HOUR, {"minutes": counted, "next": following})
    params: Params = {"minutes": counted, "units": hours, "next": following}
    return visit.rulebook.keep(asked, (hours, first, (Why("R2.3", WhyKey.ADDITIONAL_HOURS, params),)))


def _again(service: Service, minutes: Minutes, standing: Standing, sheet: Sheet, visit: Visit) -> None:
    """A drug already placed, ordered again: additional hours of its own minutes only (R4.4)."""
    net = minutes.net
    hours = units(Measure.CONTINUED, net, visit.parameters, visit.settings)
    if not hours:
        over = first_minute(Measure.CONTINUED, visit.parameters, visit.settings) - 1
        params: Params = {"drug": service.display, "minutes": net, "over": over}
        finding = found(visit.rulebook, FindingCode.SAME_DRUG_SHORT_DOSE, "R4.4", service.ids, (), params)
        _uncoded(service, minutes, finding, sheet)
        return
    following = next_minute(Measure.CONTINUED, net, visit.parameters, visit.settings)
    params = {"minutes": net, "units": hours, "next": following, "drug": service.display}
    why = (Why("R4.4", WhyKey.CONTINUED, params), *about(service, visit))
    code = code_of(visit, service.family, "additional")
    outcome = Outcome(
        service, Role.CONTINUED, Measure.CONTINUED, (code.code,), net, minutes.shared, minutes.beside
    )
    sheet.charges.append(Charge(code, hours, service.start, net, service.ids, why, (), Measure.CONTINUED))
    sheet.outcomes.append(outcome)
    standing.add(service)


def _concurrent(service: Service, minutes: Minutes, standing: Standing, sheet: Sheet, visit: Visit) -> None:
    """A therapeutic infusion beside another: one code an encounter, whatever the hours (R4.5, R4.6)."""
    if standing.concurrent_given:
        params: Params = {"drug": service.display, "minutes": service.own}
        finding = found(visit.rulebook, FindingCode.CONCURRENT_UNREPORTED, "R4.5", service.ids, (), params)
        _uncoded(service, minutes, finding, sheet)
        return
    code = visit.roles[THERAPEUTIC, Role.CONCURRENT]
    why = (_concurrent_why(minutes, visit), *_choice_why(minutes, visit), *about(service, visit))
    sheet.charges.append(Charge(code, 1, service.start, service.own, service.ids, why))
    outcome = Outcome(
        service, Role.CONCURRENT, Measure.CONCURRENT, (code.code,), service.own, minutes.shared, minutes.beside
    )
    sheet.outcomes.append(outcome)
    standing.concurrent_given = True


def _concurrent_why(minutes: Minutes, visit: Visit) -> Why:
    params: Params = {"own": minutes.own, "shared": minutes.shared, "with": names(minutes.beside)}
    if _mostly_shared(minutes, visit, visit.settings.overlap):
        return Why("R4.6", WhyKey.CONCURRENT_SHARE, params)
    params |= {"net": minutes.net, "under": visit.parameters.concurrent_net_under}
    return Why("R4.6", WhyKey.CONCURRENT_NET, params)


def _uncoded(service: Service, minutes: Minutes, finding: Finding, sheet: Sheet) -> None:
    sheet.outcomes.append(Outcome(service, Role.UNCODED, shared=minutes.shared, shared_with=minutes.beside))
    sheet.findings.append(finding)
