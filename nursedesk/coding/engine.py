"""The coder: one encounter in, one charge ticket out. Every step is a pure function; times are inputs (§0)."""

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter

from nursedesk.coding import added, drugs, evaluation, independent, inpatient
from nursedesk.coding.checks import check
from nursedesk.coding.comparing import differs_from_cpt, tie_break_matters
from nursedesk.coding.line_checks import check_lines
from nursedesk.coding.lines import lines_of
from nursedesk.coding.placing import place_groups
from nursedesk.coding.record_checks import record_findings
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.services import Visit, read
from nursedesk.coding.sheet import Outcome, Sheet, joined
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Placement, Role, Severity
from nursedesk.record.encounter import Encounter, Setting

_WEIGHTS = (Severity.BLOCK, Severity.WARN, Severity.INFO)
_ORDER = itemgetter(*[Finding._fields.index(name) for name in ("code", "administrations", "lines")])


def code(
    encounter: Encounter, rulebook: Rulebook, now: datetime | None = None, placed: bool = True
) -> ChargeTicket:
    """The charge ticket of one encounter; with `now`, of one where everything stopped at that moment.

    Without `placed` it says nothing of what became of each service, which only screens and timelines read.
    Whatever the encounter holds it answers: what is wrong with the record is a finding, never an exception.
    """
    visit = read(encounter, rulebook, now, placed)
    record = record_findings(visit)
    if encounter.setting is Setting.INPATIENT:
        # No CPT lines; what the checks find in the record itself stands all the same.
        nothing = Sheet.blank()
        told = (*record, *check(visit, nothing), *evaluation.inpatient(visit))
        return _ticket(visit, inpatient.lines(visit), told, nothing if placed else None)
    groups = place_groups(visit)
    sheet = joined((groups, independent.place(visit))) if visit.independent or visit.refused else groups
    charged = drugs.charge(visit)
    if visit.added:
        sheet = _with_added(visit, sheet, charged)
    lines = lines_of(sheet.charges, visit)
    whole = (*lines, *charged.lines, *evaluation.lines(visit, bool(lines)))
    findings = (
        *record,
        *sheet.findings,
        *check(visit, sheet),
        *tie_break_matters(visit, groups),
        *differs_from_cpt(visit, lines),
        *charged.findings,
        *check_lines(visit, whole),
    )
    return _ticket(visit, whole, findings, sheet if placed else None)


def _with_added(visit: Visit, sheet: Sheet, charged: drugs.DrugSheet) -> Sheet:
    """The sheet with the modifiers a person added, and what is wrong with any of them (§10)."""
    charges, conflicts = added.marked(sheet.charges, visit)
    with_drug = (i for line in charged.lines for i in line.administrations)
    return Sheet(
        charges, sheet.outcomes, [*sheet.findings, *conflicts, *added.unplaced(charges, with_drug, visit)]
    )


def _ticket(
    visit: Visit, lines: tuple[ChargeLine, ...], findings: tuple[Finding, ...], sheet: Sheet | None
) -> ChargeTicket:
    return ChargeTicket(
        encounter=visit.encounter.id,
        profile=visit.rulebook.profile,
        rules_digest=visit.rulebook.digest,
        settings=visit.rulebook.plain_settings,
        lines=lines,
        findings=_in_order(findings),
        placements=() if sheet is None else _placements(visit, sheet.outcomes),
    )


def _in_order(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """By weight, then by code, administrations and lines."""
    by_weight: dict[Severity, list[Finding]] = {}
    for finding in sorted(findings, key=_ORDER):
        by_weight.setdefault(finding.severity, []).append(finding)
    return tuple([one for severity in _WEIGHTS for one in by_weight.get(severity, ())])


def _placements(visit: Visit, outcomes: Iterable[Outcome]) -> tuple[Placement, ...]:
    """What became of each service, then of what was never one."""
    placed = []
    seen: set[str] = set()
    for one in outcomes:
        service, others = one.service, one.shared_with
        seen.update(service.ids)
        code = one.codes[0] if one.codes else None
        shared_with = tuple([i for s in others for i in s.ids]) if others else ()
        placed.append(Placement(service.ids, one.role, code, service.own, one.shared, shared_with, one.counted))
    if len(seen) < len(visit.givens):
        rest = sorted((g.administration.id, g.times.own) for g in visit.givens if g.administration.id not in seen)
        placed.extend(Placement((i,), Role.UNCODED, None, own) for i, own in rest)
    return tuple(placed)
