"""Tap first, identify after: presses at a locked or curtained station, and those that wait for a name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from nursedesk.app.who import Identifier, Known, charting, entrants
from nursedesk.catalog.drug_names import display_names
from nursedesk.desk import tap
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.desk.site_rules import site_rules
from nursedesk.desk.suite import Person
from nursedesk.outputs.wording import Wording
from nursedesk.record.encounter import Encounter, Press, Purpose, WaitingPress
from nursedesk.record.events import EncounterId, EventId, LineId
from nursedesk.ui.encounter.line_names import UNCHARGED
from nursedesk.ui.people.who import WhoDialog
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import TapRow
from nursedesk.ui.words import clock_time
from nursedesk.watch.lines import Line, lines_of, planned_end
from nursedesk.watch.notices import PLANNED_END_GRACE

translate = QCoreApplication.translate


def press_word(press: Press) -> str:
    """What the button says."""
    return {
        Press.START: translate("Taps", "Start"),
        Press.STOP: translate("Taps", "Stop"),
        Press.PUSH: translate("Taps", "Push"),
    }[press]


def tap_rows(daybook: Daybook) -> tuple[TapRow, ...]:
    """Every line that is up, by chair, drugs first: the chair and the drug, and nothing of the patient.

    Then, for each chair, pushes whose drug is not said yet, and one press for another.
    """
    chairs = daybook.suite.facts.chairs
    there = [
        (visit.chair, visit) for visit in daybook.encounters() if visit.freed is None and visit.chair in chairs
    ]
    there.sort(key=lambda one: chairs.index(one[0] or ""))
    rows, pushes = [], []
    for _, visit in there:
        waiting = {press.line: press for press in visit.presses}
        pushes += _push_rows(daybook, visit)
        lines = [line for line in lines_of(visit) if tap.possible(line.first) is not None]
        lines.sort(key=lambda line: line.first.purpose in UNCHARGED)
        rows += [_row(daybook, visit, place, line, waiting.get(line.id)) for place, line in enumerate(lines, 1)]
    return (*rows, *pushes)


def _push_rows(daybook: Daybook, visit: Encounter) -> list[TapRow]:
    chair = visit.chair or ""
    row = TapRow(
        encounter=visit.id,
        line="",
        chair=chair,
        drug=translate("Taps", "Push or injection"),
        facts=translate("Taps", "which drug is said after"),
        word=press_word(Press.PUSH),
        stop=False,
        name=f"{chair.replace(' ', '-')}_push",
        outline=True,
    )
    waiting = [one for one in visit.presses if one.line is None]
    said = [
        replace(
            row,
            name=f"{row.name}{place}",
            pressed=clock_time(one.at, daybook.zone),
            press=one.event,
            outline=False,
        )
        for place, one in enumerate(waiting, 1)
    ]
    return [*said, row]


def _row(daybook: Daybook, visit: Encounter, place: int, line: Line, waiting: WaitingPress | None) -> TapRow:
    names = display_names(site_rules(daybook.suite.facts), (one.drug for one in line.drugs))
    press = tap.possible(line.first) or Press.STOP
    overdue = _passed(line, daybook.clock())
    chair = visit.chair or ""
    return TapRow(
        encounter=visit.id,
        line=line.id,
        chair=chair,
        drug=" + ".join(names[one.drug] for one in line.drugs),
        facts=_facts(daybook, line, overdue),
        word=press_word(waiting.press if waiting else press),
        stop=press is Press.STOP,
        name=f"{chair.replace(' ', '-')}_{place}",
        pressed=clock_time(waiting.at, daybook.zone) if waiting else "",
        press=waiting.event if waiting else "",
        overdue=overdue is not None,
        outline=line.first.purpose in UNCHARGED,
    )


def _passed(line: Line, now: datetime) -> datetime | None:
    """When a drug should have ended, once the board says so too; None for what is never charged."""
    end = planned_end(line, now)
    passed = end is not None and now >= end + PLANNED_END_GRACE and line.first.purpose not in UNCHARGED
    return end if passed else None


def _facts(daybook: Daybook, line: Line, overdue: datetime | None) -> str:
    if overdue is not None:
        said = translate("Board", "planned end passed {time}")
        return said.format(time=clock_time(overdue, daybook.zone))
    begun = next((part.start for part in line.first.segments if part.start), None)
    facts = translate("Taps", "since {time}") if line.first.segments else translate("Taps", "prepared {time}")
    facts = facts.format(time=clock_time(begun or line.first.prepared, daybook.zone))
    if line.first.purpose is Purpose.KEEP_OPEN:
        said = translate("Taps", "keep open")
        return f"{facts} · {said}"
    said = translate("Board", "not charged")
    return f"{facts} · {said}" if line.first.purpose in UNCHARGED else facts


class Taps:
    """Takes a press, asks who it was over `host`, and gives it the name; put away or unanswered, it waits for one.

    Who is identified is at the desk then: `done` shows it to her. `changed` is called whenever a press changed.
    """

    def __init__(
        self,
        host: QWidget,
        who: Identifier,
        done: Callable[[], None],
        changed: Callable[[], None],
        say: Callable[[str], None],
        wording: Wording,
    ) -> None:
        self._wording = wording
        self._host, self._who, self._done, self._changed, self._say = host, who, done, changed, say
        self._dialog: WhoDialog | None = None
        self.last = ""
        """Who was at the desk last: most likely the one who presses."""
        self.say_drug: Callable[[str, str], None] = lambda encounter, press: None
        """(encounter, press): asks her what was pushed, once it is known who pressed."""

    @property
    def _daybook(self) -> Daybook:
        return self._who.door.daybook

    def press(self, encounter: str, line: str) -> None:
        """The time stands from this moment; then it is asked whose press it was."""
        visit = self._daybook.encounter(EncounterId(encounter))
        waiting = tap.tap(self._daybook, visit, LineId(line)) if line else tap.tap_push(self._daybook, visit)
        self._changed()
        if waiting is not None:
            self.ask(encounter, waiting.event)

    def ask(self, encounter: str, press: str) -> None:
        """Ask whose a press was that waits for a name."""
        self.close()
        visit = self._daybook.encounter(EncounterId(encounter))
        waiting = next((one for one in visit.presses if one.event == press), None)
        if waiting is None:
            return
        self._open(self._make(visit, waiting), partial(self._known, encounter, press))

    def first(self, then: Callable[[], None]) -> None:
        """Ask who is at the desk before something is charted there; put away, it is not done."""
        self.close()
        now = clock_time(self._daybook.clock(), self._daybook.zone)
        dialog = WhoDialog(
            self._host,
            entrants(self._who.door),
            lead=now,
            title=translate("Taps", "Who is at the desk?"),
            note=translate("Taps", "Nobody has touched it for a while."),
            safe=translate("Taps", "What is charted next is under this name. Nothing is recorded yet."),
            verb=translate("Taps", "It is me"),
            later=translate("Taps", "Not now"),
            first=self.last or self._daybook.session.person.id,
        )

        def known(person: Person, auth: str) -> None:
            self.close()
            self.last = person.id
            self._who.door.enter(person.id, auth)
            self._done()
            then()

        self._open(dialog, known)

    def _open(self, dialog: WhoDialog, known: Known) -> None:
        dialog.pin_given.connect(lambda name, pin: self._who.pin(dialog, name, pin, known))
        dialog.password_given.connect(lambda name, said: self._who.password(dialog, name, said, known))
        dialog.badge_given.connect(lambda badge: self._who.badge(dialog, badge, known))
        dialog.cancelled.connect(self._later)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.begin()

    def _make(self, visit: Encounter, waiting: WaitingPress) -> WhoDialog:
        drugs = [one.drug for one in visit.administrations if one.line == waiting.line]
        names = display_names(site_rules(self._daybook.suite.facts), drugs)
        title = translate("Taps", "{word} · chair {chair} · {drug}").format(
            word=press_word(waiting.press),
            chair=visit.chair,
            drug=" + ".join(names[one] for one in drugs) or translate("Taps", "which drug is said after"),
        )
        return WhoDialog(
            self._host,
            charting(self._who.door),
            lead=clock_time(waiting.at, self._daybook.zone),
            title=title,
            note=translate("Taps", "The time is kept. Who pressed?"),
            safe=translate(
                "Taps", "Whatever you answer, {time} is kept. Without a name the press waits for one."
            ).format(time=clock_time(waiting.at, self._daybook.zone)),
            verb=translate("Taps", "It was me"),
            later=translate("Taps", "Say it later"),
            first=self.last or self._daybook.session.person.id,
        )

    def _known(self, encounter: str, press: str, person: Person, auth: str) -> None:
        if not may_chart(person):
            words = translate("Taps", "{name} does not chart at the chairs: the press waits for a nurse’s name.")
            if self._dialog is not None:
                self._dialog.show_sentence(words.format(name=person.signature))
            return
        self.close()
        self.last = person.id
        self._who.door.enter(person.id, auth)
        visit = self._daybook.encounter(EncounterId(encounter))
        sentence, unsaid = "", tap.is_unsaid(visit, EventId(press))
        try:
            if not unsaid:
                tap.claim(self._daybook, visit, EventId(press))
        except Refused as refused:
            sentence = self._wording.refusal(refused.key, refused.params)
        self._changed()
        self._done()
        if unsaid:
            self.say_drug(encounter, press)
        elif sentence:
            self._say(sentence)

    def _later(self) -> None:
        self.close()
        self._changed()
        page = self._host.currentWidget() if isinstance(self._host, QStackedWidget) else None
        if isinstance(page, LockPage):
            page.begin()

    def close(self) -> None:
        """Put the question away; the press stays."""
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
            self._dialog = None
