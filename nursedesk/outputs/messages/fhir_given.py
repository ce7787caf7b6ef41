"""What was given: a Medication for each administration, a MedicationAdministration for each stretch of its time.

The dose of an administration that was paused stands once, in the last of its stretches.
"""

from collections.abc import Iterable

from nursedesk.outputs.formats import amount as amount_words
from nursedesk.outputs.messages import fhir_values as fhir
from nursedesk.outputs.messages.changes import Stretch, stretches
from nursedesk.outputs.messages.fhir_people import person
from nursedesk.outputs.messages.fhir_values import Json, id_of, refer
from nursedesk.outputs.messages.release import Release, ndc11
from nursedesk.record.encounter import Administration, LineState, Route, StopReason

_ROUTES = {
    Route.IV_INFUSION: ("47625008", "Intravenous route"),
    Route.IV_PUSH: ("47625008", "Intravenous route"),
    Route.IM: ("78421000", "Intramuscular route"),
    Route.SC: ("34206005", "Subcutaneous route"),
    Route.SC_INFUSION: ("34206005", "Subcutaneous route"),
    Route.ON_BODY_INJECTOR: ("34206005", "Subcutaneous route"),
    Route.PUMP: ("47625008", "Intravenous route"),
    Route.PORT_FLUSH: ("47625008", "Intravenous route"),
    Route.ORAL: ("26643006", "Oral route"),
}
_METHODS = {
    Route.IV_INFUSION: "infusion",
    Route.IV_PUSH: "push",
    Route.IM: "injection",
    Route.SC: "injection",
    Route.SC_INFUSION: "infusion",
    Route.ON_BODY_INJECTOR: "on-body injector",
    Route.PUMP: "ambulatory pump",
    Route.PORT_FLUSH: "flush",
    Route.ORAL: "by mouth",
}
_NOW = {LineState.RUNNING: "in-progress", LineState.PAUSED: "on-hold"}


def medications(release: Release) -> Iterable[Json]:
    """A product each: codes, how it is written, lot and expiry."""
    for one in release.encounter.administrations:
        codes = (fhir.coding(fhir.NDC, ndc11(one.ndc or "")), fhir.coding(fhir.HCPCS, release.hcpcs(one)))
        yield {
            "resourceType": "Medication",
            "id": id_of(release, "medication", one.id),
            "code": fhir.concept(*codes, words=release.drug(one))
            | {"text": fhir.text(release.drug(one)) or "Drug"},
            "batch": {"lotNumber": fhir.text(one.lot, 250), "expirationDate": fhir.day(one.expiry)},
        }


def administrations(release: Release) -> Iterable[Json]:
    """A stretch each; a push is one instant."""
    for stretch in stretches(release):
        one, segment = stretch.given, stretch.segment
        at_once = segment.start is not None and segment.start == segment.stop
        when = (
            {"effectiveDateTime": fhir.instant(segment.start, release)}
            if at_once
            else {"effectivePeriod": fhir.period(segment.start, segment.stop, release)}
        )
        yield {
            "resourceType": "MedicationAdministration",
            "id": stretch_id(release, stretch),
            "identifier": [
                {
                    "system": fhir.system(release, "administration"),
                    "value": fhir.text(stretch.number(release.encounter.id)),
                }
            ],
            **_status(stretch),
            "medicationReference": refer(release, "medication", one.id),
            "subject": refer(release, "patient"),
            "context": refer(release, "encounter"),
            **when,
            "performer": list(_performers(release, one)),
            "note": [{"text": words} for words in _notes(stretch, release)],
            "dosage": _dosage(release, stretch),
        }


def _number(release: Release, stretch: Stretch) -> str:
    return fhir.text(stretch.number(release.encounter.id))


def stretch_id(release: Release, stretch: Stretch) -> str:
    """The id of a stretch's resource."""
    return id_of(release, "given", stretch.name)


def _status(stretch: Stretch) -> Json:
    one = stretch.given
    if not stretch.last:
        return {"status": "completed"}
    if one.state in _NOW and stretch.segment.stop is None:
        return {"status": _NOW[one.state]}
    if one.stop_reason is StopReason.COMPLETED:
        return {"status": "completed"}
    why = fhir.concept(words=one.stop_reason.value.replace("_", " "))
    return {"status": "stopped", "statusReason": [why]}


def _performers(release: Release, one: Administration) -> Iterable[Json]:
    for name, words in ((one.started_by, "started"), (one.stopped_by, "stopped"), (one.waste_witness, "witness")):
        if name:
            yield {"function": fhir.concept(words=words), "actor": person(release, name)}


def _notes(stretch: Stretch, release: Release) -> Iterable[str]:
    one = stretch.given
    if stretch.parts > 1:
        yield f"Part {stretch.part} of {stretch.parts}" + (
            "" if stretch.last else f"; the dose stands in part {stretch.parts}"
        )
    if stretch.last and one.wasted:
        yield f"Wasted {amount_words(one.wasted)}"
    if stretch.last and fhir.text(one.response):
        yield fhir.text(one.response)


def _dosage(release: Release, stretch: Stretch) -> Json:
    one = stretch.given
    access = next((found for found in release.encounter.accesses if found.id == one.access), None)
    place = (access.device.value.replace("_", " "), access.site or "") if access else ("", "")
    words = [amount_words(one.dose)] if stretch.last and one.dose else []
    words += [f"in {amount_words(one.volume)}"] if one.volume else []
    words += [one.diluent] if one.diluent else []
    rate = one.rate if stretch.segment.start != stretch.segment.stop else None
    return {
        "text": fhir.text(" ".join((*words, _METHODS[one.route]))),
        "site": fhir.concept(words=", ".join(part for part in place if part)),
        "route": fhir.concept(fhir.coding(fhir.SNOMED, *_ROUTES[one.route])),
        "method": fhir.concept(words=_METHODS[one.route]),
        "dose": fhir.quantity(one.dose) if stretch.last else {},
        "rateQuantity": fhir.quantity(rate),
    }
