"""Times that a set clock made doubtful: charted for each line it touched, and confirmed by a person."""

from collections.abc import Iterable

from nursedesk.desk.daybook import Daybook, Told
from nursedesk.desk.refusal import Refused
from nursedesk.record.clock_doubt import doubts_to_chart, standing
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, Event, LineId, TimesConfirmed


def chart_doubts(daybook: Daybook, steps: Iterable[Event]) -> tuple[EncounterId, ...]:
    """Note on every line that a step of the clock touched that its times are in doubt; returns the visits."""
    known, touched = tuple(steps), []
    for visit in daybook.encounters():
        if visit.status is not Status.OPEN:
            continue
        doubts = doubts_to_chart(visit, known)
        if doubts:
            daybook.write_of_itself(*doubts, encounter_id=EncounterId(visit.id))
            touched.append(EncounterId(visit.id))
    return tuple(touched)


def confirm_times(daybook: Daybook, encounter: Encounter, line: LineId, reason: str) -> None:
    """A person looked at a line's times and stands by them. Nothing in doubt: nothing is recorded."""
    if encounter.status is not Status.OPEN:
        raise Refused("reopen_first")
    if line in standing(encounter.clock_doubts):
        daybook.write(EncounterId(encounter.id), TimesConfirmed(line), told=Told(reason=reason.strip() or None))
