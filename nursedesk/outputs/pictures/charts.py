"""Paints a bar chart: the same hand for the screen, for paper and for a picture file.

Each series has a colour of Okabe and Ito's palette and a pattern of its own, so that it is told apart in grey too.
"""

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nursedesk.outputs.pictures.chart_model import ChartModel, plain_number
from nursedesk.outputs.pictures.timeline_shapes import hatch, text_at
from nursedesk.outputs.pictures.timeline_style import TimelineStyle

FILLS = ("#0072B2", "#E69F00", "#CC79A7")
"""Blue plain, orange slanting, purple dotted: told apart by every kind of colour vision."""
GREY_FILLS = ("#595959", "#FFFFFF", "#D9D9D9")
PATTERN = QColor("#000000")
"""Lines and dots on the fills, which are of middle tone on a light ground and on a dark one."""
_TOP, _FOOT, _LEFT = 96.0, 44.0, 58.0
_NOTE = 18.0
"""Design pixels for title and legend, labels, and the scale; and for each further line of the note."""


def paint_chart(
    painter: QPainter, rect: QRectF, model: ChartModel, style: TimelineStyle, grey: bool = False
) -> None:
    """Draw the chart into `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fills = GREY_FILLS if grey else FILLS
    note = _folded(model.note, rect.width(), style)
    _paint_words(painter, rect, model, style, fills, note)
    top = _TOP + _NOTE * (len(note) - 1)
    plot = rect.adjusted(style.px(_LEFT), style.px(top), -style.px(8), -style.px(_FOOT))
    if model.highest <= 0 or not model.labels:
        text_at(painter, QPointF(plot.left(), plot.center().y()), model.nothing, 15, "quiet", style)
        painter.restore()
        return
    highest = _paint_scale(painter, plot, model, style)
    _paint_bars(painter, plot, model, style, highest, fills)
    _paint_labels(painter, plot, model, style)
    if model.mark is not None:
        _paint_mark(painter, plot, model, style)
    painter.restore()


def _folded(note: str, room: float, style: TimelineStyle) -> list[str]:
    """The note in as many lines as it needs: it says of what the figures are."""
    lines = [""]
    for word in note.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and style.width(longer, 13) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _paint_words(
    painter: QPainter,
    rect: QRectF,
    model: ChartModel,
    style: TimelineStyle,
    fills: tuple[str, ...],
    note: list[str],
) -> None:
    text_at(painter, QPointF(rect.left(), rect.top() + style.px(18)), model.title, 16, "ink", style, True)
    for at, line in enumerate(note):
        down = rect.top() + style.px(38 + _NOTE * at)
        text_at(painter, QPointF(rect.left(), down), line, 13, "quiet", style)
    x, y = rect.left(), rect.top() + style.px(60 + _NOTE * (len(note) - 1))
    for at, one in enumerate(model.series):
        if len(model.series) > 1:
            _block(painter, QRectF(x, y - style.px(11), style.px(16), style.px(13)), at, style, fills)
            text_at(painter, QPointF(x + style.px(22), y), one.name, 13, "ink", style)
            x += style.px(44) + style.width(one.name, 13)


def _paint_scale(painter: QPainter, plot: QRectF, model: ChartModel, style: TimelineStyle) -> float:
    """Horizontal lines with their figures; returns the value at the top."""
    step = _nice(model.highest / 4)
    if all(value == round(value) for one in model.series for value in one.values):
        step = max(step, 1.0)
    top = step * math.ceil(model.highest / step - 1e-9)
    value = 0.0
    while value <= top + step / 100:
        y = plot.bottom() - plot.height() * value / top
        painter.setPen(QPen(style.color("ink" if value == 0 else "line"), style.px(1)))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        words = plain_number(value)
        left = plot.left() - style.px(8) - style.width(words, 12)
        text_at(painter, QPointF(left, y + style.px(4)), words, 12, "quiet", style)
        value += step
    unit = QPointF(plot.left() - style.px(_LEFT), plot.top() - style.px(10))
    text_at(painter, unit, model.unit, 12, "quiet", style)
    return top


def _nice(least: float) -> float:
    """The next of 1, 2, 5, 10, 20 … from `least` on."""
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least - 1e-12)


def _paint_bars(
    painter: QPainter, plot: QRectF, model: ChartModel, style: TimelineStyle, top: float, fills: tuple[str, ...]
) -> None:
    step = plot.width() / len(model.labels)
    wide = min(step * 0.72, style.px(56))
    for at in range(len(model.labels)):
        left = plot.left() + at * step + (step - wide) / 2
        base = plot.bottom()
        for number, one in enumerate(model.series):
            height = plot.height() * one.values[at] / top
            if model.stacked:
                block = QRectF(left, base - height, wide, height)
                base -= height
            else:
                share = wide / len(model.series)
                block = QRectF(left + number * share, plot.bottom() - height, share, height)
            if height > 0:
                _block(painter, block, number, style, fills)
                if not model.stacked:
                    _value(painter, block, one.values[at], style)
        if model.stacked and base < plot.bottom():
            whole = sum(one.values[at] for one in model.series)
            _value(painter, QRectF(left, base, wide, 0.0), whole, style)


def _value(painter: QPainter, block: QRectF, value: float, style: TimelineStyle) -> None:
    """The figure over its bar, where it has room."""
    words = plain_number(value)
    if words == "0":
        return
    width = style.width(words, 11)
    if width <= block.width():
        text_at(
            painter, QPointF(block.center().x() - width / 2, block.top() - style.px(4)), words, 11, "ink", style
        )


def _block(painter: QPainter, block: QRectF, number: int, style: TimelineStyle, fills: tuple[str, ...]) -> None:
    painter.fillRect(block, QColor(fills[number]))
    if number == 1:
        hatch(painter, block, QPen(PATTERN, style.px(1)), style.px(6))
    elif number == 2:
        _dots(painter, block, style)
    painter.setPen(QPen(style.color("ink"), style.px(0.75)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(block)


def _dots(painter: QPainter, block: QRectF, style: TimelineStyle) -> None:
    painter.save()
    painter.setClipRect(block, Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PATTERN)
    gap = style.px(5)
    for row in range(int(block.height() / gap) + 1):
        for column in range(int(block.width() / gap) + 1):
            at = QPointF(block.left() + (column + 0.5) * gap, block.bottom() - (row + 0.5) * gap)
            painter.drawEllipse(at, style.px(1), style.px(1))
    painter.restore()


def _paint_labels(painter: QPainter, plot: QRectF, model: ChartModel, style: TimelineStyle) -> None:
    step = plot.width() / len(model.labels)
    widest = max(style.width(label, 12) for label in model.labels) + style.px(8)
    every = max(1, math.ceil(widest / step))
    for at, label in enumerate(model.labels):
        if at % every == 0:
            x = plot.left() + (at + 0.5) * step - style.width(label, 12) / 2
            text_at(painter, QPointF(x, plot.bottom() + style.px(18)), label, 12, "ink", style)


def _paint_mark(painter: QPainter, plot: QRectF, model: ChartModel, style: TimelineStyle) -> None:
    x = plot.left() + (model.mark or 0) * plot.width() / len(model.labels)
    painter.setPen(QPen(style.color("ink"), style.px(1.5), Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(x, plot.top() - style.px(6), x, plot.bottom() + style.px(6)))
    at = QPointF(x + style.px(4), plot.bottom() + style.px(36))
    text_at(painter, at, model.mark_words, 12, "ink", style, True)
