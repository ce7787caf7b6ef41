"""The sign-in page: who, then the password once a shift, later the PIN. The first thing that is painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Clock, Rule
from nursedesk.ui.frame.marks import Drop
from nursedesk.ui.frame.model import ClockFace
from nursedesk.ui.kit import Button, Field, Kind, Panel, Run, Text
from nursedesk.ui.sign_in.credentials import Credentials
from nursedesk.ui.sign_in.middle import Middle
from nursedesk.ui.sign_in.model import Entrant, TapRow

if TYPE_CHECKING:
    from nursedesk.ui.sign_in.passphrase import PassphrasePanel
    from nursedesk.ui.sign_in.people_list import PeopleList
    from nursedesk.ui.sign_in.tap_panel import TapPanel

PANEL, TYPED, PASSPHRASE = (880, 560), (480, 372), (720, 372)


class DoorHead(QWidget):
    """The drop, the name, the site, and the clock: over sign-in and lock."""

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.clock = Clock()
        self.site = Text(site, 15, role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 20, 32, 12)
        row.setSpacing(12)
        row.addWidget(Drop(32))
        row.addWidget(Text((Run("NurseDesk", 17, theme.STRONG),)))
        row.addWidget(Rule(20))
        row.addWidget(self.site, 1)
        row.addWidget(self.clock)


class SignInPage(QWidget):
    """Shows the people it is given; before that a name can be typed already."""

    tapped = Signal(str, str)
    """(encounter, line): pressed before it is known who presses."""
    who_asked = Signal(str, str)
    """(encounter, event of the press)."""
    password_given = Signal(str, str)
    """(sign-in name, password)."""
    pin_given = Signal(str, str)
    """(sign-in name, PIN)."""
    badge_given = Signal(str)
    passphrase_given = Signal(str)
    """The passphrase or the recovery key, when the keyring does not have the suite's key."""

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signInPage")
        self._head = DoorHead(site)
        self._typing = True
        self._ask = Credentials(self.tr("Sign in"))
        self._people: PeopleList | None = None
        self._passphrase: PassphrasePanel | None = None
        self._who = Text("", 22, theme.STRONG)
        self._credential = Text("", 14, role="quiet")
        self._name = Field(self.tr("Name"), name="signInNameField", hint=self.tr("jdoe"))
        self._name.edit.setMaxLength(64)
        self._name.entered.connect(lambda _: self._ask.begin())
        self._typed_instead = Button(self.tr("Type a name"), Kind.PLAIN, name="typeNameButton")
        self._typed_instead.clicked.connect(self._swap)
        self._ask.password_given.connect(lambda text: self._give(self.password_given, text))
        self._ask.pin_given.connect(lambda text: self._give(self.pin_given, text))
        self._ask.badge_given.connect(self.badge_given)
        self._lay_out()
        self.show_people(())

    def _lay_out(self) -> None:
        self._panel = Panel("signInPanel")
        self._body = QStackedLayout(self._panel)
        self._body.addWidget(self._make_people())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        self._middle = Middle(self._panel, TYPED)
        self._taps: TapPanel | None = None
        self._beside_taps = QHBoxLayout()
        self._beside_taps.addWidget(self._middle, 1)
        column.addLayout(self._beside_taps, 1)

    def _make_people(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QWidget()
        left = self._beside = QVBoxLayout(self._left)
        left.setContentsMargins(1, 20, 0, 12)
        left.setSpacing(0)
        title = Text(self.tr("Who is at the desk?"), 20, theme.STRONG)
        title.setContentsMargins(0, 0, 0, 0)
        heading = QHBoxLayout()
        heading.setContentsMargins(24, 0, 24, 12)
        heading.addWidget(title)
        left.addLayout(heading)
        self._rule = Rule()
        self._rule.setMinimumHeight(0)
        self._rule.setMaximumHeight(16777215)
        right = QVBoxLayout()
        right.setContentsMargins(40, 32, 40, 20)
        right.setSpacing(4)
        for part in (self._who, self._credential, self._name):
            right.addWidget(part)
        right.addSpacing(12)
        right.addWidget(self._ask, 1)
        right.addWidget(self._typed_instead, 0, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(self._left, 44)
        row.addWidget(self._rule)
        row.addLayout(right, 56)
        return box

    def show_people(self, people: Sequence[Entrant]) -> None:
        """Offer these people; nobody yet: a name can be typed."""
        self._body.setCurrentIndex(0)
        if people and self._people is None:
            self._people = self._make_list()
        if self._people is not None:
            self._people.show_people(people)
        self._typed_instead.setVisible(bool(people))
        self._type_name(not people)

    def _make_list(self) -> "PeopleList":
        from nursedesk.ui.sign_in.people_list import PeopleList  # not before the first paint

        made = PeopleList()
        made.chosen.connect(self._show_person)
        made.settled.connect(self._ask.begin)
        self._beside.addWidget(made, 1)
        return made

    def _person(self) -> Entrant | None:
        return self._people.person() if self._people is not None else None

    def _size(self, sides: tuple[int, int]) -> None:
        self._middle.wish(sides)

    def _swap(self) -> None:
        self._type_name(not self._typing)

    def _type_name(self, typing: bool) -> None:
        self._typing = typing
        self._size(TYPED if typing else PANEL)
        self._left.setVisible(not typing)
        self._rule.setVisible(not typing)
        self._name.setVisible(typing)
        self._credential.setVisible(not typing)
        self._typed_instead.set_text(self.tr("Choose from the list") if typing else self.tr("Type a name"))
        person = self._person()
        if typing or person is None:
            self._who.set_runs(self.tr("Sign in"))
            self._ask.allow_pin(False)
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_person(person)

    def _show_person(self, person: Entrant) -> None:
        self._who.set_runs(person.name)
        self._credential.set_runs(person.credential or person.sign_in)
        people = self._people
        listed = people is not None and people.hasFocus()
        self._ask.allow_pin(person.pin_serves)
        if people is not None and listed:
            people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, signal: object, text: str) -> None:
        person = self._person()
        name = self._name.text() if self._typing or person is None else person.sign_in
        if not name:
            self._name.set_error(self.tr("Type the name you sign in with."))
            self._name.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._name.set_error("")
        signal.emit(name, text)  # type: ignore[attr-defined] # a bound signal

    def ask_passphrase(self, sentence: str = "") -> None:
        """The keyring has no key: ask for the passphrase, or say why the one given did not open the record."""
        if self._passphrase is None:
            from nursedesk.ui.sign_in.passphrase import PassphrasePanel  # not before the first paint

            self._passphrase = PassphrasePanel()
            self._passphrase.given.connect(self.passphrase_given)
            self._body.addWidget(self._passphrase)
        self._body.setCurrentWidget(self._passphrase)
        self._size(PASSPHRASE)
        self._passphrase.begin(sentence)

    def wrong_password(self) -> None:
        """Name or password was wrong; never which."""
        self._ask.wrong_password()

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; at 0 tries left the password is asked."""
        self._ask.wrong_pin(left)

    def must_wait(self) -> None:
        """Too many wrong passwords for this name."""
        self._ask.must_wait()

    def unknown_badge(self) -> None:
        """A badge that nobody here has."""
        self._ask.unknown_badge()

    def choose(self, sign_in: str, sentence: str) -> None:
        """Somebody is known by the badge: what is asked of her yet."""
        if self._typing:
            self._type_name(False)
        if self._people is not None:
            self._people.choose(sign_in)
        self._ask.ask_password()
        self._ask.show_sentence(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Say one sentence where it is asked."""
        self._ask.show_sentence(sentence)

    def show_hint(self, sentence: str) -> None:
        """Say something quietly, such as who the people of a demo are."""
        self._ask.show_hint(sentence)

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        self._ask.show_busy(busy)
        if self._passphrase is not None:
            self._passphrase.setEnabled(not busy)

    def show_taps(self, rows: Sequence[TapRow]) -> None:
        """What can be pressed before anybody has signed in; the panel is there only when there is something."""
        if self._taps is None and rows:
            from nursedesk.ui.sign_in.tap_panel import TapPanel  # not before the first paint

            self._taps = TapPanel()
            self._taps.tapped.connect(self.tapped)
            self._taps.who_asked.connect(self.who_asked)
            self._beside_taps.insertWidget(0, self._taps)
        if self._taps is not None:
            self._taps.show_rows(rows)
            self._taps.setVisible(bool(rows))

    def show_clock(self, shown: ClockFace) -> None:
        """Show the wall clock."""
        self._head.clock.show_face(shown)

    def show_site(self, site: str) -> None:
        """Name the suite."""
        self._head.site.set_runs(site)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme.current().canvas))
