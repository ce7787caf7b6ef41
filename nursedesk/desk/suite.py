"""The suite: its site, chairs, policies and people, as the record's settings tell them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from nursedesk.desk.room import EMPTY_ROOM, Room, room_after
from nursedesk.record.encounter import Setting
from nursedesk.record.events import Body, CredentialSet, Event, PersonChanged, PersonId, SettingChanged


class Role(StrEnum):
    NURSE = "nurse"
    CHARGE_NURSE = "charge_nurse"
    BILLER = "biller"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    BREAK_GLASS = "break_glass"
    """Charts in an emergency, with a reason, and otherwise only looks."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    id: PersonId
    name: str
    credential: str = ""
    roles: tuple[Role, ...] = ()
    active: bool = True
    until: date | None = None
    """The last day, in the site's zone, this person may sign in; None: no end."""

    def may_enter(self, day: date) -> bool:
        """Whether this person may sign in on a day of the site's zone."""
        return self.active and (self.until is None or day <= self.until)

    @property
    def signature(self) -> str:
        """`J. Doe RN`: as a card or a ticket names a nurse."""
        words = self.name.split()
        short = " ".join([f"{words[0][0]}.", *words[1:]]) if len(words) > 1 else self.name
        return f"{short} {self.credential}".strip()


@dataclass(frozen=True, slots=True)
class SuiteFacts:
    """What a site decides about itself."""

    site: str = ""
    address: str = ""
    npi: str = ""
    zone: str = "UTC"
    setting: Setting = Setting.OUTPATIENT_FACILITY
    chairs: tuple[str, ...] = ()
    profile: str = "cpt"
    overrides: tuple[tuple[str, str], ...] = ()
    """Rule settings that differ from the profile."""
    payer_policy: str = ""
    """The table of which family a payer takes a drug for (R1.2), as text; empty: none."""
    boundary_policy: str = "shown"
    """shown | after | hidden"""
    charting: tuple[str, ...] = ("response",)
    """What the charting policy asks for beyond what signing needs."""
    charting_policy: tuple[tuple[str, str], ...] | None = None
    """(item of `coding.charting.ITEMS`, warn | block) as the site chose them; None: `charting` holds."""
    second_sign: tuple[str, ...] = ()
    """What a second person signs for (`SecondSign`): waste, check."""
    second_blocks: bool = False
    """Whether the ticket waits for a second signature that is missing."""
    curtain_minutes: int = 2
    """Idle minutes after which names are hidden."""
    lock_minutes: int = 10
    """Idle minutes after which the desk locks."""
    check_families: tuple[str, ...] = ("chemotherapy",)
    """Families (`Family`) whose drugs want a second check, where `second_sign` has check."""
    wristband_pattern: str = ""
    badge_pattern: str = ""
    """Regular expressions for what is printed on wristbands and badges; empty: none are scanned."""
    shift_ends: tuple[str, ...] = ("07:00", "19:00")
    """HH:MM in the site's zone: a line that was up before one and still is, is said to be open at shift end."""
    favourites: tuple[str, ...] | None = None
    """What is offered first when something is hung (`catalog.favourites`); None: the list we ship."""


@dataclass(frozen=True, slots=True)
class Suite:
    facts: SuiteFacts = SuiteFacts()
    people: tuple[Person, ...] = ()
    room: Room = EMPTY_ROOM
    badges: tuple[tuple[str, PersonId], ...] = ()
    """(seal, whose): see `CredentialSet`."""

    def whose_badge(self, seal: str) -> Person | None:
        """Who has the badge with this seal."""
        holder = dict(self.badges).get(seal)
        return self.person(holder) if holder is not None else None

    def person(self, name: str) -> Person | None:
        """The person with this sign-in name, ignoring case and outer spaces."""
        wanted = name.strip().casefold()
        return next((one for one in self.people if one.id.casefold() == wanted), None)

    def signatures(self) -> dict[str, str]:
        """Sign-in name → the name on screen and paper."""
        return {one.id: one.signature for one in self.people}


SUITE_KINDS = ("SettingChanged", "PersonChanged", "CredentialSet")
"""The kinds of events that say what a suite is."""


def suite_of(events: Iterable[Event]) -> Suite:
    """The suite as these settings and people events leave it; other kinds are passed over."""
    suite = Suite()
    for event in sorted(events, key=lambda one: (one.header.recorded, one.header.event_id)):
        suite = after(suite, event.body)
    return suite


def after(suite: Suite, body: Body) -> Suite:
    """The suite once this is said of it; bodies that are about something else change nothing."""
    match body:
        case SettingChanged(key, value):
            return replace(suite, facts=_with(suite.facts, key, json.loads(value)))
        case PersonChanged(person, name, credential, roles, active, until):
            known = tuple(Role(role) for role in roles if role in set(Role))
            changed = Person(person, name, credential, known, active, until)
            others = tuple(one for one in suite.people if one.id != person)
            return replace(suite, people=(*others, changed))
        case CredentialSet(person, "badge" | "no badge", seal):
            kept = tuple(one for one in suite.badges if person != one[1] and seal != one[0])
            return replace(suite, badges=(*kept, (seal, person)) if seal else kept)
        case _:
            return replace(suite, room=room_after(suite.room, body))


def _with(facts: SuiteFacts, key: str, value: Any) -> SuiteFacts:
    """The facts with one changed; a setting of a later version is passed over."""
    if key not in {field.name for field in fields(SuiteFacts)}:
        return facts
    if key == "setting":
        value = Setting(value)
    elif isinstance(value, list):
        value = tuple(tuple(part) if isinstance(part, list) else part for part in value)
    return replace(facts, **{key: value})


def settings_of(facts: SuiteFacts) -> tuple[SettingChanged, ...]:
    """The facts as the events that say them."""
    return tuple(
        SettingChanged(field.name, json.dumps(getattr(facts, field.name), ensure_ascii=False))
        for field in fields(SuiteFacts)
    )
