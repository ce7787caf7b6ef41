"""The list on the left of the reference: headings, codes with their labels, topics; one row is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.kit import ListRow, Run, hairline, paint_list_row
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.reference.rows import Row

CODE, TOPIC, HEAD, PAD = 58, 46, 40, 20
AIR_ABOVE, AIR_BELOW = 12, 8
"""Over and under a heading of several lines, design pixels."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
_ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class PageDelegate(QStyledItemDelegate):
    """A heading in quiet; a code over its label; a topic on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row | None = index.data(_ROW)
        if row is None:
            return QSize(200, max(theme.px(HEAD), self._tall(index) + theme.px(AIR_ABOVE + AIR_BELOW)))
        return QSize(200, theme.px(CODE if row.group else TOPIC))

    def _tall(self, index: Index) -> int:
        """How high a heading is in the list's width, px: a family's name is never cut."""
        view = self.parent()
        room = view.viewport().width() - 2 * PAD if isinstance(view, QListWidget) else 160
        heading = str(index.data(Qt.ItemDataRole.DisplayRole))
        face = QFontMetricsF(theme.shared_font(13, theme.STRONG))
        return round(face.boundingRect(QRectF(0, 0, max(room, 1), 1000), WRAPPED, heading).height() + 0.5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row | None = index.data(_ROW)
        area = QRectF(option.rect)
        if row is None:
            painter.setFont(theme.shared_font(13, theme.STRONG))
            painter.setPen(QColor(theme.current().quiet))
            words = area.adjusted(PAD, 0, -PAD, -theme.px(AIR_BELOW))
            painter.drawText(words, WRAPPED, str(index.data(Qt.ItemDataRole.DisplayRole)))
            hairline(painter, area.left(), area.right(), area.bottom() - 1, theme.current())
            return
        chosen, over = row_state(option)
        paint_list_row(painter, area, _shown(row), pad=PAD, selected=chosen, hovered=over)


def _shown(row: Row) -> ListRow:
    if not row.group:
        return ListRow((Run(row.page.title, 15, theme.MEDIUM),))
    first = (Run(row.page.key, 17, theme.STRONG), Run(row.detail, 13, role="quiet", gap=10))
    return ListRow(first, (Run(row.page.title, 13, role="quiet"),))


class PageList(QListWidget):
    """Emits `chosen(key)` when another page is wanted."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referenceList")
        self.setAccessibleName(self.tr("Codes and topics"))
        self.setItemDelegate(PageDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        as_plain_list(self)
        self.currentItemChanged.connect(lambda now, _: self._tell(now))

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        """Show these rows, each group under its heading; `current` is marked when it is among them."""
        self.blockSignals(True)
        self.clear()
        group: str | None = None
        for row in rows:
            if row.group != group:
                group = row.group
                heading = QListWidgetItem(group or self.tr("Topics"))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            item = QListWidgetItem(", ".join(x for x in (row.page.key, row.page.title, row.detail) if x))
            item.setData(_ROW, row)
            self.addItem(item)
        self.blockSignals(False)
        self.mark(current)

    def mark(self, key: str) -> None:
        """Mark a page's row without announcing it."""
        self.blockSignals(True)
        place = next((n for n, row in enumerate(self._rows()) if row is not None and row.page.key == key), -1)
        self.setCurrentRow(place)
        self.blockSignals(False)
        self.viewport().update()

    def keys(self) -> tuple[str, ...]:
        """The pages that are listed, from the top."""
        return tuple(row.page.key for row in self._rows() if row is not None)

    def step(self, by: int) -> None:
        """Go to the next or the previous page, past headings."""
        keys = self.keys()
        now: Row | None = self.currentItem().data(_ROW) if self.currentItem() else None
        place = keys.index(now.page.key) + by if now is not None else 0
        if keys and 0 <= place < len(keys):
            self.mark(keys[place])
            self._tell(self.currentItem())

    def _rows(self) -> list[Row | None]:
        return [self.item(number).data(_ROW) for number in range(self.count())]

    def _tell(self, item: QListWidgetItem | None) -> None:
        row: Row | None = item.data(_ROW) if item is not None else None
        if item is not None and row is not None:
            self.scrollToItem(item)
            self.chosen.emit(row.page.key)
