"""The sign-in page: who, then the password once a shift, later the PIN. The first thing that is painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from nursedesk.ui.kit import Panel
from nursedesk.ui.sign_in.door_frame import DoorFrame
from nursedesk.ui.sign_in.middle import Middle
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.person_ask import PersonAsk

if TYPE_CHECKING:
    from nursedesk.ui.sign_in.passphrase import PassphrasePanel

PASSPHRASE = (720, 340)


class SignInPage(QWidget):
    """Shows the people it is given; before that a name can be typed already."""

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
        self._asking = PersonAsk(self.tr("Sign in"), self.tr("Who is at the desk?"), typed=True)
        self._asking.password_given.connect(self.password_given)
        self._asking.pin_given.connect(self.pin_given)
        self._asking.badge_given.connect(self.badge_given)
        self._passphrase: PassphrasePanel | None = None
        panel = Panel("signInPanel")
        self._body = QStackedLayout(panel)
        self._body.addWidget(self._asking)
        self._middle = Middle(panel, self._asking.wished())
        self._middle.roomed.connect(self._asking.arrange)
        self._asking.turned.connect(self._size)
        self.frame = DoorFrame(site, self._middle, self.tr("Sign in"))
        """Around what asks: clock, site, and what can be pressed before anybody is known."""
        self.frame.asked.connect(self._asking.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.show_people(())

    def _size(self) -> None:
        asking = self._body.currentWidget() is self._asking
        self._middle.wish(self._asking.wished() if asking else PASSPHRASE)

    def show_people(self, people: Sequence[Entrant]) -> None:
        """Offer these people; nobody yet: a name can be typed."""
        self._body.setCurrentIndex(0)
        self.frame.show_asking()
        self._asking.show_people(people)

    def ask_passphrase(self, sentence: str = "") -> None:
        """The keyring has no key: ask for the passphrase, or say why the one given did not open the record."""
        if self._passphrase is None:
            from nursedesk.ui.sign_in.passphrase import PassphrasePanel  # not before the first paint

            self._passphrase = PassphrasePanel()
            self._passphrase.given.connect(self.passphrase_given)
            self._body.addWidget(self._passphrase)
        self._body.setCurrentWidget(self._passphrase)
        self._size()
        self._passphrase.begin(sentence)

    # --- answers ---

    def wrong_password(self) -> None:
        """Name or password was wrong; never which."""
        self._asking.answers.wrong_password()

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; at 0 tries left the password is asked."""
        self._asking.answers.wrong_pin(left)

    def must_wait(self) -> None:
        """Too many wrong passwords for this name."""
        self._asking.answers.must_wait()

    def unknown_badge(self) -> None:
        """A badge that nobody here has."""
        self._asking.answers.unknown_badge()

    def choose(self, sign_in: str, sentence: str) -> None:
        """Somebody is known by the badge: what is asked of her yet."""
        self._asking.choose(sign_in)
        self._asking.answers.ask_password()
        self._asking.answers.show_sentence(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Say one sentence where it is asked."""
        self._asking.answers.show_sentence(sentence)

    def show_hint(self, sentence: str) -> None:
        """Say something quietly, such as who the people of a demo are."""
        self._asking.show_hint(sentence)

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        self._asking.answers.show_busy(busy)
        if self._passphrase is not None:
            self._passphrase.setEnabled(not busy)
