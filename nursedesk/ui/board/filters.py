"""Which chairs are shown: all, mine, those that need a stop, run, are ready to close or free; each counted."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial
from math import ceil

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.card_model import CardModel
from nursedesk.ui.kit import Button, Kind, Menu, QuietButton, State

translate = QCoreApplication.translate


class Show(StrEnum):
    ALL = "all"
    NEEDS_STOP = "needs_stop"
    RUNNING = "running"
    READY = "ready"
    MINE = "mine"
    FREE = "free"


_UP = (State.RUNNING, State.PAUSED, State.NEEDS_STOP)


def show_word(show: Show) -> str:
    """A filter in one or two words."""
    return {
        Show.ALL: translate("Board", "All"),
        Show.NEEDS_STOP: translate("Board", "Needs stop"),
        Show.RUNNING: translate("Board", "Running"),
        Show.READY: translate("Board", "Ready to close"),
        Show.MINE: translate("Board", "Mine"),
        Show.FREE: translate("Board", "Free"),
    }[show]


def matches(show: Show, model: CardModel, mine: frozenset[str]) -> bool:
    """Whether a chair is one of those; running are also paused ones and those that need a stop."""
    match show:
        case Show.NEEDS_STOP:
            return model.state is State.NEEDS_STOP
        case Show.RUNNING:
            return model.state in _UP
        case Show.READY:
            return model.state is State.READY
        case Show.FREE:
            return model.state is State.FREE
        case Show.MINE:
            return model.chair in mine and model.encounter is not None
        case _:
            return True


def counted(models: Iterable[CardModel], mine: frozenset[str]) -> dict[Show, int]:
    """How many chairs each filter would show."""
    known = list(models)
    return {show: sum(matches(show, model, mine) for model in known) for show in Show}


PAD = 11
"""Beside the words of a filter, px at 100 %."""
RING = 4
"""Room for the ring of the one that has the keyboard, px."""


class FilterBar(QWidget):
    """Emits `chosen(str)`, a `Show`; a row of words with counts, or one button with a menu where it is narrow."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardFilters")
        self.setAccessibleName(self.tr("Which chairs to show"))
        self._show, self._counts = Show.ALL, dict.fromkeys(Show, 0)
        self._parts = {show: self._part(show) for show in Show}
        self._one = QuietButton("", name="filterButton", tail="chevron", parent=self)
        self._one.clicked.connect(self._offer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(max(theme.px(44), 44) + 2 * RING)

    def _part(self, show: Show) -> Button:
        part = Button("", Kind.PLAIN, name=f"filter_{show}", pad=PAD, parent=self)
        part.setCheckable(True)
        part.clicked.connect(lambda _=False, one=show: self.chosen.emit(one.value))
        return part

    def show_state(self, show: Show, counts: dict[Show, int]) -> None:
        """Mark what is shown and say how many each would show; nothing is painted when nothing differs."""
        if (show, counts) == (self._show, self._counts) and self._parts[show].text():
            return
        self._show, self._counts = show, counts
        for one, part in self._parts.items():
            part.set_text(self._words(one), self._spoken(one))
            part.setChecked(one is show)
            part.set_kind(Kind.TINT if one is show else Kind.PLAIN)
        self._place()

    def shown_part(self) -> Button:
        """The button of what is shown."""
        return self._one if self._parts[self._show].isHidden() else self._parts[self._show]

    def _words(self, show: Show) -> str:
        return f"{show_word(show)} {self._counts[show]}"

    def _spoken(self, show: Show) -> str:
        text = self.tr("Show {which}: {count}")
        return text.format(which=show_word(show).lower(), count=self._counts[show])

    def _offer(self) -> None:
        menu = Menu("filterMenu", self)
        self.add_to(menu)
        menu.open_under(self._one)

    def add_to(self, menu: Menu) -> None:
        """Every filter as an action, the chosen one marked: also where the head has no room for the row."""
        for show in Show:
            menu.add_choice(self._words(show), show is self._show, partial(self.chosen.emit, show.value))

    def sizeHint(self) -> QSize:
        return QSize(sum(part.sizeHint().width() for part in self._parts.values()) + 2 * RING, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._alone_width(self._show) + 2 * RING, self.height())

    def least_width(self, chips: int | None) -> int:
        """The width at which so many stand in the row beside the menu of the others, px; None: all of them.

        Counts of two figures are reckoned with: what has room does not depend on how many there are just now.
        """
        widths = [theme.advance(f"{show_word(show)} 88", 14, theme.MEDIUM) + 2 * theme.px(PAD) for show in Show]
        if chips is None:
            return round(sum(widths)) + 2 * RING
        menu = self._menu_width("+ 9") if chips else self._alone_width(Show.ALL)
        return round(sum(widths[:chips])) + menu + 2 * RING

    def _menu_width(self, words: str) -> int:
        """How wide the button of the menu is with other words, px."""
        now, wanted = (theme.advance(one, 14, theme.MEDIUM) for one in (self._one.text(), words))
        return self._one.sizeHint().width() + ceil(wanted - now)

    def _alone_width(self, show: Show) -> int:
        """How wide it is when it says which chairs are shown, with room for two figures, px."""
        return self._menu_width(f"{show_word(show)} 88")

    def _word_menu(self, beside: Sequence[Button]) -> None:
        """How many more there are; alone, the button says which chairs are shown."""
        if beside:
            self._one.set_text(f"+ {len(Show) - len(beside)}", self.tr("More chairs to show"))
        else:
            self._one.set_text(self._words(self._show), self._spoken(self._show))

    def _fitting(self, room: int) -> Sequence[Button]:
        """Those that have room beside the button of the menu, the chosen one always among them; else none."""
        chosen, found = self._parts[self._show], []
        left = room - self._menu_width("+ 9") - chosen.sizeHint().width()
        for part in self._parts.values():
            if part is chosen:
                found.append(part)
                continue
            left -= part.sizeHint().width()
            if left < 0:
                break
            found.append(part)
        if chosen not in found:
            found.append(chosen)
        return found if len(found) > 1 else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        # Also one that would show nobody: none moves into another's place under a finger.
        shown = list(self._parts.values())
        whole = sum(part.sizeHint().width() for part in shown) <= self.width() - 2 * RING
        beside = shown if whole else self._fitting(self.width() - 2 * RING)
        self._word_menu(beside)
        x, tall = RING, self.height() - 2 * RING
        for part in self._parts.values():
            part.setVisible(part in beside)
            if part in beside:
                wide = part.sizeHint().width()
                part.setGeometry(x, RING, wide, tall)
                x += wide
        self._one.set_kind(Kind.TINT if not beside and self._show is not Show.ALL else Kind.QUIET)
        self._one.setVisible(not whole)
        self._one.setGeometry(x, RING, min(self._one.sizeHint().width(), self.width() - x - RING), tall)
