"""Reading the check-in form: a name and a birth date are taken as typed, or refused with the reason."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nursedesk.record.encounter import Access, Device, Patient, Setting
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
