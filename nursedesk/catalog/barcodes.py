"""Reads what a scanner or a person types for a drug: GS1 codes, linear GTINs, NDCs; by look-up, never by guess.

Sources: GS1 General Specifications (element strings, check digit), 21 CFR 207.33 (three ways to part ten digits),
CMS crosswalk (eleven digits).
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from nursedesk.catalog.charted import code_in_force
from nursedesk.catalog.drugs import by_hcpcs, load_drugs
from nursedesk.catalog.garbling import clean
from nursedesk.catalog.gs1 import Elements, elements, gtin_of
from nursedesk.catalog.packages import Package, load_packages
from nursedesk.catalog.scans import (
    BadCheckDigit,
    Candidate,
    Damage,
    Expired,
    Field,
    Found,
    FoundDrug,
    Garbled,
    Label,
    MissingSeparator,
    NotADrug,
    Plain,
    Scan,
    TwoCodes,
    TwoPackages,
    UnknownDrug,
    only_a_number,
)
from nursedesk.coding.rulebook import Drug

_HYPHENS = re.compile(r"(?:NDC[ :#]*)?(\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2})", re.ASCII | re.I)
_DIGITS = re.compile(r"(?:NDC[ :#]*)?(\d{10,14})", re.ASCII | re.I)
_US_DRUG = "03"
"""A GTIN after its first digit: GS1 US gives 03 to drugs, and the ten digits of the NDC follow."""


class BadPattern(ValueError):
    """A site's pattern for wristbands or badges that is no regular expression: the sentence says which and why."""


class PatternProblem(StrEnum):
    """Why a pattern cannot serve."""

    NO_EXPRESSION = "no_expression"
    TOO_LONG = "too_long"
    TAKES_WORDS = "takes_words"
    """It would take a drug's name, a person's, or nothing at all for a code."""
    MAY_HANG = "may_hang"
    """A repeat inside a repeat: a long code would keep the desk busy for minutes."""


LONGEST_PATTERN = 200
_WORDS = ("", "a", "infliximab", "sodium chloride 0.9 %", "ROE, Jane", "O'Brien-Ñuñez", "400")
_REPEATED_REPEAT = re.compile(r"[+*}]\??\)+[+*{]|\*\*|\+\+")


def pattern_problem(pattern: str) -> PatternProblem | None:
    """Why a site's pattern for wristbands or badges cannot serve; an empty one always does."""
    if not pattern:
        return None
    if len(pattern) > LONGEST_PATTERN:
        return PatternProblem.TOO_LONG
    if _REPEATED_REPEAT.search(pattern):
        return PatternProblem.MAY_HANG
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return PatternProblem.NO_EXPRESSION
    return PatternProblem.TAKES_WORDS if any(compiled.fullmatch(word) for word in _WORDS) else None


@dataclass(frozen=True, slots=True)
class Barcodes:
    """Reads codes against a table of packages and a site's patterns (regular expressions, empty for none)."""

    drugs: tuple[Drug, ...]
    packages: tuple[Package, ...]
    wristband: str = ""
    badge: str = ""
    _drug_of: dict[str, Drug] = field(init=False, repr=False, compare=False)
    _by_ndc: dict[str, list[Package]] = field(init=False, repr=False, compare=False)
    _people: dict[Field, re.Pattern[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_ndc: dict[str, list[Package]] = {}
        for package in self.packages:
            by_ndc.setdefault(package.ndc11, []).append(package)
        people = {Field.WRISTBAND: self.wristband, Field.BADGE: self.badge}
        object.__setattr__(self, "_drug_of", by_hcpcs(self.drugs))
        object.__setattr__(self, "_by_ndc", by_ndc)
        object.__setattr__(self, "_people", {who: _compiled(who, one) for who, one in people.items() if one})

    def read(self, text: str, today: date) -> Scan:
        """What a text is, by the codes in force and the expiry on `today`; no text raises."""
        cleaned = clean(text)
        if isinstance(cleaned, Damage):
            return Garbled(cleaned)
        scan = self._gs1(cleaned.text, today) if cleaned.gs1 else self._number(cleaned.text, today)
        if isinstance(scan, Garbled | Plain) or only_a_number(scan) is not None:
            return self._person(cleaned.text) or scan
        return scan

    def _person(self, text: str) -> NotADrug | None:
        """A person's code by the site's patterns; only asked when the text is no drug of ours for certain."""
        for who, pattern in self._people.items():
            if found := pattern.fullmatch(text):
                return NotADrug(who, text, found.groupdict().get("number") or "")
        return None

    def _gs1(self, text: str, today: date) -> Scan:
        read = elements(text)
        if isinstance(read, Damage):
            return Garbled(read)
        if not read.checked:
            return BadCheckDigit(text, read.gtin)
        label = Label(text, "", read.gtin, read.lot, read.serial, read.expiry)
        found = self._gtin(label, today)
        joined = _apart(found, read)
        if read.expiry is not None and read.expiry < today:
            return Expired(joined, read.expiry)
        return joined

    def _number(self, text: str, today: date) -> Found | BadCheckDigit | Plain:
        """A linear code or a typed number."""
        if parts := _HYPHENS.fullmatch(text):
            return self._look_up(Label(text), (_eleven(parts[1]),), today)
        digits = _DIGITS.fullmatch(text)
        if digits is None:
            return Plain(text)
        match len(digits[1]):
            case 10:
                return self._look_up(Label(text, digits[1]), _every_eleven(digits[1]), today)
            case 11:
                return self._look_up(Label(text), (digits[1],), today)
        gtin = gtin_of(digits[1])
        return BadCheckDigit(text, digits[1]) if gtin is None else self._gtin(Label(text, gtin=gtin), today)

    def _gtin(self, label: Label, today: date) -> Found:
        if label.gtin[1:3] != _US_DRUG:
            return UnknownDrug(label)
        ten = label.gtin[3:13]
        return self._look_up(replace(label, ndc=ten), _every_eleven(ten), today)

    def _look_up(self, label: Label, elevens: tuple[str, ...], today: date) -> Found:
        """The packages that have one of these numbers; a number that can only be parted one way is certain."""
        packages = [package for one in elevens for package in self._by_ndc.get(one, ())]
        numbers = {package.ndc11 for package in packages} or set(elevens)
        if len(numbers) == 1:
            label = replace(label, ndc=numbers.pop())
        candidates = tuple(self._candidate(package, today) for package in packages)
        if not candidates:
            return UnknownDrug(label)
        if numbers:
            return TwoPackages(label, candidates)
        return FoundDrug(label, candidates[0]) if len(candidates) == 1 else TwoCodes(label, candidates)

    def _candidate(self, package: Package, today: date) -> Candidate:
        drug = self._drug_of[package.hcpcs]
        return Candidate(drug, code_in_force(drug, package.hcpcs, today), package)


def barcodes(wristband: str = "", badge: str = "") -> Barcodes:
    """The reader for our own tables and a site's patterns; raises `BadPattern` or `BadTable`."""
    drugs, packages = _tables()
    return Barcodes(drugs, packages, wristband, badge)


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[Drug, ...], tuple[Package, ...]]:
    drugs = load_drugs()
    return drugs, load_packages(drugs)


def _compiled(who: Field, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as wrong:
        raise BadPattern(f'The {who} pattern "{pattern}" is no regular expression: {wrong}.') from None


def _apart(found: Found, read: Elements) -> Found | MissingSeparator:
    """Lot and serial are not believed where they may have run together."""
    if read.joined is None:
        return found
    return MissingSeparator(replace(found, label=replace(found.label, lot="", serial="")), read.joined)


def _eleven(hyphened: str) -> str:
    labeler, product, package = hyphened.split("-")
    return labeler.zfill(5) + product.zfill(4) + package.zfill(2)


def _every_eleven(ten: str) -> tuple[str, ...]:
    """The three numbers that ten digits without hyphens can be: 4-4-2, 5-3-2 and 5-4-1."""
    return tuple(dict.fromkeys((f"0{ten}", f"{ten[:5]}0{ten[5:]}", f"{ten[:9]}0{ten[9:]}")))
