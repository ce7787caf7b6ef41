"""The window: it assembles the bar, the column of pages and the pages it is given, and decides nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.focus import keyboard_of, next_inside
from nursedesk.ui.frame.model import ClockFace, Hit, Look, Saved
from nursedesk.ui.frame.navigation import Destination, Navigation
from nursedesk.ui.frame.top_bar import TopBar

HELP = "help"
_PART_OF = {"close": "encounter", "people": "settings", "posting": "tickets"}
"""Pages that have no button, and the one that is marked while they are shown."""


@dataclass(frozen=True, slots=True)
class WindowActions:
    """What the frame's own buttons do."""

    lock: Callable[[], None]
    sign_out: Callable[[], None]
    choose_look: Callable[[Look], None]
    find: Callable[[str], Sequence[Hit]] | None = None
    """Answers the search; None: there is no search field."""
    go: Callable[[Hit], None] | None = None
    """Leads to what was found."""


class Ground(QWidget):
    """The canvas under every page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().canvas))


class MainWindow(QMainWindow):
    """`pages` by name; those named in `destinations` stand in the navigation, in that order."""

    page_shown = Signal(str)

    def __init__(
        self,
        pages: Mapping[str, QWidget],
        actions: WindowActions,
        destinations: Sequence[Destination] | None = None,
        site: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(f"NurseDesk · {site}" if site else "NurseDesk")
        self.setMinimumSize(QSize(960, 640))
        self._actions = actions
        listed = self._listed(pages) if destinations is None else tuple(destinations)
        self.bar = TopBar(site, actions.find)
        self.navigation = Navigation(
            [d for d in listed if d.name != HELP], next((d for d in listed if d.name == HELP), None)
        )
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._desk = Ground()
        for name, page in pages.items():
            self._pages[name] = page
            self._stack.addWidget(page)
        self._assemble()
        self._connect(listed)

    def _listed(self, pages: Mapping[str, QWidget]) -> tuple[Destination, ...]:
        known = (
            Destination("board", self.tr("Board"), "board", "Ctrl+1"),
            Destination("encounter", self.tr("Encounter"), "encounter", "Ctrl+2"),
            Destination("tickets", self.tr("Tickets"), "tickets", "Ctrl+3"),
            Destination("shift", self.tr("Shift"), "shift", "Ctrl+4"),
            Destination("drugs", self.tr("Drugs"), "drugs", "Ctrl+5"),
            Destination("codes", self.tr("Codes"), "info", "Ctrl+6"),
            Destination("audit", self.tr("Audit"), "audit", "Ctrl+7"),
            Destination("settings", self.tr("Settings"), "settings", "Ctrl+8"),
            Destination(HELP, self.tr("Help"), "help", "F1"),
        )
        return tuple(d for d in known if d.name in pages)

    def _assemble(self) -> None:
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self._stack, 1)
        column.addLayout(row, 1)
        self.setCentralWidget(self._desk)

    def _connect(self, listed: Sequence[Destination]) -> None:
        self.bar.lock_pressed.connect(self._actions.lock)
        self.bar.search_left.connect(self._focus_page)
        self.bar.sign_out_pressed.connect(self._actions.sign_out)
        self.bar.look_chosen.connect(lambda look: self._actions.choose_look(Look(look)))
        self.bar.help_pressed.connect(lambda: self.show_page(HELP))
        self.bar.keys_pressed.connect(self.show_keys)
        if self._actions.go is not None:
            self.bar.hit_chosen.connect(self._actions.go)
        self.navigation.chosen.connect(self.show_page)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", self.bar.focus_search),
            ("Ctrl+L", self._actions.lock),
            ("Ctrl+/", self.show_keys),
        ]
        for to in listed:
            if to.key:
                keys.append((to.key, partial(self.show_page, to.name)))
        self._shortcuts = [self._shortcut(key, act) for key, act in keys]

    def _shortcut(self, key: str, act: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(act)
        return shortcut

    def show_page(self, name: str) -> None:
        """Show a page by its name; the navigation marks it."""
        self._stack.setCurrentWidget(self._pages[name])
        self.navigation.show_chosen(_PART_OF.get(name, name))
        self._focus_page()
        self.page_shown.emit(name)

    def show_keys(self) -> None:
        """Every key on one sheet over the page; the keyboard goes back to the page afterwards."""
        from nursedesk.ui.frame.shortcuts import ShortcutSheet

        if self._desk.findChild(ShortcutSheet, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None:
            return
        sheet = ShortcutSheet(self._desk)

        def away() -> None:
            sheet.hide()
            sheet.setParent(None)
            sheet.deleteLater()
            self._focus_page()

        sheet.cancelled.connect(away)
        sheet.show()
        sheet.raise_()

    def _focus_page(self) -> None:
        """The keyboard goes to the page, never to the search: a nurse's `S` must reach the board."""
        inside = keyboard_of(self._pages[self.page()])
        if inside is None:
            self.navigation.focus_chosen()
        else:
            inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through everything of bar, column and page.

        Qt's own walk enters a page at what the keyboard is first on there, and never comes by what is before it.
        """
        return next_inside(self, forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_page()

    def page(self) -> str:
        """The name of the page that is shown."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is shown), "")

    def dialog_host(self) -> QWidget:
        """The widget a dialog lies over; it ends above at the bar, so that the clock stays in sight."""
        return self._desk

    def show_clock(self, shown: ClockFace) -> None:
        """Show the wall clock."""
        self.bar.show_clock(shown)

    def show_saved(self, state: Saved) -> None:
        """Say what became of the presses."""
        self.bar.show_saved(state)

    def show_backup(self, said: str) -> None:
        """What there is to say of the backups, for whoever looks at the word for the presses."""
        self.bar.show_backup(said)

    def show_site(self, site: str) -> None:
        """Name the suite in the bar and in the window's title."""
        self.bar.show_site(site)
        self.setWindowTitle(f"NurseDesk · {site}" if site else "NurseDesk")
