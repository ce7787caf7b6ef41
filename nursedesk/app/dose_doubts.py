"""Asks about doses that look wrong, one after the other, once what was hung is in the record with its time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.giving_back import give_back
from nursedesk.desk import correct
from nursedesk.record.encounter import Amount, Encounter
from nursedesk.ui import words
from nursedesk.ui.frame.second_press import SecondPress
from nursedesk.ui.hang.doubt_dialog import DoubtDialog
from nursedesk.ui.hang.doubts import Doubt

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A drug that was hung without its dose, and what is doubtful about what was typed."""

    encounter: str
    administration: str
    doubt: Doubt


class DoseDoubts:
    """One question at a time; whatever is answered or not, nothing that was typed is lost."""

    def __init__(self, core: Core, host: QWidget, second: SecondPress) -> None:
        self._core, self._host, self._second = core, host, second
        self._waiting: list[Doubtful] = []
        self._dialog: DoubtDialog | None = None
        self._before: QWidget | None = None

    def ask(self, doubtful: Sequence[Doubtful]) -> None:
        """Ask about each."""
        self._waiting += doubtful
        if self._dialog is None:
            self._before = self._host.focusWidget()
            self._next()

    def is_open(self) -> bool:
        """Whether something is asked."""
        return self._dialog is not None

    def close(self) -> None:
        """Put away what is asked, as when the desk is locked: what was typed is noted."""
        waiting, self._waiting = self._waiting, []
        if self._dialog is not None:
            self._put_away()
        for one in waiting:
            self._note(one)

    def _next(self) -> None:
        if not self._waiting:
            give_back(self._before, self._host)
            return
        one = self._waiting[0]
        visit = self._core.visit(one.encounter)
        drug = next(each for each in visit.administrations if each.id == one.administration)
        dialog = DoubtDialog(
            self._host, one.doubt, self._core.display(drug.drug), _where(visit), self._fixed(visit)
        )
        dialog.chosen.connect(lambda amount: self._answered(lambda: self._chart(one, amount)))
        dialog.cancelled.connect(lambda: self._answered(lambda: self._note(one)))
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        self._second.keep()

    def _fixed(self, visit: Encounter) -> str:
        """What is safe already."""
        return translate("Doubt", "The time is recorded: {time}. Until this is answered no dose is.").format(
            time=words.clock_time(self._core.now(), self._core.zone)
        )

    def _answered(self, do: Callable[[], None]) -> None:
        self._waiting.pop(0)
        self._put_away()
        do()
        self._next()

    def _put_away(self) -> None:
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.hide()
            dialog.deleteLater()
            self._second.keep()

    def _chart(self, one: Doubtful, dose: Amount) -> None:
        book = self._core.daybook

        def chart(visit: Encounter) -> None:
            drug = next(each for each in visit.administrations if each.id == one.administration)
            correct.chart_dose(book, visit, drug.id, dose, drug.opened, drug.container)

        self._core.press(one.encounter, chart)

    def _note(self, one: Doubtful) -> None:
        """Not answered: what was typed stays readable, and the dose is still to be charted."""
        visit = self._core.visit(one.encounter)
        drug = next((each.drug for each in visit.administrations if each.id == one.administration), "")
        said = translate("Doubt", "{drug}: {dose} was typed, and is not confirmed")
        text = said.format(drug=drug, dose=words.dose(one.doubt.typed))
        self._core.press(one.encounter, lambda found: correct.note(self._core.daybook, found, text))


def _where(visit: Encounter) -> str:
    """`chair 3 · ROE, Jane`."""
    chair = translate("Lines", "chair {chair}").format(chair=visit.chair)
    return " · ".join(part for part in (chair, visit.patient.name if visit.patient else "") if part)
