"""Diagnoses (§17): whether a code can be billed on a day, and which diagnosis the charge lines name."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from nursedesk.coding.rule_tables import Diagnosis, in_force
from nursedesk.coding.rulebook import Rulebook

Wrong = tuple[str, str, str]
"""One of `keys.DIAGNOSIS_REASONS`, the day it began or ended, and its successor; "" where there is none."""

_SHAPE = re.compile(r"[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?")
_HEAD = 3
"""Characters before the dot."""


@lru_cache(maxsize=4096)
def as_listed(code: str) -> str:
    """`k5090` as the tabular list writes it, `K50.90`; "" for what is written as no code is."""
    text = code.strip().upper()
    if len(text) > _HEAD and "." not in text:
        text = f"{text[:_HEAD]}.{text[_HEAD:]}"
    return text if _SHAPE.fullmatch(text) else ""


class Judged(NamedTuple):
    """What a rule book says of one diagnosis code as it was charted."""

    written: str
    """As the tabular list writes it; "" for what is written as no code is."""
    wrong: Wrong | None
    unspecified: bool


def judged(code: str, rulebook: Rulebook, day: date | None) -> Judged:
    """One code on a date of service; asked again for every visit with that diagnosis, so it is remembered."""
    asked = ("diagnosis", code, day)
    known: Judged | None = rulebook.kept.get(asked)
    if known is not None:
        return known
    written, wrong = as_listed(code), why_not(code, rulebook, day)
    entry = entry_of(written, rulebook, day) if wrong is None else None
    answer = Judged(written, wrong, entry is not None and entry.unspecified)
    return rulebook.keep(asked, answer) if written else answer


def pointers_of(diagnoses: tuple[str, ...], rulebook: Rulebook, day: date | None) -> tuple[str, ...]:
    """What every charge line names: the visit's diagnosis where it has one alone, and that can be billed."""
    if len(diagnoses) != 1:
        return ()
    only = judged(diagnoses[0], rulebook, day)
    return () if only.wrong is not None else (only.written,)


def why_not(code: str, rulebook: Rulebook, day: date | None) -> Wrong | None:
    """Why a code cannot be billed on the day; None when it can, or nothing is known against it."""
    written = as_listed(code)
    if not written:
        return "shape", "", ""
    entry = entry_of(written, rulebook, day)
    if entry is None:
        whole = rulebook.diagnoses_whole
        listed_then = whole is not None and day is not None and whole[0] <= day <= whole[1]
        return ("unknown", "", "") if listed_then else None
    if not entry.billable:
        return "heading", "", ""
    begins, ends = entry.effective_from, entry.effective_to
    if day is not None and begins is not None and day < begins:
        return "not-yet", begins.isoformat(), ""
    if day is not None and ends is not None and ends < day:
        return "ended", ends.isoformat(), entry.successor
    return None


def entry_of(written: str, rulebook: Rulebook, day: date | None) -> Diagnosis | None:
    """The list's entry in force on the day, else its last one; None when the code is not listed."""
    known = rulebook.diagnoses.get(written)
    return None if not known else in_force(known, day) or known[-1]
