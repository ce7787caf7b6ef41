"""A ticket as a FHIR R4 bundle: valid to the standard's model, closed in itself, nothing lost."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.outputs.messages.changes import Chain
from nursedesk.outputs.messages.fhir import MODIFIER, fhir_bundle, fhir_text
from nursedesk.outputs.messages.fhir_values import number, without_blanks
from nursedesk.record.encounter import LineState, Patient, Segment, StopReason

from tests.outputs.messages.made import (
    BAD_NAMES,
    MAPPED,
    SIGNED,
    amended,
    long_release,
    named,
    of_another_patient,
    release,
    with_late_charge,
)
from tests.outputs.visits import INFLIXIMAB, TICKET, at, empty

CHAINS: dict[str, Chain] = {
    "usual": [release()],
    "mapped": [release(mapped=MAPPED)],
    "amended": [release(), amended(J1745=38, J3475=0)],
    "late": [release(), with_late_charge()],
    "other patient": [release(), of_another_patient()],
    "long": [long_release()],
    "draft": [release(replace(SIGNED, signed_by=None, signed_at=None), TICKET, 0)],
    "bare": [release(replace(empty(), ticket_number="A-1"), TICKET)],
}


def resources(chain: Chain, kind: str, **more: bool) -> list[dict[str, Any]]:
    found = (entry["resource"] for entry in fhir_bundle(chain, **more)["entry"])
    return [one for one in found if one["resourceType"] == kind]


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("reference"), str):
            yield value["reference"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS.keys())
def test_a_bundle_is_valid_and_every_reference_leads_into_it(chain: Chain) -> None:
    text = fhir_text(chain)
    Bundle.model_validate_json(text)
    bundle = json.loads(text)
    urls = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(urls) == len(set(urls))
    assert set(references(bundle)) <= set(urls)
    assert fhir_text(chain) == text


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_any_name_anywhere_is_valid_text(name: str) -> None:
    text = fhir_text([named(name)])
    Bundle.model_validate_json(text.encode("utf-8"))
    assert "\u202e" not in text


def test_each_stretch_is_an_administration_with_its_period() -> None:
    first, second, magnesium, push, *_ = resources([release()], "MedicationAdministration")
    assert first["effectivePeriod"] == {"start": "2026-11-24T11:30:00-05:00", "end": "2026-11-24T12:18:00-05:00"}
    assert second["effectivePeriod"] == {"start": "2026-11-24T12:40:00-05:00", "end": "2026-11-24T14:16:00-05:00"}
    assert "dose" not in first["dosage"]
    assert second["dosage"]["dose"] == {
        "value": 400,
        "unit": "mg",
        "system": "http://unitsofmeasure.org",
        "code": "mg",
    }
    assert second["dosage"]["rateQuantity"]["code"] == "mL/h"
    assert push["effectiveDateTime"] == "2026-11-24T11:12:00-05:00"
    assert push["note"] == [{"text": "Wasted 25 mg"}]
    assert magnesium["dosage"]["site"]["text"] == "peripheral, right hand"
    (medication, *_) = resources([release()], "Medication")
    assert medication["batch"] == {"lotNumber": "KJT9F21", "expirationDate": "2027-09-30"}
    assert [one["code"] for one in medication["code"]["coding"]] == ["57894003001", "J1745"]


def test_each_line_is_a_charge_with_its_units_and_modifiers() -> None:
    found = resources([release()], "ChargeItem")
    sent = [(one["code"]["coding"][0]["code"], one["quantity"]["value"]) for one in found]
    assert sent == [(line["code"], line["units"]) for line in TICKET["lines"]]
    assert {one["status"] for one in found} == {"billable"}
    infliximab = found[4]
    (modifier,) = infliximab["extension"]
    assert (modifier["url"], modifier["valueCodeableConcept"]["coding"][0]["code"]) == (MODIFIER, "JZ")
    assert infliximab["productCodeableConcept"]["coding"][0]["code"] == "57894003001"
    assert infliximab["reason"][0]["coding"][0]["code"] == "K50.90"
    assert infliximab["note"] == [{"text": "400 mg ÷ 10 mg; nothing discarded (R11.2)"}]
    assert len(infliximab["service"]) == 2
    assert all("display" not in one["code"]["coding"][0] for one in found)


def test_a_draft_is_planned_and_nobody_signed_it() -> None:
    chain = CHAINS["draft"]
    assert {one["status"] for one in resources(chain, "ChargeItem")} == {"planned"}
    assert not resources(chain, "AuditEvent")


def test_an_amendment_keeps_ids_and_withdraws_what_does_not_stand() -> None:
    before = {one["id"]: one for one in resources([release()], "ChargeItem")}
    after = {one["id"]: one for one in resources(CHAINS["amended"], "ChargeItem")}
    wrong = {one["code"]["coding"][0]["code"] for one in after.values() if one["status"] == "entered-in-error"}
    assert wrong == {"J1745", "J3475"}
    assert set(before) < set(after)


def test_withdrawn_charges_name_the_patient_they_stood_under() -> None:
    chain = CHAINS["other patient"]
    moreno, roe = (
        one["id"] for one in resources([release()], "Patient") + resources([of_another_patient()], "Patient")
    )
    wrong = [one for one in resources(chain, "ChargeItem") if one["status"] == "entered-in-error"]
    assert {one["subject"]["reference"] for one in wrong} == {f"urn:uuid:{moreno}"}
    assert {one["id"] for one in resources(chain, "Patient")} == {moreno, roe}


def test_late_entries_and_corrections_have_their_provenance() -> None:
    correction, late, signature = resources([release()], "Provenance")
    assert correction["activity"]["text"] == (
        "Stopped, correction: 2026-11-24T13:52:00-05:00 to 2026-11-24T13:45:00-05:00"
    )
    assert correction["entity"][0]["role"] == "revision"
    assert correction["reason"][0]["text"] == "bag empty, at bedside"
    assert (late["activity"]["coding"][0]["code"], len(late["target"])) == ("CREATE", 2)
    assert len(signature["target"]) == len(TICKET["lines"])
    (event,) = resources([release()], "AuditEvent")
    assert event["entity"][0]["name"] == "Ticket A-261124-007.1"


def test_the_record_alone_has_no_charges() -> None:
    kinds = {entry["resource"]["resourceType"] for entry in fhir_bundle([release()], with_charges=False)["entry"]}
    assert "ChargeItem" not in kinds
    assert {"Encounter", "Patient", "MedicationAdministration", "Provenance"} <= kinds


def test_us_core_is_claimed_only_where_all_it_asks_for_is_known() -> None:
    (known,) = resources([release()], "Patient")
    assert known["meta"]["profile"] == ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"]
    for patient in (Patient("DOE, Jo", "1"), Patient("DOE, Jo", "", None, "F"), Patient("", "1", None, "F")):
        (one,) = resources([release(replace(SIGNED, patient=patient))], "Patient")
        assert "meta" not in one


@pytest.mark.parametrize(
    ("state", "stop", "reason", "status"),
    [
        (LineState.RUNNING, None, StopReason.COMPLETED, "in-progress"),
        (LineState.PAUSED, None, StopReason.COMPLETED, "on-hold"),
        (LineState.STOPPED, at("14:00"), StopReason.REACTION, "stopped"),
        (LineState.STOPPED, at("14:00"), StopReason.COMPLETED, "completed"),
    ],
)
def test_where_an_administration_stands(
    state: LineState, stop: datetime | None, reason: StopReason, status: str
) -> None:
    one = replace(INFLIXIMAB, state=state, stop_reason=reason, segments=(Segment(at("12:00"), stop),))
    chain = [release(replace(SIGNED, administrations=(one,)))]
    Bundle.model_validate_json(fhir_text(chain))
    assert [found["status"] for found in resources(chain, "MedicationAdministration")] == [status]


def test_a_time_that_no_clock_showed_is_said_to_be_absent() -> None:
    one = replace(INFLIXIMAB, segments=(Segment(None, None, unreal=True),))
    chain = [release(replace(SIGNED, administrations=(one,)))]
    Bundle.model_validate_json(fhir_text(chain))
    (found,) = resources(chain, "MedicationAdministration")
    assert found["effectivePeriod"]["extension"][0]["valueCode"] == "unknown"


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_is_exact_or_left_out(value: Decimal) -> None:
    sent = number(value)
    assert sent is None or Decimal(repr(sent)) == value


def test_nothing_blank_is_left() -> None:
    assert without_blanks({"a": "", "b": [{}, {"c": []}], "d": 0, "e": False}) == {"d": 0, "e": False}
    assert without_blanks({"a": {"b": ""}}) is None


def test_the_authorization_number_stands_at_the_visit() -> None:
    told = replace(release().encounter, authorization="PA-77|3 <b>", payer="Elm Health")
    (visit,) = resources([replace(release(), encounter=told)], "Encounter")
    (extension,) = visit["extension"]
    assert extension["url"] == "urn:nursedesk:fhir:prior-authorization"
    assert extension["valueIdentifier"]["value"] == "PA-77|3 <b>"
    assert extension["valueIdentifier"]["assigner"] == {"display": "Elm Health"}
    Bundle.model_validate(fhir_bundle([replace(release(), encounter=told)]))
    (without,) = resources([replace(release(), encounter=replace(told, authorization=None))], "Encounter")
    assert "extension" not in without
