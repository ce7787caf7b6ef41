"""A person's password, PIN and badge: new ones, never shown again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Field, Panel, Paragraph, PinField, QuietButton
from nursedesk.ui.people.model import PersonView

FIELD = 250
"""Least width of a field beside its button, with its label whole, px at 100 %."""


class SecretsPanel(Panel):
    """Emits what was typed; one's own password and PIN want the old password first."""

    password_given = Signal(str, str, str)
    """(sign-in name, old password, new password)"""
    pin_given = Signal(str, str, str)
    """(sign-in name, own password, new PIN)"""
    badge_given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("secretsPanel", parent=parent)
        self._sign_in = ""
        self._title = Paragraph("", 17, theme.STRONG)
        self._old = Field(self.tr("Your password now"), name="oldPasswordField", secret=True)
        self._password = Field(
            self.tr("New password, 8 characters or more"), name="resetPasswordField", secret=True
        )
        self._pin = PinField(self.tr("New PIN, six digits"), name="resetPinField")
        self._badge = Field(self.tr("Badge: scan it here"), name="badgeField", secret=True)
        self._set_password = QuietButton(self.tr("Set the password"), name="resetPasswordButton")
        self._set_pin = QuietButton(self.tr("Set the PIN"), name="resetPinButton")
        self._give_badge = QuietButton(self.tr("Give the badge"), name="giveBadgeButton")
        self._take_badge = QuietButton(self.tr("Take the badge away"), name="takeBadgeButton")
        self._answer = Paragraph("", 14, theme.MEDIUM)
        self._answer.setObjectName("secretsAnswer")
        self._lay_out()
        self._set_password.clicked.connect(self._press_password)
        self._set_pin.clicked.connect(self._press_pin)
        self._give_badge.clicked.connect(self._press_badge)
        self._take_badge.clicked.connect(lambda: self.badge_given.emit(self._sign_in, ""))
        self._password.entered.connect(lambda _: self._press_password())
        self._pin.entered.connect(lambda _: self._press_pin())
        self._badge.entered.connect(lambda _: self._press_badge())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(theme.px(12))
        column.addWidget(self._title)
        column.addWidget(self._old)
        self._rows = []
        pairs = ((self._password, self._set_password), (self._pin, self._set_pin), (self._badge, self._give_badge))
        # One width, so that the fields end under each other.
        self._widest = max(button.sizeHint().width() for _, button in pairs)
        for field, button in pairs:
            button.setMinimumWidth(self._widest)
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            row.setSpacing(theme.px(12))
            row.addWidget(field, 1)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
            column.addLayout(row)
            self._rows.append(row)
        column.addWidget(self._take_badge, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside its field where that keeps room for a password, else below."""
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        room = self.width() - 48 - theme.px(12) - self._widest
        labels = [field.minimumSizeHint().width() for field in (self._password, self._pin, self._badge)]
        beside = room >= max(theme.px(FIELD), *labels)
        for row in self._rows:
            row.setDirection(across if beside else down)

    def show_person(self, person: PersonView, *, mine: bool, may_change: bool) -> None:
        """Whose secrets; somebody else's are the administrator's to set anew."""
        if person.sign_in != self._sign_in:
            self.clear()
            self.say("")
        self._sign_in = person.sign_in
        self.setVisible(person.active and (mine or may_change))
        title = self.tr("How you sign in") if mine else self.tr("How {name} signs in").format(name=person.name)
        self._title.show_text(title)
        self._old.setVisible(mine)
        for part in (self._badge, self._give_badge):
            part.setVisible(may_change)
        self._take_badge.setVisible(may_change and person.badge)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self._old, self._password, self._pin, self._badge):
            field.edit.clear()

    def say(self, sentence: str, *, good: bool = False) -> None:
        """What came of it."""
        self._answer.show_text(sentence)
        self._answer.set_role("running_text" if good else "needs_stop_text")
        self._answer.setVisible(bool(sentence))

    def answered(self) -> QWidget:
        """Where it is said what came of a press."""
        return self._answer

    def show_busy(self, busy: bool) -> None:
        """While a password is checked nothing can be pressed twice."""
        for button in (self._set_password, self._set_pin, self._give_badge, self._take_badge):
            button.setEnabled(not busy)

    def _press_password(self) -> None:
        self.password_given.emit(self._sign_in, self._old.edit.text(), self._password.edit.text())

    def _press_pin(self) -> None:
        self.pin_given.emit(self._sign_in, self._old.edit.text(), self._pin.edit.text())

    def _press_badge(self) -> None:
        if self._badge.text():
            self.badge_given.emit(self._sign_in, self._badge.text())
        else:
            self.say(self.tr("There is no number in the field: scan the badge into it."))
