"""The head of the page: who, in which state, and every Stop of the visit, always in the same place."""

from collections.abc import Callable, Container, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from nursedesk.ui import theme
from nursedesk.ui.encounter.actions import EncounterActions
from nursedesk.ui.encounter.banner_model import BannerModel, LinePress
from nursedesk.ui.encounter.notices import NoticeChip, NoticeRow
from nursedesk.ui.kit import (
    Button,
    IconButton,
    QuietButton,
    Run,
    StartButton,
    State,
    StatePill,
    StopButton,
    Text,
    plain_tip,
    runs_width,
)
from nursedesk.ui.lines.deeds import add_lines, add_visit

Key = tuple[str, str]
"""(start or stop, line)."""

TALL, PRESS = 84, 52
INSET = 8
"""Clear ground at both ends, so that a focus ring around the last button is seen whole."""
GAP = 12
_NAME_LEAST = 260


class BannerButton(QuietButton):
    """A quiet button that gives up its icon, never its word, where the banner is narrow."""

    def __init__(self, text: str, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(text, icon=icon, name=name, height=PRESS, parent=parent)
        self._icon_name = icon

    def set_words_only(self, compact: bool) -> None:
        """Word alone, or icon and word."""
        mark = None if compact and self.text() else self._icon_name
        if mark != self._mark:
            self._mark, self._pad = mark, 12 if compact else 16
            self.updateGeometry()
            self.update()


class Banner(QWidget):
    """84 px high; a second row for the Stops where one row has no room for them. Drug names are never cut."""

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
        self.setObjectName("encounterBanner")
        self._back = IconButton("back", name="encounterBack", spoken=self.tr("Back to the board"), parent=self)
        self._chair = Text("", 34, theme.STRONG, parent=self)
        self._name = Text("", 20, theme.STRONG, parent=self)
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
        menu = QMenu(self)
        menu.setObjectName("encounterMenu")
        add_lines(menu, self._model.menu, lambda line, deed: self._actions.line_deed(line, deed.value))
        add_visit(menu, lambda line, deed: self._actions.line_deed(line, deed.value))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))

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
        menu = QMenu(self)
        menu.setObjectName(f"{button.objectName()}Menu")
        for press in presses:
            choice = menu.addAction(press.drug)
            choice.triggered.connect(lambda _=False, line=press.line: act(line))
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def show_model(self, model: BannerModel, notices: Sequence[NoticeRow] = ()) -> None:
        """Show a visit; buttons that are still about the same line stay the same buttons."""
        self._model = model
        self._chair.set_runs(model.chair)
        self._chair.setAccessibleName(self.tr("Chair {chair}").format(chair=model.chair))
        self._name.set_runs(model.name)
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
        for key, button in gone.items():
            button.hide()
            # A name is found once: what only holds a place has none.
            button.setObjectName("")
            if key not in self._gone:
                button.setParent(None)
                button.deleteLater()
        shown = [("start", p.line) for p in model.starts] + [("stop", p.line) for p in model.stops]
        self._places = _with_gone(self._places, shown, self._gone)
        self._lines = wanted

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

    def _place(self) -> None:
        """Left: who. Right: what may be pressed, the drug's Stop at the very end."""
        tall = theme.px(TALL)
        self._pause.setVisible(self._pauses)
        quiet = [b for b in self._quiet_buttons() if not b.isHidden()]
        left = INSET + theme.px(44 + 16) + self._chair.sizeHint().width() + theme.px(20)
        name = self._name.sizeHint().width() + theme.px(14) + self._pill.sizeHint().width()
        least = left + max(name, theme.px(_NAME_LEAST)) + theme.px(20)
        first, below, gap = self._tried(quiet, self._line_buttons(), least)
        right = self._row(first, 0, gap)
        height = tall
        for row in _rows(below, self._end() - INSET, gap):
            self._row(row, height - (tall - theme.px(PRESS)) // 2, gap)
            height += theme.px(PRESS) + gap
        self._place_words(left, right - theme.px(20) if first else self._end(), tall)
        if self.height() != height:
            self.setFixedHeight(height)

    def _end(self) -> int:
        return self.width() - INSET

    def _line_buttons(self) -> list[Button]:
        """In the order shown. A Stop that was pressed leaves its place empty: a double press hits nothing else."""
        return [self._lines.get(key) or self._gone[key] for key in self._places]

    def _tried(
        self, quiet: list[BannerButton], lines: list[Button], least: int
    ) -> tuple[list[Button], list[Button], int]:
        """(beside the name, in rows below, gap): icons go first, then Pause, then the Stops take their own row."""
        wide, close = theme.px(GAP), theme.px(8)
        without = [button for button in quiet if button is not self._pause]
        for shown, below in ((quiet, []), (without, []), (quiet, lines)):
            beside = [*shown, *(lines if not below else [])]
            for words_only, gap in ((False, wide), (True, close)):
                for button in quiet:
                    button.set_words_only(words_only)
                if least + _width(beside, gap) <= self._end():
                    self._pause.setVisible(self._pause in shown)
                    return beside, below, gap
        room = self._end() - INSET
        if len(_rows([*without, *lines], room, close)) < len(_rows([*quiet, *lines], room, close)):
            self._pause.setVisible(False)
            return [], [*without, *lines], close
        return [], [*quiet, *lines], close

    def _quiet_buttons(self) -> tuple[BannerButton, ...]:
        return self._pause, self._resume, self._more, self._hang, self._push, self._close, self._reopen

    def _row(self, buttons: Sequence[Button], top: int, gap: int) -> int:
        """Set buttons right-aligned in the order given; returns where they begin."""
        x = self._end()
        for button in reversed(buttons):
            size = button.sizeHint()
            x -= size.width()
            button.setGeometry(x, top + (theme.px(TALL) - size.height()) // 2, size.width(), size.height())
            x -= gap
        return x + gap

    def _place_words(self, left: int, right: int, tall: int) -> None:
        back = self._back
        back.move(INSET, (tall - back.height()) // 2)
        chair = self._chair.sizeHint()
        x = INSET + back.width() + theme.px(16)
        self._chair.setGeometry(x, (tall - chair.height()) // 2, chair.width(), chair.height())
        middle = tall // 2
        pill, name, facts = self._pill.sizeHint(), self._name.sizeHint(), self._facts.sizeHint()
        room = max(right - left, theme.px(80))
        width = min(name.width(), max(room - pill.width() - theme.px(14), theme.px(60)))
        top = middle - name.height() - theme.px(1)
        self._name.setGeometry(left, top, width, name.height())
        at = left + width + theme.px(14)
        self._pill.setGeometry(at, top + (name.height() - pill.height()) // 2, pill.width(), pill.height())
        self._facts.set_runs(_fact_runs(self._model, room))
        self._facts.setGeometry(left, middle + theme.px(5), room, facts.height())
        at += pill.width() + theme.px(10)
        for chip in self._chips:
            chip.setVisible(chip.fit(right - at))
            size = chip.sizeHint()
            chip.setGeometry(at, top + (name.height() - size.height()) // 2, size.width(), size.height())
            at += size.width() + theme.px(8)


def _fact_runs(model: BannerModel | None, room: int) -> tuple[Run, ...]:
    """As many whole facts as there is room for; the tip has them all."""
    runs: tuple[Run, ...] = ()
    for words in model.facts if model else ():
        longer = [*runs, Run("·", 14, role="quiet", gap=5)] if runs else []
        for text, strong in words:
            weight, role = (theme.STRONG, "ink") if strong else (theme.REGULAR, "quiet")
            longer.append(Run(text, 14, weight, role, gap=5 if longer else 0))
        if runs_width(longer) > room:
            break
        runs = tuple(longer)
    return runs


def _with_gone(before: Sequence[Key], shown: Sequence[Key], gone: Container[Key]) -> list[Key]:
    """What is shown, in its order, with the places of what has gone where they were."""
    places = list(shown)
    for number, key in enumerate(before):
        if key in gone:
            earlier = next((k for k in reversed(before[:number]) if k in places), None)
            places.insert(0 if earlier is None else places.index(earlier) + 1, key)
    return places


def _width(buttons: Sequence[Button], gap: int) -> int:
    return sum(b.sizeHint().width() for b in buttons) + gap * max(len(buttons) - 1, 0)


def _rows(buttons: Sequence[Button], width: int, gap: int) -> list[list[Button]]:
    """Buttons broken into rows that fit; the last row holds the last buttons."""
    rows: list[list[Button]] = []
    for button in reversed(buttons):
        if rows and _width([*rows[0], button], gap) <= width:
            rows[0].insert(0, button)
        else:
            rows.insert(0, [button])
    return rows
