"""The projections hold what the events say, kept up press by press or made again from nothing."""

import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nursedesk.record.encounter import Label, Patient, Setting
from nursedesk.record.events import (
    ChairFreed,
    ChairMoved,
    Closed,
    Corrected,
    Event,
    HandedOver,
    NurseAssigned,
    Opened,
    PatientCorrected,
    PersonChanged,
    PersonId,
    Reopened,
    SettingChanged,
    Signed,
    Voided,
)
from nursedesk.record.fold import fold
from nursedesk.store.ledger import create_folder
from nursedesk.store.projection import rows_of
from nursedesk.store.projector import changed_visits, date_of_service, search_form, station_row, visit_rows
from nursedesk.store.tables import PROJECTIONS
from nursedesk.store.verify import verify

from tests.clock import SettableClock
from tests.store.making import PASSPHRASE, Desk, Suite


def _signed(version: int) -> Signed:
    return Signed("A-261124-001", version, "{}", "digest", "reviewed")


def _rows(events: list[Event]) -> tuple[dict[str, Any] | None, list[tuple[int, str]]]:
    rows = visit_rows(fold(events), events)
    return rows.encounter, [(ticket["version"], ticket["status"]) for ticket in rows.tickets]


def test_a_ticket_at_each_step_of_a_visit(desk: Desk) -> None:
    events = [desk.opened()]
    assert _rows(events)[1] == []
    steps = [
        (Closed("A-261124-001"), [(1, "unsigned")]),
        (_signed(1), [(1, "signed")]),
        (Reopened(), [(1, "signed")]),
        (Closed("A-261124-001"), [(1, "signed"), (2, "unsigned")]),
        (_signed(2), [(1, "replaced"), (2, "signed")]),
    ]
    for body, tickets in steps:
        events.append(desk.event(body))
        assert _rows(events)[1] == tickets, body


def test_who_signed_and_when(desk: Desk) -> None:
    events = [desk.opened(), desk.event(Closed("A-261124-001")), desk.event(_signed(1), actor="olga")]
    (ticket,) = visit_rows(fold(events), events).tickets
    assert (ticket["signed_by"], ticket["signed_utc"]) == ("olga", "2026-11-24T13:15:03.000000Z")


def test_a_visit_row_follows_chair_nurse_and_corrections(desk: Desk) -> None:
    opened = desk.opened()
    body = Opened("Main", Setting.OFFICE, "3", Patient("Right Name", "MRN-2"))
    events = [
        opened,
        desk.event(ChairMoved("9")),
        desk.event(NurseAssigned(PersonId("ana"))),
        desk.event(HandedOver(PersonId("bob"), ())),
        desk.event(Corrected(opened.header.event_id, Label.CORRECTION, body=body), reason="wrong patient"),
    ]
    row, _ = _rows(events)
    assert row is not None
    assert {name: row[name] for name in ("chair", "nurse", "patient_name", "patient_name_folded", "mrn")} == {
        "chair": "9",
        "nurse": "bob",
        "patient_name": "Right Name",
        "patient_name_folded": "right name",
        "mrn": "MRN-2",
    }


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("  Ñuñez-O'Brien,  José ", "nunez-o'brien, jose"),
        ("N\N{COMBINING TILDE}un\N{COMBINING TILDE}ez", "nunez"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_names_are_searched_without_case_and_accents(name: str, form: str) -> None:
    assert search_form(name) == form


def test_the_date_of_service_is_the_sites(clock: SettableClock) -> None:
    clock.set(clock().replace(hour=4, minute=30))
    assert date_of_service(clock(), "America/New_York") == "2026-11-23"
    assert date_of_service(clock(), "America/Puerto_Rico") == "2026-11-24"
    for unknown in ("No/Such", "", "../etc"):
        assert date_of_service(clock(), unknown) == "2026-11-24"


def test_only_people_and_settings_change_the_stations_rows(desk: Desk) -> None:
    assert station_row(desk.event(ChairFreed(), None)) is None
    assert changed_visits([desk.opened(), desk.event(ChairFreed()), desk.opened("visit-2")]) == (
        "visit-1",
        "visit-2",
    )


_TEXT = st.text(string.printable + "éñ\u202e\0", max_size=8)
_BODIES = st.one_of(
    st.builds(Opened, st.just("Main"), st.sampled_from(Setting), _TEXT, st.builds(Patient, _TEXT, _TEXT)),
    st.builds(PatientCorrected, st.builds(Patient, _TEXT, _TEXT)),
    st.builds(ChairMoved, _TEXT),
    st.just(ChairFreed()),
    st.builds(NurseAssigned, _TEXT),
    st.builds(Closed, st.sampled_from(["A-261124-001", "A-261124-002"])),
    st.just(Reopened()),
    st.builds(_signed, st.integers(1, 3)),
    st.just("void"),
    st.builds(PersonChanged, _TEXT, _TEXT, _TEXT, st.just(("nurse",)), st.booleans()),
    st.builds(SettingChanged, _TEXT, _TEXT),
)


@pytest.fixture(scope="module")
def shared_suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Suite]:
    folder: Path = tmp_path_factory.mktemp("shared") / "suite"
    made = create_folder(folder, PASSPHRASE, use_keyring=False)
    yield Suite(folder, made.ledger.keys, made.recovery_key, made.ledger)
    made.ledger.close()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(_BODIES, st.integers(0, 2)), max_size=15))
def test_kept_up_is_the_same_as_made_again(shared_suite: Suite, clock: SettableClock, steps: list[Any]) -> None:
    """Whatever happens to three visits, a list kept up event by event is what a rebuild makes."""
    desk, ledger = Desk(clock), shared_suite.ledger
    round_ = ledger.head("A").seq
    targets = [desk.opened(f"visit-{round_}-0").header.event_id]
    for body, visit in steps:
        at_station = isinstance(body, PersonChanged | SettingChanged)
        told = Voided(targets[-1]) if body == "void" else body
        event = desk.event(told, None if at_station else f"visit-{round_}-{visit}")
        targets.append(event.header.event_id)
        assert ledger.append_now([event]).state == "saved"
    kept_up = _everything(ledger)
    assert verify(shared_suite.folder, shared_suite.keys).problems == ()
    ledger.rebuild_projections()
    assert _everything(ledger) == kept_up


def _everything(ledger: Any) -> dict[str, list[Any]]:
    def read(connection: Any) -> dict[str, list[Any]]:
        return {table.name: sorted(map(repr, rows_of(connection, table))) for table in PROJECTIONS}

    found: dict[str, list[Any]] = ledger.run(read)
    return found
