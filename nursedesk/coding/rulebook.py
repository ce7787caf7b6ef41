"""Dated parameters, codes and drugs as plain values that `catalog` fills; nothing here reads a file."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from nursedesk.coding.amounts import exact, shown
from nursedesk.coding.rule_tables import (
    Dated,
    Diagnosis,
    EvaluationCodes,
    ModifierRule,
    PairEdit,
    PayerFamily,
    Procedure,
    UnitLimit,
    in_force,
)
from nursedesk.coding.ticket import Severity, System
from nursedesk.record.encounter import Amount, Container, Device, Family

Roles = Mapping[tuple[str, str], "AdminCode"]
"""(family, role) → code."""
Kept = TypeVar("Kept")
_ONE_DAY = timedelta(days=1)

MOST_KEPT = 8192
"""Answers a rule book remembers: a month of a suite's drugs and days, and no more memory than that."""


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


class RepeatInfusion(StrEnum):
    """From how many minutes of its own a further infusion of a drug counts (R4.4)."""

    OVER_30 = "over_30"
    FROM_16 = "from_16"
    """As any other infusion does."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices coding-rules.md names, by their names there. A profile is a set of these."""

    tie_break: TieBreak = TieBreak.EARLIEST
    overlap: Overlap = Overlap.MAJORITY
    hydration_split: HydrationSplit = HydrationSplit.SUM
    missing_stop: MissingStop = MissingStop.PUSH
    reaction_under_16: ReactionUnder16 = ReactionUnder16.ACTUAL
    repeat_infusion: RepeatInfusion = RepeatInfusion.OVER_30
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
    effective_to: date | None = None
    kind: System = field(init=False, repr=False, compare=False)
    """`system` as the enum."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", System(self.system))


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
    by_container: bool = False
    """Its unit is the size of one container, and the drug has a code for each size."""
    opps_status: str | None = None
    """The letter of OPPS Addendum B; None where nobody looked it up."""
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
class DayRules:
    """The dated rules as they stand on one date of service, for a facility or an office."""

    parameters: Parameters
    roles: Roles
    limits: Mapping[str, int]
    """Code → most units a day (R12.3)."""
    pairs: Mapping[str, Mapping[str, bool]]
    """Column-1 code → column-2 code → whether a modifier allows both (R12.2)."""


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
    payer_families: Mapping[tuple[str, str], tuple[PayerFamily, ...]] = field(default_factory=dict)
    """(payer, drug name), both casefolded → the site's payer policy (R1.2)."""
    severities: Mapping[str, str] = field(default_factory=dict)
    """Finding code → block | warn | info (§18)."""
    charting: tuple[str, ...] = ()
    """What the site's charting policy wants per administration (R13): dose, access, response, …"""
    baseline: Settings = field(default_factory=Settings)
    """The settings of profile `cpt`, against which `differs-from-cpt` is told (§15)."""
    dated_codes: tuple[AdminCode, ...] = ()
    """Every dated row of the administration codes; none: `codes` alone."""
    pair_edits: Mapping[bool, tuple[PairEdit, ...]] = field(default_factory=dict)
    """For a facility (True) and for an office (False)."""
    unit_limits: Mapping[bool, tuple[UnitLimit, ...]] = field(default_factory=dict)
    """The same."""
    evaluation: tuple[EvaluationCodes, ...] = ()
    modifiers: Mapping[str, tuple[ModifierRule, ...]] = field(default_factory=dict)
    """Those a person may add."""
    procedures: tuple[Procedure, ...] = ()
    body_parts: Mapping[Device, str] = field(default_factory=dict)
    """Where the tip of a device lies (§16)."""
    diagnoses: Mapping[str, tuple[Diagnosis, ...]] = field(default_factory=dict)
    """By code as written in the tabular list (`K50.90`)."""
    diagnoses_whole: tuple[date, date] | None = None
    """First and last day for which `diagnoses` has every code there is: what it lacks is invalid then."""
    by_role: Roles = field(init=False, repr=False, compare=False)
    """The engine names roles, the data gives numbers: those in force today and until they change."""
    editions: tuple[tuple[date, Roles], ...] = field(init=False, repr=False, compare=False)
    """The same from each day on which one changed."""
    pairs: Mapping[bool, Mapping[str, Mapping[str, tuple[PairEdit, ...]]]] = field(
        init=False, repr=False, compare=False
    )
    """Facility or office → column-1 code → column-2 code → its edits."""
    limits: Mapping[bool, Mapping[str, tuple[UnitLimit, ...]]] = field(init=False, repr=False, compare=False)
    """Facility or office → code → its limits."""
    weights: Mapping[str, Severity] = field(init=False, repr=False, compare=False)
    """`severities` as the enum."""
    plain_settings: Mapping[str, str | int | bool] = field(init=False, repr=False, compare=False)
    """`settings` by name, for the ticket."""
    changes: tuple[date, ...] = field(init=False, repr=False, compare=False)
    """Every day from which thresholds, codes, pairs or limits are others than the day before, ascending."""
    kept: "dict[Hashable, Any]" = field(init=False, repr=False, compare=False, default_factory=dict)
    """What was looked up before, by question; never more than `MOST_KEPT` answers."""

    def __post_init__(self) -> None:
        editions = _editions(self.dated_codes or tuple(self.codes.values()))
        plain = {f.name: getattr(self.settings, f.name) for f in fields(self.settings)}
        dated: list[Dated] = [*self.dated_codes, *self.codes.values()]
        for edits in self.pair_edits.values():
            dated += edits
        for limits in self.unit_limits.values():
            dated += limits
        for name, value in (
            ("changes", _changes(self.parameters, dated)),
            ("editions", editions),
            ("by_role", editions[-1][1]),
            ("pairs", {facility: _by_pair(rows) for facility, rows in self.pair_edits.items()}),
            ("limits", {facility: _by_code(rows) for facility, rows in self.unit_limits.items()}),
            ("plain_settings", plain),
            ("weights", {code: Severity(weight) for code, weight in self.severities.items()}),
        ):
            object.__setattr__(self, name, value)

    def keep(self, question: Hashable, answer: Kept) -> Kept:
        """Remember an answer that only this rule book and the question decide."""
        if len(self.kept) >= MOST_KEPT:
            self.kept.clear()
        self.kept[question] = answer
        return answer

    def on(self, day: date | None, facility: bool) -> DayRules:
        """Everything dated that the checks look up, as it stands on a date of service."""
        # Nothing changes between two of `changes`, so the answer for one day is that of many.
        since = -1 if day is None else bisect_right(self.changes, day)
        asked = ("on", since, facility)
        found: DayRules | None = self.kept.get(asked)
        return self.keep(asked, self._day_rules(day, facility)) if found is None else found

    def _day_rules(self, day: date | None, facility: bool) -> DayRules:
        limits = ((code, in_force(rows, day)) for code, rows in self.limits.get(facility, {}).items())
        return DayRules(
            self.parameters_on(day),
            self.roles_on(day),
            {code: limit.units for code, limit in limits if limit is not None},
            {code: _pairs_on(beside, day) for code, beside in self.pairs.get(facility, {}).items()},
        )

    def parameters_on(self, day: date | None) -> Parameters:
        """The thresholds in force on a date of service; the first set for a day before all of them or unknown."""
        in_force = self.parameters[0]
        for later in self.parameters[1:]:
            if day is not None and later.effective_from <= day:
                in_force = later
        return in_force

    def roles_on(self, day: date | None) -> Roles:
        """The administration codes in force on a date of service; the latest ones when it is unknown."""
        if day is None:
            return self.by_role
        roles = self.editions[0][1]
        for begins, later in self.editions:
            if begins <= day:
                roles = later
        return roles

    def severity(self, finding: str) -> Severity:
        """How much a finding weighs; one the data does not list warns."""
        return self.weights.get(finding, Severity.WARN)

    def drug_of(self, hcpcs: str | None, name: str) -> Drug | None:
        """The table's drug: by HCPCS code first, then by name or brand."""
        if hcpcs and (found := self.drugs_by_hcpcs.get(hcpcs.strip().upper())) is not None:
            return found
        return self.drugs.get(name.strip().lower())


def _changes(parameters: Iterable[Parameters], rows: Iterable[Dated]) -> tuple[date, ...]:
    days = {one.effective_from for one in parameters}
    for row in rows:
        if row.effective_from is not None:
            days.add(row.effective_from)
        if row.effective_to is not None and row.effective_to < date.max:
            days.add(row.effective_to + _ONE_DAY)
    return tuple(sorted(days))


def _pairs_on(beside: Mapping[str, tuple[PairEdit, ...]], day: date | None) -> dict[str, bool]:
    edits = ((code, in_force(rows, day)) for code, rows in beside.items())
    return {code: edit.allowed for code, edit in edits if edit is not None}


def _editions(codes: tuple[AdminCode, ...]) -> tuple[tuple[date, Roles], ...]:
    """For each day on which a code began, the code of every role: the one in force, else its first."""
    rows = sorted(codes, key=lambda code: code.effective_from or date.min)
    days = sorted({code.effective_from or date.min for code in rows}) or [date.min]
    editions = []
    for day in days:
        roles: dict[tuple[str, str], AdminCode] = {}
        for code in rows:
            begun = (code.effective_from or date.min) <= day
            if begun or (code.family, code.role) not in roles:
                roles[code.family, code.role] = code
        editions.append((day, roles))
    return tuple(editions)


def _by_pair(edits: tuple[PairEdit, ...]) -> dict[str, dict[str, tuple[PairEdit, ...]]]:
    pairs: dict[str, dict[str, tuple[PairEdit, ...]]] = {}
    for edit in edits:
        beside = pairs.setdefault(edit.code, {})
        beside[edit.beside] = (*beside.get(edit.beside, ()), edit)
    return pairs


def _by_code(limits: tuple[UnitLimit, ...]) -> dict[str, tuple[UnitLimit, ...]]:
    found: dict[str, tuple[UnitLimit, ...]] = {}
    for limit in limits:
        found[limit.code] = (*found.get(limit.code, ()), limit)
    return found
