"""Rows of the rule data beside codes and thresholds, each in force from a day to a day, both included."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from nursedesk.record.encounter import Family


class Dated(Protocol):
    """Anything that is in force for a time; None is without an end on that side."""

    @property
    def effective_from(self) -> date | None: ...

    @property
    def effective_to(self) -> date | None: ...


Some = TypeVar("Some", bound=Dated)


def in_force(rows: Iterable[Some], day: date | None) -> Some | None:
    """The row in force on a date of service; None when there is none, or the day is not known."""
    if day is None:
        return None
    for row in rows:
        if (row.effective_from is None or row.effective_from <= day) and (
            row.effective_to is None or day <= row.effective_to
        ):
            return row
    return None


@dataclass(frozen=True, slots=True)
class PairEdit:
    """Two codes that do not go together on one day (R12.2)."""

    code: str
    """Column 1."""
    beside: str
    """Column 2: what is not paid beside it."""
    allowed: bool
    """Whether a modifier that says they are apart allows both (modifier indicator 1)."""
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class UnitLimit:
    """The most units of a code that are likely on one day (R12.3)."""

    code: str
    units: int
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class ModifierRule:
    """A modifier a person may add, and where (§10)."""

    modifier: str
    on: frozenset[str]
    """Kinds of line it may stand on: administration, drug, visit."""
    setting: str
    """both | facility | office"""
    group: str
    """At most one of a group stands on a line; "" for those that stand alone."""
    needs: str
    """not-hours | stopped | counted | """
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class PayerFamily:
    """What a payer takes a drug for, by the site's policy (R1.2)."""

    family: Family
    reason: str
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class EvaluationCodes:
    """A run of evaluation and management codes, `first` to `last` (§10)."""

    first: str
    last: str
    beside_administration: bool
    """False: never charged beside an administration."""
    effective_from: date | None = None
    effective_to: date | None = None

    def __contains__(self, code: str) -> bool:
        return len(code) == len(self.first) and self.first <= code <= self.last


@dataclass(frozen=True, slots=True)
class Procedure:
    """One ICD-10-PCS code: what a class of drug into a body part is (§16)."""

    code: str
    body_part: str
    drug_class: str
    effective_from: date | None = None
    effective_to: date | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One ICD-10-CM code or heading (§17)."""

    code: str
    billable: bool
    unspecified: bool
    effective_from: date | None = None
    effective_to: date | None = None
    successor: str = ""
