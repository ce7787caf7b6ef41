"""What the first-run pages hand back, and the rules a name, password and PIN must meet: pure values."""

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from nursedesk.record.encounter import Setting

LEAST_PASSWORD = 10
LEAST_PASSPHRASE = 16
MOST_CHAIRS = 40
_LOOKALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
"""The key has no such letters: a one or a nought was misread."""
_SIGN_IN = re.compile(r"[a-z][a-z0-9.\-]{1,31}", re.ASCII)


class Refusal(StrEnum):
    """Why a field was not taken; `words.refusal` has the sentence."""

    SITE_MISSING = "site_missing"
    ZONE_UNKNOWN = "zone_unknown"
    CHAIRS_MISSING = "chairs_missing"
    CHAIRS_TOO_MANY = "chairs_too_many"
    CHAIRS_TWICE = "chairs_twice"
    NAME_MISSING = "name_missing"
    SIGN_IN_FORM = "sign_in_form"
    SIGN_IN_TWICE = "sign_in_twice"
    PASSWORD_SHORT = "password_short"  # noqa: S105 - the name of a reason, not a secret
    PASSWORD_NAME = "password_name"  # noqa: S105 - the name of a reason, not a secret
    PASSWORD_OTHER = "password_other"  # noqa: S105 - the name of a reason, not a secret
    PIN_DIGITS = "pin_digits"
    PIN_RUN = "pin_run"
    PIN_REPEAT = "pin_repeat"
    PIN_OTHER = "pin_other"
    PASSPHRASE_SHORT = "passphrase_short"  # noqa: S105 - the name of a reason, not a secret
    PASSPHRASE_OTHER = "passphrase_other"  # noqa: S105 - the name of a reason, not a secret
    RECOVERY_OTHER = "recovery_other"


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person who will sign in here."""

    sign_in: str
    """Lower case, ASCII: what is typed to sign in."""
    name: str
    credential: str
    password: str = field(repr=False)
    pin: str = field(repr=False)
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SuiteForm:
    """A suite as described at first run."""

    site: str
    zone: str
    setting: Setting
    chairs: tuple[str, ...]
    people: tuple[PersonForm, ...]
    """The administrator first, then the first nurse (one person may be both)."""
    passphrase: str = field(repr=False)
    backup_folder: str | None = None
    printer: str = ""
    """This station's printer; empty for PDF only."""


def chairs(text: str) -> tuple[str, ...] | Refusal:
    """Chairs typed as a count (`12`) or as names (`1, 2, Window, Bay A`)."""
    text = " ".join(text.split())
    if text.isascii() and text.isdigit() and len(text) <= 4:
        count = int(text)
        if count == 0:
            return Refusal.CHAIRS_MISSING
        return Refusal.CHAIRS_TOO_MANY if count > MOST_CHAIRS else tuple(str(n) for n in range(1, count + 1))
    named = tuple(part.strip() for part in text.split(",") if part.strip())
    if not named:
        return Refusal.CHAIRS_MISSING
    if len(named) > MOST_CHAIRS:
        return Refusal.CHAIRS_TOO_MANY
    return Refusal.CHAIRS_TWICE if len({n.lower() for n in named}) < len(named) else named


def sign_in(text: str) -> str | Refusal:
    """A sign-in name: case and outer spaces do not matter, look-alike letters of other scripts are refused."""
    kept = text.strip().lower()
    return kept if _SIGN_IN.fullmatch(kept) else Refusal.SIGN_IN_FORM


def suggested_sign_in(name: str) -> str:
    """`Jordan Doe` → `jdoe`; empty when nothing can be made of it."""
    plain = unicodedata.normalize("NFD", name)
    words = re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)).lower())
    return (words[0][0] + words[-1])[:32] if len(words) > 1 else "".join(words)[:32]


def password(text: str, again: str, name: str) -> str | Refusal:
    """A password of at least ten characters that is not the person's own name."""
    if len(text) < LEAST_PASSWORD:
        return Refusal.PASSWORD_SHORT
    if name and name.lower().replace(" ", "") in text.lower().replace(" ", ""):
        return Refusal.PASSWORD_NAME
    return text if text == again else Refusal.PASSWORD_OTHER


def pin(text: str, again: str) -> str | Refusal:
    """Six digits that are not one digit six times, a short pattern repeated, or a run such as 123456."""
    if not (len(text) == 6 and text.isascii() and text.isdigit()):
        return Refusal.PIN_DIGITS
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(text)}
    if steps in ({1}, {9}):
        return Refusal.PIN_RUN
    if len(set(text)) == 1 or text[:3] == text[3:] or text[:2] * 3 == text:
        return Refusal.PIN_REPEAT
    return text if text == again else Refusal.PIN_OTHER


def passphrase(text: str, again: str) -> str | Refusal:
    """The words that open the suite's records when the computer's keyring cannot."""
    if len(text.strip()) < LEAST_PASSPHRASE:
        return Refusal.PASSPHRASE_SHORT
    return text if text == again else Refusal.PASSPHRASE_OTHER


def same_key(typed: str, shown: str) -> bool:
    """True when the recovery key was typed back: case, spaces and dashes do not matter."""
    return _bare(typed) == _bare(shown) and bool(_bare(shown))


def _bare(text: str) -> str:
    return "".join(c for c in text.upper().translate(_LOOKALIKES) if c.isalnum())
