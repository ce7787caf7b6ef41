"""The “Drugs and fluids given” table: a row for each drug, whatever it became on the ticket."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from nursedesk.outputs.formats import (
    NOT_RECORDED,
    amount,
    clock_on,
    day,
    duration,
    local_day,
    one_line,
    person,
    written,
)
from nursedesk.outputs.languages import Say, english
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


@dataclass(frozen=True, slots=True)
class Showing:
    """What every row is written with: the zone, the day of the visit, names of people and drugs, the language."""

    zone: ZoneInfo
    visit: date | None
    people: Mapping[str, str]
    drugs: Mapping[str, str] = field(default_factory=dict)
    now: datetime | None = None
    """When a draft is printed before the visit is over: what still runs has run until then."""
    say: Say = english
    words: TimelineWords = field(default_factory=TimelineWords)

    def clock(self, at: datetime) -> str:
        return clock_on(at, self.zone, self.visit, self.say)

    def day(self, when: date | None) -> str:
        return day(when, self.say)

    def drug(self, one: Administration) -> str:
        return self.written(self.drugs.get(one.drug, one.drug))

    def amount(self, value: Amount | None) -> str:
        return amount(value, self.say)

    def person(self, sign_in: str | None) -> str:
        return person(self.people, sign_in, self.say)

    def written(self, text: str | None) -> str:
        return written(text, self.say)


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
        route=plain_cell(_route(one, showing)),
        access=plain_cell(_access(one, encounter, showing)),
        times=_times(one, encounter.time_notes, showing),
        minutes=(strong(str(running_minutes(one, showing.now if one.state is LineState.RUNNING else None))),),
        interruptions=_interruptions(one, showing),
        lot=_lot(one, showing),
        people=_people(one, showing),
    )


def plain_cell(text: str) -> Cell:
    """A cell of one plain paragraph."""
    return (plain(text),)


def _drug(one: Administration, showing: Showing) -> Cell:
    say = showing.say
    name = Run(showing.drug(one), Weight.STRONG)
    dose = showing.amount(one.dose)
    if one.purpose in FLUIDS:
        # The bag's volume is not what was given of it, so it is named as the bag's.
        given = dose or showing.amount(one.rate) or say("amount not recorded")
        bag = f" · {say('{volume} bag').format(volume=showing.amount(one.volume))}" if one.volume else ""
        return (name, Run(f" {given}")), (Run(f"{say(PURPOSES[one.purpose])}{bag}", Weight.QUIET),)
    first: Para = (name, Run(f" {dose or say('dose not recorded')}"))
    purpose = f"{say(PURPOSES[one.purpose])} · " if one.purpose in PURPOSES else ""
    return first, (Run(purpose + _waste(one, showing), Weight.QUIET),)


def _waste(one: Administration, showing: Showing) -> str:
    say = showing.say
    opened = say("opened {amount}").format(amount=showing.amount(one.opened))
    opened = opened if one.opened else say("opened not recorded")
    if one.wasted:
        return f"{say('wasted {amount}').format(amount=showing.amount(one.wasted))} · {opened}"
    if one.container is Container.MULTI_DOSE:
        return f"{say('multi-dose vial')} · {opened}" if one.opened else say("multi-dose vial")
    left = _left(one.dose, one.opened)
    if left is not None and left.amount <= 0:
        return f"{say('nothing left over')} · {opened}"
    return f"{say('waste not recorded')} · {opened}"


def _left(dose: Amount | None, opened: Amount | None) -> Amount | None:
    if dose is None or opened is None or dose.unit != opened.unit:
        return None
    if not (dose.amount.is_finite() and opened.amount.is_finite()):
        return None
    return Amount(opened.amount - dose.amount, dose.unit)


def _route(one: Administration, showing: Showing) -> str:
    say = showing.say
    parts = [say(ROUTES[one.route])]
    if one.route not in _TIMED:
        parts += [part for part in (one_line(one.diluent or ""), showing.amount(one.volume)) if part]
        return " · ".join(parts)
    asked = [(say("volume"), showing.amount(one.volume)), (say("rate"), showing.amount(one.rate))]
    if one.purpose not in FLUIDS:
        asked.insert(0, (say("diluent"), one_line(one.diluent or "")))
    parts += [known for _, known in asked if known]
    missing = ", ".join(name for name, known in asked if not known)
    return " · ".join([*parts, say("{what} not recorded").format(what=missing)] if missing else parts)


def _access(one: Administration, encounter: Encounter, showing: Showing) -> str:
    say = showing.say
    if one.access is None:
        return say("None") if one.route is Route.ORAL else say(NOT_RECORDED)
    for index, access in enumerate(encounter.accesses):
        if access.id == one.access:
            site = "" if access.site else f", {say('site not recorded')}"
            return one_line(f"{access_letter(access.id, index)} · {access_facts(access, showing.words)}{site}")
    return f"{showing.written(one.access)} · {say('device not recorded')}"


def _times(one: Administration, notes: Sequence[TimeNote], showing: Showing) -> Cell:
    say = showing.say
    starts = [segment.start for segment in one.segments if segment.start]
    if not starts:
        return (strong(say("not started") if one.state is LineState.PREPARED else say(NOT_RECORDED)),)
    stopped = [segment.stop for segment in one.segments if segment.stop]
    head, showing = _other_day(min(starts), max(stopped, default=min(starts)), showing)
    start = (*head, *_time(min(starts), one, notes, showing, ("Started", "Pushed")))
    if _at_once(one) and all(segment.stop in (None, segment.start) for segment in one.segments):
        return (*start, strong(say("push") if one.route in (Route.IV_PUSH, Route.IV_INFUSION) else say("given")))
    if _goes_on(one, showing):
        return (*start, strong(say("running") if one.state is LineState.RUNNING else say("paused")))
    stops = [segment.stop for segment in one.segments if segment.stop]
    if not stops or any(segment.stop is None for segment in one.segments):
        return (*start, strong(say(NOT_RECORDED)))
    return (*start, *_time(max(stops), one, notes, showing, ("Stopped",)))


def _other_day(start: datetime, stop: datetime, showing: Showing) -> tuple[Cell, Showing]:
    """The day of a line that ran on one day that is not the visit's, said once above its times."""
    day_of = local_day(start, showing.zone)
    if day_of == showing.visit or local_day(stop, showing.zone) != day_of:
        return (), showing
    return ((Run(showing.day(day_of)[:6], Weight.QUIET),),), replace(showing, visit=day_of)


def _at_once(one: Administration) -> bool:
    """A push, injection or flush: one moment, one person."""
    return one.route not in _TIMED or one.state is LineState.GIVEN


def _goes_on(one: Administration, showing: Showing) -> bool:
    return showing.now is not None and one.state in (LineState.RUNNING, LineState.PAUSED)


def _time(
    at: datetime, one: Administration, notes: Sequence[TimeNote], showing: Showing, kinds: Sequence[str]
) -> Cell:
    """A time, and under it the one first charted, struck, or how it is known when that is not by a press."""
    note = next((n for n in notes if n.line == one.line and n.what in kinds and n.now == at), None)
    time = strong(showing.clock(at))
    if note is None:
        return (time,)
    if note.was is not None and note.was != note.now:
        return time, (Run(showing.clock(note.was), Weight.QUIET, struck=True),)
    return time, (Run(showing.say(note.label.value).lower(), Weight.QUIET),)


def _interruptions(one: Administration, showing: Showing) -> Cell:
    known = [(segment.start, segment.stop) for segment in one.segments if segment.start]
    paragraphs = []
    for (_, stop), (start, _) in pairwise(sorted(known, key=lambda span: span[0])):
        if stop and minute_of(start) > minute_of(stop):
            length = duration(minute_of(start) - minute_of(stop))
            paragraphs.append(plain(f"{showing.clock(stop)} – {showing.clock(start)}, {length}"))
    if one.stop_reason in STOPPED:
        paragraphs.append(plain(showing.say(STOPPED[one.stop_reason])))
    return tuple(paragraphs) or plain_cell(showing.say("None"))


def _lot(one: Administration, showing: Showing) -> Cell:
    say = showing.say
    if not (one.lot or one.expiry or one.ndc):
        return plain_cell(say(NOT_RECORDED))
    lot = one_line(one.lot or "") or say("lot not recorded")
    expiry = showing.day(one.expiry) if one.expiry else say("expiry not recorded")
    return plain(lot), plain(expiry), plain(one_line(one.ndc or "") or say("NDC not recorded"))


def _people(one: Administration, showing: Showing) -> Cell:
    say = showing.say
    if one.state is LineState.PREPARED and one.started_by is None:
        return plain_cell(say("nobody yet"))
    by = [plain(showing.person(one.started_by))]
    if not _at_once(one) and not _goes_on(one, showing):
        by.append(plain(showing.person(one.stopped_by)))
    if one.waste_witness:
        by.append(plain(say("witness {who}").format(who=showing.person(one.waste_witness))))
    elif one.wasted and one.wasted.amount > 0:
        by.append(plain(say("witness not recorded")))
    return tuple(by)
