"""The strip at the foot of a card: the visit so far on an axis that holds still for a quarter of an hour."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from nursedesk.outputs.pictures.strip import Bar, BarKind, StripModel
from nursedesk.record.encounter import Administration, LineState
from nursedesk.record.intervals import Span, minute_of, spans
from nursedesk.ui import words
from nursedesk.ui.board.card_line import NOT_CHARGED, planned_end
from nursedesk.ui.board.card_parts import Source

HALF_HOUR, QUARTER, LEAD, TAIL, LEAST = 30, 15, 10, 16, 90
"""Minutes: the axis moves in quarter hours, begins 10 before the first mark, ends 16 or more after now."""
LONG = 300
"""Minutes: from here on only every second hour has a line."""


def strip_model(lines: Sequence[Sequence[Administration]], source: Source, now: datetime) -> StripModel:
    """The strip of a visit, or of the chair's day when it is free."""
    here = minute_of(now)
    first, last = _reach(lines, source, now)
    start = (first - LEAD) // QUARTER * QUARTER
    stop = -(-last // QUARTER) * QUARTER
    start = min(start, stop - LEAST)
    bars, pauses = _drawn(lines, source, now, start)
    return StripModel(
        span=float(stop - start),
        bars=bars,
        pauses=pauses,
        pushes=tuple(sorted(float(minute - start) for minute in _pushes(lines))),
        hours=_hours(start, stop, source, now),
        now=float(here - start),
        now_word=words.clock_time(now, source.zone),
    )


def _reach(lines: Sequence[Sequence[Administration]], source: Source, now: datetime) -> tuple[int, int]:
    """First and last minute the strip must show."""
    here = minute_of(now)
    starts = [start for drugs in lines for start, _ in spans(drugs[0].segments, now)]
    starts += _pushes(lines) + [minute_of(visit.start) for visit in source.day.visits if source.encounter is None]
    prepared = [drugs[0].ordered_minutes or HALF_HOUR for drugs in lines if drugs[0].state is LineState.PREPARED]
    first = min(starts, default=here - 2 * LEAST + TAIL)
    return first, here + max([TAIL, *prepared])


def _pushes(lines: Sequence[Sequence[Administration]]) -> list[int]:
    given = [drugs[0] for drugs in lines if drugs[0].state is LineState.GIVEN]
    return [minute_of(drug.segments[0].start) for drug in given if drug.segments and drug.segments[0].start]


def _drawn(
    lines: Sequence[Sequence[Administration]], source: Source, now: datetime, start: int
) -> tuple[tuple[Bar, ...], tuple[tuple[float, float, int], ...]]:
    if not lines:
        # Those who sat here before are told on an empty chair, not on somebody else's card.
        return _visits(source, start) if source.encounter is None else (), ()
    charged = [drugs for drugs in lines if drugs[0].purpose not in NOT_CHARGED]
    others = [drugs for drugs in lines if drugs[0].purpose in NOT_CHARGED]
    shown = [drugs for drugs in (*charged, *others) if drugs[0].state is not LineState.GIVEN]
    lanes = _lanes(shown, now)
    bars: list[Bar] = []
    pauses: list[tuple[float, float, int]] = []
    for drugs, lane in zip(shown, lanes, strict=True):
        shared = _shared_with(drugs, charged, now) if drugs in charged else ()
        bars += _bars(drugs, lane, source, now, start, shared)
        pauses += _pauses(drugs[0], lane, now, start)
    return tuple(bars), tuple(pauses)


def _lanes(shown: Sequence[Sequence[Administration]], now: datetime) -> list[int]:
    """A lane each, up to three; beyond that, lines that do not overlap share one."""
    if len(shown) <= 3:
        return list(range(len(shown)))
    ends: list[int] = []
    lanes = []
    for drugs in shown:
        runs = spans(drugs[0].segments, now) or ((minute_of(now), minute_of(now) + 1),)
        free = next((lane for lane, end in enumerate(ends) if end <= runs[0][0]), len(ends))
        if free == len(ends):
            ends.append(0)
        ends[free] = runs[-1][1]
        lanes.append(free)
    return lanes


def _shared_with(
    drugs: Sequence[Administration], charged: Sequence[Sequence[Administration]], now: datetime
) -> tuple[Span, ...]:
    others = [spans(other[0].segments, now) for other in charged if other is not drugs]
    mine = spans(drugs[0].segments, now)
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in mine for other in others for b in other]
    return tuple(span for span in both if span[1] > span[0])


def _bars(
    drugs: Sequence[Administration],
    lane: int,
    source: Source,
    now: datetime,
    start: int,
    shared: tuple[Span, ...],
) -> list[Bar]:
    drug = drugs[0]
    here = float(minute_of(now) - start)
    if drug.state is LineState.PREPARED:
        return [Bar(here, here + (drug.ordered_minutes or HALF_HOUR), lane, BarKind.PLANNED)]
    kind = BarKind.FINISHED if drug.state is LineState.STOPPED else BarKind.RUNNING
    if drug.purpose in NOT_CHARGED:
        kind = BarKind.THIN
    hatch = tuple((float(a - start), float(b - start)) for a, b in shared)
    bars = [Bar(float(a - start), float(b - start), lane, kind, hatch) for a, b in spans(drug.segments, now)]
    end = planned_end(drugs, None, now) if kind is BarKind.RUNNING else None
    if end and bars and minute_of(end) < minute_of(now) and drug.state is LineState.RUNNING:
        over = max(float(minute_of(end) - start), bars[-1].start)
        bars[-1] = Bar(bars[-1].start, over, lane, kind, hatch)
        bars.append(Bar(over, here, lane, BarKind.OVERDUE))
    return bars


def _pauses(drug: Administration, lane: int, now: datetime, start: int) -> list[tuple[float, float, int]]:
    runs = spans(drug.segments, now)
    gaps = [(a[1], b[0]) for a, b in pairwise(runs)]
    if drug.state is LineState.PAUSED and runs:
        gaps.append((runs[-1][1], minute_of(now)))
    return [(float(a - start), float(b - start), lane) for a, b in gaps if b > a]


def _visits(source: Source, start: int) -> tuple[Bar, ...]:
    return tuple(
        Bar(float(minute_of(visit.start) - start), float(minute_of(visit.stop) - start), 0, BarKind.FINISHED)
        for visit in source.day.visits
    )


def _hours(start: int, stop: int, source: Source, now: datetime) -> tuple[tuple[float, str], ...]:
    """Full hours of the site's wall clock inside the strip."""
    step = 2 if stop - start > LONG else 1
    found = []
    for minute in range(start, stop + 1, QUARTER):
        instant = now.replace(second=0, microsecond=0) + timedelta(minutes=minute - minute_of(now))
        local = instant.astimezone(source.zone)
        if local.minute == 0 and local.hour % step == 0:
            found.append((float(minute - start), words.clock_time(instant, source.zone)))
    return tuple(found)
