"""The record as an auditor reads it: a day's events newest first, with the visit and the event each is about."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk.desk.roles import Deed, may
from nursedesk.desk.suite import Person
from nursedesk.record import events as ev
from nursedesk.record.encounter import Label
from nursedesk.record.labels import label_of
from nursedesk.store.reader import Reader

AT_A_TIME = 500
"""Events of one read: the record is not held from the writer for longer."""


class Group(StrEnum):
    """What kind of thing was done."""

    CHARTING = "charting"
    CORRECTIONS = "corrections"
    SIGNING = "signing"
    PEOPLE = "people"
    VIEWS = "views"


_GROUPS: dict[type, Group] = {
    ev.Corrected: Group.CORRECTIONS,
    ev.Voided: Group.CORRECTIONS,
    ev.TimesConfirmed: Group.CORRECTIONS,
    ev.PatientCorrected: Group.CORRECTIONS,
    ev.Closed: Group.SIGNING,
    ev.Reopened: Group.SIGNING,
    ev.Signed: Group.SIGNING,
    ev.Printed: Group.SIGNING,
    ev.PrintConfirmed: Group.SIGNING,
    ev.Exported: Group.SIGNING,
    ev.Posted: Group.SIGNING,
    ev.QueueCleared: Group.SIGNING,
    ev.SignedIn: Group.PEOPLE,
    ev.SignedOut: Group.PEOPLE,
    ev.Locked: Group.PEOPLE,
    ev.SettingChanged: Group.PEOPLE,
    ev.PersonChanged: Group.PEOPLE,
    ev.ClockStepped: Group.PEOPLE,
    ev.ClockDoubted: Group.PEOPLE,
    ev.BackedUp: Group.PEOPLE,
    ev.Restored: Group.PEOPLE,
    ev.ShiftSignedOff: Group.SIGNING,
    ev.Recovered: Group.PEOPLE,
    ev.Claimed: Group.PEOPLE,
    ev.CredentialSet: Group.PEOPLE,
    ev.Discarded: Group.PEOPLE,
    ev.GlassBroken: Group.PEOPLE,
    ev.LockedOut: Group.PEOPLE,
    ev.Tapped: Group.PEOPLE,
    ev.Viewed: Group.VIEWS,
    ev.NoticeShown: Group.VIEWS,
}


@dataclass(frozen=True, slots=True)
class About:
    """The visit an event is of, as its own events name it."""

    encounter: ev.EncounterId
    patient: str = ""
    mrn: str = ""
    ticket: str = ""
    lines: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(line, its drugs) as they were hung."""
    administrations: tuple[tuple[str, str], ...] = ()
    """(administration, drug)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event; `replaced` is the earlier one that it corrects or voids."""

    event: ev.Event
    about: About | None = None
    replaced: ev.Event | None = None

    @property
    def group(self) -> Group:
        return group_of(self.event.body)

    @property
    def label(self) -> Label | None:
        """How the time is labelled; None when it was pressed as it happened."""
        body = self.event.body
        return body.label if isinstance(body, ev.Corrected) else label_of(self.event)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; empty or None: everything. `text`: each of its words in patient, MRN, visit or ticket."""

    person: str = ""
    group: Group | None = None
    text: str = ""


def may_see(person: Person) -> bool:
    """Whether this person's roles let her read what others did."""
    return may(person, Deed.AUDIT)


def group_of(body: ev.Body) -> Group:
    """The group of a kind of event; what is not named is charting."""
    return _GROUPS.get(type(body), Group.CHARTING)


def bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """[begin, end) of the site's calendar day in UTC; 23 or 25 hours apart where the clocks change."""
    begin, end = (
        datetime.combine(one, time(), tzinfo=zone).astimezone(UTC) for one in (day, day + timedelta(days=1))
    )
    return begin, end


def entries_of(
    reader: Reader, day: date, zone: ZoneInfo, read: Callable[[int], None] = lambda count: None
) -> tuple[Entry, ...]:
    """Everything that was recorded on a day, newest first, page by page: run it beside the window.

    `read` is told how many events there are so far; it may raise to end the reading.
    """
    found: list[ev.Event] = []
    begin, end = bounds(day, zone)
    after = 0
    while page := reader.events_between(begin, end, after=after, limit=AT_A_TIME):
        found += [event for _, event in page]
        after = page[-1][0]
        read(len(found))
        if len(page) < AT_A_TIME:
            break
    return _about_their_visits(reader, found, read)


def _about_their_visits(
    reader: Reader, found: Sequence[ev.Event], read: Callable[[int], None]
) -> tuple[Entry, ...]:
    """The entries newest first, each with the visit as it stands now and the event it replaces."""
    abouts: dict[ev.EncounterId | None, About | None] = {None: None}
    by_id = {event.header.event_id: event for event in found}
    for visit in dict.fromkeys(event.header.encounter_id for event in found):
        if visit is not None:
            whole = reader.events_of(visit)
            abouts[visit] = about_of(whole)
            by_id.update((event.header.event_id, event) for event in whole)
            read(len(found))
    ordered = sorted(reversed(found), key=lambda event: event.header.recorded, reverse=True)
    return tuple(
        Entry(event, abouts[event.header.encounter_id], _replaced(event.body, by_id)) for event in ordered
    )


def entries(events: Sequence[ev.Event]) -> tuple[Entry, ...]:
    """The events of one visit, or those of none, each with what it is about; latest saved first."""
    by_id = {event.header.event_id: event for event in events}
    about = about_of(events)
    return tuple(
        Entry(event, about if event.header.encounter_id is not None else None, _replaced(event.body, by_id))
        for event in reversed(events)
    )


def _replaced(body: ev.Body, by_id: dict[ev.EventId, ev.Event]) -> ev.Event | None:
    return by_id.get(body.target) if isinstance(body, ev.Corrected | ev.Voided) else None


def about_of(events: Iterable[ev.Event]) -> About | None:
    """The visit as its events name it: the latest patient and ticket, every line that was ever hung."""
    encounter, patient, mrn, ticket = None, "", "", ""
    lines: dict[str, tuple[str, ...]] = {}
    drugs: dict[str, str] = {}
    for event in events:
        encounter = event.header.encounter_id or encounter
        body = event.body.body if isinstance(event.body, ev.Corrected) else event.body
        match body:
            case ev.Opened() | ev.PatientCorrected():
                patient, mrn = body.patient.name, body.patient.mrn or ""
            case ev.Closed():
                ticket = body.ticket_number
            case ev.Prepared():
                lines[body.line] = tuple(one.drug for one in body.drugs)
                drugs.update((one.administration, one.drug) for one in body.drugs)
    if encounter is None:
        return None
    return About(encounter, patient, mrn, ticket, tuple(lines.items()), tuple(drugs.items()))


def chosen(found: Iterable[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """Those that are asked for, in their order."""
    words = wanted.text.casefold().split()
    return tuple(
        one
        for one in found
        if wanted.person in ("", one.event.header.actor)
        and wanted.group in (None, one.group)
        and all(word in _searched(one) for word in words)
    )


def _searched(one: Entry) -> str:
    if one.about is None:
        return ""
    return " ".join((one.about.patient, one.about.mrn, one.about.encounter, one.about.ticket)).casefold()
