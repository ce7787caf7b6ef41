"""What is published about the codes, as plain values that `catalog` fills: each fact with its source and date.

Texts may name a threshold, `{second_from}`, in place of a figure: the figure is in the rule data alone.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PLACEHOLDERS = frozenset(
    {
        *("infusion_from", "push_to", "first_to", "second_from", "third_from", "fourth_from"),
        *("hydration_from", "hydration_to", "hour", "over_hour", "net_from", "again_over", "repeat_over"),
        *("over_minutes", "longer_percent", "xxx", "zzz"),
    }
)
"""What a text may name in braces."""

EVERY_CODE, ADD_ONS = "*", "add-on"
"""Words a note may name in place of codes, beside a family of the rule data."""


class Grade(StrEnum):
    """How far a source can be leaned on."""

    READ = "read"
    SECONDARY = "secondary"
    """Read where somebody else quotes it."""
    UNVERIFIED = "unverified"
    """Said in the field; not read in a public source."""
    OURS = "ours"


class Kind(StrEnum):
    """What a note on a code is about."""

    PURPOSE = "purpose"
    EXCLUDES = "excludes"
    MODIFIER = "modifier"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Source:
    key: str
    title: str
    as_of: date
    """Its edition, or the day it was looked up."""
    grade: Grade


@dataclass(frozen=True, slots=True)
class Correction:
    """One statement of the fact sheet the project started from, and what holds instead."""

    id: str
    about: str
    said: str
    holds: str
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement (a single cell) or one row of a table."""

    cells: tuple[str, ...]
    source: Source | None = None
    """None for what is worked out from the rule data."""
    corrects: tuple[Correction, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    columns: tuple[str, ...]
    """Empty for statements."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A page that is not about one code."""

    key: str
    title: str
    order: int
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class RuleText:
    rule: str
    says: str
    source: Source


@dataclass(frozen=True, slots=True)
class Note:
    """A statement about some codes: `codes` holds codes, families, `add-on` or `*`."""

    codes: tuple[str, ...]
    kind: Kind
    says: str
    rules: tuple[str, ...]
    source: Source
    corrects: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure about one code that goes stale; its date is its source's."""

    code: str
    fact: str
    value: str
    source: Source


@dataclass(frozen=True, slots=True)
class OutsideCode:
    """A neighbour the coder never gives, and why."""

    code: str
    label: str
    says: str
    source: Source


@dataclass(frozen=True, slots=True)
class Reference:
    sources: tuple[Source, ...]
    rules: tuple[RuleText, ...]
    corrections: tuple[Correction, ...]
    notes: tuple[Note, ...]
    published: tuple[Published, ...]
    outside: tuple[OutsideCode, ...]
    topics: tuple[Topic, ...]
    """By their order."""
