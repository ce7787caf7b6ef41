"""The list of drugs: name, brands, today's code; a row's words for assistive tools."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.ui import theme
from nursedesk.ui.drugs.model import DrugRow
from nursedesk.ui.kit import ListRow, Run, paint_list_row, paint_runs
from nursedesk.ui.kit.lists import as_plain_list, row_state
from nursedesk.ui.kit.rows_model import ROW, RowsModel

TALL, PAD, NAME = 58, 20, 16
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class DrugDelegate(QStyledItemDelegate):
    """The name, never cut, over its brands; the code charged today at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: DrugRow = index.data(ROW)
        more = self._tall(row, self._room(row, self._width())) - self._line()
        return QSize(100, theme.px(TALL) + max(round(more), 0))

    def _width(self) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else 0

    def _line(self) -> float:
        return QFontMetricsF(theme.shared_font(NAME, theme.STRONG)).height()

    def _longest(self, row: DrugRow) -> float:
        words = row.drug.display.replace("-", "- ").split()
        return max(theme.advance(word, NAME, theme.STRONG) for word in words)

    def _room(self, row: DrugRow, width: float) -> float:
        """For the name; the code leaves the first line where a word of the name would be cut beside it."""
        whole = width - 2 * PAD
        beside = whole - theme.px(16) - self._code(row).width()
        return beside if self._longest(row) <= beside else whole

    def _is_beside(self, row: DrugRow, width: float) -> bool:
        return self._room(row, width) < width - 2 * PAD

    def _size(self, row: DrugRow, room: float) -> float:
        """The size at which the longest word is whole: smaller where it has no line for itself."""
        longest = self._longest(row)
        return NAME if longest <= room or room <= 0 else NAME * room / longest - 0.25

    def _tall(self, row: DrugRow, room: float) -> float:
        if theme.advance(row.drug.display, NAME, theme.STRONG) <= room:
            return self._line()
        face = QFontMetricsF(theme.shared_font(self._size(row, room), theme.STRONG))
        return face.boundingRect(QRectF(0, 0, max(room, 1), 1000), WRAPPED, row.drug.display).height()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DrugRow = index.data(ROW)
        chosen, over = row_state(option)
        area, colours, code = QRectF(option.rect), theme.current(), self._code(row)
        room, below, beside = self._room(row, area.width()), self._below(row), self._is_beside(row, area.width())
        shown = ListRow((), (), (code,) if beside else ())
        paint_list_row(painter, area, shown, pad=PAD, selected=chosen, hovered=over)
        if not beside:
            below = Run(" · ".join(part for part in (code.text, below.text) if part), 13, role="quiet")
        small = QFontMetricsF(below.face())
        tall, second = self._tall(row, room), small.height() + theme.px(2) if below.text else 0
        top = area.center().y() - (tall + second) / 2
        painter.setFont(theme.shared_font(self._size(row, room), theme.STRONG))
        painter.setPen(QColor(colours.ink))
        painter.drawText(QRectF(area.left() + PAD, top, room, tall), WRAPPED, row.drug.display)
        base = top + tall + theme.px(2) + small.ascent()
        paint_runs(painter, QPointF(area.left() + PAD, base), (below,), room)

    def _below(self, row: DrugRow) -> Run:
        favourite = self.tr("favourite") if row.given else ""
        return Run(" · ".join(part for part in (favourite, ", ".join(row.drug.brands)) if part), 13, role="quiet")

    def _code(self, row: DrugRow) -> Run:
        if len(row.today) == 1:
            return Run(row.today[0].hcpcs, 15, theme.MEDIUM)
        several = self.tr("{count} codes").format(count=len(row.today))
        return Run(several if row.today else self.tr("no code today"), 14, role="quiet")


class DrugList(QListView):
    """Emits `chosen(name)` when another drug is current."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drugsList")
        self.setAccessibleName(self.tr("Drugs"))
        self._rows = RowsModel(lambda row: row.drug.name, self._spoken, self)
        self.setModel(self._rows)
        self.setItemDelegate(DrugDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        as_plain_list(self)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now))

    def _spoken(self, row: DrugRow) -> str:
        favourite = self.tr("favourite") if row.given else ""
        codes = tuple(code.hcpcs for code in row.today)
        return ", ".join(part for part in (row.drug.display, favourite, *row.drug.brands, *codes) if part)

    def show_rows(self, rows: tuple[DrugRow, ...], current: str) -> str:
        """Show these; the current drug stays when it is among them, else the first one is. Returns its name."""
        self._rows.set_rows(rows)
        place = self._rows.place_of(current)
        if place < 0 and rows:
            place = 0
        self.mark(place)
        return str(rows[place].drug.name) if place >= 0 else ""

    def rows(self) -> tuple[DrugRow, ...]:
        """What is listed, from the top."""
        return self._rows.rows()

    def mark(self, place: int) -> None:
        """Make a place current; it tells when that is another drug."""
        index = self._rows.index(place)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """The next or the previous drug."""
        place = self.currentIndex().row() + by
        if 0 <= place < len(self._rows.rows()):
            self.mark(place)

    def _tell(self, index: Index) -> None:
        row: DrugRow | None = index.data(ROW) if index.isValid() else None
        if row is not None:
            self.chosen.emit(row.drug.name)
