"""The timeline on paper as pieces: an axis that is repeated on every page, a row for each line hung.

It draws the same `TimelineModel` as the screen does; on paper tone is grey, shared minutes are hatched and pauses
are broken lines, because colour does not survive a copier.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from nursedesk.outputs.formats import day
from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.paper import ink
from nursedesk.outputs.paper.flow import Piece
from nursedesk.outputs.paper.model import Run, Weight, plain, strong
from nursedesk.outputs.paper.page import MARK, POINT, TIGHT
from nursedesk.outputs.paper.setting import CENTRE, LEFT, RIGHT, SetText, set_text, width_of
from nursedesk.outputs.pictures.timeline_model import (
    MINUTE,
    Bar,
    Lane,
    PushMark,
    Tick,
    TimelineModel,
    clock_text,
    tick_step,
    ticks,
)

_LABELS = 0.172
"""Share of the width for the names of the lines."""
_ROW = 15.0 * POINT
_BAR = 9.2 * POINT
_TICK_ROOM = 46 * POINT
_GAP = 3 * POINT
_ROOM = 34 * POINT
"""What a time beside a bar takes."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From instants to places across the page."""

    left: float
    width: float
    begin: datetime
    end: datetime

    def at(self, instant: datetime) -> float:
        length = max((self.end - self.begin) / MINUTE, 1.0)
        share = ((instant - self.begin) / MINUTE) / length
        return self.left + min(max(share, 0.0), 1.0) * self.width


def timeline_pieces(model: TimelineModel, width: float, say: Say = english) -> tuple[Piece, ...]:
    """The axis, then pushes, then a row for each line by access; empty when nothing has a time."""
    bars = [(lane, bar) for lane in model.lanes for bar in lane.bars if not bar.thin]
    bars += [(lane, bar) for lane in model.lanes for bar in lane.bars if bar.thin]
    pushes = sorted(
        ((push.at, lane, push) for lane in model.lanes for push in lane.pushes), key=lambda one: one[0]
    )
    if not bars and not pushes:
        return ()
    left = _LABELS * width
    scale = _roomy(model, left, width - left)
    marks = ticks(scale.begin, scale.end, model.zone, tick_step(scale.begin, scale.end, scale.width, _TICK_ROOM))
    axis = _axis(marks, scale, model, width, say)
    rows = [
        *_pushes([(lane, push) for _, lane, push in pushes], scale, marks, model),
        *(_bar_row(lane, bar, scale, marks, model) for lane, bar in bars),
    ]
    return axis, *(Piece(row.height, row.paint, repeat=(axis,)) for row in rows)


def _roomy(model: TimelineModel, left: float, width: float) -> Scale:
    """The stretch that has something, with room for a time at either end."""
    instants = [at for bar in model.bars for span in bar.spans for at in (span.begin, span.end)]
    instants += [push.at for lane in model.lanes for push in lane.pushes]
    begin, end = min(instants), max(instants)
    length = max(end - begin, timedelta(minutes=30))
    room = length * (_ROOM / (width - 2 * _ROOM))
    return Scale(left, width, begin - room, begin + length + room)


def _axis(marks: tuple[Tick, ...], scale: Scale, model: TimelineModel, width: float, say: Say) -> Piece:
    days = scale.begin.astimezone(model.zone).date() != scale.end.astimezone(model.zone).date()
    labels = []
    reached = scale.left
    for tick in marks:
        local = tick.at.astimezone(model.zone)
        word = day(local.date(), say)[:6] if days and local.hour == 0 and local.minute == 0 else tick.label
        paragraph = strong(word) if tick.hour else plain(word)
        half = width_of(word, TIGHT, Weight.STRONG) / 2
        x = scale.at(tick.at)
        if x - half < reached or x + half > width:
            continue
        labels.append((x - half, set_text((paragraph,), 2 * half + POINT, TIGHT, CENTRE)))
        reached = x + half + _GAP
    height = TIGHT.size * TIGHT.leading * POINT + 2.5 * POINT

    def paint(painter: QPainter, x: float, y: float) -> None:
        ink.ink(painter)
        for left, text in labels:
            text.paint(painter, x + left, y)
        ink.rule(painter, x + scale.left, y + height, scale.width, ink.RULE)

    return Piece(height, paint, keep_next=True)


def _grid(painter: QPainter, marks: tuple[Tick, ...], scale: Scale, x: float, y: float, height: float) -> None:
    for tick in marks:
        at = scale.at(tick.at)
        if scale.left < at <= scale.left + scale.width:
            ink.upright(painter, x + at, y, height, ink.RULE if tick.hour else ink.HAIR, ink.GREY)


def _pushes(
    given: list[tuple[Lane, PushMark]], scale: Scale, marks: tuple[Tick, ...], model: TimelineModel
) -> list[Piece]:
    """One row for all of them when their words fit beside the last, else a row for each."""
    if not given:
        return []
    pushes = [push for _, push in given]
    said = ", ".join(_push_words(push) for push in pushes)
    free = scale.left + scale.width - scale.at(pushes[-1].at) - 8 * POINT
    if width_of(said, TIGHT) <= free:
        return [_push_row(pushes, said, scale, marks, model.words.pushes)]
    return [_push_row([push], _push_words(push), scale, marks, _push_label(lane, model)) for lane, push in given]


def _push_label(lane: Lane, model: TimelineModel) -> str:
    """`A · push`; an injection has no access, and its lane says so."""
    return f"{lane.short} · {model.words.push}" if lane.short.isalnum() else lane.title


def _push_words(push: PushMark) -> str:
    return f"{push.time} {push.title} {push.dose}".strip()


def _push_row(pushes: list[PushMark], said: str, scale: Scale, marks: tuple[Tick, ...], label: str) -> Piece:
    last = scale.at(pushes[-1].at)
    before = width_of(said, TIGHT) > scale.left + scale.width - last - 8 * POINT
    room = (last - scale.left if before else scale.left + scale.width - last) - 8 * POINT
    words = set_text((plain(said),), room, TIGHT, RIGHT if before else LEFT)
    name = set_text((plain(label),), scale.left - _GAP, TIGHT)
    height = max(_ROW, words.height + 4 * POINT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        _grid(painter, marks, scale, x, y, height)
        middle = y + height / 2
        text_left = x + scale.left if before else x + last + 8 * POINT
        shown = text_left + (room - words.width if before else 0)
        painter.fillRect(
            QRectF(shown - POINT, middle - words.height / 2, words.width + 2 * POINT, words.height), ink.WHITE
        )
        ink.ink(painter)
        name.paint(painter, x, middle - name.height / 2)
        words.paint(painter, text_left, middle - words.height / 2)
        for push in pushes:
            _triangle(painter, x + scale.at(push.at), middle)

    return Piece(height, paint)


def _triangle(painter: QPainter, x: float, middle: float) -> None:
    half = 3.2 * POINT
    corners = [QPointF(x - half, middle - half), QPointF(x + half, middle - half), QPointF(x, middle + half)]
    painter.setPen(ink.pen(0.2 * POINT))
    painter.setBrush(ink.BLACK)
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(ink.NO_FILL)


def _bar_label(lane: Lane, bar: Bar) -> str:
    return f"{lane.short} · {bar.title}" if lane.short.isalnum() else bar.title


def _bar_row(lane: Lane, bar: Bar, scale: Scale, marks: tuple[Tick, ...], model: TimelineModel) -> Piece:
    name = set_text((plain(_bar_label(lane, bar)),), scale.left - _GAP, TIGHT)
    marked = bool(bar.marks)
    height = max(_ROW + (3.5 * POINT if marked else 0), name.height + 3 * POINT)

    def paint(painter: QPainter, x: float, y: float) -> None:
        _grid(painter, marks, scale, x, y, height)
        middle = y + height / 2 + (2 * POINT if marked else 0)
        ink.ink(painter)
        name.paint(painter, x, middle - name.height / 2)
        _paint_bar(painter, bar, scale, x, middle)
        _paint_ends(painter, bar, scale, x, middle, model)

    return Piece(height, paint)


def _paint_bar(painter: QPainter, bar: Bar, scale: Scale, x: float, middle: float) -> None:
    for pause in bar.pauses:
        ink.dashes(painter, QPointF(x + scale.at(pause.begin), middle), QPointF(x + scale.at(pause.end), middle))
    if bar.thin:
        for span in bar.spans:
            width = max(scale.at(span.end) - scale.at(span.begin), POINT)
            painter.fillRect(QRectF(x + scale.at(span.begin), middle - POINT, width, 2 * POINT), ink.BLACK)
        return
    for span in bar.spans:
        start, width = scale.at(span.begin), scale.at(span.end) - scale.at(span.begin)
        ink.box(painter, QRectF(x + start, middle - _BAR / 2, max(width, POINT), _BAR), ink.GREY, ink.BAR)
    for begin, end in bar.shared:
        for span in bar.spans:
            left, right = scale.at(max(begin, span.begin)), scale.at(min(end, span.end))
            if left < right:
                ink.hatch(painter, QRectF(x + left, middle - _BAR / 2, right - left, _BAR))
    for mark in bar.marks:
        if mark.at > scale.end:
            continue  # Of a line that runs: still to come.
        _paint_mark(painter, x + scale.at(mark.at), f"{mark.minute} min", middle)


def _paint_mark(painter: QPainter, x: float, word: str, middle: float) -> None:
    ink.upright(painter, x, middle - _BAR / 2 - 3 * POINT, _BAR + 4.5 * POINT, 1.3 * POINT)
    text = set_text(((Run(word, Weight.QUIET),),), 40 * POINT, MARK)
    ink.ink(painter)
    text.paint(painter, x + 2 * POINT, middle - _BAR / 2 - text.height + 0.3 * POINT)


def _paint_ends(painter: QPainter, bar: Bar, scale: Scale, x: float, middle: float, model: TimelineModel) -> None:
    first = strong(clock_text(bar.begin, model.zone))
    last = strong(_last_word(bar, model))
    left, right = set_text((first,), 60 * POINT, TIGHT), set_text((last,), 90 * POINT, TIGHT)
    _word(painter, left, x + scale.at(bar.begin) - left.width - _GAP, middle)
    reach = max([bar.end, *(pause.end for pause in bar.pauses)])
    at = x + scale.at(reach) + _GAP
    _word(painter, right, min(at, x + scale.left + scale.width - right.width), middle)


def _last_word(bar: Bar, model: TimelineModel) -> str:
    """When the line stopped; of one that goes on, that it runs or since when it is paused."""
    if bar.running:
        return model.words.running if model.now else model.words.stop_missing
    stop = clock_text(bar.end, model.zone)
    return model.words.paused_since.format(time=stop) if bar.pauses and bar.pauses[-1].end > bar.end else stop


def _word(painter: QPainter, text: SetText, x: float, middle: float) -> None:
    # White under it, so that the grid does not run through a figure.
    painter.fillRect(QRectF(x - POINT, middle - text.height / 2, text.width + 2 * POINT, text.height), ink.WHITE)
    ink.ink(painter)
    text.paint(painter, x, middle - text.height / 2)
