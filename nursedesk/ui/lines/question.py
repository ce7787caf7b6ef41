"""A short question over the page as plain values: what is asked, what is offered, what the button says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Said = Mapping[str, str]
"""What was typed or chosen, by the key of what was asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: typed, or chosen where there are `options` (key, word)."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    suffix: str = ""
    options: tuple[tuple[str, str], ...] = ()
    nudged: Callable[[str, int], str] | None = None
    """What the arrow keys make of the text: (text, minutes up) → text."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One press that fills fields in."""

    name: str
    word: str
    fills: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """`hear` answers in a sentence what has been understood so far; an empty one says nothing."""

    name: str
    title: str
    note: str
    asked: tuple[Asked, ...]
    done: str
    icon: str = "edit"
    offers: tuple[Offer, ...] = ()
    hear: Callable[[Said], str] | None = None
