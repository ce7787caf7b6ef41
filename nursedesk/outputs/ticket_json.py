"""A charge ticket as `nursedesk.ticket/1`: what `nursedesk code` prints, what is signed, what others read."""

import json
from typing import Any

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding
from nursedesk.outputs.words import finding_text, label, why_text

SCHEMA = "nursedesk.ticket/1"


def ticket_json(ticket: ChargeTicket, rulebook: Rulebook) -> dict[str, Any]:
    """The ticket as plain values, valid against the contract's ticket schema."""
    return {
        "schema": SCHEMA,
        "encounter": ticket.encounter,
        "profile": {
            "name": ticket.profile,
            "rules_digest": ticket.rules_digest,
            "settings": dict(ticket.settings),
        },
        "lines": [_line(line, rulebook) for line in ticket.lines],
        "findings": [_finding(finding) for finding in ticket.findings],
    }


def canonical_json(ticket: ChargeTicket, rulebook: Rulebook) -> str:
    """The ticket on one line, keys sorted, ASCII: the same ticket is the same text, so it can be signed."""
    return _ENCODER.encode(ticket_json(ticket, rulebook))


def _line(line: ChargeLine, rulebook: Rulebook) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "code": line.code,
        "system": line.system.value,
        "label": label(line.code, rulebook),
        "units": line.units,
        "modifiers": list(line.modifiers),
        "minutes": line.minutes,
        "administrations": list(line.administrations),
        "diagnoses": list(line.diagnoses),
        "why": [{"rule": why.rule, "text": why_text(why)} for why in line.why],
    }
    if line.date is not None:
        plain["date"] = line.date.isoformat()
    return plain


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "text": finding_text(finding),
        "administrations": list(finding.administrations),
        "lines": list(finding.lines),
    }


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
