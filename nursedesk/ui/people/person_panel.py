"""One person: name, credential, last day and roles; and whether she is of the suite at all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.desk.suite import Role
from nursedesk.ui import theme
from nursedesk.ui.kit import Button, CheckBox, Field, Kind, Panel, Paragraph, PrimaryButton, Text
from nursedesk.ui.people.model import PersonForm, PersonView
from nursedesk.ui.people.words import role_note, role_word


class PersonPanel(Panel):
    """Emits what was typed, and a person who leaves or comes back."""

    saved = Signal(object)
    """A `PersonForm`."""
    left = Signal(str)
    came_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("personPanel", parent=parent)
        self._person: PersonView | None = None
        self._sure = False
        self._title = Paragraph("", 20, theme.STRONG)
        self._sign_in = Paragraph("", 14, role="quiet")
        self._name = Field(self.tr("Name"), name="editNameField")
        self._credential = Field(self.tr("Credential"), name="editCredentialField", hint=self.tr("RN"))
        self._until = Field(self.tr("Last day"), name="editUntilField", hint=self.tr("no end"))
        self._roles = {
            role: CheckBox(role_word(role), name=f"editRole_{role.value}", note=role_note(role)) for role in Role
        }
        self._answer = Paragraph("", 14, theme.MEDIUM)
        self._answer.setObjectName("personAnswer")
        self._save = PrimaryButton(self.tr("Save"), name="savePersonButton")
        self._save.clicked.connect(self._give)
        self._leave = Button("", Kind.PLAIN, name="leaveButton")
        self._leave.clicked.connect(self._press_leave)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(theme.px(12))
        heading = QVBoxLayout()
        heading.setSpacing(0)
        heading.addWidget(self._title)
        heading.addWidget(self._sign_in)
        column.addLayout(heading)
        top = Qt.AlignmentFlag.AlignTop
        form = QGridLayout()
        form.setSpacing(theme.px(12))
        form.addWidget(self._name, 0, 0, 1, 2, top)
        form.addWidget(self._credential, 1, 0, top)
        form.addWidget(self._until, 1, 1, top)
        column.addLayout(form)
        column.addWidget(Text(self.tr("Roles"), 13, theme.MEDIUM, "quiet"))
        boxes = QVBoxLayout()
        boxes.setSpacing(0)
        for box in self._roles.values():
            boxes.addWidget(box)
        column.addLayout(boxes)
        column.addWidget(self._answer)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addStretch()
        foot.addWidget(self._leave)
        column.addLayout(foot)

    def show_person(self, person: PersonView, may_change: bool) -> None:
        """Show somebody; what was typed for the same one and not saved is put back to what is recorded."""
        if self._person is None or person.sign_in != self._person.sign_in:
            self.say("")
        elif self._sure:
            self.forget()
        self._person, self._sure = person, False
        self._title.show_text(f"{person.name} {person.credential}".strip())
        facts = (self.tr("signs in as {name}").format(name=person.sign_in), *person.facts)
        self._sign_in.show_text(" · ".join(facts))
        self._name.set_text(person.name)
        self._credential.set_text(person.credential)
        self._until.set_text(person.until)
        for role, box in self._roles.items():
            box.setChecked(role.value in person.roles)
        for part in (self._name.edit, self._credential.edit, self._until.edit, *self._roles.values()):
            part.setEnabled(may_change and person.active)
        self._save.setVisible(may_change and person.active)
        self._leave.setVisible(may_change)
        self._name_leave()

    def _name_leave(self) -> None:
        active = self._person is not None and self._person.active
        self._leave.set_text(self.tr("Leaves the suite…") if active else self.tr("Comes back"))

    def forget(self) -> None:
        """Take back what was said or asked: the page was left, or something else was pressed."""
        self._sure = False
        self.say("")
        self._name_leave()

    def say(self, sentence: str, *, good: bool = False) -> None:
        """What came of it."""
        self._answer.show_text(sentence)
        self._answer.set_role("running_text" if good else "needs_stop_text")
        self._answer.setVisible(bool(sentence))

    def _give(self) -> None:
        if self._person is not None:
            self.forget()
            roles = tuple(role.value for role, box in self._roles.items() if box.isChecked())
            form = PersonForm(
                self._person.sign_in, self._name.text(), self._credential.text(), roles, self._until.text()
            )
            self.saved.emit(form)

    def _press_leave(self) -> None:
        if self._person is None:
            return
        if not self._person.active:
            self.came_back.emit(self._person.sign_in)
        elif not self._sure:
            self._sure = True
            said = self.tr("{name} will sign in no longer; what she charted keeps her name. Press once more.")
            self.say(said.format(name=self._person.name))
            self._leave.set_text(self.tr("Yes, leaves the suite"))
        else:
            self.left.emit(self._person.sign_in)
