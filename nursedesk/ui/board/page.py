"""The board: chairs that never move unless asked, a head with counts, and the one place for Undo."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.record.intervals import minute_of
from nursedesk.ui import theme
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_model import CardModel, advance
from nursedesk.ui.board.chair_card import ChairCard
from nursedesk.ui.board.chair_menu import chair_menu
from nursedesk.ui.board.filters import Show, counted, matches
from nursedesk.ui.board.grid import CardGrid
from nursedesk.ui.board.head import BoardHead, Order
from nursedesk.ui.board.last_press import LastPress, Offered
from nursedesk.ui.board.line_row import LineRow
from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.kit import ScrollArea, State, Text

MINE, ROOM = "mine", "room"
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class BoardPage(QWidget):
    """All chairs of the suite; every press goes straight to one of the `BoardActions`."""

    density_chosen = Signal(str)
    """`mine` or `room`; a station remembers it."""
    order_chosen = Signal(str)
    """`chair` or `urgency`."""

    def __init__(self, actions: BoardActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._models: dict[str, CardModel] = {}
        self._mine: frozenset[str] = frozenset()
        self._density, self._order = ROOM, Order.CHAIR
        self._filter, self._kept = Show.ALL, frozenset[str]()
        self._nurses: tuple[tuple[str, str], ...] = ()
        self._minute = -1
        self._curtain, self._pressed_at = False, ""
        self.setObjectName("boardPage")
        self.setAccessibleName(self.tr("Board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head = BoardHead(self)
        self.last = LastPress(self.head.undo, actions.undo, actions.say_stop_reason)
        self._empty = Text(size=17, role="quiet", parent=self, align=Qt.AlignmentFlag.AlignHCenter)
        self._empty.setObjectName("boardEmpty")
        self._grid = CardGrid()
        self._scroll = ScrollArea(self._grid, parent=self)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._empty)
        column.addWidget(self._scroll, 1)
        self._empty.setFixedHeight(theme.px(160))
        self._grid.set_area(self._scroll)
        self._grid.card_made.connect(self._wire)
        self._grid.keyboard_lost.connect(self.head.take_keyboard)
        self.head.undo.keyboard_lost.connect(self._after_undo)
        self.head.density_chosen.connect(self._choose_density)
        self.head.order_chosen.connect(self._choose_order)
        self.head.hand_over_pressed.connect(lambda: self._actions.hand_over())
        self.head.expected_pressed.connect(lambda: self._actions.expected())
        self.head.filters.chosen.connect(lambda which: self.set_filter(Show(which)))
        self.head.show_density(self._density)

    def show_cards(self, models: Sequence[CardModel]) -> None:
        """Show these chairs, in the order given; only cards that differ are repainted."""
        self._models = {model.chair: model for model in models}
        self._refresh()

    def show_card(self, model: CardModel) -> None:
        """Show one chair's new state, as after a press: nothing else is looked at."""
        if model.chair not in self._models:
            return
        self._models[model.chair] = model
        self._grid.update_card(model)
        self._count()

    def set_nurses(self, nurses: Iterable[tuple[str, str]]) -> None:
        """(sign-in name, signature) of those a visit can be given to."""
        self._nurses = tuple(nurses)

    def set_filter(self, which: Show) -> None:
        """Show only these chairs. One that changes stays where it is until a filter is pressed again."""
        self._filter = which
        self._kept = frozenset(m.chair for m in self._of_density() if matches(which, m, self._mine))
        self._refresh(resort=True)
        self.head.arrange()

    def _count(self) -> None:
        self.head.filters.show_state(self._filter, counted(self._of_density(), self._mine))

    def set_my_chairs(self, chairs: Iterable[str]) -> None:
        """Which chairs the signed-in nurse has; `my chairs` shows only these."""
        self._mine = frozenset(chairs)
        self._refresh()

    def set_density(self, density: str) -> None:
        """Show `mine` or `room` without announcing it."""
        if density in (MINE, ROOM) and density != self._density:
            self._density = density
            self.head.show_density(density)
            self._refresh()
            self._begin()

    def _begin(self) -> None:
        """Other cards are shown from their first, or from the one that has the keyboard."""
        self._scroll.verticalScrollBar().setValue(0)
        at = self.focused_card()
        if at is not None:
            self._scroll.ensureWidgetVisible(at)

    def set_order(self, order: str) -> None:
        """Order by `chair` or `urgency` without announcing it."""
        self._order = Order(order)
        self.head.show_order(self._order)
        self._refresh(resort=True)

    def set_curtain(self, drawn: bool) -> None:
        """Hide names while nobody is known to be looking; minutes and Stop stay usable."""
        self._curtain = drawn
        for card in self._grid.cards():
            card.set_curtain(drawn)

    def density(self) -> str:
        """`mine` or `room`."""
        return self._density

    def card(self, chair: str) -> ChairCard | None:
        """The card of a chair, when it is shown."""
        return self._grid.card(chair)

    def offer_undo(self, strong: str, rest: str, until: datetime, now: datetime) -> None:
        """Offer to undo the last press until an instant: `diphenhydrAMINE`, `25 mg pushed · chair 6 · 14:07`."""
        at = self.focused_card()
        self._pressed_at = at.model().chair if at else ""
        self.last.offer(Offered(strong, rest, until), now)

    def _after_undo(self) -> None:
        """The keyboard goes back to the chair it was on when the press was made, else where no key acts."""
        card = self.card(self._pressed_at)
        if card is None:
            self.head.take_keyboard()
        else:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_reasons(self, stopped: StoppedLine, now: datetime) -> None:
        """The last press was this stop: once its Undo is over its reason can be said, for a while."""
        self.last.offer_reasons(stopped, now)

    def withdraw_undo(self) -> None:
        """Nothing to undo, and nothing to ask about it."""
        self.last.withdraw()

    def tick(self, now: datetime) -> None:
        """A second has passed: the seconds left, and the cards when a minute has turned."""
        self.last.tick(now)
        minute = minute_of(now)
        if minute == self._minute:
            return
        self._minute = minute
        self._models = {chair: advance(model, now) for chair, model in self._models.items()}
        for model in self._shown():
            self._grid.update_card(model)
        self._count()

    def _of_density(self) -> list[CardModel]:
        models = list(self._models.values())
        if self._density == MINE:
            models = [model for model in models if model.chair in self._mine]
        return models

    def _shown(self) -> list[CardModel]:
        """Chairs of the density that match the filter, or did when it was pressed."""
        models = self._of_density()
        return [m for m in models if m.chair in self._kept or matches(self._filter, m, self._mine)]

    def _refresh(self, *, resort: bool = False) -> None:
        shown = self._shown()
        order = [model.chair for model in shown]
        if self._order is Order.URGENCY:
            by_urgency = sorted(shown, key=lambda model: model.urgency)
            kept = [chair for chair in self._grid.order() if chair in order]
            # Sorted when it is asked for, and not again under somebody's finger.
            order = kept if len(kept) == len(order) and not resort else [model.chair for model in by_urgency]
        self._grid.show_cards(
            {model.chair: model for model in shown},
            order,
            room=self._density == ROOM,
            of=len(self._of_density()),
        )
        for card in self._grid.cards():
            card.set_curtain(self._curtain)
        self._count()
        self._empty.set_runs("" if shown else self._nothing())
        self._empty.setVisible(not shown)

    def _nothing(self) -> str:
        if self._filter is not Show.ALL and self._of_density():
            return self.tr("No chair is like that now. “All” shows every chair.")
        if self._density == MINE and self._models:
            return self.tr("No chair is yours yet. Check a patient in, or take a chair over in Room.")
        return self.tr("No chairs are set up. An administrator adds them in Settings.")

    def _choose_density(self, density: str) -> None:
        self._density = density
        self.set_filter(self._filter)
        self._begin()
        self.density_chosen.emit(density)

    def _choose_order(self, order: str) -> None:
        self._order = Order(order)
        self._refresh(resort=True)
        self.order_chosen.emit(order)

    def _wire(self, card: ChairCard) -> None:
        """Each press of a card to its action, with the visit it shows at that moment."""
        act = self._actions
        card.check_in_pressed.connect(lambda chair: act.check_in(chair))
        card.open_pressed.connect(lambda: self._open(card))
        for signal, visit_action in (
            (card.hang_pressed, act.hang),
            (card.push_pressed, act.push),
            (card.close_pressed, act.close),
        ):
            signal.connect(lambda do=visit_action: do(card.model().encounter or ""))
        for line_signal, line_action in (
            (card.start_pressed, act.start),
            (card.stop_pressed, act.stop),
            (card.pause_pressed, act.pause),
            (card.resume_pressed, act.resume),
        ):
            line_signal.connect(lambda line, do=line_action: do(card.model().encounter or "", line))
        for notice_signal, notice_action in (
            (card.notice_dismissed, act.dismiss_notice),
            (card.notice_acted_on, act.act_on_notice),
        ):
            notice_signal.connect(
                lambda kind, line, do=notice_action: do(card.model().encounter or "", kind, line)
            )

        card.deed_pressed.connect(lambda line, deed: act.line_deed(card.model().encounter or "", line, deed))
        card.menu_asked.connect(lambda: self._open_menu(card))
        card.arrive_pressed.connect(lambda: act.arrive(card.model().source.day.entry, card.model().chair))
        card.put_back_pressed.connect(lambda: act.put_back(card.model().chair))

    def _open_menu(self, card: ChairCard) -> None:
        """Below the card's own button, for a finger, a mouse and the keyboard alike."""
        free = [chair for chair, model in self._models.items() if model.state is State.FREE]
        menu = chair_menu(self, card.model(), self._nurses, free, self._actions)
        menu.open_under(card.more)

    def _open(self, card: ChairCard) -> None:
        visit = card.model().encounter
        if visit:
            self._actions.open_encounter(visit)
        elif card.model().state is State.OUT:
            self._open_menu(card)
        else:
            self._actions.check_in(card.model().chair)

    def focused_card(self) -> ChairCard | None:
        """The card the keyboard is on or in."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and not isinstance(widget, ChairCard):
            widget = widget.parentWidget()
        return widget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._key(key):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key) -> bool:
        """Do what a key means on the board; False when it means nothing here."""
        if key == Qt.Key.Key_Z:
            self.last.undo()
            return True
        card = self.focused_card()
        if key in _ARROWS:
            self._grid.step(card, *_ARROWS[key])
            return True
        if card is None:
            return False
        presses: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_S: lambda: self._start_or_stop(card),
            Qt.Key.Key_H: lambda: card.hang_pressed.emit(),
            Qt.Key.Key_P: lambda: card.push_pressed.emit(),
            Qt.Key.Key_M: lambda: self._open_menu(card),
            Qt.Key.Key_Menu: lambda: self._open_menu(card),
            Qt.Key.Key_Return: lambda: self._open(card),
            Qt.Key.Key_Enter: lambda: self._open(card),
        }
        if key not in presses or (key in (Qt.Key.Key_H, Qt.Key.Key_P) and card.model().encounter is None):
            return False
        presses[key]()
        return True

    def _start_or_stop(self, card: ChairCard) -> None:
        """The row the keyboard is in; else the overdue one; else the first."""
        rows = card.rows()
        inside = [row for row in rows if self._holds_focus(row)]
        overdue = [row for row in rows if row.model().overdue]
        for row in (inside or overdue or rows)[:1]:
            row.press()

    def _holds_focus(self, row: LineRow) -> bool:
        widget = self.focusWidget()
        return widget is not None and row.isAncestorOf(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().canvas))
