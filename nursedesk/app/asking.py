"""What every question about a line or a visit shares: title, typed amounts, what cannot be read."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core
from nursedesk.record.encounter import Amount, Encounter
from nursedesk.record.events import LineId
from nursedesk.ui.hang.quantities import Refusal, quantity
from nursedesk.ui.hang.words import refusal
from nursedesk.ui.lines.question import Question, Said

translate = QCoreApplication.translate

Answer = Callable[[Encounter, Said], None]
"""Records what was said. Raises `Refused`, or `Unread` with a sentence."""


class Unread(Exception):
    """Something typed cannot be read; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Asking:
    question: Question
    answer: Answer


def titled(core: Core, visit: Encounter, name: LineId, title: str) -> tuple[str, str]:
    """`Change the rate of inFLIXimab` and `chair 3 · ROE, Jane`."""
    drugs = [core.display(one.drug) for one in visit.administrations if one.line == name]
    who = visit.patient.name if visit.patient else ""
    chair = translate("Lines", "chair {chair}").format(chair=visit.chair)
    return title.format(drug=" + ".join(drugs)), " · ".join(part for part in (chair, who) if part)


def amount_of(text: str, what: str, unit: str) -> Amount:
    """A typed amount, in `unit` when none is typed. Raises `Unread`."""
    read = quantity(text)
    if isinstance(read, Refusal):
        raise Unread(refusal(read, what))
    return Amount(read.amount, read.unit or unit)
