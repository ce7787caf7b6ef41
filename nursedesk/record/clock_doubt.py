"""A station's clock that was set while a line was up: whose times that makes doubtful, and until when.

While anything runs the desk's time goes on evenly from before the step, so minutes stay right; which hour they
were is what a person has to confirm before it is charged.
"""

from collections.abc import Iterable
from datetime import datetime

from nursedesk.record.effective import Effective
from nursedesk.record.encounter import Administration, ClockDoubt, Encounter, LineState
from nursedesk.record.events import ClockDoubted, ClockStepped, Event, LineId, TimesConfirmed

DOUBTED_ABOVE_MS = 60_000
"""A step of more than this much makes times doubtful; smaller ones change no charted minute by more than one."""

_UP = (LineState.RUNNING, LineState.PAUSED)


def doubts_to_chart(encounter: Encounter, steps: Iterable[Event]) -> tuple[ClockDoubted, ...]:
    """What a desk charts of a visit once its clock was set; nothing that is charted already.

    `steps`: this station's `ClockStepped` events since its time last followed the wall clock, as recorded. A line
    is touched when it was up at the step or began after it: its times are of a clock that somebody found wrong.
    """
    charted = [(doubt.line, doubt.step_ms) for doubt in encounter.clock_doubts]
    found: list[ClockDoubted] = []
    for event in sorted(steps, key=lambda event: event.header.recorded):
        if not isinstance(event.body, ClockStepped) or abs(event.body.step_ms) <= DOUBTED_ABOVE_MS:
            continue
        step_ms = event.body.step_ms
        for line in _touched(encounter, event.header.recorded):
            if not any(line == of and abs(ms - step_ms) <= DOUBTED_ABOVE_MS for of, ms in charted):
                found.append(ClockDoubted(LineId(line), step_ms))
                charted.append((line, step_ms))
    return tuple(found)


def _touched(encounter: Encounter, since: datetime) -> tuple[str, ...]:
    """Lines with any time at or after `since`, once each."""
    touched = (one.line for one in encounter.administrations if one.line and _is_touched(one, since))
    return tuple(dict.fromkeys(touched))


def _is_touched(one: Administration, since: datetime) -> bool:
    times = [time for segment in one.segments for time in (segment.start, segment.stop) if time is not None]
    return bool(times) and (one.state in _UP or max(times) >= since)


def clock_doubts(counting: Iterable[Effective]) -> tuple[ClockDoubt, ...]:
    """Every doubt of a visit's lines, with the confirmation that came after it, in order of recording."""
    doubts: list[ClockDoubt] = []
    for found in counting:
        header = found.event.header
        match found.body:
            case ClockDoubted(line, step_ms):
                doubts.append(ClockDoubt(line, step_ms, header.recorded))
            case TimesConfirmed(line):
                doubts = [
                    ClockDoubt(one.line, one.step_ms, one.recorded, header.actor, header.recorded, header.reason)
                    if one.line == line and one.confirmed is None
                    else one
                    for one in doubts
                ]
    return tuple(doubts)


def standing(doubts: Iterable[ClockDoubt]) -> dict[str, ClockDoubt]:
    """By line, the latest doubt that nobody has confirmed away."""
    return {one.line: one for one in doubts if one.confirmed is None}
