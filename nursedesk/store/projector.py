"""Events → rows of the projections: pure, and the only place that says what they hold.

A visit's rows are made from its folded encounter, so lists and cards cannot disagree.
"""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nursedesk.record.charted_lines import ChartedLine, How, charted_lines, hand_overs_of
from nursedesk.record.effective import effective
from nursedesk.record.encounter import Encounter, Label, Patient, Purpose, Route, Status, StopReason, StopSource
from nursedesk.record.events import Event, PersonChanged, SettingChanged, Signed
from nursedesk.store.rows import instant_text, storable

Row = dict[str, Any]

VISIT_KINDS = frozenset(
    {
        "ChairFreed",
        "ChairMoved",
        "Closed",
        "Corrected",
        "HandedOver",
        "NurseAssigned",
        "Opened",
        "PatientCorrected",
        "Reopened",
        "Signed",
        "Voided",
    }
)
"""The events after which an open visit's rows may be different; starts and stops are not among them."""


_APART = "|"
"""Between the words of `how`; no word of the record's lists has it."""


@dataclass(frozen=True, slots=True)
class VisitRows:
    """A visit in the projections: no encounter row when its opening does not count."""

    encounter: Row | None
    tickets: tuple[Row, ...]
    lines: tuple[Row, ...] = ()
    """Empty while the visit is open: its presses would each write them, and its log is made from its events."""


def visit_rows(encounter: Encounter, events: Iterable[Event]) -> VisitRows:
    """The rows of a visit from its folded state and the events it was folded from."""
    if encounter.opened is None:
        return VisitRows(None, ())
    patient = encounter.patient or Patient()
    day = date_of_service(encounter.opened, encounter.time_zone)
    row: Row = {
        "id": encounter.id,
        "status": encounter.status.value,
        "chair": encounter.chair,
        "nurse": encounter.nurse,
        "patient_name": patient.name,
        "patient_name_folded": search_form(patient.name),
        "mrn": patient.mrn,
        "opened_utc": instant_text(encounter.opened),
        "closed_utc": None if encounter.closed is None else instant_text(encounter.closed),
        "date_of_service": day,
        "ticket_number": encounter.ticket_number,
        "version": encounter.version,
    }
    known = list(events)
    tickets, lines = _tickets(encounter, known, day), _lines(encounter, known)
    return VisitRows(_storable(row), tuple(map(_storable, tickets)), tuple(map(_storable, lines)))


def _lines(encounter: Encounter, events: Sequence[Event]) -> tuple[Row, ...]:
    """A row for each charted line of a closed visit."""
    if encounter.status is Status.OPEN or encounter.opened is None:
        return ()
    opened = instant_text(encounter.opened)
    lines = charted_lines(encounter, hand_overs_of(events))
    return tuple(
        {"opened_utc": opened, "encounter_id": encounter.id, "place": place} | _line(line)
        for place, line in enumerate(lines)
    )


def _line(line: ChartedLine) -> Row:
    return {
        "line": line.line,
        "drug": line.drug,
        "dose": None if line.dose is None else str(line.dose),
        "unit": line.unit,
        "access": line.access,
        "start_utc": instant_text(line.start),
        "stop_utc": None if line.stop is None else instant_text(line.stop),
        "minutes": line.minutes,
        "how": _how_text(line.how),
        "started_by": line.started_by,
        "stopped_by": line.stopped_by,
        "handed_over_to": line.handed_over_to,
        "handed_over_utc": None if line.handed_over_at is None else instant_text(line.handed_over_at),
    }


def _tickets(encounter: Encounter, events: Iterable[Event], day: str) -> tuple[Row, ...]:
    """A row for each signing; one more for the version that waits for a signature while the visit is closed."""
    if encounter.ticket_number is None:
        return ()
    signed = {found.body.version: found for found in effective(events) if isinstance(found.body, Signed)}
    rows = [
        _ticket(encounter, day, version, "signed" if version == encounter.version else "replaced")
        | {"signed_by": found.actor, "signed_utc": instant_text(found.event.header.recorded)}
        for version, found in sorted(signed.items())
    ]
    if encounter.status is Status.CLOSED:
        rows.append(_ticket(encounter, day, encounter.version + 1, "unsigned"))
    return tuple(rows)


def _ticket(encounter: Encounter, day: str, version: int, status: str) -> Row:
    return {
        "encounter_id": encounter.id,
        "version": version,
        "number": encounter.ticket_number,
        "status": status,
        "date_of_service": day,
        "signed_by": None,
        "signed_utc": None,
    }


def station_row(event: Event) -> tuple[str, Row] | None:
    """The table and row an event of the station changes: people and settings as last said."""
    match event.body:
        case PersonChanged(person, name, credential, roles, active):
            row = {"person": person, "name": name, "credential": credential, "active": active}
            return "person", _storable(row | {"roles": json.dumps(list(roles))})
        case SettingChanged(key, value):
            return "setting", _storable({"key": key, "value": value})
        case _:
            return None


def _how_text(how: How) -> str:
    """One text of what is said in few words, because a log reads a hundred thousand, and few are different."""
    words = (how.purpose, how.route, how.pauses, how.stop_source or "", how.stop_reason or "", int(how.given))
    return _APART.join(map(str, (*words, *how.labels)))


def read_how(text: str) -> How:
    """What `how` of a line's row says."""
    purpose, route, pauses, source, reason, given, *labels = text.split(_APART)
    return How(
        Purpose(purpose),
        Route(route),
        int(pauses),
        tuple(map(Label, labels)),
        StopSource(source) if source else None,
        StopReason(reason) if reason else None,
        given == "1",
    )


def _storable(row: Row) -> Row:
    return {name: storable(value) for name, value in row.items()}


def changed_visits(events: Iterable[Event]) -> tuple[str, ...]:
    """The visits whose rows may be different after these events whether they are open or not, each once."""
    return touched_visits(event for event in events if event.kind in VISIT_KINDS)


def touched_visits(events: Iterable[Event]) -> tuple[str, ...]:
    """The visits that these events are of, each once."""
    ids = (event.header.encounter_id for event in events)
    return tuple(dict.fromkeys(storable(one) for one in ids if one is not None))


def date_of_service(opened: datetime, zone: str) -> str:
    """The ISO date a visit was opened on, as its site's zone shows it."""
    try:
        return opened.astimezone(ZoneInfo(zone)).date().isoformat()
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # A zone this computer does not know must not keep an event out of the record.
        return opened.date().isoformat()


def search_form(name: str) -> str:
    """A name as it is searched: no case, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(mark for mark in plain if not unicodedata.combining(mark)).split())
