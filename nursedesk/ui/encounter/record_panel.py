"""What is recorded of the visit, in tabs: events, orders, accesses, diagnoses, notes, notices shown."""

from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.accesses_tab import AccessesTab
from nursedesk.ui.encounter.diagnoses_tab import DiagnosesTab
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.events_list import EventsList
from nursedesk.ui.encounter.findings_list import FindingsList
from nursedesk.ui.encounter.notes_tab import NotesTab
from nursedesk.ui.encounter.orders_tab import OrdersTab
from nursedesk.ui.encounter.phase_bar import ChartingBlock
from nursedesk.ui.encounter.tabs import Tabs
from nursedesk.ui.encounter.time_editor import TimeEditor
from nursedesk.ui.kit import Hairline, Panel


class Tab(IntEnum):
    EVENTS = 0
    FINDINGS = 1
    CHARTING = 2
    ORDERS = 3
    ACCESSES = 4
    DIAGNOSES = 5
    NOTES = 6
    NOTICES = 7


class RecordPanel(Panel):
    """Emits `edit_asked(EventRow)`; findings and charting live here only where the page is narrow."""

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
        self._findings, self._charting = _room("findingsTab"), _room("chartingTab")
        self._pages = QStackedWidget()
        for word, page in (
            (self.tr("Events"), self._events_page()),
            (self.tr("Findings"), self._findings),
            (self.tr("Charting"), self._charting),
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
        self.events.edit_asked.connect(self.edit_asked)
        self.notes.list.edit_asked.connect(self.edit_asked)
        self.editor.left.connect(self.events.setFocus)

    def _events_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.events, 1)
        column.addWidget(self.editor)
        self.editor.hide()
        return page

    def hasHeightForWidth(self) -> bool:
        """No: words that wrap in here scroll in here, and never push the page."""
        return False

    def take_in(self, findings: FindingsList, charting: ChartingBlock) -> None:
        """Narrow: findings and charting are tabs beside the events."""
        for room, widget in ((self._findings, findings), (self._charting, charting)):
            layout = room.layout()
            if layout is not None:
                layout.addWidget(widget)
            widget.setMinimumHeight(0)
            widget.setMaximumHeight(16777215)
            widget.show()
        self._show_tabs(True)

    def give_up(self, findings: FindingsList, charting: ChartingBlock) -> None:
        """Wide: they stand in a panel of their own."""
        for room, widget in ((self._findings, findings), (self._charting, charting)):
            layout = room.layout()
            if layout is not None:
                layout.removeWidget(widget)
        if self.tabs.currentIndex() in (Tab.FINDINGS, Tab.CHARTING):
            self.tabs.setCurrentIndex(Tab.EVENTS)
        self._show_tabs(False)

    def _show_tabs(self, shown: bool) -> None:
        for tab in (Tab.FINDINGS, Tab.CHARTING):
            self.tabs.setTabVisible(tab, shown)
        self.tabs.fit(self.width())

    def count_findings(self, number: int) -> None:
        """The number behind the word."""
        word = self.tr("Findings {number}").format(number=number) if number else self.tr("Findings")
        if word != self.tabs.tabText(Tab.FINDINGS):
            self.tabs.setTabText(Tab.FINDINGS, word)
            self.tabs.fit(self.width())

    def show_tab(self, tab: Tab) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tab)

    def edit(self, row: object, now: datetime, zone: ZoneInfo, checked_in: datetime | None = None) -> None:
        """Open the editor for an event; `checked_in` is when the visit began."""
        if isinstance(row, EventRow):
            self.show_tab(Tab.EVENTS)
            self.events.select(row.event_id)
            self.editor.edit(row, now, zone, checked_in)
            self.events.scrollTo(self.events.currentIndex())

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tabs.fit(self.width() - theme.px(8))


def _room(name: str) -> QWidget:
    room = QWidget()
    room.setObjectName(name)
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 0, 0)
    return room
