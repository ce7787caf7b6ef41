"""Tap first, identify after: a press at a locked station fixes the time; who pressed is said later, or never.

The press is in the record at once, signed by the station. Claiming it records what it did, at the time it was
pressed, under the name of who claims it; discarding it wants a reason. Until then the ticket is not signed.
"""

import uuid
from datetime import timedelta

from nursedesk.desk.daybook import PRESSED, Action, Daybook, Told
from nursedesk.desk.hang import AT_ONCE, Hang, push_then
from nursedesk.desk.refusal import Refused
from nursedesk.desk.run import line_of
from nursedesk.record.encounter import Administration, Encounter, LineState, Press, WaitingPress
from nursedesk.record.events import (
    Body,
    Claimed,
    Discarded,
    EncounterId,
    Event,
    EventId,
    LineId,
    Pushed,
    Source,
    Started,
    Stopped,
    Tapped,
)

DOUBLE_PRESS = timedelta(seconds=2)
_UP = (LineState.RUNNING, LineState.PAUSED)
_ACTIONS = {Press.START: "started", Press.STOP: "stopped", Press.PUSH: "pushed"}


def possible(one: Administration) -> Press | None:
    """What one press does to a line; None when it has come down."""
    if one.state in _UP:
        return Press.STOP
    if one.state is LineState.PREPARED:
        return Press.PUSH if one.route in AT_ONCE else Press.START
    return None


def tap(daybook: Daybook, encounter: Encounter, line: LineId) -> WaitingPress | None:
    """Somebody pressed: the time stands from now. Pressed twice, it counts once; None: nothing to press."""
    waiting = next((one for one in encounter.presses if one.line == line), None)
    if waiting is not None:
        return waiting
    one = line_of(encounter, line)
    press = possible(one)
    if press is None:
        return None
    segment = len(one.segments) if press is Press.STOP else 1
    (event,) = daybook.write_of_itself(Tapped(press, line, segment), encounter_id=EncounterId(encounter.id))
    return WaitingPress(event.header.event_id, press, line, segment, event.header.occurred)


def tap_push(daybook: Daybook, encounter: Encounter) -> WaitingPress:
    """Somebody pushes: the time stands from now, the drug is said with the name. A double press counts once."""
    now = daybook.clock()
    pushes = [one for one in encounter.presses if one.line is None]
    if pushes and now - pushes[-1].at < DOUBLE_PRESS:
        return pushes[-1]
    (event,) = daybook.write_of_itself(Tapped(Press.PUSH), encounter_id=EncounterId(encounter.id))
    return WaitingPress(event.header.event_id, Press.PUSH, None, None, event.header.occurred)


def is_unsaid(encounter: Encounter, press: EventId) -> bool:
    """Whether a press is a push that waits for its drug as well as for a name."""
    return any(one.event == press and one.line is None for one in encounter.presses)


def waiting_presses(daybook: Daybook) -> tuple[tuple[Encounter, WaitingPress], ...]:
    """Every press that waits for a name, the earliest first."""
    found = [(visit, press) for visit in daybook.encounters() for press in visit.presses]
    return tuple(sorted(found, key=lambda one: one[1].at))


def claim(daybook: Daybook, encounter: Encounter, press: EventId) -> None:
    """Whoever is at the desk says it was hers: it counts from when it was pressed. Raises `Refused`.

    Of a push whose drug was not said, `claim_push` says it.
    """
    waiting = _waiting(encounter, press)
    body = _done_by(encounter, waiting)
    then = _then(daybook, encounter, press)
    said = ((_new_id(), Claimed(press), PRESSED), (_new_id(), body, then))
    events = daybook.write_as(EncounterId(encounter.id), said)
    ids = tuple(event.header.event_id for event in events)
    line = LineId(waiting.line) if waiting.line else None
    kind, now = _ACTIONS[waiting.press], daybook.clock()
    daybook.last_action = Action(kind, EncounterId(encounter.id), line, ids, now, daybook.session.id)


def claim_push(daybook: Daybook, encounter: Encounter, press: EventId, form: Hang) -> LineId:
    """Whoever is at the desk says it was hers, and of what: it counts from the press. Raises `Refused`."""
    _waiting(encounter, press)
    if not is_unsaid(encounter, press):
        raise Refused("no_such_press")
    line, ids = push_then(daybook, encounter, form, Claimed(press), _then(daybook, encounter, press))
    now = daybook.clock()
    daybook.last_action = Action("pushed", EncounterId(encounter.id), line, ids, now, daybook.session.id)
    return line


def _then(daybook: Daybook, encounter: Encounter, press: EventId) -> Told:
    """The time of the press, as both clocks were read then."""
    header = _event(daybook, encounter, press).header
    boot = (header.boot_id, header.boot_ms)
    return Told(header.occurred, Source.PRESSED, supersedes=press, boot=boot)


def discard(daybook: Daybook, encounter: Encounter, press: EventId, reason: str) -> None:
    """The press did nothing: by mistake, or done otherwise. It stays in the record. Raises `Refused`."""
    _waiting(encounter, press)
    if not reason.strip():
        raise Refused("reason_needed_press")
    daybook.write(EncounterId(encounter.id), Discarded(press), told=Told(reason=reason.strip()))


def _done_by(encounter: Encounter, waiting: WaitingPress) -> Body:
    """What the press did to its line. Raises `Refused` when the line is no longer as it was."""
    if waiting.line is None:
        raise Refused("push_unsaid")
    line, one = LineId(waiting.line), line_of(encounter, LineId(waiting.line))
    if waiting.press is Press.STOP:
        number = waiting.segment or 1
        segment = one.segments[number - 1] if number <= len(one.segments) else None
        if segment is None or segment.start is None or segment.start > waiting.at:
            raise Refused("press_outrun")
        return Stopped(line, number)
    if one.state is not LineState.PREPARED:
        raise Refused("press_outrun")
    return Pushed(line) if waiting.press is Press.PUSH else Started(line)


def _waiting(encounter: Encounter, press: EventId) -> WaitingPress:
    found = next((one for one in encounter.presses if one.event == press), None)
    if found is None:
        raise Refused("no_such_press")
    return found


def _event(daybook: Daybook, encounter: Encounter, press: EventId) -> Event:
    events = daybook.events(EncounterId(encounter.id))
    return next(one for one in events if one.header.event_id == press)


def _new_id() -> EventId:
    return EventId(str(uuid.uuid4()))
