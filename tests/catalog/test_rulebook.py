"""The joined rule book: what it holds, what changes its digest, and what is refused in one sentence."""

import pytest
from nursedesk.catalog.rulebook import BadSetting, load_rulebook, split_setting
from nursedesk.coding.rulebook import MissingStop, TieBreak


def test_the_default_book_is_cpt_and_holds_rules_and_drugs() -> None:
    book = load_rulebook()
    assert book.profile == "cpt"
    assert book.settings.additional_hour_from == 31
    assert book.parameters[0].infusion_from == 16
    assert "96365" in book.codes
    assert book.drugs["remicade"] is book.drugs_by_hcpcs["J1745"]
    assert book.severities["not-codable"] == "block"
    assert len(book.digest) == 64


def test_the_reference_card_is_another_book() -> None:
    card = load_rulebook("reference-card")
    assert (card.settings.additional_hour_from, card.settings.concurrent_hydration) == (30, True)
    assert card.digest != load_rulebook().digest


def test_settings_change_the_book_and_its_digest_and_order_does_not() -> None:
    book = load_rulebook("cpt", {"tie_break": "longest", "missing_stop": "hold"})
    assert (book.settings.tie_break, book.settings.missing_stop) == (TieBreak.LONGEST, MissingStop.HOLD)
    assert book.digest != load_rulebook().digest
    assert load_rulebook("cpt", {"missing_stop": "hold", "tie_break": "longest"}) is book
    assert load_rulebook() is load_rulebook("cpt", {})


@pytest.mark.parametrize(
    ("profile", "overrides", "sentence"),
    [
        ("medicare", {}, "There is no profile 'medicare'; there are cpt, reference-card."),
        ("cpt", {"tiebreak": "longest"}, "There is no setting 'tiebreak'"),
        ("cpt", {"tie_break": "shortest"}, "tie_break cannot be 'shortest'; it is one of earliest, longest."),
    ],
)
def test_what_does_not_exist_is_refused_in_one_sentence(
    profile: str, overrides: dict[str, str], sentence: str
) -> None:
    with pytest.raises(BadSetting, match=sentence):
        load_rulebook(profile, overrides)


def test_a_setting_is_a_name_and_a_value() -> None:
    assert split_setting(" tie_break = longest ") == ("tie_break", "longest")
    for wrong in ("tie_break", "=longest", "tie_break=", ""):
        with pytest.raises(BadSetting, match="write it as name=value"):
            split_setting(wrong)
