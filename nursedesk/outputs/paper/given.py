"""The “Drugs and fluids given” table: a row for each drug, whatever it became on the ticket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from nursedesk.outputs.formats import (
    NOT_RECORDED,
    amount,
    clock_on,
    day,
    duration,
    one_line,
    person,
    written,
)
from nursedesk.outputs.paper.model import Cell, GivenRow, Para, Run, Weight, plain, strong
from nursedesk.outputs.pictures.timeline_build import access_facts, access_letter
from nursedesk.outputs.pictures.timeline_model import TimelineWords
from nursedesk.record.encounter import (
    Administration,
    Amount,
    Container,
    Encounter,
    LineState,
    Purpose,
    Route,
    StopReason,
    TimeNote,
)
from nursedesk.record.intervals import minute_of, running_minutes

ROUTES: Mapping[Route, str] = {
    Route.IV_INFUSION: "IV infusion",
    Route.IV_PUSH: "IV push",
    Route.IM: "IM injection",
    Route.SC: "SC injection",
    Route.SC_INFUSION: "SC infusion",
    Route.ON_BODY_INJECTOR: "on-body injector",
    Route.PUMP: "ambulatory pump",
    Route.PORT_FLUSH: "port flush",
    Route.ORAL: "by mouth",
}
PURPOSES: Mapping[Purpose, str] = {
    Purpose.HYDRATION: "hydration",
    Purpose.CARRIER: "carrier",
    Purpose.FLUSH: "flush",
    Purpose.KEEP_OPEN: "keep open",
    Purpose.INTEGRAL: "part of a procedure",
    Purpose.PROPHYLAXIS: "prophylaxis",
    Purpose.DIAGNOSTIC: "diagnostic",
}
STOPPED: Mapping[StopReason, str] = {
    StopReason.REACTION: "stopped: reaction",
    StopReason.ACCESS_FAILURE: "stopped: access failed",
    StopReason.PATIENT_REQUEST: "stopped at patient's request",
    StopReason.ORDERED: "stopped as ordered",
    StopReason.EMERGENCY: "stopped: emergency",
    StopReason.OTHER: "stopped early",
}
FLUIDS = frozenset({Purpose.HYDRATION, Purpose.CARRIER, Purpose.FLUSH, Purpose.KEEP_OPEN})
"""Given for their volume: no dose, diluent or waste is asked of them."""
UNCHARGED = frozenset({Purpose.CARRIER, Purpose.FLUSH, Purpose.KEEP_OPEN, Purpose.INTEGRAL})
_TIMED = frozenset({Route.IV_INFUSION, Route.SC_INFUSION})
_WORDS = TimelineWords()


@dataclass(frozen=True, slots=True)
class Showing:
    """What every row is written with: the zone, the day of the visit, and how people and drugs are called."""

    zone: ZoneInfo
    visit: date | None
    people: Mapping[str, str]
    drugs: Mapping[str, str] = field(default_factory=dict)
    now: datetime | None = None
    """When a draft is printed before the visit is over: what still runs has run until then."""

    def clock(self, at: datetime) -> str:
        return clock_on(at, self.zone, self.visit)

    def drug(self, one: Administration) -> str:
        return written(self.drugs.get(one.drug, one.drug))


def given_rows(encounter: Encounter, showing: Showing) -> tuple[GivenRow, ...]:
    """Rows in the order a coder reads them: infusions by start, then pushes, then what only kept a line open."""
    ordered = sorted(encounter.administrations, key=_reading_order)
    return tuple(_row(one, encounter, showing) for one in ordered)


def _reading_order(one: Administration) -> tuple[bool, bool, bool, int]:
    first = next((segment.start for segment in one.segments if segment.start), None)
    return one.purpose in UNCHARGED, _at_once(one), first is None, minute_of(first) if first else 0


def _row(one: Administration, encounter: Encounter, showing: Showing) -> GivenRow:
    return GivenRow(
        drug=_drug(one, showing),
        route=plain_cell(_route(one)),
        access=plain_cell(_access(one, encounter)),
        times=_times(one, encounter.time_notes, showing),
        minutes=(strong(str(running_minutes(one, showing.now if one.state is LineState.RUNNING else None))),),
        interruptions=_interruptions(one, showing),
        lot=_lot(one),
        people=_people(one, showing),
    )


def plain_cell(text: str) -> Cell:
    """A cell of one plain paragraph."""
    return (plain(text),)


def _drug(one: Administration, showing: Showing) -> Cell:
    name = Run(showing.drug(one), Weight.STRONG)
    dose = amount(one.dose)
    if one.purpose in FLUIDS:
        # The bag's volume is not what was given of it, so it is named as the bag's.
        given = dose or amount(one.rate) or "amount not recorded"
        bag = f" · {amount(one.volume)} bag" if one.volume else ""
        return (name, Run(f" {given}")), (Run(f"{PURPOSES[one.purpose]}{bag}", Weight.QUIET),)
    first: Para = (name, Run(f" {dose}" if dose else " dose not recorded"))
    purpose = f"{PURPOSES[one.purpose]} · " if one.purpose in PURPOSES else ""
    return first, (Run(purpose + _waste(one), Weight.QUIET),)


def _waste(one: Administration) -> str:
    opened = f"opened {amount(one.opened)}" if one.opened else "opened not recorded"
    if one.wasted:
        return f"wasted {amount(one.wasted)} · {opened}"
    if one.container is Container.MULTI_DOSE:
        return f"multi-dose vial · {opened}" if one.opened else "multi-dose vial"
    left = _left(one.dose, one.opened)
    if left is not None and left.amount <= 0:
        return f"nothing left over · {opened}"
    return f"waste not recorded · {opened}"


def _left(dose: Amount | None, opened: Amount | None) -> Amount | None:
    if dose is None or opened is None or dose.unit != opened.unit:
        return None
    if not (dose.amount.is_finite() and opened.amount.is_finite()):
        return None
    return Amount(opened.amount - dose.amount, dose.unit)


def _route(one: Administration) -> str:
    parts = [ROUTES[one.route]]
    if one.route not in _TIMED:
        parts += [part for part in (one_line(one.diluent or ""), amount(one.volume)) if part]
        return " · ".join(parts)
    asked = [("volume", amount(one.volume)), ("rate", amount(one.rate))]
    if one.purpose not in FLUIDS:
        asked.insert(0, ("diluent", one_line(one.diluent or "")))
    parts += [known for _, known in asked if known]
    missing = [name for name, known in asked if not known]
    return " · ".join([*parts, f"{', '.join(missing)} not recorded"] if missing else parts)


def _access(one: Administration, encounter: Encounter) -> str:
    if one.access is None:
        return "None" if one.route is Route.ORAL else NOT_RECORDED
    for index, access in enumerate(encounter.accesses):
        if access.id == one.access:
            site = "" if access.site else ", site not recorded"
            return one_line(f"{access_letter(access.id, index)} · {access_facts(access, _WORDS)}{site}")
    return f"{written(one.access)} · device not recorded"


def _times(one: Administration, notes: Sequence[TimeNote], showing: Showing) -> Cell:
    starts = [segment.start for segment in one.segments if segment.start]
    if not starts:
        return (strong("not started" if one.state is LineState.PREPARED else NOT_RECORDED),)
    start = _time(min(starts), one, notes, showing, ("Started", "Pushed"))
    if _at_once(one) and all(segment.stop in (None, segment.start) for segment in one.segments):
        return (*start, strong("push" if one.route in (Route.IV_PUSH, Route.IV_INFUSION) else "given"))
    if _goes_on(one, showing):
        return (*start, strong(one.state.value))
    stops = [segment.stop for segment in one.segments if segment.stop]
    if not stops or any(segment.stop is None for segment in one.segments):
        return (*start, strong(NOT_RECORDED))
    return (*start, *_time(max(stops), one, notes, showing, ("Stopped",)))


def _at_once(one: Administration) -> bool:
    """A push, injection or flush: one moment, one person."""
    return one.route not in _TIMED or one.state is LineState.GIVEN


def _goes_on(one: Administration, showing: Showing) -> bool:
    return showing.now is not None and one.state in (LineState.RUNNING, LineState.PAUSED)


def _time(
    at: datetime, one: Administration, notes: Sequence[TimeNote], showing: Showing, kinds: Sequence[str]
) -> Cell:
    """A time, and under it how it is known when that is not by a press."""
    label = next((n.label for n in notes if n.line == one.line and n.what in kinds and n.now == at), None)
    time = strong(showing.clock(at))
    return (time, (Run(label.value.lower(), Weight.QUIET),)) if label else (time,)


def _interruptions(one: Administration, showing: Showing) -> Cell:
    known = [(segment.start, segment.stop) for segment in one.segments if segment.start]
    paragraphs = []
    for (_, stop), (start, _) in pairwise(sorted(known, key=lambda span: span[0])):
        if stop and minute_of(start) > minute_of(stop):
            length = duration(minute_of(start) - minute_of(stop))
            paragraphs.append(plain(f"{showing.clock(stop)} – {showing.clock(start)}, {length}"))
    if one.stop_reason in STOPPED:
        paragraphs.append(plain(STOPPED[one.stop_reason]))
    return tuple(paragraphs) or plain_cell("None")


def _lot(one: Administration) -> Cell:
    if not (one.lot or one.expiry or one.ndc):
        return plain_cell(NOT_RECORDED)
    lot = one_line(one.lot or "") or "lot not recorded"
    expiry = day(one.expiry) if one.expiry else "expiry not recorded"
    return plain(lot), plain(expiry), plain(one_line(one.ndc or "") or "NDC not recorded")


def _people(one: Administration, showing: Showing) -> Cell:
    if one.state is LineState.PREPARED and one.started_by is None:
        return plain_cell("nobody yet")
    by = [plain(person(showing.people, one.started_by))]
    if not _at_once(one) and not _goes_on(one, showing):
        by.append(plain(person(showing.people, one.stopped_by)))
    if one.waste_witness:
        by.append(plain(f"witness {person(showing.people, one.waste_witness)}"))
    elif one.wasted and one.wasted.amount > 0:
        by.append(plain("witness not recorded"))
    return tuple(by)
