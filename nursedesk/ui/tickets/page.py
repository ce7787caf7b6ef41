"""The tickets worklist: what wants a signature, what wants a look into the tray, and everything signed."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import (
    Foot,
    PageHead,
    Panel,
    PrimaryButton,
    QuietButton,
    SearchField,
    Segmented,
    Text,
)
from nursedesk.ui.kit.empty import Empty
from nursedesk.ui.tickets.model import Show, TicketRow, TicketState, shown, to_finish
from nursedesk.ui.tickets.table import (
    DAY,
    FINDINGS,
    LINES,
    NUMBER,
    PATIENT,
    ROW,
    STATE,
    TicketDelegate,
    TicketTable,
)

_PRINTABLE = (TicketState.SIGNED, TicketState.SENT, TicketState.PRINTED, TicketState.SAVED)
_WIDTHS = {NUMBER: 176, DAY: 136, PATIENT: 280, FINDINGS: 92, STATE: 226}
_LEAST_LINES, _SEARCH, _GAP = 190, 220, 16
"""Room for the charges, and for the search beside the page's name, before it stands over the list; px at 100 %,
the search's not grown with the text."""


def header_style() -> str:
    """The style of a table's head, in the theme's colours."""
    colours = theme.current()
    return (
        f"QHeaderView {{ background: transparent; border: 0; }}"
        f"QHeaderView::section {{ background: transparent; color: {colours.quiet}; border: 0; "
        f"border-bottom: 1px solid {colours.line}; padding: 0 {theme.px(14)}px; "
        f"font-size: {theme.px(13)}px; font-weight: 600; }}"
        f"QHeaderView::section:first {{ padding-left: 24px; }}"
    )


class TicketView(QTableView):
    """Enter opens. Where it is narrow charges and findings leave first, then number and day go under the name."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Share the width out: the patient's column is as wide as its words where there is room for that."""
        others = sum(_WIDTHS.values()) - _WIDTHS[PATIENT]
        least, room = theme.px(_WIDTHS[PATIENT]), self.viewport().width()
        delegate = self.itemDelegate()
        narrow = room < theme.px(others + _LEAST_LINES) + least
        folded = room < theme.px(others - _WIDTHS[FINDINGS]) + least
        if isinstance(delegate, TicketDelegate):
            delegate.folded = folded
        for column, gone in ((LINES, narrow), (FINDINGS, narrow), (NUMBER, folded), (DAY, folded)):
            self.setColumnHidden(column, gone)
        head = self.horizontalHeader()
        # Two columns that need no name leave the room to a row more.
        head.setVisible(not folded)
        stretch, fixed = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.Fixed
        head.setSectionResizeMode(PATIENT, stretch if narrow else fixed)
        if not narrow and isinstance(delegate, TicketDelegate):
            spare = room - theme.px(others + _LEAST_LINES)
            head.resizeSection(PATIENT, max(least, min(delegate.patient_width(self.model()), spare)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.horizontalHeader().setStyleSheet(header_style())
        super().changeEvent(event)


class TicketsPage(QWidget):
    """Emits the encounter a person wants opened, printed, saved or confirmed."""

    opened = Signal(str)
    print_pressed = Signal(str)
    pdf_pressed = Signal(str)
    came_out_pressed = Signal(str)
    file_pressed = Signal(str)
    """The ticket is wanted as a file other than a PDF."""
    messages_pressed = Signal()
    """The queue of messages to other systems is wanted."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketsPage")
        self._rows: tuple[TicketRow, ...] = ()
        self._show = Show.ALL
        self._model = TicketTable(self)
        self._view = TicketView()
        self._make_view(zone)
        self._head = self._make_head()
        panel = Panel("ticketsPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 6, 1, 1)
        inside.setSpacing(0)
        self._over_list = QVBoxLayout()
        self._over_list.setContentsMargins(16, 4, 16, 2)
        inside.addLayout(self._over_list)
        self._nothing = Empty("tickets", name="ticketsNothing")
        inside.addWidget(self._view, 1)
        inside.addWidget(self._nothing, 1)
        inside.addWidget(self._make_foot())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        held = QVBoxLayout()
        held.setContentsMargins(24, 4, 24, 24)
        held.addWidget(panel)
        column.addLayout(held, 1)
        self.setFocusProxy(self._view)
        self.show_rows(())

    def _make_view(self, zone: ZoneInfo) -> None:
        view = self._view
        view.setObjectName("ticketsTable")
        view.setAccessibleName(self.tr("Tickets"))
        view.setModel(self._model)
        view.setItemDelegate(TicketDelegate(view, zone))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabKeyNavigation(False)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.viewport().setAutoFillBackground(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        head = view.horizontalHeader()
        head.setStyleSheet(header_style())
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setFixedHeight(theme.px(44))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for column, width in _WIDTHS.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, theme.px(width))
        head.setSectionResizeMode(LINES, QHeaderView.ResizeMode.Stretch)
        view.doubleClicked.connect(lambda _: self._tell(self.opened))
        view.opened.connect(lambda: self._tell(self.opened))
        view.selectionModel().selectionChanged.connect(lambda *_: self._offer())

    def _make_head(self) -> PageHead:
        head = PageHead("ticketsHead")
        self._counts = Text("", 15, role="quiet")
        options = [
            (Show.ALL.value, self.tr("All")),
            (Show.TO_FINISH.value, self.tr("To finish")),
            (Show.DONE.value, self.tr("Done")),
        ]
        self._filter = Segmented(options, name="ticketsFilter", spoken=self.tr("Which tickets"))
        self._filter.choose(Show.ALL)
        self._filter.chosen.connect(self._choose)
        self._search = SearchField(self.tr("Number, patient or code"), name="ticketsSearch")
        self._search.box.set_hints(self.tr("Number, patient or code"), self.tr("Search"))
        self._search.changed.connect(lambda _: self._refresh())
        self._title = Text(self.tr("Tickets"), 20, theme.STRONG)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        self._counts.setObjectName("ticketsCount")
        head.left.addWidget(self._title)
        head.left.addWidget(self._filter)
        head.left.addWidget(self._counts)
        head.left.addStretch(1)
        head.right.addWidget(self._search)
        self._messages = QuietButton(self.tr("Messages"), icon="forward", name="ticketMessagesButton")
        self._messages.clicked.connect(lambda: self.messages_pressed.emit())
        head.right.addWidget(self._messages)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()
        self._fit_foot()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _fit_head(self) -> None:
        """Name and choices of the page are whole: first the count goes, then the search stands over the list."""
        room = self.width() - 2 * max(theme.px(24), 24)
        words = self.tr("Messages")
        self._messages.set_compact(False, words)
        parts = (self._title, self._filter, self._messages)
        taken = sum(part.sizeHint().width() + _GAP for part in parts)
        if taken > room:
            taken -= self._messages.sizeHint().width()
            self._messages.set_compact(True, words)
            taken += self._messages.sizeHint().width()
        beside = room - taken >= _SEARCH
        if beside != (self._head.right.indexOf(self._search) >= 0):
            if beside:
                self._head.right.insertWidget(0, self._search)
            else:
                self._over_list.addWidget(self._search)
        count = self._counts.sizeHint().width() + _GAP
        self._counts.setVisible(room - taken - (theme.px(260) if beside else 0) >= count)
        left = room - taken - (0 if self._counts.isHidden() else count)
        self._search.setMinimumWidth(min(max(left - _GAP, _SEARCH), theme.px(360)) if beside else 0)

    def _fit_foot(self) -> None:
        """What can be pressed is whole: first the name of the marked row goes, which is marked, then words go."""
        room = self.width() - 2 * 24 - 2 - 2 * 24
        for button, words in self._short:
            button.set_compact(False, words)
        shown = [one for one in (self._came, *(one for one, _ in self._short), self._open) if not one.isHidden()]
        about = self._about.sizeHint().width()

        def needed() -> int:
            return sum(one.sizeHint().width() + self._foot.row.spacing() for one in shown)

        self._about.setVisible(needed() + about <= room)
        if needed() > room:
            self._file.set_text(self.tr("Save…"), self._file.accessibleName())
        for button, words in self._short:
            if needed() > room:
                button.set_compact(True, words)

    def _make_foot(self) -> Foot:
        self._foot = foot = Foot()
        self._about = Text("", 14, role="quiet")
        self._about.setObjectName("ticketAbout")
        self._came = QuietButton(self.tr("It came out"), icon="close", name="ticketCameOutButton")
        self._pdf = QuietButton(self.tr("PDF"), icon="pdf", name="ticketPdfButton", spoken=self.tr("Save as PDF"))
        self._file = QuietButton(self.tr("Save as…"), icon="folder", name="ticketFileButton")
        self._print = QuietButton(self.tr("Print again"), icon="print", name="ticketPrintButton")
        self._open = PrimaryButton(self.tr("Open"), name="ticketOpenButton")
        for button, signal in (
            (self._came, self.came_out_pressed),
            (self._pdf, self.pdf_pressed),
            (self._file, self.file_pressed),
            (self._print, self.print_pressed),
            (self._open, self.opened),
        ):
            button.clicked.connect(lambda _=False, told=signal: self._tell(told))
        # In the order in which they lose their words where the room is short.
        self._short = tuple((one, one.text()) for one in (self._file, self._pdf, self._print))
        foot.row.addWidget(self._about)
        foot.row.addStretch(1)
        for button in (self._came, self._pdf, self._file, self._print, self._open):
            foot.row.addWidget(button)
        return foot

    def show_rows(self, rows: tuple[TicketRow, ...]) -> None:
        """Show the suite's tickets; the filter, the search and the marked row stay."""
        self._rows = rows
        self._refresh()

    def show_only(self, show: Show, text: str = "") -> None:
        """Filter from outside (the search of the top bar)."""
        self._filter.choose(show)
        self._show = show
        self._search.set_text(text)
        self._refresh()

    def _choose(self, key: str) -> None:
        self._show = Show(key)
        self._refresh()

    def _refresh(self) -> None:
        kept = self._current()
        found = shown(self._rows, self._show, self._search.text())
        self._model.show_rows(found)
        waiting = to_finish(self._rows)
        counts = self.tr("{count} tickets · {waiting} to finish").format(count=len(self._rows), waiting=waiting)
        self._counts.set_runs(counts if self._rows else "")
        self._view.fit()
        self._fit_head()
        self._view.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._say_nothing()
        place = next((n for n, row in enumerate(found) if kept and row.encounter == kept.encounter), 0)
        if found:
            self._view.selectRow(place)
        self._offer()

    def _say_nothing(self) -> None:
        if self._rows:
            self._nothing.say(self.tr("No ticket fits"), self.tr("Clear the search, or show all."))
            return
        said = self.tr(
            "When a visit is closed on the board, its charge ticket comes here: to sign, to print, to save as a "
            "PDF or to send on."
        )
        self._nothing.say(self.tr("No tickets yet"), said)

    def _current(self) -> TicketRow | None:
        return self._model.row(self._view.currentIndex().row())

    def _offer(self) -> None:
        row = self._current()
        printable = row is not None and row.state in _PRINTABLE
        self._open.setEnabled(row is not None)
        self._open.set_text(self.tr("Sign") if row is not None and not printable else self.tr("Open"))
        for button in (self._pdf, self._file, self._print):
            button.setEnabled(printable)
        self._came.setVisible(row is not None and row.state is TicketState.SENT)
        self._about.set_runs(f"{row.number} · {row.patient}" if row is not None else "")
        self._fit_foot()

    def _tell(self, signal: object) -> None:
        row = self._current()
        if row is not None:
            signal.emit(row.encounter)  # type: ignore[attr-defined] # one of this page's bound signals
