"""First run: two ways in, then a suite described step by step; nothing is made before the last of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.scrolled import scrolled
from nursedesk.ui.kit import Button, Hairline, Kind, Panel, Paragraph, PrimaryButton, QuietButton, Text
from nursedesk.ui.welcome.form import SuiteForm
from nursedesk.ui.welcome.key_steps import KeysStep, RecoveryStep
from nursedesk.ui.welcome.person_step import PersonStep
from nursedesk.ui.welcome.printer_row import Printing
from nursedesk.ui.welcome.rail import Rail
from nursedesk.ui.welcome.start import StartPage
from nursedesk.ui.welcome.step import BAR
from nursedesk.ui.welcome.suite_steps import ChairsStep, SuiteStep

PANEL, START = (1040, 640), 840
RAIL = 800
"""Least width of the window with the rail of steps, px at 100 %."""


class Step(Protocol):
    """A page that can say what is wrong with it."""

    def check(self) -> bool: ...


class WelcomeWizard(QWidget):
    """Emits the suite as described; the caller makes it and gives back the recovery key, or a sentence."""

    suite_described = Signal(object)
    """SuiteForm."""
    demo_chosen = Signal()
    language_chosen = Signal(str)
    recovery_confirmed = Signal()
    """The key was typed back: the suite is ready."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        zones: Sequence[str] | None = None,
        choose_folder: Callable[[], str | None] | None = None,
        printers: Callable[[], tuple[tuple[str, ...], str]] | None = None,
        print_test: Callable[[str, str, str, tuple[str, ...]], str] | None = None,
        language: str = "en",
        parent: QWidget | None = None,
    ) -> None:
        """`printers` gives the names there are and the computer's default.

        `print_test` takes (printer, site, zone, chairs) and answers with a sentence.
        """
        super().__init__(parent)
        self._print_test = print_test
        names, default = printers() if printers else ((), "")
        printing = Printing(names, default, self._try_printer)
        self.setObjectName("welcomeWizard")
        self.setAccessibleName(self.tr("Welcome"))
        known = tuple(zones) if zones is not None else tuple(z for z in available_timezones() if "/" in z)
        self._start = StartPage(language)
        self._start.language_chosen.connect(self.language_chosen)
        self._start.set_up_chosen.connect(lambda: self._show(0))
        self._start.demo_chosen.connect(self.demo_chosen)
        self._suite, self._chairs = SuiteStep(known, clock), ChairsStep()
        self._admin = PersonStep(
            self.tr("Administrator"),
            self.tr("Takes in people, changes settings, imports rule tables. There can be more later."),
            first=True,
            prefix="admin",
        )
        self._nurse = PersonStep(
            self.tr("First nurse"),
            self.tr("Somebody who hangs, starts, stops and signs. More nurses can be taken in later."),
            first=False,
            prefix="nurse",
        )
        self._keys, self._recovery = KeysStep(choose_folder or self._ask_folder, printing), RecoveryStep()
        self._steps: tuple[QWidget, ...] = (
            self._suite, self._chairs, self._admin, self._nurse, self._keys, self._recovery,
        )  # fmt: skip
        self._here = 0
        self._lay_out()

    def _lay_out(self) -> None:
        words = (
            self.tr("Suite"), self.tr("Chairs"), self.tr("Administrator"),
            self.tr("First nurse"), self.tr("Passphrase"), self.tr("Recovery key"),
        )  # fmt: skip
        self._rail = Rail(words)
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(scrolled(step))
        self._panel = Panel("welcomePanel")
        self._panel.setMinimumSize(theme.px(640), theme.px(480))
        self._panel.setMaximumSize(*(theme.px(side) for side in PANEL))
        inside = QHBoxLayout(self._panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._rail)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(40, 36, 40 - BAR, 8)
        held.addWidget(self._stack, 1)
        held.addWidget(self._make_refusal())
        right.addLayout(held, 1)
        right.addWidget(Hairline())
        right.addLayout(self._make_foot())
        inside.addLayout(right, 1)
        self._whole = QStackedWidget()
        for page, most in ((self._start, theme.px(START)), (self._panel, theme.px(PANEL[0]))):
            self._whole.addWidget(_centred(page, most))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(self._whole)
        self.setFocusProxy(self._start)

    def _make_refusal(self) -> QWidget:
        self._sentence = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._sentence.setObjectName("welcomeSentence")
        self._sentence.setContentsMargins(0, 4, BAR, 10)
        self._sentence.hide()
        return self._sentence

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(40, 16, 40, 16)
        foot.setSpacing(12)
        self._back = QuietButton(self.tr("Back"), icon="back", name="welcomeBackButton", height=52)
        self._back.clicked.connect(self._go_back)
        self._skip = Button(self.tr("Later"), Kind.PLAIN, name="welcomeLaterButton", height=52)
        self._skip.clicked.connect(lambda: self._show(self._here + 1))
        self._next = PrimaryButton(self.tr("Continue"), name="welcomeNextButton", size=17, height=52)
        self._next.setMinimumWidth(theme.px(200))
        self._next.clicked.connect(self._go_on)
        self._step_said = Text("", 14, role="quiet")
        self._step_said.setObjectName("welcomeStepSaid")
        foot.addWidget(self._back)
        foot.addWidget(self._step_said)
        foot.addStretch(1)
        foot.addWidget(self._skip)
        foot.addWidget(self._next)
        return foot

    def _try_printer(self, printer: str) -> str:
        if self._print_test is None:
            return ""
        return self._print_test(printer, self._suite.site(), self._suite.zone(), self._chairs.chairs())

    def _ask_folder(self) -> str | None:
        return QFileDialog.getExistingDirectory(self, self.tr("Folder for backups")) or None

    def _show(self, here: int) -> None:
        self._here = here
        step = self._steps[here]
        self._whole.setCurrentIndex(1)
        self._stack.setCurrentIndex(here)
        self._rail.show_step(here)
        said = self.tr("Step {number} of {all}").format(number=here + 1, all=len(self._steps))
        self._step_said.set_runs(said)
        self._sentence.hide()
        last = step is self._recovery
        self._back.setVisible(not last)
        self._skip.setVisible(step is self._nurse and self._admin.at_chairs())
        words = self.tr("Make the suite") if step is self._keys else self.tr("Continue")
        self._next.set_text(self.tr("Open the desk") if last else words)
        step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        if self._here == 0:
            self._whole.setCurrentIndex(0)
            self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show(self._here - 1)

    def _go_on(self) -> None:
        step = self._steps[self._here]
        self._nurse.taken(self._admin.person().sign_in)
        if not step.check():  # type: ignore[attr-defined] # every step has it; QWidget and a protocol do not mix
            return
        if step is self._keys:
            self.show_busy(True)
            self.suite_described.emit(self._form())
        elif step is self._recovery:
            self.recovery_confirmed.emit()
        else:
            self._show(self._here + 1)

    def _form(self) -> SuiteForm:
        nurse = () if self._nurse.empty() else (self._nurse.person(),)
        return SuiteForm(
            site=self._suite.site(),
            zone=self._suite.zone(),
            setting=self._suite.setting(),
            chairs=self._chairs.chairs(),
            people=(self._admin.person(), *nurse),
            passphrase=self._keys.passphrase(),
            backup_folder=self._keys.backup_folder(),
            printer=self._keys.printer(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail goes where the fields want its room; every step says its own name."""
        super().resizeEvent(event)
        railed = self.width() >= theme.px(RAIL)
        self._rail.setVisible(railed)
        self._step_said.setVisible(not railed)

    def show_busy(self, busy: bool) -> None:
        """The suite is being made: nothing can be pressed twice."""
        self._next.setEnabled(not busy)
        self._back.setEnabled(not busy)
        if busy:
            self._next.set_text(self.tr("Making the suite…"))

    def refuse(self, sentence: str) -> None:
        """It could not be made: say why; everything typed stands."""
        self.show_busy(False)
        self._show(self._here)
        self._sentence.show_text(sentence)
        self._sentence.show()

    def show_recovery_key(self, key: str, in_keyring: bool) -> None:
        """The suite is made: show its recovery key and have it typed back."""
        self.show_busy(False)
        self._recovery.show_key(key, in_keyring)
        self._show(len(self._steps) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on; on a button it presses it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            held = self.focusWidget()
            pressed = held if isinstance(held, QAbstractButton) else self._next
            if self._whole.currentIndex() == 1 or isinstance(held, QAbstractButton):
                pressed.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().canvas))


def _centred(page: QWidget, most: int) -> QWidget:
    page.setMaximumWidth(most)
    box = QWidget()
    across = QHBoxLayout(box)
    across.setContentsMargins(0, 0, 0, 0)
    across.addStretch(1)
    across.addWidget(page, 1000)
    across.addStretch(1)
    return box
