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
    profile_named,
    read_profile,
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
    assert profile_named(rules, "cpt").settings == Settings()
    card = profile_named(rules, "reference-card").settings
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
    file.write_bytes(file.read_bytes() + b"99999,CPT,other,x,,2009-01-01,,made up\r\n")
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
        profile_named(load_rules(), "none")


WRONG = [
    ("codes.csv", "96360,CPT", "96360,ICD", "codes.csv line 2: system is"),
    ("codes.csv", ",code number only; R3.2 R6.3", ",", "codes.csv line 2: source is missing"),
    ("codes.csv", "code,system", "code,colour,system", 'codes.csv line 1: the column "colour" is unknown'),
    ("codes.csv", "96366,CPT,therapeutic,additional,96360", "96366,CPT,therapeutic,additional,11111", "11111"),
    (
        "codes.csv",
        "2009-01-01,,code number only; R3.2 R6.3",
        "2009-01-01,2020-01-01,x",
        "no hydration initial after",
    ),
    ("codes.csv", "2009-01-01,,code number only; R3.2 R6.3", "2009-01-01,2008-01-01,x", "line 2: effective_to"),
    (
        "codes.csv",
        "96361,CPT,hydration,additional",
        "96361,CPT,hydration,initial",
        "line 3: said twice for days from",
    ),
    ("findings.csv", "no-dose,warn,R9.4", "no-order,warn,R9.4", "no-order is there twice"),
    ("findings.csv", "no-dose,warn", "no-dose,maybe", 'severity is "maybe"'),
    ("ncci_pairs.csv", "96360,96523,never,both", "96360,96523,never,anywhere", 'setting is "anywhere"'),
    ("ncci_pairs.csv", "96360,99211,never,office", "96360,96523,never,office", "line 3: said twice"),
    ("mue.csv", "96365,2,1", "96365,two,1", 'facility is "two", not a whole number'),
    ("mue.csv", "96361,", "96360,", "said twice"),
    ("evaluation.csv", "99212,99499", "99211,99499", "overlaps 99211 to 99211"),
    ("evaluation.csv", "99212,99499", "99212,99100", "is no end of a run"),
    (
        "pcs.csv",
        "3E0330M,peripheral_vein,antineoplastic_antibody",
        "3E0330M,peripheral_vein,antineoplastic",
        "said twice",
    ),
    ("pcs_devices.csv", "midline,", "drip,", 'device is "drip"'),
    ("pcs_devices.csv", "midline,", "peripheral,", "peripheral is there twice"),
    ("modifiers.csv", "XE,administration", "59,administration", "said twice"),
    ("modifiers.csv", "XE,administration", "XE,chair", "on names chair, which is no kind of line"),
    ("modifiers.csv", "XE,administration", "XE,", "on must name a kind of line"),
    ("modifiers.csv", "JW,,both", "JW,drug,both", "on must name a kind of line"),
    ("modifiers.csv", "77,administration,both,repeat,not-hours", "77,drug,both,repeat,luck", 'needs is "luck"'),
    ("modifiers.csv", "25,visit,both", "25,visit,home", 'setting is "home"'),
    ("diagnoses.csv", "A41.02,yes", "A41.01,yes", "said twice"),
    ("diagnoses.csv", "A41.02,yes", "A41.02,perhaps", 'billable is "perhaps"'),
    ("charting.csv", "lot,no", "colour,no", 'item is "colour"'),
    ("charting.csv", "lot,no", "dose,no", "dose is there twice"),
    ("parameters.toml", "[[hour]]", "[[hours]]", "parameters.toml line 17: hours is unknown"),
    ("parameters.toml", 'source = "length of', 'origin = "length of', "line 17: hour: origin is unknown"),
    ("parameters.toml", "value = 60", 'value = "60"', "line 17: hour: value is '60', not a whole number"),
    ("parameters.toml", 'rule = "R2.3"', 'rule = ""', "rule and source must not be empty"),
]


@pytest.mark.parametrize(("file", "right", "wrong", "sentence"), WRONG, ids=[f"{w[0]}: {w[3]}" for w in WRONG])
def test_what_is_wrong_with_a_row_is_told_by_file_and_line(
    folder: Path, file: str, right: str, wrong: str, sentence: str
) -> None:
    text = (folder / "rules" / file).read_text("utf-8")
    assert right in text
    (folder / "rules" / file).write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(RulesUnreadable) as refused:
        load_rules(folder)
    assert sentence in str(refused.value)
    assert file in str(refused.value)


def test_a_gap_between_two_codes_of_one_role_is_refused(folder: Path) -> None:
    file = folder / "rules" / "codes.csv"
    text = file.read_text("utf-8").replace(
        "96360,CPT,hydration,initial,,2009-01-01,,", "96360,CPT,hydration,initial,,2009-01-01,2029-12-31,"
    )
    file.write_text(text + "96359,CPT,hydration,initial,,2030-02-01,,made up\n", "utf-8")
    with pytest.raises(RulesUnreadable, match="no hydration initial from 2030-01-01 to 2030-01-31"):
        load_rules(folder)


def test_two_values_that_begin_on_one_day_are_refused(folder: Path) -> None:
    file = folder / "rules" / "parameters.toml"
    again = '\n[[hour]]\neffective_from = 2006-01-01\nvalue = 50\nrule = "R2.3"\nsource = "made up"\n'
    file.write_text(file.read_text("utf-8") + again, "utf-8")
    with pytest.raises(RulesUnreadable, match="hour: said twice for days from 2006-01-01"):
        load_rules(folder)


def test_a_missing_table_or_value_is_refused(folder: Path) -> None:
    (folder / "rules" / "mue.csv").unlink()
    with pytest.raises(RulesUnreadable, match=r"mue\.csv cannot be read"):
        load_rules(folder)


def test_a_profile_of_the_sites_own_is_settings_only(tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('charting = ["lot", "response"]\n[settings]\ntie_break = "longest"\n', "utf-8")
    profile = profile_named(load_rules(), str(file))
    assert profile.settings == with_overrides(Settings(), {"tie_break": "longest"})
    assert profile.charting == ("response", "lot")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[settings]\ntie_break = 'shortest'", "tie_break cannot be 'shortest'"),
        ("[settings]\ncolour = 1", "There is no setting 'colour'"),
        ("[settings]\n[rules]\nx = 1", "rules is unknown"),
        ("settings = 3", "settings must be a table"),
        ("charting = ['mood']", "charting cannot ask for 'mood'"),
        ("charting = [['lot']]", "charting cannot ask for"),
        ("[settings", "cannot be used"),
        ("# " + "x" * 70_000, "longer than any profile"),
    ],
)
def test_a_wrong_profile_is_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UnknownSetting, match=r"ours\.toml") as refused:
        read_profile(file)
    assert sentence in str(refused.value)


def test_a_profile_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnknownSetting, match=r"cannot be read: there is no such file\. Check its name\."):
        profile_named(load_rules(), str(tmp_path / "none.toml"))
