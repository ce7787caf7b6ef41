"""The rows of the queue of messages."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nursedesk.ui import theme
from nursedesk.ui.kit import ListRow, Run, paint_list_row
from nursedesk.ui.kit.rows_model import ROW
from nursedesk.ui.posting.model import MessageRow, facts_of, state_of, title_of

Index = QModelIndex | QPersistentModelIndex
PAD, AIR, EDGE = 20, 10, 16
"""Design pixels: beside a row's words, above and below them, and between them and the state at the right."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class MessageDelegate(QStyledItemDelegate):
    """What it is over who and when; its state at the right, in words. Nothing is cut: the row grows."""

    def __init__(self, parent: QAbstractScrollArea, zone: ZoneInfo) -> None:
        super().__init__(parent)
        self._list, self._zone = parent, zone

    def _places(self, row: MessageRow, width: float) -> tuple[float, float, float]:
        """(room for words, height of the title, height of the facts), px."""
        room = max(width - 2 * PAD - theme.advance(state_of(row), 14, theme.STRONG) - theme.px(EDGE), 60)
        title = tall(title_of(row), 15, theme.STRONG, room)
        return room, title, tall(facts_of(row, self._zone), 13, theme.REGULAR, room)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        _, title, facts = self._places(index.data(ROW), self._list.viewport().width())
        return QSize(100, round(title + facts + theme.px(2) + 2 * theme.px(AIR)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: MessageRow = index.data(ROW)
        role = "needs_stop_text" if row.refused else "attention_text" if row.attempts else "quiet"
        state = (Run(state_of(row), 14, theme.STRONG, role),)
        area, colours = QRectF(option.rect), theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        shown = ListRow((), (), state, "needs_stop_fill" if row.refused else None)
        paint_list_row(painter, area, shown, selected=chosen)
        room, title, facts = self._places(row, area.width())
        left, top = area.left() + PAD, area.top() + theme.px(AIR)
        for words, size, weight, ink, place in (
            (title_of(row), 15, theme.STRONG, colours.ink, QRectF(left, top, room, title + 1)),
            (
                *(facts_of(row, self._zone), 13, theme.REGULAR, colours.quiet),
                QRectF(left, top + title + theme.px(2), room, facts + 1),
            ),
        ):
            painter.setFont(theme.shared_font(size, weight))
            painter.setPen(QColor(ink))
            painter.drawText(place, WRAPPED, words)


def tall(text: str, size: float, weight: int, room: float) -> float:
    """How high a text stands in so much room, px."""
    face = QFontMetricsF(theme.shared_font(size, weight))
    return face.boundingRect(QRectF(0, 0, room, 10000), WRAPPED, text).height()
