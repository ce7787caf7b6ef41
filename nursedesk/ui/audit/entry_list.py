"""The list of entries: time, sentence, and every fact below it; nothing is cut, a long row is taller."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.audit.model import EntryRow
from nursedesk.ui.kit import ListRow, Run, paint_ground, paint_list_row, paint_runs
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.kit.rows_model import ROW, RowsModel
from nursedesk.ui.kit.surface import LABEL

PAD, AIR, TIME = 20, 10, 88
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Time at the left, sentence strong, facts quiet, the label of a late or corrected time at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        first, second = self._heights(index.data(ROW), width)
        # Not lower than the label of a late time, which stands at the right.
        words = max(first + second + theme.px(2 if second else 0), theme.px(20) if index.data(ROW).label else 0)
        return QSize(100, round(words + 2 * theme.px(AIR)))

    def _room(self, row: EntryRow, width: float) -> float:
        label = self._label_width(row)
        return max(width - 2 * PAD - theme.px(TIME) - (label + theme.px(12) if label else 0), 60)

    def _label_width(self, row: EntryRow) -> float:
        return theme.advance(row.label, 12, theme.STRONG) + theme.px(12) if row.label else 0

    def _heights(self, row: EntryRow, width: float) -> tuple[float, float]:
        room = self._room(row, width)
        return (
            _tall(row.sentence, 15, theme.MEDIUM, room),
            _tall(" · ".join(row.facts), 13, theme.REGULAR, room),
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryRow = index.data(ROW)
        area, colours = QRectF(option.rect), theme.current()
        chosen, _ = row_state(option)
        paint_list_row(painter, area, ListRow(()), selected=chosen)
        first, second = self._heights(row, area.width())
        left, top = area.left() + PAD, area.top() + theme.px(AIR)
        base = top + QFontMetricsF(theme.shared_font(15, theme.STRONG)).ascent()
        paint_runs(painter, QPointF(left, base), (Run(row.time, 15, theme.STRONG),))
        left, room = left + theme.px(TIME), self._room(row, area.width())
        painter.setFont(theme.shared_font(15, theme.MEDIUM))
        painter.setPen(QColor(colours.ink))
        painter.drawText(QRectF(left, top, room, first + 1), WRAPPED, row.sentence)
        painter.setFont(theme.shared_font(13, theme.REGULAR))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRectF(left, top + first + theme.px(2), room, second + 1), WRAPPED, " · ".join(row.facts))
        if row.label:
            self._paint_label(painter, area, row)

    def _paint_label(self, painter: QPainter, area: QRectF, row: EntryRow) -> None:
        colours, width = theme.current(), self._label_width(row)
        box = QRectF(area.right() - PAD - width, area.top() + theme.px(AIR), width, theme.px(20))
        ink = QColor(colours.attention_text)
        border = ink if colours.name.startswith("contrast") else None
        paint_ground(painter, box, QColor(colours.attention_tint), border, 1, LABEL)
        painter.setFont(theme.shared_font(12, theme.STRONG))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.label)


def _tall(text: str, size: float, weight: int, room: float) -> float:
    face = QFontMetricsF(theme.shared_font(size, weight))
    if not text:
        return 0
    if theme.advance(text, size, weight) <= room:
        return face.height()
    return face.boundingRect(QRectF(0, 0, room, 10000), WRAPPED, text).height()


class EntryList(QListView):
    """Entries newest first; the keyboard walks, nothing is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("auditList")
        self.setAccessibleName(self.tr("Events of the day, newest first"))
        self._rows = RowsModel(lambda row: row.id, _spoken, self)
        self.setModel(self._rows)
        self.setItemDelegate(EntryDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        as_plain_list(self)

    def show_rows(self, rows: Sequence[EntryRow]) -> None:
        """Show these entries."""
        self._rows.set_rows(rows)

    def rows(self) -> tuple[EntryRow, ...]:
        """What is listed, from the top."""
        return self._rows.rows()


def _spoken(row: EntryRow) -> str:
    return ". ".join(part for part in (row.time, row.sentence.rstrip("."), row.label, *row.facts) if part)
