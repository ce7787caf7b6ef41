"""The coder: one encounter in, one charge ticket out. Every step is a pure function; times are inputs (§0)."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import lru_cache

from nursedesk.coding import drugs, evaluation
from nursedesk.coding.checks import check
from nursedesk.coding.comparing import differs_from_cpt, tie_break_matters
from nursedesk.coding.lines import lines_of
from nursedesk.coding.placing import place
from nursedesk.coding.record_checks import record_findings
from nursedesk.coding.rulebook import Rulebook, Settings
from nursedesk.coding.services import Visit, read
from nursedesk.coding.sheet import Outcome, Sheet
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Placement, Role, Severity
from nursedesk.record.encounter import Encounter, Setting

_WEIGHT = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}


def code(encounter: Encounter, rulebook: Rulebook, now: datetime | None = None) -> ChargeTicket:
    """The charge ticket of one encounter; with `now`, of one where everything stopped at that moment.

    Whatever the encounter holds it answers: what is wrong with the record is a finding, never an exception.
    """
    visit = read(encounter, rulebook, now)
    record = record_findings(visit)
    if encounter.setting is Setting.INPATIENT:
        return _ticket(visit, (), (*record, *evaluation.inpatient(visit)), Sheet())
    sheet = place(visit)
    lines = lines_of(sheet.charges, visit)
    charged = drugs.charge(visit)
    findings = (
        *record,
        *sheet.findings,
        *check(visit, sheet),
        *tie_break_matters(visit, sheet, lines),
        *differs_from_cpt(visit, lines),
        *charged.findings,
    )
    return _ticket(visit, (*lines, *charged.lines, *evaluation.lines(visit)), findings, sheet)


def _ticket(
    visit: Visit, lines: tuple[ChargeLine, ...], findings: tuple[Finding, ...], sheet: Sheet
) -> ChargeTicket:
    return ChargeTicket(
        encounter=visit.encounter.id,
        profile=visit.rulebook.profile,
        rules_digest=visit.rulebook.digest,
        settings=_plain(visit.settings),
        lines=lines,
        findings=tuple(sorted(findings, key=_order)),
        placements=_placements(visit, sheet.outcomes),
    )


def _order(finding: Finding) -> tuple[int, str, tuple[str, ...], tuple[str, ...]]:
    return _WEIGHT[finding.severity], finding.code, finding.administrations, finding.lines


@lru_cache(maxsize=64)
def _plain(settings: Settings) -> Mapping[str, str | int | bool]:
    return {f.name: getattr(settings, f.name) for f in fields(settings)}


def _placements(visit: Visit, outcomes: Iterable[Outcome]) -> tuple[Placement, ...]:
    """What became of each service, then of what was never one."""
    placed = [
        Placement(
            administrations=o.service.ids,
            role=o.role,
            code=o.codes[0] if o.codes else None,
            own=o.service.own,
            shared=o.shared,
            shared_with=tuple(i for s in o.shared_with for i in s.ids),
            counted=o.counted,
        )
        for o in outcomes
    ]
    seen = {i for p in placed for i in p.administrations}
    rest = sorted((g.administration.id, g.times.own) for g in visit.givens if g.administration.id not in seen)
    placed.extend(Placement((i,), Role.UNCODED, None, own) for i, own in rest)
    return tuple(placed)
