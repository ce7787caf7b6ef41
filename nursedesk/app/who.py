"""Finds out who somebody is, by PIN, badge or password; wrong tries are counted and told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QCoreApplication

from nursedesk.desk.roles import may_chart
from nursedesk.desk.sign_in import Door
from nursedesk.desk.suite import Person
from nursedesk.store.people import Check, Checked
from nursedesk.ui.sign_in.model import Entrant
from nursedesk.ui.tasks import Dispatcher, Progress, Reaction

translate = QCoreApplication.translate


class Asker(Protocol):
    """A page or dialog that asks: it is told what came of an answer."""

    def show_busy(self, busy: bool) -> None: ...
    def wrong_pin(self, left: int) -> None: ...
    def wrong_password(self) -> None: ...
    def must_wait(self) -> None: ...
    def unknown_badge(self) -> None: ...
    def choose(self, sign_in: str, sentence: str) -> None: ...


Known = Callable[[Person, str], None]
"""(who it is, by what: pin, badge, password)."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Checks answers beside the window; `known` gets who it was, `failed` what the record could not do."""

    door: Door
    tasks: Dispatcher
    failed: Callable[[Exception], None]

    def password(self, asker: Asker, name: str, password: str, known: Known) -> None:
        """A password; a badge scanned into its place only names the person."""
        if self._is_badge(password):
            self.badge(asker, password, known)
            return
        self._check(asker, lambda _: self.door.check_password(name, password), (name, "password"), known)

    def pin(self, asker: Asker, name: str, pin: str, known: Known) -> None:
        """A PIN of somebody whose password was given this shift."""
        person = self.door.daybook.suite.person(name)
        if person is not None:
            self._check(asker, lambda _: self.door.check_pin(person.id, pin), (name, "pin"), known)

    def badge(self, asker: Asker, badge: str, known: Known) -> None:
        """A badge: enough after the password of the shift, else it only says who is asked for it."""
        person = self.door.whose_badge(badge)
        if person is None:
            asker.unknown_badge()
        elif self.door.pin_serves(person.id):
            known(person, "badge")
        else:
            said = translate("Who", "The badge is {name}’s. The password comes first, once a shift.")
            asker.choose(person.id, said.format(name=person.signature))

    def _is_badge(self, text: str) -> bool:
        """Only digits, and somebody's: a password of digits alone that is a badge's number would be a bad one."""
        return text.isdigit() and self.door.has_badge(text)

    def _check(self, asker: Asker, work: Callable[[Progress], object], who: tuple[str, str], known: Known) -> None:
        def fail(failure: Exception) -> None:
            if shiboken6.isValid(asker):
                asker.show_busy(False)
            self.failed(failure)

        asker.show_busy(True)
        self.tasks.run(work, Reaction(lambda check: self._checked(asker, check, who, known), fail))

    def _checked(self, asker: Asker, check: object, who: tuple[str, str], known: Known) -> None:
        name, auth = who
        person = self.door.daybook.suite.person(name)
        if isinstance(check, Check):
            self.door.note(name, check, auth)
        # The question may have been put away meanwhile: a wrong try counts, and nothing else comes of it.
        if not shiboken6.isValid(asker):
            return
        asker.show_busy(False)
        if not isinstance(check, Check):
            return
        if check.result is Checked.RIGHT and person is not None:
            known(person, auth)
        elif check.result is Checked.WAIT:
            asker.must_wait()
        elif check.result is Checked.NOT_SET and auth == "pin":
            asker.choose(name, translate("Who", "There is no PIN: use the password; Settings takes a PIN."))
        elif auth == "password":
            asker.wrong_password()
        else:
            asker.wrong_pin(check.tries_left or 0)


def charting(door: Door, *without: str) -> tuple[Entrant, ...]:
    """Those who work at the chairs, for a press or a signature; some are left out."""
    nurses = {one.id for one in door.daybook.suite.people if may_chart(one)}
    return tuple(one for one in entrants(door) if one.sign_in in nurses and one.sign_in not in without)


def entrants(door: Door) -> tuple[Entrant, ...]:
    """Who may say who she is, by name."""
    people = sorted(door.daybook.suite.people, key=lambda one: one.name)
    return tuple(
        Entrant(one.id, one.name, one.credential, one.signature, door.pin_serves(one.id))
        for one in people
        if door.may_enter(one)
    )
