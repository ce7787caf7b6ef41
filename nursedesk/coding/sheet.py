"""What the placing rules hand back: charges, what became of each service, and findings.

Values in the making, here and in `givings` and `services`, are changed by nobody and seen by nobody outside this
room. They are not frozen all the same: a visit has fifty, and freezing is half of what each costs.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from nursedesk.coding.durations import Measure
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.rulebook import AdminCode, Rulebook
from nursedesk.coding.services import Service, Visit
from nursedesk.coding.ticket import Finding, Role, Severity, Why

Params = dict[str, str | int]
_WARN = Severity.WARN


@dataclass(slots=True)
class Charge:
    """A charge line before lines of one code and day are made one."""

    code: AdminCode
    units: int
    start: int
    """The minute its service is dated to."""
    minutes: int | None
    ids: tuple[str, ...]
    why: tuple[Why, ...]
    modifiers: tuple[str, ...] = ()
    measure: Measure = Measure.NONE
    """How its minutes were counted; on one charge only of a service, its add-on where it has one."""


@dataclass(slots=True)
class Outcome:
    """What became of one service, and how its minutes were counted."""

    service: Service
    role: Role
    measure: Measure = Measure.NONE
    codes: tuple[str, ...] = ()
    counted: int = 0
    shared: int = 0
    shared_with: tuple[Service, ...] = ()


@dataclass(slots=True)
class Sheet:
    """Filled while services are placed, then only read."""

    charges: list[Charge]
    outcomes: list[Outcome]
    findings: list[Finding]

    @staticmethod
    def blank() -> "Sheet":
        return Sheet([], [], [])


def joined(sheets: Iterable[Sheet]) -> Sheet:
    """All sheets as one, in their order."""
    whole = Sheet.blank()
    for sheet in sheets:
        whole.charges += sheet.charges
        whole.outcomes += sheet.outcomes
        whole.findings += sheet.findings
    return whole


def code_of(visit: Visit, family: str, role: str) -> AdminCode:
    """The code of a family's role on the first date of service, from the rule data."""
    return visit.roles[family, role]


def found(
    rulebook: Rulebook,
    code: FindingCode,
    rule: str,
    administrations: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
    params: Params | None = None,
) -> Finding:
    """A finding with its weight from the rule data."""
    return Finding(code, rulebook.weights.get(code, _WARN), rule, administrations, lines, params or {})


def names(services: Iterable[Service]) -> str:
    """Drug names as displayed, joined."""
    return ", ".join(dict.fromkeys([s.display for s in services]))


def ids_of(services: Iterable[Service]) -> tuple[str, ...]:
    """Administration ids of several services."""
    return tuple(dict.fromkeys([i for s in services for i in s.ids]))


def about(service: Service, visit: Visit) -> tuple[Why, ...]:
    """What else to know of a service on its first line: one bag, the payer's family, a midnight."""
    if visit.one_day and len(service.parts) == 1 and not service.parts[0].by_payer:
        return ()
    reasons = []
    if len(service.parts) > 1:
        reasons.append(Why("R1.8", WhyKey.ONE_BAG, {"drugs": service.display}))
    for given in service.parts:
        if given.by_payer is not None:
            params: Params = {
                "drug": given.display,
                "family": str(given.chosen_family),
                "payer": visit.encounter.payer or "",
                "reason": given.by_payer.reason,
            }
            reasons.append(Why("R1.2", WhyKey.PAYER_FAMILY, params))
    if over_midnight(service, visit):
        reasons.append(Why("R8.4", WhyKey.DATED_TO_START))
    return tuple(reasons)


def over_midnight(service: Service, visit: Visit) -> bool:
    """Whether a service ran past midnight in the encounter's zone."""
    if visit.one_day or not service.spans:
        return False
    last = max(service.start, service.spans[-1][1] - 1)
    return visit.day(service.start) != visit.day(last)
