"""Modifiers a person adds (§10): put on the line they are for, or left off with a reason that is told."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.modifiers import SEPARATE_EM
from nursedesk.coding.rule_tables import ModifierRule, in_force
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.services import Visit
from nursedesk.coding.sheet import Charge, Params, found
from nursedesk.coding.ticket import Finding, Why
from nursedesk.record.encounter import Administration, EvaluationAndManagement, Modifier, Setting, StopReason

ON_ADMINISTRATION, ON_DRUG, ON_VISIT = "administration", "drug", "visit"
NOT_HOURS, STOPPED, COUNTED = "not-hours", "stopped", "counted"
"""What a modifier of the rule data needs: a line that is no additional hours; a stop that was early; JW and JZ
are worked out and nobody adds them."""
_AS_PLANNED = (StopReason.COMPLETED, StopReason.ORDERED)
_SHAPE = re.compile(r"[A-Z0-9]{2}", re.ASCII)
_ADDITIONAL = "additional"


class Asked(NamedTuple):
    """One modifier a person wants, and what the rule data says of it on that day; None: nothing."""

    code: str
    reason: str
    rule: ModifierRule | None

    def fits(self, kind: str) -> bool:
        """Whether it may stand on a line of this kind; one that is not listed may on an administration's."""
        return kind in self.rule.on if self.rule is not None else kind != ON_DRUG

    @property
    def why(self) -> Why:
        return Why("R10", WhyKey.MODIFIER_ADDED, {"modifier": self.code, "reason": self.reason})


def addable(rulebook: Rulebook, setting: Setting, day: date) -> tuple[str, ...]:
    """The modifiers a person may add to the line of something given, in the order of the rule data."""
    rules = (in_force(rows, day) for rows in rulebook.modifiers.values())
    return tuple(
        rule.modifier
        for rule in rules
        if rule is not None
        and rule.needs != COUNTED
        and _is_for(rule, setting)
        and not rule.on.isdisjoint((ON_ADMINISTRATION, ON_DRUG))
    )


def asked_of(added: Iterable[Modifier], visit: Visit) -> tuple[Asked, ...]:
    """What is wanted, each modifier once, in the order of their codes whatever order they were charted in."""
    wanted: dict[str, str] = {}
    for one in sorted(added, key=lambda m: (m.code.strip().upper(), m.reason)):
        code = one.code.strip().upper()
        wanted[code] = wanted.get(code) or one.reason.strip()
    rules = visit.rulebook.modifiers
    return tuple(Asked(code, why, in_force(rules.get(code, ()), visit.first_day)) for code, why in wanted.items())


def refused(asked: Asked, visit: Visit) -> str:
    """Why it goes on no line at all (of `keys.CONFLICT_REASONS`); "" when it may."""
    if not _SHAPE.fullmatch(asked.code):
        return "shape"
    if not asked.reason:
        return "no-reason"
    if asked.rule is None:
        return ""
    if asked.rule.needs == COUNTED:
        return "counted"
    return "" if _is_for(asked.rule, visit.encounter.setting) else "setting"


def _is_for(rule: ModifierRule, setting: Setting) -> bool:
    return rule.setting == "both" or (rule.setting == "facility") is not (setting is Setting.OFFICE)


def crowded(asked: Asked, there: Sequence[str], visit: Visit) -> bool:
    """Whether another modifier of its kind is on the line already (59 or one of XE, XS, XP, XU)."""
    if asked.rule is None or not asked.rule.group:
        return False
    rules = [in_force(visit.rulebook.modifiers.get(code, ()), visit.first_day) for code in there]
    return any(rule is not None and rule.group == asked.rule.group for rule in rules)


def marked(charges: Iterable[Charge], visit: Visit) -> tuple[list[Charge], list[Finding]]:
    """Each charge with the modifiers wanted for it: the first charge of an administration has them."""
    result = list(charges)
    findings: list[Finding] = []
    for given in sorted(visit.givens, key=lambda g: g.administration.id):
        a = given.administration
        place = next((n for n, charge in enumerate(result) if a.id in charge.ids), None)
        for asked in asked_of(a.modifiers, visit):
            if place is None or refused(asked, visit) or not _of_administration(asked):
                continue
            reason = _conflict(asked, result[place], a, visit)
            if reason:
                findings.append(conflict(visit, asked.code, reason, result[place].code.code, (a.id,)))
            if reason in ("", "unlisted") and asked.code not in result[place].modifiers:
                charge = result[place]
                result[place] = replace(
                    charge, modifiers=(*charge.modifiers, asked.code), why=(*charge.why, asked.why)
                )
    return result, findings


def _of_administration(asked: Asked) -> bool:
    """Anything but what stands on a drug line alone."""
    return asked.fits(ON_ADMINISTRATION) or asked.fits(ON_VISIT)


def _conflict(asked: Asked, charge: Charge, a: Administration, visit: Visit) -> str:
    """Why it does not go on this charge, "" when it does; `unlisted` goes on and is told of."""
    if asked.code in charge.modifiers:
        return ""
    if asked.rule is None:
        return "unlisted"
    if not asked.fits(ON_ADMINISTRATION):
        return "place"
    if asked.rule.needs == NOT_HOURS and charge.code.role == _ADDITIONAL:
        return "extra-hours"
    if asked.rule.needs == STOPPED and a.stop_reason in _AS_PLANNED:
        return "not-stopped"
    return "together" if crowded(asked, charge.modifiers, visit) else ""


def of_drug(a: Administration, visit: Visit) -> tuple[Asked, ...]:
    """Those for its drug line, at most one of a kind."""
    chosen: list[Asked] = []
    for asked in asked_of(a.modifiers, visit):
        fit = asked.fits(ON_DRUG) and not refused(asked, visit)
        if fit and not crowded(asked, [one.code for one in chosen], visit):
            chosen.append(asked)
    return tuple(chosen)


def unplaced(charges: Iterable[Charge], drug_lines: Iterable[str], visit: Visit) -> list[Finding]:
    """Every modifier that goes on no line, with the reason; `drug_lines`: administrations with a drug line."""
    charged, drugs = {i for charge in charges for i in charge.ids}, set(drug_lines)
    findings: list[Finding] = []
    for given in visit.givens:
        a = given.administration
        put = [one.code for one in of_drug(a, visit)]
        for asked in asked_of(a.modifiers, visit):
            reason = refused(asked, visit)
            if not reason and asked.fits(ON_DRUG) and asked.code not in put:
                reason = "together"
            on_drug = asked.fits(ON_DRUG) and a.id in drugs
            if not reason and not on_drug and not (a.id in charged and _of_administration(asked)):
                reason = "no-line"
            if reason:
                findings.append(conflict(visit, asked.code, reason, given.display, (a.id,), line=False))
    return findings


def of_service(service: EvaluationAndManagement, visit: Visit) -> tuple[Asked, ...]:
    """Those that go on an E/M line beside 25, which has rules of its own."""
    chosen: list[Asked] = []
    for asked in asked_of(service.modifiers, visit):
        if asked.code != SEPARATE_EM and not _service_conflict(asked, [one.code for one in chosen], visit):
            chosen.append(asked)
    return tuple(chosen)


def service_conflicts(visit: Visit) -> list[Finding]:
    """What is wrong with the modifiers of E/M services."""
    findings: list[Finding] = []
    for service in visit.encounter.evaluation_and_management:
        code = service.code.strip().upper()
        put: list[str] = []
        for asked in asked_of(service.modifiers, visit):
            reason = _service_conflict(asked, put, visit)
            if reason:
                findings.append(conflict(visit, asked.code, reason, code, ()))
            else:
                put.append(asked.code)
                if asked.rule is None:
                    findings.append(conflict(visit, asked.code, "unlisted", code, ()))
    return findings


def _service_conflict(asked: Asked, there: Sequence[str], visit: Visit) -> str:
    reason = refused(asked, visit)
    if reason:
        return reason
    if not asked.fits(ON_VISIT):
        return "place"
    return "together" if crowded(asked, there, visit) else ""


def conflict(
    visit: Visit, modifier: str, reason: str, code: str, ids: tuple[str, ...], line: bool = True
) -> Finding:
    """The finding about one modifier; `code` is the line's, or the drug's name where there is none."""
    lines = (code,) if line else ()
    if modifier == SEPARATE_EM and reason == "place":
        misplaced: Params = {"code": code, "modifier": modifier}
        return found(visit.rulebook, FindingCode.MODIFIER_25_MISPLACED, "R10", ids, lines, misplaced)
    params: Params = {"code": code, "reason": reason, "modifier": modifier}
    return found(visit.rulebook, FindingCode.MODIFIER_CONFLICT, "R10", ids, lines, params)
