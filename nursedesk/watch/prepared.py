"""A bag that is ready and has not been started, coded as if it were: what its ruler and its notices come from."""

from dataclasses import replace
from datetime import datetime

from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import Finding, Placement
from nursedesk.record.encounter import Administration, Encounter, LineState, Segment
from nursedesk.watch.ahead import HORIZON, placement_of
from nursedesk.watch.lines import MINUTE, TIMED, Line, charted_minute, without_prepared


def as_if_run(
    encounter: Encounter, line: Line, now: datetime, rulebook: Rulebook
) -> tuple[Placement | None, tuple[Finding, ...]]:
    """How a prepared line would be placed if it started now and ran beside what runs, and what would be missing.

    Minutes it would share are left out: none of them has happened.
    """
    ids = {drug.id for drug in line.drugs}
    started = charted_minute(now)
    visit = replace(
        encounter,
        administrations=tuple(_started(a, started) if a.id in ids else a for a in encounter.administrations),
    )
    ticket = code(without_prepared(visit), rulebook, started + HORIZON * MINUTE)
    placement = placement_of(line, ticket)
    if placement is not None:
        placement = placement._replace(counted=placement.own, shared=0, shared_with=())
    return placement, ticket.findings


def _started(given: Administration, at: datetime) -> Administration:
    """A push would be over at once; what runs would be running."""
    stop = None if given.route in TIMED else at
    return replace(given, segments=(Segment(at, stop),), state=LineState.RUNNING)
