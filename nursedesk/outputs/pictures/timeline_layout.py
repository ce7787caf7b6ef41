"""Where everything on a timeline stands, in the painter's units; measured in the fonts it is painted with."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF

from nursedesk.outputs.pictures.timeline_model import Bar, Lane, PushMark, TimelineModel
from nursedesk.outputs.pictures.timeline_style import TimelineStyle

AXIS = 30.0
THIN_BAR = 6.0
PUSH_LINE = 17.0


@dataclass(frozen=True, slots=True)
class Heights:
    """What a lane is made of, before scale: `above` a bar stand its boundaries, `below` its planned end."""

    bar: float
    above: float
    below: float
    ticks: float
    """Under a bar without such words."""
    thin: float
    pad: float


AIRY = Heights(bar=42, above=20, below=22, ticks=16, thin=31, pad=8)
DENSE = Heights(bar=30, above=18, below=21, ticks=13, thin=25, pad=6)


def heights(style: TimelineStyle) -> Heights:
    """Those of the style."""
    return DENSE if style.dense else AIRY


@dataclass(frozen=True, slots=True)
class Scale:
    """Instants ↔ positions along the plot."""

    left: float
    width: float
    begin: datetime
    end: datetime

    def x(self, at: datetime) -> float:
        return self.left + self.width * ((at - self.begin) / (self.end - self.begin))

    def at(self, x: float) -> datetime:
        return self.begin + (self.end - self.begin) * ((x - self.left) / max(self.width, 1.0))


@dataclass(frozen=True, slots=True)
class PlacedBar:
    bar: Bar
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class PushGroup:
    """Pushes so near each other that their words are stacked beside the last mark."""

    marks: tuple[PushMark, ...]
    top: float
    height: float
    words: QRectF = field(default_factory=QRectF)
    """Where the words stand: right of the last mark, left of the first, or under the stems."""


@dataclass(frozen=True, slots=True)
class PlacedLane:
    lane: Lane
    top: float
    height: float
    bars: tuple[PlacedBar, ...] = ()
    groups: tuple[PushGroup, ...] = ()


@dataclass(slots=True)
class Taken:
    """Ground already used by bars and words, so that words never lie on words."""

    plot: QRectF
    ahead: float = float("inf")
    """Where the ground of what has not happened yet begins."""
    rects: list[QRectF] = field(default_factory=list)

    def first_free(self, candidates: list[QRectF]) -> QRectF | None:
        """The first candidate inside the plot that touches nothing; it is taken then."""
        for rect in candidates:
            if self.plot.contains(rect) and not any(rect.intersects(other) for other in self.rects):
                self.rects.append(rect)
                return rect
        return None


def scale_of(rect: QRectF, model: TimelineModel, style: TimelineStyle) -> Scale:
    """The plot right of the gutter."""
    gutter = style.px(style.gutter)
    return Scale(rect.left() + gutter, max(rect.width() - gutter, 1.0), model.begin, model.end)


def lanes(rect: QRectF, model: TimelineModel, style: TimelineStyle) -> tuple[PlacedLane, ...]:
    """Every lane from the axis down."""
    scale = scale_of(rect, model, style)
    top = rect.top() + style.px(AXIS)
    placed = []
    for lane in model.lanes:
        place = _lane(lane, top, style, scale, model.now)
        placed.append(place)
        top += place.height
    return tuple(placed)


def timeline_height(model: TimelineModel, style: TimelineStyle, width: float) -> float:
    """Height the whole timeline needs at that width, axis included."""
    placed = lanes(QRectF(0, 0, width, 0), model, style)
    last = placed[-1] if placed else None
    return last.top + last.height if last else style.px(AXIS + 60)


def _lane(lane: Lane, top: float, style: TimelineStyle, scale: Scale, now: datetime | None) -> PlacedLane:
    high = heights(style)
    y = top + style.px(high.pad)
    groups, y = _groups(lane.pushes, y, style, scale, now)
    bars = []
    for row in lane.rows:
        y += style.px(high.above if any(bar.marks for bar in row) else 2.0)
        bars += [PlacedBar(bar, y, style.px(high.bar)) for bar in row]
        y += style.px(high.bar + max(_below(bar, high) for bar in row))
    for bar in lane.thin:
        bars.append(PlacedBar(bar, y + style.px(high.thin - 25), style.px(THIN_BAR)))
        y += style.px(high.thin)
    titles = style.px(title_base(style) + 18 * len(gutter_lines(lane, style)) + 8)
    height = max(y - top + style.px(2), titles)
    return PlacedLane(lane, top, height, tuple(bars), groups)


def gutter_lines(lane: Lane, style: TimelineStyle) -> tuple[str, ...]:
    """A lane's small facts, broken between words where they are wider than the gutter."""
    width, lines = style.px(style.gutter - 16), []
    for detail in lane.details:
        line = ""
        for word in detail.split():
            longer = f"{line} {word}".strip()
            if line and style.width(longer, 13) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return tuple(lines)


def title_base(style: TimelineStyle) -> float:
    """From the top of a lane to the baseline of its title, before scale."""
    return heights(style).pad + (14 if style.dense else 18)


def _below(bar: Bar, high: Heights) -> float:
    """Room under a bar: for words that belong there, for words that may land there, for the ticks."""
    if bar.planned_text or bar.caption:
        return high.below
    return high.ticks if bar.shared_text or bar.struck or bar.marks else 8.0


def _groups(
    marks: tuple[PushMark, ...], y: float, style: TimelineStyle, scale: Scale, now: datetime | None
) -> tuple[tuple[PushGroup, ...], float]:
    groups: list[list[PushMark]] = []
    for mark in marks:
        if groups and scale.x(mark.at) < scale.x(groups[-1][-1].at) + _push_width(groups[-1], style):
            groups[-1].append(mark)
        else:
            groups.append([mark])
    if not groups:
        return (), y
    placed, left = [], scale.left
    for place, group in enumerate(groups):
        following = scale.x(groups[place + 1][0].at) if place + 1 < len(groups) else scale.left + scale.width
        box = _push_box(group, y, style, scale, (left, following), now)
        placed.append(PushGroup(tuple(group), y, style.px(30), box))
        left = max(box.right(), scale.x(group[-1].at) + style.px(8))
    height = max([style.px(30), *(group.words.bottom() - y for group in placed)])
    return tuple(replace(group, height=height) for group in placed), y + height + style.px(4)


def _push_box(
    group: list[PushMark],
    y: float,
    style: TimelineStyle,
    scale: Scale,
    room: tuple[float, float],
    now: datetime | None,
) -> QRectF:
    """Beside the marks where there is room up to the next ones and the now-line, else under their stems."""
    first, last, gap = scale.x(group[0].at), scale.x(group[-1].at), style.px(14)
    width, height = max(push_text_width(mark, style) for mark in group), style.px(PUSH_LINE) * len(group)
    end = room[1] - style.px(4)
    if now is not None and scale.x(now) > last:
        end = min(end, scale.x(now) - style.px(5))
    if last + gap + width <= end or last > scale.left + scale.width or last < scale.left:
        return QRectF(last + gap, y, width, height)
    if first - gap - width >= room[0]:
        return QRectF(first - gap - width, y, width, height)
    left = max(min(first - style.px(6), end - width), scale.left + style.px(3))
    return QRectF(left, y + style.px(31), width, height)


def _push_width(group: list[PushMark], style: TimelineStyle) -> float:
    return max(push_text_width(mark, style) for mark in group) + style.px(28)


def push_text_width(mark: PushMark, style: TimelineStyle) -> float:
    """`11:12 diphenhydrAMINE 25 mg` with the name bold."""
    return (
        style.width(mark.time + " ", 13)
        + style.width(mark.title, 13, bold=True)
        + style.width(f" {mark.dose}" if mark.dose else "", 13)
    )


def span_rect(place: PlacedBar, begin: datetime, end: datetime, scale: Scale) -> QRectF:
    """A stretch of a bar; never narrower than two units, so that a short one is seen."""
    left, right = scale.x(begin), scale.x(end)
    return QRectF(left, place.top, max(right - left, 2.0), place.height)


def line_areas(rect: QRectF, model: TimelineModel, style: TimelineStyle, line: str) -> tuple[QRectF, ...]:
    """Where the stretches, or the push, of a line are drawn."""
    scale, areas = scale_of(rect, model, style), []
    for place in lanes(rect, model, style):
        for bar in place.bars:
            if bar.bar.line == line:
                areas += [span_rect(bar, span.begin, span.end, scale) for span in bar.bar.spans]
        for group in place.groups:
            marks = [mark for mark in group.marks if mark.line == line]
            areas += [QRectF(scale.x(m.at) - style.px(7), group.top, style.px(14), style.px(30)) for m in marks]
    plot = QRectF(scale.left, rect.top(), scale.width, rect.height())
    return tuple(area.intersected(plot) for area in areas if area.intersects(plot))


def line_starts(model: TimelineModel) -> tuple[tuple[str, datetime], ...]:
    """(line, when it began) of every bar and push, by time."""
    bars = [(bar.line, bar.begin) for bar in model.bars]
    pushes = [(mark.line, mark.at) for lane in model.lanes for mark in lane.pushes]
    return tuple(sorted((*bars, *pushes), key=lambda one: (one[1], one[0])))


def line_at(rect: QRectF, model: TimelineModel, style: TimelineStyle, point: QPointF) -> str | None:
    """The line whose bar or push is at a point, for a pointer."""
    scale, reach = scale_of(rect, model, style), style.px(8)
    for place in lanes(rect, model, style):
        for bar in place.bars:
            area = span_rect(bar, bar.bar.begin, bar.bar.end, scale).adjusted(0, -reach, 0, reach)
            if area.contains(point):
                return bar.bar.line
        for group in place.groups:
            for mark in group.marks:
                area = QRectF(scale.x(mark.at) - reach, group.top, 2 * reach, group.height)
                if area.contains(point):
                    return mark.line
    return None
