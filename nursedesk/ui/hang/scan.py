"""What a scan does to the dialog: which label it fills in, what is asked of a person, what is said."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from nursedesk.catalog.scans import (
    BadCheckDigit,
    Candidate,
    Expired,
    Field,
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
    WrongField,
)
from nursedesk.ui.hang import scan_words as words


@dataclass(frozen=True, slots=True)
class Taken:
    """Nothing is filled in without a label; `candidates` and `lots` are for a person to choose from."""

    sentence: str = ""
    label: Label | None = None
    candidate: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    lots: tuple[str, ...] = ()
    search: str | None = None
    """Words to search for: it was no code."""


def taken(scan: Scan | WrongField) -> Taken:
    """Each outcome of a scan in the drug field as what the dialog does with it."""
    match scan:
        case FoundDrug(label, candidate):
            return Taken("", label, candidate)
        case TwoCodes(label, candidates):
            return Taken(words.two_codes(), label, None, candidates)
        case TwoPackages(label, candidates):
            return Taken(words.two_packages(), label, None, candidates)
        case UnknownDrug(label):
            return Taken(words.unknown(label), label)
        case MissingSeparator(found, lots):
            inner = taken(found)
            sentence = inner.sentence or words.missing_separator(lots)
            return replace(inner, sentence=sentence, lots=lots)
        case Expired(expiry=expiry):
            return Taken(words.expired(expiry))
        case BadCheckDigit():
            return Taken(words.bad_check_digit())
        case NotADrug(field):
            return Taken(words.not_a_drug(field))
        case Garbled(damage):
            return Taken(words.garbled(damage))
        case WrongField(wanted, got):
            return Taken(words.wrong_field(wanted, got))
        case Plain(text):
            return Taken(search=text)


NUMBERS = ("lot", "ndc")
"""Fields in which a bare number is what they want."""


def misplaced(read: Callable[[str, Field], Scan | WrongField], text: str, part: str) -> Scan | WrongField | None:
    """What a scanner typed into a field that is not for it; None when the text may well belong there."""
    scan = read(text, Field.DRUG)
    if isinstance(scan, Plain | Garbled | NotADrug):
        return None
    if isinstance(scan, WrongField):
        return scan if part not in NUMBERS else None
    return None if part in NUMBERS and (not text.startswith(("01", "(01", "]"))) else scan
