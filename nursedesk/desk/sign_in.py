"""Who is at the desk: the password once a shift, then the PIN or the badge; and who has to wait."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from nursedesk.desk.daybook import NOBODY, Daybook, Session, Told
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person, Role
from nursedesk.record.events import GlassBroken, Locked, LockedOut, PersonId, SignedIn, SignedOut
from nursedesk.store import people
from nursedesk.store.ledger import Ledger
from nursedesk.store.people import Check, Checked

SHIFT = timedelta(hours=14)
"""How long after a password the PIN and the badge serve."""

WRONG_BADGES = 10
"""After so many unknown badges in a row badges open nothing until somebody has come in by PIN or password."""

WRONG_PASSWORDS, WAIT_MS = 10, 5 * 60_000
"""After so many wrong passwords in a row a name waits so long before each further try; never for good."""

_NOBODY_KNOWN = PersonId("\x00nobody")
"""Checked in place of an unknown name, so that one takes as long as a known one."""


@dataclass(frozen=True, slots=True)
class _Tries:
    """Wrong passwords in a row, and the station's time since boot at the last one, in ms."""

    count: int
    at_ms: int


@dataclass(slots=True)
class Door:
    """Who gave a password here lately: those may come back with their PIN or badge."""

    daybook: Daybook
    ledger: Ledger
    _since: dict[PersonId, datetime]
    _tries: dict[str, _Tries]
    _opened_ms: int
    _unknown_badges: int = 0

    @classmethod
    def of(cls, daybook: Daybook, ledger: Ledger) -> "Door":
        return cls(daybook, ledger, {}, {}, daybook.clock.read().boot_ms)

    # --- who may try ---

    def pin_serves(self, person: PersonId) -> bool:
        """Whether this person's PIN or badge is enough now."""
        since = self._since.get(person)
        return since is not None and self.daybook.clock() - since < SHIFT

    def may_enter(self, person: Person) -> bool:
        """Whether this person is of the suite today: active, and not past the last day."""
        return person.may_enter(self._today())

    def check_password(self, name: str, password: str) -> Check:
        """Slow (about 0.1 s): beside the screen. Does not tell whether the name is known."""
        person = self.daybook.suite.person(name)
        known = person if person is not None and self.may_enter(person) else None
        who, key = (known.id if known else _NOBODY_KNOWN), name.strip().casefold()
        tries = self._tries.get(key) or _Tries(people.wrong_tries(self.ledger, who, "password"), self._opened_ms)
        now = self.daybook.clock.read().boot_ms
        if tries.count >= WRONG_PASSWORDS and now - tries.at_ms < WAIT_MS:
            return Check(Checked.WAIT)
        checked = people.check_password(self.ledger, who, password)
        if known and checked.result is Checked.RIGHT:
            self._tries.pop(key, None)
            return checked
        self._tries[key] = _Tries(tries.count + 1, now)
        return Check(Checked.WAIT if tries.count + 1 >= WRONG_PASSWORDS else Checked.WRONG)

    def check_pin(self, person: PersonId, pin: str) -> Check:
        """Slow (about 0.1 s): beside the screen."""
        found = self.daybook.suite.person(person)
        if found is None or not self.may_enter(found):
            return Check(Checked.ENDED, 0)
        return people.check_pin(self.ledger, person, pin)

    def has_badge(self, text: str) -> bool:
        """Whether these digits are the number of somebody's badge."""
        return self.daybook.suite.whose_badge(people.badge_seal(self.ledger.keys, text)) is not None

    def whose_badge(self, badge: str) -> Person | None:
        """Whose badge this is; None for an unknown one, and for somebody who may not come in."""
        found = self.daybook.suite.whose_badge(people.badge_seal(self.ledger.keys, badge))
        if found is None or not self.may_enter(found) or self._unknown_badges >= WRONG_BADGES:
            self._unknown_badges += 1
            return None
        self._unknown_badges = 0
        return found

    def note(self, name: str, check: Check, auth: str) -> None:
        """What came of a check, for the record: an ended PIN, or a name that now has to wait."""
        person = self.daybook.suite.person(name)
        if person is None:
            return
        if auth == "pin" and check.result is Checked.ENDED:
            self.daybook.write_of_itself(LockedOut(person.id, "pin"))
            self._since.pop(person.id, None)
        if auth == "password" and check.result is Checked.WAIT and self._just_came_to_wait(name):
            self.daybook.write_of_itself(LockedOut(person.id, "password"))

    def _just_came_to_wait(self, name: str) -> bool:
        """Once for each run of wrong passwords, not for each try while waiting."""
        key = name.strip().casefold()
        tries = self._tries.get(key)
        if tries is None or tries.count < WRONG_PASSWORDS:
            return False
        told = replace(tries, count=max(tries.count, WRONG_PASSWORDS) + 1)
        first = tries.count == WRONG_PASSWORDS
        self._tries[key] = told
        return first

    def forgive(self, person: PersonId) -> None:
        """A new password was set: nobody waits any longer."""
        self._tries.pop(person.casefold(), None)

    # --- coming and going ---

    def enter(self, name: str, auth: str) -> Person:
        """After a right password, PIN or badge: this person is at the desk."""
        person = self.daybook.suite.person(name)
        if person is None or not self.may_enter(person):
            raise Refused("no_such_person", {"name": name})
        if auth == "password":
            self._since[person.id] = self.daybook.clock()
        self._unknown_badges = 0
        self.daybook.session = Session(person, uuid.uuid4().hex, auth)
        self.daybook.last_action = None
        self.daybook.write(None, SignedIn(person.id))
        return person

    def break_glass(self, reason: str) -> None:
        """Whoever is at the desk charts in an emergency, until the next lock. Raises `Refused`."""
        if not reason.strip():
            raise Refused("reason_needed_glass")
        session = self.daybook.session
        self.daybook.write(None, GlassBroken(), told=Told(reason=reason.strip()))
        person = replace(session.person, roles=(*session.person.roles, Role.NURSE))
        self.daybook.session = replace(session, person=person)

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

    def _today(self) -> date:
        return self.daybook.clock().astimezone(self.daybook.zone).date()
