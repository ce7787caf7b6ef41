"""Make a new suite: its record, its site and its first people."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nursedesk.desk import station_file
from nursedesk.desk.clock import read_system
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.open_desk import OpenDesk, ReadClock, on_ledger, open_desk
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person, SuiteFacts, settings_of
from nursedesk.record.events import PersonChanged
from nursedesk.store import people
from nursedesk.store.in_the_making import being_made
from nursedesk.store.ledger import Ledger, create_folder


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who gets a password, and a PIN when she works at the chairs."""

    person: Person
    password: str = field(repr=False)
    pin: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class MadeSuite:
    desk: OpenDesk
    recovery_key: str = field(repr=False)
    in_keyring: bool


def set_up(
    folder: Path,
    facts: SuiteFacts,
    first: Iterable[NewPerson],
    passphrase: str,
    *,
    use_keyring: bool = True,
    read_clock: ReadClock = read_system,
) -> MadeSuite:
    """Make the suite in an empty folder and open it. On `Refused` or the store's errors nothing is made."""
    check_site(facts.site)
    newcomers = tuple(first)
    for one in newcomers:
        check_newcomer(one)
    if len(passphrase.strip()) < LONG_ENOUGH:
        raise Refused("passphrase_short")
    with being_made(folder) as making:
        created = create_folder(making, passphrase, use_keyring=use_keyring)
        try:
            station_file.write(making, station_file.StationFile(site=facts.site, zone=facts.zone))
            desk = on_ledger(created.ledger, read_clock)
            desk.daybook.write(None, *settings_of(facts), zone=facts.zone)
            for one in newcomers:
                add_person(desk.daybook, desk.ledger, one)
        finally:
            created.ledger.close()
    made = open_desk(folder, created.ledger.keys, read_clock)
    return MadeSuite(made, created.recovery_key, created.in_keyring)


LONG_ENOUGH = 8
"""Characters a password or passphrase has at least, the spaces around it not counted."""

LONGEST_SITE, LONGEST_SIGN_IN = 120, 64
"""Characters; both are printed on every ticket."""


def check_site(name: str) -> None:
    """Whether a site can be called so: it is printed on every ticket. Raises `Refused`."""
    kinds = [unicodedata.category(character) for character in name]
    if not any(kind[0] in "LN" for kind in kinds):
        raise Refused("site_missing")
    if len(name) > LONGEST_SITE:
        raise Refused("site_long")
    if any(kind in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for kind in kinds):
        raise Refused("site_hidden")


def check_newcomer(one: NewPerson) -> None:
    """Whether somebody can be taken in so. Raises `Refused`."""
    name = one.person.id
    plain = name.isascii() and name.replace(".", "").replace("-", "").isalnum()
    if not plain or len(name) > LONGEST_SIGN_IN:
        raise Refused("sign_in_name", {"name": name})
    if len(one.password.strip()) < LONG_ENOUGH:
        raise Refused("password_short", {"name": name})
    problem = people.pin_problem(one.pin) if one.pin is not None else None
    if problem is not None:
        raise Refused(f"pin_{problem.value}", {"name": name})


def add_person(daybook: Daybook, ledger: Ledger, one: NewPerson) -> None:
    """Take somebody in, with a password and perhaps a PIN. Raises `Refused` when the name is taken."""
    check_newcomer(one)
    if daybook.suite.person(one.person.id) is not None:
        raise Refused("name_taken", {"name": one.person.id})
    person = one.person
    roles = tuple(role.value for role in person.roles)
    daybook.write(None, PersonChanged(person.id, person.name, person.credential, roles, person.active))
    people.set_password(ledger, person.id, one.password)
    if one.pin is not None:
        people.set_pin(ledger, person.id, one.pin)


def change_facts(daybook: Daybook, facts: SuiteFacts) -> None:
    """Record what differs from the suite's facts so far."""
    before = {one.key: one.value for one in settings_of(daybook.suite.facts)}
    changed = [one for one in settings_of(facts) if before[one.key] != one.value]
    if changed:
        daybook.write(None, *changed)
