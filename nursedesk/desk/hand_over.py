"""Hand the open lines of a nurse's visits to a named colleague."""

from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.desk.suite import Role
from nursedesk.record.encounter import Administration, Encounter, LineState
from nursedesk.record.events import EncounterId, HandedOver, LineId, PersonId

OPEN = (LineState.PREPARED, LineState.RUNNING, LineState.PAUSED)


def open_lines(encounter: Encounter) -> tuple[Administration, ...]:
    """The first drug of each line that is up: prepared, running or paused."""
    seen: dict[str, Administration] = {}
    for one in encounter.administrations:
        if one.state in OPEN:
            seen.setdefault(one.line, one)
    return tuple(seen.values())


def hand_over(daybook: Daybook, encounters: tuple[Encounter, ...], to: PersonId) -> None:
    """These visits, with every line that is up, are the named nurse's from this moment."""
    person = daybook.suite.person(to)
    if person is None or not person.active or not {Role.NURSE, Role.CHARGE_NURSE} & set(person.roles):
        raise Refused("no_such_nurse", {"name": to})
    for encounter in encounters:
        lines = tuple(LineId(one.line) for one in open_lines(encounter))
        daybook.write(EncounterId(encounter.id), HandedOver(person.id, lines))
