"""The events of the visit: newest first, corrected times above the struck, a pencil where a time can be edited."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nursedesk.record.encounter import Label
from nursedesk.ui import theme, words
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.kit import FocusRing, Run, hairline, paint_icon, paint_runs, runs_width
from nursedesk.ui.kit.rows_model import ROW, RowsModel
from nursedesk.ui.kit.surface import LABEL, paint_ground

SINGLE, DOUBLE = 40, 60
PENCIL = 44
_LEFT, _TEXT = 20, 92
Index = QModelIndex | QPersistentModelIndex


def label_word(label: Label) -> str:
    """The label as it stands on paper in the reader's language."""
    return words.time_label(label)


def subject_runs(row: EventRow) -> tuple[Run, ...]:
    """Verb strong, the rest plain; all quiet and struck when it does not count."""
    role = "quiet" if row.voided else "ink"
    verb = Run(row.verb, 14, theme.STRONG, role, struck=row.voided)
    if not row.subject:
        return (verb,)
    return verb, Run(" " + row.subject, 14, theme.REGULAR, role, struck=row.voided)


def label_width(label: Label) -> float:
    """How wide the label is painted, px."""
    return theme.advance(label_word(label), 12, theme.STRONG) + theme.px(12)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the parts of a row stand at a width: the name of a drug is never cut, so the rest makes room."""

    subject: tuple[Run, ...]
    who_below: bool
    label_below: bool
    double: bool


def planned(row: EventRow, width: float) -> Plan:
    """First the label goes to the second line, then the nurse's name, last the subject gets smaller."""
    whole = width - theme.px(_TEXT) - theme.px(PENCIL)
    beside = whole - theme.advance(row.who, 13) - theme.px(16)
    subject = subject_runs(row)
    wanted, label = runs_width(subject), label_width(row.label) + theme.px(10) if row.label else 0.0
    who_below = wanted > beside
    label_below = bool(label) and wanted + label > (whole if who_below else beside)
    while subject[0].size > 10 and runs_width(subject) > whole:
        subject = tuple(replace(run, size=run.size - 0.5) for run in subject)
    return Plan(subject, who_below, label_below, bool(row.second or row.was or row.was_words) or who_below)


class EventDelegate(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(200, theme.px(DOUBLE if planned(index.data(ROW), width).double else SINGLE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        colours = theme.current()
        if selected or hovered:
            painter.fillRect(rect, QColor(colours.action_tint if selected else colours.sunk))
        if selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), QColor(colours.action_fill))
        if row.editable:
            size = theme.px(18)
            box = QRectF(rect.right() - theme.px(14) - size, rect.center().y() - size / 2, size, size)
            lit = QColor(colours.action_text if selected or hovered else colours.field_border)
            paint_icon(painter, box, "edit", lit)
        self._times(painter, rect, row)
        self._words(painter, rect, row)
        hairline(painter, rect.left(), rect.right(), rect.bottom() - 1, colours)
        painter.restore()

    def _times(self, painter: QPainter, rect: QRectF, row: EventRow) -> None:
        left, middle = rect.left() + theme.px(_LEFT), rect.center().y()
        role = "quiet" if row.voided else "ink"
        now = (Run(row.time, 14, theme.STRONG, role),)
        cap = QFontMetricsF(now[0].face()).capHeight()
        if not row.was:
            paint_runs(painter, QPointF(left, middle + cap / 2), now)
            return
        paint_runs(painter, QPointF(left, middle - theme.px(3)), now)
        struck = (Run(row.was, 13, theme.REGULAR, "quiet", struck=True),)
        paint_runs(painter, QPointF(left, middle + theme.px(15)), struck)

    def _words(self, painter: QPainter, rect: QRectF, row: EventRow) -> None:
        left, middle = rect.left() + theme.px(_TEXT), rect.center().y()
        right, gap = rect.right() - theme.px(PENCIL), theme.px(16)
        plan = planned(row, rect.width())
        upper, lower = middle - theme.px(3), middle + theme.px(15)
        cap = QFontMetricsF(plan.subject[0].face()).capHeight()
        base = upper if plan.double else middle + cap / 2
        who = (Run(row.who, 13, theme.REGULAR, "quiet"),)
        beside = middle + cap / 2 if not plan.who_below else lower
        paint_runs(painter, QPointF(right - runs_width(who), beside), who)
        spared = runs_width(who) + gap
        end = paint_runs(
            painter, QPointF(left, base), plan.subject, right - left - (0 if plan.who_below else spared)
        )
        if row.label and not plan.label_below:
            self._label(painter, end + theme.px(10), base, cap, row.label)
        elif row.label:
            left = self._label(painter, left, lower, cap, row.label) + theme.px(8)
        if row.was_words:
            first = (Run(row.was_words, 13, theme.REGULAR, "quiet", struck=True),)
            left = paint_runs(painter, QPointF(left, lower), first, right - left - spared) + theme.px(8)
        if row.second:
            second = (Run(row.second, 13, theme.REGULAR, "quiet"),)
            paint_runs(painter, QPointF(left, lower), second, right - left - spared)

    def _label(self, painter: QPainter, x: float, base: float, cap: float, label: Label) -> float:
        """Paint the label; returns where it ends."""
        colours, word = theme.current(), label_word(label)
        face = theme.font(12, theme.STRONG)
        metrics = QFontMetricsF(face)
        box = QRectF(x, base - cap / 2 - theme.px(10), label_width(label), theme.px(20))
        contrast = colours.name.startswith("contrast")
        border = QColor(colours.attention_text) if contrast else None
        paint_ground(painter, box, QColor(colours.attention_tint), border, 1, LABEL)
        painter.setFont(face)
        painter.setPen(QColor(colours.attention_text))
        painter.drawText(QPointF(x + theme.px(6), box.center().y() + metrics.capHeight() / 2), word)
        return box.right()


class EventsList(QListView):
    """Emits `edit_asked(EventRow)` on a press on the pencil, a double press, Enter or F2 on a row with a time."""

    edit_asked = Signal(object)
    row_chosen = Signal(object)
    """The `EventRow` the list now stands on."""

    def __init__(self, name: str = "eventsList", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(lambda row: str(row.event_id), lambda row: str(row.spoken), self)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("Events of the visit"))
        self.setModel(self._rows)
        self.setItemDelegate(EventDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = FocusRing(self, 6, 6)
        self._nothing = ""

    def say_nothing(self, words: str) -> None:
        """What stands here while there are no rows."""
        self._nothing = words
        self.viewport().update()

    def nothing(self) -> str:
        """The same, as it was given."""
        return self._nothing

    def needed_height(self) -> int:
        """Height at which every row is seen, px; that of the sentence when there is none."""
        return sum(self.sizeHintForRow(n) for n in range(len(self.rows()))) or theme.px(56)

    def show_rows(self, rows: Sequence[EventRow]) -> None:
        """Show these rows; the selected event stays selected."""
        key = self.selected_id()
        self._rows.set_rows(rows)
        place = self._rows.place_of(key)
        if place >= 0 and self.currentIndex().row() != place:
            self.setCurrentIndex(self._rows.index(place))

    def rows(self) -> tuple[EventRow, ...]:
        """What is shown."""
        return self._rows.rows()

    def selected_id(self) -> str:
        """The event the person is at, or an empty string."""
        row = self.currentIndex().data(ROW)
        return row.event_id if row else ""

    def select(self, event_id: str) -> bool:
        """Go to an event; False when it is not in the list."""
        place = self._rows.place_of(event_id)
        if place < 0:
            return False
        self.setCurrentIndex(self._rows.index(place))
        self.scrollTo(self.currentIndex())
        return True

    def row_of(self, line: str, labelled: bool = False) -> EventRow | None:
        """The latest time of a line; `labelled`: the latest charted late or corrected, where there is one."""
        times = [row for row in self.rows() if row.line == line and row.editable]
        late = [row for row in times if row.label is not None]
        return next(iter(late if labelled and late else times), None)

    def ask(self, row: EventRow | None) -> None:
        """Ask for the editor of a row."""
        if row is not None and row.editable:
            self.select(row.event_id)
            self.edit_asked.emit(row)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if row is not None:
            self.row_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.ask(self.currentIndex().data(ROW))
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() >= self.viewport().width() - theme.px(PENCIL):
            self.ask(index.data(ROW))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.ask(index.data(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.rows():
            painter = QPainter(self.viewport())
            painter.setFont(theme.font(15))
            painter.setPen(QColor(theme.current().quiet))
            room = self.viewport().rect().adjusted(theme.px(_LEFT), theme.px(16), -theme.px(_LEFT), 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self._nothing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
