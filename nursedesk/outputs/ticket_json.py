"""A charge ticket as `nursedesk.ticket/1`: what `nursedesk code` prints, what is signed, what others read."""

import json
import re
from collections.abc import Iterable, Iterator
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeLine, ChargeTicket, Finding, Why
from nursedesk.outputs.words import finding_text, label, why_text
from nursedesk.outputs.words_why import as_it_is, is_plain

SCHEMA = "nursedesk.ticket/1"

_KEPT = 16_384
"""Sentences; a month of a suite's minutes and doses."""
_WORTH_KEEPING = 400
"""Characters."""


def ticket_json(ticket: ChargeTicket, rulebook: Rulebook) -> dict[str, Any]:
    """The ticket as plain values, valid against the contract's ticket schema; keys in alphabetical order."""
    return {
        "encounter": ticket.encounter,
        "findings": [_finding(finding) for finding in ticket.findings],
        "lines": [_line(line, rulebook) for line in ticket.lines],
        "profile": _profile(ticket),
        "schema": SCHEMA,
    }


def canonical_json(ticket: ChargeTicket, rulebook: Rulebook) -> str:
    """The ticket on one line, keys sorted, ASCII: the same ticket is the same text, so it can be signed.

    The same as `ticket_json` through an encoder, put together from pieces that thousands of tickets share.
    """
    findings = ",".join(map(_finding_text, ticket.findings))
    lines = ",".join(_line_texts(ticket.lines, rulebook))
    made_with = _made_with(ticket, rulebook)
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


def _line_texts(lines: Iterable[ChargeLine], rulebook: Rulebook) -> Iterator[str]:
    """Each line's text; neighbours mostly share their day and their diagnoses."""
    day, dated = None, ""
    named: tuple[str, ...] = ()
    diagnoses = "[]"
    digest = rulebook.digest
    for code, system, units, modifiers, date, counted, administrations, pointers, reasons in lines:
        if date is not day:
            day, dated = date, "" if date is None else f'"date":"{date.isoformat()}",'
        if pointers is not named:
            named, diagnoses = pointers, _list_text(pointers)
        head, its_label = _codes.get((code, digest)) or _code_texts(code, rulebook)
        minutes = "null" if counted is None else counted
        marks = _list_text(modifiers) if modifiers else "[]"
        yield (
            f'{{"administrations":{_list_text(administrations)},{head}{dated}'
            f'"diagnoses":{diagnoses},{its_label}"minutes":{minutes},"modifiers":{marks},"system":"{system}",'
            f'"units":{units},"why":[{",".join(map(_why_text, reasons))}]}}'
        )


def _why_text(why: Why) -> str:
    rule, key, params = why
    pattern = _patterns.get((rule, key))
    if pattern is None:
        pattern = _patterns[rule, key] = _pattern(rule, key)
    if pattern and (_plain.issuperset(params.values()) or all(map(_says_itself, params.values()))):
        return pattern % params
    asked = (rule, key, *params, *params.values())
    return _whys.get(asked) or _keep(_whys, asked, _reason(rule, _quoted(why_text(why))))


def _reason(rule: str, text: str) -> str:
    return f'{{"rule":{_quoted(rule)},"text":{text}}}'


def _pattern(rule: str, key: str) -> str:
    """A reason's text with a place for each parameter; "" where its sentence has to be worded."""
    sentence = as_it_is(key)
    if not sentence:
        return ""
    return _BRACES.sub(r"%(\1)s", _reason(rule, _quoted(sentence)).replace("%", "%%"))


def _says_itself(value: str | int) -> bool:
    """Whether a value can stand in the JSON of a sentence as it is; then it is remembered."""
    text = str(value)
    if not is_plain(text) or '"' in text or "\\" in text:
        return False
    if len(_plain) >= _KEPT:
        _plain.clear()
    _plain.add(value)
    return True


def _finding_text(finding: Finding) -> str:
    code, severity, rule, administrations, lines, params = finding
    asked = (code, severity, rule, lines, *params, *params.values())
    rest = _findings.get(asked)
    if rest is None:
        rest = (
            f'"code":{_quoted(code)},"lines":{_list_text(lines)},"rule":{_quoted(rule)},'
            f'"severity":"{severity}","text":{_quoted(finding_text(finding))}}}'
        )
        _keep(_findings, asked, rest)
    about = f"[{_quoted(administrations[0])}]" if len(administrations) == 1 else _list_text(administrations)
    return f'{{"administrations":{about},{rest}'


def _keep(kept: dict[object, str], asked: object, text: str) -> str:
    """Sentences come again and again; those with long names are made anew, so that what is kept stays small."""
    if len(text) <= _WORTH_KEEPING:
        if len(kept) >= _KEPT:
            kept.clear()
        kept[asked] = text
    return text


def _code_texts(code: str, rulebook: Rulebook) -> tuple[str, str]:
    """A code and its label as a line has them."""
    texts = f'"code":{_quoted(code)},', f'"label":{_quoted(label(code, rulebook))},'
    if len(code) <= _WORTH_KEEPING:
        if len(_codes) >= _KEPT:
            _codes.clear()
        _codes[code, rulebook.digest] = texts
    return texts


def _list_text(texts: tuple[str, ...]) -> str:
    if len(texts) == 1:
        return f"[{_quoted(texts[0])}]"
    return f"[{','.join(map(_quoted, texts))}]" if texts else "[]"


def _made_with(ticket: ChargeTicket, rulebook: Rulebook) -> str:
    """Profile and settings; the same for every ticket this rule book gave."""
    asked = ("made with", ticket.profile, ticket.rules_digest)
    its_own = ticket.settings is rulebook.plain_settings
    known: str | None = rulebook.kept.get(asked) if its_own else None
    if known is None:
        known = json.dumps(_profile(ticket), separators=(",", ":"))
        if its_own:
            rulebook.keep(asked, known)
    return known


def _profile(ticket: ChargeTicket) -> dict[str, Any]:
    settings = dict(sorted(ticket.settings.items()))
    return {"name": ticket.profile, "rules_digest": ticket.rules_digest, "settings": settings}


_BRACES = re.compile(r"\{(\w+)\}")
_patterns: dict[tuple[str, str], str] = {}
_plain: set[str | int] = set()
_whys: dict[object, str] = {}
_findings: dict[object, str] = {}
_codes: dict[tuple[str, str], tuple[str, str]] = {}
