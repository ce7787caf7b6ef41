"""Notice that the wall clock was set, record it, and take it up again once nothing runs."""

from nursedesk.desk.clock import STEP
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.doubt import chart_doubts
from nursedesk.record.encounter import LineState
from nursedesk.record.events import ClockStepped, Event


class ClockMinder:
    """Remembers the step that was recorded last, so that one change of the clock is one event."""

    def __init__(self, daybook: Daybook) -> None:
        self._daybook = daybook
        self._told_ms = 0
        self._steps: tuple[Event, ...] = ()
        """What was recorded since the station's time last followed the wall clock."""

    def mind(self) -> bool:
        """Look at the clocks; True while the station's time and the wall clock disagree."""
        apart = self._daybook.clock.difference()
        if abs(apart) <= STEP:
            self._told_ms = 0
            return False
        step_ms = int(apart.total_seconds() * 1000)
        if abs(step_ms - self._told_ms) > STEP.total_seconds() * 1000:
            self._told_ms = step_ms
            self._steps = (*self._steps, *self._daybook.write(None, ClockStepped(step_ms)))
        chart_doubts(self._daybook, self._steps)
        if self._anything_up():
            return True
        self._daybook.clock.follow_wall()
        self._steps = ()
        return False

    def _anything_up(self) -> bool:
        """Whether a line's minutes depend on the time going on evenly."""
        return any(
            one.state in (LineState.RUNNING, LineState.PAUSED)
            for encounter in self._daybook.encounters()
            for one in encounter.administrations
        )
