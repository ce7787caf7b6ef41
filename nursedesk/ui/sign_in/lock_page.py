"""The locked desk: one person's PIN brings it back; timers go on and nothing of a patient is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, Kind, Panel, Paragraph
from nursedesk.ui.sign_in.credentials import Credentials
from nursedesk.ui.sign_in.door_frame import DoorFrame
from nursedesk.ui.sign_in.middle import Middle
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.person_ask import LOW, PAD_BESIDE

PANEL, BROAD = (460, 500), (640, 300)
"""Wished width and height, px at 100 %; the second with the keypad beside the PIN."""


class LockPage(QWidget):
    """Asks the PIN of who locked it, or lets somebody else come."""

    pin_given = Signal(str, str)
    """(sign-in name, PIN)."""
    password_given = Signal(str, str)
    """(sign-in name, password)."""
    badge_given = Signal(str)
    other_person_asked = Signal()

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockPage")
        self._person = Entrant("", "")
        self._who = Paragraph("", 22, theme.STRONG)
        self._facts = Paragraph("", 14, role="quiet")
        for part in (self._who, self._facts):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        other = Button(self.tr("Somebody else"), Kind.PLAIN, name="otherPersonButton")
        other.clicked.connect(self.other_person_asked)
        self._ask = Credentials(self.tr("Unlock"), other)
        self._ask.pin_given.connect(lambda text: self.pin_given.emit(self._person.sign_in, text))
        self._ask.badge_given.connect(self.badge_given)
        self._ask.password_given.connect(lambda text: self.password_given.emit(self._person.sign_in, text))
        panel = Panel("lockPanel")
        inside = self._inside = QVBoxLayout(panel)
        inside.setSpacing(theme.px(4))
        inside.addWidget(self._who)
        inside.addWidget(self._facts)
        inside.addSpacing(theme.px(10))
        inside.addWidget(self._ask, 1)
        self._middle = Middle(panel, PANEL)
        self._middle.roomed.connect(self._fit)
        self.frame = DoorFrame(site, self._middle, self.tr("Unlock"))
        """Around what asks: clock, site, and what can be pressed before anybody is known."""
        self.frame.asked.connect(self._ask.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self._fit(self.width(), self.height())

    def _fit(self, width: int, height: int) -> None:
        """Where room is low the keypad stands beside the PIN."""
        low = height < LOW * theme.scale()
        broad = low and width >= PAD_BESIDE * theme.scale()
        self._ask.set_beside(broad)
        side = 24 if low or width < theme.px(PANEL[0]) else 56
        self._inside.setContentsMargins(side, 14 if low else 26, side, 12)
        self._middle.wish(BROAD if broad else PANEL)

    def lock(self, person: Entrant, open_lines: int) -> None:
        """Show whose desk is locked, and how many lines run on."""
        self._person = person
        self._who.show_text(person.signature or person.name)
        facts = self.tr("Locked. Nothing runs.")
        if open_lines == 1:
            facts = self.tr("Locked. One line runs on, and its timer with it.")
        elif open_lines:
            facts = self.tr("Locked. {count} lines run on, and their timers with them.")
        self._facts.show_text(facts.format(count=open_lines))
        self.frame.show_asking()
        self._ask.allow_pin(person.pin_serves)

    def begin(self) -> None:
        """Put the keyboard where the PIN is asked."""
        self._ask.begin()

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
        """The badge is of somebody whose password comes first; here only who locked it can give one."""
        if sign_in == self._person.sign_in:
            self._ask.ask_password()
        self._ask.show_sentence(sentence)

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        self._ask.show_busy(busy)
