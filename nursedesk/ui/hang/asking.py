"""A question that only a person can answer: one big button for each answer, two lines on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang.emptied import empty
from nursedesk.ui.kit import Button, Kind, Paragraph, Run, ScrollArea, paint_runs, runs_width

TALL, PAD = 76, 20


@dataclass(frozen=True, slots=True)
class Answer:
    """What a button says, and what is handed back when it is pressed."""

    text: str
    facts: str
    value: object


class AnswerButton(Button):
    """A strong line and a quiet one below it, from the left; smaller before anything is cut."""

    def __init__(self, answer: Answer, name: str) -> None:
        spoken = f"{answer.text}, {answer.facts}" if answer.facts else answer.text
        super().__init__(answer.text, Kind.QUIET, name=name, spoken=spoken, size=17, height=TALL)
        self._facts = answer.facts

    def _content_width(self, size: float) -> float:
        return theme.px(PAD) * 2.0

    def _paint_content(self, painter: QPainter, colour: QColor) -> None:
        room = self.width() - 2.0 * theme.px(PAD)
        first = _fitting(Run(self.text(), 17, theme.STRONG), room)
        second = _fitting(Run(self._facts, 14, role="quiet"), room)
        upper, lower = QFontMetricsF(first.face()), QFontMetricsF(second.face())
        tall = upper.height() + (lower.height() if self._facts else 0)
        top = (self.height() - tall) / 2
        paint_runs(painter, QPointF(theme.px(PAD), top + upper.ascent()), (first,), room)
        if self._facts:
            base = top + upper.height() + lower.ascent()
            paint_runs(painter, QPointF(theme.px(PAD), base), (second,), room)


def _fitting(run: Run, room: float) -> Run:
    size = run.size
    while size > 10 and runs_width((Run(run.text, size, run.weight),)) > room:
        size -= 0.5
    return Run(run.text, size, run.weight, run.role)


class Asking(QWidget):
    """Emits `answered(value)`; the first answer takes the keyboard."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askingPanel")
        self._question = Paragraph("", 15, theme.MEDIUM)
        self._question.setObjectName("askingQuestion")
        self._answers = QVBoxLayout()
        self._answers.setSpacing(theme.px(10))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, theme.px(16), 20, 16)
        column.setSpacing(theme.px(14))
        column.addWidget(self._question)
        column.addLayout(self._answers)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollArea(inside))

    def ask(self, question: str, answers: Sequence[Answer]) -> None:
        """Put the question; earlier answers go."""
        self._question.show_text(question)
        self.setAccessibleName(question)
        empty(self._answers)
        for place, answer in enumerate(answers, 1):
            button = AnswerButton(answer, f"answerButton_{place}")
            button.clicked.connect(lambda _=False, value=answer.value: self.answered.emit(value))
            self._answers.addWidget(button)
            if place == 1:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
