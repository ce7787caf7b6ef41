"""The head of the page: who, in which state, and every Stop of the visit, always in the same place."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.undo_place import UndoPlace
from nursedesk.ui.encounter.actions import EncounterActions
from nursedesk.ui.encounter.banner_button import PRESS, BannerButton
from nursedesk.ui.encounter.banner_model import BannerModel, LinePress
from nursedesk.ui.encounter.banner_rows import Key, fact_runs, row_width, rows_of, with_gone
from nursedesk.ui.encounter.notices import NoticeChip, NoticeRow
from nursedesk.ui.frame.patient_name import PatientName
from nursedesk.ui.kit import (
    Button,
    IconButton,
    Menu,
    StartButton,
    State,
    StatePill,
    StopButton,
    Text,
    plain_tip,
)
from nursedesk.ui.lines.deeds import add_lines, add_visit

TALL = 84
LOW, LOW_GAP = 58, 6
"""In a low window: the row that says who, and the space between rows."""
INSET = 8
"""Clear ground at both ends, so that a focus ring around the last button is seen whole."""
GAP = 12
_NAME_LEAST = 260


class Banner(QWidget):
    """84 px high; where one row has no room for them the Stops stand in a row of their own, below.

    In a low window the first row is lower, belongs to who it is and to Undo, and every press stands under it.
    Drug names are never cut.
    """

    keyboard_left = Signal()
    """The press that had the keyboard is gone."""

    def __init__(self, actions: EncounterActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._model: BannerModel | None = None
        self._lines: dict[Key, Button] = {}
        self._gone: dict[Key, Button] = {}
        self._places: list[Key] = []
        self._chips: list[NoticeChip] = []
        self._pauses = False
        """Whether there is a Pause; where there is no room for it, it is in the menu only."""
        self._low = False
        self._undo: UndoPlace | None = None
        self.setObjectName("encounterBanner")
        self._back = IconButton("back", name="encounterBack", spoken=self.tr("Back to the board"), parent=self)
        self._chair = Text("", 34, theme.STRONG, parent=self)
        self._name = PatientName(self)
        self._name.setObjectName("encounterName")
        self._pill = StatePill(State.CHECKED_IN, "", parent=self)
        self._facts = Text("", 14, theme.REGULAR, "quiet", parent=self)
        self._facts.setObjectName("encounterFacts")
        self._pause = self._quiet(self.tr("Pause"), "pause", "encounterPause")
        self._resume = self._quiet(self.tr("Resume"), "play", "encounterResume")
        self._hang = self._quiet(self.tr("Hang"), "hang", "encounterHang")
        self._push = self._quiet(self.tr("Push"), "push", "encounterPush")
        self._close = self._quiet(self.tr("Close"), "close", "encounterClose")
        self._reopen = self._quiet(self.tr("Reopen"), "undo", "encounterReopen")
        self._more = self._quiet("", "more", "encounterMore")
        self._more.setAccessibleName(self.tr("More for a line of this visit"))
        self._more.setToolTip(self.tr("Rate, bag, access, waste, a stop said later"))
        self._wire()

    def _quiet(self, text: str, icon: str, name: str) -> BannerButton:
        return BannerButton(text, icon, name, self)

    def _wire(self) -> None:
        actions = self._actions
        self._back.clicked.connect(lambda: actions.back())
        self._hang.clicked.connect(lambda: actions.hang())
        self._push.clicked.connect(lambda: actions.push())
        self._close.clicked.connect(lambda: actions.close())
        self._pause.clicked.connect(lambda: self._one_of(self._pause, self._running(), actions.pause))
        self._more.clicked.connect(self.open_menu)
        self._resume.clicked.connect(lambda: self._one_of(self._resume, self._paused(), actions.resume))

    def open_menu(self) -> None:
        """What else can be done to each line of the visit."""
        if self._model is None or not self._model.menu:
            return
        menu = Menu("encounterMenu", self)
        add_lines(menu, self._model.menu, lambda line, deed: self._actions.line_deed(line, deed.value))
        add_visit(menu, lambda line, deed: self._actions.line_deed(line, deed.value))
        menu.open_under(self._more)

    def reopen_button(self) -> Button:
        """Shown once the visit is closed; the page asks for the reason."""
        return self._reopen

    def _running(self) -> tuple[LinePress, ...]:
        return self._model.running if self._model else ()

    def _paused(self) -> tuple[LinePress, ...]:
        return self._model.paused if self._model else ()

    def _one_of(self, button: Button, presses: Sequence[LinePress], act: Callable[[str], None]) -> None:
        """Act on the one line there is, or ask which of several."""
        if len(presses) == 1:
            act(presses[0].line)
            return
        menu = Menu(f"{button.objectName()}Menu", self)
        for press in presses:
            menu.add(press.drug, partial(act, press.line))
        menu.open_under(button)

    def show_model(self, model: BannerModel, notices: Sequence[NoticeRow] = ()) -> None:
        """Show a visit; buttons that are still about the same line stay the same buttons."""
        self._model = model
        self._chair.set_runs(model.chair)
        self._chair.setAccessibleName(self.tr("Chair {chair}").format(chair=model.chair))
        self._name.show_name(model.name)
        self._pill.set_state(model.state, model.state_word)
        self._show_facts(model)
        self._show_quiet(model)
        self._show_lines(model)
        self._show_chips(notices)
        self._place()
        chain = [self._back, *self._quiet_buttons(), *self._line_buttons(), *self._chips]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _show_facts(self, model: BannerModel) -> None:
        said = " · ".join(" ".join(text for text, _ in words) for words in model.facts)
        self._facts.setToolTip(plain_tip(said))
        self._facts.setAccessibleName(said)

    def _show_quiet(self, model: BannerModel) -> None:
        self._pauses = model.open and bool(model.running or not model.paused)
        for button, shown in (
            (self._pause, self._pauses),
            (self._resume, model.open and bool(model.paused)),
            (self._hang, model.open),
            (self._push, model.open),
            (self._close, model.open),
            (self._reopen, not model.open),
            (self._more, bool(model.menu)),
        ):
            button.setVisible(shown)
        self._pause.setEnabled(bool(model.running))
        for button, presses in ((self._pause, model.running), (self._resume, model.paused)):
            spoken = presses[0].spoken if len(presses) == 1 else button.text()
            button.set_text(button.text(), spoken)

    def _show_lines(self, model: BannerModel) -> None:
        wanted: dict[Key, Button] = {}
        for number, press in enumerate(model.starts, 1):
            wanted["start", press.line] = self._line_button("start", press, number)
        for number, press in enumerate(reversed(model.stops), 1):
            wanted["stop", press.line] = self._line_button("stop", press, number)
        there = {line.line for line in model.menu}
        gone = {key: b for key, b in (self._gone | self._lines).items() if key not in wanted}
        more = any(key not in self._lines for key in wanted)
        self._gone = {key: b for key, b in gone.items() if key[1] in there and not more}
        held = any(button.hasFocus() for button in gone.values())
        for key, button in gone.items():
            button.hide()
            # A name is found once: what only holds a place has none.
            button.setObjectName("")
            if key not in self._gone:
                button.setParent(None)
                button.deleteLater()
        shown = [("start", p.line) for p in model.starts] + [("stop", p.line) for p in model.stops]
        self._places = with_gone(self._places, shown, self._gone)
        self._lines = wanted
        if held:
            # Not to the next press: a second Enter must stop nothing else.
            self.keyboard_left.emit()

    def _line_button(self, what: str, press: LinePress, number: int) -> Button:
        button = self._lines.get((what, press.line))
        if button is None:
            line = press.line
            if what == "start":
                button = StartButton(self._start_word(press), name="", spoken="", parent=self)
                button.clicked.connect(lambda: self._actions.start(line))
            else:
                button = StopButton(self._stop_word(press), name="", spoken="", parent=self)
                button.clicked.connect(lambda: self._actions.stop(line))
        button.setObjectName(f"encounter{what.capitalize()}_{number}")
        button.set_text(self._start_word(press) if what == "start" else self._stop_word(press), press.spoken)
        if isinstance(button, StopButton):
            button.set_state(overdue=press.overdue, outline=press.outline)
        button.show()
        return button

    def _stop_word(self, press: LinePress) -> str:
        return self.tr("Stop {drug}").format(drug=press.drug)

    def _start_word(self, press: LinePress) -> str:
        return self.tr("Start {drug}").format(drug=press.drug)

    def _show_chips(self, notices: Sequence[NoticeRow]) -> None:
        if [chip.row() for chip in self._chips] == list(notices):
            return
        for old in self._chips:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._chips = [NoticeChip(row, n, self) for n, row in enumerate(notices, 1)]
        for chip in self._chips:
            self._dismissing(chip)

    def _dismissing(self, chip: NoticeChip) -> None:
        chip.dismissed.connect(lambda: self._actions.dismiss(chip.row().notice))
        chip.action_pressed.connect(lambda: self._actions.act_on_notice(chip.row().notice))

    def line_button(self, what: str, line: str) -> Button | None:
        """The Stop or Start (`stop`, `start`) of a line."""
        return self._lines.get((what, line))

    def press_main(self) -> None:
        """Stop the drug that has run longest, else start the first one prepared: what the S key does."""
        model = self._model
        drugs = [p for p in model.stops if not p.outline] if model else []
        if drugs:
            self._actions.stop(drugs[-1].line)
        elif model and model.starts:
            self._actions.start(model.starts[0].line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def settle(self, width: int, low: bool) -> None:
        """Be as wide as that and as high as it takes, also before anything of it is shown."""
        if low != self._low:
            self._low = low
            for button in self._quiet_buttons():
                button.set_low(low)
        self.resize(width, self.height())
        self._place()

    def take_undo(self, undo: UndoPlace) -> None:
        """In a low window what was pressed last stands beside the name."""
        self._undo = undo
        undo.setParent(self)

    def give_undo(self) -> None:
        """It stands elsewhere again."""
        self._undo = None

    def show_undo(self, shown: bool) -> None:
        """Show what was pressed last, or nothing in its place."""
        if self._undo is not None and shown == self._undo.isHidden():
            self._undo.setVisible(shown)
            self._place()

    def _place(self) -> None:
        """Left: who. Right: what may be pressed, the drug's Stop at the very end."""
        tall = theme.px(LOW if self._low else TALL)
        self._pause.setVisible(self._pauses)
        quiet = [b for b in self._quiet_buttons() if not b.isHidden()]
        left = INSET + theme.px(44 + 16) + self._chair.sizeHint().width() + theme.px(20)
        name = self._name.whole_width() + theme.px(14) + self._pill.sizeHint().width()
        least = left + max(name, theme.px(_NAME_LEAST)) + theme.px(20)
        first, below, gap = self._tried(quiet, self._line_buttons(), least)
        right = self._row(first, 0, tall, gap)
        height, between = tall, theme.px(LOW_GAP) if self._low else gap
        for row in below:
            high = max(button.sizeHint().height() for button in row)
            top = height if self._low else height - (tall - theme.px(PRESS)) // 2
            self._row(row, top, high, gap)
            height += high + between
        right = self._place_undo(left, tall) or right
        self._place_words(left, right - theme.px(20) if right < self._end() else self._end(), tall)
        if self.height() != height:
            self.setFixedHeight(height)

    def _place_undo(self, left: int, tall: int) -> int:
        """From the state, else from the name to the end; returns where it begins, 0 when it is not shown here."""
        undo = self._undo
        shown = undo is not None and not undo.isHidden()
        least = undo.button.sizeHint().width() + theme.px(12) if undo is not None and shown else 0
        after = left + self._name.whole_width() + theme.px(20)
        beside = after + self._pill.sizeHint().width() + theme.px(14)
        # The name of the patient is never cut for it; the state goes first, a Stop says it too.
        self._pill.setVisible(not shown or beside + least <= self._end())
        if undo is None or not shown:
            return 0
        begin = round(min(after if self._pill.isHidden() else beside, self._end() - least))
        undo.setGeometry(begin, (tall - undo.height()) // 2, self._end() - begin, undo.height())
        return begin

    def _end(self) -> int:
        return self.width() - INSET

    def _line_buttons(self) -> list[Button]:
        """In the order shown. A Stop that was pressed leaves its place empty: a double press hits nothing else."""
        return [self._lines.get(key) or self._gone[key] for key in self._places]

    def _tried(
        self, quiet: list[BannerButton], lines: list[Button], least: int
    ) -> tuple[list[Button], list[list[Button]], int]:
        """(beside the name, rows below, gap): icons go first, then Pause, then the Stops take their own row."""
        wide, close = theme.px(GAP), theme.px(8)
        without = [button for button in quiet if button is not self._pause]
        whole = self._end() - INSET
        room = whole if self._low else self._end() - least
        tries: list[tuple[list[Button], list[Button]]] = [([*shown, *lines], []) for shown in (quiet, without)]
        if not self._low:
            tries.append(([*quiet], lines))
        for tried, under in tries:
            for words_only, gap in ((False, wide), (True, close)):
                for button in quiet:
                    button.set_words_only(words_only)
                if row_width(tried, gap) <= room:
                    self._pause.setVisible(self._pause in tried)
                    return ([], [tried], gap) if self._low else (tried, rows_of(under, whole, gap), gap)
        shown = without if row_width(quiet, close) > whole >= row_width(without, close) else quiet
        self._pause.setVisible(self._pause in shown)
        return [], [*rows_of(shown, whole, close), *rows_of(lines, whole, close)], close

    def _quiet_buttons(self) -> tuple[BannerButton, ...]:
        return self._pause, self._resume, self._more, self._hang, self._push, self._close, self._reopen

    def _row(self, buttons: Sequence[Button], top: int, tall: int, gap: int) -> int:
        """Set buttons right-aligned in the order given, in the middle of a row; returns where they begin."""
        x = self._end()
        for button in reversed(buttons):
            size = button.sizeHint()
            x -= size.width()
            button.setGeometry(x, top + (tall - size.height()) // 2, size.width(), size.height())
            x -= gap
        return x + gap

    def _place_words(self, left: int, right: int, tall: int) -> None:
        back = self._back
        back.move(INSET, (tall - back.height()) // 2)
        chair = self._chair.sizeHint()
        x = INSET + back.width() + theme.px(16)
        self._chair.setGeometry(x, (tall - chair.height()) // 2, chair.width(), chair.height())
        middle = tall // 2
        pill, facts = self._pill.sizeHint(), self._facts.sizeHint()
        room = max(right - left, theme.px(80))
        beside = 0 if self._pill.isHidden() else pill.width() + theme.px(14)
        self._name.show_name(self._model.name if self._model else "", room - beside - 2)
        name = self._name.sizeHint()
        width = min(name.width(), max(room - beside, theme.px(60)))
        broken = len(self._name.lines()) > 1
        # In two lines it stands over the middle by more: the facts go down with it.
        middle += theme.px(4) if broken else 0
        top = max(middle - name.height() - theme.px(1), 0)
        self._name.setGeometry(left, top, width, name.height())
        at = left + width + theme.px(14)
        self._pill.setGeometry(at, top + (name.height() - pill.height()) // 2, pill.width(), pill.height())
        self._facts.set_runs(fact_runs(self._model, room))
        self._facts.setGeometry(left, middle + theme.px(5), room, facts.height())
        at += pill.width() + theme.px(10)
        for chip in self._chips:
            chip.setVisible(chip.fit(right - at))
            size = chip.sizeHint()
            chip.setGeometry(at, top + (name.height() - size.height()) // 2, size.width(), size.height())
            at += size.width() + theme.px(8)
