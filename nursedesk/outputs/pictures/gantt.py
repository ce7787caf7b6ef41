"""The room over a shift, chair by chair: who sat in it and what ran; the same hand for screen, paper and picture.

What is told by colour is told by shape too: a drug is an outlined block, a fluid a thin line, a push a triangle,
a stay a pale ground; a line still up ends in an arrow.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
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


@dataclass(frozen=True, slots=True)
class GanttBar:
    """One line of the log: a drug, a fluid (thin), or a push (no length)."""

    begin: datetime
    end: datetime
    label: str
    thin: bool = False
    open: bool = False
    lane: int = 0


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
    """Bars that overlap lie one under the other."""
    ends: list[datetime] = []
    placed = []
    for bar in sorted(bars, key=lambda one: (one.begin, one.end, one.label)):
        # The words of a push and of a fluid stand behind them.
        words = timedelta(minutes=100) if bar.thin or bar.begin == bar.end else timedelta()
        reach = bar.end + words
        lane = next((at for at, end in enumerate(ends) if end <= bar.begin), len(ends))
        ends[lane : lane + 1] = [reach]
        placed.append(replace(bar, lane=lane))
    return tuple(placed)


def _stretch(rows: tuple[GanttRow, ...], period: Period, until: datetime) -> tuple[datetime, datetime]:
    """The part of the period that has something, in whole hours, at least two."""
    instants = [at for row in rows for stay in row.stays for at in (stay.begin, stay.end)]
    instants += [at for row in rows for bar in row.bars for at in (bar.begin, bar.end)]
    first, last = min(instants, default=period.begin), max(instants, default=until)
    begin = first.replace(minute=0, second=0, microsecond=0)
    return begin, max(last + timedelta(minutes=20), begin + timedelta(hours=2))


def gantt_height(model: GanttModel, style: TimelineStyle) -> float:
    """How tall the picture must be for every lane to be seen."""
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
    """Draw the room into `rect` from its top; chairs that do not fit are left out below."""
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
        _paint_bar(painter, bar, top, _room_for(bar, row, area.right(), style, scale), style, scale)
    painter.setPen(QPen(style.color("line_strong"), style.px(0.75)))
    painter.drawLine(QLineF(area.left(), area.bottom(), area.right(), area.bottom()))


def _room_for(
    bar: GanttBar, row: GanttRow, edge: float, style: TimelineStyle, scale: Scale
) -> tuple[float, float]:
    """How far the words of a bar may reach to the left and to the right, up to its neighbours in the lane."""
    lane = [one for one in row.bars if one.lane == bar.lane and one is not bar]
    before = [one for one in lane if one.begin <= bar.begin]
    worded = [
        style.width(one.label, 12) + style.px(12) if one.begin == one.end or one.thin else 0 for one in before
    ]
    ends = [scale.x(one.end) + words for one, words in zip(before, worded, strict=True)]
    begins = [scale.x(one.begin) for one in lane if one.begin > bar.begin]
    return max(ends, default=scale.left), min(begins, default=edge)


def _paint_bar(
    painter: QPainter,
    bar: GanttBar,
    top: float,
    room: tuple[float, float],
    style: TimelineStyle,
    scale: Scale,
) -> None:
    left, right = scale.x(bar.begin), scale.x(bar.end)
    middle = top + style.px(BAR / 2)
    if bar.begin == bar.end:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("ink"))
        triangle(painter, left, top + style.px(4), style.px(5))
        _words(painter, (left - style.px(8), left + style.px(8)), middle, bar.label, room, style)
        return
    if bar.thin:
        painter.setPen(QPen(style.color("quiet"), style.px(3)))
        painter.drawLine(QLineF(left, middle, right, middle))
        after = right + style.px(12 if bar.open else 4)
        _words(painter, (left - style.px(4), after), middle, bar.label, room, style)
    else:
        fill, ink = legible(style.color("timeline_segment"), style)
        block = QRectF(left, top, max(right - left, style.px(2)), style.px(BAR))
        painter.setPen(QPen(style.color("ink"), style.px(0.75)))
        painter.setBrush(fill)
        painter.drawRect(block)
        after, width = right + style.px(12 if bar.open else 4), style.width(bar.label, 12)
        beside = after + width <= room[1] or left - style.px(4) - width >= room[0]
        if width <= block.width() - style.px(8) or (not beside and block.width() > room[1] - after):
            shown = elided(bar.label, block.width() - style.px(8), 12, style)
            if len(shown) > 3:
                text_at(painter, QPointF(left + style.px(4), middle + style.px(4.3)), shown, 12, ink, style)
        else:
            _words(painter, (left - style.px(4), after), middle, bar.label, room, style)
    if bar.open:
        _arrow(painter, right, middle, style)


def _words(
    painter: QPainter,
    sides: tuple[float, float],
    middle: float,
    words: str,
    room: tuple[float, float],
    style: TimelineStyle,
) -> None:
    """A name right of its bar, else left of it; cut only where neither side has room for it."""
    (left, right), (begin, end), width = sides, room, style.width(words, 12)
    if right + width > end and left - width >= begin:
        right = left - width
    shown = words if right + width <= end or right < left else elided(words, end - right, 12, style)
    if len(shown) > 3:
        text_at(painter, QPointF(right, middle + style.px(4.3)), shown, 12, "ink", style)


def _arrow(painter: QPainter, x: float, middle: float, style: TimelineStyle) -> None:
    half = style.px(BAR / 2 - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("needs_stop_fill"))
    corners = [QPointF(x, middle - half), QPointF(x + half, middle), QPointF(x, middle + half)]
    painter.drawPolygon(QPolygonF(corners))
