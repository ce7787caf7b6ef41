"""The strip: the visit so far as thin bars on one time axis, small enough for the foot of a card."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from nursedesk.outputs.pictures.shapes import paint_hatch, paint_push


class BarKind(StrEnum):
    RUNNING = "running"
    OVERDUE = "overdue"
    """Minutes past the planned end."""
    FINISHED = "finished"
    THIN = "thin"
    """Keep-open and carrier: recorded, not charged."""
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of running time; minutes count from the strip's first minute."""

    start: float
    stop: float
    lane: int
    kind: BarKind
    shared: tuple[tuple[float, float], ...] = ()
    """Stretches that another charged line shares: hatched."""


@dataclass(frozen=True, slots=True)
class StripModel:
    span: float
    """Minutes the strip covers."""
    bars: tuple[Bar, ...] = ()
    pauses: tuple[tuple[float, float, int], ...] = ()
    """(start, stop, lane), drawn as dashes."""
    pushes: tuple[float, ...] = ()
    hours: tuple[tuple[float, str], ...] = ()
    """Grid lines and their words."""
    now: float | None = None
    now_word: str = ""
    words: bool = True


@dataclass(frozen=True, slots=True)
class StripColours:
    line: QColor
    grid: QColor
    ink: QColor
    quiet: QColor
    now: QColor
    now_word: QColor
    running: QColor
    overdue: QColor
    finished: QColor
    planned: QColor
    hatch: QColor


@dataclass(frozen=True, slots=True)
class StripFonts:
    word: QFont
    now: QFont


def paint_strip(
    painter: QPainter,
    rect: QRectF,
    model: StripModel,
    colours: StripColours,
    fonts: StripFonts,
    unit: float = 1.0,
) -> None:
    """Paint the strip to fill `rect`; the words of the axis stand below it when the model has them.

    Bars and marks are `unit` times as large as at 100 % text.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    words = QFontMetricsF(fonts.word).height() if model.words else 0.0
    base = rect.bottom() - words - 1
    scale = rect.width() / max(model.span, 1.0)
    body = QRectF(rect.left(), rect.top(), rect.width(), base - rect.top())
    _axis(painter, body, model, scale, colours)
    _bars(painter, body, model, scale, colours, unit)
    for minute in model.pushes:
        paint_push(painter, QPointF(rect.left() + minute * scale, base - 1), 9 * unit, colours.ink)
    if model.now is not None:
        x = rect.left() + model.now * scale
        painter.setPen(QPen(colours.now, 2.5 * min(unit, 1.6)))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, base + 2))
    if model.words:
        _words(painter, QRectF(rect.left(), base + 1, rect.width(), words), model, scale, colours, fonts)
    painter.restore()


def _axis(painter: QPainter, body: QRectF, model: StripModel, scale: float, colours: StripColours) -> None:
    painter.setPen(QPen(colours.grid, 1))
    for minute, _ in model.hours:
        x = round(body.left() + minute * scale) + 0.5
        painter.drawLine(QPointF(x, body.top() + 1), QPointF(x, body.bottom()))
    painter.setPen(QPen(colours.line, 1.5))
    painter.drawLine(QPointF(body.left(), body.bottom()), QPointF(body.right(), body.bottom()))


def lane_tops(lanes: int, height: float, unit: float = 1.0) -> tuple[float, float]:
    """(step between lanes, bar height) so that every lane clears the axis and its push marks."""
    step = min(16.0 * unit, max((height - 10 * unit) / max(lanes, 1), 5.0 * unit))
    return step, min(12.0 * unit, step - 3.0 * unit)


def _bars(
    painter: QPainter, body: QRectF, model: StripModel, scale: float, colours: StripColours, unit: float
) -> None:
    lanes = 1 + max((bar.lane for bar in model.bars), default=0)
    step, tall = lane_tops(lanes, body.height(), unit)
    for bar in model.bars:
        top = body.top() + 4 * unit + bar.lane * step
        box = QRectF(body.left() + bar.start * scale, top, max((bar.stop - bar.start) * scale, 2.0), tall)
        _bar(painter, box, bar, scale, body.left(), colours, unit)
    painter.setPen(QPen(colours.ink, 1.5, Qt.PenStyle.CustomDashLine))
    for start, stop, lane in model.pauses:
        y = body.top() + 4 * unit + lane * step + tall / 2
        pen = QPen(colours.quiet, 1.5 * unit)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(body.left() + start * scale, y), QPointF(body.left() + stop * scale, y))


def _bar(
    painter: QPainter, box: QRectF, bar: Bar, scale: float, left: float, colours: StripColours, unit: float
) -> None:
    if bar.kind is BarKind.PLANNED:
        pen = QPen(colours.planned, 1.5)
        pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        return
    path = QPainterPath()
    if bar.kind is BarKind.THIN:
        box = QRectF(box.left(), box.center().y() - 2 * unit, box.width(), 4 * unit)
        path.addRoundedRect(box, 2, 2)
        painter.fillPath(path, colours.finished)
        return
    path.addRoundedRect(box, 3, 3)
    fills = {BarKind.RUNNING: colours.running, BarKind.OVERDUE: colours.overdue}
    painter.fillPath(path, fills.get(bar.kind, colours.finished))
    for start, stop in bar.shared:
        area = QPainterPath()
        area.addRect(QRectF(left + start * scale, box.top(), (stop - start) * scale, box.height()))
        paint_hatch(painter, path.intersected(area), colours.hatch)


def _words(
    painter: QPainter, rect: QRectF, model: StripModel, scale: float, colours: StripColours, fonts: StripFonts
) -> None:
    """The hours, each unless it would touch the now-word or its neighbour."""
    y = rect.top() + QFontMetricsF(fonts.word).ascent()
    taken: list[tuple[float, float]] = []
    if model.now is not None and model.now_word:
        taken.append(_place(rect, model.now * scale, model.now_word, fonts.now))
        painter.setFont(fonts.now)
        painter.setPen(colours.now_word)
        painter.drawText(QPointF(taken[0][0], y), model.now_word)
    painter.setFont(fonts.word)
    painter.setPen(colours.quiet)
    for minute, word in model.hours:
        left, right = _place(rect, minute * scale, word, fonts.word)
        if word and all(right + 6 < other[0] or left - 6 > other[1] for other in taken):
            painter.drawText(QPointF(left, y), word)
            taken.append((left, right))


def _place(rect: QRectF, x: float, word: str, face: QFont) -> tuple[float, float]:
    width = QFontMetricsF(face).horizontalAdvance(word)
    left = min(max(rect.left() + x - width / 2, rect.left()), rect.right() - width)
    return left, left + width
