"""The coder's and the desk's sentences in one language: made once for a station, handed to whatever shows them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter

from nursedesk.coding.rulebook import Drug, Rulebook
from nursedesk.coding.ticket import Finding, Why
from nursedesk.outputs import words_es_faults, words_es_files, words_es_refusals
from nursedesk.outputs.languages import Language
from nursedesk.outputs.words_es_labels import spanish_label
from nursedesk.outputs.words_es_tables import spanish_basis, spanish_source
from nursedesk.outputs.words_findings import finding_text
from nursedesk.outputs.words_labels import label
from nursedesk.outputs.words_refusals import refusal_text
from nursedesk.outputs.words_signed import spanish_finding, spanish_why
from nursedesk.outputs.words_why import why_text

SPANISH_FAULTS: Mapping[str, str] = {
    **words_es_faults.RECORD,
    **words_es_faults.PARTS,
    **words_es_files.FILES,
    **words_es_files.PARTS,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What is said of codes, reasons, findings, refusals and faults, in `language`."""

    language: Language = Language.ENGLISH

    def label(self, code: str, rulebook: Rulebook | None = None) -> str:
        """`IV infusion, first hour`."""
        said = label(code, rulebook)
        return spanish_label(said) if self._spanish else said

    def why(self, why: Why) -> str:
        """`135 min = first hour + 1; next at 151`."""
        said = why_text(why)
        return spanish_why(said) if self._spanish else said

    def finding(self, finding: Finding) -> str:
        """`cefTRIAXone: order not recorded`."""
        said = finding_text(finding)
        return spanish_finding(finding.code, said) if self._spanish else said

    def drug(self, drug: Drug) -> Drug:
        """A drug of the table with why its family and where its figures are from; nothing else of it changes."""
        if not self._spanish:
            return drug
        codes = tuple(replace(one, source=spanish_source(one.source)) for one in drug.codes)
        return replace(drug, family_basis=spanish_basis(drug.family_basis), codes=codes)

    def refusal(self, key: str, params: Mapping[str, str]) -> str:
        """The sentence for a refusal of the desk."""
        known = words_es_refusals.REFUSALS.get(key) if self._spanish else None
        return known.format(**params) if known else refusal_text(key, params)

    def fault(self, failure: object) -> str:
        """The sentence of a fault of disk, keys, files or printers; one that is not known stays as it was said."""
        return _spanish(str(failure)) if self._spanish else str(failure)

    @property
    def _spanish(self) -> bool:
        return self.language is Language.SPANISH


def _spanish(text: str) -> str:
    for pattern, other in _patterns():
        if found := pattern.fullmatch(text):
            return other.format_map({name: _part(part) for name, part in found.groupdict().items()})
    return text


def _part(text: str) -> str:
    """A sentence or a phrase in a sentence; it may stand at the beginning, with a capital."""
    said = _spanish(text)
    if said == text and (lower := _spanish(text[:1].lower() + text[1:])) != text[:1].lower() + text[1:]:
        return lower[:1].upper() + lower[1:]
    return said


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Most words of its own first: of two sentences that fit, that one is the right one."""
    made = sorted(SPANISH_FAULTS.items(), key=lambda pair: -_own_words(pair[0]))
    return tuple((_pattern(known), other) for known, other in made)


def _own_words(sentence: str) -> int:
    return sum(len(words) for words, _, _, _ in Formatter().parse(sentence))


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = [
        re.escape(words) + (f"(?P<{name}>.+?)" if name else "")
        for words, name, _, _ in Formatter().parse(sentence)
    ]
    return re.compile("".join(parts), re.DOTALL)
