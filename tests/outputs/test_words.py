"""Every code, reason and finding the coder can give has plain words, on one line, free of HTML."""

import itertools

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding import keys
from nursedesk.coding.charting import ALWAYS, ITEMS
from nursedesk.coding.keys import FINDING_PARAMS, WHY_PARAMS, FindingCode, WhyKey
from nursedesk.coding.ticket import Finding, Severity, Why
from nursedesk.outputs import words_findings, words_why
from nursedesk.outputs.words import finding_text, label, why_text

NUMBERS = {
    "minutes",
    "units",
    "next",
    "own",
    "shared",
    "net",
    "under",
    "since",
    "over",
    "total",
    "removed",
    "left",
    "longest",
    "from",
    "ordered",
    "times",
    "boundary",
    "cpt_units",
}
CHOICES: dict[str, tuple[str, ...]] = {"tier": keys.TIERS, "family": ("therapeutic", "complex_biologic")}
CHOICES_OF: dict[str, dict[str, tuple[str, ...]]] = {
    FindingCode.NOT_CODABLE: {"missing": (*keys.MISSING, "+".join(keys.MISSING))},
    FindingCode.SAME_DRUG_PUSH_UNCODED: {"reason": keys.PUSH_REASONS},
    FindingCode.NO_HCPCS: {"reason": keys.HCPCS_REASONS},
    FindingCode.BUNDLED: {"reason": keys.BUNDLED_REASONS},
    FindingCode.ACCESS_NOT_CHARTED: {"reason": keys.ACCESS_REASONS},
    FindingCode.MODIFIER_CONFLICT: {"reason": keys.CONFLICT_REASONS},
    FindingCode.NCCI_PAIR: {"reason": keys.PAIR_REASONS},
    FindingCode.INVALID_DIAGNOSIS: {"reason": keys.DIAGNOSIS_REASONS, "successor": ("G35.D", "")},
    FindingCode.CHARTING_INCOMPLETE: {"missing": (*ITEMS, *ALWAYS, "+".join((*ITEMS, *ALWAYS)))},
    FindingCode.TIE_BREAK_CHANGES_TICKET: {"now": ("96366 × 2", ""), "then": ("96366 × 1", "")},
    FindingCode.CODE_ENDED: {"successor": ("J3373", ""), "unit": ("10 mg", "")},
}


def every_params(key: str, names: tuple[str, ...]) -> list[dict[str, str | int]]:
    values = [
        CHOICES_OF.get(key, {}).get(name) or CHOICES.get(name) or ((17,) if name in NUMBERS else (f"<{name}>",))
        for name in names
    ]
    return [dict(zip(names, chosen, strict=True)) for chosen in itertools.product(*values)]


WHYS = [(key, params) for key in WhyKey for params in every_params(key, WHY_PARAMS[key])]
FINDINGS = [(code, params) for code in FindingCode for params in every_params(code, FINDING_PARAMS[code])]


@pytest.mark.parametrize(("key", "params"), WHYS)
def test_every_reason_has_a_sentence(key: WhyKey, params: dict[str, str | int]) -> None:
    text = why_text(Why("R1", key, params))
    assert text.isprintable()
    assert "{" not in text
    assert 0 < len(text) <= 140


@pytest.mark.parametrize(("code", "params"), FINDINGS)
def test_every_finding_has_a_sentence(code: FindingCode, params: dict[str, str | int]) -> None:
    text = finding_text(Finding(code, Severity.WARN, "R1", params=params))
    assert text.isprintable()
    assert "{" not in text
    assert 0 < len(text) <= 250


def test_there_is_no_sentence_for_what_the_coder_never_says() -> None:
    assert set(words_why.SENTENCES) == set(WhyKey)
    assert set(words_findings.SENTENCES) == set(FindingCode)
    assert set(words_why.TIERS) == set(keys.TIERS)
    assert set(words_findings.MISSING) == set(keys.MISSING)
    assert set(words_findings.CHARTED) == {*ITEMS, *ALWAYS}


@pytest.mark.parametrize("key", WhyKey)
def test_a_reason_tells_all_that_its_parameters_hold(key: WhyKey) -> None:
    """Except what is only there for the screen's own use."""
    silent = {WhyKey.PUSH_DOCUMENTED: {"minutes"}}.get(key, set())
    for name in set(WHY_PARAMS[key]) - silent:
        assert f"{{{name}}}" in words_why.SENTENCES[key]


def test_words_of_a_nurse() -> None:
    assert why_text(Why("R2.3", WhyKey.ADDITIONAL_HOURS, {"minutes": 135, "units": 1, "next": 151})) == (
        "135 min = first hour + 1; next at 151"
    )
    assert why_text(Why("R4.6", WhyKey.CONCURRENT_SHARE, {"own": 50, "shared": 50, "with": "inFLIXimab"})) == (
        "50 of 50 min shared with inFLIXimab"
    )
    ended = {"drug": "vancomycin", "code": "J3370", "ended": "2025-06-30", "successor": "J3373", "unit": "10 mg"}
    assert finding_text(Finding(FindingCode.CODE_ENDED, Severity.WARN, "R11.7", params=ended)) == (
        "vancomycin: J3370 ended on 2025-06-30; now J3373, per 10 mg"
    )
    differs = {"code": "96368", "units": 1, "cpt_units": 0}
    assert finding_text(Finding(FindingCode.DIFFERS_FROM_CPT, Severity.INFO, "R15", params=differs)) == (
        "96368: × 1 by this profile, none by the coding rules (cpt)"
    )


def test_text_from_outside_is_shown_and_not_obeyed() -> None:
    drug = "in\u202efliximab\n<b>\x00" + "x" * 5000
    text = finding_text(Finding(FindingCode.NO_ORDER, Severity.WARN, "R9.4", params={"drug": drug}))
    assert text.isprintable()
    assert "[U+202E]" in text
    assert len(text) < 600


def test_labels() -> None:
    book = load_rulebook()
    assert label("96366") == "IV infusion, each further hour"
    assert label("J1745", book) == "inFLIXimab, per 10 mg"
    assert label("J2469", book) == "palonosetron, per 25 mcg"
    assert label("J1745") == label("J0000", book) == "Drug or supply"
    assert label("99214") == "Visit with a provider"


def test_every_administration_code_has_its_own_label() -> None:
    labels = [label(code) for code in load_rulebook().codes]
    assert len(set(labels)) == len(labels)
    assert all(len(x) <= 48 and x not in ("Drug or supply", "Visit with a provider") for x in labels)
