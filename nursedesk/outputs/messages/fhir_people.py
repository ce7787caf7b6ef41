"""Who is in a bundle: the site, the patient, the people of the suite, the payer; and the visit itself."""

from collections.abc import Iterable

from nursedesk.outputs.messages import fhir_values as fhir
from nursedesk.outputs.messages.fhir_values import Json, id_of, refer
from nursedesk.outputs.messages.release import Release, Staff, diagnoses_of, name_parts
from nursedesk.record.encounter import Encounter, Setting

_GENDERS = {"F": "female", "FEMALE": "female", "M": "male", "MALE": "male", "O": "other", "OTHER": "other"}
_US_CORE_PATIENT = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"

AUTHORIZATION = "urn:nursedesk:fhir:prior-authorization"
"""Extension of an Encounter: R4 has no place of its own for it outside claims."""


def site(release: Release) -> Json:
    """The suite as an organization."""
    return {
        "resourceType": "Organization",
        "id": id_of(release, "site"),
        "identifier": [{"system": fhir.NPI, "value": fhir.text(release.npi)}] if release.npi else [],
        "active": True,
        "name": fhir.text(release.site) or "Infusion suite",
        "address": [{"text": fhir.text(release.address)}],
    }


def patient(release: Release) -> Json:
    """The patient; named as US Core's only when everything that profile asks for is known."""
    who = release.patient
    family, given = name_parts(who.name)
    gender = _GENDERS.get((who.sex or "").strip().upper())
    mrn = fhir.text(who.mrn)
    identifier = {
        "use": "usual",
        "type": fhir.concept(fhir.coding(f"{fhir.THO}/v2-0203", "MR")),
        "system": fhir.system(release, "mrn"),
        "value": mrn,
    }
    return {
        "resourceType": "Patient",
        "id": id_of(release, "patient"),
        "meta": {"profile": [_US_CORE_PATIENT]} if mrn and family and gender else {},
        "identifier": [identifier] if mrn else [],
        "name": [{"text": fhir.text(who.name), "family": family, "given": [given]}],
        "gender": gender or "unknown",
        "birthDate": fhir.day(who.birth_date),
    }


def involved(release: Release) -> tuple[str, ...]:
    """The sign-in names of everybody the bundle refers to, each once."""
    visit = release.encounter
    names = [name for one in visit.administrations for name in (one.started_by, one.stopped_by, one.waste_witness)]
    names += [visit.signed_by, visit.nurse, *(note.by for note in visit.time_notes)]
    return tuple(dict.fromkeys(name for name in names if name))


def practitioners(release: Release) -> Iterable[Json]:
    """The people of the suite whom the bundle refers to."""
    for name in involved(release):
        one = release.staff(name) or Staff(name, name)
        words = one.name.split()
        yield {
            "resourceType": "Practitioner",
            "id": id_of(release, "person", name),
            "identifier": [{"system": fhir.system(release, "sign-in"), "value": fhir.text(one.id)}],
            "name": [
                {
                    "text": fhir.text(f"{one.name} {one.credential}"),
                    "family": fhir.text(words[-1] if words else one.name, 250),
                    "given": [fhir.text(" ".join(words[:-1]), 250)],
                    "suffix": [fhir.text(one.credential, 250)],
                }
            ],
        }


def person(release: Release, name: str | None) -> Json:
    """A reference to somebody of the suite; empty for nobody."""
    if not name:
        return {}
    one = release.staff(name)
    return refer(release, "person", name) | {"display": fhir.text(one.name if one else name, 250)}


def coverage(release: Release) -> Iterable[Json]:
    """The payer, of whom the record has the name."""
    if fhir.text(release.encounter.payer):
        yield {
            "resourceType": "Coverage",
            "id": id_of(release, "coverage"),
            "status": "active",
            "beneficiary": refer(release, "patient"),
            "payor": [{"display": fhir.text(release.encounter.payer, 250)}],
        }


def conditions(release: Release) -> Iterable[Json]:
    """A diagnosis each."""
    for code in diagnoses_of(release):
        yield {
            "resourceType": "Condition",
            "id": id_of(release, "diagnosis", code),
            "category": [fhir.concept(fhir.coding(f"{fhir.THO}/condition-category", "encounter-diagnosis"))],
            "code": fhir.concept(fhir.coding(fhir.ICD_10_CM, code), words=code),
            "subject": refer(release, "patient"),
            "encounter": refer(release, "encounter"),
        }


def encounter(release: Release) -> Json:
    """The visit."""
    visit = release.encounter
    kind = ("IMP", "inpatient encounter") if visit.setting is Setting.INPATIENT else ("AMB", "ambulatory")
    diagnoses = [
        {"condition": refer(release, "diagnosis", code), "rank": rank}
        for rank, code in enumerate(diagnoses_of(release), 1)
    ]
    return {
        "resourceType": "Encounter",
        "id": id_of(release, "encounter"),
        "extension": _authorization(visit),
        "identifier": [{"system": fhir.system(release, "encounter"), "value": fhir.text(visit.id)}],
        "status": "finished" if visit.closed else "in-progress",
        "class": fhir.coding(f"{fhir.THO}/v3-ActCode", *kind),
        "type": [fhir.concept(words="Infusion visit")],
        "subject": refer(release, "patient"),
        "participant": list(_participants(release, visit)),
        "period": fhir.period(visit.opened, visit.closed, release) if visit.opened or visit.closed else {},
        "diagnosis": diagnoses,
        "location": _chair(visit.chair),
        "serviceProvider": refer(release, "site"),
    }


def _authorization(visit: Encounter) -> list[Json]:
    """The payer's number for the services of this visit.

    R4 knows it in claims alone (Claim.insurance.preAuthRef, ClaimResponse.preAuthRef), and this is none: neither
    Encounter nor Coverage nor ChargeItem has an element for it, and their identifiers would say it is their own.
    """
    if not fhir.text(visit.authorization):
        return []
    number: Json = {
        "type": fhir.concept(words="Prior authorization number"),
        "value": fhir.text(visit.authorization),
    }
    if fhir.text(visit.payer):
        number["assigner"] = {"display": fhir.text(visit.payer, 250)}
    return [{"url": AUTHORIZATION, "valueIdentifier": number}]


def _participants(release: Release, visit: Encounter) -> Iterable[Json]:
    roles = f"{fhir.THO}/v3-ParticipationType"
    if visit.nurse:
        yield {
            "type": [fhir.concept(fhir.coding(roles, "PPRF"), words="nurse")],
            "individual": person(release, visit.nurse),
        }
    for name, code, words in (
        (visit.ordering_provider, "REF", "ordering provider"),
        (visit.supervising_provider, "ATND", "supervising provider"),
    ):
        if fhir.text(name):
            told = {"display": fhir.text(name, 250)}
            yield {"type": [fhir.concept(fhir.coding(roles, code), words=words)], "individual": told}


def _chair(chair: str | None) -> list[Json]:
    return [{"location": {"display": f"Chair {fhir.text(chair, 250)}"}}] if fhir.text(chair) else []
