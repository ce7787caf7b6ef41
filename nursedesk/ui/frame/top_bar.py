"""The bar over every page: where we are, what time it is, whether it is saved, who is here, and the lock."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Clock, Rule, SavedIndicator
from nursedesk.ui.frame.marks import Drop
from nursedesk.ui.frame.model import ClockFace, Hit, Look, Saved
from nursedesk.ui.frame.navigation import width
from nursedesk.ui.frame.search import Search
from nursedesk.ui.kit.buttons import Button, IconButton, Kind, QuietButton
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.menu import Menu
from nursedesk.ui.kit.text import Run, Text

HEIGHT, LEAST = 64, 480


def bar_height() -> int:
    """How tall the bar is at the current text scale, px: a dialog ends below it."""
    return max(HEIGHT, theme.px(HEIGHT))


@dataclass(frozen=True, slots=True)
class Shed:
    """A part of the bar that folds away: how many px that saves, and what folds it."""

    what: str
    saves: int
    fold: Callable[[bool], object]


class NurseButton(Button):
    """Who is signed in; opens the menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.PLAIN, icon="user", name="nurseMenuButton", parent=parent)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + theme.px(14), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(-theme.px(10), 0)
        self._paint_content(painter, QColor(theme.current().ink))
        painter.resetTransform()
        size = theme.px(14)
        box = QRectF(self.width() - size - theme.px(8), (self.height() - size) / 2, size, size)
        paint_icon(painter, box, "chevron", QColor(theme.current().quiet), 2)


class TopBar(QFrame):
    """Shows what it is told; says what was pressed."""

    lock_pressed = Signal()
    sign_out_pressed = Signal()
    help_pressed = Signal()
    keys_pressed = Signal()
    downtime_pressed = Signal()
    """The sheet to write on while presses are not saved."""
    look_chosen = Signal(str)
    """A `Look`."""
    search_left = Signal()
    hit_chosen = Signal(object)
    """A `Hit` of the search."""

    def __init__(
        self, site: str, find: Callable[[str], Sequence[Hit]] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(bar_height())
        self._clock, self._saved = Clock(), SavedIndicator()
        self._site = Text(site, size=15, role="quiet")
        self._nurse = NurseButton()
        self._name = ""
        self._lock = QuietButton(
            self.tr("Lock"), icon="lock", name="lockButton", spoken=self.tr("Lock the screen")
        )
        self._lock.setToolTip("Ctrl+L")
        spoken = self.tr("Print what is up and lines to write on")
        self._downtime = IconButton("print", name="downtimeButton", spoken=spoken)
        self._downtime.setToolTip(self.tr("Downtime sheet"))
        self._downtime.clicked.connect(self.downtime_pressed)
        self._downtime.hide()
        self._lock.clicked.connect(self.lock_pressed)
        self._menu = self._make_menu()
        self._nurse.clicked.connect(self._open_menu)
        self._find = IconButton("search", name="findButton", spoken=self.tr("Find"))
        self._find.clicked.connect(self.focus_search)
        self._find.hide()
        self._searching = False
        self._search = Search(find) if find is not None else None
        if self._search is not None:
            self._search.hit_chosen.connect(self.hit_chosen)
            self._search.left.connect(self.search_left)
            self._search.edit.installEventFilter(self)
        self._lay_out()
        self._shed: frozenset[str] = frozenset()

    def _lay_out(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 24, 0)
        row.setSpacing(0)
        self._drop = Drop(32, width())
        row.addWidget(self._drop)
        self._brand = Text((Run("NurseDesk", 17, theme.STRONG),))
        self._brand.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._brand)
        self._place = QWidget()
        place = QHBoxLayout(self._place)
        place.setContentsMargins(12, 0, 0, 0)
        place.setSpacing(12)
        place.addWidget(Rule(20))
        self._site.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        place.addWidget(self._site)
        row.addWidget(self._place)
        row.addSpacing(24)
        row.addWidget(self._find)
        if self._search is not None:
            row.addWidget(self._search, 1000)
        row.addStretch(1)
        row.addSpacing(24)
        row.addWidget(self._clock)
        for part in (self._saved, self._nurse):
            row.addSpacing(20)
            row.addWidget(Rule())
            row.addSpacing(20 if part is self._saved else 12)
            row.addWidget(part)
            if part is self._saved:
                row.addSpacing(8)
                row.addWidget(self._downtime)
        row.addSpacing(8)
        row.addWidget(self._lock)

    def _make_menu(self) -> Menu:
        menu = Menu("nurseMenu", self, kept=True)
        menu.add_heading(self.tr("Appearance"))
        self._looks = QActionGroup(menu)
        for look, word in (
            (Look.LIGHT, self.tr("Light")),
            (Look.DARK, self.tr("Dark")),
            (Look.CONTRAST, self.tr("High contrast")),
            (Look.CONTRAST_DARK, self.tr("High contrast, dark")),
            (Look.SYSTEM, self.tr("As the computer")),
        ):
            action = QAction(word, self._looks)
            action.setCheckable(True)
            action.setObjectName(f"look_{look}")
            action.setData(look.value)
            menu.addAction(action)
        self._looks.triggered.connect(lambda a: self.look_chosen.emit(a.data()))
        menu.addSeparator()
        menu.add(self.tr("Keys"), self.keys_pressed.emit, "keysAction")
        menu.add(self.tr("Help"), self.help_pressed.emit, "helpAction")
        menu.add(self.tr("Sign out"), self.sign_out_pressed.emit, "signOutAction")
        return menu

    def _open_menu(self) -> None:
        self._menu.open_under(self._nurse)

    def minimumSizeHint(self) -> QSize:
        """The bar folds; a window never grows out of its screen for it."""
        return QSize(LEAST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _sheds(self) -> tuple[Shed, ...]:
        """What leaves where room is short, first to last; clock, zone and lock never do."""
        name = theme.advance(self._name, 14, theme.MEDIUM) + theme.px(10)
        lock = theme.advance(self.tr("Lock"), 14, theme.MEDIUM) + theme.px(10)
        field = self._search.minimumWidth() - self._find.width() if self._search is not None else 0
        search = () if self._searching or self._search is None else (Shed("search", field, self._fold_search),)
        drop = (Shed("drop", self._drop.width(), self._drop.setHidden),) if self._searching else ()
        return (
            Shed("site", self._place.sizeHint().width(), self._place.setHidden),
            *search,
            Shed("brand", self._brand.sizeHint().width(), self._brand.setHidden),
            Shed("lock", round(lock), lambda folded: self._lock.set_compact(folded, self.tr("Lock"))),
            Shed("day", self._clock.day_room(), self._clock.set_short),
            Shed("name", round(name), lambda folded: self._nurse.set_compact(folded, self._name)),
            Shed("saved", self._saved.word_room(), self._saved.set_short),
            Shed("not saved", self._saved.wrap_room(), self._saved.set_wrapped),
            *drop,
        )

    def _fold_search(self, folded: bool) -> None:
        if self._search is not None:
            self._search.setHidden(folded)
        self._find.setVisible(folded)

    def _fit(self) -> None:
        """Fold away what has no room, and unfold what has it again."""
        sheds = self._sheds()
        wanted = self._row.minimumSize().width() + sum(one.saves for one in sheds if one.what in self._shed)
        folded = set()
        for one in sheds:
            if wanted > self.width():
                folded.add(one.what)
                wanted -= one.saves
        if folded == self._shed:
            return
        was, self._shed = self._shed, frozenset(folded)
        for one in sheds:
            if (one.what in folded) != (one.what in was):
                one.fold(one.what in folded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Where the search is a button, its field stands only while the keyboard is in it."""
        if event.type() == QEvent.Type.FocusOut and self._searching:
            self._search_as_wide(searching=False)
        return super().eventFilter(watched, event)

    def _search_as_wide(self, *, searching: bool) -> None:
        """Fold by the other rule: what is folded now and not by that rule is unfolded first."""
        for one in self._sheds():
            if one.what in self._shed and one.what in ("search", "drop"):
                one.fold(False)
                self._shed -= {one.what}
        self._searching = searching
        self._row.invalidate()
        self._fit()
        self._row.activate()

    def show_clock(self, shown: ClockFace) -> None:
        """Show the wall clock."""
        self._clock.show_face(shown)

    def show_backup(self, said: str) -> None:
        """Say when the last backup was made, over the word for the presses."""
        self._saved.setToolTip(said)
        self._saved.setAccessibleDescription(said)

    def show_saved(self, state: Saved) -> None:
        """Say what became of the presses."""
        self._saved.show_state(state)
        self._downtime.setVisible(state in (Saved.NOT_SAVED, Saved.CHECKING))

    def show_site(self, site: str) -> None:
        """Name the suite."""
        self._site.set_runs(site)

    def show_nurse(self, name: str) -> None:
        """Name who is signed in; nobody: no menu and no lock."""
        self._name = name
        short = "name" in self._shed
        self._nurse.set_text("" if short else name, self.tr("Signed in: {name}. Menu").format(name=name))
        self._nurse.setVisible(bool(name))
        self._lock.setVisible(bool(name))

    def show_look(self, look: Look) -> None:
        """Mark the appearance in use."""
        for action in self._looks.actions():
            action.setChecked(action.data() == look.value)

    def focus_search(self) -> None:
        """Put the keyboard into the search."""
        if self._search is not None:
            self._search_as_wide(searching=True)
            self._search.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.fillRect(self.rect(), QColor(colours.surface))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
