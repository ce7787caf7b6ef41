"""The head of the board: which chairs, the one place for Undo, who is expected, order, hand-over."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.filters import FilterBar
from nursedesk.ui.board.reasons import ReasonPlace
from nursedesk.ui.kit import (
    Button,
    Kind,
    PageHead,
    QuietButton,
    Run,
    Segmented,
    Text,
    paint_ground,
    runs_width,
)

MARGIN, GAP = 24, 16


class Order(StrEnum):
    CHAIR = "chair"
    URGENCY = "urgency"


def fitting(strong: Run, pieces: Sequence[str], role: str, room: float) -> tuple[Run, ...]:
    """A strong word and as many whole pieces after it, apart by dots, as there is room for."""
    runs: tuple[Run, ...] = (strong,)
    text = ""
    for place, piece in enumerate(pieces):
        text += (" · " if place or role == "quiet" else " ") + piece
        longer = (strong, Run(text, strong.size, role=role))
        if runs_width(longer) > room:
            break
        runs = longer
    return runs


class UndoPlace(QWidget):
    """What was pressed last and the button that takes it back; its place never moves, and may be empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strong, self._rest = "", ""
        self.words = Text(parent=self)
        self.button = Button(
            self.tr("Undo"), Kind.SOFT, icon="undo", name="undoButton", spoken=self.tr("Undo the last press"),
            pad=12, inset=5, parent=self,
        )  # fmt: skip
        self.button.hide()
        self.reasons = ReasonPlace(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(44), 44))

    def offer(self, strong: str, rest: str, seconds: int) -> None:
        """Show what can be taken back."""
        self.reasons.hide()
        self._strong, self._rest = strong, rest
        self.seconds(seconds)
        self.button.show()
        self._place()

    def seconds(self, left: int) -> None:
        """How long it is still offered."""
        self.button.set_note(self.tr("{seconds} s").format(seconds=f"{left:2d}"))

    def clear(self) -> None:
        """Nothing to take back."""
        if self._strong:
            self._strong, self._rest = "", ""
            self.button.hide()
            self._place()

    def _place(self) -> None:
        """Words and button at the right end; words give way piece by piece, the drug's name last."""
        wide = self.button.sizeHint().width()
        self.button.setGeometry(self.width() - wide - 6, 0, wide, self.height())
        room = self.width() - wide - theme.px(34)
        strong = Run(self._strong, 14, theme.STRONG)
        while strong.size > 8 and strong.width() > room:
            strong = replace(strong, size=strong.size - 0.5)
        runs = fitting(strong, self._rest.split(" · "), "ink", room) if self._strong else ()
        self.words.set_runs(runs)
        width = self.words.sizeHint().width()
        self.words.setGeometry(self.button.x() - width - theme.px(10), 0, width, self.height())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        self.reasons.resize(self.size())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(494), max(theme.px(44), 44))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.button.sizeHint().width() + theme.px(160), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._strong:
            colours = theme.current()
            left = self.words.x() - theme.px(14)
            box = QRectF(left, 0, self.width() - left, self.height())
            paint_ground(QPainter(self), box, QColor(colours.surface), QColor(colours.line_strong))


class BoardHead(PageHead):
    """Says what was pressed; shows what it is told."""

    density_chosen = Signal(str)
    order_chosen = Signal(str)
    undo_pressed = Signal()
    reason_chosen = Signal(str)
    """A `StopReason`."""
    hand_over_pressed = Signal()
    expected_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("boardHead", parent)
        self.filters = FilterBar(self)
        self._density = Segmented(
            (("mine", self.tr("My chairs")), ("room", self.tr("Room"))),
            name="densityChoice", spoken=self.tr("Which chairs"), parent=self,
        )  # fmt: skip
        self._undo = UndoPlace(self)
        self._ordered = Order.CHAIR
        self._waiting = 0
        self._expected = QuietButton("", icon="check_in", name="expectedButton", parent=self)
        self._order = QuietButton("", icon="order", name="orderButton", tail="chevron", parent=self)
        self._hand_over = QuietButton(self.tr("Hand over"), icon="hand_over", name="handOverButton", parent=self)
        self.left.addWidget(self._density)
        self.left.addWidget(self.filters, 1)
        self.left.addWidget(self._undo)
        self.right.addWidget(self._expected)
        self.right.addWidget(self._order)
        self.right.addWidget(self._hand_over)
        self._density.chosen.connect(self.density_chosen)
        self._undo.button.clicked.connect(self.undo_pressed)
        self._undo.reasons.chosen.connect(self.reason_chosen)
        self._hand_over.clicked.connect(self.hand_over_pressed)
        self._expected.clicked.connect(self.expected_pressed)
        self._order.clicked.connect(self._offer_orders)
        self.show_order(Order.CHAIR)
        self.show_expected(0)

    def show_density(self, density: str) -> None:
        """Show which chairs are chosen."""
        self._density.choose(density)

    def show_order(self, order: Order) -> None:
        """Show how the chairs are ordered."""
        self._ordered = order
        word = self._order_word()
        self._order.setAccessibleName(self.tr("Order of the chairs: {order}").format(order=word))
        self._order.set_compact(self._narrow(), word)

    def _order_word(self) -> str:
        return self.tr("Chair order") if self._ordered is Order.CHAIR else self.tr("By urgency")

    def _narrow(self) -> bool:
        return self.width() < theme.px(1400)

    def _offer_orders(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for order, word in ((Order.CHAIR, self.tr("Chair order")), (Order.URGENCY, self.tr("By urgency"))):
            menu.addAction(word).triggered.connect(lambda _, chosen=order: self._chosen(chosen))
        if self.filters.isHidden():
            menu.addSeparator()
            self.filters.add_to(menu)
        menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))

    def _chosen(self, order: Order) -> None:
        self.show_order(order)
        self.order_chosen.emit(order.value)

    def show_expected(self, waiting: int) -> None:
        """How many of today's list are not here yet."""
        self._waiting = waiting
        spoken = self.tr("Expected today, not here yet: {count}").format(count=waiting)
        word = self._expected_word()
        self._expected.set_text(str(waiting) if self._narrow() and waiting else word, spoken)
        self._expected.set_compact(self._narrow() and not waiting, self._expected.text() or word)
        self._expected.setToolTip(spoken)

    def _expected_word(self) -> str:
        return self.tr("Expected {count}").format(count=self._waiting) if self._waiting else self.tr("Expected")

    def show_undo(self, strong: str, rest: str, seconds: int) -> None:
        """Offer to take the last press back."""
        self._undo.offer(strong, rest, seconds)

    def show_seconds(self, left: int) -> None:
        """Seconds left to do so."""
        self._undo.seconds(left)

    def clear_undo(self) -> None:
        """Nothing to take back."""
        self._undo.clear()

    def ask_reason(self, drug: str) -> None:
        """Why a drug was stopped, in the place where Undo stood."""
        self._undo.reasons.ask(drug)

    def clear_reason(self) -> None:
        """No longer ask."""
        self._undo.reasons.hide()

    def minimumSizeHint(self) -> QSize:
        """A narrow page makes the head give way, not the window grow."""
        return QSize(theme.px(560), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page order and hand-over keep their icons only, and Undo what is left beside the counts."""
        narrow = self._narrow()
        self._order.set_compact(narrow, self._order_word())
        self._hand_over.set_compact(narrow, self.tr("Hand over"))
        self.show_expected(self._waiting)
        beside = (self._density, self._expected, self._order, self._hand_over)
        room = self.width() - sum(widget.sizeHint().width() for widget in beside) - 2 * MARGIN - 6 * GAP
        least, filters = theme.px(250), self.filters.minimumSizeHint().width()
        filtered = room > least + filters
        self.filters.setVisible(filtered)
        whole = self.filters.sizeHint().width()
        wanted = room - whole if filtered else room
        self._undo.setFixedWidth(max(min(theme.px(494), wanted), least))
        self.row.activate()
