"""One line on the screen's timeline: spans with words, pauses, hatching, boundaries, plans, struck times."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from nursedesk.outputs.pictures.timeline_layout import PlacedBar, Scale, Taken, span_rect
from nursedesk.outputs.pictures.timeline_model import Bar, BoundaryMark, Pause, Span, StruckTime, Tone
from nursedesk.outputs.pictures.timeline_shapes import cleared, hatch, struck_text, text_at
from nursedesk.outputs.pictures.timeline_style import TimelineStyle, legible

_BETWEEN = 8
"""Between a title and its detail on one line, before scale."""
_TOKENS = {
    Tone.RUNNING: "timeline_segment",
    Tone.SECOND: "timeline_second",
    Tone.FINISHED: "timeline_finished",
}


def paint_bar(painter: QPainter, place: PlacedBar, style: TimelineStyle, scale: Scale, taken: Taken) -> None:
    """A line with all that belongs to it; words find free ground or stay away."""
    if place.bar.thin:
        _thin(painter, place, style, scale, taken)
        return
    bar = place.bar
    fill, ink = legible(style.color(_TOKENS[bar.tone]), style)
    for pause in bar.pauses:
        _pause(painter, place, pause, style, scale)
    ahead = bar.planned_end is not None and bar.planned_end > bar.end
    if ahead:
        _planned(painter, place, style, scale, taken)
    for span in bar.spans:
        _block(painter, span_rect(place, span.begin, span.end, scale), fill, style)
    for begin, end in bar.shared:
        area = span_rect(place, begin, end, scale)
        line = QColor(ink)
        line.setAlphaF(0.55)
        hatch(painter, area, QPen(line, style.px(1)), style.px(8), style.px(3))
    if not ahead:
        _planned(painter, place, style, scale, taken)
    for mark in bar.marks:
        _mark(painter, place, mark, style, scale, taken)
    for span in bar.spans:
        _span_words(painter, place, span, ink, style, scale, taken)
    for struck in bar.struck:
        _struck(painter, place, struck, style, scale, taken)
    _beside(painter, place, bar.shared_text, "quiet", style, scale, taken)
    _beside(painter, place, bar.caption, "needs_stop_text", style, scale, taken)


def paint_shared_edges(painter: QPainter, bars: list[PlacedBar], style: TimelineStyle, scale: Scale) -> None:
    """Dotted threads between the bars that share a stretch, so that the eye finds the pair."""
    pen = QPen(style.color("quiet"), style.px(1.2))
    pen.setDashPattern([1.5, 2.0])
    painter.setPen(pen)
    for begin, end in {stretch for place in bars for stretch in place.bar.shared}:
        sharing = [p for p in bars if (begin, end) in p.bar.shared]
        top = min(p.top + p.height for p in sharing)
        bottom = max(p.top for p in sharing)
        for at in (begin, end):
            if bottom > top:
                painter.drawLine(QLineF(scale.x(at), top, scale.x(at), bottom))


def _block(painter: QPainter, area: QRectF, fill: QColor, style: TimelineStyle) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    radius = min(style.px(5), area.width() / 2)
    painter.drawRoundedRect(area, radius, radius)


def _pause(painter: QPainter, place: PlacedBar, pause: Pause, style: TimelineStyle, scale: Scale) -> None:
    inset = style.px(6)
    area = span_rect(place, pause.begin, pause.end, scale).adjusted(1, inset, -1, -inset)
    if area.width() < 1:
        return
    hatch(painter, area, QPen(style.color("line_strong"), style.px(1)), style.px(6))
    words, plate = pause_plate(place, pause, style, scale)
    if words:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("surface"))
        painter.drawRoundedRect(plate, 3, 3)
        at = QPointF(plate.left() + style.px(4), plate.center().y() + style.px(4.5))
        text_at(painter, at, words, 13, "ink", style)


def pause_plate(place: PlacedBar, pause: Pause, style: TimelineStyle, scale: Scale) -> tuple[str, QRectF]:
    """The words of a pause that have room in it, and the plain ground they stand on; none: empty ones."""
    area = span_rect(place, pause.begin, pause.end, scale).adjusted(1, 0, -1, 0)
    for words in (pause.text, pause.short):
        width = style.width(words, 13)
        if words and width + style.px(12) <= area.width():
            middle = area.center()
            wide = width + 2 * style.px(4)
            return words, QRectF(middle.x() - wide / 2, middle.y() - style.px(9), wide, style.px(18))
    return "", QRectF()


def struck_mark(place: PlacedBar, x: float, style: TimelineStyle, scale: Scale) -> tuple[tuple[float, float], ...]:
    """(top, bottom) of the dashed mark of a corrected time: whole, or parted by a pause's words."""
    top, bottom = place.top + style.px(2), place.top + place.height - style.px(2)
    for pause in place.bar.pauses:
        words, plate = pause_plate(place, pause, style, scale)
        if words and plate.left() - style.px(2) <= x <= plate.right() + style.px(2):
            return (top, plate.top() - style.px(1)), (plate.bottom() + style.px(1), bottom)
    return ((top, bottom),)


def _planned(painter: QPainter, place: PlacedBar, style: TimelineStyle, scale: Scale, taken: Taken) -> None:
    """To come: a dashed outline; already passed: where it was, in the colour of what needs a stop."""
    bar = place.bar
    if bar.planned_end is None:
        return
    ahead = bar.planned_end > bar.end
    pen = QPen(style.color("running_fill" if ahead else "needs_stop_fill"), style.px(1.5))
    pen.setDashPattern([3.0, 2.5])
    x = scale.x(bar.planned_end)
    if ahead:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(
            scale.x(bar.end) - style.px(5), place.top + 1, x - scale.x(bar.end) + style.px(5), place.height - 2
        )
        painter.drawRoundedRect(area, style.px(5), style.px(5))
        taken.rects.append(area.adjusted(style.px(5), 0, 0, 0))
    else:
        painter.setPen(pen)
        painter.drawLine(QLineF(x, place.top - style.px(4), x, place.top + place.height + style.px(8)))
    width, height = style.width(bar.planned_text, 13), style.px(16)
    top = place.top + place.height + style.px(6)
    beside = QRectF(x + style.px(8), place.top + (place.height - height) / 2, width, height)
    after = QRectF(max(scale.x(bar.end), x) + style.px(8), top, width, height)
    before = QRectF(x - style.px(6) - width, top, width, height)
    under_now = QRectF(scale.x(bar.end) + style.px(8), top, width, height)
    box = taken.first_free([beside, under_now, before] if ahead else [after, before])
    if box:
        cleared(painter, box, taken, style)
        token = "quiet" if ahead else "needs_stop_text"
        text_at(painter, QPointF(box.left(), box.bottom() - style.px(4)), bar.planned_text, 13, token, style)


def _mark(
    painter: QPainter, place: PlacedBar, mark: BoundaryMark, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """A thick tick above and below the bar at the minute at which the ticket changes."""
    x, pen = scale.x(mark.at), QPen(style.color("ink"), style.px(2))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    bottom = place.top + place.height
    painter.drawLine(QLineF(x, place.top - style.px(11), x, place.top))
    painter.drawLine(QLineF(x, bottom, x, bottom + style.px(7)))
    number, width = str(mark.minute), style.width(str(mark.minute), 13, True)
    full = width + style.width(" " + mark.text, 13)
    top, height, gap = place.top - style.px(18), style.px(15), style.px(6)
    candidates = [
        QRectF(x + gap, top, full, height),
        QRectF(x - gap - full, top, full, height),
        QRectF(x + gap, top, width, height),
        QRectF(x - gap - width, top, width, height),
    ]
    box = taken.first_free(candidates)
    if box is None:
        return
    cleared(painter, box, taken, style)
    baseline = box.bottom() - style.px(3)
    text_at(painter, QPointF(box.left(), baseline), number, 13, "ink", style, True)
    if box.width() >= full:
        text_at(painter, QPointF(box.left() + width, baseline), " " + mark.text, 13, "quiet", style)


def _span_words(
    painter: QPainter,
    place: PlacedBar,
    span: Span,
    ink: QColor,
    style: TimelineStyle,
    scale: Scale,
    taken: Taken,
) -> None:
    bar, pad = place.bar, style.px(12)
    area = _seen(span_rect(place, span.begin, span.end, scale), scale)
    detail, wide = _inside(span, area.width() - 2 * pad, style)
    if wide + 2 * pad > area.width():
        if span is bar.spans[0]:
            _words_outside(painter, place, span, style, scale, taken)
        return
    box = QRectF(area.left() + pad, area.top(), wide, area.height())
    color = _plate(painter, place, box, ink, style, scale)
    _two_lines(painter, box, span.title, detail, color, style)
    last = span is bar.spans[-1]
    total = style.width(bar.total, 15, True)
    if last and wide + total + 4 * pad <= area.width():
        box = QRectF(area.right() - pad - total, area.top(), total, area.height())
        color = _plate(painter, place, box, ink, style, scale)
        at = QPointF(box.left(), area.center().y() + style.px(5))
        text_at(painter, at, bar.total, 15, color, style, True)


def _inside(span: Span, room: float, style: TimelineStyle) -> tuple[str, float]:
    """(what stands with the title, width of both); on one line the detail goes where both have no room."""
    title, detail = style.width(span.title, 15, True), style.width(span.detail, 13)
    if not style.dense:
        return span.detail, max(title, detail)
    both = title + style.px(_BETWEEN) + detail
    return (span.detail, both) if both <= room else ("", title)


def _seen(area: QRectF, scale: Scale) -> QRectF:
    """The part of a bar inside the plot: its words stay in sight when its start has been panned away."""
    left, right = max(area.left(), scale.left), min(area.right(), scale.left + scale.width)
    return QRectF(left, area.top(), max(right - left, 0.0), area.height())


def _two_lines(
    painter: QPainter, box: QRectF, title: str, detail: str, color: QColor, style: TimelineStyle
) -> None:
    """Title over detail; where lanes are low, beside it."""
    middle = box.center().y()
    if style.dense:
        text_at(painter, QPointF(box.left(), middle + style.px(5)), title, 15, color, style, True)
        x = box.left() + style.width(title, 15, True) + style.px(_BETWEEN)
        text_at(painter, QPointF(x, middle + style.px(5)), detail, 13, color, style)
        return
    first = middle - style.px(3) if detail else middle + style.px(5)
    text_at(painter, QPointF(box.left(), first), title, 15, color, style, True)
    text_at(painter, QPointF(box.left(), middle + style.px(14)), detail, 13, color, style)


def _plate(
    painter: QPainter, place: PlacedBar, box: QRectF, ink: QColor, style: TimelineStyle, scale: Scale
) -> QColor:
    """Words that would lie on hatching get a plain ground; returns the ink for them."""
    areas = [span_rect(place, begin, end, scale) for begin, end in place.bar.shared]
    if not any(area.intersects(box) for area in areas):
        return ink
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("surface"))
    inset = style.px(3 if style.dense else 5)
    plate = box.adjusted(-style.px(6), inset, style.px(6), -inset)
    painter.drawRoundedRect(plate, style.px(4), style.px(4))
    return style.color("ink")


def _words_outside(
    painter: QPainter, place: PlacedBar, span: Span, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """A bar too short for its name has it beside, else under it."""
    area = span_rect(place, place.bar.begin, place.bar.end, scale)
    title, detail = style.width(span.title, 15, True), style.width(span.detail, 13)
    gap = style.px(_BETWEEN)
    line = title + gap + detail
    wide = line if style.dense else max(title, detail)
    below, height = area.bottom() + style.px(6), style.px(17)
    box = taken.first_free(
        [
            QRectF(area.right() + gap, area.top() + 2, wide, area.height() - 4),
            QRectF(area.left() - gap - wide, area.top() + 2, wide, area.height() - 4),
            QRectF(area.left(), below, line, height),
            QRectF(area.right() - line, below, line, height),
        ]
    )
    if box is None:
        return
    cleared(painter, box, taken, style)
    if box.top() < area.bottom():
        _two_lines(painter, box, span.title, span.detail, style.color("ink"), style)
        return
    baseline = box.bottom() - style.px(4)
    text_at(painter, QPointF(box.left(), baseline), span.title, 15, "ink", style, True)
    text_at(painter, QPointF(box.left() + title + gap, baseline), span.detail, 13, "ink", style)


def _struck(
    painter: QPainter, place: PlacedBar, struck: StruckTime, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    """A corrected time: the first one struck through at its place, the one that counts under it."""
    x, gap = scale.x(struck.was), style.px(8)
    pen = QPen(style.color("quiet"), style.px(1.5))
    pen.setDashPattern([2.0, 1.5])
    painter.setPen(pen)
    for upper, lower in struck_mark(place, x, style, scale):
        painter.drawLine(QLineF(x, upper, x, lower))
    width = max(style.width(struck.was_text, 13), style.width(struck.now_text, 13, True))
    top, height = place.top + style.px(4), style.px(36)
    below = place.top + place.height + style.px(6)
    line = style.width(struck.was_text, 13) + gap + style.width(struck.now_text, 13, True)
    box = taken.first_free(
        [
            QRectF(x + gap, top, width, height),
            QRectF(x - gap - width, top, width, height),
            QRectF(x - line / 2, below, line, style.px(16)),
            QRectF(x - line, below, line, style.px(16)),
        ]
    )
    if box is None:
        return
    cleared(painter, box, taken, style)
    flat = box.top() >= below
    first = QPointF(box.left(), box.top() + style.px(13))
    struck_text(painter, first, struck.was_text, 13, "quiet", style)
    step = style.width(struck.was_text, 13) + gap if flat else 0.0
    then = QPointF(first.x() + step, first.y() + (0.0 if flat else style.px(18)))
    text_at(painter, then, struck.now_text, 13, "attention_text", style, True)


def _beside(
    painter: QPainter, place: PlacedBar, words: str, token: str, style: TimelineStyle, scale: Scale, taken: Taken
) -> None:
    if not words:
        return
    area = span_rect(place, place.bar.begin, place.bar.end, scale)
    width, height, gap = style.width(words, 13), style.px(17), style.px(12)
    middle, below = area.center().y() - height / 2, area.bottom() + style.px(6)
    box = taken.first_free(
        [
            QRectF(area.left() - gap - width, middle, width, height),
            QRectF(area.right() + gap, middle, width, height),
            QRectF(area.left(), below, width, height),
            QRectF(area.right() - width, below, width, height),
        ]
    )
    if box:
        cleared(painter, box, taken, style)
        text_at(painter, QPointF(box.left(), box.bottom() - style.px(4)), words, 13, token, style)


def _thin(painter: QPainter, place: PlacedBar, style: TimelineStyle, scale: Scale, taken: Taken) -> None:
    bar: Bar = place.bar
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color("timeline_finished"))
    for span in bar.spans:
        area = span_rect(place, span.begin, span.end, scale)
        painter.drawRoundedRect(area, place.height / 2, place.height / 2)
    area = _seen(span_rect(place, bar.begin, bar.end, scale), scale)
    width, height = style.width(bar.caption, 13), style.px(17)
    top = place.top + place.height + style.px(3)
    box = taken.first_free(
        [QRectF(area.left() + style.px(2), top, width, height), QRectF(area.right() - width, top, width, height)]
    )
    if box:
        cleared(painter, box, taken, style)
        text_at(painter, QPointF(box.left(), box.bottom() - style.px(4)), bar.caption, 13, "quiet", style)
