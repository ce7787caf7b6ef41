"""What still has to go, worked out from the events of a visit: the record is the queue.

A message is known by its control id. It has gone when its last word is ACCEPTED; it is not sent again then, to
nowhere. A version that another system may have (sent, not answered) is settled before the next one goes, because
what the next one takes back depends on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nursedesk.desk.posting.facts import Kind
from nursedesk.desk.posting.releases import Making, chain_of, signed_versions
from nursedesk.outputs.delivery.parcel import Parcel
from nursedesk.outputs.messages.changes import Chain, charge_changes
from nursedesk.outputs.messages.charge_master import charge_master_csv
from nursedesk.outputs.messages.dft import dft
from nursedesk.outputs.messages.fhir import fhir_text
from nursedesk.outputs.messages.ras import ras
from nursedesk.outputs.messages.release import control_id
from nursedesk.record.events import Corrected, EncounterId, Event, Opened, PatientCorrected, Posted
from nursedesk.record.posting_events import PostOutcome

WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 30))
"""How long after the first, second … attempt the next one is due; after the last, every hour."""
HOURLY = timedelta(hours=1)
GONE = frozenset({PostOutcome.ACCEPTED, PostOutcome.LEFT})
UNSURE = frozenset({PostOutcome.TRYING, PostOutcome.NO_ANSWER})


@dataclass(frozen=True, slots=True)
class Trail:
    """What became of one message so far."""

    outcome: PostOutcome
    attempts: int
    last: datetime
    version: int
    base: int
    said: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that has to go, or went."""

    encounter: EncounterId
    number: str
    version: int
    base: int
    kind: Kind
    parcel: Parcel
    trail: Trail | None = None

    @property
    def due(self) -> datetime | None:
        """When it is tried by itself; None when a person has to look first, and for what has gone."""
        if self.trail is None:
            return datetime.min.replace(tzinfo=UTC)
        if self.trail.outcome in GONE or self.trail.outcome is PostOutcome.REFUSED:
            return None
        return self.trail.last + wait_after(self.trail.attempts)

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be tried now."""
        due = self.due
        return due is not None and due <= now


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts."""
    return WAITS[attempts - 1] if 1 <= attempts <= len(WAITS) else HOURLY


def trails(events: Iterable[Event]) -> dict[Kind, dict[str, Trail]]:
    """What became of every message of a visit, by control id."""
    found: dict[Kind, dict[str, Trail]] = {}
    steps = [event for event in events if isinstance(event.body, Posted)]
    for event in sorted(steps, key=lambda one: (one.header.recorded, one.header.event_id)):
        body = event.body
        if not isinstance(body, Posted) or body.message not in tuple(Kind):
            continue
        of_kind = found.setdefault(Kind(body.message), {})
        before = of_kind.get(body.control_id)
        attempts = (before.attempts if before else 0) + (body.outcome is PostOutcome.TRYING)
        of_kind[body.control_id] = Trail(
            body.outcome, attempts, event.header.recorded, body.version, body.base, body.said
        )
    return found


def outgoing(events: Sequence[Event], making: Making, kinds: Iterable[Kind]) -> tuple[Outgoing, ...]:
    """The messages of a visit that have not gone, in the order they have to go."""
    versions = signed_versions(events)
    if not versions:
        return ()
    known = trails(events)
    left = [kind for kind in kinds if not _surely_gone(events, versions[-1], known.get(kind, {}))]
    return tuple(one for kind in left for one in _of_kind(events, making, kind, versions, known.get(kind, {})))


def _surely_gone(events: Sequence[Event], last: int, known: Mapping[str, Trail]) -> bool:
    """Whether it can be told without making the messages again that the last version has gone whole.

    A version is one message, unless the patient was corrected: then the answer is no, and they are made.
    """
    if any(_about_patient(event) for event in events):
        return False
    now = [one.outcome for one in known.values() if one.version == last]
    return bool(now) and GONE.issuperset(now) and not any(one.outcome in UNSURE for one in known.values())


def _about_patient(event: Event) -> bool:
    body = event.body.body if isinstance(event.body, Corrected) else event.body
    return isinstance(body, PatientCorrected) or (body is not event.body and isinstance(body, Opened))


def _of_kind(
    events: Sequence[Event], making: Making, kind: Kind, versions: Sequence[int], known: Mapping[str, Trail]
) -> Iterable[Outgoing]:
    had: list[int] = []
    for version in versions:
        chain = chain_of(events, making, (*had, version))
        made = parcels(chain, kind)
        outcomes = [known[one.control_id].outcome if one.control_id in known else None for one in made]
        held = any(one in UNSURE or one is PostOutcome.ACCEPTED for one in outcomes)
        if version == versions[-1] or (held and not GONE.issuperset(outcomes)):
            yield from _waiting(chain, made, kind, known)
            return
        if held:
            had.append(version)


def _waiting(chain: Chain, made: Sequence[Parcel], kind: Kind, known: Mapping[str, Trail]) -> Iterable[Outgoing]:
    now, base = chain[-1], chain[-2].version if len(chain) > 1 else 0
    for parcel in made:
        trail = known.get(parcel.control_id)
        if trail is None or trail.outcome not in GONE:
            visit = EncounterId(now.encounter.id)
            yield Outgoing(visit, now.number, now.version, base, kind, parcel, trail)


def versions_had(events: Sequence[Event], making: Making, kind: Kind, before: int) -> tuple[int, ...]:
    """The versions before one that the receiver has: what a message of that version starts from."""
    known = trails(events).get(kind, {})
    had: list[int] = []
    for version in (one for one in signed_versions(events) if one < before):
        made = parcels(chain_of(events, making, (*had, version)), kind)
        if any(one.control_id in known and known[one.control_id].outcome is PostOutcome.ACCEPTED for one in made):
            had.append(version)
    return tuple(had)


def parcels(chain: Chain, kind: Kind) -> tuple[Parcel, ...]:
    """The messages of a kind for the last release of a chain; none when nothing changed for the receiver."""
    now, base = chain[-1], chain[-2].version if len(chain) > 1 else 0
    stem = f"{now.number}.v{now.version}"
    if kind in (Kind.CHARGES, Kind.ADMINISTRATIONS):
        made = dft(chain) if kind is Kind.CHARGES else ras(chain)
        names = [f"{stem}.{kind.value}.{one.control_id}.hl7" for one in made]
        return tuple(Parcel(name, one.control_id, one.data) for name, one in zip(names, made, strict=True))
    control = control_id(now.site, now.number, now.version, base, kind.value)
    if kind is Kind.FHIR:
        return (Parcel(f"{stem}.fhir.{control}.json", control, _bytes(fhir_text(chain)), hl7=False),)
    changes = charge_changes(chain)
    if not changes.added and not changes.taken_back:
        return ()
    return (Parcel(f"{stem}.charge-master.{control}.csv", control, charge_master_csv([chain]), hl7=False),)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
