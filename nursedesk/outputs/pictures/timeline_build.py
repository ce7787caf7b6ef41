"""From an encounter (and what the coder says of it) to the timeline's plain values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from nursedesk.coding.ticket import Placement, Role
from nursedesk.outputs.pictures.timeline_model import (
    MINUTE,
    Bar,
    BoundaryMark,
    Lane,
    Pause,
    PushMark,
    Span,
    StruckTime,
    TimelineModel,
    TimelineWords,
    Tone,
    clock_text,
    instant_of_minute,
    merged,
    overlaps,
)
from nursedesk.record.encounter import (
    Access,
    Administration,
    Amount,
    Encounter,
    LineState,
    Purpose,
    Route,
)
from nursedesk.watch.look import LineLook, Look
from nursedesk.watch.policy import Policy

_AT_ONCE = frozenset({Route.IV_PUSH, Route.IM, Route.SC, Route.PORT_FLUSH, Route.ORAL, Route.ON_BODY_INJECTOR})
_NO_ACCESS_NEEDED = frozenset({Route.IM, Route.SC, Route.ORAL, Route.ON_BODY_INJECTOR, Route.SC_INFUSION})
_UNCHARGED = frozenset({Purpose.KEEP_OPEN, Purpose.CARRIER, Purpose.FLUSH, Purpose.INTEGRAL})
_OTHER = "~other"
_NONE = "~none"


def plain_amount(amount: Amount) -> str:
    """`400 mg`: no trailing zero, a leading zero, `mcg` and `units` in words."""
    unit = {"ug": "mcg", "[iU]": "units", "ug/min": "mcg/min"}.get(amount.unit, amount.unit)
    number = f"{amount.amount:f}"
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return f"{number} {unit}"


@dataclass(frozen=True, slots=True)
class Naming:
    """How drugs (by lower-case name) and amounts are called; a drug not listed is called as it was charted."""

    drugs: Mapping[str, str] = field(default_factory=dict)
    amount: Callable[[Amount], str] = plain_amount
    words: TimelineWords = field(default_factory=TimelineWords)

    def drug(self, drug: str) -> str:
        return self.drugs.get(drug.strip().lower(), drug)


@dataclass(frozen=True, slots=True)
class _Making:
    encounter: Encounter
    look: Look | None
    now: datetime | None
    zone: ZoneInfo
    naming: Naming
    boundaries: Policy

    def clock(self, at: datetime) -> str:
        return clock_text(at, self.zone)

    def look_of(self, line: str) -> LineLook | None:
        return next((x for x in self.look.lines if x.line == line), None) if self.look else None

    def placement(self, group: tuple[Administration, ...]) -> Placement | None:
        ids = {a.id for a in group}
        placed = self.look.ticket.placements if self.look else ()
        return next((p for p in placed if ids.intersection(p.administrations)), None)


def line_of(administration: Administration) -> str:
    """The line of an administration; one read from a file may have none and is then its own."""
    return administration.line or administration.bag or administration.id


def timeline(
    encounter: Encounter,
    look: Look | None,
    now: datetime | None,
    zone: ZoneInfo,
    naming: Naming | None = None,
    boundaries: Policy = Policy.SHOWN,
) -> TimelineModel:
    """Everything of one visit that has a time. `now` is None on paper and once the visit is closed."""
    naming = naming or Naming()
    making = _Making(encounter, look, now, zone, naming, boundaries)
    groups = _lines(encounter)
    spans = {line: _spans(group, making) for line, group in groups.items()}
    lanes = _lanes(groups, spans, making)
    begin, end = _stretch(making, lanes)
    now_text = clock_text(now, zone) if now else ""
    return TimelineModel(begin, end, zone, lanes, now, now_text, naming.words)


def _lines(encounter: Encounter) -> dict[str, tuple[Administration, ...]]:
    groups: dict[str, tuple[Administration, ...]] = {}
    for administration in encounter.administrations:
        if any(s.start for s in administration.segments):
            line = line_of(administration)
            groups[line] = (*groups.get(line, ()), administration)
    return groups


def _at_once(group: tuple[Administration, ...]) -> bool:
    return group[0].route in _AT_ONCE or group[0].state is LineState.GIVEN


def _open_end(making: _Making, start: datetime) -> datetime:
    """Where a span without a stop is drawn to: now, else the end of the visit."""
    return max(making.now or making.encounter.closed or start, start)


def _spans(group: tuple[Administration, ...], making: _Making) -> tuple[Span, ...]:
    spans = []
    for segment in group[0].segments:
        if segment.start is None:
            continue
        end = segment.stop or _open_end(making, segment.start)
        minutes = int(
            (end.replace(second=0, microsecond=0) - segment.start.replace(second=0, microsecond=0)) / MINUTE
        )
        spans.append(Span(segment.start, max(end, segment.start), segment.stop is None, max(minutes, 0)))
    return tuple(sorted(spans, key=lambda s: s.begin))


def _title(group: tuple[Administration, ...], making: _Making) -> str:
    return " + ".join(making.naming.drug(a.drug) for a in group)


def _dose(group: tuple[Administration, ...], making: _Making) -> str:
    return " + ".join(making.naming.amount(a.dose) for a in group if a.dose)


def _worded(spans: tuple[Span, ...], group: tuple[Administration, ...], making: _Making) -> tuple[Span, ...]:
    """Drug and dose in the first span; the rate in the last of several."""
    words = making.naming.words
    first = replace(spans[0], title=_title(group, making), detail=_dose(group, making))
    later = [replace(s, title=words.duration(s.minutes)) for s in spans[1:]]
    rate = group[0].rate
    if later and rate:
        later[-1] = replace(later[-1], title=making.naming.amount(rate), detail=later[-1].title)
    return (first, *later)


def _pauses(spans: tuple[Span, ...], making: _Making) -> tuple[Pause, ...]:
    words = making.naming.words
    found = []
    for before, after in pairwise(spans):
        length = int((after.begin - before.end) / MINUTE)
        if length > 0:
            text = words.paused.format(duration=words.duration(length))
            found.append(Pause(before.end, after.begin, text, words.duration(length)))
    return tuple(found)


def _paused_now(spans: tuple[Span, ...], group: tuple[Administration, ...], making: _Making) -> tuple[Pause, ...]:
    if group[0].state is not LineState.PAUSED or not making.now or spans[-1].end >= making.now:
        return ()
    words = making.naming.words
    length = words.duration(int((making.now - spans[-1].end) / MINUTE))
    return (Pause(spans[-1].end, making.now, words.paused.format(duration=length), length),)


def _marks(line: str, spans: tuple[Span, ...], making: _Making) -> tuple[BoundaryMark, ...]:
    """The boundaries passed, and (where the site shows them) the next one of a line that runs."""
    look = making.look_of(line)
    if look is None or making.boundaries is Policy.HIDDEN:
        return ()
    marks = []
    for minute in (step.minute for step in look.steps if step.minute > 0):
        passed = minute <= look.minutes
        at = instant_of_minute(spans, minute, ahead=making.boundaries is Policy.SHOWN)
        if at is not None:
            text = making.naming.words.min_mark.format(time=making.clock(at))
            marks.append(BoundaryMark(minute, at, text, passed))
        if not passed:
            break
    return tuple(marks)


def _struck(line: str, making: _Making) -> tuple[StruckTime, ...]:
    words = making.naming.words
    return tuple(
        StruckTime(n.was, n.now, making.clock(n.was), words.now_time.format(time=making.clock(n.now)))
        for n in making.encounter.time_notes
        if n.line == line and n.was is not None and _minute(n.was) != _minute(n.now)
    )


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _tone(placed: Placement | None, spans: tuple[Span, ...], group: tuple[Administration, ...]) -> Tone:
    if placed and placed.role is Role.CONCURRENT:
        return Tone.SECOND
    live = spans[-1].open or group[0].state is LineState.PAUSED
    return Tone.RUNNING if live else Tone.FINISHED


def _bar(line: str, group: tuple[Administration, ...], spans: tuple[Span, ...], making: _Making) -> Bar:
    words, look, placed = making.naming.words, making.look_of(line), making.placement(group)
    planned = look.planned_end if look and spans[-1].open else None
    bar = Bar(
        line=line,
        title=_title(group, making),
        dose=_dose(group, making),
        tone=_tone(placed, spans, group),
        spans=_worded(spans, group, making),
        pauses=_pauses(spans, making) + _paused_now(spans, group, making),
        struck=_struck(line, making),
        total=words.duration(look.minutes if look else sum(s.minutes for s in spans)),
    )
    if group[0].purpose in _UNCHARGED:
        return replace(bar, thin=True, caption=_thin_caption(group, making))
    planned_text = words.planned_end.format(time=making.clock(planned)) if planned else ""
    missing = spans[-1].open and making.now is None
    return replace(
        bar,
        marks=_marks(line, spans, making),
        planned_end=planned,
        planned_text=planned_text,
        shared_text=_shared_text(placed, making),
        caption=words.stop_missing if missing else "",
    )


def _thin_caption(group: tuple[Administration, ...], making: _Making) -> str:
    words = making.naming.words
    return " · ".join((_title(group, making), words.purposes[group[0].purpose], words.not_charged))


def _shared_text(placed: Placement | None, making: _Making) -> str:
    if placed is None or placed.shared <= 0:
        return ""
    words = making.naming.words
    roles = {Role.CONCURRENT: words.concurrent, Role.SEQUENTIAL: words.sequential}
    if placed.role not in roles:
        return words.shared.format(shared=placed.shared, own=placed.own)
    return words.shared_as.format(shared=placed.shared, own=placed.own, role=roles[placed.role])


def _shared(
    spans: Mapping[str, tuple[Span, ...]], making: _Making
) -> dict[str, tuple[tuple[datetime, datetime], ...]]:
    """Hatched stretches of each line: both sides of every pair that shares minutes."""
    found: dict[str, tuple[tuple[datetime, datetime], ...]] = {}
    lines = {a.id: line_of(a) for a in making.encounter.administrations}
    for placed in making.look.ticket.placements if making.look else ():
        if placed.shared <= 0:
            continue
        own = {lines[a] for a in placed.administrations if a in lines}
        others = {lines[a] for a in placed.shared_with if a in lines}
        for a, b in ((a, b) for a in own for b in others if a in spans and b in spans):
            both = overlaps(spans[a], spans[b])
            for line in (a, b):
                found[line] = merged(found.get(line, ()) + both)
    return found


def _lanes(
    groups: Mapping[str, tuple[Administration, ...]], spans: Mapping[str, tuple[Span, ...]], making: _Making
) -> tuple[Lane, ...]:
    shared = _shared(spans, making)
    by_lane: dict[str, list[str]] = {access.id: [] for access in making.encounter.accesses}
    for line, group in groups.items():
        by_lane.setdefault(_lane_key(group[0], making), []).append(line)
    lanes = []
    for index, (key, lines) in enumerate(by_lane.items()):
        lane = _lane_titled(key, index, making)
        pushes = [m for line in lines if _at_once(groups[line]) for m in _pushes(line, groups[line], making)]
        bars = [
            replace(_bar(x, groups[x], spans[x], making), shared=shared.get(x, ()), lane_title=lane.title)
            for x in lines
            if not _at_once(groups[x])
        ]
        rows = packed(bar for bar in bars if not bar.thin)
        thin = tuple(bar for bar in bars if bar.thin)
        lanes.append(replace(lane, pushes=tuple(sorted(pushes, key=lambda m: m.at)), rows=rows, thin=thin))
    return tuple(lanes)


def _lane_key(administration: Administration, making: _Making) -> str:
    if administration.access and any(a.id == administration.access for a in making.encounter.accesses):
        return administration.access
    return _OTHER if administration.route in _NO_ACCESS_NEEDED else _NONE


def _lane_titled(key: str, index: int, making: _Making) -> Lane:
    words = making.naming.words
    access = next((a for a in making.encounter.accesses if a.id == key), None)
    if access is None:
        return Lane(key, words.other_routes if key == _OTHER else words.no_access, "–")
    details = [access_facts(access, words)]
    if access.separate_reason:
        details.append(words.separate.format(reason=access.separate_reason))
    elif access.placed:
        details.append(words.placed.format(time=making.clock(access.placed)))
    letter = access_letter(access.id, index)
    return Lane(key, words.access.format(id=letter), letter, tuple(details))


def access_letter(access_id: str, index: int) -> str:
    """What an access is called: its own id when short, else A, B, C in the order they were placed."""
    return access_id if len(access_id) <= 3 else chr(ord("A") + index % 26)


def access_facts(access: Access, words: TimelineWords) -> str:
    """`PIV 22 g, left forearm`, `port, right chest`."""
    device = words.devices[access.device]
    if not access.site:
        return device
    return f"{device} {access.site}" if access.site[0].isdigit() else f"{device}, {access.site}"


def _pushes(line: str, group: tuple[Administration, ...], making: _Making) -> list[PushMark]:
    title, dose = _title(group, making), _dose(group, making)
    return [
        PushMark(line, s.start, making.clock(s.start), title, dose)
        for s in group[0].segments
        if s.start is not None
    ]


def packed(bars: Iterable[Bar]) -> tuple[tuple[Bar, ...], ...]:
    """Bars in as few rows as they need so that none of a row overlap, planned ends included."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda b: b.begin):
        row = next((r for r in rows if _reach(r[-1]) <= bar.begin), None)
        if row is None:
            rows.append([bar])
        else:
            row.append(bar)
    return tuple(tuple(row) for row in rows)


def _reach(bar: Bar) -> datetime:
    return max([bar.end, *([bar.planned_end] if bar.planned_end else []), *(p.end for p in bar.pauses)])


def _stretch(making: _Making, lanes: tuple[Lane, ...]) -> tuple[datetime, datetime]:
    """The whole of the visit that has times, with room for words at both ends; at least an hour."""
    bars = [bar for lane in lanes for bar in lane.bars]
    firsts = [bar.begin for bar in bars] + [m.at for lane in lanes for m in lane.pushes]
    lasts = [_reach(bar) for bar in bars] + [m.at for lane in lanes for m in lane.pushes]
    lasts += [m.at for bar in bars for m in bar.marks] + [s.was for bar in bars for s in bar.struck]
    known = [t for t in (making.encounter.opened, making.now, making.encounter.closed) if t]
    firsts, lasts = firsts or known[:1], lasts + ([making.now] if making.now else [])
    if not firsts:
        return _EPOCH, _EPOCH + 60 * MINUTE
    begin, end = min(firsts), max(lasts or firsts)
    length = max(end - begin, timedelta(minutes=50))
    return begin - length * 0.06, begin + length * 1.1


_EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
