"""The search of the top bar: a few letters, an arrow, Enter; what was found hangs under the field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.frame.model import Hit
from nursedesk.ui.kit import ListRow, Panel, Run, SearchField, paint_list_row, paint_runs

ROW, MOST, PAD = 58, 7, 20
_WRAPS = int(Qt.TextFlag.TextWordWrap)
HIT = Qt.ItemDataRole.UserRole


class HitDelegate(QStyledItemDelegate):
    """A title over a quiet detail; the current row in the action tint."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit = index.data(HIT)
        if not hit.page:
            _paint_whole(painter, QRectF(option.rect), hit)
            return
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        row = ListRow((Run(hit.title, 15, theme.MEDIUM),), (Run(hit.detail, 13, role="quiet"),))
        paint_list_row(painter, QRectF(option.rect), row, selected=marked)


def _whole_height(hit: Hit, width: int) -> int:
    """Height of a row whose detail wraps, px."""
    room = QRectF(0, 0, width - 2 * PAD, 10_000)
    box = QFontMetricsF(theme.font(13)).boundingRect(room, _WRAPS, hit.detail)
    return max(round(box.height() + theme.px(ROW - 17)), theme.px(ROW))


def _paint_whole(painter: QPainter, rect: QRectF, hit: Hit) -> None:
    """What cannot be chosen: a title, and every word of what to try."""
    inner = rect.adjusted(PAD, theme.px(8), -PAD, 0)
    paint_runs(painter, QPointF(inner.left(), inner.top() + theme.px(16)), (Run(hit.title, 15, theme.MEDIUM),))
    painter.setFont(theme.font(13))
    painter.setPen(QColor(theme.current().quiet))
    painter.drawText(inner.adjusted(0, theme.px(24), 0, 0), _WRAPS, hit.detail)


class Found(Panel):
    """What was found, over the page; the keyboard stays in the field."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("commandPalette", parent=window)
        self.setAccessibleName(self.tr("Found"))
        self.rows = QListWidget()
        self.rows.setObjectName("foundRows")
        self.rows.setItemDelegate(HitDelegate(self.rows))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.rows)
        self.hide()

    def show_hits(self, hits: Sequence[Hit], under: QWidget) -> None:
        """Lay the rows under the field, the first one marked."""
        self.rows.clear()
        wide, tall = max(under.width(), 320), 0
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}, {hit.detail}")
            item.setData(HIT, hit)
            high = theme.px(ROW) if hit.page else _whole_height(hit, wide - 2)
            item.setSizeHint(QSize(wide - 2, high))
            tall += high
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        corner = under.mapTo(self.window(), QPoint(0, under.height() + 6))
        self.setGeometry(corner.x(), corner.y(), wide, tall + 14)
        self.show()
        self.raise_()


class Search(SearchField):
    """Asks `find` as the person types and emits the chosen hit; Esc empties it, then leaves."""

    hit_chosen = Signal(object)
    """A `Hit`."""
    left = Signal()
    """Esc where nothing is typed: the keyboard goes back to the page."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], parent: QWidget | None = None) -> None:
        super().__init__("", name="searchField", key="Ctrl K", parent=parent)
        self.box.set_hints(
            self.tr("Patient, chair, drug, ticket or action"), self.tr("Patient, chair or action"), self.tr("Find")
        )
        self.edit.setAccessibleName(self.tr("Search for a patient, chair, drug, ticket or action"))
        self.box.setFixedHeight(max(theme.px(44), 44))
        self._find = find
        self._found: Found | None = None
        self.setMaximumWidth(theme.px(384))
        self.setMinimumWidth(theme.px(190))
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._look)

    def begin(self) -> None:
        """Put the keyboard here, what stood here marked to be typed over."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def _look(self, text: str) -> None:
        if not text.strip():
            self._close()
            return
        if self._found is None:
            self._found = Found(self.window())
            self._found.rows.itemClicked.connect(self._choose)
        nothing = Hit(
            self.tr("Nothing found"), self.tr("Try a few letters of a name, drug, ticket or action"), "", ""
        )
        self._found.show_hits(tuple(self._find(text))[:MOST] or (nothing,), self.box)

    def _close(self) -> None:
        if self._found is not None:
            self._found.hide()

    def _choose(self, item: QListWidgetItem) -> None:
        hit: Hit = item.data(HIT)
        if hit.page:
            self.edit.clear()
            self._close()
            self.hit_chosen.emit(hit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(Qt.Key(event.key()))
        return False

    def _key_pressed(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            leaving = not self.edit.text()
            self.edit.clear()
            self._close()
            if leaving:
                self.left.emit()
            return True
        if self._found is None or not self._found.isVisible():
            return False
        rows = self._found.rows
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            rows.setCurrentRow((rows.currentRow() + step) % rows.count())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(rows.currentItem())
            return True
        return False
