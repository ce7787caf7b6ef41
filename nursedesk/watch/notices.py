"""What to say now about one visit: the ticket if everything stopped, the next change, and quiet notices.

Facts about record and charge only; when they show is in the windows below, at which minute the ticket changes is
the coder's alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import ChargeTicket, Finding, Placement, Role
from nursedesk.record.encounter import Encounter, LineState
from nursedesk.watch.ahead import Ahead, next_change, placement_of
from nursedesk.watch.lines import (
    MINUTE,
    NEVER_CHARGED,
    Line,
    charted_minute,
    held_at,
    lines_of,
    planned_end,
    without_prepared,
)
from nursedesk.watch.look import Kind, LineLook, Look, Notice
from nursedesk.watch.prepared import as_if_run
from nursedesk.watch.rate_steps import next_rate
from nursedesk.watch.ruler import first_counted, ruler_of

BOUNDARY_SHOWN_BEFORE = timedelta(minutes=5)
RATE_SHOWN_BEFORE = timedelta(minutes=5)
JUST_CROSSED_SHOWN = 2
"""Minutes, the one of the crossing included."""
JUST_STOPPED_FOR = timedelta(minutes=2)
SHORT = "under-16-minutes"
"""The coder's finding for an infusion that is charged as a push."""
PLANNED_END_GRACE = timedelta(minutes=10)

MISSING = {"no-dose": Kind.NO_DOSE, "no-order": Kind.NO_ORDER, "access-not-charted": Kind.NO_ACCESS}
"""The coder's findings a nurse can answer at the chair."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """The visit at one minute, coded once."""

    encounter: Encounter
    visit: Encounter
    """Without what is only prepared."""
    now: datetime
    ticket: ChargeTicket
    ahead: Ahead
    rulebook: Rulebook


@dataclass(frozen=True, slots=True)
class _View:
    """One line with everything that is known of it now."""

    line: Line
    look: LineLook
    findings: tuple[Finding, ...]
    """The coder's, of this line and others; of a prepared line as if it ran."""
    under: int | None
    """The minutes it has to reach before it counts as more, None when it has or never will."""


def look(
    encounter: Encounter,
    now: datetime,
    rulebook: Rulebook,
    shift_end: datetime | None = None,
    *,
    ahead: Ahead | None = None,
    clock_trusted: bool = True,
) -> Look:
    """What the chairside screen is told of a visit at `now` (aware UTC).

    `shift_end` is when a shift last ended: lines that were up before it and still are, are said to be open.
    `ahead` is an earlier answer of `next_change`, still good while no event came and `now` is before its `at`;
    without it, it is computed here, which is most of the work.
    """
    visit = without_prepared(encounter)
    ahead = ahead or next_change(encounter, now, rulebook)
    scene = _Scene(encounter, visit, now, code(visit, rulebook, now), ahead, rulebook)
    views = tuple(_view(line, scene) for line in lines_of(encounter))
    notices = [
        *(notice for view in views for notice in _notices(view, views, scene, shift_end)),
        *(notice for view in views for notice in _just_crossed(view, scene)),
        *(notice for view in views for notice in _stopped_short(view, now)),
        *(notice for view in views for notice in _missing(view)),
    ]
    if not clock_trusted:
        notices.append(Notice(Kind.CLOCK_NOT_TRUSTED, None))
    kept = tuple(x for x in notices if f"{x.kind}:{x.line or ''}" not in encounter.dismissed)
    return Look(scene.ticket, now, ahead.at, tuple(view.look for view in views), kept)


def _view(line: Line, scene: _Scene) -> _View:
    placement, findings = placement_of(line, scene.ticket), scene.ticket.findings
    if line.prepared:
        placement, findings = as_if_run(scene.encounter, line, scene.now, scene.rulebook)
    becomes = scene.ahead.becomes.get(line.id, placement) if line.running else placement
    minutes = line.minutes(scene.now)
    ruler = ruler_of(line, becomes, scene.rulebook)
    begins = next((step.minute for step in ruler if step.units), 0)
    rate, rate_at = next_rate(line, scene.now) or (None, None)
    under = first_counted(line, becomes, scene.rulebook) if line.running and minutes < begins else None
    seen = LineLook(
        line=line.id,
        minutes=minutes,
        role=placement.role if placement else Role.UNCODED,
        steps=ruler,
        shared=placement.shared if placement else 0,
        shared_with=_drugs(placement, scene.encounter),
        next_change=scene.ahead.by_line.get(line.id),
        planned_end=planned_end(line, scene.now),
        next_rate=rate,
        next_rate_at=rate_at,
    )
    return _View(line, seen, findings, under)


def _drugs(placement: Placement | None, encounter: Encounter) -> tuple[str, ...]:
    others = placement.shared_with if placement else ()
    return tuple(dict.fromkeys(a.drug for a in encounter.administrations if a.id in others))


def _notices(view: _View, views: tuple[_View, ...], scene: _Scene, shift_end: datetime | None) -> Iterator[Notice]:
    """What there is to say of one running line besides what just happened and what is missing."""
    line, name, now = view.line, view.line.id, scene.now
    if not line.running:
        return
    if view.under is not None:
        yield Notice(Kind.UNDER, name, view.look.next_change, {"minutes": view.under})
    elif view.look.next_change is not None and view.look.next_change - now <= BOUNDARY_SHOWN_BEFORE:
        yield Notice(Kind.BOUNDARY, name, view.look.next_change)
    rate, due = view.look.next_rate, view.look.next_rate_at
    if rate is not None and due is not None and due - now <= RATE_SHOWN_BEFORE:
        yield Notice(Kind.RATE_STEP, name, due, {"amount": format(rate.amount, "f"), "unit": rate.unit})
    end = view.look.planned_end
    if end is not None and now >= end + PLANNED_END_GRACE:
        yield Notice(Kind.PLANNED_END_PASSED, name, end)
    if _chair_freed(scene.encounter) or _next_was_hung(view, views, now):
        yield Notice(Kind.STILL_RUNNING, name)
    if view.look.shared and view.look.role in (Role.SEQUENTIAL, Role.CONCURRENT):
        yield Notice(Kind.OVERLAP, name, params={"role": view.look.role.value})
    if shift_end is not None and _began(line) < shift_end <= now:
        yield Notice(Kind.OPEN_AT_SHIFT_END, name, shift_end)


def _chair_freed(encounter: Encounter) -> bool:
    """A visit that never had a chair (read from a file) was not freed of one."""
    return encounter.freed is not None and bool(encounter.chair)


def _next_was_hung(view: _View, views: tuple[_View, ...], now: datetime) -> bool:
    """A further drug on the same access, and nothing says that this one is meant to go on running."""
    line, end = view.line, view.look.planned_end
    if line.first.purpose in NEVER_CHARGED or line.first.access is None or (end is not None and now < end):
        return False
    return any(
        other.line.first.access == line.first.access
        and other.line.first.purpose not in NEVER_CHARGED
        and (other.line.prepared or _began(other.line) > _began(line))
        for other in views
        if other.line is not line and (other.line.prepared or other.line.running)
    )


def _began(line: Line) -> datetime:
    starts = [segment.start for segment in line.first.segments if segment.start is not None]
    return min(starts, default=line.first.prepared or datetime.min.replace(tzinfo=UTC))


def _just_crossed(view: _View, scene: _Scene) -> Iterator[Notice]:
    """A line that changed the ticket a moment ago: stopped a minute sooner, it would have given another."""
    since = view.line.open_since
    if not view.line.running or since is None or not view.look.steps:
        return
    minute, after = charted_minute(scene.now), scene.ticket.units()
    for crossed in (minute - n * MINUTE for n in range(JUST_CROSSED_SHOWN)):
        if crossed - MINUTE < charted_minute(since):
            return
        before = code(held_at(scene.visit, view.line, crossed - MINUTE), scene.rulebook, scene.now).units()
        if before != after:
            yield Notice(Kind.JUST_CROSSED, view.line.id, crossed)
            return
        after = before


def _stopped_short(view: _View, now: datetime) -> Iterator[Notice]:
    """The line came down a moment ago and the coder charges it as a push."""
    line = view.line
    stops = [segment.stop for segment in line.first.segments if segment.stop is not None]
    if line.first.state is not LineState.STOPPED or not stops or now - max(stops) >= JUST_STOPPED_FOR:
        return
    if any(found.code == SHORT and line.holds(found.administrations) for found in view.findings):
        yield Notice(Kind.CHARGED_AS_PUSH, line.id, max(stops), {"minutes": view.look.minutes})


def _missing(view: _View) -> Iterator[Notice]:
    """What the coder finds missing of a line; of a prepared one, what it would."""
    mine = {MISSING[f.code] for f in view.findings if f.code in MISSING and view.line.holds(f.administrations)}
    return (Notice(kind, view.line.id) for kind in MISSING.values() if kind in mine)
