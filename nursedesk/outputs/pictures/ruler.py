"""The boundary ruler: where along a line's minutes the ticket changes, and where the line is now.

A ruler, not a progress bar: no fill, and no colour that changes as a tick comes near. QtGui only, so that the
screen, the paper and a picture file get the same one.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

FIRST_SCALE, SCALE_STEP, SCALE_ROOM = 180, 120, 15
"""Minutes: 0-180 at first, then 120 more whenever less than 15 would be left to the right of now."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A minute at which the ticket changes, and what the record gives from there on."""

    minute: int
    word: str


@dataclass(frozen=True, slots=True)
class RulerModel:
    ticks: tuple[Tick, ...]
    """By minute, ascending."""
    before: str = ""
    """What the record gives before the first tick."""
    now: int | None = None
    """Charted minutes; None for a line that has not started."""
    minor: int = 5
    """Minutes between the fine ticks."""
    words: bool = True
    """Whether the words stand below the line (my chairs) or are left out (room)."""


@dataclass(frozen=True, slots=True)
class RulerColours:
    line: QColor
    ink: QColor
    quiet: QColor
    now: QColor


@dataclass(frozen=True, slots=True)
class RulerFonts:
    number: QFont
    word: QFont
    current: QFont
    """For the stretch the line is in now."""


def scale_end(now: int | None) -> int:
    """The ruler's last minute: 180, and 300 once more than 165 have run, then on in steps of 120."""
    end = FIRST_SCALE
    while now is not None and now > end - SCALE_ROOM:
        end += SCALE_STEP
    return end


def current_stretch(model: RulerModel) -> int:
    """Index of the stretch the line is in: 0 before the first tick, -1 when it has not started."""
    if model.now is None:
        return -1
    return sum(1 for tick in model.ticks if tick.minute <= model.now)


def paint_ruler(
    painter: QPainter, rect: QRectF, model: RulerModel, colours: RulerColours, fonts: RulerFonts
) -> None:
    """Paint the ruler to fill `rect`: numbers above the line, words below it when the model has them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    end = scale_end(model.now)
    per_minute = (rect.width() - 2) / end
    numbers = QFontMetricsF(fonts.number)
    words = QFontMetricsF(fonts.word).height() if model.words else 0.0
    base = rect.bottom() - words - 2 if model.words else rect.bottom() - 2
    left = rect.left() + 1
    ticks = tuple(tick for tick in model.ticks if tick.minute < end)
    _line(painter, left, base, per_minute, end, model.minor, colours)
    mark = None if model.now is None else left + model.now * per_minute
    for tick in ticks:
        x = left + tick.minute * per_minute
        painter.setPen(QPen(colours.ink, 2))
        painter.drawLine(QPointF(x, base - _strong(numbers)), QPointF(x, base + (4 if model.words else 3)))
        _number(painter, x, base - _strong(numbers) - 2, str(tick.minute), mark, fonts.number, colours)
    if model.words:
        _words(painter, QRectF(rect.left(), base + 2, rect.width(), words), model, ticks, end, colours, fonts)
    if mark is not None:
        _mark(painter, mark, base, numbers, colours.now)
    painter.restore()


def _strong(numbers: QFontMetricsF) -> float:
    """How far a strong tick rises above the line."""
    return numbers.capHeight() * 1.25


def _head(numbers: QFontMetricsF) -> float:
    """Half the width of the now-mark's head."""
    return min(numbers.capHeight() * 0.72, 9.0)


def _line(
    painter: QPainter, left: float, base: float, per_minute: float, end: int, minor: int, colours: RulerColours
) -> None:
    painter.setPen(QPen(colours.line, 1.5))
    painter.drawLine(QPointF(left, base), QPointF(left + end * per_minute, base))
    painter.setPen(QPen(colours.line, 1))
    for minute in range(0, end + 1, minor):
        rise = 8.0 if minute % 30 == 0 else 4.0
        x = left + minute * per_minute
        painter.drawLine(QPointF(x, base - rise), QPointF(x, base))


def number_x(x: float, width: float, mark: float | None, head: float = 7.0) -> float:
    """Left end of a tick's number: centred, or beside the tick on the side away from the now-mark's head."""
    if mark is None or abs(mark - x) > width / 2 + head + 2:
        return x - width / 2
    if mark <= x:
        return max(x - 2, mark + head + 2)
    return min(x + 2, mark - head - 2) - width


def _number(
    painter: QPainter, x: float, bottom: float, text: str, mark: float | None, face: QFont, colours: RulerColours
) -> None:
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(colours.quiet)
    at = number_x(x, metrics.horizontalAdvance(text), mark, _head(metrics))
    painter.drawText(QPointF(at, bottom - 1), text)


def _words(
    painter: QPainter,
    rect: QRectF,
    model: RulerModel,
    ticks: tuple[Tick, ...],
    end: int,
    colours: RulerColours,
    fonts: RulerFonts,
) -> None:
    """One word per stretch, centred in it; the current one strong; one that has no room gives way."""
    edges = (0, *(tick.minute for tick in ticks), end)
    texts = (model.before, *(tick.word for tick in ticks))
    now = current_stretch(model)
    for index, text in enumerate(texts):
        face = fonts.current if index == now else fonts.word
        left = rect.left() + edges[index] / end * rect.width()
        room = (edges[index + 1] - edges[index]) / end * rect.width()
        width = QFontMetricsF(face).horizontalAdvance(text)
        if width > room + 2 and index != now:
            continue
        painter.setFont(face)
        painter.setPen(colours.ink if index == now else colours.quiet)
        at = min(max(left + (room - width) / 2, rect.left()), rect.right() - width)
        painter.drawText(QPointF(at, rect.top() + QFontMetricsF(face).ascent()), text)


def _mark(painter: QPainter, x: float, base: float, numbers: QFontMetricsF, colour: QColor) -> None:
    """The now-mark: a line through the ruler with a pointed head above it."""
    top = base - _strong(numbers) - numbers.capHeight() - 2
    painter.setPen(QPen(colour, 2.5))
    painter.drawLine(QPointF(x, top + 3), QPointF(x, base + 3))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    head = _head(numbers)
    painter.drawPolygon(QPolygonF([QPointF(x - head, top), QPointF(x + head, top), QPointF(x, top + head * 1.3)]))
