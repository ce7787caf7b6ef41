"""The people of the suite: changed, given new secrets, left and come back. Somebody can always let others in."""

from dataclasses import replace
from datetime import date

from nursedesk.desk.daybook import Daybook
from nursedesk.desk.hand_over import open_lines
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, may, require_deed
from nursedesk.desk.set_up import LONG_ENOUGH
from nursedesk.desk.suite import Person, Role, Suite
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import CredentialSet, PersonChanged, PersonId
from nursedesk.store import people
from nursedesk.store.ledger import Ledger

LONGEST_NAME = 120
"""Characters of a person's name; it is printed on every ticket."""

FEWEST_BADGE = 7
"""Digits a badge's number has at least: six are a PIN."""


def change(daybook: Daybook, changed: Person) -> None:
    """Record another name, credential, role or last day of somebody. Raises `Refused`: then nothing changed."""
    before = _known(daybook, changed.id)
    if changed == before:
        return
    if not changed.name.strip() or len(changed.name) > LONGEST_NAME:
        raise Refused("person_name")
    if not changed.roles:
        raise Refused("role_needed", {"name": changed.name})
    if changed.active and changed.until is not None and changed.until < _today(daybook):
        raise Refused("until_past")
    if not _left_with(daybook.suite, changed):
        raise Refused("last_administrator", {"name": before.name})
    roles = tuple(role.value for role in changed.roles)
    daybook.write(
        None,
        PersonChanged(changed.id, changed.name, changed.credential, roles, changed.active, changed.until),
    )
    if daybook.session.person.id == changed.id:
        # What was taken from somebody who is at the desk is taken now, not at the next signing in.
        now = changed if changed.active else replace(changed, roles=())
        daybook.session = replace(daybook.session, person=now)


def leave(daybook: Daybook, who: PersonId) -> None:
    """Somebody signs in no longer. Refused, with the lines named, while lines of hers are up."""
    person = _known(daybook, who)
    lines = lines_of(daybook, who)
    if lines:
        named = "; ".join(f"{visit.chair}: {drugs}" for visit, drugs in lines)
        raise Refused("lines_up", {"name": person.name, "lines": named})
    change(daybook, replace(person, active=False))


def come_back(daybook: Daybook, who: PersonId) -> None:
    """Somebody who left signs in again, with the password there was; an end that has passed is taken off."""
    person = _known(daybook, who)
    over = person.until is not None and person.until < _today(daybook)
    change(daybook, replace(person, active=True, until=None if over else person.until))


def lines_of(daybook: Daybook, who: PersonId) -> tuple[tuple[Encounter, str], ...]:
    """The visits of a nurse that have lines up, with the drugs of those."""
    visits = (one for one in daybook.encounters() if one.nurse == who and one.freed is None)
    return tuple(
        (one, ", ".join(line.drug for line in up))
        for one in sorted(visits, key=lambda one: one.chair or "")
        if (up := open_lines(one))
    )


def is_last_administrator(suite: Suite, who: PersonId) -> bool:
    """Whether nobody could let others in if this person left."""
    person = suite.person(who)
    return person is not None and not _left_with(suite, replace(person, active=False))


def _left_with(suite: Suite, changed: Person) -> bool:
    """Whether an administrator without an end is left once this is so; a suite without any is not made worse."""
    others = [one for one in suite.people if one.id != changed.id]
    had = any(_lets_in(one) for one in suite.people)
    return not had or _lets_in(changed) or any(_lets_in(one) for one in others)


def _lets_in(person: Person) -> bool:
    return person.active and person.until is None and Role.ADMINISTRATOR in person.roles


# --- secrets ---------------------------------------------------------------------------------------


def set_password(daybook: Daybook, ledger: Ledger, who: PersonId, password: str) -> None:
    """A new password for somebody (about 0.1 s); tried-out wrong ones are forgotten. Raises `Refused`."""
    person = _known(daybook, who)
    _own_or_deed(daybook, who)
    if len(password.strip()) < LONG_ENOUGH:
        raise Refused("password_short", {"name": person.name})
    daybook.write(None, CredentialSet(who, "password"))
    people.set_password(ledger, who, password)


def set_pin(daybook: Daybook, ledger: Ledger, who: PersonId, pin: str) -> None:
    """A new PIN for somebody (about 0.1 s), also after ten wrong ones. Raises `Refused`."""
    person = _known(daybook, who)
    _own_or_deed(daybook, who)
    problem = people.pin_problem(pin)
    if problem is not None:
        raise Refused(f"pin_{problem.value}", {"name": person.name})
    daybook.write(None, CredentialSet(who, "pin"))
    people.set_pin(ledger, who, pin)


def take_pin(daybook: Daybook, ledger: Ledger, who: PersonId) -> None:
    """Somebody has no PIN any longer, and signs in with the password until a new one is chosen."""
    _known(daybook, who)
    _own_or_deed(daybook, who)
    daybook.write(None, CredentialSet(who, "no pin"))
    people.end_pin(ledger, who)


def set_badge(daybook: Daybook, ledger: Ledger, who: PersonId, badge: str) -> None:
    """The badge of somebody, as a scanner types it; an empty one takes it away. Raises `Refused`."""
    person = _known(daybook, who)
    require_deed(daybook.session.person, Deed.PEOPLE)
    number = badge.strip()
    if not number:
        daybook.write(None, CredentialSet(who, "no badge"))
        return
    if len(people.badge_digits(number)) < FEWEST_BADGE:
        raise Refused("badge_unread")
    seal = people.badge_seal(ledger.keys, number)
    holder = daybook.suite.whose_badge(seal)
    if holder is not None and holder.id != who:
        raise Refused("badge_taken", {"name": holder.name, "wanted": person.name})
    daybook.write(None, CredentialSet(who, "badge", seal))


def _own_or_deed(daybook: Daybook, who: PersonId) -> None:
    me = daybook.session.person
    if me.id != who and not may(me, Deed.PEOPLE):
        require_deed(me, Deed.PEOPLE)


def _known(daybook: Daybook, who: PersonId) -> Person:
    person = daybook.suite.person(who)
    if person is None:
        raise Refused("no_such_person", {"name": who})
    return person


def _today(daybook: Daybook) -> date:
    return daybook.clock().astimezone(daybook.zone).date()
