"""What the audit page shows: the record's state, and an entry as the words of its row."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.desk.audit import Entry, Group
from nursedesk.outputs.audit_csv import AuditRow
from nursedesk.outputs.formats import iso
from nursedesk.record import events as ev
from nursedesk.record.header import Source
from nursedesk.ui import words
from nursedesk.ui.audit.sentences import Names, sentence

translate = QCoreApplication.translate

USUAL = ("password", "pin", "badge")
BY_WHAT = (
    ev.SignedIn, ev.Signed, ev.ShiftSignedOff, ev.Claimed, ev.GlassBroken, ev.Corrected, ev.Voided
)  # fmt: skip
"""Events that are about who it was."""


@dataclass(frozen=True, slots=True)
class LastCheckpoint:
    """Up to which event a station's chain was signed, and when."""

    seq: int
    made: datetime


@dataclass(frozen=True, slots=True)
class RecordState:
    """How far the record has come: events of every station, this station's chain."""

    events: int
    head: str
    """Sixteen hex digits."""
    checkpoint: LastCheckpoint | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry in words; `facts` are what is quiet: visit, reason, and what is not as usual of time or person."""

    id: str
    time: str
    sentence: str
    facts: tuple[str, ...]
    label: str = ""


def group_word(group: Group) -> str:
    """A group as the filter names it."""
    return {
        Group.CHARTING: translate("Audit", "Charting"),
        Group.CORRECTIONS: translate("Audit", "Corrections"),
        Group.SIGNING: translate("Audit", "Signing and printing"),
        Group.PEOPLE: translate("Audit", "People and settings"),
        Group.VIEWS: translate("Audit", "Views"),
    }[group]


def row_of(entry: Entry, names: Names, zone: ZoneInfo) -> EntryRow:
    """An entry in the reader's words and the site's time."""
    header = entry.event.header
    reason = translate("Audit", "reason: “{reason}”").format(reason=header.reason) if header.reason else ""
    facts = (_visit(entry), _times(entry, zone), reason, _source_word(header.source), _known_by(entry))
    return EntryRow(
        str(header.event_id),
        _seconds(header.recorded, zone),
        sentence(entry, names),
        tuple(fact for fact in facts if fact),
        str(entry.label.value) if entry.label else "",
    )


def saved_row(entry: Entry, names: Names, zone: ZoneInfo) -> AuditRow:
    """An entry as a row of the file."""
    header, about = entry.event.header, entry.about
    body = entry.event.body
    moved = body.occurred if isinstance(body, ev.Corrected) else None
    return AuditRow(
        recorded=iso(header.recorded, zone),
        occurred=iso(moved or header.occurred, zone),
        who=names.person(header.actor),
        sentence=sentence(entry, names),
        kind=entry.event.kind,
        label=str(entry.label.value) if entry.label else "",
        reason=header.reason or "",
        patient=about.patient if about else "",
        mrn=about.mrn if about else "",
        visit=str(header.encounter_id or ""),
        ticket=about.ticket if about else "",
        known_by=header.auth,
        time_known=header.source.value,
        station=str(header.station_id),
        event=str(header.event_id),
        program=header.app_version,
    )


def _visit(entry: Entry) -> str:
    about = entry.about
    if about is None:
        return ""
    mrn = translate("Audit", "MRN {mrn}").format(mrn=about.mrn) if about.mrn else ""
    return ", ".join(part for part in (about.patient or about.encounter, mrn, about.ticket) if part)


def _times(entry: Entry, zone: ZoneInfo) -> str:
    """Nothing where it was recorded as it happened, else both times: `(was 13:52:00)` where it was corrected."""
    header, body = entry.event.header, entry.event.body
    moved = body.occurred if isinstance(body, ev.Corrected) else None
    if moved is None and _seconds(header.occurred, zone) == _when(header.recorded, header.occurred, zone):
        return ""
    said = translate("Audit", "recorded {recorded}, happened {occurred}").format(
        recorded=_seconds(header.recorded, zone), occurred=_when(moved or header.occurred, header.recorded, zone)
    )
    if moved is None or entry.replaced is None:
        return said
    was = _when(entry.replaced.header.occurred, header.recorded, zone)
    return translate("Audit", "{said} (was {was})").format(said=said, was=was)


def _when(instant: datetime, beside: datetime, zone: ZoneInfo) -> str:
    same = instant.astimezone(zone).date() == beside.astimezone(zone).date()
    return _seconds(instant, zone) if same else f"{words.local_day(instant, zone)} {_seconds(instant, zone)}"


def _seconds(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%H:%M:%S")


def _source_word(source: Source) -> str:
    return {
        Source.PRESSED: "",
        Source.TYPED: translate("Audit", "time typed"),
        Source.CALCULATED: translate("Audit", "time calculated"),
        Source.IMPORTED: translate("Audit", "imported"),
    }[source]


def _known_by(entry: Entry) -> str:
    """How a person was known, where that is the point: who came, signed or corrected. The file has it of all."""
    auth = entry.event.header.auth
    matters = isinstance(entry.event.body, BY_WHAT) or auth not in USUAL
    return _auth_word(auth) if matters else ""


def _auth_word(auth: str) -> str:
    known = {
        "password": translate("Audit", "known by password"),
        "pin": translate("Audit", "known by PIN"),
        "badge": translate("Audit", "known by badge"),
        "none": translate("Audit", "nobody signed in"),
    }
    return known.get(auth, auth)


def state_words(state: RecordState, zone: ZoneInfo) -> str:
    """`1,234 events · chain head 0123456789abcdef · last checkpoint 24-Nov-2026 13:00 at event 1,200`."""
    events = translate("Audit", "{count} events").format(count=f"{state.events:,}")
    head = translate("Audit", "chain head {head}").format(head=state.head)
    return f"{events} · {head} · {_checkpoint_words(state.checkpoint, zone)}"


def _checkpoint_words(one: LastCheckpoint | None, zone: ZoneInfo) -> str:
    if one is None:
        return translate("Audit", "no checkpoint yet: one is signed when NurseDesk is closed")
    day = f"{words.local_day(one.made, zone)} {words.clock_time(one.made, zone)}"
    said = translate("Audit", "last checkpoint {day} at event {seq}")
    return said.format(day=day, seq=f"{one.seq:,}")


def verified_words(events: int, problems: tuple[str, ...]) -> str:
    """What came of a verification, in one sentence."""
    if not problems:
        said = translate(
            "Audit",
            "The record is what was written: {count} events since the last checkpoints fit; for every event run "
            "nursedesk verify.",
        )
        return said.format(count=f"{events:,}")
    said = translate(
        "Audit",
        "{count} things are not as they were written, the first: {first} Nothing was changed by looking: tell the "
        "administrator and run nursedesk verify.",
    )
    return said.format(count=f"{len(problems):,}", first=problems[0])
