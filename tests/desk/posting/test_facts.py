"""What a suite decides about its messages: kept as settings, refused when it cannot be."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.desk.posting.facts import BadSetting, Kind, PostingFacts, changed, facts_of, mapped_codes
from nursedesk.record.events import SettingChanged

NOW = datetime(2026, 11, 24, 19, 32, tzinfo=UTC)


def kept(facts: PostingFacts, *wishes: tuple[str, str]) -> PostingFacts:
    """The facts once these wishes are settings of the record."""
    settings = {f"posting.{name}": json.dumps(getattr(facts, name)) for name in ("destination", "since")}
    return facts_of(settings | {one.key: one.value for one in changed(facts, wishes, NOW)})


def test_wishes_come_back_from_the_record() -> None:
    facts = kept(PostingFacts(), ("destination", " /drop "), ("messages", "fhir, charges"), ("credit", "CR"))
    assert (facts.destination, facts.kinds, facts.interface.credit) == ("/drop", (Kind.FHIR, Kind.CHARGES), "CR")


def test_from_the_first_destination_on_what_is_signed_goes_by_itself() -> None:
    first = kept(PostingFacts(), ("destination", "/drop"))
    assert first.since == NOW.isoformat()
    later = changed(first, [("destination", "mllp://hl7:2575")], datetime(2027, 1, 1, tzinfo=UTC))
    assert [one.key for one in later] == ["posting.destination"]


def test_nothing_wished_is_nothing_written() -> None:
    assert changed(PostingFacts(), [("credit", "CD"), ("department", "")], NOW) == ()


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (("colour", "red"), "no setting colour"),
        (("destination", "out"), "not a whole path"),
        (("messages", ""), "none is no message"),
        (("messages", "charges,smoke"), "smoke is no message"),
        (("processing", "Q"), "not P, T or D"),
        (("credit", "XX"), "not CD or CR"),
        (("since", "yesterday"), "not an instant"),
        (("since", "2026-11-24T10:00"), "not an instant"),
        (("department", "a\nb"), "cannot be printed"),
        (("department", "a\u202eb"), "cannot be printed"),
    ],
)
def test_what_cannot_be_is_said(wish: tuple[str, str], said: str) -> None:
    with pytest.raises(BadSetting, match=said) as refused:
        changed(PostingFacts(), [wish], NOW)
    assert "nothing was changed" in str(refused.value)


@pytest.mark.parametrize("destination", ["mllp://hl7:2575", "mllps://hl7:2575"])
def test_only_hl7_goes_over_mllp(destination: str) -> None:
    with pytest.raises(BadSetting, match="Only HL7"):
        changed(PostingFacts(), [("destination", destination), ("messages", "charges,fhir")], NOW)


@pytest.mark.parametrize("value", ["{", "7", "null", "[]", '["smoke", 7]'])
def test_settings_that_cannot_be_read_stay_as_they_are_at_first(value: str) -> None:
    facts = facts_of({"posting.destination": value, "posting.messages": value, "posting.unheard_of": value})
    assert facts.destination == ""
    assert set(facts.messages) <= set(Kind)


def test_a_setting_is_one_event_with_its_json() -> None:
    (one,) = changed(PostingFacts(), [("department", "3350")], NOW)
    assert one == SettingChanged("posting.department", '"3350"')


def test_a_charge_master_is_read_or_refused(tmp_path: Path) -> None:
    assert mapped_codes("") == {}
    file = tmp_path / "cdm.csv"
    file.write_text("code,cdm,department\n96365,1,\n", encoding="utf-8")
    assert mapped_codes(file)["96365", ""].cdm == "1"
    with pytest.raises(BadTable):
        mapped_codes(tmp_path / "gone.csv")
