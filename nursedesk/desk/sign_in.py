"""Who is at the desk: the password once a shift, then the PIN."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from nursedesk.desk.daybook import NOBODY, Daybook, Session
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person
from nursedesk.record.events import Locked, PersonId, SignedIn, SignedOut
from nursedesk.store import people
from nursedesk.store.ledger import Ledger
from nursedesk.store.people import Check, Checked

SHIFT = timedelta(hours=14)
"""How long after a password the PIN serves."""

_NOBODY_KNOWN = PersonId("\x00nobody")
"""Checked in place of an unknown name, so that one takes as long as a known one."""


@dataclass(slots=True)
class Door:
    """Who gave a password here lately: those may come back with their PIN."""

    daybook: Daybook
    ledger: Ledger
    _since: dict[PersonId, datetime]

    @classmethod
    def of(cls, daybook: Daybook, ledger: Ledger) -> "Door":
        return cls(daybook, ledger, {})

    def pin_serves(self, person: PersonId) -> bool:
        """Whether this person's PIN is enough now."""
        since = self._since.get(person)
        return since is not None and self.daybook.clock() - since < SHIFT

    def check_password(self, name: str, password: str) -> Check:
        """Slow (about 0.1 s): beside the screen. Does not tell whether the name is known."""
        person = self.daybook.suite.person(name)
        known = person if person is not None and person.active else None
        checked = people.check_password(self.ledger, known.id if known else _NOBODY_KNOWN, password)
        return checked if known else Check(Checked.WRONG)

    def check_pin(self, person: PersonId, pin: str) -> Check:
        """Slow (about 0.1 s): beside the screen."""
        return people.check_pin(self.ledger, person, pin)

    def enter(self, name: str, auth: str) -> Person:
        """After a right password or PIN: this person is at the desk."""
        person = self.daybook.suite.person(name)
        if person is None or not person.active:
            raise Refused("no_such_person", {"name": name})
        if auth == "password":
            self._since[person.id] = self.daybook.clock()
        self.daybook.session = Session(person, uuid.uuid4().hex, auth)
        self.daybook.last_action = None
        self.daybook.write(None, SignedIn(person.id))
        return person

    def forget(self, name: str) -> None:
        """The next time takes the password: the PIN came to its end."""
        person = self.daybook.suite.person(name)
        if person is not None:
            self._since.pop(person.id, None)

    def lock(self) -> None:
        """Nobody is at the desk; timers go on, and the person comes back with the PIN."""
        if self.daybook.session is not NOBODY:
            self.daybook.write(None, Locked())
            self.daybook.session = NOBODY

    def leave(self) -> None:
        """End of the shift: the next time takes the password."""
        person = self.daybook.session.person.id
        if self.daybook.session is not NOBODY:
            self.daybook.write(None, SignedOut(person))
            self._since.pop(person, None)
            self.daybook.session = NOBODY
