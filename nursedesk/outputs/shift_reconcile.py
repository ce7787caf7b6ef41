"""What was given against what is charged: every drug of the record, and what the ticket made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nursedesk.outputs.ticket_lines import is_drug, is_visit
from nursedesk.record.encounter import Administration, Purpose

_UNCHARGED = frozenset({Purpose.CARRIER, Purpose.FLUSH, Purpose.KEEP_OPEN, Purpose.INTEGRAL})


class Match(StrEnum):
    """How a drug line and the charge lines agree."""

    BOTH = "charged"
    """Its administration and the drug itself are charged."""
    SERVICE_ONLY = "administration only"
    DRUG_ONLY = "drug only"
    NEVER = "not charged by its purpose"
    NOTHING = "not charged"
    NO_DRUG_LINE = "charge without a line"
    """A charge that names no line of the record."""
    NO_TICKET = "no ticket yet"


OPEN_QUESTIONS = frozenset({Match.NOTHING, Match.DRUG_ONLY, Match.NO_DRUG_LINE})
"""Somebody should look at these before the shift is signed off."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """One drug of one line beside its charges."""

    line: str
    drug: str
    service_codes: str
    """`96365 × 1, 96366 × 2`."""
    drug_codes: str
    """`J1745 × 40 JZ`."""
    match: Match


def reconcile(
    given: Sequence[Administration],
    ticket: Mapping[str, Any] | None,
    everything: Sequence[Administration] = (),
) -> tuple[Reconciled, ...]:
    """Every administration with the ticket lines that name it; then charges that name none.

    `everything` is what the whole visit has, when `given` is only a part of it: a charge of a line before or after
    the period is no charge without a line.
    """
    lines = ticket.get("lines", ()) if ticket is not None else ()
    known = {one.id for one in (*given, *everything)}
    rows = [_row(one, lines, ticket is None) for one in given]
    for line in lines:
        if not known & set(line.get("administrations", ())) and not is_visit(line):
            services, drugs = ("", _charge(line)) if is_drug(line) else (_charge(line), "")
            rows.append(Reconciled("", "", services, drugs, Match.NO_DRUG_LINE))
    return tuple(rows)


def _row(one: Administration, lines: Sequence[Mapping[str, Any]], unticketed: bool) -> Reconciled:
    mine = [line for line in lines if one.id in line.get("administrations", ())]
    services = [_charge(line) for line in mine if not is_drug(line)]
    drugs = [_charge(line) for line in mine if is_drug(line)]
    return Reconciled(
        line=one.line or one.id,
        drug=one.drug,
        service_codes=", ".join(services),
        drug_codes=", ".join(drugs),
        match=Match.NO_TICKET if unticketed else _match(one, services, drugs),
    )


def _match(one: Administration, services: Sequence[str], drugs: Sequence[str]) -> Match:
    if services and drugs:
        return Match.BOTH
    if services:
        return Match.SERVICE_ONLY
    if drugs:
        return Match.DRUG_ONLY
    return Match.NEVER if one.purpose in _UNCHARGED else Match.NOTHING


def _charge(line: Mapping[str, Any]) -> str:
    return " ".join([f"{line['code']} × {line['units']}", *line.get("modifiers", ())])
