"""A site's own settings make its rule book: charting policy, payer policy and rules changed by name."""

from dataclasses import replace

import pytest
from nursedesk.catalog.rulebook import BadTable, load_rulebook
from nursedesk.coding.rulebook import TieBreak
from nursedesk.desk.site_rules import site_rules
from nursedesk.desk.suite import SuiteFacts

FACTS = SuiteFacts("Elm")
POLICY = (
    "payer,drug,family,reason,effective_from,effective_to,source\n"
    "Acme,infliximab,complex_biologic,its bulletin,2026-01-01,,bulletin 7\n"
)


def test_a_site_that_changed_nothing_codes_by_the_profile() -> None:
    assert site_rules(FACTS) is load_rulebook("cpt")


def test_the_same_facts_give_the_same_object() -> None:
    facts = replace(FACTS, payer_policy=POLICY, charting=("lot",))
    assert site_rules(facts) is site_rules(replace(facts))


def test_a_charting_policy_of_its_own_replaces_the_list() -> None:
    assert site_rules(replace(FACTS, charting=("lot", "response"))).charting == ("response", "lot")
    assert site_rules(replace(FACTS, charting=())).charting == ()


def test_a_charting_policy_nobody_changed_leaves_the_profiles(tmp_path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('charting = ["ndc"]\n', "utf-8")
    assert site_rules(replace(FACTS, profile=str(file))).charting == ("ndc",)


def test_payer_policy_and_settings() -> None:
    book = site_rules(replace(FACTS, payer_policy=POLICY, overrides=(("tie_break", "longest"),)))
    assert [rule.reason for rule in book.payer_families["acme", "infliximab"]] == ["its bulletin"]
    assert book.settings.tie_break is TieBreak.LONGEST
    assert book.digest != site_rules(FACTS).digest


def test_what_stands_in_for_once() -> None:
    facts = replace(FACTS, payer_policy=POLICY)
    assert site_rules(facts, {"tie_break": "longest"}).settings.tie_break is TieBreak.LONGEST
    assert site_rules(facts, policies=()).payer_families == {}


def test_a_wrong_policy_is_told_by_line() -> None:
    with pytest.raises(BadTable, match='payer policy line 2: drug is "nothing"'):
        site_rules(replace(FACTS, payer_policy=POLICY.replace("infliximab", "nothing")))
