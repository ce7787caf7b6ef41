"""Reading the check-in form: a name and a birth date are taken as typed, or refused with the reason."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from nursedesk.catalog.scans import Field, Plain, Scan, WrongField
from nursedesk.record.encounter import Access, Amount, Device, Patient, Setting
from nursedesk.ui.frame.typed_dates import parts

OLDEST_YEARS = 130
MOST_LETTERS = 120


class Refusal(StrEnum):
    """Why a field was not taken; `words.refusal` has the sentence."""

    NAME_MISSING = "name_missing"
    NAME_INVISIBLE = "name_invisible"
    NAME_CONTROL = "name_control"
    TOO_LONG = "too_long"
    DATE_MISSING = "date_missing"
    DATE_UNREAD = "date_unread"
    DATE_NOT_REAL = "date_not_real"
    DATE_AHEAD = "date_ahead"
    DATE_TOO_OLD = "date_too_old"
    ALLERGIES_LONG = "allergies_long"
    WEIGHT_UNREAD = "weight_unread"
    WEIGHT_UNLIKELY = "weight_unlikely"


class AccessChoice(StrEnum):
    """The quick choice of the first access."""

    PERIPHERAL = "peripheral"
    PORT = "port"
    PICC = "picc"
    NONE_YET = "none_yet"


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """One person sitting down in one chair."""

    chair: str
    patient: Patient
    setting: Setting
    payer: str | None = None
    ordering_provider: str | None = None
    access: Access | None = None
    """Its id is `A`, the first of the visit; None: not placed yet."""
    earlier_visit_same_day: bool = False


def _no_scanner(text: str, wanted: Field) -> Scan | WrongField:
    return Plain(text)


@dataclass(frozen=True, slots=True)
class CheckInUses:
    """What the dialog may ask of the desk."""

    today: Callable[[], date]
    read: Callable[[str, Field], Scan | WrongField] = _no_scanner
    """What a scanned or typed text is, for a field that wants one sort."""
    known: Callable[[str], Patient | None] = lambda number: None
    """The patient with this medical record number as he was here last; None when he was not."""
    wristbands: bool = False
    """Whether this site's wristbands can be read."""


_NONE_KNOWN = re.compile(
    r"(no|none|nil|nka|nkda|no known( drug)? allerg\w+|none known|no allerg\w+|ningun[ao]|sin alergias?)",
    re.IGNORECASE,
)
_WEIGHT = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\s*(kg|kgs|lb|lbs)?", re.ASCII | re.IGNORECASE)
_POUND = Decimal("0.45359237")
LIGHTEST, HEAVIEST = Decimal("0.3"), Decimal(450)
"""Kilograms."""
MOST_ALLERGIES = 300


def allergies(text: str) -> tuple[str, ...] | Refusal | None:
    """`penicillin, latex` as its parts; `none` is none known, nothing at all is not recorded."""
    kept = plain_text(text)
    if not kept:
        return None
    if len(kept) > MOST_ALLERGIES:
        return Refusal.ALLERGIES_LONG
    if _NONE_KNOWN.fullmatch(kept.rstrip(".")):
        return ()
    return tuple(part for part in (plain_text(one) for one in re.split(r"[,;]", kept)) if part)


def weight(text: str) -> Amount | Refusal | None:
    """A weight typed as `72`, `72.5 kg` or `160 lb`, in kg; None when nothing is typed."""
    kept = plain_text(text)
    if not kept:
        return None
    found = _WEIGHT.fullmatch(kept)
    if found is None:
        return Refusal.WEIGHT_UNREAD
    amount = Decimal(found[1])
    if (found[2] or "").lower().startswith("lb"):
        amount = (amount * _POUND).quantize(Decimal("0.1"))
    amount = amount.normalize()
    if not LIGHTEST <= amount <= HEAVIEST:
        return Refusal.WEIGHT_UNLIKELY
    return Amount(Decimal(f"{amount:f}"), "kg")


def plain_text(text: str) -> str:
    """Text as it is kept: composed (NFC), inner runs of space single, outer space gone."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def name(text: str) -> str | Refusal:
    """A person's name, or why it cannot be one: nothing visible, or characters that hide or reorder text."""
    kept = plain_text(text)
    if not kept:
        return Refusal.NAME_MISSING
    if len(kept) > MOST_LETTERS:
        return Refusal.TOO_LONG
    kinds = [unicodedata.category(c) for c in kept]
    if not any(k[0] in "LN" for k in kinds):
        return Refusal.NAME_INVISIBLE
    return Refusal.NAME_CONTROL if any(k in ("Cc", "Cf", "Cs", "Co") for k in kinds) else kept


def birth_date(text: str, today: date) -> date | Refusal:
    """A date typed as `02-Feb-1961`, `1961-02-02`, `2/2/1961` (month first) or `Feb 2, 1961`."""
    text = plain_text(text)
    if not text:
        return Refusal.DATE_MISSING
    read = parts(text)
    if read is None:
        return Refusal.DATE_UNREAD
    try:
        born = date(*read)
    except ValueError:
        return Refusal.DATE_NOT_REAL
    if born > today:
        return Refusal.DATE_AHEAD
    return Refusal.DATE_TOO_OLD if today.year - born.year > OLDEST_YEARS else born


def access(choice: AccessChoice, site: str) -> Access | None:
    """The first access of the visit, named A; None when none is placed yet."""
    devices = {
        AccessChoice.PERIPHERAL: Device.PERIPHERAL,
        AccessChoice.PORT: Device.PORT,
        AccessChoice.PICC: Device.PICC,
    }
    device = devices.get(choice)
    return Access("A", device, plain_text(site) or None) if device else None
