"""Paints the timeline of one visit: the same hand for the screen and for a picture file.

The printed ticket sets the same `TimelineModel` in rows that can be broken over pages (`outputs.paper.lines`).
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nursedesk.outputs.pictures.timeline_bars import paint_bar, paint_shared_edges
from nursedesk.outputs.pictures.timeline_layout import (
    AXIS,
    PUSH_LINE,
    PlacedLane,
    PushGroup,
    Scale,
    Taken,
    gutter_lines,
    lanes,
    scale_of,
    span_rect,
    title_base,
)
from nursedesk.outputs.pictures.timeline_model import PushMark, TimelineModel, tick_step, ticks
from nursedesk.outputs.pictures.timeline_shapes import cleared, elided, text_at, triangle
from nursedesk.outputs.pictures.timeline_style import TimelineStyle


def paint_timeline(painter: QPainter, rect: QRectF, model: TimelineModel, style: TimelineStyle) -> None:
    """Draw `model` into `rect`; `timeline_height` says how tall that must be for nothing to be cut off."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = scale_of(rect, model, style)
    plot = QRectF(scale.left, rect.top(), scale.width, rect.height())
    placed = lanes(rect, model, style)
    _paint_ahead(painter, plot, model, style, scale)
    _paint_axis(painter, plot, model, style, scale)
    _paint_titles(painter, rect, placed, style)
    painter.save()
    painter.setClipRect(plot)
    _paint_plot(painter, plot, placed, model, style, scale)
    painter.restore()
    _paint_now(painter, plot, model, style, scale)
    painter.restore()


def paint_overview(painter: QPainter, rect: QRectF, model: TimelineModel, style: TimelineStyle) -> None:
    """The whole visit in a low bar: drugs as thin lines, no words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = Scale(rect.left(), rect.width(), model.begin, model.end)
    bars = [bar for bar in model.bars if not bar.thin]
    step = min(style.px(7), (rect.height() - style.px(6)) / max(len(bars), 1))
    top = rect.center().y() - step * len(bars) / 2
    painter.setPen(Qt.PenStyle.NoPen)
    for index, bar in enumerate(bars):
        painter.setBrush(style.color("timeline_" + {"running": "segment"}.get(bar.tone, bar.tone)))
        for span in bar.spans:
            left, right = scale.x(span.begin), scale.x(span.end)
            thick = max(step - style.px(2), 1.5)
            painter.drawRoundedRect(
                QRectF(left, top + index * step + style.px(1), max(right - left, 2.0), thick), 2, 2
            )
    painter.setBrush(style.color("ink"))
    for mark in (m for lane in model.lanes for m in lane.pushes):
        triangle(painter, scale.x(mark.at), rect.top() + style.px(5), style.px(4))
    painter.restore()


def _paint_ahead(
    painter: QPainter, plot: QRectF, model: TimelineModel, style: TimelineStyle, scale: Scale
) -> None:
    """What has not happened yet lies on a slightly other ground."""
    if model.now is None:
        return
    left = max(scale.x(model.now), plot.left())
    if left < plot.right():
        ahead = QRectF(left, plot.top() + style.px(AXIS), plot.right() - left, plot.height() - style.px(AXIS))
        painter.fillRect(ahead, style.color("sunk"))


def _paint_axis(painter: QPainter, plot: QRectF, model: TimelineModel, style: TimelineStyle, scale: Scale) -> None:
    base = plot.top() + style.px(AXIS)
    step = tick_step(model.begin, model.end, plot.width(), style.width("00:00", 13) * 3.0)
    hairline, strong = QPen(style.color("line"), 1), QPen(style.color("line_strong"), max(style.px(1), 0.75))
    minor = max(step // 6, 1) if step >= 10 else 1
    painter.setPen(strong)
    painter.drawLine(QLineF(plot.left(), base, plot.right(), base))
    if scale.width / max((model.end - model.begin).total_seconds() / 60, 1) * minor >= style.px(4):
        for tick in ticks(model.begin, model.end, model.zone, minor):
            painter.drawLine(QLineF(scale.x(tick.at), base - style.px(4), scale.x(tick.at), base))
    for tick in ticks(model.begin, model.end, model.zone, step):
        x = scale.x(tick.at)
        painter.setPen(hairline)
        painter.drawLine(QLineF(x, base, x, plot.bottom()))
        painter.setPen(strong)
        painter.drawLine(QLineF(x, base - style.px(7), x, base))
        half = style.width(tick.label, 13, tick.hour) / 2
        hidden = model.now is not None and abs(scale.x(model.now) - x) < half + _now_width(
            model, style
        ) / 2 + style.px(8)
        if not hidden and plot.left() <= x - half and x + half <= plot.right():
            token = "ink" if tick.hour else "quiet"
            text_at(painter, QPointF(x - half, base - style.px(13)), tick.label, 13, token, style, bold=tick.hour)


def _paint_titles(painter: QPainter, rect: QRectF, placed: tuple[PlacedLane, ...], style: TimelineStyle) -> None:
    width = style.px(style.gutter - 16)
    for index, place in enumerate(placed):
        if index:
            painter.setPen(QPen(style.color("line_strong"), 1))
            painter.drawLine(QLineF(rect.left(), place.top, rect.right(), place.top))
        y = place.top + style.px(title_base(style))
        text_at(
            painter,
            QPointF(rect.left(), y),
            elided(place.lane.title, width, 15, style, True),
            15,
            "ink",
            style,
            True,
        )
        for detail in gutter_lines(place.lane, style):
            y += style.px(18)
            text_at(painter, QPointF(rect.left(), y), elided(detail, width, 13, style), 13, "quiet", style)


def _paint_plot(
    painter: QPainter,
    plot: QRectF,
    placed: tuple[PlacedLane, ...],
    model: TimelineModel,
    style: TimelineStyle,
    scale: Scale,
) -> None:
    bars = [bar for place in placed for bar in place.bars]
    ground = plot.adjusted(style.px(2), style.px(AXIS), -style.px(2), style.px(40))
    ahead = scale.x(model.now) if model.now is not None else float("inf")
    taken = Taken(ground, ahead)
    taken.rects += [span_rect(b, s.begin, s.end, scale) for b in bars for s in b.bar.spans]
    taken.rects += [span_rect(b, p.begin, p.end, scale) for b in bars for p in b.bar.pauses]
    if model.now is not None:
        taken.rects.append(QRectF(scale.x(model.now) - style.px(4), plot.top(), style.px(8), plot.height()))
    for place in placed:
        for group in place.groups:
            _paint_pushes(painter, group, style, scale, taken)
    paint_shared_edges(painter, bars, style, scale)
    for bar in sorted(bars, key=lambda b: b.bar.thin):
        paint_bar(painter, bar, style, scale, taken)


def _paint_pushes(painter: QPainter, group: PushGroup, style: TimelineStyle, scale: Scale, taken: Taken) -> None:
    """A triangle on a stem for each push; the words stacked right of the last, or left of the first."""
    painter.setBrush(style.color("ink"))
    for mark in group.marks:
        x = scale.x(mark.at)
        painter.setPen(QPen(style.color("ink"), style.px(1.25)))
        painter.drawLine(QLineF(x, group.top + style.px(8), x, group.top + style.px(29)))
        painter.setPen(Qt.PenStyle.NoPen)
        triangle(painter, x, group.top + style.px(2), style.px(6))
    found = taken.first_free([group.words])
    if found is None:
        return
    cleared(painter, found, taken, style)
    for index, mark in enumerate(group.marks):
        y = found.top() + style.px(PUSH_LINE * index + 12.5)
        _push_words(painter, QPointF(found.left(), y), mark, style)


def _push_words(painter: QPainter, at: QPointF, mark: PushMark, style: TimelineStyle) -> None:
    x = at.x()
    text_at(painter, at, mark.time, 13, "ink", style)
    x += style.width(mark.time + " ", 13)
    text_at(painter, QPointF(x, at.y()), mark.title, 13, "ink", style, True)
    x += style.width(mark.title, 13, True)
    text_at(painter, QPointF(x, at.y()), f" {mark.dose}" if mark.dose else "", 13, "ink", style)


def _paint_now(painter: QPainter, plot: QRectF, model: TimelineModel, style: TimelineStyle, scale: Scale) -> None:
    if model.now is None or not plot.left() - 1 <= scale.x(model.now) <= plot.right() + 1:
        return
    x, base = scale.x(model.now), plot.top() + style.px(AXIS)
    painter.setPen(QPen(style.color("action_fill"), style.px(2)))
    painter.drawLine(QLineF(x, base - style.px(6), x, plot.bottom()))
    width = _now_width(model, style)
    left = min(max(x - width / 2, plot.left()), plot.right() - width)
    pill = QRectF(left, base - style.px(29), width, style.px(24))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("action_fill"))
    painter.drawRoundedRect(pill, style.px(5), style.px(5))
    at = QPointF(pill.left() + style.px(7), pill.center().y() + style.px(4.5))
    text_at(painter, at, model.now_text, 13, "on_action", style, True)


def _now_width(model: TimelineModel, style: TimelineStyle) -> float:
    return style.width(model.now_text, 13, True) + style.px(14)
