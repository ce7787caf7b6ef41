"""One visit in the printed shift log: a band with who and when, its lines, and what must be said of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from nursedesk.outputs.formats import amount, clock_on, local_day, one_line, written
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper.given import PURPOSES, ROUTES, STOPPED
from nursedesk.outputs.paper.shift_rows import Column, Row, row
from nursedesk.outputs.shift_log import ShiftRow
from nursedesk.outputs.shift_visits import Heading, VisitEntry
from nursedesk.record.encounter import Amount, Device, Status

LINES = (
    Column("Drug, dose", 0, 186),
    Column("Route, purpose", 192, 300),
    Column("Access", 306, 432),
    Column("Start", 434, 482, right=True),
    Column("Stop", 486, 534, right=True),
    Column("Min", 538, 564, right=True),
    Column("Pauses", 570, 604, right=True),
    Column("Time known by", 614, 690),
    Column("Started, stopped by", 698, 804),
    Column("Charged", 812, 1000),
)
_BAND = (
    Column("", 4, 60),
    Column("", 68, 300),
    Column("", 308, 470),
    Column("", 478, 690),
    Column("", 698, 804),
    Column("", 812, 996),
)
_NOTE = (Column("", 16, 110), Column("", 116, 1000))
_DEVICES = frozenset(Device)
_STATUS = {Status.OPEN: "open", Status.CLOSED: "closed, not signed", Status.SIGNED: "signed"}


def head_row(width: float, say: Say = english) -> Row:
    """The heads of the columns of lines."""
    return row([say(column.head) for column in LINES], LINES, width)


def band_row(visit: VisitEntry, heading: Heading, width: float, continued: bool = False) -> Row:
    """`Chair 3 · ROE, Jane · in 08:50, out 10:30 · nurse · ticket`."""
    zone, say = heading.asked.zone, heading.say
    day_of = local_day(heading.asked.period.begin, zone)

    def clock(at: datetime | None, missing: str = "") -> str:
        return clock_on(at, zone, day_of, say) if at else missing

    stay = say("in {came}, out {left}").format(
        came=clock(visit.came, say("not recorded")), left=clock(visit.left, say("not yet"))
    )
    given = say("first start {first}, last stop {last}").format(
        first=clock(visit.first_start, say("none")), last=clock(visit.last_stop, say("none yet"))
    )
    version = f" v{visit.version}" if visit.version else ""
    ticket = f"{one_line(visit.ticket)}{version}" if visit.ticket else say("no ticket")
    closed = say(", closed {time}").format(time=clock(visit.closed)) if visit.closed else ""
    who = f"{written(visit.patient)} · {say('MRN')} {written(visit.mrn)} · {one_line(visit.encounter)}"
    texts = (
        say("Chair {name}").format(name=written(visit.chair)),
        f"{who} ({say('continued')})" if continued else who,
        stay,
        given,
        one_line(visit.nurse) or say("no nurse"),
        f"{ticket} · {say(_STATUS[visit.status])}{closed}",
    )
    return row(texts, _BAND, width, strong=frozenset({0, 1}), band=True)


def line_rows(visit: VisitEntry, heading: Heading, width: float) -> Iterator[Row]:
    """A row for each line of the visit."""
    charged = {(one.line, one.drug): one for one in visit.reconciled}
    for line in visit.lines:
        found = charged.get((line.line, line.drug))
        codes = ", ".join(part for part in (found.service_codes, found.drug_codes) if part) if found else ""
        codes = one_line(codes)
        outcome = codes or (heading.say(found.match.value) if found else "")
        yield row(_line(line, heading, outcome), LINES, width, strong=frozenset({0}))


def _line(line: ShiftRow, heading: Heading, charged: str) -> tuple[str, ...]:
    zone, say = heading.asked.zone, heading.say
    day_of = local_day(heading.asked.period.begin, zone)
    dose = amount(Amount(line.dose, line.unit), say) if line.dose is not None else ""
    purpose = say(PURPOSES[line.purpose]) if line.purpose in PURPOSES else ""
    known = [say(label.value).lower() for label in line.labels] or [say("pressed")]
    if line.stop_reason is not None and line.stop_reason in STOPPED:
        known.append(say(STOPPED[line.stop_reason]))
    by = " / ".join(one_line(part) for part in dict.fromkeys((line.started_by, line.stopped_by)) if part)
    return (
        " ".join(part for part in (one_line(heading.display(line.drug)), dose) if part),
        ", ".join(part for part in (say(ROUTES[line.route]), purpose) if part),
        one_line(_access(line.access, say)),
        clock_on(line.start, zone, day_of, say) if line.start else "",
        clock_on(line.stop, zone, day_of, say) if line.stop else say("still up"),
        str(line.minutes),
        str(line.pauses or ""),
        ", ".join(known),
        by or say("not recorded"),
        charged,
    )


def _access(access: str, say: Say) -> str:
    """`A peripheral left forearm`: the device's word is ours, the rest is the nurse's."""
    name, _, rest = access.partition(" ")
    device, _, site = rest.partition(" ")
    spaced = device.replace("_", " ")
    word = say(spaced) if device in _DEVICES else device
    return " ".join(part for part in (name, word, site) if part)


def note_rows(visit: VisitEntry, heading: Heading, width: float) -> Iterable[Row]:
    """What must be said of a visit: nothing given, reactions, hand-overs, missing items."""
    zone, say = heading.asked.zone, heading.say
    day_of = local_day(heading.asked.period.begin, zone)
    handed = say("lines: {count}, to {to} by {by}, {time}")
    said: list[tuple[str, str]] = [] if visit.lines else [(say("Given"), say("nothing in this period"))]
    said += [(say("Reaction"), one_line(text)) for text in visit.reactions]
    said += [
        (
            say("Handed over"),
            handed.format(
                count=hand.lines,
                to=one_line(hand.to),
                by=one_line(hand.by),
                time=clock_on(hand.at, zone, day_of, say),
            ),
        )
        for hand in visit.handed_over
    ]
    said += [(say("Missing"), one_line(text)) for text in visit.missing]
    return [row(texts, _NOTE, width, strong=frozenset({0})) for texts in said]
