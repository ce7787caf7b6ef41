"""The drugs page: the drug table with a forgiving search at the left, the chosen drug in full at the right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.drugs.detail import DrugDetail
from nursedesk.ui.drugs.drug_list import DrugList
from nursedesk.ui.drugs.model import DrugRow, shown
from nursedesk.ui.kit import PageHead, Panel, Paragraph, ScrollArea, SearchField, Segmented, Text

LIST, SEARCH = 460, 220
ALL, FAVOURITES = "all", "favourites"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DrugsPage(QWidget):
    """Read-only; `shown(name)` tells which drug stands at the right."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drugsPage")
        self._rows: tuple[DrugRow, ...] = ()
        self._name = ""
        self._list = DrugList()
        self._list.chosen.connect(self._open)
        self._nothing = Paragraph("", 15, role="quiet")
        self._nothing.setObjectName("drugsNothing")
        self._nothing.setContentsMargins(20, 24, 20, 0)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
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
        inside.addWidget(self._list, 1)
        inside.addWidget(self._nothing, 1)
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
        self._which.chosen.connect(lambda _: self._refresh())
        self._search = SearchField(self.tr("Drug, brand or code"), name="drugsSearch")
        # Not grown with the text: the head must fit a small window.
        self._search.setMinimumWidth(SEARCH)
        self._search.setMaximumWidth(theme.px(360))
        self._search.changed.connect(lambda _: self._refresh(best=True))
        self._search.edit.installEventFilter(self)
        head.left.addWidget(Text(self.tr("Drugs"), 20, theme.STRONG))
        head.left.addWidget(self._which)
        head.left.addWidget(self._counts, 1)
        head.right.addWidget(self._search)
        head.row.setStretch(1, 1)
        return head

    def show_rows(self, rows: tuple[DrugRow, ...]) -> None:
        """Show this table; the search, the filter and the drug shown stay."""
        if rows != self._rows:
            self._rows = rows
            self._name, kept = "", self._name
            self._refresh(kept)

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
        current = "" if best and self._search.text() else wanted or self._name
        self._list.show_rows(found, current)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._nothing.show_text(self.tr("Nothing found. Try fewer letters, a brand, a code, or show all."))
        said = self.tr("{count} of {all} drugs").format(count=len(found), all=len(self._rows))
        self._counts.set_runs(said if self._rows else "")

    def _open(self, name: str) -> None:
        row = next((row for row in self._rows if row.drug.name == name), None)
        if row is None or name == self._name:
            return
        self._name = name
        detail = DrugDetail(row)
        self._area.setWidget(detail)
        detail.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(0)
        self.shown.emit(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list never takes more than its share of a small window."""
        super().resizeEvent(event)
        self._left.setFixedWidth(round(min(theme.px(LIST), self.width() * 0.42)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search walk through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None:
                self._list.step(by)
                return True
        return False
