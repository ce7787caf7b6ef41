"""Asks who somebody is: the name, then PIN, badge or password. For a press, and for a second signature."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import Rule
from nursedesk.ui.kit import Button, DialogFrame, Kind, Paragraph, Text
from nursedesk.ui.sign_in.credentials import Credentials
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.people_list import PeopleList

SIZE = QSize(860, 640)
PATIENCE_MS = 60_000
"""Nobody answered for so long: as when it is put away."""


class WhoDialog(DialogFrame):
    """`lead` is large: the time that is fixed already. Esc, Later and a minute of silence emit `cancelled`."""

    pin_given = Signal(str, str)
    """(sign-in name, PIN)."""
    password_given = Signal(str, str)
    badge_given = Signal(str)

    def __init__(
        self,
        host: QWidget,
        people: Sequence[Entrant],
        *,
        lead: str,
        title: str,
        note: str,
        safe: str,
        verb: str,
        later: str,
        first: str = "",
    ) -> None:
        """`safe` says what stands whatever is answered; `later` is the word of the way out; `first` is chosen."""
        super().__init__(
            host, name="whoDialog", title=title, lead=lead, note=note, size=SIZE * min(theme.scale(), 1.5)
        )
        self._list = PeopleList()
        self._who = Text("", 22, theme.STRONG)
        self._credential = Text("", 14, role="quiet")
        self._ask = Credentials(verb)
        self._ask.pin_given.connect(lambda text: self._give(self.pin_given, text))
        self._ask.password_given.connect(lambda text: self._give(self.password_given, text))
        self._ask.badge_given.connect(self._badge)
        self._list.chosen.connect(self._chosen)
        self._list.settled.connect(self._ask.begin)
        self.body.addLayout(self._columns())
        words = Paragraph(safe, 14, role="quiet")
        words.setObjectName("whoSafe")
        self.foot.addWidget(words, 1)
        away = Button(later, Kind.PLAIN, name="whoLaterButton")
        away.clicked.connect(self.cancelled)
        self.foot.addWidget(away)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.cancelled)
        self._list.show_people(people)
        self._list.choose(first)
        self._patience.start()

    def _columns(self) -> QHBoxLayout:
        right = QVBoxLayout()
        right.setContentsMargins(32, 16, 32, 8)
        right.setSpacing(4)
        right.addWidget(self._who)
        right.addWidget(self._credential)
        right.addSpacing(8)
        right.addWidget(self._ask, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._list, 44)
        rule = Rule()
        rule.setMinimumHeight(0)
        rule.setMaximumHeight(16777215)
        row.addWidget(rule)
        row.addLayout(right, 56)
        return row

    def begin(self) -> None:
        """Put the keyboard where the PIN is asked."""
        self._ask.begin()

    def _chosen(self, person: Entrant) -> None:
        listed = self._list.hasFocus()
        self._who.set_runs(person.name)
        self._credential.set_runs(person.credential or person.sign_in)
        self._ask.allow_pin(person.pin_serves)
        self._patience.start()
        if listed:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, signal: object, text: str) -> None:
        person = self._list.person()
        if person is not None:
            self._patience.start()
            signal.emit(person.sign_in, text)  # type: ignore[attr-defined] # a bound signal

    def _badge(self, text: str) -> None:
        self._patience.start()
        self.badge_given.emit(text)

    # --- answers, as the sign-in page has them ---

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        self._ask.show_busy(busy)
        self._list.setEnabled(not busy)

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; at 0 tries left the password is asked."""
        self._ask.wrong_pin(left)

    def wrong_password(self) -> None:
        """The password was wrong."""
        self._ask.wrong_password()

    def must_wait(self) -> None:
        """Too many wrong passwords for this name."""
        self._ask.must_wait()

    def unknown_badge(self) -> None:
        """A badge that nobody here has."""
        self._ask.unknown_badge()

    def choose(self, sign_in: str, sentence: str) -> None:
        """Somebody is known by the badge: what is asked of her yet."""
        self._list.choose(sign_in)
        self._ask.ask_password()
        self._ask.show_sentence(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Say why it was not taken."""
        self._ask.clear()
        self._ask.show_sentence(sentence)
        self._ask.begin()
