"""Start, pause, resume and stop a line; undo the last press. Any nurse may stop any line."""

from nursedesk.desk.daybook import UNDO_FOR, Daybook, Told
from nursedesk.desk.hang import AT_ONCE
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Administration, Encounter, LineState, StopReason
from nursedesk.record.events import (
    EncounterId,
    LineId,
    Paused,
    Pushed,
    Resumed,
    Started,
    Stopped,
    StopReasonSet,
    Voided,
)


def start(daybook: Daybook, encounter: Encounter, line: LineId) -> None:
    """A prepared line runs from this moment; a prepared push is given. Pressed twice, it counts once."""
    one = line_of(encounter, line)
    if one.state is LineState.PREPARED:
        body = Pushed(line) if one.route in AT_ONCE else Started(line)
        daybook.act("started", EncounterId(encounter.id), line, body)


def pause(daybook: Daybook, encounter: Encounter, line: LineId) -> None:
    """The line stays up and does not run from this moment."""
    one = line_of(encounter, line)
    if one.state is LineState.RUNNING:
        daybook.act("paused", EncounterId(encounter.id), line, Paused(line, len(one.segments)))


def resume(daybook: Daybook, encounter: Encounter, line: LineId) -> None:
    """The line runs again from this moment."""
    one = line_of(encounter, line)
    if one.state is LineState.PAUSED:
        daybook.act("resumed", EncounterId(encounter.id), line, Resumed(line, len(one.segments) + 1))


def stop(daybook: Daybook, encounter: Encounter, line: LineId, reason: StopReason = StopReason.COMPLETED) -> None:
    """The line comes down at this moment. Always allowed; on a paused line its minutes ended at the pause."""
    one = line_of(encounter, line)
    if one.state in (LineState.RUNNING, LineState.PAUSED):
        daybook.act("stopped", EncounterId(encounter.id), line, Stopped(line, len(one.segments), reason))


def say_stop_reason(daybook: Daybook, encounter: Encounter, line: LineId, reason: StopReason) -> None:
    """Why it came down, said after the stop."""
    daybook.write(EncounterId(encounter.id), StopReasonSet(line, reason))


def undo(daybook: Daybook) -> bool:
    """Take the last press back within ten seconds; False when it is too late or there is none."""
    last = daybook.last_action
    if last is None or daybook.clock() - last.at > UNDO_FOR:
        daybook.last_action = None
        return False
    daybook.write(last.encounter, *(Voided(event) for event in reversed(last.events)), told=Told(reason="undo"))
    daybook.last_action = None
    return True


def line_of(encounter: Encounter, line: LineId) -> Administration:
    """The first drug of a line. Raises `Refused` when the visit has no such line."""
    found = next((one for one in encounter.administrations if one.line == line), None)
    if found is None:
        raise Refused("no_such_line", {"line": line})
    return found
