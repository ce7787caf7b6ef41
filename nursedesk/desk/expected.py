"""Today's expected list: put somebody on it, take somebody off, check in from it; and chairs out of service."""

import re
import uuid
from collections.abc import Iterable
from datetime import date

from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.desk.room import Expected
from nursedesk.record.events import (
    Body,
    ChairInService,
    ChairOutOfService,
    EncounterId,
    ExpectedDropped,
    PatientExpected,
)

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.h]?([0-5]\d)", re.ASCII)


def today(daybook: Daybook) -> date:
    """The day the site's clock shows."""
    return daybook.clock().astimezone(daybook.zone).date()


def clock_minute(text: str) -> str | None:
    """`9:05`, `0905` → `09:05`; None when it is no time of a 24-hour clock."""
    found = _CLOCK.fullmatch(text.strip())
    return f"{int(found[1]):02}:{found[2]}" if found else None


def expect(daybook: Daybook, listed: Iterable[Expected]) -> None:
    """Put these on the list, all or none. Raises `Refused` when there is nobody, or one without a name."""
    bodies = tuple(_said(one, today(daybook)) for one in listed)
    if not bodies:
        raise Refused("nobody_listed")
    daybook.write(None, *bodies)


def new_id() -> str:
    """An id no other entry has."""
    return str(uuid.uuid4())


def _said(one: Expected, day: date) -> Body:
    if not one.patient.name.strip():
        raise Refused("no_name_listed")
    at = clock_minute(one.at) if one.at else None
    if one.at and at is None:
        raise Refused("no_clock_time", {"time": one.at})
    return PatientExpected(
        expected=one.id or new_id(),
        day=day,
        patient=one.patient,
        at=at,
        chair=one.chair or None,
        planned=one.planned or None,
        payer=one.payer or None,
        ordering_provider=one.ordering_provider or None,
    )


def still_expected(daybook: Daybook) -> tuple[Expected, ...]:
    """Who is expected today and not here yet, by time; a check-in that was undone puts them back."""
    here = {one.expected for one in daybook.encounters() if one.opened is not None}
    day = today(daybook)
    waiting = [one for one in daybook.suite.room.expected if one.day == day and one.id not in here]
    return tuple(sorted(waiting, key=lambda one: (one.at or "99", one.patient.name.casefold())))


def expected_in(daybook: Daybook, chair: str) -> Expected | None:
    """The next one who is meant for a chair."""
    return next((one for one in still_expected(daybook) if one.chair == chair), None)


def drop(daybook: Daybook, expected: str, reason: str) -> None:
    """Take somebody off the list; the reason stays in the record."""
    if not reason.strip():
        raise Refused("reason_needed")
    daybook.write(None, ExpectedDropped(expected, reason.strip()))


def free_chairs(daybook: Daybook) -> tuple[str, ...]:
    """Chairs that are empty and in service, in the room's order."""
    return tuple(
        chair
        for chair in daybook.suite.facts.chairs
        if daybook.in_chair(chair) is None and not daybook.suite.room.why_out(chair)
    )


def chair_for(daybook: Daybook, one: Expected) -> str:
    """The chair somebody is meant for when it is free, else the first free one; empty when there is none."""
    free = free_chairs(daybook)
    return one.chair if one.chair in free else next(iter(free), "")


def arrive(daybook: Daybook, expected: str, chair: str) -> EncounterId:
    """Check in somebody from the list. Raises `Refused` when the chair is not free or nobody is listed so."""
    one = next((found for found in still_expected(daybook) if found.id == expected), None)
    if one is None:
        raise Refused("not_expected")
    form = CheckIn(
        chair=chair,
        patient=one.patient,
        setting=daybook.suite.facts.setting,
        payer=one.payer or None,
        ordering_provider=one.ordering_provider or None,
        expected=one.id,
    )
    return check_in(daybook, form)


def take_out(daybook: Daybook, chair: str, reason: str) -> None:
    """A chair cannot be used from now on. Raises `Refused` while a patient is in it, and without a reason."""
    if daybook.in_chair(chair) is not None:
        raise Refused("chair_taken", {"chair": chair})
    if not reason.strip():
        raise Refused("reason_needed_chair", {"chair": chair})
    daybook.write(None, ChairOutOfService(chair, reason.strip()))


def put_back(daybook: Daybook, chair: str) -> None:
    """A chair can be used again."""
    if daybook.suite.room.why_out(chair):
        daybook.write(None, ChairInService(chair))
