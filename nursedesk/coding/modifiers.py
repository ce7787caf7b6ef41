"""The modifiers the coder puts on a line itself: a second visit or access, an infusion cut short (R8, R9.3)."""

from typing import NamedTuple

from nursedesk.coding.keys import WhyKey
from nursedesk.coding.services import Group, Service, Visit
from nursedesk.coding.ticket import Why

REDUCED = "53"
SEPARATE_EM = "25"
WASTE = "JW"
NO_WASTE = "JZ"
APART = frozenset({"59", "XE", "XS", "XP", "XU"})
"""Modifiers that say a service stands apart from what it is paired with (R12.2)."""


class Marks(NamedTuple):
    """Modifiers of one line and why it has them."""

    modifiers: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


NO_MARKS = Marks()


def of_initial(visit: Visit, group: Group, first: bool) -> Marks:
    """What a group's initial code carries: `first` for the first one of the encounter (R8.2, R8.3)."""
    settings = visit.settings
    if not first:
        params = {"modifier": settings.site_modifier, "access": "", "reason": ""}
        if group.access is not None:
            params["access"] = group.access.site or group.access.id
            params["reason"] = group.access.separate_reason or ""
        return Marks((settings.site_modifier,), (Why("R8.2", WhyKey.SITE_MODIFIER, params),))
    if visit.encounter.earlier_visit_same_day:
        why = Why("R8.3", WhyKey.VISIT_MODIFIER, {"modifier": settings.visit_modifier})
        return Marks((settings.visit_modifier,), (why,))
    return NO_MARKS


def with_reduced(marks: Marks, service: Service) -> Marks:
    """The same with 53 after: on the first-hour code of an infusion a reaction cut short (R9.3)."""
    why = Why("R9.3", WhyKey.REDUCED, {"minutes": service.own, "modifier": REDUCED})
    return Marks((*marks.modifiers, REDUCED), (*marks.why, why))
