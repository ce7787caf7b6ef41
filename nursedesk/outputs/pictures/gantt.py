"""The room over a shift, chair by chair: who sat in it and what ran; the same hand for screen, paper and picture.

What is told by colour is told by shape too: a drug is an outlined block, a fluid a thin line, a push a triangle,
a stay a pale ground; a line still up ends in an arrow. A name is never cut: it stands in its bar or beside it, and
what another name would lie on goes into the next lane.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from nursedesk.outputs.pictures.timeline_layout import Scale
from nursedesk.outputs.pictures.timeline_model import tick_step, ticks
from nursedesk.outputs.pictures.timeline_shapes import elided, text_at, triangle
from nursedesk.outputs.pictures.timeline_style import TimelineStyle, legible
from nursedesk.outputs.shift_log import Period, ShiftRow, chair_order
from nursedesk.outputs.shift_visits import VisitEntry
from nursedesk.record.encounter import Purpose

AXIS = 30.0
BAR, GAP, PAD = 17.0, 3.0, 6.0
"""Design pixels of a bar, between bars, above and below a chair's."""
_FLUIDS = frozenset({Purpose.HYDRATION, Purpose.CARRIER, Purpose.FLUSH, Purpose.KEEP_OPEN})


class Side(StrEnum):
    """Where a bar's name stands."""

    INSIDE = "inside"
    RIGHT = "right"
    LEFT = "left"
    OVER = "over"
    """From the bar on as far as the picture goes: neither side has room for it."""


Reach = tuple[float, float]
"""What a bar takes of its lane with its name, px."""


@dataclass(frozen=True, slots=True)
class GanttBar:
    """One line of the log: a drug, a fluid (thin), or a push (no length)."""

    begin: datetime
    end: datetime
    label: str
    thin: bool = False
    open: bool = False
    lane: int = 0
    side: Side | None = None
    """None until the bars are fitted into a picture's width."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody's time in the chair."""

    begin: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class GanttRow:
    chair: str
    stays: tuple[Stay, ...] = ()
    bars: tuple[GanttBar, ...] = ()

    @property
    def lanes(self) -> int:
        return max((bar.lane for bar in self.bars), default=0) + 1


@dataclass(frozen=True, slots=True)
class GanttModel:
    begin: datetime
    end: datetime
    zone: ZoneInfo
    rows: tuple[GanttRow, ...] = ()
    now: datetime | None = None
    words: "GanttWords" = field(default_factory=lambda: GanttWords())


@dataclass(frozen=True, slots=True)
class GanttWords:
    """Every word on the picture; the screen passes translated ones."""

    chair: str = "Chair {name}"
    nobody: str = "Nobody was in a chair in this time."


def gantt_of(
    visits: Iterable[VisitEntry],
    period: Period,
    zone: ZoneInfo,
    now: datetime,
    display: Callable[[str], str] = str,
) -> GanttModel:
    """The chairs of these visits, each with its stays and lines, cut to the period and to now."""
    until = min(period.end, now)
    stays: dict[str, list[Stay]] = {}
    bars: dict[str, list[GanttBar]] = {}
    for visit in visits:
        came, left = visit.came or period.begin, visit.left or visit.closed or until
        stays.setdefault(visit.chair, []).append(Stay(max(came, period.begin), min(left, until)))
        found = (_bar(row, period, until, display) for row in visit.lines)
        bars.setdefault(visit.chair, []).extend(bar for bar in found if bar is not None)
    rows = tuple(
        GanttRow(chair, tuple(one for one in stays[chair] if one.end >= one.begin), _laned(bars.get(chair, [])))
        for chair in sorted(stays, key=chair_order)
    )
    begin, end = _stretch(rows, period, until)
    return GanttModel(begin, end, zone, rows, now if now < period.end else None)


def _bar(row: ShiftRow, period: Period, until: datetime, display: Callable[[str], str]) -> GanttBar | None:
    if row.start is None:
        return None
    begin, end = max(row.start, period.begin), min(row.stop or until, until)
    if end < begin:
        return None
    return GanttBar(begin, end, display(row.drug), row.purpose in _FLUIDS, row.open_at_end)


def _laned(bars: list[GanttBar]) -> tuple[GanttBar, ...]:
    """Bars that overlap lie one under the other; their names are thought of when the width is known."""
    ends: list[datetime] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.begin, one.end, one.label)):
        lane = next((at for at, end in enumerate(ends) if end <= bar.begin), len(ends))
        ends[lane : lane + 1] = [bar.end]
        placed.append(replace(bar, lane=lane))
    return tuple(placed)


def gantt_fitted(model: GanttModel, width: float, style: TimelineStyle) -> GanttModel:
    """The same chairs, their bars in lanes for a picture `width` px wide: no name is cut or lies on another."""
    left = style.px(style.gutter)
    scale = Scale(left, width - left, model.begin, model.end)
    rows = (replace(row, bars=_fitted(row.bars, scale, style)) for row in model.rows)
    return replace(model, rows=tuple(rows))


def _fitted(bars: tuple[GanttBar, ...], scale: Scale, style: TimelineStyle) -> tuple[GanttBar, ...]:
    lanes: list[list[Reach]] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.begin, one.end, one.label)):
        reaches = _reaches(bar, scale, style)
        free = (
            (lane, side)
            for lane, taken in enumerate(lanes)
            for side, (begin, end) in reaches.items()
            if all(end <= one or other <= begin for one, other in taken)
        )
        lane, side = next(free, (len(lanes), next(iter(reaches))))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(reaches[side])
        placed.append(replace(bar, lane=lane, side=side))
    return tuple(placed)


def _reaches(bar: GanttBar, scale: Scale, style: TimelineStyle) -> dict[Side, Reach]:
    """The places where a bar's name is whole, the best first."""
    (begin, end), words, air = _extent(bar, scale, style), style.width(bar.label, 12), style.px(4)
    if not bar.thin and bar.begin != bar.end and words <= scale.x(bar.end) - scale.x(bar.begin) - 2 * air:
        return {Side.INSIDE: (begin, end)}
    edge, found = scale.left + scale.width, {}
    if end + air + words <= edge:
        found[Side.RIGHT] = (begin, end + 2 * air + words)
    if begin - air - words >= scale.left:
        found[Side.LEFT] = (begin - 2 * air - words, end)
    return found or {Side.OVER: (min(begin, edge - words), max(end, begin + words))}


def _extent(bar: GanttBar, scale: Scale, style: TimelineStyle) -> Reach:
    """From where to where a bar is painted, px."""
    left, right = scale.x(bar.begin), scale.x(bar.end)
    if bar.begin == bar.end:
        return left - style.px(5), left + style.px(5)
    return left, max(right, left + style.px(2)) + (style.px(BAR / 2 - 1) if bar.open else 0.0)


def _stretch(rows: tuple[GanttRow, ...], period: Period, until: datetime) -> tuple[datetime, datetime]:
    """The part of the period that has something, in whole hours, at least two."""
    instants = [at for row in rows for stay in row.stays for at in (stay.begin, stay.end)]
    instants += [at for row in rows for bar in row.bars for at in (bar.begin, bar.end)]
    first, last = min(instants, default=period.begin), max(instants, default=until)
    begin = first.replace(minute=0, second=0, microsecond=0)
    return begin, max(last + timedelta(minutes=20), begin + timedelta(hours=2))


def gantt_height(model: GanttModel, style: TimelineStyle) -> float:
    """How tall the picture must be for every lane of a fitted model to be seen."""
    return style.px(AXIS) + sum(row_height(row, style) for row in model.rows) + style.px(2)


def row_height(row: GanttRow, style: TimelineStyle) -> float:
    """How tall one chair is."""
    return style.px(row.lanes * (BAR + GAP) - GAP + 2 * PAD)


def gantt_slices(model: GanttModel, height: float, style: TimelineStyle) -> tuple[GanttModel, float, GanttModel]:
    """The chairs that fit into `height`, how tall they are, and the rest."""
    used, taken = style.px(AXIS + 2), 0
    for row in model.rows:
        if used + row_height(row, style) > height:
            break
        used += row_height(row, style)
        taken += 1
    return replace(model, rows=model.rows[:taken]), used, replace(model, rows=model.rows[taken:])


def paint_gantt(painter: QPainter, rect: QRectF, model: GanttModel, style: TimelineStyle) -> None:
    """Draw the room into `rect` from its top; chairs that do not fit are left out below.

    The model is one that was fitted into this width; another is fitted here, and may be taller than it said.
    """
    if any(bar.side is None for row in model.rows for bar in row.bars):
        model = gantt_fitted(model, rect.width(), style)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = style.px(style.gutter)
    scale = Scale(rect.left() + left, rect.width() - left, model.begin, model.end)
    if not model.rows:
        text_at(painter, QPointF(rect.left(), rect.top() + style.px(24)), model.words.nobody, 14, "quiet", style)
    shown, top = [], rect.top() + style.px(AXIS)
    for row in model.rows:
        height = row_height(row, style)
        if top + height > rect.bottom() + 1:
            break
        shown.append((row, top, height))
        top += height
    _axis(painter, QRectF(scale.left, rect.top(), scale.width, top - rect.top()), model, style, scale)
    for row, at, height in shown:
        _row(painter, QRectF(rect.left(), at, rect.width(), height), row, model, style, scale)
    if model.now is not None and model.begin <= model.now <= model.end:
        painter.setPen(QPen(style.color("action_fill"), style.px(1.5), Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(scale.x(model.now), rect.top() + style.px(AXIS), scale.x(model.now), top))
    painter.restore()


def _axis(painter: QPainter, plot: QRectF, model: GanttModel, style: TimelineStyle, scale: Scale) -> None:
    base = plot.top() + style.px(AXIS)
    step = tick_step(model.begin, model.end, plot.width(), style.width("00:00", 12) * 2.0)
    painter.setPen(QPen(style.color("ink"), style.px(1)))
    painter.drawLine(QLineF(plot.left(), base, plot.right(), base))
    for tick in ticks(model.begin, model.end, model.zone, step):
        x = scale.x(tick.at)
        painter.setPen(QPen(style.color("line"), style.px(1)))
        painter.drawLine(QLineF(x, base, x, plot.bottom()))
        half = style.width(tick.label, 12, tick.hour) / 2
        if plot.left() <= x + half and x + half <= plot.right():
            text_at(painter, QPointF(x - half, base - style.px(8)), tick.label, 12, "ink", style, tick.hour)


def _row(
    painter: QPainter, area: QRectF, row: GanttRow, model: GanttModel, style: TimelineStyle, scale: Scale
) -> None:
    name = elided(model.words.chair.format(name=row.chair or "–"), style.px(style.gutter - 10), 14, style, True)
    text_at(painter, QPointF(area.left(), area.top() + style.px(PAD + 13)), name, 14, "ink", style, True)
    for stay in row.stays:
        left, right = scale.x(stay.begin), scale.x(stay.end)
        ground = QRectF(left, area.top() + style.px(2), max(right - left, 1.0), area.height() - style.px(4))
        painter.setPen(QPen(style.color("line_strong"), style.px(0.75)))
        painter.setBrush(style.color("sunk"))
        painter.drawRect(ground)
    for bar in row.bars:
        top = area.top() + style.px(PAD + bar.lane * (BAR + GAP))
        _paint_bar(painter, bar, top, style, scale)
    painter.setPen(QPen(style.color("line_strong"), style.px(0.75)))
    painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))


def _paint_bar(painter: QPainter, bar: GanttBar, top: float, style: TimelineStyle, scale: Scale) -> None:
    left, right = scale.x(bar.begin), scale.x(bar.end)
    middle, ink = top + style.px(BAR / 2), style.color("ink")
    if bar.begin == bar.end:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        triangle(painter, left, top + style.px(4), style.px(5))
    elif bar.thin:
        painter.setPen(QPen(style.color("quiet"), style.px(3)))
        # Under its name, where the name stands over it: not through it.
        at = middle + (style.px(BAR / 2 - 1.5) if bar.side is Side.OVER else 0.0)
        painter.drawLine(QLineF(left, at, right, at))
    else:
        fill, inside = legible(style.color("timeline_segment"), style)
        ink = inside if bar.side is Side.INSIDE else ink
        painter.setPen(QPen(style.color("ink"), style.px(0.75)))
        painter.setBrush(fill)
        painter.drawRect(QRectF(left, top, max(right - left, style.px(2)), style.px(BAR)))
    if bar.open:
        _arrow(painter, right, middle, style)
    x = _words_at(bar, style, scale)
    text_at(painter, QPointF(x, middle + style.px(4.3)), bar.label, 12, ink, style)


def _words_at(bar: GanttBar, style: TimelineStyle, scale: Scale) -> float:
    """Where the name of a fitted bar begins, px."""
    (begin, end), words, air = _extent(bar, scale, style), style.width(bar.label, 12), style.px(4)
    if bar.side is Side.RIGHT:
        return end + air
    if bar.side is Side.LEFT:
        return begin - air - words
    return min(begin + air, scale.left + scale.width - words)


def _arrow(painter: QPainter, x: float, middle: float, style: TimelineStyle) -> None:
    half = style.px(BAR / 2 - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("needs_stop_fill"))
    corners = [QPointF(x, middle - half), QPointF(x + half, middle), QPointF(x, middle + half)]
    painter.drawPolygon(QPolygonF(corners))
