"""A ticket's own sentences in another language.

What is signed holds its reasons and findings as English sentences. They are taken apart by the sentences they
were made from and put together again: what was signed is translated, never computed anew. A sentence that is
not known stays in English.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import Any

from nursedesk.coding.keys import FindingCode
from nursedesk.outputs import words_es_findings, words_es_why, words_findings, words_why
from nursedesk.outputs.languages import Language
from nursedesk.outputs.words_es_labels import spanish_label, spanish_unit

_FIGURES = frozenset(
    [
        *("minutes", "own", "shared", "net", "next", "under", "since", "over", "total", "removed", "left"),
        *("longest", "from", "ordered", "times", "boundary"),
    ]
)
_SPOKEN_NAMES = words_es_why.SPOKEN_NAMES
_Change = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A sentence to be known again, and the same in the other language."""

    known: re.Pattern[str]
    other: str
    plain: int
    """Characters of it that are no parameter: of two that fit the longer is the right one."""


def in_language(ticket: Mapping[str, Any], language: Language) -> Mapping[str, Any]:
    """nursedesk.ticket/1 with its labels, reasons and findings in a language; codes and figures are untouched."""
    if language is Language.ENGLISH:
        return ticket
    lines = [
        line
        | {
            "label": spanish_label(line.get("label") or ""),
            "why": [why | {"text": spanish_why(why["text"])} for why in line.get("why", ())],
        }
        for line in ticket.get("lines", ())
    ]
    findings = [
        found | {"text": spanish_finding(found["code"], found["text"])} for found in ticket.get("findings", ())
    ]
    return {**ticket, "lines": lines, "findings": findings}


def spanish_why(text: str) -> str:
    """One reason of a ticket in Spanish."""
    pairs = _pairs(
        tuple((words_why.SENTENCES[key], words_es_why.SENTENCES[key]) for key in words_es_why.SENTENCES)
    )
    return _changed(text, pairs, _spoken)


def spanish_finding(code: str, text: str) -> str:
    """One finding of a ticket, of this code, in Spanish."""
    if code not in words_es_findings.SENTENCES:
        return text
    sentence = words_findings.SENTENCES[code], words_es_findings.SENTENCES[code]

    def part(name: str, value: str) -> str:
        if name == "reason" and code in words_es_findings.REASONS:
            return _reason(code, value)
        if name == "missing":
            return _missing(code, value)
        if name == "successor":
            return _successor(value)
        return "nada" if value == "none" else _spoken(name, value)

    return _changed(text, _pairs((sentence,)), part)


def _reason(code: str, value: str) -> str:
    own, other = words_findings.REASONS[code], words_es_findings.REASONS[code]
    return _changed(
        value, _pairs(tuple((own[key], other[key]) for key in own)), lambda name, part: _successor(part)
    )


def _missing(code: str, value: str) -> str:
    """A list of what is missing, item by item."""
    charted = code == FindingCode.CHARTING_INCOMPLETE
    own: Mapping[str, str] = words_findings.CHARTED if charted else words_findings.MISSING
    other = words_es_findings.CHARTED if charted else words_es_findings.MISSING
    known = {text: other[key] for key, text in own.items()}
    comma, es_comma = (", ", ", ") if charted else (" and ", " y ")
    return es_comma.join(known.get(item, item) for item in value.split(comma))


def _successor(value: str) -> str:
    return spanish_unit(value.replace("; now ", "; ahora ").replace(", per ", ", por "))


def _spoken(name: str, value: str) -> str:
    if name in _SPOKEN_NAMES:
        return words_es_why.SPOKEN.get(value, value)
    return spanish_unit(value) if value[:1].isdigit() else value


def _changed(text: str, pairs: tuple[_Pair, ...], change: _Change) -> str:
    for pair in pairs:
        if found := pair.known.fullmatch(text):
            return pair.other.format_map({name: change(name, part) for name, part in found.groupdict().items()})
    return text


@lru_cache(maxsize=256)
def _pairs(sentences: tuple[tuple[str, str], ...]) -> tuple[_Pair, ...]:
    made = [_pair(own, other) for own, other in sentences]
    return tuple(sorted(made, key=lambda pair: -pair.plain))


def _pair(own: str, other: str) -> _Pair:
    pattern, plain = "", 0
    for words, name, _, _ in Formatter().parse(own):
        pattern += re.escape(words)
        plain += len(words)
        if name is not None:
            # A successor may be nothing at all; everything else is something.
            some = r"\d+" if name in _FIGURES else ".*" if name == "successor" else ".+?"
            pattern += f"(?P<{name}>{some})"
    return _Pair(re.compile(pattern, re.DOTALL), other, plain)
