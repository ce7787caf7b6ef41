"""The charting matrix: a row per drug, a column per thing an auditor looks for; press what is missing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nursedesk.outputs.pictures.shapes import Shape, paint_shape
from nursedesk.ui import theme
from nursedesk.ui.encounter.charting_model import Cell, ChartingRow, Column, Mark, column_word
from nursedesk.ui.kit import FocusRing, Run, hairline, paint_runs
from nursedesk.ui.kit.rows_model import ROW

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
HEAD, HEIGHT = 34, 34
_LEFT, _NARROW = 20, 40


class ChartingTable(QAbstractTableModel):
    """First column the drug, then one for each `Column`; cells speak: `response: Not recorded`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ChartingRow, ...] = ()

    def set_rows(self, rows: Sequence[ChartingRow]) -> None:
        """Show these rows, when they are others."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self.beginResetModel()
        self._rows = wanted
        self.endResetModel()

    def rows(self) -> tuple[ChartingRow, ...]:
        """What is shown."""
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        cell = row.cells[index.column() - 1] if index.column() else None
        if role == ROW:
            return cell or row.drug
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{column_word(COLUMNS[index.column() - 1])}: {cell.text}" if cell else row.drug
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_word(COLUMNS[section - 1]) if section else ""
        return None


class CellDelegate(QStyledItemDelegate):
    """Check, dashed ring, dash or word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        value, rect, colours = index.data(ROW), QRectF(option.rect), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.action_tint))
        if isinstance(value, Cell):
            self._cell(painter, rect, value, bool(option.state & QStyle.StateFlag.State_MouseOver))
        else:
            run = _whole(str(value), rect.width() - theme.px(_LEFT))
            cap = QFontMetricsF(run.face()).capHeight()
            left = rect.left() + theme.px(_LEFT)
            paint_runs(painter, QPointF(left, rect.center().y() + cap / 2), (run,), rect.right() - left)
        hairline(painter, rect.left(), rect.right() + 1, rect.bottom() - 1, colours)
        painter.restore()

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell, hovered: bool) -> None:
        colours, middle = theme.current(), rect.center()
        if cell.mark is Mark.DONE:
            size = theme.px(13)
            box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
            paint_shape(painter, box, Shape.CHECK, QColor(colours.running_text))
            return
        if cell.mark is Mark.MISSING:
            pen = QPen(QColor(colours.attention_text), 1.5)
            pen.setDashPattern([2.0, 1.6])
            painter.setPen(pen)
            painter.setBrush(QColor(colours.attention_tint) if hovered else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, theme.px(11), theme.px(11))
        missing = cell.mark is Mark.MISSING
        word = cell.text if cell.mark is Mark.WORD else "–"
        run = Run(word, 13, theme.STRONG if missing else theme.REGULAR, "attention_text" if missing else "quiet")
        metrics = QFontMetricsF(run.face())
        at = QPointF(middle.x() - metrics.horizontalAdvance(word) / 2, middle.y() + metrics.capHeight() / 2)
        paint_runs(painter, at, (run,))


class ChartingHeader(QHeaderView):
    """Quiet small words over the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._title = ""
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(20)
        self.setFixedHeight(theme.px(HEAD))

    def set_title(self, title: str) -> None:
        """Over the drugs, where no tab says what this is."""
        if title != self._title:
            self._title = title
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        box, colours = QRectF(rect), theme.current()
        painter.fillRect(box, QColor(colours.surface))
        if not section:
            run = Run(self._title, 15, theme.STRONG)
            cap = QFontMetricsF(run.face()).capHeight()
            left = box.left() + theme.px(_LEFT)
            paint_runs(painter, QPointF(left, box.center().y() + cap / 2), (run,), box.right() - left)
        else:
            run = Run(column_word(COLUMNS[section - 1]), 12, theme.MEDIUM, "quiet")
            while run.size > 9 and run.width() > box.width() - 2:
                run = replace(run, size=run.size - 0.5)
            metrics = QFontMetricsF(run.face())
            x = box.center().x() - metrics.horizontalAdvance(run.text) / 2
            paint_runs(painter, QPointF(max(x, box.left()), box.center().y() + metrics.capHeight() / 2), (run,))
        hairline(painter, box.left(), box.right() + 1, box.bottom() - 1, colours)


class ChartingView(QTableView):
    """Emits `missing_pressed(administration, Column)` when a missing thing is pressed."""

    missing_pressed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = ChartingTable(self)
        self.setObjectName("chartingMatrix")
        self.setAccessibleName(self.tr("What is charted of each drug"))
        self.setModel(self._table)
        self.setItemDelegate(CellDelegate(self))
        self.head = ChartingHeader(self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(HEIGHT))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.clicked.connect(self._press)
        self._ring = FocusRing(self, 6, 6)

    def show_rows(self, rows: Sequence[ChartingRow]) -> None:
        """Show these rows."""
        self._table.set_rows(rows)
        self.head.setVisible(bool(rows))
        self._share_width()

    def rows(self) -> tuple[ChartingRow, ...]:
        """What is shown."""
        return self._table.rows()

    def needed_height(self) -> int:
        """Height at which every drug is seen, px."""
        if not self.rows():
            return theme.px(56)
        return theme.px(HEAD) + len(self.rows()) * theme.px(HEIGHT) + 1

    def sizeHint(self) -> QSize:
        return QSize(400, self.needed_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows():
            painter = QPainter(self.viewport())
            painter.setFont(theme.font(14))
            painter.setPen(QColor(theme.current().quiet))
            room = self.viewport().rect().adjusted(theme.px(_LEFT), theme.px(16), -theme.px(_LEFT), 0)
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self.tr("Nothing has been hung or pushed yet."))

    def _press(self, index: Index) -> None:
        value = index.data(ROW)
        if isinstance(value, Cell) and value.mark is Mark.MISSING:
            self.missing_pressed.emit(self.rows()[index.row()].administration, COLUMNS[index.column() - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._press(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()

    def _share_width(self) -> None:
        """The drug gets the room its name needs, down to narrow columns; the heads share the rest."""
        whole = float(self.viewport().width())
        heads = [theme.advance(column_word(c), 12, theme.MEDIUM) + theme.px(12) for c in COLUMNS]
        longest = max([theme.advance(r.drug, 14, theme.STRONG) for r in self.rows()] or [0.0])
        drug = max(longest + theme.px(_LEFT + 10), float(theme.px(80)))
        drug = min(drug, max(whole - len(heads) * theme.px(_NARROW), float(theme.px(80))))
        share = (whole - drug - sum(heads)) / len(heads)
        widths = [head + share for head in heads] if share >= 0 else _squeezed(heads, whole - drug)
        self.setColumnWidth(0, round(drug))
        left = self.viewport().width() - self.columnWidth(0)
        for place, width in enumerate(widths, 1):
            self.setColumnWidth(place, left if place == len(widths) else max(int(width), 20))
            left -= self.columnWidth(place)


def _squeezed(heads: list[float], room: float) -> list[float]:
    """Less room than the heads want: all give in proportion, and the words over them get smaller."""
    return [head * room / sum(heads) for head in heads]


def _whole(drug: str, room: float) -> Run:
    """The name of a drug, smaller where it would be cut."""
    run = Run(drug, 14, theme.STRONG)
    while run.size > 9 and run.width() > room:
        run = replace(run, size=run.size - 0.5)
    return run
