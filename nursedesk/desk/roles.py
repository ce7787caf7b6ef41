"""Who may write what: one table from kinds of events to roles, asked where anything is written."""

from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Person, Role
from nursedesk.record import events
from nursedesk.record.events import Body, PersonId, Source

CLINICAL = frozenset({Role.NURSE, Role.CHARGE_NURSE})
ANYBODY = frozenset(Role)
OFFICE = frozenset({Role.CHARGE_NURSE, Role.BILLER, Role.ADMINISTRATOR})

STATION = PersonId("station")
"""Signs what the station does of itself."""

_STATION_WRITES = (
    *(events.SettingChanged, events.PersonChanged, events.ClockStepped, events.Locked),
    *(events.BackedUp, events.Recovered),
)
"""Set-up, before there is anybody; and what nobody presses."""

_WRITERS: dict[type, frozenset[Role]] = {
    events.SettingChanged: frozenset({Role.ADMINISTRATOR}),
    events.PersonChanged: frozenset({Role.ADMINISTRATOR}),
    events.SignedIn: ANYBODY,
    events.SignedOut: ANYBODY,
    events.Locked: ANYBODY,
    events.Viewed: ANYBODY,
    events.Printed: ANYBODY,
    events.PrintConfirmed: ANYBODY,
    events.Exported: ANYBODY,
    events.ClockStepped: ANYBODY,
    events.BackedUp: ANYBODY,
    events.Restored: frozenset({Role.ADMINISTRATOR, Role.CHARGE_NURSE}),
}


def may_write(person: Person, body: Body, source: Source = Source.PRESSED) -> bool:
    """Whether this person's roles allow this kind of event; what is not named is charting, for nurses."""
    if person.id == STATION:
        return isinstance(body, _STATION_WRITES)
    needed = _WRITERS.get(type(body), CLINICAL)
    if needed is CLINICAL and source in (Source.IMPORTED, Source.CALCULATED):
        needed = CLINICAL | OFFICE
    return bool(needed & set(person.roles))


def may_chart(person: Person) -> bool:
    """Whether this person works at the chairs."""
    return bool(CLINICAL & set(person.roles))


def require(person: Person, body: Body, source: Source) -> None:
    """Raises `Refused` when this person may not write this."""
    if not may_write(person, body, source):
        raise Refused("not_allowed", {"name": person.name, "what": type(body).__name__})
