"""Modifiers a person adds: in the record with their reasons; older events keep their bytes."""

from datetime import UTC, datetime

from nursedesk.record.codec import decode_event, event_bytes
from nursedesk.record.contract import read_encounter, write_encounter
from nursedesk.record.encounter import EvaluationAndManagement, Modifier
from nursedesk.record.events import EmCharted, ModifiersSet
from nursedesk.record.fold import fold

from tests.record.visit import Visit

BEFORE = (
    b'{"body":{"kind":"EmCharted","services":[{"code":"99213","separately_identifiable":true}]},'
    b'"header":{"actor":"jdoe","app_version":"0.1.0","auth":"pin","boot_id":"b","boot_ms":1,"encounter_id":"E1",'
    b'"event_id":"e","occurred":"2026-03-02T14:00:00+00:00","offset_minutes":-300,'
    b'"recorded":"2026-03-02T14:00:00+00:00","schema_version":1,"session":"s","source":"pressed",'
    b'"station_id":"A","zone":"America/New_York"}}'
)
"""An event as it was written before there were modifiers."""


def test_an_event_from_before_reads_and_keeps_its_bytes() -> None:
    event = decode_event(BEFORE)
    assert event.body == EmCharted((EvaluationAndManagement("99213", True),))
    assert event.header.recorded == datetime(2026, 3, 2, 14, tzinfo=UTC)
    assert event_bytes(event) == BEFORE


def test_the_latest_said_counts_and_an_empty_list_takes_them_off() -> None:
    visit = Visit().open().hang("L1", "infliximab").hang("L2", "iron")
    added = (Modifier("59", "other arm"), Modifier("GY", "not covered"))
    visit.say(ModifiersSet("L1", (Modifier("76", "again"),)), "10:00")
    visit.say(ModifiersSet("L1", added), "10:01")
    first, second = fold(visit.events).administrations
    assert (first.modifiers, second.modifiers) == (added, ())
    visit.say(ModifiersSet("L1", ()), "10:02")
    assert fold(visit.events).administrations[0].modifiers == ()


def test_services_keep_their_modifiers_through_the_codec() -> None:
    visit = Visit().open()
    services = (EvaluationAndManagement("99213", modifiers=(Modifier("25", "new symptom"),)),)
    visit.say(EmCharted(services), "10:00")
    events = [decode_event(event_bytes(event)) for event in visit.events]
    assert fold(events).evaluation_and_management == services


def test_the_contract_knows_only_whether_a_visit_is_separate() -> None:
    visit = Visit().open().hang("L1", "infliximab")
    visit.say(ModifiersSet("L1", (Modifier("59", "other arm"),)), "10:00")
    services = [("25", "new symptom", True), ("25", " ", False), ("27", "two clinics", False)]
    charted = tuple(
        EvaluationAndManagement(f"9921{n}", False, (Modifier(*m),)) for n, (*m, _) in enumerate(services)
    )
    visit.say(EmCharted(charted), "10:00")
    plain = write_encounter(fold(visit.events))
    assert "modifiers" not in repr(plain)
    read = read_encounter(plain).evaluation_and_management
    assert [one.separately_identifiable for one in read] == [separate for *_, separate in services]
