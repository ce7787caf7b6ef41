"""Who somebody is, and her PIN, badge or password: side by side, or one after the other where room is short."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Rule
from nursedesk.ui.kit import Button, Field, Hairline, Kind, Paragraph
from nursedesk.ui.sign_in.credentials import Credentials
from nursedesk.ui.sign_in.model import Entrant

if TYPE_CHECKING:
    from nursedesk.ui.sign_in.people_list import PeopleList

BOTH, BOTH_LOW = 505, 680
"""Width, at 100 %, of list and PIN side by side; the second with the keypad beside the PIN."""
LOW, PAD_BESIDE = 440, 440
"""Below the first height the keypad stands beside the PIN, if the PIN's part has the second width for it."""
NO_LIMIT = 16_777_215


class PersonAsk(QWidget):
    """Emits what was given, and by whom; `arrange` tells it how much room there is."""

    pin_given = Signal(str, str)
    """(sign-in name, PIN)."""
    password_given = Signal(str, str)
    badge_given = Signal(str)
    chosen = Signal(object)
    """The `Entrant` who is asked now."""
    turned = Signal()
    """It asks something else, or in another order: its size is another."""

    def __init__(self, verb: str, title: str = "", *, typed: bool = False, parent: QWidget | None = None) -> None:
        """`title` stands over the list; `typed`: a name may be typed, and is while nobody is listed."""
        super().__init__(parent)
        self._may_type = self._typing = typed
        self._steps, self._at_list = False, True
        self._list: PeopleList | None = None
        self._again = Button("", Kind.PLAIN, name="chooseAgainButton")
        self._again.clicked.connect(self.ask_who)
        self._ask = Credentials(verb, self._again)
        self._who = Paragraph("", 22, theme.STRONG)
        self._credential = Paragraph("", 14, role="quiet")
        self._name = Field(self.tr("Name"), name="signInNameField", hint=self.tr("jdoe"))
        self._name.edit.setMaxLength(64)
        self._name.entered.connect(lambda _: self._ask.begin())
        self._type = Button(self.tr("Type a name"), Kind.PLAIN, name="typeNameButton")
        self._type.clicked.connect(lambda: self._type_name(True))
        self._hint = Paragraph("", 14, role="quiet")
        self._hint.setObjectName("signInHint")
        self._hint.setContentsMargins(24, 10, 24, 2)
        self._hint.hide()
        self._ask.password_given.connect(lambda text: self._give(self.password_given, text))
        self._ask.pin_given.connect(lambda text: self._give(self.pin_given, text))
        self._ask.badge_given.connect(self.badge_given)
        self._lay_out(title)
        self._show()

    def _lay_out(self, title: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left, self._right, self._rule = QWidget(), QWidget(), Rule()
        left = self._listed = QVBoxLayout(self._left)
        left.setContentsMargins(1, 20 if title else 1, 0, 8)
        left.setSpacing(0)
        if title:
            heading = Paragraph(title, 20, theme.STRONG)
            heading.setContentsMargins(24, 0, 16, 12)
            left.addWidget(heading)
        # Where the list is longer than its room it ends here, not in the words below.
        self._end = Hairline()
        left.addWidget(self._end)
        left.addWidget(self._hint)
        left.addSpacing(4)
        left.addWidget(self._type, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rule.setMinimumHeight(0)
        self._rule.setMaximumHeight(NO_LIMIT)
        right = self._asked = QVBoxLayout(self._right)
        right.setSpacing(4)
        for part in (self._who, self._credential, self._name):
            right.addWidget(part)
        right.addSpacing(theme.px(12))
        right.addWidget(self._ask, 1)
        row.addWidget(self._left, 44)
        row.addWidget(self._rule)
        row.addWidget(self._right, 56)

    # --- who ---

    def people(self) -> "PeopleList":
        """The list, made when it is first needed: the first paint does not wait for it."""
        if self._list is None:
            from nursedesk.ui.sign_in.people_list import PeopleList

            made = self._list = PeopleList()
            made.chosen.connect(self._show_person)
            made.settled.connect(self.ask_secret)
            made.installEventFilter(self)
            self._listed.insertWidget(self._listed.indexOf(self._end), made, 1)
            # From the list Tab leads to what is asked of her, not to the button below it.
            QWidget.setTabOrder(self._type, made)
        return self._list

    def show_people(self, people: Sequence[Entrant]) -> None:
        """Offer these people; nobody yet: a name can be typed."""
        if people or self._list is not None:
            self.people().show_people(people)
        self._type.setVisible(self._may_type and bool(people))
        self._at_list = True
        self._type_name(self._may_type and not people)

    def person(self) -> Entrant | None:
        """Who is chosen in the list."""
        return self._list.person() if self._list is not None else None

    def choose(self, sign_in: str) -> None:
        """Somebody is known already, or most likely: she is asked next."""
        self._typing = False
        if self._list is not None:
            self._list.choose(sign_in)
        person = self.person()
        self._at_list = person is None or person.sign_in != sign_in
        self._show()

    def ask_who(self) -> None:
        """Back to the list."""
        self._at_list = True
        self._type_name(False)

    def ask_secret(self) -> None:
        """On to the PIN or password of who is chosen."""
        self._at_list = False
        self._show()
        self._ask.begin()

    def _type_name(self, typing: bool) -> None:
        self._typing = typing
        person = self.person()
        self._show()
        if typing or person is None:
            self._who.show_text(self.tr("Sign in"))
            self._ask.allow_pin(False)
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_person(person)
            self.begin()

    def _show_person(self, person: Entrant) -> None:
        listed = self._list is not None and self._list.hasFocus()
        self._who.show_text(person.name)
        self._credential.show_text(person.credential or person.sign_in)
        self._ask.allow_pin(person.pin_serves)
        if self._list is not None and listed:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(person)

    def _give(self, signal: object, text: str) -> None:
        person = self.person()
        name = self._name.text() if self._typing or person is None else person.sign_in
        if not name:
            self._name.set_error(self.tr("Type the name you sign in with."))
            self._name.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._name.set_error("")
        signal.emit(name, text)  # type: ignore[attr-defined] # a bound signal

    # --- how it stands ---

    def arrange(self, width: int, height: int) -> None:
        """Fit into so many px: list and PIN beside each other, or the PIN after the list."""
        low = height < LOW * theme.scale()
        self._steps = width < (BOTH_LOW if low else BOTH) * theme.scale()
        part = width if self._steps else width * 0.56
        self._ask.set_beside(low and part >= PAD_BESIDE * theme.scale())
        side = 24 if low else min(40, round(part * 0.08))
        self._asked.setContentsMargins(side, 16 if low else 32, side, 12)
        self._show()

    def wished(self) -> tuple[int, int]:
        """How wide and tall it would be, px at 100 %."""
        if self._typing:
            return (480, 372)
        return (640, 560) if self._steps else (880, 560)

    def _show(self) -> None:
        typing, one = self._typing, self._steps or self._typing
        at_list = self._at_list and not typing
        self._left.setVisible(not typing if not one else at_list)
        self._rule.setVisible(not one)
        self._right.setVisible(not (one and at_list))
        self._name.setVisible(typing)
        self._credential.setVisible(not typing)
        self._who.setContentsMargins(0, 0, 0, theme.px(10) if typing else 0)
        back = self.tr("Choose from the list") if typing else self.tr("Somebody else")
        self._again.set_text(back)
        several = self._list is not None and self._list.count() > 1
        self._again.setVisible(one and several)
        self.turned.emit()

    def begin(self) -> None:
        """Put the keyboard where something is asked."""
        if self._steps and self._at_list and self._list is not None and not self._typing:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._ask.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits typed or scanned over the list alone are for the PIN of who is chosen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._steps:
            if not event.text().isdigit():
                return False
            self.ask_secret()
            asked = QApplication.focusWidget()
            if asked is not None and self._ask.isAncestorOf(asked):
                again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
                QApplication.sendEvent(asked, again)
            return True
        return False

    # --- answers ---

    @property
    def answers(self) -> Credentials:
        """Where it is said what came of what was given."""
        return self._ask

    def show_hint(self, sentence: str) -> None:
        """Say something quietly below the list, such as who the people of a demo are."""
        self._hint.show_text(sentence)
        self._hint.setVisible(bool(sentence))
