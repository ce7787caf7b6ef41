"""The part that asks: a PIN with its keypad or a badge, or a password; one sentence when it was wrong.

A badge scanner types into the PIN and ends with Enter. It types on after six digits, and a person does not: a PIN
is taken only when nothing follows it for a moment.
"""

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Field, Keypad, Kind, Paragraph, PinField, PrimaryButton

PIN_DIGITS = 6
LONGEST_BADGE = 64
PAUSE_MS = 150
"""Nothing typed for so long after six digits: it was a PIN and no badge."""


class Credentials(QWidget):
    """Emits what was given; shows a PIN or a password, never both."""

    pin_given = Signal(str)
    badge_given = Signal(str)
    """More than six digits, ended with Enter."""
    password_given = Signal(str)

    def __init__(self, verb: str, elsewhere: Button | None = None, parent: QWidget | None = None) -> None:
        """`elsewhere` is another way in that the page offers, beside the one that is here."""
        super().__init__(parent)
        self._pin_allowed = False
        self._by_password = False
        self._pin: PinField | None = None
        self._keypad: Keypad | None = None
        self._password = Field(self.tr("Password"), name="passwordField", secret=True)
        self._password.edit.setMaxLength(400)
        self._password.entered.connect(lambda _: self._give_password())
        self._wrong = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._wrong.setObjectName("signInSentence")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._give_pin)
        self._go = PrimaryButton(verb, name="signInButton", size=17, height=56)
        self._go.clicked.connect(self._give_password)
        self._other = Button("", Kind.PLAIN, name="otherWayButton")
        self._other.clicked.connect(self._swap)
        self._way_buttons = tuple(way for way in (self._other, elsewhere) if way is not None)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(0)
        for way in self._way_buttons:
            self._ways.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        self._beside = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(10) if theme.scale() < 1.5 else theme.px(8))
        for row, part in ((0, self._password), (2, self._wrong), (4, self._go)):
            grid.addWidget(part, row, 0)
        grid.addLayout(self._ways, 5, 0)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(6, 1)
        self.ask_password()

    def _make_pin(self) -> None:
        """The PIN and its keypad, made when they are first asked: the first paint does not wait for them."""
        field = self._pin = PinField(self.tr("PIN or badge"))
        field.edit.setMaxLength(LONGEST_BADGE)
        digits = QRegularExpression(f"[0-9]{{0,{LONGEST_BADGE}}}")
        field.edit.setValidator(QRegularExpressionValidator(digits, field))
        field.changed.connect(self._pin_typed)
        field.entered.connect(lambda _: self._give_pin())
        keypad = self._keypad = Keypad()
        keypad.digit_pressed.connect(field.add)
        keypad.back_pressed.connect(field.take_back)
        keypad.enter_pressed.connect(self._give_pin)
        self._grid.addWidget(field, 1, 0)
        self._place_keypad()

    def set_beside(self, beside: bool) -> None:
        """Keypad at the right of the field, where there is more room across than down; else below it."""
        if beside != self._beside:
            self._beside = beside
            self._place_keypad()

    def _place_keypad(self) -> None:
        if self._keypad is None:
            return
        self._grid.removeWidget(self._keypad)
        if self._beside:
            self._grid.addWidget(self._keypad, 0, 1, 7, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(self._keypad, 3, 0, Qt.AlignmentFlag.AlignHCenter)
        self._turn_ways()

    def _turn_ways(self) -> None:
        """The other ways in stand side by side where their words have room for it."""
        pad = self._keypad.sizeHint().width() + self._grid.horizontalSpacing() if self._keypad else 0
        room = self.width() - (pad if self._beside and not self._by_password else 0)
        needed = sum(way.sizeHint().width() for way in self._way_buttons if not way.isHidden())
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ways.setDirection(across if needed <= room else down)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_ways()

    def allow_pin(self, allowed: bool) -> None:
        """Whether the PIN is enough for this person; asks for the better of the two."""
        self._pin_allowed = allowed
        if allowed:
            self.ask_pin()
        else:
            self.ask_password()

    def ask_pin(self) -> None:
        """Ask for six digits."""
        self._show(by_password=False)

    def ask_password(self) -> None:
        """Ask for the password."""
        self._show(by_password=True)

    def _swap(self) -> None:
        self._show(by_password=not self._by_password)

    def _show(self, by_password: bool) -> None:
        self._by_password = by_password
        if not by_password and self._pin is None:
            self._make_pin()
        for part in (self._pin, self._keypad):
            if part is not None:
                part.setVisible(not by_password)
        self._password.setVisible(by_password)
        self._go.setVisible(by_password)
        self._other.setVisible(self._pin_allowed)
        self._other.set_text(self.tr("Use the PIN") if by_password else self.tr("Use the password"))
        self._turn_ways()
        self.clear()
        self.show_sentence("")
        self.begin()

    def begin(self) -> None:
        """Put the keyboard where something is asked."""
        field = self._password if self._by_password or self._pin is None else self._pin
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self._pause.stop()
        if self._pin is not None:
            self._pin.clear()
        self._password.edit.clear()

    def show_sentence(self, sentence: str) -> None:
        """Say what was wrong, and what is safe."""
        self._wrong.show_text(sentence)
        self._wrong.setVisible(bool(sentence))

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; `left` tries remain, and at 0 the PIN has ended and the password is asked."""
        if left <= 0:
            self._pin_allowed = False
            self.ask_password()
            self.show_sentence(
                self.tr("Ten wrong PINs: the PIN has ended. The password signs in; Settings takes a new PIN.")
            )
            return
        self.clear()
        text = (
            self.tr("Wrong PIN. One try is left.") if left == 1 else self.tr("Wrong PIN. {left} tries are left.")
        )
        self.show_sentence(text.format(left=left))
        self.begin()

    def must_wait(self) -> None:
        """Too many wrong passwords for this name: what is safe, and how to get in again."""
        self._password.edit.clear()
        self.show_sentence(
            self.tr(
                "Ten wrong passwords for this name: wait five minutes, then try once more. Timers go on. "
                "An administrator can give a new password at once."
            )
        )
        self.begin()

    def unknown_badge(self) -> None:
        """A badge that nobody here has."""
        self.clear()
        self.show_sentence(self.tr("Nobody here has this badge. Choose your name and type the PIN."))
        self.begin()

    def wrong_password(self) -> None:
        """Name or password was wrong; never which."""
        self._password.edit.clear()
        self.show_sentence(self.tr("Name or password is wrong. Timers go on; try again."))
        self.begin()

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        for part in (self._pin, self._password, self._keypad, self._go, self._other):
            if part is not None:
                part.setEnabled(not busy)
        if not busy:
            self.begin()

    def _pin_typed(self, text: str) -> None:
        self.show_sentence("")
        if len(text) == PIN_DIGITS:
            self._pause.start()
        else:
            self._pause.stop()

    def _give_pin(self) -> None:
        self._pause.stop()
        text = self._pin.edit.text() if self._pin is not None else ""
        if len(text) == PIN_DIGITS:
            self.pin_given.emit(text)
        elif len(text) > PIN_DIGITS:
            self.badge_given.emit(text)
        elif text or self._wrong.isHidden():
            # Enter out of habit after a wrong PIN, which was tried at its sixth digit: that sentence stays.
            self.show_sentence(self.tr("A PIN has six digits."))

    def _give_password(self) -> None:
        text = self._password.edit.text()
        if text:
            self.password_given.emit(text)
        else:
            self.show_sentence(self.tr("Type the password."))
