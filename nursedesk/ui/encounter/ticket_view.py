"""The live ticket: what would be charged now, with the reason for every line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nursedesk.record.encounter import Encounter, Status
from nursedesk.ui import theme
from nursedesk.ui.encounter.actions import EncounterContext
from nursedesk.ui.encounter.held_row import paint_held, press_box
from nursedesk.ui.encounter.modifiers_bar import Keep, ModifiersBar
from nursedesk.ui.encounter.pane import Pane
from nursedesk.ui.encounter.ticket_rows import RowKind, TicketRow
from nursedesk.ui.encounter.what_if_bar import WhatIfBar
from nursedesk.ui.kit import (
    Button,
    FocusRing,
    Hairline,
    Kind,
    Panel,
    Run,
    Tag,
    Text,
    hairline,
    paint_runs,
    runs_width,
)
from nursedesk.ui.kit.rows_model import ROW, RowsModel
from nursedesk.ui.kit.surface import LABEL, paint_ground

Index = QModelIndex | QPersistentModelIndex
HEAD, GROUP, LINE, NOTE = 52, 30, 62, 44
_LEFT = 20
_NARROW = 560
"""Under this width the columns stand closer."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a line's parts stand, px from the row's left and right ends."""

    left: float
    words: float
    minutes: float
    units: float

    def room(self, width: float) -> float:
        """Width for label and why."""
        return width - self.words - self.units - self.minutes - self.left


def columns(width: float) -> Columns:
    """The columns at a list's width."""
    px = theme.px
    if width < px(_NARROW):
        return Columns(px(16), px(90), px(74), px(52))
    return Columns(px(_LEFT), px(104), px(96), px(64))


class TicketDelegate(QStyledItemDelegate):
    """Paints one row: code, label over why, units, minutes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: TicketRow = index.data(ROW)
        if row.kind is RowKind.NOTE:
            return QSize(200, round(self._note_height(row, option)))
        if row.kind is RowKind.LINE:
            return QSize(200, round(self._line_height(row, option)))
        if row.kind is RowKind.HELD:
            return QSize(200, theme.px(LINE))
        return QSize(200, theme.px(GROUP if row.kind is RowKind.GROUP else 48))

    def _line_height(self, row: TicketRow, option: QStyleOptionViewItem) -> float:
        """62 px, and more where the reason takes more than one line: it is never cut."""
        view = option.widget
        width = float(view.viewport().width() if isinstance(view, QListView) else 400)
        metrics = QFontMetricsF(theme.font(13))
        return theme.px(LINE) + max(_why_height(row.why, columns(width).room(width)) - metrics.height(), 0.0)

    def _note_height(self, row: TicketRow, option: QStyleOptionViewItem) -> float:
        widget = option.widget
        width = (widget.width() if widget else 400) - theme.px(2 * _LEFT)
        metrics = QFontMetricsF(theme.font(13))
        box = metrics.boundingRect(QRectF(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), row.label)
        return max(box.height() + theme.px(22), theme.px(NOTE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRectF(option.rect)
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kinds = (RowKind.LINE, RowKind.HELD)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and row.kind in kinds
        if row.kind is RowKind.GROUP:
            painter.fillRect(rect, QColor(colours.sunk))
        elif selected:
            painter.fillRect(rect, QColor(colours.action_tint))
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), QColor(colours.action_fill))
        {
            RowKind.GROUP: self._group,
            RowKind.LINE: self._line,
            RowKind.PACKED: self._packed,
            RowKind.HELD: paint_held,
            RowKind.NOTE: self._note,
        }[row.kind](painter, rect, row)
        if row.kind is not RowKind.NOTE:
            hairline(painter, rect.left(), rect.right(), rect.bottom() - 1, colours)
        painter.restore()

    def _group(self, painter: QPainter, rect: QRectF, row: TicketRow) -> None:
        run = Run(row.label, 13, theme.MEDIUM, "quiet")
        cap = QFontMetricsF(run.face()).capHeight()
        paint_runs(painter, QPointF(rect.left() + theme.px(_LEFT), rect.center().y() + cap / 2), (run,))

    def _note(self, painter: QPainter, rect: QRectF, row: TicketRow) -> None:
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.current().quiet))
        box = rect.adjusted(theme.px(_LEFT), 0, -theme.px(_LEFT), 0)
        flags = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, flags, row.label)

    def _packed(self, painter: QPainter, rect: QRectF, row: TicketRow) -> None:
        left, base = rect.left() + theme.px(_LEFT), rect.center().y() + theme.px(5)
        amount = (Run(row.amount, 13, theme.REGULAR, "quiet"),)
        right = rect.right() - theme.px(_LEFT) - runs_width(amount)
        codes: list[Run] = []
        for part in row.label.split(" · "):
            code, _, units = part.partition(" ")
            gap = 12 if codes else 0
            codes += [Run(code, 14, theme.STRONG, gap=gap), Run(f" {units}", 14)]
        end = paint_runs(painter, QPointF(left, base), codes, right - left - theme.px(8))
        if end < right:
            paint_runs(painter, QPointF(right, base), amount)

    def _line(self, painter: QPainter, rect: QRectF, row: TicketRow) -> None:
        columns_ = columns(rect.width())
        middle, left = rect.center().y(), rect.left()
        code = Run(row.code, 17, theme.STRONG)
        cap = QFontMetricsF(code.face()).capHeight()
        paint_runs(painter, QPointF(left + columns_.left, middle + cap / 2), (code,))
        right = rect.right() - columns_.left
        amount, units = Run(row.amount, 13, theme.REGULAR, "quiet"), Run(row.units, 17, theme.STRONG)
        paint_runs(painter, QPointF(right - runs_width((amount,)), middle + cap / 2), (amount,))
        column = right - columns_.minutes
        paint_runs(painter, QPointF(column - runs_width((units,)), middle + cap / 2), (units,))
        room = columns_.room(rect.width())
        height = _why_height(row.why, room)
        top = middle - (height + theme.px(20)) / 2
        words = left + columns_.words
        first = (Run(row.label, 14, theme.MEDIUM),)
        end = paint_runs(painter, QPointF(words, top + theme.px(15)), first, room)
        if row.modifiers:
            self._modifier(painter, end + theme.px(8), top + theme.px(15), row.modifiers)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.current().quiet))
        painter.drawText(
            QRectF(words, top + theme.px(20), room, height + 2), int(Qt.TextFlag.TextWordWrap), row.why
        )

    def _modifier(self, painter: QPainter, x: float, base: float, word: str) -> None:
        colours, face = theme.current(), theme.font(12, theme.STRONG)
        metrics = QFontMetricsF(face)
        box = QRectF(x, base - theme.px(14), metrics.horizontalAdvance(word) + theme.px(12), theme.px(19))
        contrast = colours.name.startswith("contrast")
        paint_ground(painter, box, QColor(colours.tint), QColor(colours.ink) if contrast else None, 1, LABEL)
        painter.setFont(face)
        painter.setPen(QColor(colours.ink))
        painter.drawText(QPointF(x + theme.px(6), box.center().y() + metrics.capHeight() / 2), word)


def _why_height(why: str, room: float) -> float:
    metrics = QFontMetricsF(theme.font(13))
    if not why:
        return 0.0
    return metrics.boundingRect(QRectF(0, 0, room, 1000), int(Qt.TextFlag.TextWordWrap), why).height()


class TicketList(QListView):
    """The rows; a row can be pointed at, and a line that is held back can be helped by one press."""

    held_pressed = Signal(object)
    """A TicketRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RowsModel(lambda row: f"{row.kind}{row.code}{row.label}", lambda row: str(row.spoken), self)
        self.setObjectName("ticketView")
        self.setAccessibleName(self.tr("Ticket as it would be now"))
        self.setModel(self._rows)
        self.setItemDelegate(TicketDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._ring = FocusRing(self, 6, 6)
        self.activated.connect(lambda index: self._press(index.data(ROW)))

    def _press(self, row: TicketRow) -> None:
        if row.kind is RowKind.HELD:
            self.held_pressed.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A held line's press is the part of its row that looks like one."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        row: TicketRow = index.data(ROW)
        if row.kind is RowKind.HELD and press_box(QRectF(self.visualRect(index)), row).contains(event.position()):
            self.held_pressed.emit(row)

    def show_rows(self, rows: Sequence[TicketRow]) -> None:
        """Show these rows."""
        self._rows.set_rows(rows)

    def needed_height(self) -> int:
        """Height at which every row is seen, px."""
        return sum(self.sizeHintForRow(n) for n in range(len(self.rows())))

    def rows(self) -> tuple[TicketRow, ...]:
        """What is shown."""
        return self._rows.rows()

    def point_at(self, code: str) -> bool:
        """Select the line of a code; False when there is none."""
        place = next((n for n, row in enumerate(self.rows()) if row.code == code), -1)
        if place < 0:
            return False
        self.setCurrentIndex(self._rows.index(place))
        self.scrollTo(self.currentIndex())
        return True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class TicketPanel(Panel):
    """Head, what-if row and list; `what_if_left` when the ticket is to be shown as it is."""

    what_if_left = Signal()

    def __init__(self, keep_modifiers: Keep, parent: QWidget | None = None) -> None:
        super().__init__("ticketPanel", parent=parent)
        self._tab, self._said = False, ""
        self.list = TicketList()
        self._status = Tag(self.tr("DRAFT"), "tint")
        self._title = Text(self.tr("Ticket now"), 15, theme.STRONG)
        self._rules = Text("", 13, theme.REGULAR, "quiet", align=Qt.AlignmentFlag.AlignRight)
        self.what_if = WhatIfBar()
        self.what_if_button = Button(self.tr("What if"), Kind.QUIET, name="whatIfButton", size=13, pad=12, inset=4)
        self.what_if_button.clicked.connect(lambda: self._open_what_if(self.what_if.isHidden()))
        self.what_if.left.connect(lambda: self._open_what_if(False))
        self.what_if.hide()
        self.modifiers = ModifiersBar(keep_modifiers)
        self.modifiers.hide()
        self.modifiers_button = Button(
            self.tr("Modifiers"),
            Kind.QUIET,
            name="modifiersButton",
            spoken=self.tr("Add a modifier"),
            size=13,
            pad=12,
            inset=4,
        )
        self.modifiers_button.clicked.connect(self._ask_modifier)
        self.list.activated.connect(lambda _: self._ask_modifier())
        self._head = head = QHBoxLayout()
        head.setContentsMargins(theme.px(_LEFT), 0, theme.px(16), 0)
        head.setSpacing(theme.px(10))
        head.addWidget(self._title)
        head.addWidget(self._status)
        head.addWidget(self._rules, 1)
        head.addWidget(self.modifiers_button)
        head.addWidget(self.what_if_button)
        box = QWidget()
        box.setLayout(head)
        box.setFixedHeight(theme.px(HEAD))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 3)
        column.setSpacing(0)
        column.addWidget(box)
        column.addWidget(Hairline())
        bars = QWidget()
        stacked = QVBoxLayout(bars)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(0)
        stacked.addWidget(self.what_if)
        stacked.addWidget(self.modifiers)
        self.pane = Pane("ticketPane", self.list, self.list.needed_height, head=bars)
        column.addWidget(self.pane, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Which rules these are is said whole or not at all."""
        others = (self._title, self._status, self.modifiers_button, self.what_if_button)
        wide = [one.sizeHint().width() for one in others if not one.isHidden()]
        needed = sum(wide) + theme.advance(self._said, 13) + theme.px(10) * len(wide) + theme.px(_LEFT + 20)
        fits = needed <= self.width()
        self._rules.set_runs(self._said if fits else "")

    def become_tab(self, tab: bool) -> None:
        """Be a tab among others, without a frame, or a panel."""
        self._tab = tab
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._tab:
            super().paintEvent(event)

    def _open_what_if(self, shown: bool) -> None:
        self.what_if.setVisible(shown)
        if shown:
            self.what_if.ask(0)
        else:
            self.what_if_left.emit()

    def _ask_modifier(self) -> None:
        """Of the line that is pointed at, where one is."""
        row = self.list.currentIndex().data(ROW) if self.list.currentIndex().isValid() else None
        if not self.modifiers_button.isHidden():
            self.modifiers.open(row.about if isinstance(row, TicketRow) else ())
            self.pane.reveal(self.modifiers.modifier.combo)

    def show_modifiers(self, encounter: Encounter, context: EncounterContext) -> None:
        """Offer to add modifiers while the visit can be changed and something was given."""
        allowed = encounter.status is Status.OPEN and bool(encounter.administrations)
        self.modifiers_button.setVisible(allowed)
        self.modifiers.show_visit(encounter, context)
        if not allowed:
            self.modifiers.hide()

    def let_ask(self, allowed: bool) -> None:
        """Whether another minute may be asked for: something runs, and the site shows what is to come."""
        self.what_if_button.setVisible(allowed)
        if not allowed and not self.what_if.isHidden():
            self.what_if.hide()

    def show_ticket(self, rows: Sequence[TicketRow], rules: str, status: str, live: bool = True) -> None:
        """Show the ticket; `status` is DRAFT or the ticket's number and version."""
        self.list.show_rows(rows)
        self._said = rules
        self._rules.set_runs(rules)
        self._title.set_runs(self.tr("Ticket now") if live else self.tr("Ticket"))
        if status != self._status.text():
            self._status.setText(status)
            self._status.updateGeometry()
        self._share()
