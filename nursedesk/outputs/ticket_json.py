"""A charge ticket as `nursedesk.ticket/1`: what `nursedesk code` prints, what is signed, what others read."""

import json
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Severity, Why
from nursedesk.outputs.words import finding_text, label, why_text

SCHEMA = "nursedesk.ticket/1"

_KEPT = 16_384
"""Sentences; a month of a suite's minutes and doses."""
_WORTH_KEEPING = 400
"""Characters."""

_Params = tuple[tuple[str, str | int], ...]


def ticket_json(ticket: ChargeTicket, rulebook: Rulebook) -> dict[str, Any]:
    """The ticket as plain values, valid against the contract's ticket schema; keys in alphabetical order."""
    return {
        "encounter": ticket.encounter,
        "findings": [_finding(finding) for finding in ticket.findings],
        "lines": [_line(line, rulebook) for line in ticket.lines],
        "profile": {
            "name": ticket.profile,
            "rules_digest": ticket.rules_digest,
            "settings": dict(sorted(ticket.settings.items())),
        },
        "schema": SCHEMA,
    }


def canonical_json(ticket: ChargeTicket, rulebook: Rulebook) -> str:
    """The ticket on one line, keys sorted, ASCII: the same ticket is the same text, so it can be signed.

    The same as `ticket_json` through an encoder, put together from pieces that thousands of tickets share.
    """
    findings = ",".join([_finding_text(finding) for finding in ticket.findings])
    lines = ",".join([_line_text(line, rulebook) for line in ticket.lines])
    made_with = _profile_text(ticket.profile, ticket.rules_digest, tuple(sorted(ticket.settings.items())))
    return (
        f'{{"encounter":{_quoted(ticket.encounter)},"findings":[{findings}],"lines":[{lines}],'
        f'"profile":{made_with},"schema":"{SCHEMA}"}}'
    )


def _line(line: ChargeLine, rulebook: Rulebook) -> dict[str, Any]:
    dated = {} if line.date is None else {"date": line.date.isoformat()}
    return {
        "administrations": list(line.administrations),
        "code": line.code,
        **dated,
        "diagnoses": list(line.diagnoses),
        "label": label(line.code, rulebook),
        "minutes": line.minutes,
        "modifiers": list(line.modifiers),
        "system": line.system.value,
        "units": line.units,
        "why": [{"rule": why.rule, "text": why_text(why)} for why in line.why],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "administrations": list(finding.administrations),
        "code": finding.code,
        "lines": list(finding.lines),
        "rule": finding.rule,
        "severity": finding.severity.value,
        "text": finding_text(finding),
    }


def _line_text(line: ChargeLine, rulebook: Rulebook) -> str:
    day = "" if line.date is None else f'"date":"{line.date.isoformat()}",'
    minutes = "null" if line.minutes is None else line.minutes
    return (
        f'{{"administrations":{_list_text(line.administrations)},"code":{_quoted(line.code)},{day}'
        f'"diagnoses":{_list_text(line.diagnoses)},"label":{_label_text(line.code, rulebook)},'
        f'"minutes":{minutes},"modifiers":{_list_text(line.modifiers)},"system":"{line.system}",'
        f'"units":{line.units},"why":[{",".join([_why_text(why) for why in line.why])}]}}'
    )


def _why_text(why: Why) -> str:
    rule, key, params = why
    asked = (rule, key, tuple(params.items()))
    text = _whys.get(asked)
    return _new_why_text(*asked) if text is None else text


def _new_why_text(rule: str, key: str, params: _Params) -> str:
    text = f'{{"rule":{_quoted(rule)},"text":{_quoted(why_text(Why(rule, key, dict(params))))}}}'
    _keep(_whys, (rule, key, params), text)
    return text


def _finding_text(finding: Finding) -> str:
    code, severity, rule, administrations, lines, params = finding
    asked = (code, severity, rule, lines, tuple(params.items()))
    rest = _findings.get(asked)
    if rest is None:
        rest = _new_finding_text(*asked)
    return f'{{"administrations":{_list_text(administrations)},{rest}'


def _new_finding_text(code: str, severity: Severity, rule: str, lines: tuple[str, ...], params: _Params) -> str:
    sentence = finding_text(Finding(code, severity, rule, params=dict(params)))
    text = (
        f'"code":{_quoted(code)},"lines":{_list_text(lines)},"rule":{_quoted(rule)},'
        f'"severity":"{severity}","text":{_quoted(sentence)}}}'
    )
    _keep(_findings, (code, severity, rule, lines, params), text)
    return text


def _keep(kept: dict[object, str], asked: object, text: str) -> None:
    """Sentences come again and again; those with long names are made anew, so that what is kept stays small."""
    if len(text) > _WORTH_KEEPING:
        return
    if len(kept) >= _KEPT:
        kept.clear()
    kept[asked] = text


def _label_text(code: str, rulebook: Rulebook) -> str:
    text = _labels.get((code, rulebook.digest))
    if text is None:
        text = _quoted(label(code, rulebook))
        _keep(_labels, (code, rulebook.digest), text)
    return text


def _list_text(texts: tuple[str, ...]) -> str:
    return f"[{','.join([_quoted(text) for text in texts])}]" if texts else "[]"


@lru_cache(maxsize=64)
def _profile_text(name: str, digest: str, settings: tuple[tuple[str, str | int | bool], ...]) -> str:
    plain = {"name": name, "rules_digest": digest, "settings": dict(settings)}
    return json.dumps(plain, separators=(",", ":"))


_whys: dict[object, str] = {}
_findings: dict[object, str] = {}
_labels: dict[object, str] = {}
