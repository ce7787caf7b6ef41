"""One visit in the printed shift log: a band with who and when, its lines, and what must be said of it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from nursedesk.outputs.formats import amount, clock_on, local_day, one_line, written
from nursedesk.outputs.paper.given import PURPOSES, ROUTES
from nursedesk.outputs.paper.shift_rows import Column, Row, row
from nursedesk.outputs.shift_log import ShiftRow
from nursedesk.outputs.shift_visits import Heading, VisitEntry
from nursedesk.record.encounter import Amount, Status

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
_STATUS = {Status.OPEN: "open", Status.CLOSED: "closed, not signed", Status.SIGNED: "signed"}


def head_row(width: float) -> Row:
    """The heads of the columns of lines."""
    return row([column.head for column in LINES], LINES, width)


def band_row(visit: VisitEntry, heading: Heading, width: float, continued: bool = False) -> Row:
    """`Chair 3 · ROE, Jane · in 08:50, out 10:30 · nurse · ticket`."""
    zone = heading.asked.zone
    day_of = local_day(heading.asked.period.begin, zone)

    def clock(at: datetime | None, missing: str) -> str:
        return clock_on(at, zone, day_of) if at else missing

    stay = f"in {clock(visit.came, 'not recorded')}, out {clock(visit.left, 'not yet')}"
    given = f"first start {clock(visit.first_start, 'none')}, last stop {clock(visit.last_stop, 'none yet')}"
    version = f" v{visit.version}" if visit.version else ""
    ticket = f"{one_line(visit.ticket)}{version} · " if visit.ticket else "no ticket · "
    closed = f", closed {clock(visit.closed, '')}" if visit.closed else ""
    who = f"{written(visit.patient)} · MRN {written(visit.mrn)} · {one_line(visit.encounter)}"
    texts = (
        f"Chair {written(visit.chair)}",
        f"{who} (continued)" if continued else who,
        stay,
        given,
        one_line(visit.nurse) or "no nurse",
        f"{ticket}{_STATUS[visit.status]}{closed}",
    )
    return row(texts, _BAND, width, strong=frozenset({0, 1}), band=True)


def line_rows(visit: VisitEntry, heading: Heading, width: float) -> Iterator[Row]:
    """A row for each line of the visit."""
    charged = {(one.line, one.drug): one for one in visit.reconciled}
    for line in visit.lines:
        found = charged.get((line.line, line.drug))
        codes = ", ".join(part for part in (found.service_codes, found.drug_codes) if part) if found else ""
        codes = one_line(codes)
        outcome = codes or (found.match.value if found else "")
        yield row(_line(line, heading, outcome), LINES, width, strong=frozenset({0}))


def _line(line: ShiftRow, heading: Heading, charged: str) -> tuple[str, ...]:
    zone = heading.asked.zone
    day_of = local_day(heading.asked.period.begin, zone)
    dose = amount(Amount(line.dose, line.unit)) if line.dose is not None else ""
    purpose = PURPOSES.get(line.purpose, "")
    stopped = line.stop_reason.value.replace("_", " ") if line.stop_reason else ""
    known = [label.value.lower() for label in line.labels] or ["pressed"]
    if stopped not in ("", "completed"):
        known.append(f"stopped: {stopped}")
    by = " / ".join(one_line(part) for part in dict.fromkeys((line.started_by, line.stopped_by)) if part)
    return (
        " ".join(part for part in (one_line(heading.display(line.drug)), dose) if part),
        ", ".join(part for part in (ROUTES[line.route], purpose) if part),
        one_line(line.access.replace("_", " ")),
        clock_on(line.start, zone, day_of) if line.start else "",
        clock_on(line.stop, zone, day_of) if line.stop else "still up",
        str(line.minutes),
        str(line.pauses or ""),
        ", ".join(known),
        by or "not recorded",
        charged,
    )


def note_rows(visit: VisitEntry, heading: Heading, width: float) -> Iterable[Row]:
    """What must be said of a visit: nothing given, reactions, hand-overs, missing items."""
    zone = heading.asked.zone
    day_of = local_day(heading.asked.period.begin, zone)
    said: list[tuple[str, str]] = [] if visit.lines else [("Given", "nothing in this period")]
    said += [("Reaction", one_line(text)) for text in visit.reactions]
    said += [
        (
            "Handed over",
            f"{hand.lines} lines to {one_line(hand.to)} by {one_line(hand.by)}, {clock_on(hand.at, zone, day_of)}",
        )
        for hand in visit.handed_over
    ]
    said += [("Missing", one_line(text)) for text in visit.missing]
    return [row(texts, _NOTE, width, strong=frozenset({0})) for texts in said]
