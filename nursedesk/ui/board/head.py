"""The head of the board: which chairs, the one place for Undo, who is expected, order, hand-over."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.filters import FilterBar
from nursedesk.ui.board.undo_place import UndoPlace
from nursedesk.ui.kit import (
    PageHead,
    QuietButton,
    Segmented,
)

MARGIN, GAP = 24, 16
SMALLEST_CHOICE = 0.7
"""The choice of chairs gives up so much of its width for Undo, no more; its words get smaller."""
LEAST_UNDO = 250
"""Where less is left for Undo, px at 100 %, who is expected and hand-over go into the menu of the order."""


class Order(StrEnum):
    CHAIR = "chair"
    URGENCY = "urgency"


class BoardHead(PageHead):
    """Says what was pressed; shows what it is told."""

    density_chosen = Signal(str)
    order_chosen = Signal(str)
    hand_over_pressed = Signal()
    expected_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("boardHead", parent)
        self._density = Segmented(
            (("mine", self.tr("My chairs")), ("room", self.tr("Room"))),
            name="densityChoice", spoken=self.tr("Which chairs"), parent=self,
        )  # fmt: skip
        self.filters = FilterBar(self)
        self.undo = UndoPlace(self)
        self._ordered = Order.CHAIR
        self._waiting = 0
        self._expected = QuietButton("", icon="check_in", name="expectedButton", parent=self)
        self._order = QuietButton("", icon="order", name="orderButton", tail="chevron", parent=self)
        self._hand_over = QuietButton(self.tr("Hand over"), icon="hand_over", name="handOverButton", parent=self)
        self.left.addWidget(self._density)
        self.left.addWidget(self.filters, 1)
        self.left.addWidget(self.undo)
        self.right.addWidget(self._expected)
        self.right.addWidget(self._order)
        self.right.addWidget(self._hand_over)
        self._density.chosen.connect(self.density_chosen)
        self._hand_over.clicked.connect(self.hand_over_pressed)
        self._expected.clicked.connect(self.expected_pressed)
        self._order.clicked.connect(self._offer_orders)
        self.show_order(Order.CHAIR)
        self.show_expected(0)

    def take_keyboard(self) -> None:
        """The keyboard goes to what says which chairs are shown, where no key acts on a patient."""
        at = self._order if self.filters.isHidden() else self.filters.shown_part()
        at.setFocus(Qt.FocusReason.OtherFocusReason)

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
        if self._hand_over.isHidden():
            menu.addSeparator()
            menu.addAction(self._expected_word(), self.expected_pressed.emit).setObjectName("expectedAction")
            menu.addAction(self.tr("Hand over"), self.hand_over_pressed.emit).setObjectName("handOverAction")
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

    def minimumSizeHint(self) -> QSize:
        """A narrow page makes the head give way, not the window grow."""
        return QSize(420, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page buttons keep their icons only; on a very narrow one the order alone stays."""
        narrow = self._narrow()
        self._order.set_compact(narrow, self._order_word())
        self._hand_over.set_compact(narrow, self.tr("Hand over"))
        self.show_expected(self._waiting)
        least, filters = theme.px(LEAST_UNDO), self.filters.minimumSizeHint().width()
        crowded = self._room(self._density, self._expected, self._order, self._hand_over) < least
        for part in (self._expected, self._hand_over):
            part.setHidden(crowded)
        beside = (self._density, self._order, *(() if crowded else (self._expected, self._hand_over)))
        room = self._room(*beside)
        filtered = room > least + filters
        self.filters.setVisible(filtered)
        whole = self.filters.sizeHint().width()
        wanted = room - whole if filtered else room
        whole_choice = self._density.sizeHint().width()
        short = max(self.undo.minimumSizeHint().width() - room, 0)
        self._density.setFixedWidth(max(whole_choice - short, round(whole_choice * SMALLEST_CHOICE)))
        smallest = min(least, room) if crowded else least
        self.undo.setFixedWidth(max(min(theme.px(494), wanted), smallest, self.undo.minimumSizeHint().width()))
        self.row.activate()

    def _room(self, *beside: QWidget) -> int:
        """What is left for the filters and Undo, px."""
        taken = sum(widget.sizeHint().width() for widget in beside)
        return self.width() - taken - 2 * MARGIN - (len(beside) + 2) * GAP
