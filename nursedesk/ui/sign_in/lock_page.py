"""The locked desk: one person's PIN brings it back; timers go on and nothing of a patient is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.model import ClockFace
from nursedesk.ui.kit import Button, Kind, Panel, Paragraph, Text
from nursedesk.ui.sign_in.credentials import Credentials
from nursedesk.ui.sign_in.middle import Middle
from nursedesk.ui.sign_in.model import Entrant, TapRow
from nursedesk.ui.sign_in.page import DoorHead

if TYPE_CHECKING:
    from nursedesk.ui.sign_in.tap_panel import TapPanel

PANEL = (460, 590)


class LockPage(QWidget):
    """Asks the PIN of who locked it, or lets somebody else come."""

    pin_given = Signal(str, str)
    """(sign-in name, PIN)."""
    tapped = Signal(str, str)
    """(encounter, line): pressed before it is known who presses."""
    who_asked = Signal(str, str)
    """(encounter, event of the press)."""
    password_given = Signal(str, str)
    """(sign-in name, password)."""
    badge_given = Signal(str)
    other_person_asked = Signal()

    def __init__(self, site: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lockPage")
        self._head = DoorHead(site)
        self._person = Entrant("", "")
        self._who = Text("", 22, theme.STRONG, align=Qt.AlignmentFlag.AlignHCenter)
        self._facts = Paragraph("", 14, role="quiet")
        self._facts.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._ask = Credentials(self.tr("Unlock"))
        self._ask.pin_given.connect(lambda text: self.pin_given.emit(self._person.sign_in, text))
        self._ask.badge_given.connect(self.badge_given)
        self._ask.password_given.connect(lambda text: self.password_given.emit(self._person.sign_in, text))
        other = Button(self.tr("Somebody else"), Kind.PLAIN, name="otherPersonButton")
        other.clicked.connect(self.other_person_asked)
        panel = Panel("lockPanel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(56, 22, 56, 8)
        inside.setSpacing(theme.px(8))
        inside.addWidget(self._who)
        inside.addWidget(self._facts)
        inside.addSpacing(theme.px(12))
        inside.addWidget(self._ask)
        inside.addStretch(1)
        inside.addWidget(other, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        self._middle = Middle(panel, PANEL)
        self._taps: TapPanel | None = None
        self._beside_taps = QHBoxLayout()
        self._beside_taps.addWidget(self._middle, 1)
        column.addLayout(self._beside_taps, 1)

    def lock(self, person: Entrant, open_lines: int) -> None:
        """Show whose desk is locked, and how many lines run on."""
        self._person = person
        self._who.set_runs(person.signature or person.name)
        facts = self.tr("Locked. Nothing runs.")
        if open_lines == 1:
            facts = self.tr("Locked. One line runs on, and its timer with it.")
        elif open_lines:
            facts = self.tr("Locked. {count} lines run on, and their timers with them.")
        self._facts.show_text(facts.format(count=open_lines))
        self._ask.allow_pin(person.pin_serves)
        self._middle.wish(PANEL)

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
