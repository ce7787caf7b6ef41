"""The rule book a ticket is made with: rules, drugs, a profile and some settings of one's own, joined."""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, replace
from functools import lru_cache
from pathlib import Path

from nursedesk.catalog import rules
from nursedesk.catalog.diagnoses import DiagnosisIndex
from nursedesk.catalog.drugs import BadTable, by_hcpcs, by_name, drug_files, load_drugs
from nursedesk.catalog.payer_policy import PayerPolicy, by_payer, load_policies, policies_in
from nursedesk.catalog.rules import RulesUnreadable
from nursedesk.catalog.rules import UnknownSetting as BadSetting
from nursedesk.catalog.uncounted import Uncounted, load_uncounted, uncounted_file
from nursedesk.coding.rulebook import Drug, Rulebook

__all__ = [
    "BadSetting",
    "BadTable",
    "RulesUnreadable",
    "load_rulebook",
    "payer_policies",
    "payer_policies_in",
    "split_setting",
    "with_diagnoses",
]

NO_OVERRIDES: Mapping[str, str] = {}


def load_rulebook(
    profile: str = "cpt",
    overrides: Mapping[str, str] = NO_OVERRIDES,
    charting: tuple[str, ...] | None = None,
    policies: tuple[PayerPolicy, ...] = (),
) -> Rulebook:
    """The rule book of a profile with some settings changed by name; the same arguments give the same object.

    `profile`: one of ours, or a site's own file (`.toml`), which the ticket names as given. `charting`: what the
    site wants charted (R13); None is the profile's policy, else ours. `policies`: the site's payer policy (R1.2),
    as `payer_policies` reads it; the digest covers it. Raises `BadSetting` for a profile, setting or value that
    does not exist, `RulesUnreadable` or `BadTable` when the installed data is wrong.
    """
    chosen = rules.profile_named(_rules(), profile)
    if charting is not None:
        chosen = replace(chosen, charting=rules.charting_policy(charting))
    return _rulebook(profile, chosen, tuple(sorted(overrides.items())), policies)


def payer_policies(file: Path) -> tuple[PayerPolicy, ...]:
    """A site's payer policy from its file, the drugs by our table; raises `BadTable` with line and reason."""
    return load_policies(_drugs(), file)


@lru_cache(maxsize=8)
def payer_policies_in(text: str) -> tuple[PayerPolicy, ...]:
    """The same from the table's text, as a site keeps it among its settings."""
    return policies_in(text, _drugs())


def with_diagnoses(rulebook: Rulebook, index: DiagnosisIndex) -> Rulebook:
    """The same rule book that knows every diagnosis of an index; our own list wins where it has a code."""
    known = {**index.codes, **rulebook.diagnoses}
    whole = hashlib.sha256(f"{rulebook.digest}\n{index.digest}".encode()).hexdigest()
    return replace(rulebook, diagnoses=known, diagnoses_whole=(index.first_day, index.last_day), digest=whole)


def split_setting(text: str) -> tuple[str, str]:
    """`tie_break=longest` to its two parts; raises `BadSetting` without a name or a value."""
    name, equals, value = text.partition("=")
    if not (equals and name.strip() and value.strip()):
        raise BadSetting(f"{text!r} is not a setting; write it as name=value, for example tie_break=longest.")
    return name.strip(), value.strip()


@lru_cache(maxsize=64)
def _rulebook(
    profile: str,
    chosen: rules.Profile,
    overrides: tuple[tuple[str, str], ...],
    policies: tuple[PayerPolicy, ...],
) -> Rulebook:
    data, drugs, uncounted = _rules(), _drugs(), _uncounted()
    settings = rules.with_overrides(chosen.settings, dict(overrides))
    charting = data.charting if chosen.charting is None else chosen.charting
    whole = "\n".join(
        (
            data.digest,
            rules.digest((*drug_files(), uncounted_file())),
            profile,
            repr(astuple(settings)),
            " ".join(charting),
        )
    )
    if policies:
        whole += "\n" + "\n".join(repr(astuple(policy)) for policy in policies)
    return Rulebook(
        profile=profile,
        digest=hashlib.sha256(whole.encode()).hexdigest(),
        settings=settings,
        parameters=data.parameters,
        codes={code.code: code for code in data.codes},
        drugs=by_name((*drugs, *uncounted.drugs)),
        drugs_by_hcpcs={**by_hcpcs(drugs), **uncounted.by_code},
        severities=data.severities,
        charting=charting,
        baseline=data.profiles["cpt"].settings,
        dated_codes=data.codes,
        pair_edits=data.pair_edits,
        unit_limits=data.unit_limits,
        evaluation=data.evaluation,
        modifiers=data.modifiers,
        payer_families=by_payer(policies),
        procedures=data.procedures,
        body_parts=data.body_parts,
        diagnoses=data.diagnoses,
    )


@lru_cache(maxsize=1)
def _rules() -> rules.Rules:
    return rules.load_rules()


@lru_cache(maxsize=1)
def _drugs() -> tuple[Drug, ...]:
    return load_drugs()


@lru_cache(maxsize=1)
def _uncounted() -> Uncounted:
    drugs = _drugs()
    codes = (code.lower() for code in by_hcpcs(drugs))
    return load_uncounted((*by_name(drugs), *codes))
