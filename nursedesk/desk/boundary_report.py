"""How stop times lie around the minutes at which the ticket changes; a cluster just past one is a question.

The boundaries are the coder's own steps; what counts as near is the rule data's.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from nursedesk.coding.durations import Measure
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.steps import measure_of, steps
from nursedesk.coding.ticket import ChargeTicket, Placement, Role
from nursedesk.desk.recode import date_of_service
from nursedesk.record.encounter import Encounter, Family, Segment, StopSource
from nursedesk.watch.ahead import placement_of
from nursedesk.watch.lines import NEVER_CHARGED, TIMED, Line, lines_of, without_prepared

WINDOW = 10
"""Minutes told of on each side of a boundary."""
DISTANCES = range(-WINDOW, WINDOW + 1)
_FLUID = (Measure.HYDRATION_FIRST, Measure.HYDRATION_BESIDE)


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """A boundary: from this counted minute on, a service measured so gives one unit more."""

    minute: int
    measure: Measure


@dataclass(frozen=True, slots=True)
class Stop:
    """One line that came down, and how far its counted minutes are past the boundary (negative: before it)."""

    nurse: str
    """Sign-in name of who stopped it, empty when not recorded."""
    typed: bool
    """Its time was typed or calculated afterwards (late entry, correction), not pressed."""
    kind: Kind | None
    """None: no boundary within the window."""
    distance: int = 0


@dataclass(slots=True)
class Spread:
    """Stops around one boundary."""

    at: list[int] = field(default_factory=lambda: [0] * len(DISTANCES))
    """How many at each of `DISTANCES`."""
    typed: list[int] = field(default_factory=lambda: [0] * len(DISTANCES))
    """Of those, the ones whose time was typed afterwards."""

    def add(self, stop: Stop) -> None:
        self.at[stop.distance + WINDOW] += 1
        self.typed[stop.distance + WINDOW] += stop.typed

    def before(self, within: int) -> tuple[int, int]:
        """Stops in the last `within` minutes that do not reach it, and how many of them were typed afterwards."""
        return self._sums(WINDOW - within, WINDOW)

    def past(self, within: int) -> tuple[int, int]:
        """Stops in the first `within` minutes that do, the minute itself included; and those typed."""
        return self._sums(WINDOW, WINDOW + within)

    def _sums(self, begin: int, end: int) -> tuple[int, int]:
        return sum(self.at[begin:end]), sum(self.typed[begin:end])


@dataclass(slots=True)
class Report:
    """Counts over any number of visits; its size goes by boundaries and nurses, not by visits."""

    rulebook: Rulebook
    stops: int = 0
    near: int = 0
    spreads: dict[Kind, Spread] = field(default_factory=dict)
    by_nurse: dict[str, dict[Kind, Spread]] = field(default_factory=dict)

    @property
    def within(self) -> int:
        """Minutes on each side that count as just before and just past: the rule data's (`boundary_within`)."""
        return min(WINDOW, self.rulebook.parameters[-1].boundary_within)

    def add(self, visit: Encounter) -> None:
        """Count a visit's stops."""
        for stop in stops_of(visit, self.rulebook):
            self.stops += 1
            if stop.kind is not None:
                self.near += 1
                self.spreads.setdefault(stop.kind, Spread()).add(stop)
                self.by_nurse.setdefault(stop.nurse, {}).setdefault(stop.kind, Spread()).add(stop)


def stops_of(encounter: Encounter, rulebook: Rulebook) -> tuple[Stop, ...]:
    """The lines of a visit that ran, came down and may be charged by time; a bag counts once.

    Fluids are charged together, so of those only the last to come down counts, with the minutes of all. Left out:
    a second infusion under the skin, for which the coder's steps have no role.
    """
    visit = without_prepared(encounter)
    ticket = code(visit, rulebook)
    ended = [line for line in lines_of(visit) if _came_down(line)]
    placed = [at for line in ended if (at := _placed(visit, line, ticket, rulebook)) is not None]
    fluids: dict[str | None, list[_Placed]] = {}
    for at in placed:
        if at.measure in _FLUID:
            fluids.setdefault(_separate(visit, at.line), []).append(at)
    drugs = [at for at in placed if at.measure not in _FLUID]
    return tuple(_stop(at, visit) for at in (*drugs, *(_together(bags, ticket) for bags in fluids.values())))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line that came down: how it is measured, the minutes its units come from, and where they change."""

    line: Line
    code: str | None
    measure: Measure
    counted: int
    changes: tuple[int, ...]

    @property
    def stopped(self) -> datetime:
        return max(part.stop for part in self.line.first.segments if part.stop is not None)


def _came_down(line: Line) -> bool:
    first = line.first
    if first.route not in TIMED or first.purpose in NEVER_CHARGED or not first.segments:
        return False
    return all(part.start is not None and part.stop is not None for part in first.segments)


def _placed(visit: Encounter, line: Line, ticket: ChargeTicket, rulebook: Rulebook) -> _Placed | None:
    """As it is on the ticket; what gave no code by time, as it would be had it run for a window longer."""
    placement = placement_of(line, ticket)
    if placement is None:
        return None
    becomes: Placement | None = placement
    if _measure(placement, rulebook) is Measure.NONE:
        becomes = placement_of(line, code(_longer(visit, line), rulebook))
    measure = _measure(becomes, rulebook) if becomes is not None else Measure.NONE
    if becomes is None or measure is Measure.NONE:
        return None
    family = Family.HYDRATION if measure is Measure.HYDRATION_FIRST else Family.THERAPEUTIC
    parameters = rulebook.parameters_on(date_of_service(visit))
    changes = tuple(minute for minute, _ in steps(becomes.role, family, parameters, rulebook.settings))
    # The coder counts no minutes of what it gave no code.
    counted = placement.counted or max(0, placement.own - placement.shared)
    return _Placed(line, placement.code, measure, counted, changes)


def _measure(placement: Placement, rulebook: Rulebook) -> Measure:
    given = rulebook.codes.get(placement.code or "")
    if placement.role is Role.SC_INFUSION and given is not None and given.role == "additional":
        return Measure.NONE
    fluid = placement.role is Role.INITIAL and given is not None and given.family == "hydration"
    return measure_of(placement.role, Family.HYDRATION if fluid else Family.THERAPEUTIC)


def _together(bags: list[_Placed], ticket: ChargeTicket) -> _Placed:
    """The fluids of one group as the last of them, with the minutes that are charged."""
    last = max(bags, key=lambda bag: bag.stopped)
    ids = {drug.id for bag in bags for drug in bag.line.drugs}
    charged = (x.minutes for x in ticket.lines if x.code == last.code and ids.issuperset(x.administrations))
    minutes = next(charged, None)
    return replace(last, counted=sum(bag.counted for bag in bags) if minutes is None else minutes)


def _separate(visit: Encounter, line: Line) -> str | None:
    """The line's access, where that is charged by itself (R8.1)."""
    apart = {access.id for access in visit.accesses if access.separate_reason and access.separate_reason.strip()}
    return line.first.access if line.first.access in apart else None


def _longer(visit: Encounter, line: Line) -> Encounter:
    """The visit as if this line had come down a window later."""
    ids = {drug.id for drug in line.drugs}
    changed = (
        replace(x, segments=(*x.segments[:-1], _later(x.segments[-1]))) if x.id in ids and x.segments else x
        for x in visit.administrations
    )
    return replace(visit, administrations=tuple(changed))


def _later(part: Segment) -> Segment:
    return part if part.stop is None else replace(part, stop=part.stop + timedelta(minutes=WINDOW))


def _stop(at: _Placed, visit: Encounter) -> Stop:
    first = at.line.first
    labelled = any(note.line == at.line.id and note.now == at.stopped for note in visit.time_notes)
    sources = {part.stop_source for part in first.segments if part.stop == at.stopped}
    typed = labelled or sources != {StopSource.OBSERVED}
    near = next((minute for minute in at.changes if at.counted - minute in DISTANCES), None)
    if near is None:
        return Stop(first.stopped_by or "", typed, None)
    return Stop(first.stopped_by or "", typed, Kind(near, at.measure), at.counted - near)
