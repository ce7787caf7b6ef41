"""Hand messages over: what is waiting in the whole record, one attempt each, every step an event."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.posting.facts import Kind, PostingFacts, facts_of, mapped_codes
from nursedesk.desk.posting.queue import UNSURE, Outgoing, outgoing, trails
from nursedesk.desk.posting.releases import Making, signed_versions
from nursedesk.desk.suite import Suite
from nursedesk.outputs.delivery.parcel import Answer
from nursedesk.record.events import EncounterId, Event, Exported, Posted, QueueCleared
from nursedesk.record.posting_events import PostOutcome
from nursedesk.store.reader import Reader

_EVER = datetime.min.replace(tzinfo=UTC)
_MARGIN = timedelta(days=1)
"""Clocks of several stations differ; a signature this old is certainly in what was looked through."""


class Standing(StrEnum):
    """Where a ticket is on its way to other systems, for lists."""

    NOTHING = ""
    EXPORTED = "exported"
    """A person took a file of it."""
    WAITING = "waiting"
    REFUSED = "refused"
    POSTED = "posted"
    AMENDED = "amended since"
    """An earlier version was posted and the last one was not."""


def standing(events: Sequence[Event]) -> Standing:
    """Where a visit's ticket stands, from its events alone."""
    versions = signed_versions(events)
    told = [trail for of_kind in trails(events).values() for trail in of_kind.values()]
    now = [trail.outcome for trail in told if versions and trail.version == versions[-1]]
    if PostOutcome.REFUSED in now:
        return Standing.REFUSED
    if any(one in UNSURE or one in (PostOutcome.PUT_OFF, PostOutcome.NOT_SENT) for one in now):
        return Standing.WAITING
    if PostOutcome.ACCEPTED in now:
        return Standing.POSTED
    if any(trail.outcome is PostOutcome.ACCEPTED for trail in told):
        return Standing.AMENDED
    exported = any(isinstance(event.body, Exported) for event in events)
    return Standing.EXPORTED if exported else Standing.NOTHING


@dataclass(frozen=True, slots=True)
class Office:
    """What a look at the queue needs: the record and how messages are made."""

    reader: Reader
    facts: PostingFacts
    making: Making


def office(reader: Reader, suite: Suite, rulebook: Rulebook) -> Office:
    """The office of a suite as its settings have it. Raises `BadTable` for a mapping file that cannot be used."""
    facts = facts_of(reader.settings())
    return Office(reader, facts, Making(suite, rulebook, facts.interface, mapped_codes(facts.charge_master)))


def waiting(at: Office, since: datetime | None = None) -> Iterator[Outgoing]:
    """Every message that has not gone, of tickets signed since then (else since the suite's own beginning)."""
    begin = since if since is not None else beginning(at)
    for row in at.reader.tickets(status="signed", signed_since=begin):
        yield from waiting_of(at, row.encounter)


def waiting_of(at: Office, encounter: EncounterId, kinds: Iterable[Kind] | None = None) -> tuple[Outgoing, ...]:
    """The messages of one visit that have not gone."""
    return outgoing(at.reader.events_of(encounter), at.making, at.facts.kinds if kinds is None else kinds)


def beginning(at: Office) -> datetime:
    """Tickets signed before this have nothing waiting, or are not meant to go by themselves."""
    since = datetime.fromisoformat(at.facts.since).astimezone(UTC) if at.facts.since else _EVER
    return max(since, _cleared(at.reader))


def _cleared(reader: Reader) -> datetime:
    bodies = (event.body for event in reader.station_events(("QueueCleared",)))
    return max((body.until for body in bodies if isinstance(body, QueueCleared)), default=_EVER)


def note_cleared(at: Office, daybook: Daybook) -> None:
    """Nothing waits: say so in the record, at most once a day, so that the next look is short."""
    until = daybook.clock() - _MARGIN
    if until - _cleared(at.reader) > _MARGIN:
        daybook.write(None, QueueCleared(until))


def begin(daybook: Daybook, one: Outgoing, destination: str) -> None:
    """Say in the record that this message goes now, before it does."""
    _write(daybook, one, destination, Answer(PostOutcome.TRYING))


def settle(daybook: Daybook, one: Outgoing, destination: str, answer: Answer) -> None:
    """Say in the record what came of it."""
    _write(daybook, one, destination, answer)


def leave(daybook: Daybook, one: Outgoing, why: str) -> None:
    """A person decided that this message does not go."""
    _write(daybook, one, "", Answer(PostOutcome.LEFT, why.strip()))


def _write(daybook: Daybook, one: Outgoing, destination: str, answer: Answer) -> None:
    said = Posted(
        ticket_number=one.number,
        version=one.version,
        message=one.kind.value,
        control_id=one.parcel.control_id,
        destination=destination,
        outcome=answer.outcome,
        base=one.base,
        said=answer.said,
    )
    daybook.write(one.encounter, said)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A message and what came of it."""

    message: Outgoing
    answer: Answer


def post(
    at: Office,
    daybook: Daybook,
    messages: Iterable[Outgoing],
    destination: str,
    send: Callable[[Outgoing], Answer],
) -> tuple[Attempt, ...]:
    """One attempt for each, in order; the rest stays waiting as soon as nothing can be reached.

    For commands: the record is written before and after each attempt, and each attempt is waited for.
    """
    made: list[Attempt] = []
    for one in messages:
        daybook.load({one.encounter: at.reader.events_of(one.encounter)})
        begin(daybook, one, destination)
        answer = send(one)
        settle(daybook, one, destination, answer)
        made.append(Attempt(one, answer))
        if answer.outcome is PostOutcome.NOT_SENT:
            break
    return tuple(made)
