"""From the first painted page to an open desk: the record is opened behind the sign-in page."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QStackedWidget

from nursedesk.desk import station_file
from nursedesk.desk.clock import Reading
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.sign_in.page import SignInPage
from nursedesk.ui.tasks import Dispatcher, Progress, Reaction

if TYPE_CHECKING:
    from nursedesk.app.taps import Taps
    from nursedesk.app.who import Identifier
    from nursedesk.desk.open_desk import OpenDesk
    from nursedesk.desk.sign_in import Door
    from nursedesk.desk.suite import Person
    from nursedesk.record.events import PersonId
    from nursedesk.store.keys import Keys

translate = QCoreApplication.translate

Asker = SignInPage | LockPage
ReadClock = Callable[[], Reading]
Opened = Callable[["OpenDesk", "Door"], None]


class Entrance(QObject):
    """Shows the sign-in page in `stack`, opens the suite of `folder`, calls `entered` at each signing in."""

    def __init__(
        self, stack: QStackedWidget, tasks: Dispatcher, folder: Path, entered: Opened, read: ReadClock
    ) -> None:
        super().__init__(stack)
        self._stack, self._tasks, self._folder, self._entered = stack, tasks, folder, entered
        self._read_clock = read
        self.desk: OpenDesk | None = None
        self.door: Door | None = None
        self.page = SignInPage(station_file.read(folder).site)
        self.page.password_given.connect(partial(self._password, self.page))
        self.page.pin_given.connect(partial(self._pin, self.page))
        self.lock_page: LockPage | None = None
        self.page.passphrase_given.connect(self._passphrase)
        self.page.badge_given.connect(partial(self._badge, self.page))
        self.page.frame.tapped.connect(self._tap)
        self.page.frame.who_asked.connect(self._ask_who)
        self._who: Identifier | None = None
        self.taps: Taps | None = None
        stack.addWidget(self.page)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._tick)

    def begin(self, desk: "OpenDesk | None" = None, secret: str | None = None) -> None:
        """Show the page; open the record behind it unless it is open already. `secret` saves a question."""
        self._stack.setCurrentWidget(self.page)
        self._tick()
        self._ticking.start()
        if desk is not None:
            self._is_open(desk)
        else:
            # After the first paint: what the store imports takes longer than the page.
            QTimer.singleShot(30, self, lambda: self._open(secret))

    def show_again(self) -> None:
        """Nobody is signed in: ask who comes."""
        self._show_people()
        self._stack.setCurrentWidget(self.page)
        self._tick()
        self.show_taps()

    def lock(self, person: "PersonId", open_lines: int) -> None:
        """The desk is locked by this person, whose PIN opens it again."""
        who = next((one for one in self.entrants() if one.sign_in == person), None)
        if who is None:
            self.show_again()
            return
        page = self.lock_page or self._make_lock_page()
        if self.taps is not None:
            self.taps.last = person
        page.lock(who, open_lines)
        self._stack.setCurrentWidget(page)
        page.begin()
        self._tick()
        self.show_taps()

    def _make_lock_page(self) -> LockPage:
        """Made when it is first needed: the first paint does not wait for it."""
        self.lock_page = page = LockPage(station_file.read(self._folder).site)
        page.other_person_asked.connect(self.show_again)
        page.password_given.connect(partial(self._password, page))
        page.pin_given.connect(partial(self._pin, page))
        page.badge_given.connect(partial(self._badge, page))
        page.frame.tapped.connect(self._tap)
        page.frame.who_asked.connect(self._ask_who)
        self._stack.addWidget(page)
        return page

    def _tick(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, SignInPage | LockPage):
            zone = ZoneInfo(station_file.read(self._folder).zone)
            now = self.desk.daybook.clock() if self.desk else self._read_clock().now
            if shown.frame.show_clock(face(now, zone)):
                self.show_taps()

    # --- opening ---

    def _open(self, secret: str | None) -> None:
        self.page.show_busy(True)
        folder, read = self._folder, self._read_clock
        self._tasks.run(
            lambda progress: _open_record(progress, folder, secret, read),
            Reaction(self._is_open, self._failed, self._brought_up),
        )

    def _brought_up(self, done: int, visits: int) -> None:
        """An older record is brought up to date: half a minute for a large one."""
        if visits:
            words = translate(
                "Entrance",
                "The record is being brought up to date for this version, once: {percent} % done. Nothing that "
                "was saved is touched.",
            )
            self.page.show_sentence(words.format(percent=100 * done // visits))

    def _passphrase(self, secret: str) -> None:
        self._open(secret)

    def _is_open(self, desk: object) -> None:
        from nursedesk.app.taps import Taps
        from nursedesk.app.who import Identifier
        from nursedesk.app.wording import wording_of
        from nursedesk.desk.open_desk import OpenDesk
        from nursedesk.desk.sign_in import Door

        self.page.show_busy(False)
        self.page.show_sentence("")
        if not isinstance(desk, OpenDesk):
            self.page.ask_passphrase()
            return
        self.desk = desk
        self.door = Door.of(desk.daybook, desk.ledger)
        self._who = Identifier(self.door, self._tasks, self._failed)
        self.taps = Taps(
            self._stack, self._who, self._come_in, self.show_taps, self._say, wording_of(self._folder)
        )
        self._remember_site(desk)
        self._show_people()
        self.show_taps()
        found = [recovered_words(desk.recovered, desk.unusable)]
        if desk.problems:
            words = translate(
                "Entrance",
                "The record is not in every place what was written: {problem} Go on, nothing more is lost; "
                "have the administrator run “nursedesk verify” today.",
            )
            found.append(words.format(problem=wording_of(self._folder).fault(desk.problems[0])))
        if any(found):
            self.page.show_sentence(" ".join(one for one in found if one))

    def _failed(self, failure: Exception) -> None:
        from nursedesk.app.wording import wording_of
        from nursedesk.store.errors import NurseDeskError, WrongKey

        self.page.show_busy(False)
        sentence = wording_of(self._folder).fault(failure)
        if isinstance(failure, WrongKey):
            self.page.ask_passphrase(sentence)
        elif isinstance(failure, NurseDeskError):
            self.page.show_sentence(sentence)
        else:
            raise failure

    def _remember_site(self, desk: "OpenDesk") -> None:
        """The next start paints the site's name before the record is open."""
        facts = desk.daybook.suite.facts
        kept = station_file.read(self._folder)
        if (kept.site, kept.zone) != (facts.site, facts.zone):
            station_file.change(self._folder, site=facts.site, zone=facts.zone)

    # --- people ---

    def entrants(self) -> tuple[Entrant, ...]:
        """Who may sign in, by name."""
        if self.door is None:
            return ()
        from nursedesk.app.who import entrants

        return entrants(self.door)

    def _show_people(self) -> None:
        self.page.show_people(self.entrants())

    def _password(self, asker: Asker, name: str, password: str) -> None:
        if self._who is not None:
            self._who.password(asker, name, password, self._known)

    def _pin(self, asker: Asker, name: str, pin: str) -> None:
        if self._who is not None:
            self._who.pin(asker, name, pin, self._known)

    def _badge(self, asker: Asker, badge: str) -> None:
        if self._who is not None:
            self._who.badge(asker, badge, self._known)

    def _known(self, person: "Person", auth: str) -> None:
        if self.door is not None:
            self.door.enter(person.id, auth)
            self._come_in()

    def _come_in(self) -> None:
        if self.desk is not None and self.door is not None:
            self._entered(self.desk, self.door)

    # --- presses before anybody is known ---

    def _tap(self, encounter: str, line: str) -> None:
        if self.taps is not None:
            self.taps.press(encounter, line)

    def _ask_who(self, encounter: str, press: str) -> None:
        if self.taps is not None:
            self.taps.ask(encounter, press)

    def show_taps(self) -> None:
        """What is up, one press each, beside what is shown."""
        shown = self._stack.currentWidget()
        if self.desk is not None and isinstance(shown, SignInPage | LockPage):
            from nursedesk.app.taps import tap_rows

            shown.frame.show_taps(tap_rows(self.desk.daybook))

    def _say(self, sentence: str) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, SignInPage):
            shown.show_sentence(sentence)


def recovered_words(count: int, unusable: int) -> str:
    """What came of the emergency journal; empty when it held nothing."""
    said = []
    if count == 1:
        words = translate(
            "Entrance",
            "One entry that the disk had refused is in the record now, out of the emergency journal: do not enter "
            "it again from paper.",
        )
        said.append(words)
    elif count:
        words = translate(
            "Entrance",
            "{count} entries that the disk had refused are in the record now, out of the emergency journal: "
            "do not enter them again from paper.",
        )
        said.append(words.format(count=count))
    if unusable:
        said.append(_unusable_words(unusable))
    return " ".join(said)


def _unusable_words(count: int) -> str:
    if count == 1:
        return translate(
            "Entrance",
            "One entry of the emergency journal was not written whole and could not be used: enter it from paper; "
            "its file is kept for the administrator.",
        )
    words = translate(
        "Entrance",
        "{count} entries of the emergency journal were not written whole and could not be used: enter them from "
        "paper; their file is kept for the administrator.",
    )
    return words.format(count=count)


def _open_record(progress: Progress, folder: Path, secret: str | None, read: ReadClock) -> object:
    """In a thread of its own: the open desk, or None when a passphrase is needed.

    What the desk's window needs is imported here too, so that nobody waits for it after the password.
    """
    from nursedesk.desk.open_desk import open_checked
    from nursedesk.desk.site_rules import site_rules

    progress(0, 0)
    keys = _find_keys(folder, secret)
    if keys is None:
        return None
    desk = open_checked(folder, keys, read, progress)
    facts = desk.daybook.suite.facts
    site_rules(facts)
    import_module("nursedesk.app.shell")
    import_module("nursedesk.app.taps")
    return desk


def _find_keys(folder: Path, secret: str | None) -> "Keys | None":
    """By keyring, or by what was typed: the recovery key, else the passphrase."""
    from nursedesk.store import keys as keys_of
    from nursedesk.store.errors import StoreError

    if secret is None:
        return keys_of.open_with_keyring(folder)
    try:
        return keys_of.open_with_recovery(folder, secret)
    except StoreError:
        return keys_of.open_with_passphrase(folder, secret)
