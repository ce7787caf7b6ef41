"""What a site needs charted, and a second signature it waits for, hold the nurse's signature back."""

from dataclasses import replace

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk import close, correct, hang, run, second_sign
from nursedesk.desk.refusal import Refused
from nursedesk.desk.site_rules import asked, needed, site_rules
from nursedesk.desk.suite import Suite, SuiteFacts, after, settings_of
from nursedesk.record.events import EncounterId

from tests.desk.station import RUIZ, Station, infliximab


def given(facts: SuiteFacts) -> tuple[Station, EncounterId]:
    """Infliximab, an hour, down; no response and no lot charted."""
    station = Station()
    station.daybook.suite = replace(station.daybook.suite, facts=facts)
    visit = station.seat()
    hung = hang.hang_and_start(station.daybook, station.encounter(visit), infliximab())
    station.pass_(60)
    run.stop(station.daybook, station.encounter(visit), hung)
    return station, visit


def blocking(station: Station, visit: EncounterId) -> list[tuple[close.Lack, bool]]:
    facts = station.daybook.suite.facts
    seen = station.encounter(visit)
    lacks = close.missing(seen, close.draft(seen, site_rules(facts)), facts)
    return [(one.lack, one.blocks) for one in lacks if one.finding is None or one.finding.code not in close.TOLD]


FACTS = Station().daybook.suite.facts


@pytest.mark.parametrize(
    ("policy", "lacks"),
    [
        (None, [(close.Lack.RESPONSE, False)]),
        ((), []),
        ((("response", "warn"),), [(close.Lack.RESPONSE, False)]),
        ((("response", "block"),), [(close.Lack.RESPONSE, True)]),
        ((("lot", "warn"),), []),
        ((("lot", "block"),), [(close.Lack.FINDING, True)]),
        ((("lot", "block"), ("response", "warn")), [(close.Lack.FINDING, True), (close.Lack.RESPONSE, False)]),
    ],
)
def test_what_is_asked_is_said_and_what_is_needed_blocks(policy, lacks) -> None:
    facts = replace(FACTS, charting_policy=policy)
    station, visit = given(facts)
    assert blocking(station, visit) == lacks
    if any(blocks for _, blocks in lacks):
        with pytest.raises(Refused, match="cannot_sign"):
            close.sign(station.daybook, station.encounter(visit), site_rules(facts))
        assert "Signed" not in station.kinds()
    else:
        close.sign(station.daybook, station.encounter(visit), site_rules(facts))
        assert station.kinds()[-1] == "Signed"


def test_what_was_needed_and_is_charted_then_is_signed() -> None:
    facts = replace(FACTS, charting_policy=(("response", "block"),))
    station, visit = given(facts)
    one = station.encounter(visit).administrations[0]
    correct.chart_response(station.daybook, station.encounter(visit), one.line, "tolerated")
    close.sign(station.daybook, station.encounter(visit), site_rules(facts))
    assert station.kinds()[-1] == "Signed"


def test_a_second_signature_is_waited_for_where_the_site_says_so() -> None:
    facts = replace(FACTS, second_sign=("check",), check_families=("therapeutic",), charting_policy=())
    for holds in (False, True):
        told = replace(facts, second_blocks=holds)
        station, visit = given(told)
        wants = second_sign.wanted(station.daybook, station.encounter(visit), told, load_rulebook("cpt").drugs)
        assert len(wants) == 1
        if holds:
            with pytest.raises(Refused, match="cannot_sign"):
                close.sign(station.daybook, station.encounter(visit), site_rules(told))
            second_sign.sign(station.daybook, station.encounter(visit), wants[0], RUIZ, "pin")
        close.sign(station.daybook, station.encounter(visit), site_rules(told))
        assert station.kinds()[-1] == "Signed"


def test_a_policy_comes_out_of_the_record_as_it_went_in() -> None:
    facts = replace(FACTS, charting_policy=(("lot", "block"), ("response", "warn")), second_blocks=True)
    suite = Suite()
    for one in settings_of(facts):
        suite = after(suite, one)
    assert suite.facts == facts
    assert (asked(suite.facts), needed(suite.facts)) == (("lot", "response"), ("lot",))


def test_an_item_of_a_later_version_is_passed_over() -> None:
    facts = replace(FACTS, charting_policy=(("moon", "block"), ("lot", "warn")))
    assert (asked(facts), needed(facts)) == (("lot",), ())
    assert site_rules(facts).charting == ("lot",)


def test_response_alone_chosen_is_that_and_no_longer_the_profiles(tmp_path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('charting = ["ndc"]\n', "utf-8")
    facts = replace(FACTS, profile=str(file), charting_policy=(("response", "warn"),))
    assert site_rules(facts).charting == ("response",)
