"""The one initial service of a group (R3)."""

from typing import NamedTuple

from nursedesk.coding.givings import COMPLEX
from nursedesk.coding.keys import TIERS, WhyKey
from nursedesk.coding.rulebook import TieBreak
from nursedesk.coding.services import HYDRATION_TIER, Group, Key, Service, Visit
from nursedesk.coding.ticket import Why
from nursedesk.record.encounter import Setting


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
    best, equals = group.tier, group.highest
    if not equals:
        return Choice(None, _why(WhyKey.INITIAL_ONLY, HYDRATION_TIER)) if hydration_counts else None
    others = len(group.infusions) + len(group.pushes) > len(equals) or hydration_counts
    if len(equals) == 1:
        return Choice(equals[0], _why(WhyKey.INITIAL_HIGHEST if others else WhyKey.INITIAL_ONLY, best))
    if visit.settings.tie_break is TieBreak.LONGEST:
        longest = min(equals, key=_longest_first)
        return Choice(longest, _why(WhyKey.INITIAL_LONGEST, best))
    return Choice(equals[0], _why(WhyKey.INITIAL_EARLIEST, best))


def tied(group: Group, visit: Visit) -> bool:
    """Whether earliest and longest are two services of the group's highest tier (R3.5)."""
    equals = group.highest
    if len(equals) < 2 or _primary(group, False, visit) is not None:
        return False
    if visit.one_day and group.apart and not any([s.reduced for s in group.infusions]):
        return False  # then any of a tier gives the same lines
    return equals[0] is not min(equals, key=_longest_first)


def _longest_first(service: Service) -> Key:
    return -service.own, service.start, service.key[2]


_RULES = {
    WhyKey.INITIAL_PRIMARY: "R3.3",
    WhyKey.INITIAL_ONLY: "R3.1",
    WhyKey.INITIAL_HIGHEST: "R3.2",
    WhyKey.INITIAL_EARLIEST: "R3.5",
    WhyKey.INITIAL_LONGEST: "R3.5",
}


_WHYS = {
    (key, best): Why(rule, key, {"tier": tier}) for key, rule in _RULES.items() for best, tier in enumerate(TIERS)
}


def _why(key: WhyKey, best: int) -> Why:
    return _WHYS[key, best]


def _primary(group: Group, hydration_counts: bool, visit: Visit) -> Choice | None:
    """An office's own choice, when it can be initial at all (R3.3)."""
    primary = visit.encounter.primary_administration
    if primary is None or visit.encounter.setting is not Setting.OFFICE:
        return None
    for service in (*group.infusions, *group.pushes):
        if primary in service.ids:
            return Choice(service, _why(WhyKey.INITIAL_PRIMARY, tier(service)))
    if hydration_counts and any(primary in service.ids for service in group.hydrations):
        return Choice(None, _why(WhyKey.INITIAL_PRIMARY, HYDRATION_TIER))
    return None
