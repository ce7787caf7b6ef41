"""One of the first people: name, credential, how she signs in."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import CheckBox, Field, Paragraph
from nursedesk.ui.welcome import words as own_words
from nursedesk.ui.welcome.form import PersonForm, Refusal, password, pin, sign_in, suggested_sign_in
from nursedesk.ui.welcome.step import heal, judged, row, titled

ADMINISTRATOR = ("administrator",)
BOTH = ("administrator", "charge_nurse")
NURSE = ("nurse",)


class PersonStep(QWidget):
    """The administrator, who may work at the chairs too, or the first nurse."""

    def __init__(self, title: str, about: str, *, first: bool, prefix: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self._taken: str | None = None
        column = titled(self, title, about)
        self._name = self._field(self.tr("Name"), f"{prefix}NameField", hint=self.tr("Jordan Doe"))
        self._credential = self._field(self.tr("Credential"), f"{prefix}CredentialField", hint=self.tr("RN"))
        self._sign_in = self._field(self.tr("Signs in as"), f"{prefix}SignInField", hint=self.tr("jdoe"))
        self._password = self._field(self.tr("Password"), f"{prefix}PasswordField", secret=True)
        self._again = self._field(self.tr("Password again"), f"{prefix}PasswordAgainField", secret=True)
        self._pin = self._field(self.tr("PIN"), f"{prefix}PinField", secret=True)
        self._pin_again = self._field(self.tr("PIN again"), f"{prefix}PinAgainField", secret=True)
        for field in (self._pin, self._pin_again):
            field.edit.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), field))
        self._name.changed.connect(self._suggest)
        for together in (
            (self._name,),
            (self._sign_in,),
            (self._password, self._again),
            (self._pin, self._pin_again),
        ):
            heal(*together)
        column.addLayout(row(self._name, self._credential, self._sign_in))
        column.addLayout(row(self._password, self._again))
        column.addLayout(row(self._pin, self._pin_again))
        rules = self.tr(
            "The password once a shift: ten characters or more, three or four words are easy to keep. The PIN in "
            "between: six digits, not a run like 123456, not a repeat like 121212."
        )
        column.addWidget(Paragraph(rules, 13, role="quiet"))
        self._at_chairs = CheckBox(self.tr("Works at the chairs too"), name=f"{prefix}AtChairsField")
        self._at_chairs.setChecked(True)
        self._at_chairs.setVisible(first)
        column.addWidget(self._at_chairs)
        column.addStretch(1)
        column.setSpacing(theme.px(12))
        self.setFocusProxy(self._name)

    def _field(self, label: str, name: str, *, hint: str = "", secret: bool = False) -> Field:
        field = Field(label, name=name, hint=hint, secret=secret)
        field.edit.setMaxLength(120)
        return field

    def _suggest(self, name: str) -> None:
        if not self._sign_in.edit.isModified():
            self._sign_in.set_text(suggested_sign_in(name))
            self._sign_in.set_error("")

    def taken(self, name: str | None) -> None:
        """A sign-in name that somebody else has."""
        self._taken = name

    def empty(self) -> bool:
        """True when nothing is typed."""
        return not any(f.text() for f in (self._name, self._credential, self._sign_in, self._password, self._pin))

    def at_chairs(self) -> bool:
        """Whether the administrator is a nurse here too."""
        return self._at_chairs.isChecked()

    def check(self) -> bool:
        """Say what is wrong; True when nothing is."""
        name = self._name.text()
        called = sign_in(self._sign_in.text())
        if called == self._taken:
            called = Refusal.SIGN_IN_TWICE
        word, digits = self._password.edit.text(), self._pin.edit.text()
        asked = [
            (self._name, name or Refusal.NAME_MISSING),
            (self._sign_in, called),
            (self._password, password(word, word, name)),
            (self._again, password(word, self._again.edit.text(), name)),
            (self._pin, pin(digits, digits)),
            (self._pin_again, pin(digits, self._pin_again.edit.text())),
        ]
        return judged([(field, _sentence(field, read, self)) for field, read in asked])

    def is_repeat(self, field: Field) -> bool:
        """Whether a field only repeats the one before it: then only a difference is its fault."""
        return field in (self._again, self._pin_again)

    def person(self) -> PersonForm:
        """The person as typed; call after `check`."""
        roles = (BOTH if self.at_chairs() else ADMINISTRATOR) if self._first else NURSE
        return PersonForm(
            sign_in=self._sign_in.text().lower(),
            name=" ".join(self._name.text().split()),
            credential=" ".join(self._credential.text().split()),
            password=self._password.edit.text(),
            pin=self._pin.edit.text(),
            roles=roles,
        )


def _sentence(field: Field, read: str | Refusal, step: PersonStep) -> str:
    if not isinstance(read, Refusal):
        return ""
    differs = read in (Refusal.PASSWORD_OTHER, Refusal.PIN_OTHER)
    return "" if step.is_repeat(field) and not differs else own_words.refusal(read)
