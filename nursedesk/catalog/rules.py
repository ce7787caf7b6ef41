"""Loads the coder's rule data (resources/rules and resources/profiles) into plain values, with its digest."""

import csv
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from nursedesk.catalog import resources
from nursedesk.coding.keys import CODE_ROLES
from nursedesk.coding.rulebook import (
    AdminCode,
    HydrationSplit,
    MissingStop,
    Overlap,
    Parameters,
    ReactionUnder16,
    Settings,
    TieBreak,
)


class RulesUnreadable(Exception):
    """Rule data that is missing or wrong: the sentence names the file and what to do."""


class UnknownSetting(ValueError):
    """A profile, a setting or a value that does not exist: the sentence names those that do."""


@dataclass(frozen=True, slots=True)
class Rules:
    parameters: tuple[Parameters, ...]
    """By effective_from, ascending."""
    codes: Mapping[str, AdminCode]
    severities: Mapping[str, str]
    profiles: Mapping[str, Settings]
    digest: str
    """SHA-256 hex of the rule and profile files."""


_CHOICES: dict[str, tuple[str, ...]] = {
    "tie_break": tuple(TieBreak),
    "overlap": tuple(Overlap),
    "hydration_split": tuple(HydrationSplit),
    "missing_stop": tuple(MissingStop),
    "reaction_under_16": tuple(ReactionUnder16),
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
    "visit_modifier": str,
    "site_modifier": str,
    "additional_hour_from": int,
    "concurrent_hydration": "true".__eq__,
}


def load_rules(folder: Path | None = None) -> Rules:
    """All rule data under `folder` (default: the program's resources); raises `RulesUnreadable`."""
    root = folder if folder is not None else resources.path()
    files = sorted(
        p for part in ("rules", "profiles") for p in (root / part).glob("*") if p.suffix in (".toml", ".csv")
    )
    try:
        return Rules(
            parameters=_parameters(root / "rules" / "parameters.toml"),
            codes=_codes(root / "rules" / "codes.csv"),
            severities={row["code"]: row["severity"] for row in _rows(root / "rules" / "findings.csv")},
            profiles={
                p.stem: with_overrides(Settings(), _settings(p)) for p in files if p.parent.name == "profiles"
            },
            digest=digest(files),
        )
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
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


def profile_settings(rules: Rules, profile: str) -> Settings:
    """The settings of a profile by name; raises `UnknownSetting`."""
    try:
        return rules.profiles[profile]
    except KeyError:
        raise UnknownSetting(
            f"There is no profile {profile!r}; there are {', '.join(sorted(rules.profiles))}."
        ) from None


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


def _settings(file: Path) -> dict[str, object]:
    values: dict[str, object] = tomllib.loads(file.read_text("utf-8"))["settings"]
    return values


def _parameters(file: Path) -> tuple[Parameters, ...]:
    entries: dict[str, list[dict[str, Any]]] = tomllib.loads(file.read_text("utf-8"))
    names = [f.name for f in fields(Parameters) if f.name != "effective_from"]
    if missing := sorted(set(names) ^ set(entries)):
        raise ValueError(f"{file.name}: {', '.join(missing)} missing or unknown")
    days = sorted({entry["effective_from"] for values in entries.values() for entry in values})
    return tuple(Parameters(effective_from=day, **{n: _in_force(entries[n], day) for n in names}) for day in days)


def _in_force(entries: list[dict[str, Any]], day: date) -> int:
    started = [entry for entry in entries if entry["effective_from"] <= day] or entries
    return int(max(started, key=lambda entry: entry["effective_from"])["value"])


def _codes(file: Path) -> dict[str, AdminCode]:
    codes = {
        row["code"]: AdminCode(
            code=row["code"],
            system=row["system"],
            family=row["family"],
            role=row["role"],
            primaries=tuple(row["primaries"].split()),
            source=row["source"],
            effective_from=date.fromisoformat(row["effective_from"]),
        )
        for row in _rows(file)
    }
    if missing := sorted(CODE_ROLES - {(c.family, c.role) for c in codes.values()}):
        raise ValueError(f"{file.name}: no code for {', '.join(' '.join(pair) for pair in missing)}")
    return codes


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
