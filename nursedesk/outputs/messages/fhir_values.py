"""FHIR R4 data types as plain values: references, codings, quantities, instants; and a resource without blanks."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from nursedesk.outputs.formats import unit as unit_words
from nursedesk.outputs.messages.release import Release, derived_id, shown, zoned
from nursedesk.record.encounter import Amount

Json = dict[str, Any]

CPT = "http://www.ama-assn.org/go/cpt"
HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"
ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm"
ICD_10_PCS = "http://www.cms.gov/Medicare/Coding/ICD10"
NDC = "http://hl7.org/fhir/sid/ndc"
NPI = "http://hl7.org/fhir/sid/us-npi"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
THO = "http://terminology.hl7.org/CodeSystem"
SYSTEMS = {"CPT": CPT, "HCPCS": HCPCS, "ICD-10-PCS": ICD_10_PCS}
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_LONG = 4000
_CODE = re.compile(r"\S+( \S+)*")


def id_of(release: Release, *parts: object) -> str:
    """The id of a resource: the same whenever the same thing is written again.

    The site, its people and a patient with an MRN are the same in every visit; all else is this visit's own.
    """
    match parts:
        case ("site",) | ("person", _):
            return derived_id("fhir", release.site, *parts)
        case ("patient",) if release.patient.mrn:
            return derived_id("fhir", release.site, "patient", release.patient.mrn)
        case _:
            return derived_id("fhir", release.site, release.encounter.id, *parts)


def refer(release: Release, *parts: object) -> Json:
    """A reference to a resource of the same bundle."""
    return {"reference": f"urn:uuid:{id_of(release, *parts)}"}


def system(release: Release, what: str) -> str:
    """The system of a site's own numbers: its assigning authority where that is a URI, else one of its own."""
    authority = release.interface.authority
    if what == "mrn" and authority.startswith(("urn:", "http:", "https:")):
        return authority
    return f"urn:uuid:{derived_id('system', release.site, what)}"


def text(value: str | None, most: int = _LONG) -> str:
    """Other people's text as a string of FHIR."""
    return shown(value, most).strip()


def instant(at: datetime | None, release: Release) -> str | None:
    """ISO 8601 with the zone's offset."""
    return zoned(at, release.zone).isoformat(timespec="seconds") if at else None


def period(start: datetime | None, stop: datetime | None, release: Release) -> Json:
    """A period; one of which nothing is known says so."""
    found = {"start": instant(start, release), "end": instant(stop, release)}
    return found if start or stop else {"extension": [{"url": ABSENT, "valueCode": "unknown"}]}


def day(value: date | None) -> str | None:
    """`2026-11-24`."""
    return f"{value.year:04}-{value.month:02}-{value.day:02}" if value else None


def coding(system_of: str, code: str, display: str = "") -> Json:
    """A coding; empty when the text can be no code."""
    found = " ".join(text(code).split())
    return {"system": system_of, "code": found, "display": display} if _CODE.fullmatch(found) else {}


def concept(*codings: Json, words: str | None = "") -> Json:
    """A concept with its codings and words."""
    return {"coding": [one for one in codings if one], "text": text(words)}


def quantity(amount: Amount | None) -> Json:
    """A quantity in UCUM; empty for what is no number, or not exactly one as JSON has them."""
    if amount is None or not amount.amount.is_finite():
        return {}
    value = number(amount.amount)
    code = coding(UCUM, amount.unit)
    return {} if value is None or not code else {"value": value, "unit": unit_words(amount.unit), **code}


def number(value: Decimal) -> int | float | None:
    """A decimal as JSON has it; None when that would be another number."""
    if value == value.to_integral_value() and abs(value) < 10**15:
        return int(value)
    near = float(value)
    return near if Decimal(repr(near)) == value else None


def without_blanks(value: Any) -> Any:
    """A resource without empty texts, lists and objects, which FHIR does not allow; None when nothing is left."""
    if isinstance(value, Mapping):
        kept = {name: found for name, part in value.items() if (found := without_blanks(part)) is not None}
        return kept or None
    if isinstance(value, list | tuple):
        return [found for part in value if (found := without_blanks(part)) is not None] or None
    return None if value == "" else value
