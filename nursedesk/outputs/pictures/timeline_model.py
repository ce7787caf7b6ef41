"""What the timeline of one visit shows, as plain values: lanes, bars, pauses, pushes, marks, and their words.

The painter (`timeline.py`) only measures and draws this; `timeline_build.py` makes it from an encounter.
All instants are aware UTC; the zone is for labels only.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from nursedesk.record.encounter import Device, Purpose

MINUTE = timedelta(minutes=1)


class Tone(StrEnum):
    RUNNING = "running"
    SECOND = "second"
    """Placed as concurrent: beside another drug, not after it."""
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """Every word on the timeline; the screen passes translated ones."""

    access: str = "Access {id}"
    no_access: str = "No access recorded"
    other_routes: str = "Other routes"
    placed: str = "placed {time}"
    separate: str = "{reason}"
    minutes: str = "{minutes} min"
    hours: str = "{hours} h {minutes} min"
    paused: str = "paused {duration}"
    min_mark: str = "min · {time}"
    planned_end: str = "planned end {time}"
    shared: str = "{shared} of {own} min shared"
    shared_as: str = "{shared} of {own} min shared: {role}"
    concurrent: str = "concurrent"
    sequential: str = "sequential"
    now_time: str = "now {time}"
    not_charged: str = "not charged"
    stop_missing: str = "stop not recorded"
    pushes: str = "Pushes"
    push: str = "push"
    running: str = "running"
    paused_since: str = "paused {time}"
    spoken_bar: str = "{title}, {lane}: {spans}"
    spoken_span: str = "{begin} to {end}"
    spoken_mark: str = "{time} {title}, {lane}"
    purposes: Mapping[Purpose, str] = field(
        default_factory=lambda: {
            Purpose.KEEP_OPEN: "keep open",
            Purpose.CARRIER: "carrier",
            Purpose.FLUSH: "flush",
            Purpose.INTEGRAL: "part of a procedure",
        }
    )
    devices: Mapping[Device, str] = field(
        default_factory=lambda: {
            Device.PERIPHERAL: "PIV",
            Device.MIDLINE: "midline",
            Device.PICC: "PICC",
            Device.PORT: "port",
            Device.TUNNELED_CVC: "tunneled CVC",
            Device.NONTUNNELED_CVC: "CVC",
            Device.DIALYSIS_CATHETER: "dialysis catheter",
            Device.SUBCUTANEOUS: "subcutaneous",
            Device.UNKNOWN: "device not recorded",
        }
    )

    def duration(self, minutes: int) -> str:
        hours, rest = divmod(max(minutes, 0), 60)
        return self.hours.format(hours=hours, minutes=rest) if hours else self.minutes.format(minutes=rest)


@dataclass(frozen=True, slots=True)
class Span:
    """One stretch of running time; `open` when it has no charted stop and is drawn up to now."""

    begin: datetime
    end: datetime
    open: bool = False
    minutes: int = 0
    title: str = ""
    """Bold, first line: the drug in the first span, the rate in a later one."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Pause:
    begin: datetime
    end: datetime
    text: str
    short: str = ""
    """Where the words do not fit."""


@dataclass(frozen=True, slots=True)
class BoundaryMark:
    """The minute of a line's charted running time at which the ticket changes, and when that is."""

    minute: int
    at: datetime
    text: str
    """After the bold number: `min · 11:46`."""
    passed: bool


@dataclass(frozen=True, slots=True)
class StruckTime:
    """A corrected time: what was charted first, struck, and what counts now."""

    was: datetime
    now: datetime
    was_text: str
    now_text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: a bag or syringe that runs."""

    line: str
    title: str
    dose: str
    tone: Tone
    spans: tuple[Span, ...]
    pauses: tuple[Pause, ...] = ()
    shared: tuple[tuple[datetime, datetime], ...] = ()
    shared_text: str = ""
    marks: tuple[BoundaryMark, ...] = ()
    planned_end: datetime | None = None
    planned_text: str = ""
    struck: tuple[StruckTime, ...] = ()
    total: str = ""
    """`2 h 15 min` of charted running time."""
    thin: bool = False
    """Keep open, carrier, flush: charted, never charged."""
    caption: str = ""
    """Words for a thin line, or a warning under a bar."""
    lane_title: str = ""

    @property
    def begin(self) -> datetime:
        return self.spans[0].begin

    @property
    def end(self) -> datetime:
        return self.spans[-1].end

    @property
    def running(self) -> bool:
        return self.spans[-1].open


@dataclass(frozen=True, slots=True)
class PushMark:
    """A push, injection or flush: one instant."""

    line: str
    at: datetime
    time: str
    title: str
    dose: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One access: title, small facts under it, pushes, rows of bars (none of a row overlap), thin lines."""

    key: str
    title: str
    short: str = ""
    """`A`, for `A · infliximab`."""
    details: tuple[str, ...] = ()
    pushes: tuple[PushMark, ...] = ()
    rows: tuple[tuple[Bar, ...], ...] = ()
    thin: tuple[Bar, ...] = ()

    @property
    def bars(self) -> tuple[Bar, ...]:
        return tuple(bar for row in self.rows for bar in row) + self.thin


@dataclass(frozen=True, slots=True)
class TimelineModel:
    """`begin`–`end` is the stretch drawn; a view replaces them to zoom and pan."""

    begin: datetime
    end: datetime
    zone: ZoneInfo
    lanes: tuple[Lane, ...] = ()
    now: datetime | None = None
    now_text: str = ""
    words: TimelineWords = field(default_factory=TimelineWords)

    @property
    def bars(self) -> tuple[Bar, ...]:
        return tuple(bar for lane in self.lanes for bar in lane.bars)


@dataclass(frozen=True, slots=True)
class Tick:
    at: datetime
    label: str
    hour: bool
    """A whole hour: drawn stronger."""


_STEPS = (1, 5, 10, 15, 30, 60, 120, 180, 360, 720)


def clock_text(at: datetime, zone: ZoneInfo) -> str:
    """`14:07` in the zone; with `EST` behind it in the hour an autumn night shows twice."""
    local = at.astimezone(zone)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{local:%H:%M} {local.tzname()}" if twice else f"{local:%H:%M}"


def tick_step(begin: datetime, end: datetime, width: float, room: float) -> int:
    """Minutes between labelled ticks so that labels `room` wide do not touch on `width`."""
    minutes = max((end - begin) / MINUTE, 1.0)
    fitting = [step for step in _STEPS if step * width / minutes >= room]
    return fitting[0] if fitting else _STEPS[-1]


def ticks(begin: datetime, end: datetime, zone: ZoneInfo, step: int) -> tuple[Tick, ...]:
    """Labelled instants from begin to end at whole multiples of `step` minutes of the zone's day."""
    unit = min(step, 60)
    local = begin.astimezone(zone)
    past = (local.minute % unit) * 60 + local.second + local.microsecond / 1e6
    at = begin + timedelta(seconds=(unit * 60 - past) if past else 0)
    found = []
    while at <= end:
        shown = at.astimezone(zone)
        if step <= 60 or shown.hour % (step // 60) == 0:
            found.append(Tick(at, clock_text(at, zone), shown.minute == 0))
        at += unit * MINUTE
    return tuple(found)


def instant_of_minute(spans: tuple[Span, ...], minute: int, ahead: bool = False) -> datetime | None:
    """When a line's charted running time reaches `minute`; None before that unless `ahead` and it still runs."""
    left = minute
    for span in spans:
        begin = span.begin.replace(second=0, microsecond=0)
        length = int((span.end.replace(second=0, microsecond=0) - begin) / MINUTE)
        if left <= length or (ahead and span.open):
            return begin + left * MINUTE
        left -= length
    return None


def overlaps(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches in which both run, in order."""
    found = []
    for a in one:
        for b in other:
            begin, end = max(a.begin, b.begin), min(a.end, b.end)
            if begin < end:
                found.append((begin, end))
    return merged(tuple(found))


def merged(stretches: tuple[tuple[datetime, datetime], ...]) -> tuple[tuple[datetime, datetime], ...]:
    """Stretches in order, touching ones joined."""
    found: list[tuple[datetime, datetime]] = []
    for begin, end in sorted(stretches):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((begin, end))
    return tuple(found)


def spoken(model: TimelineModel) -> tuple[str, ...]:
    """One sentence for every bar and push, for people who hear the timeline."""
    words, said = model.words, []
    for lane in model.lanes:
        for mark in lane.pushes:
            title = f"{mark.title} {mark.dose}".strip()
            said.append(words.spoken_mark.format(time=mark.time, title=title, lane=lane.title))
        for bar in lane.bars:
            spans = ", ".join(_spoken_span(span, model) for span in bar.spans)
            title = f"{bar.title} {bar.dose}".strip()
            parts = [words.spoken_bar.format(title=title, lane=lane.title, spans=spans), bar.total, bar.caption]
            said.append(" · ".join(part for part in parts if part))
    return tuple(said)


def _spoken_span(span: Span, model: TimelineModel) -> str:
    end = model.words.running if span.open else clock_text(span.end, model.zone)
    return model.words.spoken_span.format(begin=clock_text(span.begin, model.zone), end=end)
