"""What is recorded of the visit, in tabs: events, orders, accesses, diagnoses, notes, notices shown.

Timeline, ticket, findings and charting are tabs here where the window has no other place for them.
"""

from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.accesses_tab import AccessesTab
from nursedesk.ui.encounter.diagnoses_tab import DiagnosesTab
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.events_list import EventsList
from nursedesk.ui.encounter.notes_tab import NotesTab
from nursedesk.ui.encounter.orders_tab import OrdersTab
from nursedesk.ui.encounter.pane import Pane
from nursedesk.ui.encounter.tabs import Tabs
from nursedesk.ui.encounter.time_editor import TimeEditor
from nursedesk.ui.kit import Hairline, Panel


class Tab(IntEnum):
    TIMELINE = 0
    EVENTS = 1
    TICKET = 2
    FINDINGS = 3
    CHARTING = 4
    ORDERS = 5
    ACCESSES = 6
    DIAGNOSES = 7
    NOTES = 8
    NOTICES = 9


GUESTS = (Tab.TIMELINE, Tab.TICKET, Tab.FINDINGS, Tab.CHARTING)
"""What may stand elsewhere on the page."""


class RecordPanel(Panel):
    """Emits `edit_asked(EventRow)`; other parts of the page are tabs here only where they must."""

    edit_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("recordPanel", parent=parent)
        self.events = EventsList()
        self.editor = TimeEditor()
        self.orders = OrdersTab()
        self.accesses = AccessesTab()
        self.diagnoses = DiagnosesTab()
        self.notes = NotesTab()
        self.notices = EventsList("noticesList")
        self.notices.setAccessibleName(self.tr("Notices that were shown, and what was done"))
        self.notices.say_nothing(self.tr("No notice has been shown yet."))
        self.tabs = Tabs("encounterTabs", self.tr("What is recorded"))
        self._rooms = {tab: _room(f"{tab.name.lower()}Tab") for tab in GUESTS}
        self._pages = QStackedWidget()
        for word, page in (
            (self.tr("Timeline"), self._rooms[Tab.TIMELINE]),
            (self.tr("Events"), self._events_page()),
            (self.tr("Ticket"), self._rooms[Tab.TICKET]),
            (self.tr("Findings"), self._rooms[Tab.FINDINGS]),
            (self.tr("Charting"), self._rooms[Tab.CHARTING]),
            (self.tr("Orders"), self.orders),
            (self.tr("Accesses"), self.accesses),
            (self.tr("Diagnoses"), self.diagnoses),
            (self.tr("Notes"), self.notes),
            (self.tr("Notices"), self.notices),
        ):
            self.tabs.addTab(word)
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 3)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(Hairline())
        column.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.tabs.setCurrentIndex(Tab.EVENTS)
        for tab in GUESTS:
            self.tabs.offer(tab, False)
        self.events.edit_asked.connect(self.edit_asked)
        self.notes.list.edit_asked.connect(self.edit_asked)
        self.editor.left.connect(self.events.setFocus)

    def _events_page(self) -> QWidget:
        self.editor.hide()
        # Beside the editor the row it is about is enough.
        self.events_pane = Pane("eventsPane", self.events, lambda: theme.px(44), foot=self.editor)
        return self.events_pane

    def hasHeightForWidth(self) -> bool:
        """No: words that wrap in here scroll in here, and never push the page."""
        return False

    def house(self, tab: Tab, part: QWidget) -> None:
        """A part of the page stands here from now on."""
        layout = self._rooms[tab].layout()
        if layout is not None:
            layout.addWidget(part)
        part.setMinimumHeight(0)
        part.setMaximumHeight(16777215)
        part.show()
        self.tabs.offer(tab, True)

    def release(self, tab: Tab, part: QWidget) -> None:
        """It stands elsewhere again."""
        layout = self._rooms[tab].layout()
        if layout is not None:
            layout.removeWidget(part)
        if self.tabs.currentIndex() == tab:
            self.tabs.setCurrentIndex(Tab.EVENTS)
        self.tabs.offer(tab, False)

    def houses(self, tab: Tab) -> bool:
        """Whether a part that may stand elsewhere is a tab here now."""
        return tab in self.tabs.offered()

    def count_findings(self, number: int) -> None:
        """The number behind the word."""
        word = self.tr("Findings {number}").format(number=number) if number else self.tr("Findings")
        if word != self.tabs.tabText(Tab.FINDINGS):
            self.tabs.setTabText(Tab.FINDINGS, word)
            self.tabs.fit()

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tab)

    def edit(self, row: object, now: datetime, zone: ZoneInfo, checked_in: datetime | None = None) -> None:
        """Open the editor for an event; `checked_in` is when the visit began."""
        if isinstance(row, EventRow):
            self.show_tab(Tab.EVENTS)
            self.events.select(row.event_id)
            self.editor.edit(row, now, zone, checked_in)
            self.events_pane.reveal(self.editor)
            QTimer.singleShot(0, self.events, lambda: self.events.scrollTo(self.events.currentIndex()))

    def let_change(self, allowed: bool) -> None:
        """A closed visit is read here; it is changed after it is reopened."""
        for page in (self.orders, self.accesses, self.diagnoses, self.notes):
            page.set_open(allowed)

    def escape(self) -> bool:
        """Put away the form a person is at; False when none is open. What is typed stays in it."""
        tab = self.tabs.currentIndex()
        if tab == Tab.EVENTS and self.editor.row() is not None:
            self.editor.leave()
            return True
        if tab == Tab.ORDERS:
            return self.orders.close_forms()
        return tab == Tab.ACCESSES and self.accesses.close_form()

    def turn_to(self, encounter: str) -> None:
        """Another visit: nothing typed for one patient may be seen, or saved, with another."""
        if self.editor.row() is not None:
            self.editor.leave()
        self.show_tab(Tab.EVENTS)
        self.orders.clear()
        self.accesses.close_form()
        self.diagnoses.clear()
        self.notes.turn_to(encounter)

    def open_time(self, line: str, labelled: bool = False) -> None:
        """Edit the latest time of a line, or the latest that carries a label."""
        self.show_tab(Tab.EVENTS)
        self.events.ask(self.events.row_of(line, labelled))

    def open_check_in(self) -> None:
        """Edit the time of the check-in."""
        self.show_tab(Tab.EVENTS)
        self.events.ask(next((row for row in self.events.rows() if row.opens), None))

    def open_dose(self, administration: str) -> None:
        """Chart the dose of a drug."""
        self.show_tab(Tab.ORDERS)
        self.orders.open(administration)

    def open_access(self) -> None:
        """Chart an access."""
        self.show_tab(Tab.ACCESSES)
        self.accesses.open_new()

    def open_response(self, line: str) -> None:
        """Write how the patient took a line."""
        self.show_tab(Tab.NOTES)
        self.notes.open_response(line)

    def open_vitals(self) -> None:
        """Note vital signs."""
        self.show_tab(Tab.NOTES)
        self.notes.open_vitals()

    def open_diagnosis(self) -> None:
        """Type a diagnosis."""
        self.show_tab(Tab.DIAGNOSES)
        self.diagnoses.take_focus()


def _room(name: str) -> QWidget:
    room = QWidget()
    room.setObjectName(name)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    return room
