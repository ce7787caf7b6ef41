"""Edit the time of one event: typed or moved by a minute, with a reason, never hiding the first one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.outputs.pictures.timeline_model import clock_text
from nursedesk.record.encounter import Label
from nursedesk.record.intervals import minute_of
from nursedesk.ui import theme, words
from nursedesk.ui.encounter.event_rows import EventRow
from nursedesk.ui.encounter.events_list import label_word
from nursedesk.ui.encounter.typed_time import AHEAD, Problem, Typed, nudged, read_time
from nursedesk.ui.kit import Button, Field, IconButton, Kind, Paragraph, PrimaryButton, QuietButton, Run, Tag, Text
from nursedesk.ui.kit.surface import hairline


class TimeEditor(QWidget):
    """Emits `time_corrected(event, UTC instant, reason)` and `voided(event, reason)`; Esc keeps the draft."""

    time_corrected = Signal(str, object, str)
    voided = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: EventRow | None = None
        self._now: datetime | None = None
        self._zone = ZoneInfo("UTC")
        self._checked_in: datetime | None = None
        self._typed = Typed(problem=Problem.EMPTY)
        self._drafts: dict[str, tuple[str, str]] = {}
        self.setObjectName("timeEditor")
        self.setAccessibleName(self.tr("Edit the time of an event"))
        self._title = Text("", 13)
        self.time = Field("", name="timeField", hint=self.tr("-5m or 14:02"), spoken=self.tr("New time"))
        self.reason = Field("", name="timeReason", hint=self.tr("Reason"), spoken=self.tr("Reason"))
        self._earlier = IconButton("minus", name="timeEarlier", spoken=self.tr("One minute earlier"))
        self._later = IconButton("plus", name="timeLater", spoken=self.tr("One minute later"))
        self._label = Tag(label_word(Label.CORRECTION))
        self._says = Paragraph("", 13, theme.REGULAR, "quiet")
        self._says.setObjectName("timeSays")
        self._choices = [QuietButton("", name=f"timeChoice_{n}") for n in (1, 2)]
        self._save = PrimaryButton(self.tr("Save time"), name="timeSave", height=48)
        self._cancel = Button(self.tr("Not now"), Kind.PLAIN, name="timeCancel")
        self._void = Button(self.tr("Does not count"), Kind.PLAIN, name="timeVoid")
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.time.setFixedWidth(theme.px(150))
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line in (first, second, third):
            line.setSpacing(theme.px(8))
        first.addWidget(self._title, 1)
        for press in (self._void, self._cancel):
            press.set_size(13, 36)
            first.addWidget(press)
        for widget in (self.time, self._earlier, self._later):
            second.addWidget(widget)
        second.addSpacing(theme.px(4))
        for button in self._choices:
            second.addWidget(button)
            button.hide()
        second.addWidget(self._says, 1)
        second.addWidget(self._label)
        third.addWidget(self.reason, 1)
        third.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(6), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        for line in (first, second, third):
            column.addLayout(line)

    def _wire(self) -> None:
        self.time.changed.connect(lambda _: self._read())
        self.time.entered.connect(lambda _: self._enter())
        self.reason.entered.connect(lambda _: self.save())
        self.reason.changed.connect(lambda _: self.reason.set_error(""))
        self._earlier.clicked.connect(lambda: self.nudge(-1))
        self._later.clicked.connect(lambda: self.nudge(1))
        self._save.clicked.connect(self.save)
        self._cancel.clicked.connect(self.leave)
        self._void.clicked.connect(self._take_out)
        for place, button in enumerate(self._choices):
            button.clicked.connect(lambda _=False, n=place: self._choose(n))
        self.time.edit.installEventFilter(self)

    def edit(self, row: EventRow, now: datetime, zone: ZoneInfo, checked_in: datetime | None = None) -> None:
        """Open for one event; what was typed before for it comes back. `checked_in` is when the visit began."""
        self._keep_draft()
        self._row, self._now, self._zone = row, now, zone
        self._checked_in = None if row.opens else checked_in
        self._void.setVisible(not row.opens)
        text, reason = self._drafts.get(row.event_id, (row.time, ""))
        self.time.set_text(text)
        self.reason.set_text(reason)
        self.reason.set_error("")
        said = self.tr("{event}: when?").format(event=f"{row.verb} {row.subject}".strip())
        self._title.set_runs((Run(said, 14, theme.STRONG),))
        self._read()
        self.show()
        self.time.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.time.edit.selectAll()

    def tick(self, now: datetime) -> None:
        """A minute has passed: what lay ahead may lie ahead no more."""
        self._now = now
        if self._row is not None and not self.isHidden():
            self._read()

    def row(self) -> EventRow | None:
        """The event being edited."""
        return self._row if not self.isHidden() else None

    def nudge(self, minutes: int) -> None:
        """A minute up or down."""
        if self._row is None or self._now is None:
            return
        moved = nudged(self._typed.when or self._row.at, minutes)
        if moved - self._now <= AHEAD:
            self.time.set_text(clock_text(moved, self._zone))
            self._typed = Typed(moved)
            self._say()

    def save(self) -> None:
        """Give the event the time that was read, when there is one and a reason for it."""
        when = self._typed.when
        if self._row is None or when is None:
            self.time.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if minute_of(when) == minute_of(self._row.at):
            self._says.show_text(
                self.tr("Nothing changed: {time} is what is charted.").format(time=self._row.time)
            )
            self.time.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.time.edit.selectAll()
            return
        if not self.reason.text():
            self._want_reason()
            return
        event, reason = self._row.event_id, self.reason.text()
        self._drafts.pop(event, None)
        self._row = None
        self.hide()
        self.time_corrected.emit(event, when, reason)
        self.left.emit()

    def leave(self) -> None:
        """Close it; the draft stays for the next time."""
        self._keep_draft()
        self._row = None
        self.hide()
        self.left.emit()

    def _take_out(self) -> None:
        if self._row is None:
            return
        if not self.reason.text():
            self._want_reason()
            return
        event, reason = self._row.event_id, self.reason.text()
        self._row = None
        self.hide()
        self.voided.emit(event, reason)
        self.left.emit()

    def _want_reason(self) -> None:
        self.reason.set_error(self.tr("Say why in a few words: it stands beside the change, on screen and paper."))
        self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_draft(self) -> None:
        if self._row is not None:
            self._drafts[self._row.event_id] = (self.time.text(), self.reason.text())

    def _enter(self) -> None:
        if self._typed.when is not None:
            self.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, place: int) -> None:
        if place < len(self._typed.choices):
            when = self._typed.choices[place]
            self.time.set_text(clock_text(when, self._zone))
            self._typed = Typed(when)
            self._say()

    def _read(self) -> None:
        if self._row is not None and self._now is not None:
            self._typed = read_time(self.time.text(), self._row.at, self._now, self._zone)
            self._say()

    def _say(self) -> None:
        choices = self._typed.choices
        for place, button in enumerate(self._choices):
            button.setVisible(bool(choices))
            if choices:
                button.set_text(clock_text(choices[place], self._zone))
        self._says.show_text(self.sentence())
        wrong = self._typed.problem not in (None, Problem.EMPTY, Problem.WHICH)
        self.time.box.set_wrong(wrong)
        self.time.edit.setAccessibleDescription(self.sentence())
        self._save.setEnabled(self._typed.when is not None)

    def sentence(self) -> str:
        """What was read, or what is wrong with it and how to put it right."""
        typed = self._typed
        if typed.when is not None and self._row is not None:
            return self._read_as(typed.when, self._row)
        if typed.problem is Problem.NEVER and typed.skipped:
            before, after = (words.clock_time(t, self._zone) for t in typed.skipped)
            text = self.tr("The clock never showed that minute: on {day} it went from {before} to {after}.")
            return text.format(day=words.local_day(typed.skipped[1], self._zone), before=before, after=after)
        return {
            Problem.AHEAD: self.tr("That is still to come. A time can be at most one minute ahead."),
            Problem.WHICH: self.tr("The clock showed that minute twice. Which one?"),
            Problem.NOT_THAT_ZONE: self.tr("The clock did not show that zone then. Leave the zone out."),
            Problem.EMPTY: self.tr("Type -5m, or a time such as 14:02."),
        }.get(typed.problem or Problem.EMPTY, self.tr("Not a time. Type -5m, or 24-hour time such as 14:02."))

    def _read_as(self, when: datetime, row: EventRow) -> str:
        minutes = round((when - row.at.replace(second=0, microsecond=0)).total_seconds() / 60)
        day = ""
        if when.astimezone(self._zone).date() != row.at.astimezone(self._zone).date():
            day = " " + words.local_day(when, self._zone)
        if minutes == 0:
            return self.tr("{time}{day}, as charted").format(time=clock_text(when, self._zone), day=day)
        moved = self.tr("{number} min earlier") if minutes < 0 else self.tr("{number} min later")
        said = moved.format(number=abs(minutes))
        text = self.tr("{time}{day}, {moved}").format(time=clock_text(when, self._zone), day=day, moved=said)
        return f"{text}{self._before(when)}"

    def _before(self, when: datetime) -> str:
        """A time before the visit began is said to be so; with a reason it stands."""
        if self._checked_in is None or minute_of(when) >= minute_of(self._checked_in):
            return ""
        said = self.tr("; before the check-in, {time}")
        return said.format(time=clock_text(self._checked_in, self._zone))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.time.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key())
            if step is not None:
                self.nudge(step)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        painter.fillRect(self.rect().adjusted(1, 0, -1, -2), QColor(colours.sunk))
        hairline(painter, 0, self.width(), 0, colours)
