"""What the list of today shows and gives back, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """Somebody who is not here yet."""

    entry: str
    time: str
    """`14:30`, or empty."""
    name: str
    facts: str
    """`iron sucrose 200 mg · 02-Feb-1961 · MRN 40 21`."""
    chair: str
    """The chair one press checks in to: the one meant when it is free, else the first free; empty: none is."""
    meant: str = ""
    """The chair that was said, when it is not that one."""


@dataclass(frozen=True, slots=True)
class ExpectedForm:
    """Somebody typed onto the list."""

    name: str
    time: str = ""
    planned: str = ""
    chair: str = ""
    born: str = ""
    mrn: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedActions:
    """Each answers with the sentence that refuses it, or an empty one."""

    add: Callable[[ExpectedForm], str]
    arrive: Callable[[str, str], str]
    """(entry, chair)"""
    drop: Callable[[str, str], str]
    """(entry, reason)"""
    take_file: Callable[[], str]
    """Asks for a CSV file and takes it whole; answers with what came of it, or an empty sentence."""
