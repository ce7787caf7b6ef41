"""The rule book a ticket is made with: rules, drugs, a profile and some settings of one's own, joined."""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple
from functools import lru_cache

from nursedesk.catalog import rules
from nursedesk.catalog.drugs import BadTable, by_hcpcs, by_name, drug_files, load_drugs
from nursedesk.catalog.rules import RulesUnreadable
from nursedesk.catalog.rules import UnknownSetting as BadSetting
from nursedesk.coding.rulebook import Drug, Rulebook

__all__ = ["BadSetting", "BadTable", "RulesUnreadable", "load_rulebook", "split_setting"]

NO_OVERRIDES: Mapping[str, str] = {}


def load_rulebook(profile: str = "cpt", overrides: Mapping[str, str] = NO_OVERRIDES) -> Rulebook:
    """The rule book of a profile with some settings changed by name; the same arguments give the same object.

    Raises `BadSetting` for a profile, setting or value that does not exist, `RulesUnreadable` or `BadTable` when
    the installed data is wrong.
    """
    return _rulebook(profile, tuple(sorted(overrides.items())))


def split_setting(text: str) -> tuple[str, str]:
    """`tie_break=longest` to its two parts; raises `BadSetting` without a name or a value."""
    name, equals, value = text.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise BadSetting(f"{text!r} is not a setting; write it as name=value, for example tie_break=longest.")
    return name.strip(), value.strip()


@lru_cache(maxsize=64)
def _rulebook(profile: str, overrides: tuple[tuple[str, str], ...]) -> Rulebook:
    data, drugs = _rules(), _drugs()
    settings = rules.with_overrides(rules.profile_settings(data, profile), dict(overrides))
    whole = "\n".join((data.digest, rules.digest(drug_files()), profile, repr(astuple(settings))))
    return Rulebook(
        profile=profile,
        digest=hashlib.sha256(whole.encode()).hexdigest(),
        settings=settings,
        parameters=data.parameters,
        codes=data.codes,
        drugs=by_name(drugs),
        drugs_by_hcpcs=by_hcpcs(drugs),
        severities=data.severities,
        baseline=rules.profile_settings(data, "cpt"),
    )


@lru_cache(maxsize=1)
def _rules() -> rules.Rules:
    return rules.load_rules()


@lru_cache(maxsize=1)
def _drugs() -> tuple[Drug, ...]:
    return load_drugs()
