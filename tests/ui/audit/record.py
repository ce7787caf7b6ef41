"""A made-up day of a record, for tests and pictures."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from nursedesk.desk.audit import Entry, entries
from nursedesk.record import events as ev
from nursedesk.record.encounter import Amount, Label, Purpose, Route, StopReason
from nursedesk.ui.audit.sentences import Names

from tests.desk.station import Station

NAMES = Names({"jdoe": "J. Doe RN", "mruiz": "M. Ruiz RN"}, {"infliximab": "inFLIXimab"})


def day() -> tuple[Entry, ...]:
    """A visit with a late entry and a correction, and what the station saw; newest first."""
    station = Station()
    book = station.daybook
    book.write(None, ev.SignedIn(ev.PersonId("jdoe")))
    one = station.seat("5", "ROE, Jane")
    line, drug = ev.LineId("L1"), ev.DrugHung("A1", "infliximab", dose=Amount(Decimal(400), "mg"))
    book.write(one, ev.Prepared(line, Route.IV_INFUSION, (drug,), Purpose.TREATMENT))
    station.pass_(1)
    started = book.write(one, ev.Started(line))[0]
    station.pass_(130)
    book.write(one, ev.Stopped(line, 1, StopReason.REACTION))
    station.pass_(9)
    book.write(
        one,
        ev.Corrected(started.header.event_id, Label.CORRECTION, started.header.occurred + timedelta(minutes=4)),
    )
    note = book.write(one, ev.Noted("flushing and itch, seen at the bedside; " * 4))[0]
    book.write(one, ev.Voided(note.header.event_id))
    book.write(one, ev.Closed("A-261124-001"))
    book.write(None, ev.Viewed("tickets"))
    return tuple(sorted((_reasoned(one) for one in entries(station.saved)), key=_when, reverse=True))


def _when(one: Entry) -> object:
    return one.event.header.recorded


def _reasoned(one: Entry) -> Entry:
    if not isinstance(one.event.body, ev.Corrected):
        return one
    header = replace(one.event.header, reason="bag was hung late, seen at the bedside")
    return replace(one, event=replace(one.event, header=header))
