"""Where the cards stand: columns by the width there is, no layout engine, nothing moved by a tick."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.card_model import CardModel
from nursedesk.ui.board.chair_card import ChairCard
from nursedesk.ui.board.metrics import PAGE_FOOT, PAGE_MARGIN, PAGE_TOP, Metrics, plan
from nursedesk.ui.kit import ScrollArea


class CardGrid(QWidget):
    """Cards by chair; made when first shown, kept while their density stays."""

    card_made = Signal(object)
    keyboard_lost = Signal()
    """The card the keyboard was on is not shown any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, ChairCard] = {}
        self._order: list[str] = []
        self._room, self._of = True, 0
        self._metrics: Metrics | None = None
        self._columns, self._tall = 1, 0
        self._area: ScrollArea | None = None

    def set_area(self, area: ScrollArea) -> None:
        """The scroll area whose size decides the columns; its bar lies in the page's margin."""
        self._area = area
        area.installEventFilter(self)

    def cards(self) -> list[ChairCard]:
        """The cards shown, in order."""
        return [self._cards[chair] for chair in self._order if chair in self._cards]

    def card(self, chair: str) -> ChairCard | None:
        """The card of a chair, when it is shown."""
        return self._cards.get(chair) if chair in self._order else None

    def order(self) -> list[str]:
        """Chairs as they stand."""
        return list(self._order)

    def show_cards(
        self, models: Mapping[str, CardModel], order: Sequence[str], *, room: bool, of: int | None = None
    ) -> None:
        """Show these cards in this order, as large as `of` cards would be: a filter makes no card grow."""
        wanted = (list(order), room, of or len(order))
        changed = wanted != (self._order, self._room, self._of)
        self._order, self._room, self._of = wanted
        if changed or self._metrics is None:
            self._arrange(models)
        for chair in order:
            self.update_card(models[chair])

    def update_card(self, model: CardModel) -> bool:
        """Show a card's new state; False when nothing differs."""
        card = self._cards.get(model.chair)
        return card.show_card(model) if card else False

    def _size(self) -> QSize:
        return self._area.size() if self._area else self.size()

    def _arrange(self, models: Mapping[str, CardModel]) -> None:
        """Choose columns and density, make what is missing, put everything in its place; the keyboard stays."""
        at = self._keyboard_at()
        size = self._size()
        inside = size.width() - 2 * PAGE_MARGIN
        dots = self.screen().physicalDotsPerInch() if self.screen() else 96.0
        high = size.height() - PAGE_TOP - PAGE_FOOT
        chosen = plan(max(self._of, len(self._order)), inside, high, self._room, theme.scale(), dots)
        if chosen.metrics != self._metrics:
            self._metrics = chosen.metrics
            for card in self._cards.values():
                card.hide()
                card.deleteLater()
            self._cards = {}
        for chair in self._order:
            if chair not in self._cards and chair in models:
                self._cards[chair] = ChairCard(models[chair], chosen.metrics, self)
                self.card_made.emit(self._cards[chair])
        self._columns = chosen.columns
        self._tall = self._place(chosen.card_width, chosen.card_height, chosen.metrics.gap)
        self.setMinimumHeight(self._tall)
        if at in self._order:
            self._cards[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif at:
            # Never another patient's card: the next S would stop a line of somebody who was not looked at.
            self.keyboard_lost.emit()

    def _keyboard_at(self) -> str:
        """The chair whose card has the keyboard, or an empty string."""
        at = self.window().focusWidget()
        return next((chair for chair, card in self._cards.items() if at is card or card.isAncestorOf(at)), "")

    def _place(self, width: int, height: int, gap: int) -> int:
        for chair, card in self._cards.items():
            if chair not in self._order:
                card.hide()
                continue
            row, column = divmod(self._order.index(chair), self._columns)
            card.setGeometry(PAGE_MARGIN + column * (width + gap), PAGE_TOP + row * (height + gap), width, height)
            card.show()
        rows = -(-len(self._order) // self._columns)
        for earlier, later in zip(self.cards(), self.cards()[1:], strict=False):
            QWidget.setTabOrder(earlier, later)
        return PAGE_TOP + rows * (height + gap) - gap + PAGE_FOOT if rows else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._order:
            self._arrange({chair: card.model() for chair, card in self._cards.items()})
        return False

    def step(self, card: ChairCard | None, right: int, down: int) -> None:
        """Move the keyboard to a neighbouring card."""
        cards = self.cards()
        if not cards:
            return
        at = cards.index(card) if card in cards else -1
        wanted = at + right + down * self._columns if at >= 0 else 0
        if 0 <= wanted < len(cards):
            cards[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal(cards[wanted])

    def _reveal(self, card: ChairCard) -> None:
        if self._area:
            self._area.ensureWidgetVisible(card, 0, PAGE_MARGIN)
