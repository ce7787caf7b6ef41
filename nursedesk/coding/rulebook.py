"""Dated parameters, codes and drugs as plain values that `catalog` fills; nothing here reads a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum

from nursedesk.coding.amounts import exact, shown
from nursedesk.coding.ticket import Severity
from nursedesk.record.encounter import Amount, Container, Family


class TieBreak(StrEnum):
    EARLIEST = "earliest"
    LONGEST = "longest"


class Overlap(StrEnum):
    MAJORITY = "majority"
    NET = "net"
    MAC16 = "mac16"
    ANY = "any"


class HydrationSplit(StrEnum):
    SUM = "sum"
    CONTIGUOUS_ONLY = "contiguous_only"


class MissingStop(StrEnum):
    PUSH = "push"
    HOLD = "hold"


class ReactionUnder16(StrEnum):
    ACTUAL = "actual"
    REDUCED = "53"


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices coding-rules.md names, by their names there. A profile is a set of these."""

    tie_break: TieBreak = TieBreak.EARLIEST
    overlap: Overlap = Overlap.MAJORITY
    hydration_split: HydrationSplit = HydrationSplit.SUM
    missing_stop: MissingStop = MissingStop.PUSH
    reaction_under_16: ReactionUnder16 = ReactionUnder16.ACTUAL
    visit_modifier: str = "59"
    """59 | XE"""
    site_modifier: str = "59"
    """59 | XS | XU"""
    additional_hour_from: int = 31
    """Minutes past a full hour that earn the next additional-hour unit."""
    concurrent_hydration: bool = False


@dataclass(frozen=True, slots=True)
class Parameters:
    """Thresholds in charted minutes, in force from `effective_from` until the next set (R2, R4, R5, R6, R9)."""

    effective_from: date
    infusion_from: int
    """16: shorter is a push (R2.2)."""
    hydration_from: int
    """31 (R2.5)."""
    hour: int
    """60."""
    concurrent_net_under: int
    """16 (R4.6)."""
    mac_shared_from: int
    """16 (R4.6, overlap mac16)."""
    repeat_infusion_over: int
    """30 (R4.4)."""
    repeat_push_over: int
    """30 (R5.2)."""
    over_minutes: int
    """1,440: more running minutes than this block (R9.5)."""
    longer_percent: int
    """10 (R2.7)."""
    boundary_within: int
    """5 (add-on-boundary)."""
    concurrent_hydration_from: int
    """16 (§15)."""


@dataclass(frozen=True, slots=True)
class AdminCode:
    """One administration code: `family` 'hydration' | 'therapeutic' | 'complex' | 'sc' | 'injection' | 'other'."""

    code: str
    system: str
    family: str
    role: str
    """initial | additional | sequential | concurrent | push_initial | push | push_repeat | injection | …"""
    primaries: tuple[str, ...] = ()
    """For an add-on: one of these must be on the ticket (R12.1)."""
    source: str = ""
    effective_from: date | None = None


@dataclass(frozen=True, slots=True)
class DrugCode:
    """One HCPCS code of a drug, in force from `effective_from` to `effective_to` (both included)."""

    hcpcs: str
    unit: Amount
    payable: bool
    """False: packaged under OPPS (status N)."""
    effective_from: date | None = None
    effective_to: date | None = None
    successor: str | None = None
    source: str = ""
    per: tuple[int, int] | None = field(init=False, repr=False, compare=False)
    """The unit's amount as a ratio of integers."""
    shown: str = field(init=False, repr=False, compare=False)
    """The unit as words: `10 mg`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "per", exact(self.unit))
        object.__setattr__(self, "shown", shown(self.unit))


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug of our table. Names are matched ignoring case and outer spaces."""

    name: str
    display: str
    """Tall-man where ISMP lists it."""
    brands: tuple[str, ...]
    family: Family
    family_basis: str
    payer_variable: bool
    container: Container
    codes: tuple[DrugCode, ...]
    pcs_class: str = ""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything `code(encounter, rulebook)` needs besides the encounter."""

    profile: str
    digest: str
    """SHA-256 hex of the rule data."""
    settings: Settings
    parameters: tuple[Parameters, ...]
    """By effective_from, ascending; looked up by date of service."""
    codes: Mapping[str, AdminCode]
    drugs: Mapping[str, Drug]
    """By lower-case name and by lower-case brand."""
    drugs_by_hcpcs: Mapping[str, Drug]
    payer_family: Mapping[tuple[str, str], Family] = field(default_factory=dict)
    """(payer, drug name) → family: the site's payer policy (R1.2)."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """Finding code → block | warn | info (§18)."""
    charting: tuple[str, ...] = ()
    """What the site's charting policy wants per administration (R13): dose, access, response, …"""
    baseline: Settings = field(default_factory=Settings)
    """The settings of profile `cpt`, against which `differs-from-cpt` is told (§15)."""
    by_role: Mapping[tuple[str, str], AdminCode] = field(init=False, repr=False, compare=False)
    """(family, role) → code: the engine names roles, the data gives numbers."""
    weights: Mapping[str, Severity] = field(init=False, repr=False, compare=False)
    """`severities` as the enum."""
    plain_settings: Mapping[str, str | int | bool] = field(init=False, repr=False, compare=False)
    """`settings` by name, for the ticket."""

    def __post_init__(self) -> None:
        roles = {(code.family, code.role): code for code in self.codes.values()}
        object.__setattr__(self, "by_role", roles)
        plain = {f.name: getattr(self.settings, f.name) for f in fields(self.settings)}
        object.__setattr__(self, "plain_settings", plain)
        object.__setattr__(self, "weights", {code: Severity(weight) for code, weight in self.severities.items()})

    def parameters_on(self, day: date | None) -> Parameters:
        """The thresholds in force on a date of service; the first set for a day before all of them or unknown."""
        in_force = self.parameters[0]
        for later in self.parameters[1:]:
            if day is not None and later.effective_from <= day:
                in_force = later
        return in_force

    def severity(self, finding: str) -> Severity:
        """How much a finding weighs; one the data does not list warns."""
        return self.weights.get(finding, Severity.WARN)

    def drug_of(self, hcpcs: str | None, name: str) -> Drug | None:
        """The table's drug: by HCPCS code first, then by name or brand."""
        if hcpcs and (found := self.drugs_by_hcpcs.get(hcpcs.strip().upper())) is not None:
            return found
        return self.drugs.get(name.strip().lower())
