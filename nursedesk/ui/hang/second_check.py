"""A colleague looks at what is about to be hung and puts in her own PIN, or scans her badge.

A scanner types on after six digits, and a person does not: a PIN is taken only when nothing follows for a moment.
"""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.hang.emptied import empty
from nursedesk.ui.kit import (
    Button,
    ComboField,
    Hairline,
    Keypad,
    Kind,
    Paragraph,
    PinField,
    PrimaryButton,
    ScrollArea,
    Segmented,
    Text,
)
from nursedesk.ui.sign_in.credentials import LONGEST_BADGE, PAUSE_MS, PIN_DIGITS

Fact = tuple[str, str]
"""What it is, and what it is here: (`Dose`, `400 mg`)."""
Check = Callable[[str, str, Callable[[str], None]], None]
Badge = Callable[[str], tuple[str, str]]
"""Whose badge it is (sign-in name), or the sentence that refuses it."""


FEW = 3
"""So many colleagues stand side by side; more are a list."""


class SecondCheck(QWidget):
    """Emits who checked, and known by what (pin, badge); `passed("", "")` when it goes on without."""

    passed = Signal(str, str)
    back = Signal()

    def __init__(
        self, people: Sequence[tuple[str, str]], check: Check, badge: Badge, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._badge = badge
        self.setObjectName("secondCheck")
        self.setAccessibleName(self.tr("Second check"))
        self._check = check
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(theme.px(20))
        self._facts.setVerticalSpacing(theme.px(10))
        self._facts.setColumnStretch(1, 1)
        self._few = Segmented(people[:FEW], name="checkerField", spoken=self.tr("Who checks"))
        hint = self.tr("Choose a colleague")
        self._many = ComboField("", people, name="checkerListField", spoken=self.tr("Who checks"), hint=hint)
        self._listed = len(people) > FEW
        if len(people) == 1:
            self._few.choose(people[0][0])
        self._pin = PinField(self.tr("Her or his own PIN, or badge"), name="checkPinField", length=LONGEST_BADGE)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._try)
        for chosen in (self._few.chosen, self._many.changed):
            chosen.connect(self._person_chosen)
        self._many.combo.installEventFilter(self)
        self._pin.changed.connect(self._typed)
        self._pin.entered.connect(lambda _: self._try())
        self._wrong = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._wrong.setObjectName("checkSentence")
        self._wrong.hide()
        self._lay_out(bool(people))

    def _lay_out(self, anybody: bool) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(28, 24, 24, 16)
        left.setSpacing(theme.px(16))
        left.addWidget(Text(self.tr("Second check"), 26, theme.STRONG))
        left.addWidget(
            Paragraph(
                self.tr("Compare with the order and the label, then put in the PIN or scan the badge."),
                15,
                role="quiet",
            )
        )
        left.addLayout(self._facts)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setContentsMargins(24, 24, 28, 16)
        right.setSpacing(theme.px(14))
        nobody = Paragraph(self.tr("Nobody else here has a PIN."), 15, role="quiet")
        nobody.setVisible(not anybody)
        who = QVBoxLayout()
        who.setSpacing(theme.px(5))
        for one in (Text(self.tr("Who checks"), 13, theme.MEDIUM, "quiet"), self._few, self._many):
            who.addWidget(one)
        self._few.setVisible(anybody and not self._listed)
        self._many.setVisible(self._listed)
        right.addLayout(who)
        for part in (nobody, self._pin, self._wrong):
            right.addWidget(part)
        right.addWidget(self._keypad(), 0, Qt.AlignmentFlag.AlignHCenter)
        right.addStretch(1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 56)
        row.addLayout(right, 44)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollArea(inside), 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._foot())

    def _keypad(self) -> Keypad:
        pad = Keypad("checkKeypad")
        pad.digit_pressed.connect(self._pin.add)
        pad.back_pressed.connect(self._pin.take_back)
        pad.enter_pressed.connect(self._try)
        return pad

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(12)
        back = Button(self.tr("Back"), Kind.PLAIN, icon="back", name="checkBackButton")
        back.clicked.connect(self.back)
        without = Button(
            self.tr("Go on without a check"), Kind.QUIET, name="withoutCheckButton", height=64, pad=20
        )
        without.clicked.connect(lambda: self.passed.emit("", ""))
        self._go = PrimaryButton("", name="checkedButton", icon="close", size=18, height=64)
        self._go.clicked.connect(self._try)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(without)
        row.addWidget(self._go)
        return row

    def begin(self, facts: Sequence[Fact], verb: str) -> None:
        """Show what is to be compared; `verb` is what follows a right PIN."""
        empty(self._facts)
        for place, (what, value) in enumerate(facts):
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(Text(what, 14, theme.MEDIUM, "quiet"), place, 0, top)
            self._facts.addWidget(Paragraph(value, 17 if place else 20, theme.STRONG), place, 1, top)
        self._go.set_text(verb)
        self._pin.clear()
        self._say("")
        self._show_ready()
        self._chooser().setFocus(Qt.FocusReason.OtherFocusReason)

    def _person(self) -> str:
        return self._many.choice() if self._listed else self._few.choice()

    def _chooser(self) -> QWidget:
        """Where the keyboard goes first: to the PIN once it is clear whose."""
        if self._person():
            return self._pin.edit
        return self._many.combo if self._listed else self._few.findChild(QAbstractButton) or self._pin.edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list of colleagues would take digits for a search in it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._scans(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A badge may come before anybody is chosen: wherever the keyboard is, its digits are the field's."""
        if not self._scans(event):
            super().keyPressEvent(event)

    def _scans(self, event: QKeyEvent) -> bool:
        digit = event.text()
        if not (digit.isascii() and digit.isdigit()):
            return False
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pin.add(digit)
        return True

    def _person_chosen(self, _: str) -> None:
        self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ready()

    def _show_ready(self) -> None:
        """What would only say what is not in yet does not look ready; a press on it still says so."""
        typed = len(self._pin.edit.text())
        ready = typed > PIN_DIGITS or (typed == PIN_DIGITS and bool(self._person()))
        self._go.set_kind(Kind.PRIMARY if ready else Kind.QUIET)

    def _typed(self, text: str) -> None:
        self._say("")
        self._show_ready()
        if len(text) == PIN_DIGITS and self._person():
            self._pause.start()
        else:
            self._pause.stop()

    def _try(self) -> None:
        self._pause.stop()
        if not self._go.isEnabled():
            return  # one is being checked
        person, pin = self._person(), self._pin.edit.text()
        if len(pin) > PIN_DIGITS:
            who, sentence = self._badge(pin)
            self._answered(who, "badge", sentence)
        elif not person:
            self._say(self.tr("Choose who checks, then put in the PIN."))
            self._chooser().setFocus(Qt.FocusReason.OtherFocusReason)
        elif not pin:
            self._say(self.tr("The PIN is not in yet."))
            self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go.setEnabled(False)
            self._check(person, pin, lambda sentence: self._answered(person, "pin", sentence))

    def _answered(self, person: str, auth: str, sentence: str) -> None:
        """The dialog may have been put away while the PIN was checked: then nothing is hung."""
        if not shiboken6.isValid(self):
            return
        self._go.setEnabled(True)
        self._pin.clear()
        self._show_ready()
        if sentence:
            self._say(sentence)
            self._pin.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.passed.emit(person, auth)

    def _say(self, sentence: str) -> None:
        self._wrong.show_text(sentence)
        self._wrong.setVisible(bool(sentence))
