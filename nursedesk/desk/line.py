"""What else happens to a line that runs: rate, bag, access, a stop said later, and a stop taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from nursedesk.desk import correct
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.desk.run import line_of
from nursedesk.record.effective import effective
from nursedesk.record.encounter import Administration, Amount, Encounter, LineState, Purpose, Route
from nursedesk.record.events import (
    AccessChanged,
    AccessId,
    BagChanged,
    EncounterId,
    Event,
    LineId,
    Prepared,
    RateChanged,
    Source,
)

UP = (LineState.PREPARED, LineState.RUNNING, LineState.PAUSED)
PER_HOUR = "mL/h"
NEVER_CHARGED = (Purpose.CARRIER, Purpose.KEEP_OPEN, Purpose.FLUSH)
CALCULATED_FROM = "volume and rate"


@dataclass(frozen=True, slots=True)
class Bag:
    """A further bag of the same order."""

    volume: Amount | None = None
    lot: str = ""
    expiry: date | None = None


def change_rate(daybook: Daybook, encounter: Encounter, line: LineId, rate: Amount) -> None:
    """The line runs at another rate from this moment. Raises `Refused` for a rate of nothing."""
    _up(encounter, line)
    if rate.amount <= 0:
        raise Refused("rate_nothing")
    daybook.act("rate", EncounterId(encounter.id), line, RateChanged(line, rate))


def new_bag(daybook: Daybook, encounter: Encounter, line: LineId, bag: Bag) -> None:
    """The next bag of the same order hangs on the line; the line and its minutes go on."""
    _up(encounter, line)
    body = BagChanged(line, bag.volume, bag.lot.strip() or None, bag.expiry)
    daybook.act("bag", EncounterId(encounter.id), line, body)


def change_access(daybook: Daybook, encounter: Encounter, line: LineId, access: AccessId) -> None:
    """The line runs through another access of the visit from this moment."""
    one = _up(encounter, line)
    if access not in {known.id for known in encounter.accesses}:
        raise Refused("no_such_access", {"access": access})
    if one.access != access:
        daybook.act("access", EncounterId(encounter.id), line, AccessChanged(line, access))


def stop_at(
    daybook: Daybook,
    encounter: Encounter,
    line: LineId,
    when: datetime,
    reason: str,
    source: Source = Source.TYPED,
) -> None:
    """The line came down before now. Raises `Refused` before its start, ahead of now, or late without a reason."""
    one = _up(encounter, line)
    begun = [segment.start for segment in one.segments if segment.start is not None]
    if not begun:
        raise Refused("not_started")
    if when < max(begun):
        raise Refused("stop_before_start")
    correct.chart_late(daybook, encounter, correct.missing_stop(encounter, line), when, reason, source)


def take_stop_back(daybook: Daybook, encounter: Encounter, line: LineId, reason: str) -> None:
    """The stop was wrong: the line runs on; the press stays visible with the reason."""
    one = line_of(encounter, line)
    stop = one.segments[-1].stop_event if one.segments else None
    if one.state is not LineState.STOPPED or stop is None:
        raise Refused("not_stopped")
    stops = [event for event in daybook.events(EncounterId(encounter.id)) if event.header.event_id == stop]
    correct.void(daybook, encounter, stops[0].header.event_id, reason)


def is_pump(one: Administration) -> bool:
    """Whether the drug goes home in a pump: connected, never stopped here, disconnected at another visit."""
    return one.route is Route.PUMP


def calculated_stop(encounter: Encounter, events: Sequence[Event], line: LineId) -> datetime | None:
    """When the volume had run at the rates charted, pauses out; None when either is missing. Never from a plan."""
    one = line_of(encounter, line)
    if one.volume is None or one.volume.unit != "mL" or not one.segments:
        return None
    rates = _rates(events, line)
    left = one.volume.amount
    for segment in one.segments:
        if segment.start is None:
            return None
        found = _runs_dry(segment.start, segment.stop, rates, left)
        if isinstance(found, datetime):
            return found
        if found is None:
            return None
        left = found
    return None


def _rates(events: Sequence[Event], line: LineId) -> list[tuple[datetime | None, Decimal]]:
    """(from when, mL/h), the first from the beginning."""
    said: list[tuple[datetime | None, Decimal]] = []
    for found in effective(events):
        body = found.body
        if isinstance(body, Prepared) and body.line == line and body.rate and body.rate.unit == PER_HOUR:
            said.append((None, body.rate.amount))
        if isinstance(body, RateChanged) and body.line == line and body.rate.unit == PER_HOUR:
            said.append((found.occurred, body.rate.amount))
    return sorted(said, key=lambda one: (one[0] is not None, one[0] or 0))


def _runs_dry(
    start: datetime, stop: datetime | None, rates: Sequence[tuple[datetime | None, Decimal]], left: Decimal
) -> datetime | Decimal | None:
    """The instant in this stretch at which nothing is left, else what is left at its end; None without a rate."""
    at = start
    turns = [when for when, _ in rates if when is not None and when > start and (stop is None or when < stop)]
    for end in (*turns, stop):
        rate = next((rate for when, rate in reversed(rates) if when is None or when <= at), None)
        if rate is None or rate <= 0:
            return None
        lasts = timedelta(seconds=float(left * 3600 / rate))
        if end is None or at + lasts <= end:
            return at + lasts
        left -= rate * Decimal((end - at).total_seconds()) / 3600
        at = end
    return left


def _up(encounter: Encounter, line: LineId) -> Administration:
    one = line_of(encounter, line)
    if one.state not in UP:
        raise Refused("line_down")
    return one
