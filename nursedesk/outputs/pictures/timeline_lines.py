"""The printed arrangement: a thin row per line, times at both ends, dashes for a pause, hatching for sharing."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from nursedesk.outputs.pictures.timeline_layout import PlacedBar, PushGroup, Scale, Taken, span_rect
from nursedesk.outputs.pictures.timeline_model import TimelineModel, clock_text
from nursedesk.outputs.pictures.timeline_shapes import hatch, struck_text, text_at, triangle
from nursedesk.outputs.pictures.timeline_style import TimelineStyle

PAPER_TIME = 44.0
"""Room left of the plot for the start time of a line that begins at its edge."""


def paint_line(
    painter: QPainter, place: PlacedBar, model: TimelineModel, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """One line of the visit as a row of the printed ticket."""
    bar, middle = place.bar, place.top + place.height / 2
    edge = QPen(style.color("ink"), style.px(1.2))
    for span in bar.spans:
        area = span_rect(place, span.begin, span.end, scale)
        painter.setPen(Qt.PenStyle.NoPen if bar.thin else edge)
        painter.setBrush(style.color("quiet" if bar.thin else "timeline_segment"))
        painter.drawRect(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for begin, end in bar.shared:
        area = span_rect(place, begin, end, scale)
        hatch(painter, area, QPen(style.color("ink"), style.px(0.9)), style.px(7))
        painter.setPen(edge)
        painter.drawRect(area)
    dashes = QPen(style.color("ink"), style.px(1.2))
    dashes.setDashPattern([3.0, 3.0])
    painter.setPen(dashes)
    for pause in bar.pauses:
        painter.drawLine(QLineF(scale.x(pause.begin), middle, scale.x(pause.end), middle))
    _marks(painter, place, style, scale, taken)
    _ends(painter, place, model, style, scale, taken)


def paint_line_pushes(
    painter: QPainter, group: PushGroup, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """All pushes in one row; their words behind the last mark, or before the first, or not at all."""
    middle = group.top + group.height / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("ink"))
    for mark in group.marks:
        triangle(painter, scale.x(mark.at), middle - style.px(6), style.px(6))
    words = ", ".join(f"{m.time} {m.title} {m.dose}".strip() for m in group.marks)
    width = style.width(words, 12)
    top, height = middle - style.px(6.5), style.px(13)
    right = QRectF(scale.x(group.marks[-1].at) + style.px(14), top, width, height)
    left = QRectF(scale.x(group.marks[0].at) - style.px(14) - width, top, width, height)
    found = taken.first_free([right, left])
    if found:
        painter.fillRect(found.adjusted(-2, 0, 2, 0), style.color("surface"))
        text_at(painter, QPointF(found.left(), middle + style.px(4.5)), words, 12, "ink", style)


def _marks(painter: QPainter, place: PlacedBar, style: TimelineStyle, scale: Scale, taken: Taken) -> None:
    for mark in place.bar.marks:
        x = scale.x(mark.at)
        painter.setPen(QPen(style.color("ink"), style.px(2)))
        painter.drawLine(QLineF(x, place.top - style.px(5), x, place.top + place.height))
        words = f"{mark.minute} min"
        width = style.width(words, 10.5)
        box = QRectF(x + style.px(5), place.top - style.px(10), width, style.px(9))
        if taken.first_free([box]):
            text_at(painter, QPointF(box.left(), box.bottom()), words, 10.5, "ink", style)


def _ends(
    painter: QPainter, place: PlacedBar, model: TimelineModel, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """Start at the left end, stop at the right; a corrected time struck beside them; a missing stop said."""
    bar, middle = place.bar, place.top + place.height / 2
    begin, gap, baseline = clock_text(bar.begin, model.zone), style.px(5), middle + style.px(4.5)
    width = style.width(begin, 12, True)
    painter.fillRect(
        QRectF(scale.x(bar.begin) - gap - width, middle - style.px(8), width, style.px(16)), style.color("surface")
    )
    text_at(painter, QPointF(scale.x(bar.begin) - gap - width, baseline), begin, 12, "ink", style, True)
    open_end = model.words.running if model.now else model.words.stop_missing
    end = open_end if bar.running else clock_text(bar.end, model.zone)
    x = scale.x(bar.end) + gap
    text_at(painter, QPointF(x, baseline), end, 12, "ink", style, True)
    x += style.width(end, 12, True) + gap
    for struck in (s for s in bar.struck if s.now == bar.end):
        box = QRectF(x, middle - style.px(8), style.width(struck.was_text, 12), style.px(16))
        if taken.first_free([box]):
            struck_text(painter, QPointF(x, baseline), struck.was_text, 12, "ink", style)
