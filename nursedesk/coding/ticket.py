"""The charge ticket: lines with the reason for each, and findings, all as data.

Words live at the edge: a `Why` and a `Finding` name a rule, a key and parameters; `outputs` renders them.
Its parts are named tuples: a ticket has some forty, and each costs a third of a frozen dataclass to make.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

Params = Mapping[str, str | int]
NO_PARAMS: Params = MappingProxyType({})


class Severity(StrEnum):
    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


class System(StrEnum):
    CPT = "CPT"
    HCPCS = "HCPCS"
    ICD_10_PCS = "ICD-10-PCS"


class Role(StrEnum):
    """What a service became on the ticket."""

    INITIAL = "initial"
    SEQUENTIAL = "sequential"
    CONCURRENT = "concurrent"
    CONTINUED = "continued"
    """The same drug ordered again: additional hours only (R4.4)."""
    PUSH = "push"
    """An IV push that is not the initial service."""
    HYDRATION = "hydration"
    """Hydration beside another initial (96361 only)."""
    SC_INFUSION = "sc_infusion"
    INJECTION = "injection"
    OTHER = "other"
    """Pump, on-body injector, port flush."""
    UNCODED = "uncoded"
    """Given, and no code: carrier, keep open, too short, concurrent already reported, …"""


class Why(NamedTuple):
    """One reason: the rule's number (`R2.3`), the key of the sentence, and what goes into it."""

    rule: str
    key: str
    params: Params = NO_PARAMS


class ChargeLine(NamedTuple):
    code: str
    system: System
    units: int
    modifiers: tuple[str, ...] = ()
    date: "date | None" = None
    """Date of service in the encounter's zone."""
    minutes: int | None = None
    """Charted minutes the units come from."""
    administrations: tuple[str, ...] = ()
    diagnoses: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()


class Finding(NamedTuple):
    """`code` is one of coding-rules §18."""

    code: str
    severity: Severity
    rule: str
    administrations: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    """Codes of the charge lines it is about."""
    params: Params = NO_PARAMS


class Placement(NamedTuple):
    """What became of one service, in charted minutes: for the chairside screen and the paper's timeline."""

    administrations: tuple[str, ...]
    role: Role
    code: str | None
    """First code it gave, None if none."""
    own: int
    shared: int = 0
    shared_with: tuple[str, ...] = ()
    """Administrations it shares minutes with."""
    counted: int = 0
    """The minutes its units come from (own, or net of what is shared)."""


@dataclass(frozen=True, slots=True)
class ChargeTicket:
    encounter: str
    profile: str
    rules_digest: str
    settings: Mapping[str, str | int | bool]
    lines: tuple[ChargeLine, ...]
    findings: tuple[Finding, ...]
    placements: tuple[Placement, ...] = ()

    def units(self) -> tuple[tuple[str, int, tuple[str, ...], "date | None"], ...]:
        """What a payer would see, in a form two tickets can be compared by."""
        return tuple(sorted((x.code, x.units, x.modifiers, x.date) for x in self.lines))
