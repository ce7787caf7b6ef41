"""The audit page: the record's state above, a day's events with filters below. It reads and never writes."""

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.desk.audit import Entry, Group, Wanted, chosen
from nursedesk.ui import theme, words
from nursedesk.ui.audit.entry_list import EntryList
from nursedesk.ui.audit.model import RecordState, group_word, row_of, state_words
from nursedesk.ui.audit.sentences import Names
from nursedesk.ui.frame.typed_dates import parts
from nursedesk.ui.kit import (
    ComboField,
    Field,
    Hairline,
    IconButton,
    PageHead,
    Panel,
    Paragraph,
    QuietButton,
    SearchField,
    Text,
)
from nursedesk.ui.kit.empty import Empty

EVERYTHING = ""
AT_FIRST = 300
"""Rows that are shown before somebody asks for more."""
LOW, MARGIN = 480, 24
"""Below this height, px at 100 %, only one sentence about the record stands above the events."""


class AuditPage(QWidget):
    """Emits the day a person wants, and that she wants the record verified or what is shown saved."""

    day_wanted = Signal(date)
    verify_pressed = Signal()
    save_pressed = Signal()

    def __init__(self, zone: ZoneInfo, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("auditPage")
        self._zone, self._day, self._today, self._low = zone, today, today, False
        self._entries: tuple[Entry, ...] = ()
        self._chosen: tuple[Entry, ...] = ()
        self._shown = AT_FIRST
        self._names = Names()
        self._refusal = Empty("lock", name="auditRefusal")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        self._body = QWidget()
        below = QVBoxLayout(self._body)
        below.setContentsMargins(24, 4, 24, 24)
        below.setSpacing(12)
        below.addWidget(self._make_state())
        below.addWidget(self._make_panel(), 1)
        column.addWidget(self._body, 1)
        column.addWidget(self._refusal, 1)
        self._refusal.hide()
        self.setFocusProxy(self._list)
        self._show_day()

    def _make_head(self) -> PageHead:
        head = PageHead("auditHead")
        self._count = Text("", 15, role="quiet")
        self._count.setObjectName("auditCount")
        self._before = IconButton("back", name="auditDayBefore", spoken=self.tr("The day before"))
        self._after = IconButton("forward", name="auditDayAfter", spoken=self.tr("The day after"))
        self._typed = Field("", name="auditDay", spoken=self.tr("Day"), size=15)
        self._typed.setFixedWidth(theme.px(150))
        self._before.clicked.connect(lambda: self._go(self._day - timedelta(days=1)))
        self._after.clicked.connect(lambda: self._go(self._day + timedelta(days=1)))
        self._typed.entered.connect(self._read_day)
        self._title = Text(self.tr("Audit"), 20, theme.STRONG)
        self._title.setMinimumWidth(self._title.sizeHint().width())
        head.left.addWidget(self._title)
        head.left.addWidget(self._count)
        head.left.addStretch(1)
        for one in (self._before, self._typed, self._after):
            head.right.addWidget(one)
        return head

    def _make_state(self) -> Panel:
        self._edge = panel = Panel("auditState")
        row = QHBoxLayout(panel)
        row.setContentsMargins(20, 10, 12, 10)
        row.setSpacing(16)
        said = QVBoxLayout()
        said.setSpacing(theme.px(2))
        self._state = Paragraph("", 15)
        self._state.setObjectName("auditRecordState")
        self._result = Paragraph("", 14, role="quiet")
        self._result.setObjectName("auditVerifyResult")
        self._result.hide()
        said.addWidget(self._state)
        said.addWidget(self._result)
        self._verify = QuietButton(self.tr("Verify"), icon="audit", name="auditVerifyButton")
        self._verify.clicked.connect(lambda: self.verify_pressed.emit())
        row.addLayout(said, 1)
        row.addWidget(self._verify)
        return panel

    def _make_panel(self) -> Panel:
        panel = Panel("auditPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 12, 1, 0)
        inside.setSpacing(0)
        filters = QHBoxLayout()
        filters.setContentsMargins(19, 0, 19, 12)
        filters.setSpacing(12)
        self._search = SearchField(self.tr("Patient, visit or ticket"), name="auditSearch")
        self._search.changed.connect(lambda _: self._refresh())
        self._person = ComboField("", name="auditPerson", spoken=self.tr("Who"))
        self._group = ComboField("", self._groups(), name="auditGroup", spoken=self.tr("What kind"))
        self._search.box.set_hints(self.tr("Patient, visit or ticket"), self.tr("Search"))
        for field, word in ((self._person, self.tr("Everybody")), (self._group, self.tr("Everything"))):
            field.setMinimumWidth(round(theme.advance(word, 17, theme.MEDIUM)) + theme.px(45) + 8)
            field.changed.connect(lambda _: self._refresh())
        filters.addWidget(self._search, 3)
        filters.addWidget(self._person, 2)
        filters.addWidget(self._group, 2)
        self._list = EntryList()
        self._nothing = Empty("audit", name="auditNothing")
        inside.addLayout(filters)
        inside.addWidget(Hairline())
        inside.addWidget(self._list, 1)
        inside.addWidget(self._nothing, 1)
        inside.addWidget(Hairline())
        inside.addWidget(self._make_foot())
        return panel

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(19, 8, 19, 12)
        # As high as a finger wants, and no higher: with large text the rows want the room.
        high = round(44 / theme.scale())
        self._more = QuietButton("", name="auditMoreButton", height=high)
        self._more.clicked.connect(self._show_more)
        self._save = QuietButton(self.tr("Save as CSV…"), icon="folder", name="auditSaveButton", height=high)
        self._save.clicked.connect(lambda: self.save_pressed.emit())
        row.addWidget(self._more)
        row.addStretch()
        row.addWidget(self._save)
        return foot

    def _groups(self) -> list[tuple[str, str]]:
        return [(EVERYTHING, self.tr("Everything")), *((one.value, group_word(one)) for one in Group)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the page is low the events keep the room: what came of the check stands alone, the count goes."""
        super().resizeEvent(event)
        self._low = self.height() < LOW * theme.scale()
        self._show_said()
        self._fit_count()

    def _fit_count(self) -> None:
        """The count is whole, or it is not there."""
        others = (self._title.sizeHint(), self._before.size(), self._typed.size(), self._after.size())
        room = self.width() - sum(one.width() for one in others) - theme.px(MARGIN) - MARGIN - 5 * 16
        self._count.setVisible(self._count.sizeHint().width() <= room and self._refusal.isHidden())

    def _show_said(self) -> None:
        said = bool(self._result.text())
        self._result.setVisible(said)
        self._state.setVisible(not (said and self._low))

    # --- showing ---

    def refuse(self, sentence: str) -> None:
        """Say why nothing is shown, and show nothing; an empty sentence shows the page again."""
        self._refusal.say("", sentence)
        self._refusal.setVisible(bool(sentence))
        self._body.setVisible(not sentence)
        for one in (self._before, self._typed, self._after):
            one.setVisible(not sentence)
        self._fit_count()
        if sentence:
            self._entries = ()
            self._list.show_rows(())

    def show_people(self, names: Names) -> None:
        """Whom the filter offers, and how people and drugs are written."""
        self._names = names
        listed = sorted(names.people.items(), key=lambda one: one[1].casefold())
        station = ("station", names.person("station"))
        self._person.set_options([(EVERYTHING, self.tr("Everybody")), *listed, station])

    def show_state(self, state: RecordState) -> None:
        """The record as far as it has come."""
        self._state.show_text(state_words(state, self._zone))

    def show_reading(self, day: date, today: date) -> None:
        """A day is being read: its events are not there yet."""
        self._day, self._today = day, today
        self._show_day()
        self._entries = ()
        self._refresh(self.tr("Reading the record…"))

    def show_entries(self, day: date, entries: Sequence[Entry]) -> None:
        """The events of a day, newest first; those of a day that is no longer wanted are passed over."""
        if day == self._day:
            self._entries = tuple(entries)
            self._refresh()

    def show_failure(self, sentence: str) -> None:
        """The day could not be read."""
        self._entries = ()
        self._refresh(sentence)

    def show_verifying(self) -> None:
        """The check runs; the button rests."""
        self._verify.setEnabled(False)
        self._say(self.tr("Checking what was written since the last checkpoints…"))

    def show_verified(self, sentence: str, *, clean: bool) -> None:
        """What came of the check; the edge says at a glance whether all is well."""
        self._verify.setEnabled(True)
        self._say(sentence, "running_fill" if clean else "needs_stop_fill")

    def day(self) -> date:
        """The day that is shown."""
        return self._day

    def _say(self, sentence: str, role: str | None = None) -> None:
        self._edge.set_edge(role)
        self._result.show_text(sentence)
        self._show_said()

    def _show_day(self) -> None:
        self._typed.set_text(words.day(self._day))
        self._typed.set_error("")
        self._after.setEnabled(self._day < self._today)

    def _read_day(self, text: str) -> None:
        read = parts(text)
        try:
            day = date(*read) if read else None
        except ValueError:
            day = None
        if day is None or day > self._today:
            self._typed.set_error(self.tr("Not a day up to today."))
        else:
            self._go(day)

    def _go(self, day: date) -> None:
        self.day_wanted.emit(day)

    def _refresh(self, otherwise: str = "") -> None:
        group = Group(self._group.choice()) if self._group.choice() else None
        wanted = Wanted(self._person.choice(), group, self._search.text())
        self._chosen, self._shown = chosen(self._entries, wanted), AT_FIRST
        self._fill()
        self._list.scrollToTop()
        self._list.setVisible(bool(self._chosen))
        self._nothing.setVisible(not self._chosen)
        self._say_nothing(otherwise)
        said = self.tr("{count} of {all} events of the day")
        said = said.format(count=len(self._chosen), all=len(self._entries))
        self._count.set_runs(said if self._entries else "")
        self._fit_count()
        self._save.setEnabled(bool(self._chosen))

    def _say_nothing(self, otherwise: str) -> None:
        if otherwise:
            self._nothing.say("", otherwise)
        elif self._entries:
            self._nothing.say(
                self.tr("No event fits"), self.tr("Clear the search, or choose everybody and everything.")
            )
        else:
            said = self.tr(
                "Every press, look, print and setting stands here with who and when. Choose another day."
            )
            self._nothing.say(self.tr("Nothing was recorded on this day"), said)

    def _fill(self) -> None:
        """As many rows as were asked for; the button says how many more there are to come."""
        self._list.show_rows([row_of(one, self._names, self._zone) for one in self._chosen[: self._shown]])
        left = len(self._chosen) - self._shown
        self._more.set_text(self.tr("Show {count} more").format(count=min(left, AT_FIRST)))
        self._more.setVisible(left > 0)

    def _show_more(self) -> None:
        first = self._shown
        self._shown += AT_FIRST
        self._fill()
        # The first of the new ones: the keyboard goes on from there.
        index = self._list.model().index(first, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def chosen(self) -> tuple[Entry, ...]:
        """Everything that fits the filters, also what is not shown yet."""
        return self._chosen

    def names(self) -> Names:
        """How people and drugs are written here."""
        return self._names
