"""The wiring of what else is done to a line and a chair: questions over the page, one at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.desk import run
from nursedesk.desk.doubt import confirm_times
from nursedesk.desk.line import change_rate
from nursedesk.desk.overlap import handed_on, make_sequential
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import SecondSign
from nursedesk.record.events import EncounterId, LineId
from nursedesk.ui.lines.ask import AskDialog
from nursedesk.ui.lines.deeds import Deed
from nursedesk.ui.lines.question import Question, Said
from nursedesk.watch.lines import lines_of
from nursedesk.watch.look import Kind
from nursedesk.watch.rate_steps import next_rate

if TYPE_CHECKING:
    from nursedesk.app.asking import Asking

translate = QCoreApplication.translate


class Questions:
    """Asks one short question at a time over the desk; what is refused is said in it."""

    def __init__(self, core: Core, host: QWidget) -> None:
        self._core, self._host = core, host
        self._dialog: AskDialog | None = None
        self._before: QWidget | None = None

    def ask(self, question: Question, answer: Callable[[Said], None]) -> None:
        """Show a question; `answer` records it, or raises `Refused` or `Unread`."""
        self.close()
        self._before = self._host.focusWidget()
        dialog = AskDialog(self._host, question)
        dialog.said.connect(lambda said: self._said(said, answer))
        dialog.cancelled.connect(self.close)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()

    def _said(self, said: Said, answer: Callable[[Said], None]) -> None:
        from nursedesk.app.asking import Unread  # not before the board is painted

        dialog = self._dialog
        try:
            answer(said)
        except Refused as refused:
            sentence = self._core.refusal(refused)
        except Unread as unread:
            sentence = str(unread)
        else:
            self.close()
            return
        if dialog is not None:
            dialog.refuse(sentence)

    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._dialog is not None

    def close(self) -> None:
        """Put the question away."""
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.hide()
            dialog.deleteLater()
            give_back(self._before, self._host)


class LineWiring:
    """A deed of a line's menu: done at once, or asked about first."""

    def __init__(self, core: Core, questions: Questions, open_encounter: Callable[[str], None]) -> None:
        self._core, self._questions, self._open = core, questions, open_encounter

    def do(self, encounter: str, line: str, deed: str) -> None:
        """Do or ask what the menu offers."""
        core, what, name = self._core, Deed(deed), LineId(line)
        if what is Deed.PART:
            self.part(encounter, line)
            return
        if what in (Deed.PAUSE, Deed.RESUME):
            use = run.pause if what is Deed.PAUSE else run.resume
            core.press(encounter, lambda one: use(core.daybook, one, name))
            return
        if what is Deed.TIMES_RIGHT:
            why = translate("Lines", "times are right")
            core.press(encounter, lambda one: confirm_times(core.daybook, one, name, why))
            return
        from nursedesk.app.line_questions import asking  # not before the board is painted

        try:
            asked = asking(core, core.visit(encounter), what, name)
        except Refused as refused:
            core.say(core.refusal(refused))
            return
        self._ask(encounter, what, asked)

    def act_on_notice(self, visit: str, notice: str, line: str | None) -> None:
        """An overlap that was none is put right at once; anything else on the visit's page."""
        if notice == Kind.RATE_STEP and line is not None:
            self.next_rate(visit, LineId(line))
        elif notice != Kind.OVERLAP or line is None or not self.part(visit, line):
            self._open(visit)

    def next_rate(self, encounter: str, line: LineId) -> None:
        """The pump runs at the next planned rate from now on."""
        core = self._core
        found = next((one for one in lines_of(core.visit(encounter)) if one.id == line), None)
        step = next_rate(found, core.now()) if found is not None else None
        if step is not None:
            core.press(encounter, lambda one: change_rate(core.daybook, one, line, step[0]))

    def part(self, encounter: str, line: str) -> bool:
        """Two lines overlap and did not: the first was down when the next began; False without such two."""
        core = self._core
        found = handed_on(core.visit(encounter), LineId(line))
        if found is None:
            return False
        reason = translate("Lines", "was down when the next one began")
        return core.press(encounter, lambda one: make_sequential(core.daybook, one, found, reason))

    def _ask(self, encounter: str, what: Deed, asked: "Asking") -> None:
        core = self._core

        def answer(said: Said) -> None:
            asked.answer(core.visit(encounter), said)
            core.changed(EncounterId(encounter))
            if what is Deed.WASTE:
                core.ask_second(encounter, "", SecondSign.WASTE)

        self._questions.ask(asked.question, answer)
