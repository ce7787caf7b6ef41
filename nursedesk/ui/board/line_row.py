"""One line on a card: drug and dose, minutes, facts, ruler, notice, and the button that starts or stops it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QElapsedTimer, QRect, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.outputs.pictures.shapes import Shape
from nursedesk.record.encounter import LineState
from nursedesk.ui import theme
from nursedesk.ui.board.card_parts import LineModel, Sentence
from nursedesk.ui.board.metrics import Metrics, stop_size
from nursedesk.ui.board.pictures import BoundaryRuler
from nursedesk.ui.kit import Chip, Menu, Run, StartButton, StopButton, Text, Tone, hairline, plain_tip, runs_width
from nursedesk.ui.lines.deeds import Deed, MenuLine, deed_word, offered
from nursedesk.watch.look import Kind

GAP, DOT = 8, " · "
TREMBLE_MS = 500
"""A second press so soon after the first has put another button, or another line's, in its place is no press."""
SMALLEST = 6.0
"""Below this nothing is read anyway, px."""
SMALLEST_FACT = 0.85
"""A fact gets this much smaller, no more, where its row is narrow."""


def fact_runs(sentence: Sentence, size: float, role: str = "quiet") -> tuple[Run, ...]:
    """A sentence of facts: quiet, with what matters in ink."""
    return tuple(
        Run(part.text, size, theme.STRONG if part.strong else theme.REGULAR, "ink" if part.strong else role)
        for part in sentence
    )


def _fitting(sentence: Sentence, size: float, room: float) -> Sentence:
    """As many of a sentence's facts, apart by dots, as there is room for; always the first."""
    while runs_width(fact_runs(sentence, size)) > room:
        place = next((n for n in range(len(sentence) - 1, -1, -1) if DOT in sentence[n].text), -1)
        before = sentence[place].text.rpartition(DOT)[0] if place >= 0 else ""
        if place < 0 or not (place or before):
            break
        sentence = (*sentence[:place], *((replace(sentence[place], text=before),) if before else ()))
    return sentence


def two_lines(name: tuple[Run, Run], room: float) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """A drug and its dose broken at a space so that both lines fit; smaller while one does not."""
    drug, dose = name
    words = drug.text.split(" ")
    for taken in range(len(words) - 1, 0, -1):
        first = (replace(drug, text=" ".join(words[:taken])),)
        second = (replace(drug, text=" ".join(words[taken:])), dose)
        if runs_width(first) <= room and runs_width(second) <= room:
            return first, second
    if runs_width((drug,)) <= room:
        return (drug,), (replace(dose, gap=0),)
    if drug.size <= SMALLEST:
        return (drug,), (replace(dose, gap=0),)
    return two_lines((replace(drug, size=drug.size - 0.5), replace(dose, size=dose.size - 0.5)), room)


class LineRow(QWidget):
    """Emits the line's id with what was pressed; shows a `LineModel` and repaints only what differs."""

    start_pressed = Signal(str)
    stop_pressed = Signal(str)
    pause_pressed = Signal(str)
    resume_pressed = Signal(str)
    deed_pressed = Signal(str, str)
    """(line, a `Deed`) of the row's menu."""
    notice_dismissed = Signal(str, object)
    notice_acted_on = Signal(str, object)

    def __init__(self, chair: str, model: LineModel, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chair, self._model, self._metrics = chair, model, metrics
        self._shape: tuple[object, ...] = ()
        self._fact_room = 1e9
        self._changed = QElapsedTimer()
        tail = f"{chair.replace(' ', '-')}_{model.number}"
        self.setObjectName(f"lineRow_{tail}")
        size = metrics.drug
        self._drug = Text(size=size, weight=theme.STRONG, parent=self)
        self._second = Text(size=size, weight=theme.STRONG, parent=self)
        self._second.hide()
        self._elapsed = Text(size=metrics.elapsed, weight=theme.STRONG, parent=self)
        self._elapsed.setObjectName(f"elapsedLabel_{tail}")
        self._facts = (Text(parent=self), Text(parent=self))
        self._note = Text(role="quiet", size=metrics.fact, parent=self)
        self._ruler = BoundaryRuler(self)
        self._chip = Chip(
            "", Tone.FACT, name=f"noticeChip_{tail}", drawn=metrics.chip, size=metrics.chip_text, parent=self
        )
        self._chip.hide()
        text = metrics.stop_text
        self.stop = StopButton("", name=f"stopButton_{tail}", spoken="", size=text, parent=self)
        self.start: StartButton | None = None
        self.resume: StartButton | None = None
        self._wire()
        self._show(model)

    def _wire(self) -> None:
        self.stop.clicked.connect(self._stop)
        self._chip.dismissed.connect(lambda: self.notice_dismissed.emit(*self._notice()))
        self._chip.action_pressed.connect(lambda: self.notice_acted_on.emit(*self._notice()))

    def _stop(self) -> None:
        if self._meant():
            self.stop_pressed.emit(self._model.line)

    def _start(self) -> None:
        if self._meant():
            self.start_pressed.emit(self._model.line)

    def _resume(self) -> None:
        if self._meant():
            self.resume_pressed.emit(self._model.line)

    def _meant(self) -> bool:
        """Whether a press is for what is shown: the second half of a double press is for what was here before."""
        return not self._changed.isValid() or self._changed.elapsed() >= TREMBLE_MS

    def _notice(self) -> tuple[str, str | None]:
        """(kind, line) of the chip shown; a chip that is pressed is shown."""
        chip = self._model.chip
        return (chip.kind, chip.line) if chip else ("", None)

    def model(self) -> LineModel:
        """What is shown."""
        return self._model

    def press(self) -> None:
        """Start or stop, as its button would."""
        button = self.start if self._model.state is LineState.PREPARED else self.stop
        if button:
            button.click()

    def show_line(self, model: LineModel) -> bool:
        """Show a line; False, and nothing is repainted, when it is the one shown."""
        if model == self._model:
            return False
        began = model.state is LineState.RUNNING and self._model.state in (LineState.PREPARED, LineState.PAUSED)
        if began or model.line != self._model.line:
            self._changed.start()
        self._model = model
        self._show(model)
        return True

    def _show(self, model: LineModel) -> None:
        """Texts first; places are found again only when something got wider, came or went."""
        m = self._metrics
        self.setAccessibleName(f"{model.drug} {model.dose}")
        self._elapsed.set_runs(self._elapsed_runs(model))
        self._say_facts()
        self._note.set_runs(model.note if m.word else model.short_note)
        if model.ruler:
            self._ruler.set_model(model.ruler, minor=m.minor, number=m.number, word=m.word)
        if model.chip:
            self._chip.set_notice(model.chip.text, model.chip.tone, self._chip_action(model))
            self._chip.setToolTip(plain_tip("\n".join((*model.more_notices, self.tr("Press to dismiss")))))
        self._show_buttons(model, model.state is LineState.PREPARED, model.state is LineState.PAUSED)
        self._chip.setVisible(model.chip is not None)
        self._ruler.setVisible(model.ruler is not None)
        self._note.setVisible(bool(model.note))
        shape = (
            model.drug, model.dose, model.state, model.chip, self._elapsed.sizeHint().width(),
            *(bool(label.text()) for label in self._facts),
        )  # fmt: skip
        if shape != self._shape:
            self._shape = shape
            self._place()

    def _chip_action(self, model: LineModel) -> str:
        """In room an action stands only where a press charts something and the row is wide enough."""
        chip = model.chip
        if chip is None or (self._metrics.room and chip.kind != Kind.RATE_STEP):
            return ""
        return chip.action

    def _show_buttons(self, model: LineModel, prepared: bool, paused: bool) -> None:
        """Stop is always there; Start and Resume are made when a line first needs them."""
        stop, start = (self.tr("Stop"), self.tr("Start"))
        if not self._metrics.room:
            stop, start = stop.upper(), start.upper()
        chair = self._chair
        self.stop.set_text(stop, self.tr("Stop {drug}, chair {chair}").format(drug=model.drug, chair=chair))
        self.stop.set_state(overdue=model.overdue, outline=model.outline)
        self.stop.setVisible(not prepared)
        if prepared and self.start is None:
            self.start = self._new_start("startButton", self._metrics.stop_text, Shape.START)
            self.start.clicked.connect(self._start)
        if paused and self.resume is None:
            self.resume = self._new_start(
                "resumeButton", min(self._metrics.stop_text, 20 * self._metrics.grown), None
            )
            self.resume.clicked.connect(self._resume)
        if self.start:
            self.start.set_text(start, self.tr("Start {drug}, chair {chair}").format(drug=model.drug, chair=chair))
            self.start.setVisible(prepared)
        if self.resume:
            spoken = self.tr("Resume {drug}, chair {chair}").format(drug=model.drug, chair=chair)
            self.resume.set_text(self.tr("Resume"), spoken)
            self.resume.setVisible(paused)

    def _new_start(self, name: str, size: float, shape: Shape | None) -> StartButton:
        tail = self.objectName().removeprefix("lineRow_")
        return StartButton("", name=f"{name}_{tail}", spoken="", size=size, shape=shape, parent=self)

    def _elapsed_runs(self, model: LineModel) -> tuple[Run, ...]:
        big = self._metrics.elapsed
        if not model.elapsed:
            return (Run(model.elapsed_text, round(big * 0.68), theme.MEDIUM, "quiet"),)
        unit = round(big * 0.55)
        runs = []
        for place, (number, word) in enumerate(model.elapsed):
            runs.append(Run(number, big, theme.STRONG, "ink", gap=big * 0.16 if place else 0))
            runs.append(Run(word, unit, theme.MEDIUM, "quiet", gap=big * 0.08))
        return tuple(runs)

    def _name_runs(self, size: float) -> tuple[Run, Run]:
        model = self._model
        return Run(model.drug, size, theme.STRONG), Run(model.dose, size, theme.REGULAR, gap=size * 0.45)

    def _place_drug(self, left: int, room: int) -> None:
        """Drug and dose as large as they fit; a long name gets smaller, then takes two lines, and is never cut."""
        m, px = self._metrics, theme.px
        size = float(m.drug)
        while size > m.drug * 0.75 and runs_width(self._name_runs(size)) > room:
            size -= 0.5
        runs = self._name_runs(size)
        if runs_width(runs) <= room:
            self._second.hide()
            self._drug.set_runs(runs)
            self._base(self._drug, left, px(m.drug_base), room)
            return
        first, second = two_lines(self._name_runs(m.drug * 0.62), room)
        self._drug.set_runs(first)
        self._second.set_runs(second)
        self._second.show()
        self._base(self._drug, left, px(m.drug_base - m.drug * 0.56), room)
        self._base(self._second, left, px(m.drug_base + m.drug * 0.14), room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Everything at its place in the row; the button column is fixed at the right."""
        m, px = self._metrics, theme.px
        left, right = px(m.left), self.width() - px(m.right)
        wide, high = stop_size(m, self.screen().physicalDotsPerInch() if self.screen() else 96.0)
        wide = max(wide, self.stop.sizeHint().width() - 2 * px(4))  # a longer language's word is as large
        button = QRect(right - wide, (self.height() - high) // 2, wide, high)
        self.stop.setGeometry(button)
        if self.start:
            self.start.setGeometry(button)
        if self.resume:
            self.resume.setGeometry(button.translated(-wide - px(GAP), 0))
        edge = button.left() - px(24 if not m.room else 14)
        if self._model.state is LineState.PAUSED:
            edge -= wide + px(GAP)
        self._place_chip(left, edge)
        end = edge
        if self._model.chip and not m.room:
            end = self._chip.x() - px(12)
        self._place_drug(left, end - left)
        self._place_facts(left, edge)
        self._ruler.setGeometry(left - 7, px(m.ruler_top), edge - left + 14, px(m.ruler_bottom - m.ruler_top))
        note = m.ruler_bottom - (16 if m.word else 4 if m.room else 8)
        self._base(self._note, left, px(note), edge - left)

    def _base(self, label: Text, x: int, base: int, width: float) -> None:
        """A label whose text stands on a baseline."""
        metrics = label.sizeHint().height()
        ascent = round(metrics * 0.8)
        label.setGeometry(x, base - ascent, max(int(width), 0), metrics)

    def _place_chip(self, left: int, edge: int) -> None:
        m, px = self._metrics, theme.px
        size = self._chip.sizeHint()
        if m.room:
            x = left + round(self._elapsed.sizeHint().width()) + px(10)
            if self._model.chip and size.width() > edge - x:
                self._chip.set_notice(self._model.chip.text, self._model.chip.tone, "")
                size = self._chip.sizeHint()
            middle = px(m.elapsed_base) - px(m.elapsed) * 0.34
        else:
            x, middle = edge - size.width(), px(m.drug_base) - px(m.drug) * 0.36
        self._chip.setGeometry(
            min(x, edge - size.width()), round(middle - size.height() / 2), size.width(), size.height()
        )

    def _place_facts(self, left: int, edge: int) -> None:
        m, px = self._metrics, theme.px
        elapsed = self._elapsed.sizeHint().width()
        self._base(self._elapsed, left, px(m.elapsed_base), elapsed)
        x = left + elapsed + px(20 if not m.room else 10)
        self._fact_room = edge - x
        self._say_facts()
        first, second = self._facts
        covered = m.room and self._model.chip is not None
        first.setVisible(bool(first.text()) and not covered)
        crowded = not m.word and self._second.isVisibleTo(self)
        second.setVisible(bool(second.text()) and not crowded)
        if m.room or crowded or not second.text():
            self._base(first, x, px(m.elapsed_base - (2 if m.room else 0)), edge - x)
            return
        self._base(first, x, px(m.elapsed_base + 4 - m.fact * 1.28), edge - x)
        self._base(second, x, px(m.elapsed_base + 4), edge - x)

    def _say_facts(self) -> None:
        """Facts get a little smaller where the row is narrow, then whole ones are left out; none is cut."""
        model, size = self._model, float(self._metrics.fact)
        facts = (model.fact, ()) if self._metrics.room else (*model.facts, (), ())
        widest = max((runs_width(fact_runs(fact, size)) for fact in facts[:2] if fact), default=0.0)
        if widest > max(self._fact_room, 0):
            size = max(size * SMALLEST_FACT, size * self._fact_room / widest)
        for label, fact in zip(self._facts, facts, strict=False):
            label.set_runs(fact_runs(_fitting(fact, size, self._fact_room), size))

    def menu(self) -> Menu:
        """What else can be done to this line; the same as under its name in the chair's menu."""
        menu = Menu("lineMenu", self)
        line, tail = MenuLine(self._model.line, self._model.drug, self._model.state), self.objectName()
        for deed in offered(line):
            name = f"{deed.value}_{tail.removeprefix('lineRow_')}"
            menu.add(deed_word(deed), partial(self._deed, deed), name)
        return menu

    def _deed(self, deed: Deed) -> None:
        if deed is Deed.PAUSE:
            self.pause_pressed.emit(self._model.line)
        elif deed is Deed.RESUME:
            self.resume_pressed.emit(self._model.line)
        else:
            self.deed_pressed.emit(self._model.line, deed.value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        right = self.width() - theme.px(self._metrics.right)
        hairline(QPainter(self), theme.px(self._metrics.left), right, self.height() - 1, theme.current())
