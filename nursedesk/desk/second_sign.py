"""A second person signs, where the site's policy asks: for waste, and for the check of what was hung.

The signature is an event of its own, whose actor is the second person; nobody signs for what she charted herself.
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from nursedesk.desk.daybook import Daybook, Session
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, may
from nursedesk.desk.suite import Person, SuiteFacts
from nursedesk.record.encounter import Administration, Encounter, Family, LineState, SecondSign
from nursedesk.record.events import EncounterId, EventId, Witnessed


class HasFamily(Protocol):
    """A drug of the table."""

    @property
    def family(self) -> Family: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a second person has yet to sign for."""

    what: SecondSign
    administration: str
    target: EventId
    """The event that is signed for."""
    by: str
    """Who charted it, and therefore cannot sign."""


def wanted(
    daybook: Daybook, encounter: Encounter, facts: SuiteFacts, drugs: Mapping[str, HasFamily]
) -> tuple[Wanted, ...]:
    """What the site's policy asks a second person for and nobody has signed; checks once for each line."""
    found = []
    checked: set[str] = set()
    for one in encounter.administrations:
        if _unsigned_waste(one, facts):
            found.append((SecondSign.WASTE, one.id, one.waste_event))
        if one.line not in checked and _unchecked(one, facts, drugs):
            checked.add(one.line)
            found.append((SecondSign.CHECK, one.id, one.prepared_event))
    actors = {event.header.event_id: event.header.actor for event in daybook.events(EncounterId(encounter.id))}
    return tuple(
        Wanted(what, administration, EventId(event), actors.get(EventId(event), ""))
        for what, administration, event in found
        if event is not None
    )


def _unsigned_waste(one: Administration, facts: SuiteFacts) -> bool:
    return SecondSign.WASTE in facts.second_sign and one.wasted is not None and one.waste_signed is None


def _unchecked(one: Administration, facts: SuiteFacts, drugs: Mapping[str, HasFamily]) -> bool:
    """Begun without the check; what is only prepared can still be checked when it is started."""
    if SecondSign.CHECK not in facts.second_sign or one.checked_by or one.state is LineState.PREPARED:
        return False
    listed = drugs.get(one.drug.strip().lower())
    family = one.family or (listed.family if listed else None)
    return family is not None and family in facts.check_families


def sign(daybook: Daybook, encounter: Encounter, want: Wanted, person: Person, auth: str) -> None:
    """The second person signs, known by `auth` (pin, badge, password). Raises `Refused`: the same, or no nurse."""
    if person.id in (want.by, daybook.session.person.id):
        raise Refused("same_person")
    if not may(person, Deed.SIGN):
        raise Refused("not_allowed", {"name": person.name, "what": "Witnessed"})
    at_the_desk = daybook.session
    daybook.session = Session(person, uuid.uuid4().hex, auth)
    try:
        daybook.write(EncounterId(encounter.id), Witnessed(want.target, want.what))
    finally:
        daybook.session = at_the_desk
