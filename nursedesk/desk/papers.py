"""The charge ticket of a visit as a sheet of paper: a draft, or as it was signed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.catalog import resources
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.suite import Suite
from nursedesk.outputs.paper.model import Sheet, SheetStatus, SiteHeader
from nursedesk.outputs.paper.revenue import revenue_rows
from nursedesk.outputs.paper.sheet import sheet
from nursedesk.outputs.ticket_json import ticket_json
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import Event, Signed
from nursedesk.record.fold import fold
from nursedesk.watch.notices import look


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints, when, where, and which copy it is (0 for the original)."""

    by: str
    at: datetime
    printer: str = "PDF"
    copy: int = 0


def as_signed(events: Iterable[Event], version: int | None = None) -> tuple[Encounter, dict[str, Any] | None]:
    """The visit and its ticket as signed (the last version, or the one asked for); ticket None when unsigned.

    What was recorded after that signature is left out, so that a reprint is what was signed.
    """
    known = tuple(events)
    last = None
    for event in known:
        if isinstance(event.body, Signed) and version in (None, event.body.version):
            last = (event.header.recorded, event.body.ticket)
    if last is None:
        return fold(known), None
    recorded, ticket = last
    return fold(event for event in known if event.header.recorded <= recorded), json.loads(ticket)


def ticket_of(encounter: Encounter, signed: Mapping[str, Any] | None, rulebook: Rulebook) -> Mapping[str, Any]:
    """The signed ticket, or a draft of it."""
    return signed if signed is not None else ticket_json(code(encounter, rulebook), rulebook)


def ticket_sheet(
    events: Iterable[Event],
    suite: Suite,
    rulebook: Rulebook,
    printing: Printing,
    version: int | None = None,
) -> Sheet:
    """The sheet of a visit's ticket; DRAFT when nobody has signed it."""
    encounter, signed = as_signed(events, version)
    facts = suite.facts
    return sheet(
        encounter,
        ticket_of(encounter, signed, rulebook),
        SiteHeader(encounter.site or facts.site, facts.address, facts.npi),
        suite.signatures(),
        status=_status(encounter, signed),
        copy=printing.copy,
        printed_by=printing.by,
        printed_at=printing.at,
        zone=ZoneInfo(encounter.time_zone),
        printer=printing.printer,
        revenue=revenue_rows(resources.path("templates", "revenue.csv").read_text(encoding="utf-8")),
        look=look(encounter, encounter.closed or printing.at, rulebook),
        drugs=display_names(rulebook, (one.drug for one in encounter.administrations)),
        meaning=encounter.signed_meaning,
    )


def display_names(rulebook: Rulebook, drugs: Iterable[str]) -> dict[str, str]:
    """How each drug is written: tall-man where the drug table has it, else as it was charted."""
    return {drug: found.display if (found := rulebook.drugs.get(drug.strip().lower())) else drug for drug in drugs}


def _status(encounter: Encounter, signed: Mapping[str, Any] | None) -> SheetStatus:
    if signed is None:
        return SheetStatus.DRAFT
    return SheetStatus.AMENDED if encounter.version > 1 else SheetStatus.SIGNED
