"""The room's wiring: who is expected, whose a visit is, where it sits, and chairs that cannot be used."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.app.lines import Questions
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.desk import check_in, expected
from nursedesk.desk.expected_list import read_list
from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.line import is_pump
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.desk.room import Expected
from nursedesk.record.encounter import LineState, Patient
from nursedesk.record.events import EncounterId, LineId, PersonId
from nursedesk.ui.check_in.form import Refusal, birth_date, name
from nursedesk.ui.check_in.words import refusal as form_refusal
from nursedesk.ui.expected.model import ExpectedActions, ExpectedForm, ExpectedRow
from nursedesk.ui.lines.question import Asked, Offer, Question, Said
from nursedesk.ui.words import day

if TYPE_CHECKING:
    from nursedesk.ui.expected.dialog import ExpectedDialog

translate = QCoreApplication.translate


class RoomWiring:
    """Does what a chair's menu and the expected list ask; `refresh` shows every chair anew."""

    def __init__(self, core: Core, host: QWidget, questions: Questions, refresh: Callable[[], None]) -> None:
        self._core, self._host, self._questions, self._refresh = core, host, questions, refresh
        self._dialog: ExpectedDialog | None = None
        self._before: QWidget | None = None

    # --- a visit ---

    def assign(self, encounter: str, nurse: str) -> None:
        """Give a visit to a nurse."""
        book = self._core.daybook
        if self._core.press(encounter, lambda one: check_in.assign(book, one, PersonId(nurse))):
            self._refresh()

    def move(self, encounter: str, chair: str) -> None:
        """Move a visit to another chair."""
        if self._core.press(encounter, lambda one: check_in.move(self._core.daybook, one, chair)):
            self._refresh()

    def free(self, encounter: str) -> None:
        """The patient has left; a line that runs gets its stop first, one after the other."""
        visit = self._core.visit(encounter)
        runs = [one for one in open_lines(visit) if one.state is not LineState.PREPARED and not is_pump(one)]
        if runs:
            self._stop_first(encounter, LineId(runs[0].line))
        elif self._core.press(encounter, lambda one: check_in.free_chair(self._core.daybook, one)):
            self._refresh()

    def _stop_first(self, encounter: str, line: LineId) -> None:
        from nursedesk.app.line_questions import leaving  # not before the board is painted

        core = self._core
        asked = leaving(core, core.visit(encounter), line)

        def answer(said: Said) -> None:
            asked.answer(core.visit(encounter), said)
            core.changed(EncounterId(encounter))
            # After the question is put away: there may be a next one.
            QTimer.singleShot(0, self._host, lambda: self.free(encounter))

        self._questions.ask(asked.question, answer)

    def nurses(self) -> tuple[tuple[str, str], ...]:
        """(sign-in name, signature) of everybody who works at the chairs."""
        people = self._core.daybook.suite.people
        return tuple((one.id, one.signature) for one in people if one.active and may_chart(one))

    # --- a chair ---

    def take_out(self, chair: str) -> None:
        """Ask why a chair cannot be used."""
        reasons = (
            translate("Room", "pump broken"),
            translate("Room", "chair broken"),
            translate("Room", "cleaning"),
        )
        question = Question(
            name="outOfServiceDialog",
            title=translate("Room", "Chair {chair} out of service").format(chair=chair),
            note=translate("Room", "Nobody can be checked in to it until it is back."),
            asked=(Asked("outReason", translate("Room", "Why"), hint=reasons[0]),),
            done=translate("Room", "Take it out"),
            icon="cross",
            offers=tuple(Offer(f"outReason_{n}", word, {"outReason": word}) for n, word in enumerate(reasons, 1)),
        )

        def answer(said: Said) -> None:
            expected.take_out(self._core.daybook, chair, said["outReason"])
            self._refresh()

        self._questions.ask(question, answer)

    def put_back(self, chair: str) -> None:
        """A chair can be used again."""
        try:
            expected.put_back(self._core.daybook, chair)
        except Refused as refused:
            self._core.say(self._core.refusal(refused))
        self._refresh()

    # --- the list ---

    def arrive(self, entry: str, chair: str) -> str:
        """Check somebody in from the list; answers with the sentence that refuses it, which is also said."""
        try:
            encounter = expected.arrive(self._core.daybook, entry, chair)
        except Refused as refused:
            sentence = self._core.refusal(refused)
            self._core.say(sentence)
            return sentence
        self._core.changed(encounter)
        self._refresh()
        self._show_rows()
        return ""

    def seat(self, entry: str, chair: str) -> None:
        """The same from a card, where a refusal is only said."""
        self.arrive(entry, chair)

    def open_list(self) -> None:
        """Show who is expected today."""
        from nursedesk.ui.expected.dialog import ExpectedDialog  # not before the board is painted

        self.close()
        self._before = self._host.focusWidget()
        actions = ExpectedActions(add=self._add, arrive=self.arrive, drop=self._drop, take_file=self._ask_file)
        self._dialog = ExpectedDialog(self._host, actions, self._core.daybook.suite.facts.chairs)
        self._dialog.cancelled.connect(self.close)
        self._show_rows()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.begin()

    def close(self) -> None:
        """Put the list away."""
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.hide()
            dialog.deleteLater()
            give_back(self._before, self._host)

    def _show_rows(self) -> None:
        if self._dialog is not None:
            rows = [self._row(one) for one in expected.still_expected(self._core.daybook)]
            self._dialog.show_rows(rows, day(expected.today(self._core.daybook)))

    def _row(self, one: Expected) -> ExpectedRow:
        born = day(one.patient.birth_date) if one.patient.birth_date else ""
        mrn = f"MRN {one.patient.mrn}" if one.patient.mrn else ""
        facts = " · ".join(part for part in (one.planned, born, mrn) if part)
        chair = expected.chair_for(self._core.daybook, one)
        meant = one.chair if one.chair and one.chair != chair else ""
        return ExpectedRow(one.id, one.at, one.patient.name, facts, chair, meant)

    def _write(self, do: Callable[[], None]) -> str:
        try:
            do()
        except Refused as refused:
            return self._core.refusal(refused)
        self._refresh()
        self._show_rows()
        return ""

    def _add(self, form: ExpectedForm) -> str:
        today = expected.today(self._core.daybook)
        who = name(form.name)
        born = birth_date(form.born, today) if form.born else None
        for refused in (who, born):
            if isinstance(refused, Refusal):
                return form_refusal(refused)
        patient = Patient(str(who), form.mrn, born if not isinstance(born, Refusal) else None)
        one = Expected("", today, patient, form.time, form.chair, form.planned)
        return self._write(lambda: expected.expect(self._core.daybook, [one]))

    def _drop(self, entry: str, reason: str) -> str:
        return self._write(lambda: expected.drop(self._core.daybook, entry, reason))

    def _ask_file(self) -> str:
        title, kinds = translate("Room", "The list of today"), translate("Room", "CSV files (*.csv)")
        path, _ = QFileDialog.getOpenFileName(self._host, title, "", kinds)
        return self.take_file(Path(path)) if path else ""

    def take_file(self, path: Path) -> str:
        """Take a list from a file, whole or not at all; answers with what came of it."""
        book = self._core.daybook
        try:
            listed = read_list(path, expected.today(book), book.suite.facts.chairs)
        except BadTable as wrong:
            return translate("Room", "{reason}. Nothing was taken from the file.").format(
                reason=self._core.wording.fault(wrong)
            )
        refused = self._write(lambda: expected.expect(book, listed))
        if refused:
            return refused
        done = translate("Room", "{count} from {file} are on the list.")
        return done.format(count=len(listed), file=path.name)
