"""People: the list at the left; the person chosen, how she signs in, and who may do what at the right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import ComboField, IconButton, PageHead, Panel, Text
from nursedesk.ui.kit.scroll import Fluid, ScrollArea
from nursedesk.ui.people.model import PeopleActions, PeopleModel, PersonForm, PersonView
from nursedesk.ui.people.person_panel import PersonPanel
from nursedesk.ui.people.role_table import RoleTable
from nursedesk.ui.people.secrets_panel import SecretsPanel
from nursedesk.ui.people.staff_list import StaffList

LIST, NARROW, SMALL = 400, 1320, 1140
"""Width of the list; below the second the two panels of a person stand under each other, below the third who is
shown is chosen from a field above them."""


class PeoplePage(QWidget):
    """Each change takes effect and is recorded at once."""

    def __init__(self, actions: PeopleActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("peoplePage")
        self.setAccessibleName(self.tr("People"))
        self._actions = actions
        self._model: PeopleModel | None = None
        self._list, self._person, self._secrets = StaffList(), PersonPanel(), SecretsPanel()
        self._roles = RoleTable()
        self._list.chosen.connect(self._show_person)
        self._person.saved.connect(self._save)
        self._person.left.connect(lambda who: self._say(actions.leave(who), self.tr("Signs in no longer.")))
        self._person.came_back.connect(self._come_back)
        self._secrets.password_given.connect(lambda *said: self._secret(actions.set_password, *said))
        self._secrets.pin_given.connect(lambda *said: self._secret(actions.set_pin, *said))
        self._secrets.badge_given.connect(self._badge)
        self._lay_out()

    def _lay_out(self) -> None:
        head = PageHead("peopleHead")
        back = IconButton("back", name="peopleBackButton", spoken=self.tr("Back to the settings"))
        back.clicked.connect(lambda: self._actions.back())
        head.left.addWidget(back)
        head.left.addWidget(Text(self.tr("People"), 20, theme.STRONG))
        head.left.addStretch()
        self._pick = ComboField("", name="staffField", spoken=self.tr("Person"))
        self._pick.changed.connect(self._list.choose)
        listed = self._listed = Panel("staffPanel")
        listed.setFixedWidth(theme.px(LIST))
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self._list)
        right = Fluid()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(20)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(20)
        self._pair.addWidget(self._person, 1, Qt.AlignmentFlag.AlignTop)
        self._pair.addWidget(self._secrets, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._pair)
        column.addWidget(self._roles)
        column.addStretch()
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(24, 4, 24, 0)
        row.setSpacing(20)
        row.addWidget(self._pick)
        row.addWidget(listed)
        self._area = ScrollArea(right)
        self._area.setObjectName("personArea")
        row.addWidget(self._area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(row, 1)

    def show_model(self, model: PeopleModel) -> None:
        """Show the people as they are recorded; who was chosen stays chosen while the same one is at the desk."""
        somebody_else = self._model is None or self._model.me != model.me
        self._model = model
        self._pick.set_options([(one.sign_in, f"{one.name} {one.credential}".strip()) for one in model.people])
        self._list.show_people(model.people, model.me)
        if somebody_else:
            self._list.choose(model.me)
            self._forget()
            self._area.verticalScrollBar().setValue(0)
        person = self._list.person()
        if person is not None:
            self._show_person(person)

    def showEvent(self, event: QShowEvent) -> None:
        """What was asked or answered belongs to the visit of the page it was said in."""
        super().showEvent(event)
        if not event.spontaneous():
            self._forget()

    def _forget(self) -> None:
        self._person.forget()
        self._secrets.clear()
        self._secrets.say("")

    def answer(self, sentence: str, *, good: bool) -> None:
        """What came of a new password or PIN."""
        self._secrets.show_busy(False)
        self._secrets.say(sentence, good=good)
        if good:
            self._secrets.clear()
        # It is laid out first: a sentence below the fold would be no answer.
        QTimer.singleShot(
            0, self._secrets, lambda: self._area.ensureWidgetVisible(self._secrets.answered(), 0, 24)
        )

    def _secret(self, give: Callable[[str, str, str], None], who: str, old: str, new: str) -> None:
        self._person.forget()
        give(who, old, new)

    def show_busy(self) -> None:
        """A password is being checked."""
        self._secrets.show_busy(True)

    def _show_person(self, person: PersonView) -> None:
        model = self._model
        self._pick.choose(person.sign_in)
        if model is not None:
            self._person.show_person(person, model.may_change)
            self._secrets.show_person(person, mine=person.sign_in == model.me, may_change=model.may_change)

    def _save(self, form: PersonForm) -> None:
        self._say(self._actions.save(form), self.tr("Saved."))

    def _come_back(self, who: str) -> None:
        self._say(self._actions.come_back(who), self.tr("Signs in again, with the password there was."))

    def _say(self, refusal: str, done: str) -> None:
        self._secrets.say("")
        self._person.say(refusal or done, good=not refusal)

    def _badge(self, who: str, number: str) -> None:
        self._person.forget()
        refusal = self._actions.set_badge(who, number)
        done = self.tr("The badge serves, after the password of a shift.") if number else self.tr("Taken away.")
        self.answer(refusal or done, good=not refusal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(down if self.width() < NARROW * theme.scale() else across)
        small = self.width() < SMALL * theme.scale()
        self._row.setDirection(down if small else across)
        self._listed.setVisible(not small)
        self._pick.setVisible(small)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._actions.back()
        else:
            super().keyPressEvent(event)
