"""Releases of made-up visits for the tests of messages: a usual one, its amendments, a long stay, bad names."""

from dataclasses import replace
from typing import Any

from nursedesk.outputs.messages.release import Interface, MappedCode, Release, Staff
from nursedesk.record.encounter import Encounter, Patient

from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, LINES, NOTES, TICKET, at, long_stay

PEOPLE = {
    "jdoe": Staff("jdoe", "Jordan Doe", "RN"),
    "mruiz": Staff("mruiz", "Maria Ruiz", "RN"),
}
INTERFACE = Interface(receiving_application="BILLING", receiving_facility="HOSPITAL", department="3350")
MAPPED = {
    ("96365", ""): MappedCode("33500101", "3351", "412.50", "INFUSION 1ST HR"),
    ("J1745", ""): MappedCode("63600745", "", ""),
}
SIGNED = replace(ENCOUNTER, patient=replace(ENCOUNTER.patient or Patient(), sex="F"))


def release(
    encounter: Encounter = SIGNED, ticket: dict[str, Any] = TICKET, version: int = 1, **more: Any
) -> Release:
    """A version of the usual visit's ticket."""
    known: dict[str, Any] = {
        "site": "Elm Street Infusion Center",
        "address": "214 Elm Street, Fairview PA 16415",
        "npi": "1000000004",
        "people": PEOPLE,
        "interface": INTERFACE,
    }
    shown = replace(encounter, version=version)
    return Release(shown, ticket, encounter.ticket_number or "", version, **(known | more))


def amended(**changes: int) -> Release:
    """Version 2: `J1745=38` gives that code other units, `J3475=0` takes its line out."""
    lines = [
        line | {"units": changes.get(line["code"], line["units"])}
        for line in LINES
        if changes.get(line["code"], 1)
    ]
    visit = replace(SIGNED, signed_at=at("15:40"))
    return release(visit, TICKET | {"lines": lines}, 2)


def with_late_charge() -> Release:
    """Version 2: everything as it was, and one line more."""
    late = LINES[-1] | {"code": "J1100", "label": "dexamethasone, per 1 mg", "units": 4}
    return release(replace(SIGNED, signed_at=at("15:40")), TICKET | {"lines": [*LINES, late]}, 2)


def of_another_patient() -> Release:
    """Version 2: the charges stood under the wrong patient."""
    visit = replace(SIGNED, patient=Patient("ROE, Jane", "40 21 877"), signed_at=at("15:40"))
    return release(visit, TICKET, 2)


def named(name: str) -> Release:
    """The usual visit with this name wherever a name or a text can stand."""
    drug = replace(INFLIXIMAB, drug=name, lot=name, response=name, diluent=name)
    notes = (replace(NOTES[0], reason=name), NOTES[1])
    visit = replace(
        SIGNED,
        patient=Patient(name, name, None, "F"),
        chair=name,
        payer=name,
        authorization=name,
        ordering_provider=name,
        supervising_provider=name,
        administrations=(drug, *SIGNED.administrations[1:]),
        time_notes=notes,
        signed_meaning=name,
    )
    people = {"jdoe": Staff("jdoe", name, name), "mruiz": Staff("mruiz", name)}
    lines = [line | {"label": name} for line in LINES]
    return release(visit, TICKET | {"lines": lines}, people=people, site=name, address=name)


def long_release() -> Release:
    """Sixty lines over several days."""
    visit, ticket = long_stay()
    return release(visit, ticket)


BAD_NAMES = (
    "=cmd|'/c calc'!A1",
    "@SUM(1)",
    "-2+3",
    "\t=1",
    "\r=1",
    "＝1+1",
    '","',
    "a\r\nb",
    "O'Brien-Ñuñez",
    "O'Brien-N\u0303un\u0303ez",
    "in\u202exilf\u202cmab",
    "\u200d\u200d",
    "nul\x00",
    "x" * 1_000_000,
    "👩🏽\u200d⚕ \ud83d",
    "<b>bold</b><img src=file:///etc/passwd>",
    "'; DROP TABLE event;--",
    "two\nlines",
    "a|b^c~d\\e&f",
    "\\F\\ .br\\",
    "",
)
"""From the list of bad inputs: each goes everywhere a name can go."""
