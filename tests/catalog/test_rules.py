"""The rule data is whole, and wrong data or settings are told in one sentence."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from nursedesk.catalog import resources
from nursedesk.catalog.rules import (
    RulesUnreadable,
    UnknownSetting,
    load_rules,
    profile_settings,
    with_overrides,
)
from nursedesk.coding.keys import FINDING_PARAMS, WHY_PARAMS, FindingCode, WhyKey
from nursedesk.coding.rulebook import Parameters, Settings, TieBreak


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for part in ("rules", "profiles"):
        shutil.copytree(resources.path(part), tmp_path / part)
    return tmp_path


def test_every_finding_has_a_weight_and_every_key_its_parameters() -> None:
    assert set(FindingCode) <= set(load_rules().severities)
    assert set(FINDING_PARAMS) == set(FindingCode)
    assert set(WHY_PARAMS) == set(WhyKey)


def test_the_default_settings_are_profile_cpt() -> None:
    rules = load_rules()
    assert profile_settings(rules, "cpt") == Settings()
    card = profile_settings(rules, "reference-card")
    changed = {f.name for f in fields(Settings) if getattr(card, f.name) != getattr(Settings(), f.name)}
    assert changed == {"additional_hour_from", "concurrent_hydration"}


def test_a_later_value_opens_a_new_set(folder: Path) -> None:
    file = folder / "rules" / "parameters.toml"
    later = '\n[[infusion_from]]\neffective_from = 2030-01-01\nvalue = 20\nrule = "R2.2"\nsource = "made up"\n'
    file.write_text(file.read_text("utf-8") + later, "utf-8")
    now, then = load_rules(folder).parameters
    assert isinstance(then, Parameters)
    assert (now.infusion_from, then.infusion_from) == (16, 20)
    assert (then.effective_from.year, then.hydration_from) == (2030, now.hydration_from)


def test_the_digest_follows_the_content_and_not_the_line_ending(folder: Path) -> None:
    before = load_rules(folder).digest
    file = folder / "rules" / "codes.csv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load_rules(folder).digest == before == load_rules().digest
    file.write_bytes(file.read_bytes() + b"99999,CPT,other,x,,2009-01-01,made up\r\n")
    assert load_rules(folder).digest != before


@pytest.mark.parametrize("name", ["rules/parameters.toml", "rules/codes.csv", "profiles/cpt.toml"])
def test_wrong_rule_data_is_one_sentence(folder: Path, name: str) -> None:
    (folder / name).write_text("code = [", "utf-8")
    with pytest.raises(RulesUnreadable, match="Nothing was charged"):
        load_rules(folder)


def test_settings_by_name() -> None:
    assert with_overrides(Settings(), {"tie_break": "Longest"}).tie_break is TieBreak.LONGEST
    assert with_overrides(Settings(), {"concurrent_hydration": "TRUE"}).concurrent_hydration is True
    assert with_overrides(Settings(), {"additional_hour_from": "30"}).additional_hour_from == 30
    with pytest.raises(UnknownSetting, match="tie_break"):
        with_overrides(Settings(), {"tiebreak": "longest"})
    with pytest.raises(UnknownSetting, match="earliest, longest"):
        with_overrides(Settings(), {"tie_break": "shortest"})
    with pytest.raises(UnknownSetting, match="reference-card"):
        profile_settings(load_rules(), "none")
