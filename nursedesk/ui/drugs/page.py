"""The drugs page: the drug table with a forgiving search at the left, the chosen drug in full at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.drugs.detail import DrugDetail
from nursedesk.ui.drugs.drug_list import DrugList
from nursedesk.ui.drugs.model import DrugRow, shown
from nursedesk.ui.hang.arrange import Arrange
from nursedesk.ui.hang.form import Choice
from nursedesk.ui.kit import PageHead, Panel, QuietButton, ScrollArea, SearchField, Segmented, Text
from nursedesk.ui.kit.empty import Empty

LIST, SEARCH = 460, 220
ALL, FAVOURITES = "all", "favourites"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DrugsPage(QWidget):
    """The table is read-only; the favourites are not. `shown(name)` tells which drug stands at the right."""

    shown = Signal(str)
    favourites_changed = Signal(object)
    """The suite's favourites in their order: tuple of `Choice`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drugsPage")
        self._rows: tuple[DrugRow, ...] = ()
        self._liked: tuple[tuple[Choice, str], ...] = ()
        self._may_favour = False
        self._name = self._before = ""
        """What stands at the right; and what stood there before a search found nothing."""
        self._list = DrugList()
        self._list.chosen.connect(self._open)
        self._nothing = Empty("drugs", name="drugsNothing")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 24, 24)
        row.setSpacing(16)
        self._left = Panel("drugsPanel")
        inside = QVBoxLayout(self._left)
        inside.setContentsMargins(1, 6, 1, 2)
        self._over_list = QVBoxLayout()
        self._over_list.setContentsMargins(10, 4, 10, 2)
        inside.addLayout(self._over_list)
        inside.addWidget(self._list, 1)
        inside.addWidget(self._nothing, 1)
        self._arrange = Arrange()
        self._arrange.arranged.connect(self.favourites_changed)
        self._arrange.done.connect(lambda: self._show_arrange(False))
        self._arrange.hide()
        inside.addWidget(self._arrange, 1)
        row.addWidget(self._left)
        right = Panel("drugPanel")
        self._held = QVBoxLayout(right)
        self._held.setContentsMargins(1, 2, 2, 2)
        self._area = ScrollArea(QWidget())
        self._area.setObjectName("drugArea")
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(self.tr("The chosen drug"))
        self._held.addWidget(self._area)
        row.addWidget(right, 1)
        column.addLayout(row, 1)
        self.setFocusProxy(self._search)

    def _make_head(self) -> PageHead:
        head = PageHead("drugsHead")
        self._counts = Text("", 15, role="quiet")
        self._counts.setObjectName("drugsCount")
        options = [(ALL, self.tr("All")), (FAVOURITES, self.tr("Favourites"))]
        self._which = Segmented(options, name="drugsFilter", spoken=self.tr("Which drugs"))
        self._which.choose(ALL)
        self._which.chosen.connect(lambda _: self._show_arrange(False))
        self._order = QuietButton(self.tr("Arrange"), icon="edit", name="arrangeButton")
        self._order.clicked.connect(lambda: self._show_arrange(self._arrange.isHidden()))
        self._order.hide()
        self._search = SearchField(self.tr("Drug, brand or code"), name="drugsSearch")
        # Not grown with the text: the head must fit a small window.
        self._search.setMinimumWidth(SEARCH)
        self._search.setMaximumWidth(theme.px(360))
        self._search.box.set_hints(self.tr("Drug, brand or code"), self.tr("Search"))
        self._search.changed.connect(lambda _: self._refresh(best=True))
        self._search.edit.installEventFilter(self)
        self._head, self._title = head, Text(self.tr("Drugs"), 20, theme.STRONG)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        head.left.addWidget(self._title)
        head.left.addWidget(self._which)
        head.left.addWidget(self._order)
        head.left.addWidget(self._counts)
        head.left.addStretch(1)
        head.right.addWidget(self._search)
        head.row.setStretch(1, 1)
        return head

    def _fit_head(self) -> None:
        """The name and the choices are whole: first the count goes, then the search stands over the list."""
        parts = [part for part in (self._title, self._which, self._order) if not part.isHidden()]
        taken = sum(part.sizeHint().width() + 16 for part in parts) + 2 * max(theme.px(24), 24)
        beside = self.width() - taken >= SEARCH
        if beside != (self._head.right.indexOf(self._search) >= 0):
            if beside:
                self._head.right.addWidget(self._search)
            else:
                self._over_list.addWidget(self._search)
        count = self._counts.sizeHint().width() + 16
        search = self._search.maximumWidth() if beside else 0
        self._counts.setVisible(self.width() - taken - search >= count)

    def show_rows(self, rows: tuple[DrugRow, ...]) -> None:
        """Show this table; the search, the filter and the drug shown stay."""
        if rows != self._rows:
            self._rows = rows
            self._name, kept = "", self._name
            self._refresh(kept)

    def show_favourites(self, liked: Sequence[tuple[Choice, str]], may_change: bool) -> None:
        """The favourites in their order, with each drug as it is written; who hangs may change them."""
        changed = may_change != self._may_favour
        self._liked, self._may_favour = tuple(liked), may_change
        self._arrange.show_favourites(self._liked)
        if changed:
            self._name, kept = "", self._name
            self._refresh(kept)

    def _show_arrange(self, shown: bool) -> None:
        self._arrange.setVisible(shown and self._may_favour)
        self._refresh()

    def _favour(self, drug: str, keep: bool) -> None:
        choices = tuple(choice for choice, _ in self._liked)
        if keep:
            self.favourites_changed.emit((*choices, Choice(drug)))
        else:
            row = next(row for row in self._rows if row.drug.name == drug)
            names = {name.lower() for name in (row.drug.name, *row.drug.brands)}
            self.favourites_changed.emit(tuple(one for one in choices if one.drug.lower() not in names))

    def open_drug(self, name: str) -> bool:
        """Show a drug by its name, whatever is searched for; False when the table has none of that name."""
        if name not in {row.drug.name for row in self._rows}:
            return False
        if name not in {row.drug.name for row in self._list.rows()}:
            self._search.set_text("")
            self._which.choose(ALL)
        self._refresh(name)
        return True

    def name(self) -> str:
        """The drug at the right, or nothing."""
        return self._name

    def _refresh(self, wanted: str = "", best: bool = False) -> None:
        """List what is searched for; while somebody types, the best hit is the one that is shown."""
        found = shown(self._rows, self._search.text(), self._which.choice() == FAVOURITES)
        current = "" if best and self._search.text() else wanted or self._name or self._before
        self._list.show_rows(found, current)
        arranging = self._arrange.isVisibleTo(self)
        self._order.setVisible(self._may_favour and self._which.choice() == FAVOURITES)
        self._list.setVisible(bool(found) and not arranging)
        self._nothing.setVisible(not found and not arranging)
        self._say_nothing()
        if not found and not arranging:
            # A drug beside an empty list would look like what was found.
            self._name, self._before = "", self._name or self._before
            blank = QWidget()
            self._area.setWidget(blank)
            blank.setAutoFillBackground(False)
        said = self.tr("{count} of {all} drugs").format(count=len(found), all=len(self._rows))
        self._counts.set_runs(said if self._rows else "")
        self._fit_head()

    def _say_nothing(self) -> None:
        if self._which.choice() == FAVOURITES and not self._search.text():
            said = self.tr("Open a drug and keep it as a favourite: at the chair it is the first thing offered.")
            self._nothing.say(self.tr("No favourites yet"), said)
        else:
            said = self.tr("Try fewer letters, a brand or a code, or show all.")
            self._nothing.say(self.tr("Nothing found"), said)

    def _open(self, name: str) -> None:
        row = next((row for row in self._rows if row.drug.name == name), None)
        if row is None or name == self._name:
            return
        self._name = name
        detail = DrugDetail(row, may_favour=self._may_favour)
        detail.favourite_pressed.connect(self._favour)
        self._area.setWidget(detail)
        detail.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(0)
        self.shown.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list never takes more than its share of a small window."""
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(theme.px(LIST), self.width() * 0.42)))
        self._fit_head()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search walk through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None:
                self._list.step(by)
                return True
        return False
