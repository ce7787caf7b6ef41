"""The page of one visit. It assembles; what is shown is worked out in the models beside it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from nursedesk.outputs.pictures.timeline_build import Naming, timeline
from nursedesk.record.encounter import Encounter, LineState, Status
from nursedesk.record.events import Event
from nursedesk.record.intervals import minute_of
from nursedesk.ui import words
from nursedesk.ui.board.last_press import LastPress, Offered
from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.encounter.actions import EncounterActions, EncounterContext
from nursedesk.ui.encounter.arrangement import Arrangement, Parts
from nursedesk.ui.encounter.banner import Banner
from nursedesk.ui.encounter.banner_model import banner
from nursedesk.ui.encounter.charting_model import charting
from nursedesk.ui.encounter.charting_view import ChartingView
from nursedesk.ui.encounter.event_rows import event_rows, notes_of
from nursedesk.ui.encounter.finding_rows import finding_rows, summary
from nursedesk.ui.encounter.findings_list import FindingsList
from nursedesk.ui.encounter.findings_panel import FindingsPanel
from nursedesk.ui.encounter.helping import Helping
from nursedesk.ui.encounter.line_names import given_lines
from nursedesk.ui.encounter.notice_log import notice_log
from nursedesk.ui.encounter.notices import notice_rows
from nursedesk.ui.encounter.orders_tab import order_rows
from nursedesk.ui.encounter.phase_bar import ChartingBlock
from nursedesk.ui.encounter.phases import phases
from nursedesk.ui.encounter.record_panel import RecordPanel, Tab
from nursedesk.ui.encounter.reopen_bar import ReopenBar
from nursedesk.ui.encounter.ticket_rows import ticket_rows, ticket_status
from nursedesk.ui.encounter.ticket_view import TicketPanel
from nursedesk.ui.encounter.timeline_panel import TimelinePanel
from nursedesk.ui.encounter.timeline_words import timeline_words
from nursedesk.watch.look import Look
from nursedesk.watch.policy import Policy


class EncounterPage(QWidget):
    """One visit: banner, timeline, events, live ticket, findings, charting."""

    time_corrected = Signal(str, object, str)
    """Event id, aware UTC instant, reason; the action has been called by then."""

    def __init__(self, actions: EncounterActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._encounter: Encounter | None = None
        self._look: Look | None = None
        self._now: datetime | None = None
        self._events: tuple[Event, ...] = ()
        self._context: EncounterContext | None = None
        self.setObjectName("encounterPage")
        self.setAccessibleName(self.tr("Encounter"))
        self.banner = Banner(actions)
        self.timeline = TimelinePanel()
        self.record = RecordPanel()
        self.ticket = TicketPanel(lambda *said: actions.set_modifiers(*said))
        self.findings = FindingsList()
        self.charting = ChartingView()
        self.checklist = ChartingBlock(self.charting)
        self.side = FindingsPanel(self.findings, self.checklist)
        self.reopening = ReopenBar()
        self.last = LastPress(self.timeline.undo, actions.undo, actions.say_stop_reason)
        self.helping = Helping(actions, self.record, self.ticket.list)
        self._arrangement = Arrangement(
            self,
            Parts(
                self.banner, self.reopening, self.timeline, self.record,
                self.ticket, self.side, self.findings, self.checklist,
            ),
        )  # fmt: skip
        self._wire()
        # By a press, or when it is turned to; Tab goes by what is on it.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._arrangement.fit()

    def _wire(self) -> None:
        actions, record = self._actions, self.record
        record.editor.time_corrected.connect(self._correct)
        record.editor.voided.connect(lambda event, reason: actions.void(event, reason))
        record.edit_asked.connect(self._edit)
        record.orders.dose_charted.connect(lambda *said: actions.chart_dose(*said))
        record.orders.order_charted.connect(lambda *said: actions.chart_order(*said))
        record.accesses.access_placed.connect(lambda access: actions.place_access(access))
        record.diagnoses.diagnoses_set.connect(lambda codes: actions.set_diagnoses(codes))
        record.diagnoses.services_set.connect(lambda services: actions.set_services(services))
        record.notes.noted.connect(lambda *said: actions.note(*said))
        record.notes.vitals_noted.connect(self._observe(actions.note_vitals))
        record.notes.reaction_noted.connect(self._observe(actions.note_reaction))
        self.findings.fix_pressed.connect(self.helping.fix_row)
        self.charting.missing_pressed.connect(self.helping.missing)
        self.checklist.phases.pressed.connect(self.helping.phase)
        self.ticket.list.held_pressed.connect(self.helping.held)
        self.ticket.what_if.asked.connect(lambda _: self._ask_what_if())
        self.ticket.what_if_left.connect(self._ask_what_if)
        self.timeline.edit_pressed.connect(self.timeline.view.edit_chosen)
        self.timeline.view.line_pressed.connect(self._show_line)
        self.timeline.view.edit_pressed.connect(self._edit_on_timeline)
        record.events.row_chosen.connect(lambda row: self.timeline.view.choose(row.line or ""))
        self.banner.keyboard_left.connect(self.record.tabs.setFocus)
        self.banner.reopen_button().clicked.connect(self._open_reopening)
        self.reopening.reopened.connect(lambda reason: actions.reopen(reason))
        for key, press in (
            ("S", self.banner.press_main),
            ("H", lambda: self._open_only(actions.hang)),
            ("P", lambda: self._open_only(actions.push)),
            ("M", self.banner.open_menu),
            ("Z", self.last.undo),
            ("Escape", self._escape),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(press)

    def _open_reopening(self) -> None:
        self.reopening.open()
        self._arrangement.fit()

    def _observe(self, note: Callable[[Any], bool]) -> Callable[[object], None]:
        """Note what was seen; refused, everything typed stays."""

        def noted(seen: object) -> None:
            if note(seen) is not False:
                self.record.notes.observed()

        return noted

    def _open_only(self, press: object) -> None:
        if callable(press) and self._encounter and self._encounter.status is Status.OPEN:
            press()

    def _escape(self) -> None:
        """What is open is put away first, with what is typed in it; then back to the board."""
        if self.reopening.isVisible():
            self.reopening.hide()
        elif not self.ticket.modifiers.escape() and not self.record.escape():
            self._actions.back()

    def encounter_id(self) -> str:
        """The visit shown, or an empty string."""
        return self._encounter.id if self._encounter else ""

    def show_encounter(
        self,
        encounter: Encounter,
        events: Sequence[Event],
        look: Look | None,
        now: datetime,
        context: EncounterContext,
    ) -> None:
        """Show a visit as the record and the coder have it; the same visit keeps its place, zoom and drafts."""
        if encounter.id != self.encounter_id():
            self.record.turn_to(encounter.id)
            self.reopening.hide()
            self.timeline.view.fit()
        self._encounter, self._look, self._now, self._context = encounter, look, now, context
        self._events = tuple(events)
        self.helping.turn_to(encounter)
        self.banner.show_model(banner(encounter, look, context), notice_rows(encounter, look, context))
        if encounter.status is Status.OPEN:
            self.reopening.hide()
        self._show_record(encounter, events, context)
        self._show_ticket(encounter, look, context)
        self._show_findings(encounter, look, context)
        self._show_timeline()
        self._arrangement.fit()

    def offer_undo(self, press: Offered, stopped: StoppedLine | None, now: datetime) -> None:
        """Offer to take the last press of this visit back; after a stop its reason is asked."""
        self.last.offer(press, now)
        if stopped is not None:
            self.last.offer_reasons(stopped, now)
        # What is over by now is put away at once, not with the next second: nothing moves after the page is shown.
        self.last.tick(now)
        self._show_undo()

    def withdraw_undo(self) -> None:
        """The last press was another visit's, or none."""
        self.last.withdraw()
        self._show_undo()

    def _show_undo(self) -> None:
        self.timeline.show_undo(self.last.busy())
        self.banner.show_undo(self.last.busy())

    def tick(self, now: datetime) -> None:
        """A second has passed; in a new minute what depends on now is drawn again."""
        self.last.tick(now)
        self._show_undo()
        if self._now is not None and minute_of(now) == minute_of(self._now):
            return
        self._now = now
        self.record.editor.tick(now)
        self._show_timeline()
        self._arrangement.fit()

    def _show_record(self, encounter: Encounter, events: Sequence[Event], context: EncounterContext) -> None:
        rows = event_rows(encounter, events, context)
        self.record.events.show_rows(rows)
        self.record.orders.show_rows(order_rows(encounter, context), context.doubt)
        self.record.accesses.show_encounter(encounter, context)
        self.record.diagnoses.show_codes(encounter.diagnoses, encounter.evaluation_and_management)
        self.record.let_change(encounter.status is Status.OPEN)
        self.record.notes.show_notes(notes_of(rows, events), given_lines(encounter, context))
        self.record.notices.show_rows(notice_log(encounter, events, context))

    def _show_ticket(self, encounter: Encounter, look: Look | None, context: EncounterContext) -> None:
        live = encounter.status is Status.OPEN
        runs = any(one.state is LineState.RUNNING for one in encounter.administrations)
        self.ticket.let_ask(live and runs and context.boundaries is Policy.SHOWN)
        status, ticket = ticket_status(encounter), look.ticket if look else None
        if live and not self.ticket.what_if.isHidden() and self._now is not None:
            when = self._now + timedelta(minutes=self.ticket.what_if.minutes())
            self.ticket.what_if.show_time(words.clock_time(when, context.zone))
            status, ticket = self.tr("WHAT IF"), self._actions.what_if(when) or ticket
        rows = ticket_rows(ticket, encounter, context) if ticket else ()
        self.ticket.show_ticket(rows, context.rules, status, live=live)
        self.ticket.show_modifiers(encounter, context)

    def _ask_what_if(self) -> None:
        if self._encounter is not None and self._context is not None:
            self._show_ticket(self._encounter, self._look, self._context)

    def _show_findings(self, encounter: Encounter, look: Look | None, context: EncounterContext) -> None:
        rows = finding_rows(encounter, look, context)
        self.findings.show_rows(rows)
        self.side.show_summary(summary(rows))
        self.record.count_findings(len(rows))
        rows_of_drugs = charting(encounter, look, context)
        self.checklist.show_rows(rows_of_drugs)
        self.checklist.phases.show_phases(phases(encounter, self._events, rows_of_drugs))
        chain = [self.ticket.list, *self.findings.buttons(), self.charting, *self.checklist.phases.buttons()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_timeline(self) -> None:
        encounter, context = self._encounter, self._context
        if encounter is None or context is None:
            return
        now = self._now if encounter.status is Status.OPEN else None
        naming = Naming(context.names, words.dose, timeline_words())
        model = timeline(encounter, self._look, now, context.zone, naming, context.boundaries)
        self.timeline.show_model(model)

    # --- presses ---------------------------------------------------------------------------------

    def _edit(self, row: object) -> None:
        if self._now is not None and self._context is not None:
            opened = self._encounter.opened if self._encounter else None
            self.record.edit(row, self._now, self._context.zone, opened)

    def _correct(self, event: str, when: datetime, reason: str) -> None:
        self._actions.correct_time(event, when, reason)
        self.time_corrected.emit(event, when, reason)

    def _show_line(self, line: str) -> None:
        """Its row in the list; where the timeline is a tab itself the list is not brought before it."""
        if not self.record.houses(Tab.TIMELINE):
            self.record.show_tab(Tab.EVENTS)
        row = self.record.events.row_of(line)
        if row is not None:
            self.record.events.select(row.event_id)

    def _edit_on_timeline(self, line: str, near: datetime | None) -> None:
        """Edit the line's event that lies nearest to where it was pressed; by keyboard its latest."""
        rows = [row for row in self.record.events.rows() if row.line == line and row.editable]
        if not rows:
            return
        latest = max(rows, key=lambda row: row.at)
        self._edit(min(rows, key=lambda row: abs(row.at - near)) if near is not None else latest)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to what is always there: the page's letters are heard, and Enter presses nothing."""
        self.record.tabs.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrangement.fit()
