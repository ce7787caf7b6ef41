"""Closed visits coded again by other rules, and how that differs from what was signed. Nothing here writes."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import zip_longest
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from nursedesk.coding.days import local_day
from nursedesk.coding.engine import code
from nursedesk.coding.rulebook import Rulebook
from nursedesk.coding.ticket import Severity
from nursedesk.outputs.ticket_json import ticket_json
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, Event
from nursedesk.record.fold import fold
from nursedesk.record.intervals import minute_of

CHARTED_WITHIN = timedelta(days=31)
"""A visit checked in so long after its date of service (paper of a downtime, typed in) is still found."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule and what it says here."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Charged:
    """One line of a ticket as it is compared; `date` is an ISO date or None."""

    code: str
    units: int
    modifiers: tuple[str, ...] = ()
    date: str | None = None
    system: str = ""
    administrations: tuple[str, ...] = ()
    why: tuple[Reason, ...] = ()

    @property
    def payer(self) -> tuple[object, ...]:
        """What a payer would see of it."""
        return self.code, self.units, self.modifiers, self.date


@dataclass(frozen=True, slots=True)
class Difference:
    """A line that would be another, would be gone (`would_be` None), or would be new (`was` None)."""

    was: Charged | None
    would_be: Charged | None
    instead: Reason | None = None
    """For a line that would be gone: what is found of it now and was not before."""

    @property
    def reasons(self) -> tuple[Reason | None, Reason | None]:
        """The first reason that differs, as it was and as it would be."""
        if self.instead is not None:
            return None, self.instead
        before = self.was.why if self.was else ()
        after = self.would_be.why if self.would_be else ()
        return next((pair for pair in zip_longest(before, after) if pair[0] != pair[1]), (None, None))

    @property
    def rule(self) -> str:
        """The rule of the first reason that differs; empty when the reasons are the same."""
        before, after = self.reasons
        decides = after or before
        return decides.rule if decides else ""


@dataclass(frozen=True, slots=True)
class Recoded:
    """One visit coded again."""

    encounter: str
    ticket: str
    version: int
    """The signed version it is compared to; 0 for a draft nobody has signed."""
    day: date | None
    signed_by: str
    profile: str
    """What the signed ticket was made with."""
    rules_digest: str
    reopened: bool
    """Reopened after that signature and closed again without another: the record may have changed since."""
    was: tuple[Charged, ...]
    would_be: tuple[Charged, ...]
    differences: tuple[Difference, ...]
    blocks: tuple[Reason, ...] = ()
    """What would keep it from being signed now and did not then."""

    @property
    def differs(self) -> bool:
        return bool(self.differences or self.blocks)


@dataclass(slots=True)
class Totals:
    """Figures over all visits coded again; as many as there are codes, however many visits."""

    signed: int = 0
    drafts: int = 0
    still_open: int = 0
    differing: int = 0
    was: Counter[str] = field(default_factory=Counter)
    would_be: Counter[str] = field(default_factory=Counter)

    def add(self, one: Recoded | None) -> None:
        """Count a visit; None is one still open, which has nothing to compare."""
        if one is None:
            self.still_open += 1
            return
        self.signed += one.version > 0
        self.drafts += one.version == 0
        self.differing += one.differs
        for line in one.was:
            self.was[line.code] += line.units
        for line in one.would_be:
            self.would_be[line.code] += line.units

    def by_code(self) -> tuple[tuple[str, int, int], ...]:
        """(code, units that were, units that would be), by code."""
        codes = sorted({*self.was, *self.would_be})
        return tuple((name, self.was[name], self.would_be[name]) for name in codes)


class Visits(Protocol):
    """The part of the record's reader that is needed here."""

    def encounters_between(
        self, start: datetime, end: datetime
    ) -> Iterator[tuple[EncounterId, tuple[Event, ...]]]: ...


def visits_on(reader: Visits, first: date, last: date, zone: str) -> Iterator[Encounter]:
    """The visits whose date of service is from `first` to `last`, by opening; one in memory at a time.

    The date of service is that of the first start, also where the visit was typed in days later.
    """
    here = ZoneInfo(zone)
    # A visit may have another zone than the site, so a day is added on each side and each visit looked at itself.
    begin = datetime.combine(max(first, date.min + 3 * _DAY) - _DAY, time(), here)
    end = datetime.combine(min(last, date.max - CHARTED_WITHIN - 3 * _DAY) + CHARTED_WITHIN + _DAY, time(), here)
    for _, events in reader.encounters_between(begin.astimezone(UTC), end.astimezone(UTC)):
        visit = fold(events)
        day = date_of_service(visit)
        if day is not None and first <= day <= last:
            yield visit


def date_of_service(visit: Encounter) -> date | None:
    """The day of the first start in the visit's zone, of the check-in when nothing has started."""
    starts = [part.start for one in visit.administrations for part in one.segments if part.start is not None]
    first = min(starts, default=visit.opened)
    return None if first is None else local_day(visit.time_zone, minute_of(first))


def recode(visit: Encounter, rulebook: Rulebook, site_rules: Rulebook) -> Recoded | None:
    """A visit coded again by `rulebook` against what was signed, or the site's draft; None while it is open."""
    if visit.status is Status.OPEN:
        return None
    would = ticket_json(code(visit, rulebook, placed=False), rulebook)
    was = _ticket(visit.signed_ticket) or ticket_json(code(visit, site_rules, placed=False), site_rules)
    before, after = charged_lines(was), charged_lines(would)
    new = _new_findings(was, would)
    made_with = was.get("profile", {})
    return Recoded(
        encounter=visit.id,
        ticket=visit.ticket_number or "",
        version=visit.version,
        day=date_of_service(visit),
        signed_by=visit.signed_by or "",
        profile=str(made_with.get("name", "")),
        rules_digest=str(made_with.get("rules_digest", "")),
        reopened=visit.version > 0 and visit.status is Status.CLOSED,
        was=before,
        would_be=after,
        differences=compare(before, after, new),
        blocks=tuple(_reason(one) for one in new if one["severity"] == Severity.BLOCK),
    )


def _ticket(signed: str | None) -> dict[str, Any] | None:
    return json.loads(signed) if signed is not None else None


def charged_lines(ticket: Mapping[str, Any]) -> tuple[Charged, ...]:
    """The lines of a ticket in its JSON form (`nursedesk.ticket/1`)."""
    return tuple(
        Charged(
            line["code"],
            line["units"],
            tuple(line["modifiers"]),
            line.get("date"),
            line["system"],
            tuple(line["administrations"]),
            tuple(map(_reason, line["why"])),
        )
        for line in ticket["lines"]
    )


def _reason(said: Mapping[str, Any]) -> Reason:
    return Reason(said["rule"], said["text"])


def _new_findings(was: Mapping[str, Any], would: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What is found now and was not, whatever it was worded as then."""
    known = {(one["code"], tuple(one["administrations"]), one["severity"]) for one in was["findings"]}
    return [x for x in would["findings"] if (x["code"], tuple(x["administrations"]), x["severity"]) not in known]


_Key = Callable[[Charged], object]

_ALIKE: tuple[_Key, ...] = (
    lambda line: (line.code, line.modifiers, line.date),
    lambda line: (line.code, line.modifiers),
    lambda line: line.code,
    # The same service under another code; a drug's own line never stands for its administration.
    lambda line: (line.system, line.administrations) if line.administrations else None,
)
"""What makes two lines one that changed, closest first."""


def compare(
    was: Sequence[Charged], would_be: Sequence[Charged], findings: Iterable[Mapping[str, Any]] = ()
) -> tuple[Difference, ...]:
    """Each line that a payer would see differently, once, in the order of the tickets.

    `findings` (as in the ticket's JSON) are those that are new; they tell why a line would be gone.
    """
    _, left, right = _paired(list(was), list(would_be), lambda line: line.payer)
    changed: list[tuple[Charged, Charged]] = []
    for key in _ALIKE:
        pairs, left, right = _paired(left, right, key)
        changed += pairs
    known = tuple(findings)
    found = [
        *(Difference(before, after) for before, after in changed),
        *(Difference(before, None, _instead(before, known)) for before in left),
        *(Difference(None, after) for after in right),
    ]
    order = {id(line): place for place, line in enumerate((*was, *would_be))}
    return tuple(sorted(found, key=lambda one: order[id(one.was or one.would_be)]))


def _paired(
    left: list[Charged], right: list[Charged], key: _Key
) -> tuple[list[tuple[Charged, Charged]], list[Charged], list[Charged]]:
    """Lines of both sides with equal keys, two by two, then those left over; a key of None pairs with nothing."""
    waiting: dict[object, list[Charged]] = {}
    for line in right:
        waiting.setdefault(key(line), []).append(line)
    pairs, alone = [], []
    for line in left:
        mine = key(line)
        partners = waiting.get(mine) if mine is not None else None
        if partners:
            pairs.append((line, partners.pop(0)))
        else:
            alone.append(line)
    return pairs, alone, [line for unpaired in waiting.values() for line in unpaired]


def _instead(gone: Charged, findings: Sequence[Mapping[str, Any]]) -> Reason | None:
    """A finding about the line itself; else one about what was given that is more than a remark."""
    mine = set(gone.administrations)
    about = [x for x in findings if gone.code in x["lines"]]
    about += [x for x in findings if x["severity"] != Severity.INFO and mine & set(x["administrations"])]
    return _reason(about[0]) if about else None
