"""Loads the coder's rule data (resources/rules and resources/profiles) into plain values, with its digest."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nursedesk.catalog import resources, rule_rows
from nursedesk.catalog.strict_csv import BadTable, why_unreadable
from nursedesk.coding.charting import ITEMS
from nursedesk.coding.rule_tables import Diagnosis, EvaluationCodes, ModifierRule, PairEdit, Procedure, UnitLimit
from nursedesk.coding.rulebook import (
    AdminCode,
    HydrationSplit,
    MissingStop,
    Overlap,
    Parameters,
    ReactionUnder16,
    RepeatInfusion,
    Settings,
    TieBreak,
)
from nursedesk.record.encounter import Device

PROFILE_FILE = ".toml"
LONGEST_PROFILE = 64 * 1024
"""Bytes; a profile is a dozen lines."""


class RulesUnreadable(Exception):
    """Rule data that is missing or wrong: the sentence names the file and what to do."""


class UnknownSetting(ValueError):
    """A profile, a setting or a value that does not exist: the sentence names those that do."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A set of settings, and a charting policy where the profile has one of its own."""

    settings: Settings
    charting: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    parameters: tuple[Parameters, ...]
    """By effective_from, ascending."""
    codes: tuple[AdminCode, ...]
    severities: Mapping[str, str]
    pair_edits: Mapping[bool, tuple[PairEdit, ...]]
    unit_limits: Mapping[bool, tuple[UnitLimit, ...]]
    evaluation: tuple[EvaluationCodes, ...]
    modifiers: Mapping[str, tuple[ModifierRule, ...]]
    procedures: tuple[Procedure, ...]
    body_parts: Mapping[Device, str]
    diagnoses: Mapping[str, tuple[Diagnosis, ...]]
    charting: tuple[str, ...]
    profiles: Mapping[str, Profile]
    digest: str
    """SHA-256 hex of the rule and profile files."""


_CHOICES: dict[str, tuple[str, ...]] = {
    "tie_break": tuple(TieBreak),
    "overlap": tuple(Overlap),
    "hydration_split": tuple(HydrationSplit),
    "missing_stop": tuple(MissingStop),
    "reaction_under_16": tuple(ReactionUnder16),
    "repeat_infusion": tuple(RepeatInfusion),
    "visit_modifier": ("59", "XE"),
    "site_modifier": ("59", "XS", "XU"),
    "additional_hour_from": ("30", "31"),
    "concurrent_hydration": ("false", "true"),
}
_MAKERS: dict[str, Any] = {
    "tie_break": TieBreak,
    "overlap": Overlap,
    "hydration_split": HydrationSplit,
    "missing_stop": MissingStop,
    "reaction_under_16": ReactionUnder16,
    "repeat_infusion": RepeatInfusion,
    "visit_modifier": str,
    "site_modifier": str,
    "additional_hour_from": int,
    "concurrent_hydration": "true".__eq__,
}


def load_rules(folder: Path | None = None) -> Rules:
    """All rule data under `folder` (default: the program's resources); raises `RulesUnreadable`."""
    root = folder if folder is not None else resources.path()
    own = root / "rules"
    try:
        files = sorted(
            p for part in ("rules", "profiles") for p in (root / part).iterdir() if p.suffix in (".toml", ".csv")
        )
        return Rules(
            parameters=rule_rows.parameters(own / "parameters.toml"),
            codes=rule_rows.administration_codes(own / "codes.csv"),
            severities=rule_rows.severities(own / "findings.csv"),
            pair_edits=rule_rows.pair_edits(own / "ncci_pairs.csv"),
            unit_limits=rule_rows.unit_limits(own / "mue.csv"),
            evaluation=rule_rows.evaluation_codes(own / "evaluation.csv"),
            modifiers=rule_rows.modifiers(own / "modifiers.csv"),
            procedures=rule_rows.procedures(own / "pcs.csv"),
            body_parts=rule_rows.body_parts(own / "pcs_devices.csv"),
            diagnoses=rule_rows.diagnoses(own / "diagnoses.csv"),
            charting=rule_rows.charting(own / "charting.csv"),
            profiles={p.stem: read_profile(p) for p in files if p.parent.name == "profiles"},
            digest=digest(files),
        )
    except (OSError, UnicodeDecodeError, BadTable, UnknownSetting) as error:
        sentence = (
            f"The rule data in {root} cannot be read ({error}). Nothing was charged. Install the program again."
        )
        raise RulesUnreadable(sentence) from error


def digest(files: Iterable[Path]) -> str:
    """SHA-256 hex over names and contents, the same whatever line ending a checkout gave them."""
    total = hashlib.sha256()
    for file in files:
        content = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{file.parent.name}/{file.name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def profile_named(rules: Rules, profile: str) -> Profile:
    """A profile of ours by name, or a site's own by its file (`.toml`); raises `UnknownSetting`."""
    if profile in rules.profiles:
        return rules.profiles[profile]
    if profile.lower().endswith(PROFILE_FILE):
        return read_profile(Path(profile))
    raise UnknownSetting(f"There is no profile {profile!r}; there are {', '.join(sorted(rules.profiles))}.")


def read_profile(file: Path) -> Profile:
    """A profile's file: `[settings]`, those it leaves out as in cpt, and perhaps `charting` (R13).

    Raises `UnknownSetting` with file and reason.
    """
    try:
        with file.open("rb") as source:
            content = source.read(LONGEST_PROFILE + 1)
        if len(content) > LONGEST_PROFILE:
            raise UnknownSetting("it is longer than any profile")
        return _profile(tomllib.loads(content.decode("utf-8-sig")))
    except OSError as wrong:
        raise UnknownSetting(
            f"The profile {file} cannot be read: {why_unreadable(wrong)}. Check its name."
        ) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, UnknownSetting) as wrong:
        raise UnknownSetting(f"The profile {file} cannot be used: {wrong}") from None


def _profile(values: Mapping[str, Any]) -> Profile:
    if odd := sorted(values.keys() - {"settings", "charting"}):
        raise UnknownSetting(f"a profile holds settings only, and charting; {', '.join(odd)} is unknown.")
    settings = values.get("settings", {})
    if not isinstance(settings, dict):
        raise UnknownSetting("settings must be a table, [settings].")
    charting = values.get("charting")
    if charting is None:
        return Profile(with_overrides(Settings(), settings))
    return Profile(with_overrides(Settings(), settings), charting_policy(charting))


def charting_policy(items: object) -> tuple[str, ...]:
    """What a site wants charted of each administration, in our order; raises `UnknownSetting`."""
    wanted = list(items) if isinstance(items, list | tuple) else [items]
    for item in wanted:
        if item not in tuple(ITEMS):
            raise UnknownSetting(f"charting cannot ask for {item!r}; it can for {', '.join(ITEMS)}.")
    return tuple(item for item in ITEMS if item in wanted)


def with_overrides(settings: Settings, overrides: Mapping[str, object]) -> Settings:
    """`settings` with some changed by name, values as text; raises `UnknownSetting`."""
    changed = {}
    for name, value in overrides.items():
        if name not in _CHOICES:
            raise UnknownSetting(f"There is no setting {name!r}; there are {', '.join(_CHOICES)}.")
        chosen = next((c for c in _CHOICES[name] if c.lower() == str(value).strip().lower()), None)
        if chosen is None:
            raise UnknownSetting(f"{name} cannot be {value!r}; it is one of {', '.join(_CHOICES[name])}.")
        changed[name] = _MAKERS[name](chosen)
    return replace(settings, **changed)
