"""The lines of a visit as the chairside sees them: one bag or syringe each, with its minutes and planned end."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from nursedesk.record.encounter import Administration, Encounter, LineState, Purpose, Route
from nursedesk.record.intervals import running_minutes

MINUTE = timedelta(minutes=1)
TIMED = (Route.IV_INFUSION, Route.SC_INFUSION)
"""Routes whose minutes can change a ticket."""
NEVER_CHARGED = (Purpose.CARRIER, Purpose.KEEP_OPEN, Purpose.FLUSH)
"""What may run beside any drug without a question, and whose minutes are nobody's (R1.6)."""
_PER_HOUR = ("ml/h", "ml/hr")


@dataclass(frozen=True, slots=True)
class Line:
    """One bag or syringe: an administration for each drug in it, all with the same times."""

    id: str
    drugs: tuple[Administration, ...]

    @property
    def first(self) -> Administration:
        return self.drugs[0]

    @property
    def running(self) -> bool:
        return self.first.state is LineState.RUNNING and self.open_since is not None

    @property
    def prepared(self) -> bool:
        """Ready and never started: nothing of it can be charged yet."""
        return self.first.state is LineState.PREPARED

    @property
    def open_since(self) -> datetime | None:
        """When the stretch that runs now began."""
        return next((s.start for s in reversed(self.first.segments) if s.stop is None), None)

    def holds(self, administrations: tuple[str, ...]) -> bool:
        """Whether any of these administrations is of this line."""
        return any(drug.id in administrations for drug in self.drugs)

    def minutes(self, now: datetime) -> int:
        """Charted running minutes, pauses out."""
        return running_minutes(self.first, now)


def lines_of(encounter: Encounter) -> tuple[Line, ...]:
    """The lines in the order their first drug stands in; an administration without one is a line of its own."""
    together: dict[str, list[Administration]] = {}
    for given in encounter.administrations:
        together.setdefault(given.line or given.id, []).append(given)
    return tuple(Line(name, tuple(drugs)) for name, drugs in together.items())


def without_prepared(encounter: Encounter) -> Encounter:
    """The visit as far as anything was given."""
    given = tuple(a for a in encounter.administrations if a.state is not LineState.PREPARED)
    return encounter if len(given) == len(encounter.administrations) else replace(encounter, administrations=given)


def held_at(encounter: Encounter, line: Line, instant: datetime) -> Encounter:
    """The visit as if this running line had stopped at that instant."""
    ids = {drug.id for drug in line.drugs}
    changed = tuple(_stopped(a, instant) if a.id in ids else a for a in encounter.administrations)
    return replace(encounter, administrations=changed)


def _stopped(given: Administration, instant: datetime) -> Administration:
    return replace(given, segments=tuple(s if s.stop else replace(s, stop=instant) for s in given.segments))


def planned_minutes(given: Administration) -> int | None:
    """Running minutes the order asks for: as ordered, else volume over rate, rounded up."""
    if given.ordered_minutes is not None and given.ordered_minutes > 0:
        return given.ordered_minutes
    volume, rate = given.volume, given.rate
    if volume is None or rate is None or volume.unit.lower() != "ml" or rate.unit.lower() not in _PER_HOUR:
        return None
    if rate.amount <= 0 or volume.amount <= 0:
        return None
    minutes = volume.amount * 60 / rate.amount
    return int(minutes.to_integral_value("ROUND_CEILING")) if minutes < Decimal(10**6) else None


def planned_end(line: Line, now: datetime) -> datetime | None:
    """When a running line will have run its planned minutes, or had; None without a plan or a run."""
    planned = planned_minutes(line.first)
    if planned is None or not line.running:
        return None
    return charted_minute(now) + (planned - line.minutes(now)) * MINUTE


def charted_minute(instant: datetime) -> datetime:
    """The start of the clock minute an instant is charted as (R2.1)."""
    return instant.replace(second=0, microsecond=0)
