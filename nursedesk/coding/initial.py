"""The one initial service of a group (R3)."""

from itertools import pairwise
from typing import NamedTuple

from nursedesk.coding.givings import COMPLEX
from nursedesk.coding.keys import TIERS, WhyKey
from nursedesk.coding.rulebook import TieBreak
from nursedesk.coding.services import Group, Key, Service, Visit
from nursedesk.coding.ticket import Why
from nursedesk.record.encounter import Setting

_HYDRATION_TIER = len(TIERS) - 1


class Choice(NamedTuple):
    """The initial service: one infusion or push, or (None) the group's hydration as a whole."""

    service: Service | None
    why: Why


def tier(service: Service) -> int:
    """Place of an infusion or push in the hierarchy of R3.2, 0 the highest."""
    return (0 if service.family == COMPLEX else 2) + service.push


def choose(group: Group, hydration_counts: bool, visit: Visit) -> Choice | None:
    """The group's initial service; `hydration_counts` when enough hydration is left to be one (R6.7)."""
    chosen = _primary(group, hydration_counts, visit)
    if chosen is not None:
        return chosen
    best, equals = _highest(group)
    if not equals:
        return Choice(None, _why(WhyKey.INITIAL_ONLY, _HYDRATION_TIER)) if hydration_counts else None
    others = len(group.infusions) + len(group.pushes) > len(equals) or hydration_counts
    if len(equals) == 1:
        return Choice(equals[0], _why(WhyKey.INITIAL_HIGHEST if others else WhyKey.INITIAL_ONLY, best))
    if visit.settings.tie_break is TieBreak.LONGEST:
        longest = min(equals, key=_longest_first)
        return Choice(longest, _why(WhyKey.INITIAL_LONGEST, best))
    return Choice(equals[0], _why(WhyKey.INITIAL_EARLIEST, best))


def tied(group: Group, visit: Visit) -> bool:
    """Whether earliest and longest are two services of the group's highest tier (R3.5)."""
    _, equals = _highest(group)
    if len(equals) < 2 or _primary(group, False, visit) is not None or (visit.one_day and _apart(group)):
        return False
    return equals[0] is not min(equals, key=_longest_first)


def _apart(group: Group) -> bool:
    """Whether every drug comes once and no infusion beside another: then any of a tier gives the same lines."""
    given = (*group.coded, *group.uncoded)
    drugs = [drug for s in given for drug in s.drugs]
    if len(set(drugs)) < len(drugs) or any(s.reduced for s in group.infusions):
        return False
    return all(one.end <= later.start for one, later in pairwise(group.infusions))


def _highest(group: Group) -> tuple[int, list[Service]]:
    """The highest tier with anything in it, and what is in it, earliest first."""
    for best, (services, complex_ones) in enumerate(
        ((group.infusions, True), (group.pushes, True), (group.infusions, False), (group.pushes, False))
    ):
        equals = [s for s in services if (s.family == COMPLEX) is complex_ones]
        if equals:
            return best, equals
    return _HYDRATION_TIER, []


def _longest_first(service: Service) -> Key:
    return -service.own, service.start, service.key[2]


_RULES = {
    WhyKey.INITIAL_PRIMARY: "R3.3",
    WhyKey.INITIAL_ONLY: "R3.1",
    WhyKey.INITIAL_HIGHEST: "R3.2",
    WhyKey.INITIAL_EARLIEST: "R3.5",
    WhyKey.INITIAL_LONGEST: "R3.5",
}


def _why(key: WhyKey, best: int) -> Why:
    return Why(_RULES[key], key, {"tier": TIERS[best]})


def _primary(group: Group, hydration_counts: bool, visit: Visit) -> Choice | None:
    """An office's own choice, when it can be initial at all (R3.3)."""
    primary = visit.encounter.primary_administration
    if primary is None or visit.encounter.setting is not Setting.OFFICE:
        return None
    for service in (*group.infusions, *group.pushes):
        if primary in service.ids:
            return Choice(service, _why(WhyKey.INITIAL_PRIMARY, tier(service)))
    if hydration_counts and any(primary in service.ids for service in group.hydrations):
        return Choice(None, _why(WhyKey.INITIAL_PRIMARY, _HYDRATION_TIER))
    return None
