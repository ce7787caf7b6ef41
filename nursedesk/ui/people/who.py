"""Asks who somebody is: the name, then PIN, badge or password. For a press, and for a second signature."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Button, DialogFrame, Kind, Paragraph
from nursedesk.ui.kit.scroll import ScrollArea
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.person_ask import PersonAsk

SIZE = QSize(860, 640)
AROUND_TITLE = 28 + 16 + 3 * 12
"""Margins and spaces of the head, px."""
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
        self._whole = Paragraph(title, 20, theme.STRONG)
        self._whole.setContentsMargins(28, 0, 28, 12)
        self._whole.setObjectName("whoWholeTitle")
        self._whole.hide()
        self._lead = lead
        self.panel.installEventFilter(self)
        self._asking = PersonAsk(verb)
        self._asking.pin_given.connect(self._pin)
        self._asking.password_given.connect(self._password)
        self._asking.badge_given.connect(self._badge)
        self.body.addWidget(self._whole)
        self._area = ScrollArea(self._asking)
        self._area.installEventFilter(self)
        self.body.addWidget(self._area, 1)
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
        self._asking.show_people(people)
        self._list = self._asking.people()
        if first:
            self._asking.choose(first)
        self._asking.chosen.connect(lambda _: self._patience.start())
        self._patience.start()

    def begin(self) -> None:
        """Put the keyboard where the PIN is asked."""
        self._asking.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List and PIN stand as the dialog has room; a title that has none beside the time stands below it."""
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self._asking.arrange(self._area.width(), self._area.height())
        if event.type() == QEvent.Type.Resize and watched is self.panel:
            lead = theme.advance(self._lead, 34, theme.STRONG)
            whole = lead + self.title.sizeHint().width() + theme.px(44) + AROUND_TITLE <= self.panel.width()
            self.title.setVisible(whole)
            self._whole.setVisible(not whole)
        return super().eventFilter(watched, event)

    def _pin(self, name: str, text: str) -> None:
        self._patience.start()
        self.pin_given.emit(name, text)

    def _password(self, name: str, text: str) -> None:
        self._patience.start()
        self.password_given.emit(name, text)

    def _badge(self, text: str) -> None:
        self._patience.start()
        self.badge_given.emit(text)

    # --- answers, as the sign-in page has them ---

    def show_busy(self, busy: bool) -> None:
        """While it is checked nothing can be typed twice."""
        self._asking.answers.show_busy(busy)
        self._list.setEnabled(not busy)

    def wrong_pin(self, left: int) -> None:
        """A wrong PIN; at 0 tries left the password is asked."""
        self._asking.answers.wrong_pin(left)

    def wrong_password(self) -> None:
        """The password was wrong."""
        self._asking.answers.wrong_password()

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
        """Say why it was not taken."""
        self._asking.answers.clear()
        self._asking.answers.show_sentence(sentence)
        self._asking.answers.begin()
