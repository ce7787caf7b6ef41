"""A chair: the same skeleton in every state, so that nothing moves under a finger.

Header (chair, patient, state), two slots (lines, a list or the next step), foot (strip, Hang Push Close). A third
line and more lie below the second and scroll inside the card.
"""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.card_model import CardModel
from nursedesk.ui.board.card_parts import LineModel, ListModel, Slot, StepModel, Words
from nursedesk.ui.board.line_row import LineRow
from nursedesk.ui.board.metrics import Metrics
from nursedesk.ui.board.pictures import StripView
from nursedesk.ui.board.slots import ListSlot, StepSlot
from nursedesk.ui.kit import (
    Button,
    FocusRing,
    IconButton,
    Kind,
    PrimaryButton,
    QuietButton,
    Run,
    ScrollArea,
    State,
    StatePill,
    edge_colour,
    hairline,
    paint_panel,
    paint_runs,
    runs_width,
)

STRIP_WORDS = 150
"""Where a strip is as wide as this, px at 100 % text, its hours are written under it."""
NAME = 11
"""A patient's name gets no smaller than this before it is cut, px at 100 % text."""
LONGEST_CHAIR = 112
"""Room for a chair's name in the header, px at 100 % text."""


class ChairCard(QFrame):
    """Shows a `CardModel`; emits what was pressed with the line's id where there is one."""

    check_in_pressed = Signal(str)
    open_pressed = Signal()
    hang_pressed = Signal()
    push_pressed = Signal()
    close_pressed = Signal()
    start_pressed = Signal(str)
    stop_pressed = Signal(str)
    pause_pressed = Signal(str)
    resume_pressed = Signal(str)
    notice_dismissed = Signal(str, object)
    notice_acted_on = Signal(str, object)
    deed_pressed = Signal(str, str)
    menu_asked = Signal()
    arrive_pressed = Signal()
    put_back_pressed = Signal()

    def __init__(self, model: CardModel, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._metrics, self._curtain = model, metrics, False
        self._tail = model.chair.replace(" ", "-")
        self.setObjectName(f"chairCard_{self._tail}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ring = FocusRing(self)
        self._pill = StatePill(model.state, model.word, metrics.pill, self)
        self._rows: list[LineRow] = []
        self._slots: dict[tuple[int, type[Slot]], ListSlot | StepSlot] = {}
        self.more = self._make_menu_button()
        self._strip = StripView(self, 13 if metrics.word else 12, metrics.grown)
        self._strip.setAccessibleName(self.tr("The visit so far, chair {chair}").format(chair=model.chair))
        self._hidden: QWidget | None = None
        self._more: ScrollArea | None = None
        self._more_button: Button | None = None
        self._make_foot()
        self._show(model)

    def _make_menu_button(self) -> IconButton:
        spoken = self.tr("More, chair {chair}").format(chair=self._model.chair)
        button = IconButton("more", name=f"chairMenu_{self._tail}", spoken=spoken, plain=True, parent=self)
        button.set_size(15 * self._metrics.grown)
        button.clicked.connect(self.menu_asked)
        return button

    def _make_more(self) -> None:
        """The second slot's scroll area and its button: made only for a card with more than two lines."""
        self._hidden = QWidget()
        self._more = ScrollArea(self._hidden, resizable=False, parent=self)
        self._more.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more_button = Button(
            "", Kind.PLAIN, icon="chevron", name=f"moreLines_{self._tail}", size=13, pad=8, parent=self
        )
        self._more_button.clicked.connect(self._scroll_on)

    def _make_foot(self) -> None:
        m, tail, chair = self._metrics, self._tail, self._model.chair
        pad = 9 if m.room or not m.word else 16
        self._foot: dict[str, Button] = {}
        for key, word, icon, spoken in (
            ("hang", self.tr("Hang"), "hang", self.tr("Hang, chair {chair}")),
            ("push", self.tr("Push"), "push", self.tr("Push, chair {chair}")),
            ("close", self.tr("Close"), "close", self.tr("Close, chair {chair}")),
        ):
            button = QuietButton(
                word, icon=icon, name=f"{key}Button_{tail}", spoken=spoken.format(chair=chair),
                size=m.foot_text, height=m.foot_button, pad=round(pad * m.grown), parent=self,
            )  # fmt: skip
            self._foot[key] = button
        self._foot["hang"].clicked.connect(self.hang_pressed)
        self._foot["push"].clicked.connect(self.push_pressed)
        self._foot["close"].clicked.connect(self.close_pressed)
        if not m.room:
            return
        spoken = self.tr("Check in, chair {chair}").format(chair=chair)
        check_in = PrimaryButton(
            self.tr("Check in"), name=f"checkInButton_{tail}", spoken=spoken, icon="check_in",
            size=14 * m.grown, height=round(44 * m.grown), parent=self,
        )  # fmt: skip
        check_in.clicked.connect(lambda: self.check_in_pressed.emit(self._model.chair))
        self._foot["check_in"] = check_in

    def model(self) -> CardModel:
        """What is shown."""
        return self._model

    def rows(self) -> list[LineRow]:
        """The rows shown, in order."""
        return self._rows[: len(self._model.lines)]

    def set_curtain(self, drawn: bool) -> None:
        """Hide names; minutes and Stop stay."""
        if drawn != self._curtain:
            self._curtain = drawn
            self._show(self._model, place=False)
            self.update()

    def show_card(self, model: CardModel) -> bool:
        """Show a card; False, and nothing is repainted, when it is the one shown."""
        if model == self._model:
            self._model = model
            return False
        head = (self._model.state, self._model.name, self._model.facts, self._model.short_facts)
        same_head = head == (model.state, model.name, model.facts, model.short_facts)
        same_shape = self._shape(self._model) == self._shape(model)
        held = self.window().focusWidget()
        self._model = model
        self._show(model, place=not same_shape)
        self._keep_keyboard(held)
        if not same_head:
            self.update()
        return True

    def _keep_keyboard(self, held: QWidget | None) -> None:
        """A vanished button hands the keyboard to its own card: the next button is another patient's."""
        if held is not None and self.isAncestorOf(held) and not (held.isVisible() and held.isEnabled()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _shape(model: CardModel) -> tuple[object, ...]:
        """What decides where things stand."""
        return model.state, len(model.lines), tuple(type(slot) for slot in model.slots), model.encounter is None

    def _speak(self) -> None:
        spoken = self._model.spoken
        if self._curtain and self._model.encounter:
            spoken = f"{spoken.split(',')[0]}, {self._model.word.lower()}"
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        facts = "" if self._curtain else self._model.facts
        if facts != self.accessibleDescription():
            self.setAccessibleDescription(facts)

    def _show(self, model: CardModel, *, place: bool = True) -> None:
        self._speak()
        self._pill.set_state(model.state, model.word)
        self._strip.set_model(model.strip)
        for place_number, line in enumerate(model.lines):
            self._row(place_number, line).show_line(line)
        for index, slot in enumerate(self._slots_shown(model)):
            self._fill(index, slot)
        free = model.encounter is None
        for key, button in self._foot.items():
            button.setVisible(free and model.state is not State.OUT if key == "check_in" else not free)
        check_in = self._foot.get("check_in")
        if check_in is not None:
            expected = bool(model.source.day.entry)
            check_in.set_text(
                self.tr("Somebody else") if expected else self.tr("Check in"), check_in.accessibleName()
            )
            check_in.set_kind(Kind.QUIET if expected else Kind.PRIMARY)
        ready = model.state is State.READY
        self._foot["close"].set_kind(Kind.PRIMARY if ready else Kind.QUIET)
        self._foot["hang"].setEnabled(not free)
        self._show_more(model.hidden_lines)
        if place:
            self._place()

    def _slots_shown(self, model: CardModel) -> tuple[Slot, ...]:
        """The two slots; behind the curtain an empty chair names nobody who was or will be in it."""
        slots = model.slots[:2]
        if not self._curtain or model.encounter is not None:
            return slots
        hidden = StepModel((Words(self.tr("Names are hidden.")),), quiet=True)
        first = slots[0] if isinstance(slots[0], StepModel) else hidden
        return first, hidden

    def _row(self, index: int, line: LineModel) -> LineRow:
        """The row of a place, made when first needed."""
        while len(self._rows) <= index:
            row = LineRow(self._model.chair, line, self._metrics, self)
            for name in ("start", "stop", "pause", "resume"):
                getattr(row, f"{name}_pressed").connect(getattr(self, f"{name}_pressed"))
            row.notice_dismissed.connect(self.notice_dismissed)
            row.notice_acted_on.connect(self.notice_acted_on)
            row.deed_pressed.connect(self.deed_pressed)
            self._rows.append(row)
        return self._rows[index]

    def _show_more(self, more: int) -> None:
        """How many lines lie below the second."""
        if more and self._more is None:
            self._make_more()
        if self._more is None or self._more_button is None:
            return
        word = self.tr("+ 1 line") if more == 1 else self.tr("+ {count} lines").format(count=more)
        self._more_button.set_text(f"+ {more}" if self._metrics.room else word, word)
        self._more_button.setVisible(more > 0)
        self._more.setVisible(more > 0)

    def _fill(self, index: int, slot: Slot) -> None:
        """Show a list or a step in a place no line takes; each kind is made when first needed."""
        for (place, kind), widget in self._slots.items():
            if place == index:
                widget.setVisible(kind is type(slot))
        if isinstance(slot, LineModel):
            return
        shown = self._slots.get((index, type(slot)))
        if shown is None:
            shown = ListSlot(self._metrics, self) if isinstance(slot, ListModel) else self._new_step()
            self._slots[index, type(slot)] = shown
            shown.setGeometry(self._slot_rect(index))
            shown.show()
        if isinstance(shown, ListSlot) and isinstance(slot, ListModel):
            shown.show_list(slot)
        elif isinstance(shown, StepSlot) and isinstance(slot, StepModel):
            shown.show_step(slot)

    def _new_step(self) -> StepSlot:
        step = StepSlot(self._model.chair, self._metrics, self)
        step.check_in_pressed.connect(lambda: self.check_in_pressed.emit(self._model.chair))
        step.hang_pressed.connect(self.hang_pressed)
        step.arrive_pressed.connect(self.arrive_pressed)
        step.put_back_pressed.connect(self.put_back_pressed)
        return step

    def _scroll_on(self) -> None:
        """To the next hidden line, and round to the second again."""
        if self._more:
            bar = self._more.verticalScrollBar()
            bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + self._more.height())

    def _slot_rect(self, index: int) -> QRect:
        tall = theme.px(self._metrics.slot)
        return QRect(0, theme.px(self._metrics.header) + 1 + index * tall, self.width(), tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        m, px = self._metrics, theme.px
        pill = self._pill.sizeHint()
        middle = (px(m.header) - pill.height()) // 2
        end = self.width() - px(m.right) + px(8)
        side = round(theme.px(44) * max(m.grown * 0.8, 1.0))
        self.more.setFixedSize(side, side)
        self.more.move(end - self.more.width(), (px(m.header) - self.more.height()) // 2)
        self._pill.setGeometry(self.more.x() - px(4) - pill.width(), middle, pill.width(), pill.height())
        if self._more_button:
            more = self._more_button.sizeHint()
            top = (px(m.header) - more.height()) // 2
            self._more_button.setGeometry(self._pill.x() - more.width() - 4, top, more.width(), more.height())
        self._place_rows()
        for (index, _), widget in self._slots.items():
            widget.setGeometry(self._slot_rect(index))
        self._place_foot(self._slot_rect(2).y())

    def _place_rows(self) -> None:
        count, below = len(self._model.lines), self._slot_rect(1)
        scrolls = count > 2
        if scrolls and self._more and self._hidden:
            self._more.setGeometry(below)
            self._hidden.resize(below.width(), below.height() * (count - 1))
        for index, row in enumerate(self._rows):
            holder = self._hidden if scrolls and index and self._hidden else self
            if row.parentWidget() is not holder:
                row.setParent(holder)
            in_scroll = QRect(0, (index - 1) * below.height(), below.width(), below.height())
            row.setGeometry(self._slot_rect(min(index, 1)) if holder is self else in_scroll)
            row.setVisible(index < count)

    def _place_foot(self, top: int) -> None:
        m, px = self._metrics, theme.px
        height = self.height() - top - 1
        x = self.width() - px(m.right)
        gap = px(8)
        wide = round(px(104 if not m.room and m.word else 78) * m.grown)
        for key in ("check_in", "close", "push", "hang"):
            button = self._foot.get(key)
            if button is None or button.isHidden():
                continue
            size = button.sizeHint()
            width = max(wide, size.width()) if key != "check_in" else max(round(px(128) * m.grown), size.width())
            button.setGeometry(x - width, top + (height - size.height()) // 2, width, size.height())
            x -= width + gap
        edge = x - (px(20) if x < self.width() - px(m.right) else 0)
        words = self._hours_have_room(wide, gap)
        tall = min(height - px(8), round(px(52 if words else 44) * m.grown))
        lift = px(2) if words else 0  # the words weigh less than the bars
        strip_top = top + (height - tall) // 2 + lift
        self._strip.set_words(words)
        self._strip.setGeometry(px(m.left), strip_top, max(edge - px(m.left), 0), tall)
        self._strip.setVisible(edge - px(m.left) > 48)

    def _hours_have_room(self, wide: int, gap: int) -> bool:
        """Whether the strip of a visit is wide enough for its hours; the same in every state of a card."""
        m, px = self._metrics, theme.px
        buttons = sum(max(wide, self._foot[key].sizeHint().width()) + gap for key in ("hang", "push", "close"))
        return self.width() - px(m.left) - px(m.right) - buttons - px(12) >= round(px(STRIP_WORDS) * m.grown)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press on the header opens the visit."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() <= theme.px(self._metrics.header):
            self.open_pressed.emit()

    def _chair_runs(self) -> tuple[Run, ...]:
        """The chair as large as its density says; one with a long name gets smaller."""
        size, longest = float(self._metrics.chair), theme.px(LONGEST_CHAIR) * self._metrics.grown
        while size > 15 and runs_width((Run(self._model.chair, size, theme.STRONG),)) > longest:
            size -= 1
        return (Run(self._model.chair, size, theme.STRONG),)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, m, px = theme.current(), self._metrics, theme.px
        painter = QPainter(self)
        wide = min(round(px(6) * m.grown), px(m.left) - px(6))
        paint_panel(painter, QRectF(self.rect()), colours, edge_colour(self._model.state, colours), wide)
        high = px(m.header)
        if event.rect().top() > high:
            return  # a row ticked: only the ground under it is asked for
        hairline(painter, px(m.left), self.width() - px(m.right), high, colours)
        number = self._chair_runs()
        left = float(px(m.left) + (2 if m.room else 0))
        paint_runs(painter, QPointF(left, high / 2 + px(number[0].size) * 0.36), number)
        left += max(runs_width(number) + px(m.chair) * 0.42, px(m.chair) * 0.98)
        more = self._more_button
        room = (more.x() if more and more.isVisibleTo(self) else self._pill.x()) - left - 8
        free = self._model.encounter is None
        name = self.tr("Name hidden") if self._curtain and not free else self._model.name
        strong = Run(name, m.name, theme.MEDIUM if free else theme.STRONG, "quiet" if free else "ink")
        facts = self._model.short_facts if m.room else self._model.facts
        if self._curtain and not free:
            facts = ""
        while strong.size > NAME and strong.width() > room:
            strong = replace(strong, size=strong.size - 0.5)
        paint_runs(painter, QPointF(left, high / 2 - px(1)), (strong,), room)
        quiet = _whole_facts(facts, m.facts, room)
        paint_runs(painter, QPointF(left, high / 2 + px(m.facts) + px(3)), quiet, room)


def _whole_facts(facts: str, size: float, room: float) -> tuple[Run, ...]:
    """As many whole facts as there is room for, a little smaller before one is left out."""
    pieces = facts.split(" · ")
    while True:
        for smaller in (size, size - 0.5, size - 1):
            runs = (Run(" · ".join(pieces), smaller, role="quiet"),)
            if runs_width(runs) <= room or len(pieces) == 1:
                return runs
        pieces.pop()
