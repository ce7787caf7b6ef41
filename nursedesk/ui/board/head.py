"""The head of the board: which chairs, the one place for Undo, who is expected, order, hand-over."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.filters import FilterBar
from nursedesk.ui.board.undo_place import UndoPlace
from nursedesk.ui.kit import (
    Menu,
    PageHead,
    QuietButton,
    Segmented,
)

SMALLEST_CHOICE = 0.7
"""The choice of chairs gives up so much of its width for Undo, no more; its words get smaller."""
LESS_AIR = 0.1
"""So much of it is air around its words."""
MOST_UNDO, LEAST_WORDS, TIGHT_WORDS = 494, 118, 136
"""Undo's place takes so much at most; beside its button at least so much, and so much where no other has a word:
px at 100 %. A drug's name has room in it."""

ROOMY_WORDS, REASON_WORDS = 300, 230
"""The same where there is room: why a line was stopped is asked in this place, `Reaction` in one press."""


@dataclass(frozen=True, slots=True)
class Step:
    """One way to fill the head: who has words, how many filters stand beside the menu of the others."""

    deeds: bool = False
    """Whether Expected and Hand over have their words."""
    order: bool = False
    filters: int | None = 0
    """At least so many chips in the row, besides the button of the rest; None: all of them."""
    undo: int = LEAST_WORDS
    """What Undo has beside its button, px at 100 %."""
    folded: bool = False
    """Expected and Hand over lie in the menu of the order."""
    hidden: bool = False
    """The filters too."""


STEPS = (
    Step(deeds=True, order=True, filters=None, undo=ROOMY_WORDS),
    Step(deeds=True, order=True, filters=3, undo=REASON_WORDS),
    Step(deeds=True, filters=2),
    Step(deeds=True, order=True),
    Step(deeds=True),
    Step(undo=TIGHT_WORDS),
    Step(folded=True, undo=0),
    Step(folded=True, hidden=True, undo=0),
)
"""From the widest head to the narrowest; the first that has room is taken."""


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
        self._step = STEPS[0]
        self._expected = QuietButton("", icon="check_in", name="expectedButton", parent=self)
        self._order = QuietButton("", icon="order", name="orderButton", tail="chevron", pad=12, parent=self)
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
        self._order.setAccessibleName(self.tr("Order of the chairs: {order}").format(order=self._order_word()))
        self._word_buttons(self._step)

    def _order_word(self) -> str:
        return self.tr("Chair order") if self._ordered is Order.CHAIR else self.tr("By urgency")

    def _offer_orders(self) -> None:
        menu = Menu("orderMenu", self)
        for order, word in ((Order.CHAIR, self.tr("Chair order")), (Order.URGENCY, self.tr("By urgency"))):
            menu.add_choice(word, order is self._ordered, partial(self._chosen, order))
        if self._hand_over.isHidden():
            menu.addSeparator()
            menu.add(self._expected_word(), self.expected_pressed.emit, "expectedAction")
            menu.add(self.tr("Hand over"), self.hand_over_pressed.emit, "handOverAction")
        if self.filters.isHidden():
            menu.addSeparator()
            self.filters.add_to(menu)
        menu.open_under(self._order)

    def _chosen(self, order: Order) -> None:
        self.show_order(order)
        self.order_chosen.emit(order.value)

    def show_expected(self, waiting: int) -> None:
        """How many of today's list are not here yet."""
        self._waiting = waiting
        self._expected.setAccessibleName(self.tr("Expected today, not here yet: {count}").format(count=waiting))
        self._word_buttons(self._step)

    def _word_buttons(self, step: Step) -> None:
        """Words where the step has room for them; a number stays where there is one."""
        self._order.set_compact(not step.order, self._order_word())
        self._hand_over.set_compact(not step.deeds, self.tr("Hand over"))
        self._expected.set_compact(not step.deeds, self._expected_word())
        if not step.deeds and self._waiting:
            self._expected.setText(str(self._waiting))
        # As wide as with two figures, so that nothing moves when somebody comes or is checked in.
        said = self._expected.text()
        self._expected.setText(self.tr("Expected {count}").format(count=88) if step.deeds else "88")
        self._expected.setFixedWidth(self._expected.sizeHint().width())
        self._expected.setText(said)

    def _expected_word(self) -> str:
        return self.tr("Expected {count}").format(count=self._waiting) if self._waiting else self.tr("Expected")

    def minimumSizeHint(self) -> QSize:
        """A narrow page makes the head give way, not the window grow."""
        return QSize(420, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """The first step there is room for: words before chips, and always a way to the filters."""
        for step in STEPS:
            self._word_buttons(step)
            room = self._room(step)
            if room + self._slack(step) >= self._least(step) or step is STEPS[-1]:
                self._take(step, room)
                return

    def _take(self, step: Step, room: int) -> None:
        self._step = step
        self.filters.setVisible(not step.hidden)
        for part in (self._expected, self._hand_over):
            part.setHidden(step.folded)
        filters = 0 if step.hidden else self.filters.least_width(step.filters)
        least = self.undo.least_width(0)  # a filter with a long name takes from what the step left for words
        whole = self._density.sizeHint().width()
        short = max(filters + least - room, 0)
        self._density.setFixedWidth(max(whole - short, round(whole * SMALLEST_CHOICE)))
        wanted = room - (filters if step.filters != 0 or step.hidden else self.filters.minimumSizeHint().width())
        self.undo.setFixedWidth(max(min(theme.px(MOST_UNDO), wanted), least))
        self.row.activate()

    def _least(self, step: Step) -> int:
        """What filters and Undo need in a step, px."""
        filters = 0 if step.hidden else self.filters.least_width(step.filters)
        return filters + self.undo.least_width(step.undo)

    def _slack(self, step: Step) -> int:
        """What the choice of chairs gives up before the filters go into a menu, px: less air, words as large."""
        return round(self._density.sizeHint().width() * LESS_AIR) if step.folded else 0

    def _room(self, step: Step) -> int:
        """What a step leaves for filters and Undo, px."""
        deeds = () if step.folded else (self._expected, self._hand_over)
        beside = (self._density, self._order, *deeds)
        taken: int = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in beside)
        margins, parts = self.row.contentsMargins(), len(beside) + (1 if step.hidden else 2)
        return self.width() - taken - margins.left() - margins.right() - (parts - 1) * self.row.spacing()
