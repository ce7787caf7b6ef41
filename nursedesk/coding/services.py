"""Administrations to services (R1.4, R1.8, R2.2), grouped by access (§8): what the pipeline works on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from nursedesk.coding.days import local_day
from nursedesk.coding.diagnoses import pointers_of
from nursedesk.coding.givings import CODABLE, COMPLEX, HYDRATION, THERAPEUTIC, Given, State, given_of
from nursedesk.coding.rulebook import DayRules, Parameters, ReactionUnder16, Roles, Rulebook, Settings
from nursedesk.record.encounter import Access, Encounter, Family, Route, Setting, StopReason
from nursedesk.record.intervals import Span, minute_of, union

_INFUSION, _PUSH = Route.IV_INFUSION, Route.IV_PUSH
IV_ROUTES = (_INFUSION, _PUSH)
_CUT_SHORT = (StopReason.REACTION, StopReason.EMERGENCY)

HYDRATION_TIER = 4
"""The lowest place in the hierarchy of R3.2, after infusions and pushes of either family."""
_KEY = attrgetter("key")

Key = tuple[int, int, str]
"""Start, own minutes negated, id: the order of every tie."""


@dataclass(slots=True)
class Service:
    """What is coded as one: the drugs of one bag or syringe (R1.8), mostly one administration."""

    key: Key
    ids: tuple[str, ...]
    drugs: tuple[str, ...]
    display: str
    family: str
    hormonal: bool
    route: Route
    push: bool
    """A documented push, or an infusion too short to be one (R1.4)."""
    start: int
    end: int
    own: int
    spans: tuple[Span, ...]
    open: bool
    reduced: bool
    """A reaction or emergency stopped it early and the site charges the infusion with 53 (R9.3)."""
    parts: tuple[Given, ...]


@dataclass(slots=True)
class Group:
    """The unit of §3–6: the accesses without a charted reason together, each with one alone (§8)."""

    access: Access | None
    """The separate access; None for those without a reason."""
    infusions: tuple[Service, ...]
    pushes: tuple[Service, ...]
    hydrations: tuple[Service, ...]
    """These three are codable, each in tie order."""
    uncoded: tuple[Service, ...]
    """Given, and never coded: integral, held, not codable but started."""
    coded: tuple[Service, ...]
    """The three, one after the other."""
    tier: int
    """The highest of R3.2 with an infusion or push in it; that of hydration when there is none."""
    highest: tuple[Service, ...]
    """What is in it, in tie order."""
    apart: bool
    """Every drug came once, and no infusion ran beside another."""

    @property
    def drugs(self) -> tuple[Service, ...]:
        """What ran or was pushed and is no hydration, coded or not."""
        return (*self.infusions, *self.pushes, *(s for s in self.uncoded if s.family != HYDRATION))


class Visit(NamedTuple):
    """One encounter, read once: everything the placing rules need."""

    encounter: Encounter
    rulebook: Rulebook
    settings: Settings
    parameters: Parameters
    roles: Roles
    """The administration codes in force on the first date of service."""
    rules: DayRules
    """All that is dated, on that day."""
    facility: bool
    first_day: date | None
    """The first date of service: of the first start, else of the check-in."""
    one_day: bool
    """Nothing ran on any other day, which is nearly every visit."""
    givens: tuple[Given, ...]
    groups: tuple[Group, ...]
    independent: tuple[Service, ...]
    """Codable services outside the groups, in tie order (§7)."""
    refused: tuple[Service, ...]
    """Pumps an office has no code for (R7.6)."""
    added: bool
    """A person added a modifier to some administration."""
    placed: bool
    """Somebody looks at what each service shares its minutes with."""
    pointers: tuple[str, ...]
    """The diagnosis every charge line names, where the visit has one alone (R17)."""

    def day(self, minute: int) -> date:
        """The calendar day of a minute of the visit, in its zone."""
        if self.one_day and self.first_day is not None:
            return self.first_day
        return local_day(self.encounter.time_zone, minute)


def read(encounter: Encounter, rulebook: Rulebook, now: datetime | None, placed: bool = True) -> Visit:
    """The visit's administrations as services in their groups, whatever order they arrived in."""
    at = None if now is None else minute_of(now)
    givens = tuple([given_of(a, encounter, rulebook, at) for a in encounter.administrations])
    first_day, last_day = _days(encounter, givens)
    facility = encounter.setting is Setting.OUTPATIENT_FACILITY
    rules = rulebook.on(first_day, facility)
    parameters = rules.parameters
    office = encounter.setting is Setting.OFFICE
    reduce = office and rulebook.settings.reaction_under_16 is ReactionUnder16.REDUCED
    services = _services(givens, parameters, reduce)
    uncoded = []
    if len(services) < len(givens):
        uncoded = [_alone(g, parameters, reduce) for g in givens if _given_uncoded(g)]
        uncoded.sort(key=_KEY)
    grouped = [s for s in services if s.route in IV_ROUTES]
    independent = tuple([s for s in services if s.route not in IV_ROUTES]) if len(grouped) < len(services) else ()
    refused = tuple([s for s in independent if _facility_only(s)]) if office and independent else ()
    return Visit(
        encounter=encounter,
        rulebook=rulebook,
        settings=rulebook.settings,
        parameters=parameters,
        roles=rules.roles,
        rules=rules,
        facility=facility,
        first_day=first_day,
        one_day=first_day == last_day,
        givens=givens,
        groups=_groups(encounter, grouped, uncoded),
        independent=tuple(s for s in independent if s not in refused) if refused else independent,
        refused=refused,
        added=any([a.modifiers for a in encounter.administrations]),
        placed=placed,
        pointers=pointers_of(encounter.diagnoses, rulebook, first_day),
    )


def _days(encounter: Encounter, givens: tuple[Given, ...]) -> tuple[date | None, date | None]:
    """The first and the last date of service; the check-in's when nothing has started."""
    zone = encounter.time_zone
    starts, minutes = [], []
    for given in givens:
        start, end = given.times.start, given.times.end
        if start is not None:
            starts.append(start)
            minutes.append(start if end is None or end < start else end)
        elif end is not None:
            minutes.append(end)
    if not starts:
        opened = encounter.opened
        day = None if opened is None else local_day(zone, minute_of(opened))
        return day, day
    return local_day(zone, min(starts)), local_day(zone, max(minutes))


def _facility_only(service: Service) -> bool:
    if service.route is not Route.PUMP or service.family == COMPLEX:
        return False
    return not any(g.administration.clinic_supplied_pump for g in service.parts)


def _given_uncoded(given: Given) -> bool:
    if given.state is CODABLE or given.state is State.EXCLUDED or given.times.start is None:
        return False
    return given.administration.route in IV_ROUTES


def _services(givens: Iterable[Given], parameters: Parameters, reduce: bool) -> list[Service]:
    """Codable administrations, those of one bag, access and route together (R1.8), in tie order."""
    together: dict[object, list[Given]] = {}
    services: list[Service] = []
    for given in givens:
        if given.state is not CODABLE:
            continue
        a = given.administration
        if a.bag and a.bag.strip():
            together.setdefault((a.bag, a.access, a.route), []).append(given)
        else:
            services.append(_alone(given, parameters, reduce))
    for parts in together.values():
        only = len(parts) == 1
        services.append(_alone(parts[0], parameters, reduce) if only else _bag(parts, parameters, reduce))
    services.sort(key=_KEY)
    return services


def _bag(several: list[Given], parameters: Parameters, reduce: bool) -> Service:
    """Union of segments, highest family; its start is its first start (R1.8)."""
    parts = tuple(sorted(several, key=lambda g: g.administration.id))
    spans = union(span for g in parts for span in g.times.spans)
    own = sum(stop - begin for begin, stop in spans)
    start = min(g.times.start or 0 for g in parts)
    families = {g.family for g in parts}
    family = next(f for f in (COMPLEX, THERAPEUTIC, HYDRATION) if f in families)
    still_open = any(g.times.open for g in parts)
    push, cut = _as_push(parts, own, family, still_open, parameters, reduce)
    ids = tuple(g.administration.id for g in parts)
    return Service(
        key=(start, -own, ids[0]),
        ids=ids,
        drugs=tuple(dict.fromkeys(g.name for g in parts)),
        display=", ".join(dict.fromkeys(g.display for g in parts)),
        family=family,
        hormonal=family == COMPLEX and _all_hormonal(parts),
        route=parts[0].administration.route,
        push=push,
        start=start,
        end=max((g.times.end for g in parts if g.times.end is not None), default=start),
        own=own,
        spans=spans,
        open=still_open,
        reduced=cut,
        parts=parts,
    )


def _alone(one: Given, parameters: Parameters, reduce: bool) -> Service:
    """One administration that shares its bag or syringe with none: as `_bag`, without looking for others."""
    a, times, family, parts = one.administration, one.times, one.family, (one,)
    start, stopped, own = times.start or 0, times.end, times.own
    end = start if stopped is None else stopped
    push, cut = a.route is _PUSH, False
    if own < parameters.infusion_from:
        push, cut = _as_push(parts, own, family, times.open, parameters, reduce)
    hormonal = family == COMPLEX and one.chosen_family is Family.HORMONAL_ANTINEOPLASTIC
    key, ids, drugs, spans = (start, -own, a.id), (a.id,), (one.name,), times.spans
    return Service(
        key,
        ids,
        drugs,
        one.display,
        family,
        hormonal,
        a.route,
        push,
        start,
        end,
        own,
        spans,
        times.open,
        cut,
        parts,
    )


def _as_push(
    parts: tuple[Given, ...], own: int, family: str, still_open: bool, parameters: Parameters, reduce: bool
) -> tuple[bool, bool]:
    """Whether it is a push (R1.4), and whether it is an infusion cut short that is charged with 53 (R9.3)."""
    route = parts[0].administration.route
    if route is not _INFUSION or family == HYDRATION or own >= parameters.infusion_from:
        return route is _PUSH, False
    cut = reduce and not still_open and _cut_short(parts)
    return not cut, cut


def _cut_short(parts: tuple[Given, ...]) -> bool:
    return any(g.administration.stop_reason in _CUT_SHORT for g in parts)


def _all_hormonal(parts: tuple[Given, ...]) -> bool:
    return all(g.chosen_family is Family.HORMONAL_ANTINEOPLASTIC for g in parts if g.family == COMPLEX)


def _groups(encounter: Encounter, services: list[Service], uncoded: list[Service]) -> tuple[Group, ...]:
    """The group without reasons, then the separate accesses as listed (R8.2); empty ones are left out."""
    separate = {a.id: a for a in encounter.accesses if a.separate_reason and a.separate_reason.strip()}
    if not separate:
        return (_group(None, services, uncoded),) if services or uncoded else ()
    found = []
    for access in (None, *separate.values()):
        mine = None if access is None else access.id
        members = [s for s in services if _group_of(s, separate) == mine]
        others = [s for s in uncoded if _group_of(s, separate) == mine]
        if members or others:
            found.append(_group(access, members, others))
    return tuple(found)


def _group(access: Access | None, members: list[Service], others: list[Service]) -> Group:
    infusions, pushes, hydrations = [], [], []
    for service in members:
        if service.push:
            pushes.append(service)
        elif service.family == HYDRATION:
            hydrations.append(service)
        else:
            infusions.append(service)
    coded = (*infusions, *pushes, *hydrations)
    tier, highest = _highest(infusions, pushes)
    return Group(
        access,
        tuple(infusions),
        tuple(pushes),
        tuple(hydrations),
        tuple(others),
        coded,
        tier,
        highest,
        len(highest) > 1 and _apart(infusions, (*coded, *others)),
    )


def _highest(infusions: list[Service], pushes: list[Service]) -> tuple[int, tuple[Service, ...]]:
    """The highest tier with anything in it (R3.2), and what is in it."""
    for tier, (services, wants_complex) in enumerate(
        ((infusions, True), (pushes, True), (infusions, False), (pushes, False))
    ):
        if services:
            equals = tuple([s for s in services if (s.family == COMPLEX) is wants_complex])
            if equals:
                return tier, equals
    return HYDRATION_TIER, ()


def _apart(infusions: list[Service], given: tuple[Service, ...]) -> bool:
    drugs = [drug for s in given for drug in s.drugs]
    if len(set(drugs)) < len(drugs):
        return False
    return all([one.end <= later.start for one, later in pairwise(infusions)])


def _group_of(service: Service, separate: dict[str, Access]) -> str | None:
    charted = service.parts[0].administration.access
    return charted if charted in separate else None
