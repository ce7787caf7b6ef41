"""A visit and its ticket as one FHIR R4 Bundle: charges, late entries, corrections and the signature included.

Plain values without any library; the ids are derived from the record's own, so that the same thing written twice
has the same id.
"""

import json
from collections.abc import Iterable

from nursedesk.outputs.messages import fhir_people as people
from nursedesk.outputs.messages import fhir_values as fhir
from nursedesk.outputs.messages.changes import (
    Chain,
    Posting,
    charge_changes,
    postings,
    same_patient,
    stretches,
)
from nursedesk.outputs.messages.fhir_given import administrations, medications, stretch_id
from nursedesk.outputs.messages.fhir_values import Json, id_of, refer
from nursedesk.outputs.messages.release import Charge, Release
from nursedesk.record.encounter import Label, TimeNote

MODIFIER = "urn:nursedesk:fhir:charge-modifier"
"""Extension of a ChargeItem: R4 has no place of its own for a modifier."""


def fhir_bundle(chain: Chain, *, with_charges: bool = True) -> Json:
    """The bundle of the chain's last release; lines an earlier version had and this one has not are withdrawn."""
    release = chain[-1]
    resources = [
        people.site(release),
        *_patients(chain if with_charges else chain[-1:]),
        *people.practitioners(release),
        *people.coverage(release),
        people.encounter(release),
        *people.conditions(release),
        *medications(release),
        *administrations(release),
        *(_charges(chain) if with_charges else ()),
        *_time_notes(release),
        *(_signature(chain) if with_charges else ()),
    ]
    entries = [
        {"fullUrl": f"urn:uuid:{one['id']}", "resource": found}
        for one in resources
        if (found := fhir.without_blanks(one)) is not None
    ]
    name = f"{release.number}.{release.version}" if with_charges else release.encounter.id
    bundle: Json = fhir.without_blanks(
        {
            "resourceType": "Bundle",
            "id": id_of(release, "bundle", name),
            "identifier": {
                "system": fhir.system(release, "ticket" if with_charges else "encounter"),
                "value": name,
            },
            "type": "collection",
            "timestamp": fhir.instant(release.made, release),
            "entry": entries,
        }
    )
    return bundle


def fhir_text(chain: Chain, *, with_charges: bool = True) -> str:
    """The bundle as JSON, a line for each value."""
    return json.dumps(fhir_bundle(chain, with_charges=with_charges), ensure_ascii=False, indent=1) + "\n"


def _patients(chain: Chain) -> Iterable[Json]:
    """The patient, and the one whose charges are withdrawn when that was another."""
    yield people.patient(chain[-1])
    if len(chain) > 1 and not same_patient(chain[-2], chain[-1]):
        yield people.patient(chain[-2])


def _charges(chain: Chain) -> Iterable[Json]:
    release = chain[-1]
    status = "billable" if release.version else "planned"
    for posting in postings(chain):
        yield _charge(posting, status, release)
    for posting in charge_changes(chain).taken_back:
        yield _charge(posting, "entered-in-error", chain[-2])


def _charge(posting: Posting, status: str, release: Release) -> Json:
    charge, visit = posting.charge, release.encounter
    codes = [fhir.coding(fhir.SYSTEMS.get(charge.system, fhir.HCPCS), charge.code)]
    if charge.mapped:
        codes.append(fhir.coding(fhir.system(release, "charge-master"), charge.mapped.cdm))
    return {
        "resourceType": "ChargeItem",
        "id": charge_id(release, posting),
        "extension": [_modifier(one) for one in charge.modifiers],
        "identifier": [{"system": fhir.system(release, "charge"), "value": posting.transaction}],
        "status": status,
        "code": fhir.concept(*codes, words=charge.label),
        "subject": refer(release, "patient"),
        "context": refer(release, "encounter"),
        **_when(charge, release),
        "quantity": {"value": charge.units},
        "enterer": people.person(release, visit.signed_by),
        "enteredDate": fhir.instant(visit.signed_at, release),
        "reason": [fhir.concept(fhir.coding(fhir.ICD_10_CM, one), words=one) for one in charge.diagnoses],
        "service": [
            {"reference": f"urn:uuid:{stretch_id(release, one)}"}
            for one in stretches(release)
            if one.given in charge.given
        ],
        "productCodeableConcept": _product(charge, release),
        "note": [{"text": fhir.text(one)} for one in charge.why],
    }


def charge_id(release: Release, posting: Posting) -> str:
    """The id of a charge's resource: the same in every version that has it."""
    return id_of(release, "charge", posting.transaction)


def _modifier(code: str) -> Json:
    found = fhir.concept(fhir.coding(fhir.CPT if code.isdigit() else fhir.HCPCS, code))
    return {"url": MODIFIER, "valueCodeableConcept": found}


def _when(charge: Charge, release: Release) -> Json:
    start, stop = charge.times
    if start or stop:
        return {"occurrencePeriod": fhir.period(start, stop, release)}
    return {"occurrenceDateTime": fhir.day(charge.day)}


def _product(charge: Charge, release: Release) -> Json:
    if not charge.ndcs:
        return {}
    codes = [fhir.coding(fhir.NDC, one) for one in charge.ndcs]
    return fhir.concept(*codes[:1], words=", ".join(dict.fromkeys(release.drug(one) for one in charge.given)))


def _time_notes(release: Release) -> Iterable[Json]:
    """A Provenance for each time that was not pressed as it happened."""
    for number, note in enumerate(release.encounter.time_notes, 1):
        targets = [stretch_id(release, one) for one in stretches(release) if one.given.line == note.line]
        corrected = note.was is not None
        yield {
            "resourceType": "Provenance",
            "id": id_of(release, "time note", number),
            "target": [{"reference": f"urn:uuid:{one}"} for one in targets] or [refer(release, "encounter")],
            "recorded": fhir.instant(note.recorded, release),
            "reason": [fhir.concept(words=note.reason)],
            "activity": fhir.concept(
                fhir.coding(f"{fhir.THO}/v3-DataOperation", "UPDATE" if corrected else "CREATE"),
                words=_told(note, release),
            ),
            "agent": [
                {
                    "type": fhir.concept(fhir.coding(f"{fhir.THO}/provenance-participant-type", "author")),
                    "who": people.person(release, note.by) or {"display": "Not recorded"},
                }
            ],
            "entity": _original(note, release),
        }


def _told(note: TimeNote, release: Release) -> str:
    words = {Label.LATE_ENTRY: "late entry", Label.CORRECTION: "correction", Label.CALCULATED: "calculated"}
    was = f"{fhir.instant(note.was, release)} to " if note.was else ""
    return f"{note.what}, {words[note.label]}: {was}{fhir.instant(note.now, release)}"


def _original(note: TimeNote, release: Release) -> list[Json]:
    if note.was is None:
        return []
    return [{"role": "revision", "what": {"display": f"{note.what} {fhir.instant(note.was, release)}"}}]


def _signature(chain: Chain) -> Iterable[Json]:
    """Who signed the ticket: over the charges as Provenance, and as an event of the audit."""
    release = chain[-1]
    visit = release.encounter
    found = postings(chain)
    if not release.version or not visit.signed_by or not visit.signed_at or not found:
        return
    who = people.person(release, visit.signed_by)
    yield {
        "resourceType": "Provenance",
        "id": id_of(release, "signature", release.version),
        "target": [{"reference": f"urn:uuid:{charge_id(release, one)}"} for one in found],
        "recorded": fhir.instant(visit.signed_at, release),
        "reason": [fhir.concept(words=visit.signed_meaning)],
        "activity": fhir.concept(fhir.coding(f"{fhir.THO}/v3-DocumentCompletion", "LA", "legally authenticated")),
        "agent": [
            {"type": fhir.concept(fhir.coding(f"{fhir.THO}/provenance-participant-type", "legal")), "who": who}
        ],
    }
    yield {
        "resourceType": "AuditEvent",
        "id": id_of(release, "signing", release.version),
        "type": fhir.coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "attest"),
        "action": "U",
        "recorded": fhir.instant(visit.signed_at, release),
        "outcome": "0",
        "agent": [{"who": who, "requestor": True}],
        "source": {"observer": refer(release, "site")},
        "entity": [{"what": refer(release, "encounter"), "name": f"Ticket {release.number}.{release.version}"}],
    }
