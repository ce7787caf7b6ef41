"""The charting checklist by the five phases of an infusion: assess, access, prepare, infuse, complete."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nursedesk.record.encounter import Encounter, LineState
from nursedesk.record.events import Event, VitalsNoted
from nursedesk.ui.encounter.charting_model import ChartingRow, Column, Mark

translate = QCoreApplication.translate


class Phase(StrEnum):
    ASSESS = "assess"
    ACCESS = "access"
    PREPARE = "prepare"
    INFUSE = "infuse"
    COMPLETE = "complete"


_COLUMNS = {
    Phase.ASSESS: (Column.ORDER,),
    Phase.ACCESS: (Column.ACCESS,),
    Phase.PREPARE: (Column.DOSE,),
    Phase.INFUSE: (Column.START,),
    Phase.COMPLETE: (Column.STOP, Column.RESPONSE),
}
_PLACES = tuple(Column)


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing not charted: a cell of the matrix, or vital signs (no administration)."""

    words: str
    administration: str = ""
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class PhaseRow:
    phase: Phase
    begun: bool
    """Whether there is anything to chart in it yet."""
    lacks: tuple[Lack, ...]

    @property
    def done(self) -> bool:
        return self.begun and not self.lacks


def phase_word(phase: Phase) -> str:
    """A phase in one word."""
    return {
        Phase.ASSESS: translate("Phases", "Assess"),
        Phase.ACCESS: translate("Phases", "Access"),
        Phase.PREPARE: translate("Phases", "Prepare"),
        Phase.INFUSE: translate("Phases", "Infuse"),
        Phase.COMPLETE: translate("Phases", "Complete"),
    }[phase]


def phases(encounter: Encounter, events: Sequence[Event], rows: Sequence[ChartingRow]) -> tuple[PhaseRow, ...]:
    """The five phases of a visit, from the charting matrix and what was measured."""
    measured = any(isinstance(event.body, VitalsNoted) for event in events)
    over = any(one.state in (LineState.STOPPED, LineState.GIVEN) for one in encounter.administrations)
    begun = {
        Phase.ASSESS: True,
        Phase.ACCESS: bool(rows) or bool(encounter.accesses),
        Phase.PREPARE: bool(rows),
        Phase.INFUSE: any(one.state is not LineState.PREPARED for one in encounter.administrations),
        Phase.COMPLETE: over,
    }
    found = []
    for phase in Phase:
        lacks = list(_lacks(phase, rows))
        if phase is Phase.ASSESS and not measured:
            lacks.append(Lack(translate("Phases", "vital signs")))
        found.append(PhaseRow(phase, begun[phase], tuple(lacks)))
    return tuple(found)


def _lacks(phase: Phase, rows: Sequence[ChartingRow]) -> Iterator[Lack]:
    words = {
        Column.ORDER: translate("Phases", "order for {drug}"),
        Column.ACCESS: translate("Phases", "access of {drug}"),
        Column.DOSE: translate("Phases", "dose of {drug}"),
        Column.START: translate("Phases", "start of {drug}"),
        Column.STOP: translate("Phases", "stop of {drug}"),
        Column.RESPONSE: translate("Phases", "response to {drug}"),
    }
    for column in _COLUMNS[phase]:
        for row in rows:
            if row.cells[_PLACES.index(column)].mark is Mark.MISSING:
                yield Lack(words[column].format(drug=row.drug), row.administration, column)
