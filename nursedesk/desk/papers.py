"""The charge ticket of a visit as a sheet of paper: a draft, as signed, or amended with what it replaces."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from nursedesk.catalog import resources
from nursedesk.catalog.drug_names import display_names
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.suite import Suite
from nursedesk.outputs.formats import moment, person
from nursedesk.outputs.languages import Language, Say, english
from nursedesk.outputs.paper.charges import Earlier
from nursedesk.outputs.paper.model import Sheet, SheetStatus, SiteHeader
from nursedesk.outputs.paper.revenue import revenue_rows
from nursedesk.outputs.paper.sheet import sheet
from nursedesk.outputs.ticket_json import ticket_json
from nursedesk.outputs.words_paper import say_in
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import Event, Opened, Reopened, Signed, Source
from nursedesk.record.fold import fold
from nursedesk.watch.notices import look


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints, when, where, which copy it is (0 for the original), and the language of the form's words."""

    by: str
    at: datetime
    printer: str = "PDF"
    copy: int = 0
    language: Language = Language.ENGLISH


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


def replaced_by(
    events: Iterable[Event], version: int, people: Mapping[str, str], zone: ZoneInfo, say: Say = english
) -> Earlier | None:
    """The version before `version`, by whom it was signed and why the visit was taken up again; None before 2."""
    earlier, reason = None, ""
    for event in sorted(events, key=lambda one: (one.header.recorded, one.header.event_id)):
        body = event.body
        if isinstance(body, Signed) and body.version == version - 1:
            who = f"{person(people, event.header.actor)}, {moment(event.header.recorded, zone, say)}"
            earlier, reason = Earlier(body.version, json.loads(body.ticket).get("lines", ()), who), ""
        elif isinstance(body, Reopened) and earlier is not None and not reason:
            reason = event.header.reason or ""
        elif isinstance(body, Signed) and body.version == version:
            break
    return None if earlier is None else replace(earlier, reason=reason)


def ticket_of(encounter: Encounter, signed: Mapping[str, Any] | None, rulebook: Rulebook) -> Mapping[str, Any]:
    """The signed ticket, or a draft of it."""
    return signed if signed is not None else ticket_json(code(encounter, rulebook), rulebook)


def ticket_sheet(
    events: Iterable[Event],
    suite: Suite,
    rulebook: Rulebook,
    printing: Printing,
    version: int | None = None,
    draft: bool = False,
) -> Sheet:
    """The sheet of a visit's ticket; DRAFT when nobody has signed it.

    With `draft` it is what would be signed now, even where an earlier version is signed.
    """
    known = tuple(events)
    encounter, signed = (fold(known), None) if draft else as_signed(known, version)
    facts, zone, people = suite.facts, ZoneInfo(encounter.time_zone), suite.signatures()
    which = encounter.version if signed is not None else encounter.version + 1
    return sheet(
        encounter,
        ticket_of(encounter, signed, rulebook),
        SiteHeader(encounter.site or facts.site, facts.address, facts.npi),
        people,
        status=_status(encounter, signed),
        copy=printing.copy,
        printed_by=printing.by,
        printed_at=printing.at,
        zone=zone,
        printer=printing.printer,
        revenue=revenue_rows(resources.path("templates", "revenue.csv").read_text(encoding="utf-8")),
        look=look(encounter, encounter.closed or printing.at, rulebook),
        drugs=display_names(rulebook, (one.drug for one in encounter.administrations)),
        meaning=encounter.signed_meaning,
        earlier=replaced_by(known, which, people, zone, say_in(printing.language)),
        language=printing.language,
        imported=any(isinstance(one.body, Opened) and one.header.source is Source.IMPORTED for one in known),
    )


def _status(encounter: Encounter, signed: Mapping[str, Any] | None) -> SheetStatus:
    if signed is None:
        return SheetStatus.DRAFT
    return SheetStatus.AMENDED if encounter.version > 1 else SheetStatus.SIGNED
