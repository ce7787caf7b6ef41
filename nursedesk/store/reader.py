"""Reading the record on a connection that cannot write; callable from any thread."""

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, Row, bindparam, or_, select, text

from nursedesk.record.chain import GENESIS
from nursedesk.record.charted_lines import ChartedVisit
from nursedesk.record.codec import decode_event
from nursedesk.record.encounter import Status
from nursedesk.record.events import EncounterId, Event, EventId, PersonChanged, PersonId
from nursedesk.store.errors import store_error
from nursedesk.store.listed import Head, ListedTicket, ListedVisit
from nursedesk.store.projector import search_form
from nursedesk.store.rows import instant_text, read_instant, storable
from nursedesk.store.shift_lines import charted_between
from nursedesk.store.tables import ENCOUNTER, EVENT, PERSON, SETTING, TICKET, VERIFIER

# CROSS JOIN, because without statistics the planner would read every event to find those of forty visits.
OPEN_VISITS_SQL = (
    "SELECT encounter.id, event.payload FROM encounter CROSS JOIN event ON event.encounter_id = encounter.id "
    "WHERE encounter.status = :status ORDER BY encounter.id, event.id"
)
_BY_STATUS = text(OPEN_VISITS_SQL)
_OF_VISIT = select(EVENT.c.payload).where(EVENT.c.encounter_id == bindparam("visit")).order_by(EVENT.c.id)
_BY_KIND = (
    select(EVENT.c.payload)
    .where(EVENT.c.kind.in_(bindparam("kinds", expanding=True)), EVENT.c.encounter_id.is_(None))
    .order_by(EVENT.c.id)
)
_BY_ID = select(EVENT.c.event_id, EVENT.c.payload).where(EVENT.c.event_id.in_(bindparam("ids", expanding=True)))
_BETWEEN = (
    select(ENCOUNTER.c.id)
    .where(ENCOUNTER.c.opened_utc < bindparam("end"))
    .where(or_(ENCOUNTER.c.closed_utc.is_(None), ENCOUNTER.c.closed_utc >= bindparam("start")))
    .order_by(ENCOUNTER.c.opened_utc, ENCOUNTER.c.id)
)
_HEAD = (
    select(EVENT.c.station_seq, EVENT.c.hash)
    .where(EVENT.c.station_id == bindparam("station"))
    .order_by(EVENT.c.station_seq.desc())
    .limit(1)
)
# No index has the time of recording: some 0.2 s for 100,000 events, and for the audit alone.
_RECORDED = (
    select(EVENT.c.id, EVENT.c.payload)
    .where(EVENT.c.id > bindparam("after"))
    .where(EVENT.c.recorded_utc >= bindparam("start"), EVENT.c.recorded_utc < bindparam("end"))
    .order_by(EVENT.c.id)
    .limit(bindparam("limit"))
)
T = TypeVar("T")
_Row = Row[*tuple[Any, ...]]
_IDS_AT_A_TIME = 500


class Reader:
    """The reads of the record. One connection behind a lock: each read is short."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._connection: Connection | None = engine.connect()

    def close(self) -> None:
        """Give up the connection."""
        with self._lock:
            self._drop()

    # --- events ------------------------------------------------------------------------------------

    def events_of(self, encounter_id: EncounterId) -> tuple[Event, ...]:
        """Every event of a visit in the order they were saved; empty when there is no such visit."""
        return _decoded(self._rows(_OF_VISIT, {"visit": storable(encounter_id)}))

    def open_encounters(self) -> dict[EncounterId, tuple[Event, ...]]:
        """The events of every open visit."""
        return self.encounters_with(Status.OPEN)

    def encounters_with(self, status: Status) -> dict[EncounterId, tuple[Event, ...]]:
        """The events of every visit in a state: open, closed (waits for a signature) or signed."""
        found: dict[EncounterId, list[Event]] = {}
        for visit, payload in self._rows(_BY_STATUS, {"status": status.value}):
            found.setdefault(EncounterId(visit), []).append(decode_event(payload))
        return {visit: tuple(events) for visit, events in found.items()}

    def station_events(self, kinds: Iterable[str]) -> tuple[Event, ...]:
        """The events of no visit of these kinds (`SignedIn`, `SettingChanged`, …) in the order they were saved."""
        return _decoded(self._rows(_BY_KIND, {"kinds": sorted(kinds)}))

    def encounters_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[EncounterId, tuple[Event, ...]]]:
        """The visits that were open at any time in [start, end), by opening; read one by one, not all at once."""
        times = {"start": instant_text(start), "end": instant_text(end)}
        for (visit,) in self._rows(_BETWEEN, times):
            yield EncounterId(visit), self.events_of(EncounterId(visit))

    def count_between(self, start: datetime, end: datetime) -> int:
        """How many visits `encounters_between` reads."""
        return len(self._rows(_BETWEEN, {"start": instant_text(start), "end": instant_text(end)}))

    def charted_between(self, begin: datetime, end: datetime, until: datetime) -> Iterator[ChartedVisit]:
        """The same visits with the lines a log tells of, read in pages; a running line counts up to `until`."""
        return charted_between(self.read, begin, end, until)

    def find_events(self, event_ids: Sequence[EventId]) -> dict[EventId, Event]:
        """Those of these events that are in the record."""
        found: dict[EventId, Event] = {}
        for start in range(0, len(event_ids), _IDS_AT_A_TIME):
            part = {"ids": list(event_ids[start : start + _IDS_AT_A_TIME])}
            found.update((EventId(one), decode_event(payload)) for one, payload in self._rows(_BY_ID, part))
        return found

    def events_between(
        self, start: datetime, end: datetime, *, after: int = 0, limit: int = 500
    ) -> tuple[tuple[int, Event], ...]:
        """A page of the events recorded in [start, end), in the order they were saved, with their places.

        `after` is the last place of the page before; a page shorter than `limit` is the last.
        """
        asked = {"start": instant_text(start), "end": instant_text(end), "after": after, "limit": limit}
        return tuple((int(place), decode_event(payload)) for place, payload in self._rows(_RECORDED, asked))

    def read(self, job: Callable[[Connection], T]) -> T:
        """Run a reading job of the store here, in a transaction of its own, and return its answer."""
        with self._lock:
            if self._connection is None:
                self._connection = self._engine.connect()
            try:
                # Ended at once: a transaction left open would go on showing the record as it was.
                with self._connection.begin():
                    return job(self._connection)
            except BaseException as error:
                self._drop()
                fault = store_error(error, "The record could not be read")
                if fault is None or fault is error:
                    raise
                raise fault from error

    def head(self, station_id: str) -> Head:
        """How far a station's chain has come."""
        rows = self._rows(_HEAD, {"station": station_id})
        return Head(int(rows[0][0]), bytes(rows[0][1])) if rows else Head(0, GENESIS)

    def stations(self) -> tuple[str, ...]:
        """Every station that has written here."""
        rows = self._rows(text("SELECT station_id FROM chain_head ORDER BY station_id"), {})
        return tuple(str(row[0]) for row in rows)

    def newest_kind(self) -> str | None:
        """The kind of the event saved last; None in an empty record."""
        rows = self._rows(select(EVENT.c.kind).order_by(EVENT.c.id.desc()).limit(1), {})
        return str(rows[0][0]) if rows else None

    # --- lists -------------------------------------------------------------------------------------

    def visits(
        self, *, name: str = "", mrn: str = "", status: Status | None = None, limit: int = 200
    ) -> tuple[ListedVisit, ...]:
        """Visits by the beginning of a patient's name, by MRN, by state; the latest first."""
        asked = select(ENCOUNTER).order_by(ENCOUNTER.c.opened_utc.desc()).limit(limit)
        if name:
            start = storable(search_form(name))
            # A range, not LIKE, so that the index serves and no sign in a name is a wildcard.
            asked = asked.where(ENCOUNTER.c.patient_name_folded >= start)
            asked = asked.where(ENCOUNTER.c.patient_name_folded < start + "\U0010ffff")
        if mrn:
            asked = asked.where(ENCOUNTER.c.mrn == storable(mrn))
        if status is not None:
            asked = asked.where(ENCOUNTER.c.status == status.value)
        return tuple(_visit(row) for row in self._rows(asked, {}))

    def visit(self, encounter_id: EncounterId) -> ListedVisit | None:
        """One visit as lists show it, or None."""
        rows = self._rows(select(ENCOUNTER).where(ENCOUNTER.c.id == storable(encounter_id)), {})
        return _visit(rows[0]) if rows else None

    def tickets(
        self,
        *,
        number: str | None = None,
        encounter_id: EncounterId | None = None,
        status: str | None = None,
        signed_since: datetime | None = None,
    ) -> tuple[ListedTicket, ...]:
        """Versions of tickets by number, visit, status or time of signature; by number, then version."""
        asked = select(TICKET).order_by(TICKET.c.number, TICKET.c.version)
        if number is not None:
            asked = asked.where(TICKET.c.number == number)
        if encounter_id is not None:
            asked = asked.where(TICKET.c.encounter_id == encounter_id)
        if status is not None:
            asked = asked.where(TICKET.c.status == status)
        if signed_since is not None:
            asked = asked.where(TICKET.c.signed_utc >= instant_text(signed_since))
        return tuple(_ticket(row) for row in self._rows(asked, {}))

    def last_ticket_number(self, prefix: str) -> str | None:
        """The highest ticket number in use that begins so, e.g. `A-261124-`; numbers of a reopened visit count."""
        asked = select(ENCOUNTER.c.ticket_number).where(
            ENCOUNTER.c.ticket_number.startswith(prefix, autoescape=True)
        )
        numbers = [str(row[0]) for row in self._rows(asked, {})]
        return max(numbers, key=lambda number: (len(number), number), default=None)

    def people(self) -> tuple[PersonChanged, ...]:
        """Everybody as last changed, by sign-in name."""
        return tuple(
            PersonChanged(
                PersonId(row.person), row.name, row.credential, tuple(json.loads(row.roles)), bool(row.active)
            )
            for row in self._rows(select(PERSON).order_by(PERSON.c.person), {})
        )

    def settings(self) -> dict[str, str]:
        """Every setting as last changed: key → JSON."""
        return {str(row.key): str(row.value) for row in self._rows(select(SETTING), {})}

    def verifier(self, person: PersonId, kind: str) -> str | None:
        """What a person's password or PIN (`password`, `pin`) is checked against, or None."""
        rows = self._rows(select(VERIFIER.c.verifier).filter_by(person=person, kind=kind), {})
        return str(rows[0][0]) if rows else None

    # --- the connection ----------------------------------------------------------------------------

    def _rows(self, statement: Executable, values: Mapping[str, Any]) -> Sequence[_Row]:
        return self.read(lambda connection: connection.execute(statement, values).all())

    def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def _decoded(rows: Sequence[_Row]) -> tuple[Event, ...]:
    return tuple(decode_event(payload) for (payload,) in rows)


def _visit(row: _Row) -> ListedVisit:
    return ListedVisit(
        id=EncounterId(row.id),
        status=Status(row.status),
        chair=row.chair,
        nurse=row.nurse,
        patient_name=row.patient_name,
        mrn=row.mrn,
        opened=row.opened_utc and read_instant(row.opened_utc),
        closed=row.closed_utc and read_instant(row.closed_utc),
        date_of_service=row.date_of_service,
        ticket_number=row.ticket_number,
        version=row.version,
    )


def _ticket(row: _Row) -> ListedTicket:
    return ListedTicket(
        number=row.number,
        version=row.version,
        status=row.status,
        encounter=EncounterId(row.encounter_id),
        date_of_service=row.date_of_service,
        signed_by=row.signed_by,
        signed=row.signed_utc and read_instant(row.signed_utc),
    )
