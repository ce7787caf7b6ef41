"""A ticket or a visit as the file somebody asks for: every format but PDF, which wants a painter."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from nursedesk.desk.papers import Printing, ticket_sheet
from nursedesk.desk.posting.facts import Kind
from nursedesk.desk.posting.queue import parcels, versions_had
from nursedesk.desk.posting.releases import Making, chain_of, release_of, signed_versions
from nursedesk.outputs.messages.fhir import fhir_text
from nursedesk.outputs.messages.ticket_csv import ticket_csv
from nursedesk.outputs.messages.ticket_html import ticket_html
from nursedesk.record.contract import write_encounter
from nursedesk.record.events import Event
from nursedesk.record.fold import fold

TICKET_FORMATS = ("html", "csv", "json", "fhir", "hl7")
ENCOUNTER_FORMATS = ("json", "fhir")
SUFFIXES = {"html": "html", "csv": "csv", "json": "json", "fhir": "fhir.json", "hl7": "hl7", "pdf": "pdf"}


class NothingToSend(Exception):
    """There is no such file of this ticket; the message is for the person."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which version is meant (None: the last), and for messages the version the receiver has already.

    `base` None is the last one that was posted; 0 is none, so that the whole ticket is sent.
    """

    version: int | None = None
    base: int | None = None


def ticket_file(events: Sequence[Event], fmt: str, making: Making, printing: Printing, asked: Asked) -> bytes:
    """The ticket in one of `TICKET_FORMATS`. Raises `NothingToSend` with a sentence."""
    if fmt == "html":
        page = ticket_sheet(events, making.suite, making.rulebook, printing, asked.version)
        return _bytes(ticket_html(page, printing.language.value))
    release = release_of(events, making, asked.version)
    if fmt == "csv":
        return ticket_csv(release)
    if fmt == "json":
        return _bytes(json.dumps(release.ticket, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    if fmt == "fhir":
        before = [one for one in signed_versions(events) if one < release.version]
        return _bytes(fhir_text((*chain_of(events, making, before), release)))
    return _hl7(events, making, asked)


def _hl7(events: Sequence[Event], making: Making, asked: Asked) -> bytes:
    """Charges and administrations, one message after the other."""
    release = release_of(events, making, asked.version)
    if not release.version:
        raise NothingToSend("The ticket is not signed: charges are sent only after the signature. Sign it first.")
    found = b""
    for kind in (Kind.CHARGES, Kind.ADMINISTRATIONS):
        if asked.base is None:
            had = versions_had(events, making, kind, release.version)
        else:
            had = tuple(one for one in signed_versions(events) if one <= asked.base and one < release.version)
        made = parcels(chain_of(events, making, (*had, release.version)), kind)
        found += b"".join(one.data for one in made)
    if not found:
        raise NothingToSend(
            f"Version {release.version} changes nothing of what was sent: there is no message. "
            "With --base 0 the whole ticket is written."
        )
    return found


def encounter_file(events: Sequence[Event], fmt: str, making: Making) -> bytes:
    """The visit as the record holds it, in one of `ENCOUNTER_FORMATS`."""
    encounter = fold(events)
    if fmt == "json":
        return _bytes(json.dumps(write_encounter(encounter), ensure_ascii=False, indent=1) + "\n")
    release = release_of([event for event in events if event.kind != "Signed"], making)
    return _bytes(fhir_text((release,), with_charges=False))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
