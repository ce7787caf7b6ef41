"""Rows of a list: a strong and a quiet line at the left, facts at the right, a hairline below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from nursedesk.ui import theme
from nursedesk.ui.kit.surface import hairline
from nursedesk.ui.kit.text import Run, paint_runs, runs_width


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a row shows; `edge` is a colour role painted as 6 px at the left."""

    first: tuple[Run, ...]
    second: tuple[Run, ...] = ()
    right: tuple[Run, ...] = ()
    edge: str | None = None


def _baselines(rect: QRectF, lines: Sequence[Sequence[Run]]) -> list[float]:
    metrics = [QFontMetricsF(max(runs, key=lambda run: run.size).face()) for runs in lines if runs]
    gap = theme.px(2)
    top = rect.center().y() - (sum(m.height() for m in metrics) + gap * (len(metrics) - 1)) / 2
    bases = []
    for m in metrics:
        bases.append(top + m.ascent())
        top += m.height() + gap
    return bases


def paint_list_row(
    painter: QPainter, rect: QRectF, row: ListRow, *, pad: int = 20, selected: bool = False, hovered: bool = False
) -> None:
    """Paint one row into `rect`; for delegates and for painted lists alike."""
    colours = theme.current()
    if selected or hovered:
        painter.fillRect(rect, QColor(colours.action_tint if selected else colours.tint))
    edge = row.edge or ("action_fill" if selected else None)
    if edge:
        painter.fillRect(QRectF(rect.left(), rect.top(), 6, rect.height()), QColor(getattr(colours, edge)))
    left, right = rect.left() + pad, rect.right() - pad
    if row.right:
        width = runs_width(row.right)
        base = _baselines(rect, [row.right])[0]
        paint_runs(painter, QPointF(right - width, base), row.right, width)
        right -= width + theme.px(16)
    lines = [runs for runs in (row.first, row.second) if runs]
    for base, runs in zip(_baselines(rect, lines), lines, strict=True):
        paint_runs(painter, QPointF(left, base), runs, right - left)
    hairline(painter, rect.left(), rect.right(), rect.bottom() - 1, colours)
