"""What a scanned or typed code turns out to be: one plain value for each outcome, told apart by its `kind`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias

from nursedesk.catalog.packages import Package
from nursedesk.coding.rulebook import Drug


class Kind(StrEnum):
    DRUG = "drug"
    TWO_CODES = "two_codes"
    TWO_PACKAGES = "two_packages"
    UNKNOWN_DRUG = "unknown_drug"
    EXPIRED = "expired"
    MISSING_SEPARATOR = "missing_separator"
    BAD_CHECK_DIGIT = "bad_check_digit"
    NOT_A_DRUG = "not_a_drug"
    GARBLED = "garbled"
    PLAIN = "plain"


class Field(StrEnum):
    """What a field of the screen wants to be given."""

    DRUG = "drug"
    WRISTBAND = "wristband"
    BADGE = "badge"


class Damage(StrEnum):
    TOO_LONG = "too_long"
    CONTROL_CHARACTERS = "control_characters"
    WRONG_KEYBOARD = "wrong_keyboard"
    """The scanner types for another keyboard than the one this computer is set to, or Caps Lock is on."""
    UNREADABLE = "unreadable"
    """It begins as a GS1 code and does not go on as one."""
    NO_DRUG_NUMBER = "no_drug_number"
    """A GS1 code without (01)."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands in the code itself; an empty text where it says nothing."""

    text: str
    """As it was read, without what the scanner adds."""
    ndc: str = ""
    """Eleven digits when they are certain, else the ten as printed; empty when it is no US drug number."""
    gtin: str = ""
    """Fourteen digits."""
    lot: str = ""
    serial: str = ""
    expiry: date | None = None
    """The last day it may be given."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A drug of our table, the code it is charged with on the day asked for, and its package."""

    drug: Drug
    hcpcs: str
    package: Package


@dataclass(frozen=True, slots=True)
class FoundDrug:
    kind: ClassVar[Kind] = Kind.DRUG
    label: Label
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class TwoCodes:
    """One package, several codes (on dialysis or not): a person chooses."""

    kind: ClassVar[Kind] = Kind.TWO_CODES
    label: Label
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class TwoPackages:
    """Ten digits without hyphens that are two packages: a person compares with the label and chooses."""

    kind: ClassVar[Kind] = Kind.TWO_PACKAGES
    label: Label
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class UnknownDrug:
    """A sound number that our table does not have; with an empty `label.ndc` it is no US drug number at all."""

    kind: ClassVar[Kind] = Kind.UNKNOWN_DRUG
    label: Label


Found: TypeAlias = FoundDrug | TwoCodes | TwoPackages | UnknownDrug


@dataclass(frozen=True, slots=True)
class MissingSeparator:
    """The scanner drops the GS character, so that lot and serial run together: neither is in `found.label`."""

    kind: ClassVar[Kind] = Kind.MISSING_SEPARATOR
    found: Found
    lots: tuple[str, ...] = ()
    """What the lot may be, to compare with the label; empty when not even that can be told."""


@dataclass(frozen=True, slots=True)
class Expired:
    kind: ClassVar[Kind] = Kind.EXPIRED
    found: Found | MissingSeparator
    expiry: date


@dataclass(frozen=True, slots=True)
class BadCheckDigit:
    kind: ClassVar[Kind] = Kind.BAD_CHECK_DIGIT
    text: str
    number: str
    """The twelve to fourteen digits as read."""


@dataclass(frozen=True, slots=True)
class NotADrug:
    """A person's code, by the site's own patterns."""

    kind: ClassVar[Kind] = Kind.NOT_A_DRUG
    field: Field
    text: str
    named: str = ""
    """What the pattern's group `number` has caught; empty where it has no such group."""

    @property
    def number(self) -> str:
        """The person's number: what the pattern names so, else the whole code."""
        return self.named or self.text


@dataclass(frozen=True, slots=True)
class Garbled:
    kind: ClassVar[Kind] = Kind.GARBLED
    damage: Damage


@dataclass(frozen=True, slots=True)
class Plain:
    """Words or a number somebody typed: not a code."""

    kind: ClassVar[Kind] = Kind.PLAIN
    text: str


Scan: TypeAlias = Found | MissingSeparator | Expired | BadCheckDigit | NotADrug | Garbled | Plain


@dataclass(frozen=True, slots=True)
class WrongField:
    """A code of one sort in the field of another: nothing was taken over."""

    wanted: Field
    got: Field


def expect(scan: Scan, wanted: Field) -> Scan | WrongField:
    """The scan when its field may take it; a number that only looks like a drug's stays a number for a person."""
    match scan:
        case NotADrug(field=got):
            return scan if got is wanted else WrongField(wanted, got)
        case Garbled() | Plain():
            return scan
    if wanted is Field.DRUG:
        return scan
    number = only_a_number(scan)
    return WrongField(wanted, Field.DRUG) if number is None else Plain(number)


def only_a_number(scan: Scan) -> str | None:
    """The text of a code that nothing but its length makes a drug's: a person's number may have it too."""
    match scan:
        case UnknownDrug(label=Label(text=text, gtin="")):
            return text
        case BadCheckDigit(text=text, number=number) if text == number:
            return text
    return None
