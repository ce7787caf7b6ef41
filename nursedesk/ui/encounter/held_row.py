"""The row of a charge line that is held back: its code in outline, why, and the one press that brings it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from nursedesk.ui import theme
from nursedesk.ui.encounter.ticket_rows import TicketRow
from nursedesk.ui.kit import Run, paint_runs, runs_width
from nursedesk.ui.kit.surface import paint_ground

_LEFT, _HIGH, _PAD, _GAP = 20, 44, 13, 12
_NARROW = 560
"""Under this width the columns stand as close as those of the lines above."""


def press_box(rect: QRectF, row: TicketRow) -> QRectF:
    """Where the press stands in its row."""
    width = runs_width((_press(row),)) + theme.px(2 * _PAD)
    right = rect.right() - theme.px(_LEFT if rect.width() >= theme.px(_NARROW) else 16)
    return QRectF(right - width, rect.center().y() - theme.px(_HIGH) / 2, width, theme.px(_HIGH))


def paint_held(painter: QPainter, rect: QRectF, row: TicketRow) -> None:
    """Code and units quiet, as they are not charged yet; the reason in the colour of what is missing."""
    wide = rect.width() >= theme.px(_NARROW)
    middle = rect.center().y()
    code = Run(row.code, 17, theme.STRONG, "quiet")
    cap = QFontMetricsF(code.face()).capHeight()
    paint_runs(painter, QPointF(rect.left() + theme.px(_LEFT if wide else 16), middle + cap / 2), (code,))
    words = rect.left() + theme.px(104 if wide else 90)
    room = press_box(rect, row).left() - theme.px(_GAP) - words
    units = (Run(f"{row.units} ", 14, theme.MEDIUM, "quiet"),) if row.units else ()
    first = (*units, Run(row.label, 14, theme.MEDIUM, "attention_text"))
    paint_runs(painter, QPointF(words, middle - theme.px(4)), first, room)
    paint_runs(painter, QPointF(words, middle + theme.px(15)), (Run(row.why, 13, theme.REGULAR, "quiet"),), room)
    _paint_press(painter, rect, row)


def _press(row: TicketRow) -> Run:
    return Run(row.press, 14, theme.STRONG, "action_text")


def _paint_press(painter: QPainter, rect: QRectF, row: TicketRow) -> None:
    colours, box = theme.current(), press_box(rect, row)
    border = QColor(colours.action_text) if colours.name.startswith("contrast") else None
    paint_ground(painter, box, QColor(colours.action_tint), border, 1, 10)
    run = _press(row)
    cap = QFontMetricsF(run.face()).capHeight()
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    paint_runs(painter, QPointF(box.left() + theme.px(_PAD), box.center().y() + cap / 2), (run,))
