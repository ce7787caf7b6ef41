"""The timeline of a visit as SVG text, for pages without a painter: grey, hatched and dashed like the paper's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from nursedesk.outputs.pictures.timeline_model import (
    Bar,
    Lane,
    Span,
    TimelineModel,
    clock_text,
    spoken,
    tick_step,
    ticks,
)

WIDTH, GUTTER, EDGE = 960, 200, 48
"""Units of the picture; the titles stand in the gutter at the left, a clock time fits beyond the edge."""
_ROW, _HEAD, _BAR = 30, 30, 16
_LETTER = 6.0
_MOST = 30


@dataclass(frozen=True, slots=True)
class _Scale:
    begin: datetime
    end: datetime

    def x(self, at: datetime) -> float:
        whole = max((self.end - self.begin).total_seconds(), 60.0)
        part = min(max((at - self.begin).total_seconds() / whole, 0.0), 1.0)
        return round(GUTTER + EDGE + part * (WIDTH - GUTTER - 2 * EDGE), 1)


def timeline_svg(model: TimelineModel) -> str:
    """The picture as one SVG element, with its words as a description; empty when nothing has a time."""
    rows = [row for lane in model.lanes for row in _rows(lane, model)]
    if not rows:
        return ""
    scale = _Scale(model.begin, model.end)
    height = _HEAD + _ROW * len(rows) + 6
    parts = [
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="timeline-words" class="timeline" '
        'font-size="11.5" fill="#000">',
        f'<desc id="timeline-words">{escape(" ".join(spoken(model)))}</desc>',
        '<defs><pattern id="shared" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M0 0V7" stroke="#000" stroke-width="1.4"/></pattern></defs>',
        *_hours(model, scale, height),
    ]
    for number, (title, draw) in enumerate(rows):
        middle = _HEAD + _ROW * number + _ROW / 2
        parts.append(_text(0, middle + 4, _short(title)))
        parts.extend(draw(scale, middle))
    return "".join([*parts, "</svg>"])


def _rows(lane: Lane, model: TimelineModel) -> Iterable[tuple[str, "_Draw"]]:
    name = lane.short or lane.title
    if lane.pushes:
        yield f"{name} · {model.words.pushes}" if lane.short else model.words.pushes, _Draw(model, lane=lane)
    for bar in lane.bars:
        yield f"{name} · {bar.title}" if name else bar.title, _Draw(model, bar=bar)


@dataclass(frozen=True, slots=True)
class _Draw:
    """Draws one row at its middle."""

    model: TimelineModel
    bar: Bar | None = None
    lane: Lane | None = None

    def __call__(self, scale: _Scale, middle: float) -> Iterable[str]:
        if self.bar is not None:
            return _bar(self.bar, self.model, scale, middle)
        return _pushes(self.lane, scale, middle) if self.lane is not None else ()


def _hours(model: TimelineModel, scale: _Scale, height: float) -> Iterable[str]:
    width = WIDTH - GUTTER - 2 * EDGE
    for tick in ticks(model.begin, model.end, model.zone, tick_step(model.begin, model.end, width, 62)):
        x = scale.x(tick.at)
        yield f'<path d="M{x} {_HEAD - 8}V{height}" stroke="#bbb"/>'
        yield _text(x, 14, tick.label, "middle", bold=tick.hour)
    yield f'<path d="M{GUTTER} {_HEAD - 8}H{WIDTH}" stroke="#000" stroke-width="1.4"/>'


def _pushes(lane: Lane, scale: _Scale, middle: float) -> Iterable[str]:
    for mark in lane.pushes:
        x = scale.x(mark.at)
        yield f'<path d="M{x - 5} {middle - 6}h10l-5 11z"/>'
    words = ", ".join(f"{mark.time} {mark.title} {mark.dose}".strip() for mark in lane.pushes)
    before, after = scale.x(lane.pushes[0].at) - 10, scale.x(lane.pushes[-1].at) + 10
    right, left = int((WIDTH - after) / _LETTER), int((before - GUTTER) / _LETTER)
    if len(words) <= right or right >= left:
        yield _text(after, middle + 4, _short(words, right))
    else:
        yield _text(before, middle + 4, _short(words, left), "end")


def _bar(bar: Bar, model: TimelineModel, scale: _Scale, middle: float) -> Iterable[str]:
    for span, following in zip(bar.spans, (*bar.spans[1:], None), strict=True):
        yield _stretch(span, bar, scale, middle)
        if following is not None:
            x, to = scale.x(span.end), scale.x(following.begin)
            yield f'<path d="M{x} {middle}H{to}" stroke="#000" stroke-width="1.4" stroke-dasharray="3 3"/>'
    for begin, end in bar.shared:
        x, to = scale.x(begin), scale.x(end)
        top = middle - _BAR / 2
        yield f'<rect x="{x}" y="{top}" width="{round(max(to - x, 1), 1)}" height="{_BAR}" fill="url(#shared)"/>'
    for mark in bar.marks:
        x = scale.x(mark.at)
        yield f'<path d="M{x} {middle - _BAR / 2 - 4}V{middle + _BAR / 2}" stroke="#000" stroke-width="1.6"/>'
        yield _text(x + 3, middle - _BAR / 2 - 1, f"{mark.minute} min", "start", size=9.5)
    first, last = clock_text(bar.begin, model.zone), clock_text(bar.end, model.zone)
    yield _text(scale.x(bar.begin) - 4, middle + 4, first, "end", bold=True)
    yield _text(scale.x(bar.end) + 4, middle + 4, model.words.running if bar.running else last, "start", bold=True)


def _stretch(span: Span, bar: Bar, scale: _Scale, middle: float) -> str:
    x, to = scale.x(span.begin), scale.x(span.end)
    tall = 4 if bar.thin else _BAR
    looks = 'fill="#777"' if bar.thin else 'fill="#d9d9d9" stroke="#000" stroke-width="1.2"'
    wide = round(max(to - x, 1.5), 1)
    return f'<rect x="{x}" y="{middle - tall / 2}" width="{wide}" height="{tall}" {looks}/>'


def _text(x: float, y: float, words: str, anchor: str = "start", bold: bool = False, size: float = 0) -> str:
    weight = ' font-weight="700"' if bold else ""
    sized = f' font-size="{size}"' if size else ""
    place = f'x="{round(x, 1)}" y="{round(y, 1)}" text-anchor="{anchor}"'
    return f"<text {place}{weight}{sized}>{escape(words)}</text>"


def _short(words: str, most: int = _MOST) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
