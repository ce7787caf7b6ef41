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
    from nursedesk.desk.open_desk import OpenDesk
    from nursedesk.desk.sign_in import Door
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
            QTimer.singleShot(30, lambda: self._open(secret))

    def show_again(self) -> None:
        """Nobody is signed in: ask who comes."""
        self._show_people()
        self._stack.setCurrentWidget(self.page)
        self._tick()

    def lock(self, person: "PersonId", open_lines: int) -> None:
        """The desk is locked by this person, whose PIN opens it again."""
        who = next((one for one in self.entrants() if one.sign_in == person), None)
        if who is None:
            self.show_again()
            return
        page = self.lock_page or self._make_lock_page()
        page.lock(who, open_lines)
        self._stack.setCurrentWidget(page)
        page.begin()
        self._tick()

    def _make_lock_page(self) -> LockPage:
        """Made when it is first needed: the first paint does not wait for it."""
        self.lock_page = page = LockPage(station_file.read(self._folder).site)
        page.other_person_asked.connect(self.show_again)
        page.password_given.connect(partial(self._password, page))
        page.pin_given.connect(partial(self._pin, page))
        self._stack.addWidget(page)
        return page

    def _tick(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, SignInPage | LockPage):
            zone = ZoneInfo(station_file.read(self._folder).zone)
            now = self.desk.daybook.clock() if self.desk else self._read_clock().now
            shown.show_clock(face(now, zone))

    # --- opening ---

    def _open(self, secret: str | None) -> None:
        self.page.show_busy(True)
        folder, read = self._folder, self._read_clock
        self._tasks.run(
            lambda progress: _open_record(progress, folder, secret, read), Reaction(self._is_open, self._failed)
        )

    def _passphrase(self, secret: str) -> None:
        self._open(secret)

    def _is_open(self, desk: object) -> None:
        from nursedesk.desk.open_desk import OpenDesk
        from nursedesk.desk.sign_in import Door

        self.page.show_busy(False)
        if not isinstance(desk, OpenDesk):
            self.page.ask_passphrase()
            return
        self.desk = desk
        self.door = Door.of(desk.daybook, desk.ledger)
        self._remember_site(desk)
        self._show_people()
        found = [recovered_words(desk.recovered, desk.unusable)]
        if desk.problems:
            words = translate(
                "Entrance",
                "The record is not in every place what was written: {problem} Go on, nothing more is lost; "
                "have the administrator run “nursedesk verify” today.",
            )
            found.append(words.format(problem=desk.problems[0]))
        if any(found):
            self.page.show_sentence(" ".join(one for one in found if one))

    def _failed(self, failure: Exception) -> None:
        from nursedesk.store.errors import NurseDeskError, WrongKey

        self.page.show_busy(False)
        if isinstance(failure, WrongKey):
            self.page.ask_passphrase(str(failure))
        elif isinstance(failure, NurseDeskError):
            self.page.show_sentence(str(failure))
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
        if self.desk is None or self.door is None:
            return ()
        door = self.door
        people = sorted(self.desk.daybook.suite.people, key=lambda one: one.name)
        return tuple(
            Entrant(one.id, one.name, one.credential, one.signature, door.pin_serves(one.id))
            for one in people
            if one.active
        )

    def _show_people(self) -> None:
        self.page.show_people(self.entrants())

    def _password(self, asker: Asker, name: str, password: str) -> None:
        door = self.door
        if door is not None:
            self._check(asker, lambda _: door.check_password(name, password), name, "password")

    def _pin(self, asker: Asker, name: str, pin: str) -> None:
        door = self.door
        person = self.desk.daybook.suite.person(name) if self.desk else None
        if door is not None and person is not None:
            self._check(asker, lambda _: door.check_pin(person.id, pin), name, "pin")

    def _check(self, asker: Asker, work: Callable[[Progress], object], name: str, auth: str) -> None:
        asker.show_busy(True)
        self._tasks.run(work, Reaction(lambda check: self._checked(asker, check, name, auth), self._failed))

    def _checked(self, asker: Asker, check: object, name: str, auth: str) -> None:
        from nursedesk.store.people import Check, Checked

        asker.show_busy(False)
        if self.desk is None or self.door is None or not isinstance(check, Check):
            return
        if check.result is Checked.RIGHT:
            self.door.enter(name, auth)
            self._entered(self.desk, self.door)
        elif auth == "password":
            asker.wrong_password()
        elif check.result is Checked.WRONG:
            asker.wrong_pin(check.tries_left or 0)
        else:
            self.door.forget(name)
            self.show_again()
            self.page.show_sentence(pin_ended())


def recovered_words(count: int, unusable: int) -> str:
    """What came of the emergency journal; empty when it held nothing."""
    said = []
    if count:
        words = translate(
            "Entrance",
            "{count} entries that the disk had refused are in the record now, out of the emergency journal: "
            "do not enter them again from paper.",
        )
        said.append(words.format(count=count))
    if unusable:
        words = translate(
            "Entrance",
            "{count} entries of the emergency journal were not written whole and could not be used: their file is "
            "kept; enter them from paper, and have the administrator look.",
        )
        said.append(words.format(count=unusable))
    return " ".join(said)


def pin_ended() -> str:
    """Said when a PIN serves no longer."""
    return translate("Entrance", "This PIN no longer serves: sign in with your password, then choose a new PIN.")


def _open_record(progress: Progress, folder: Path, secret: str | None, read: ReadClock) -> object:
    """In a thread of its own: the open desk, or None when a passphrase is needed.

    What the desk's window needs is imported here too, so that nobody waits for it after the password.
    """
    from nursedesk.desk.open_desk import open_checked
    from nursedesk.desk.site_rules import site_rules

    progress(0, 1)
    keys = _find_keys(folder, secret)
    if keys is None:
        return None
    desk = open_checked(folder, keys, read)
    facts = desk.daybook.suite.facts
    site_rules(facts)
    import_module("nursedesk.app.shell")
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
