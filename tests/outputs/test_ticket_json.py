"""The ticket as JSON and as text: the contract's shape, one text for one ticket, words that fit a terminal."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from nursedesk.catalog.resources import path
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.outputs.ticket_json import canonical_json, ticket_json
from nursedesk.outputs.ticket_text import ticket_text
from nursedesk.record.contract import read_encounter
from nursedesk.record.encounter import Encounter

VALID = Draft202012Validator(json.loads(path("schemas", "ticket.schema.json").read_text(encoding="utf-8")))
BOOKS = {
    "cpt": load_rulebook(),
    "reference-card": load_rulebook("reference-card"),
    "cpt, held": load_rulebook("cpt", {"missing_stop": "hold"}),
}

minutes = st.integers(0, 1439).map(lambda m: f"2026-03-02T{m // 60:02}:{m % 60:02}")
times = st.none() | minutes
amounts = st.none() | st.fixed_dictionaries(
    {"amount": st.integers(-1, 2000), "unit": st.sampled_from(["mg", "g", "mL", "?"])}
)
administrations = st.fixed_dictionaries(
    {
        "drug": st.sampled_from(
            ["vancomycin", "infliximab", "NS", "cisplatin", "ondansetron", "\u202ex\n<b>", '5 % "x\\y" {a} %s', ""]
        ),
        "route": st.sampled_from(
            ["iv_infusion"] * 4 + ["iv_push", "im", "sc", "sc_infusion", "pump", "port_flush", "oral"]
        ),
        "segments": st.lists(st.fixed_dictionaries({"start": times}, optional={"stop": times}), max_size=3),
    },
    optional={
        "hcpcs": st.sampled_from(["J3370", "J3373", "J1745", "J0000"]),
        "family": st.sampled_from(["therapeutic", "chemotherapy", "hormonal_antineoplastic", "hydration"]),
        "purpose": st.sampled_from(["treatment", "hydration", "carrier", "integral"]),
        "access": st.sampled_from(["A", "B", "C"]),
        "bag": st.sampled_from(["1", None]),
        "order_on_file": st.sampled_from([True, False, None]),
        "ordered_minutes": st.integers(0, 90),
        "dose": amounts,
        "opened": amounts,
        "container": st.sampled_from(["single_dose", "multi_dose", "unknown"]),
        "stop_reason": st.sampled_from(["completed", "reaction"]),
        "additional_pump_setups": st.integers(0, 2),
        "clinic_supplied_pump": st.booleans(),
    },
)
encounters = st.builds(
    lambda setting, items, em: read_encounter(
        {
            "schema": "nursedesk.encounter/1",
            "id": "E1",
            "setting": setting,
            "time_zone": "America/New_York",
            "accesses": [{"id": "A", "device": "port"}, {"id": "B", "separate_reason": "incompatible"}],
            "administrations": [{"id": str(n), **item} for n, item in enumerate(items)],
            "evaluation_and_management": em,
            "diagnoses": ["K50.90"],
        }
    ),
    st.sampled_from(["outpatient_facility", "office", "inpatient"]),
    st.lists(administrations, max_size=5),
    st.lists(
        st.fixed_dictionaries({"code": st.just("99213")}, optional={"separately_identifiable": st.booleans()}),
        max_size=1,
    ),
)


@given(encounters, st.sampled_from(sorted(BOOKS)))
@settings(deadline=None, max_examples=100)
def test_whatever_the_coder_says_has_words_and_the_contracts_shape(encounter: Encounter, name: str) -> None:
    book = BOOKS[name]
    ticket = code(encounter, book)
    plain = ticket_json(ticket, book)
    assert not list(VALID.iter_errors(plain))
    text = canonical_json(ticket, book)
    assert json.loads(text) == plain
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":"))
    shown = ticket_text(ticket, encounter, book)
    assert all(line.isprintable() for line in shown.splitlines())
    assert all(line.code in shown for line in ticket.lines)
    assert all(finding.code in shown for finding in ticket.findings)


@pytest.mark.parametrize("book", BOOKS.values(), ids=BOOKS)
def test_the_ticket_says_which_book_made_it(book: Any) -> None:
    encounter = read_encounter(
        {"schema": "nursedesk.encounter/1", "id": "E1", "setting": "office", "administrations": []}
    )
    ticket = ticket_json(code(encounter, book), book)
    assert ticket["profile"]["name"] == book.profile
    assert ticket["profile"]["rules_digest"] == book.digest
    assert ticket["profile"]["settings"]["missing_stop"] == book.settings.missing_stop
    assert ticket["lines"] == ticket["findings"] == []
    assert "Charges\n  none" in ticket_text(code(encounter, book), encounter, book)
