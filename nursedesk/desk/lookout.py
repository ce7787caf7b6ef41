"""Keeps the look at each visit until its next event or the next minute, so that the coder runs when it must."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from nursedesk.coding.rulebook import Rulebook
from nursedesk.record.encounter import Encounter
from nursedesk.record.intervals import minute_of
from nursedesk.watch.ahead import Ahead, next_change
from nursedesk.watch.look import Look
from nursedesk.watch.notices import look


@dataclass(frozen=True, slots=True)
class _Kept:
    """A look, the state and minute it is of, and what the coming minutes bring to that state."""

    encounter: Encounter
    minute: int
    look: Look
    ahead: Ahead


class Lookout:
    """The looks of the visits at this station."""

    def __init__(
        self,
        rulebook: Callable[[], Rulebook],
        shift_end: Callable[[datetime], datetime | None] = lambda now: None,
    ) -> None:
        self._rulebook, self._shift_end = rulebook, shift_end
        self._kept: dict[str, _Kept] = {}
        self.clock_trusted = True

    def known(self, encounter: Encounter) -> Look | None:
        """The last look at this visit, perhaps from before its newest event: for painting at once."""
        kept = self._kept.get(encounter.id)
        return kept.look if kept else None

    def fresh(self, encounter: Encounter, now: datetime) -> bool:
        """Whether the last look is of this very state and minute."""
        kept = self._kept.get(encounter.id)
        return kept is not None and kept.encounter is encounter and kept.minute == minute_of(now)

    def look(self, encounter: Encounter, now: datetime) -> Look:
        """The look at this visit now; computed when its state or the minute is new."""
        if not self.fresh(encounter, now):
            ahead = self._ahead(encounter, now)
            end, trusted = self._shift_end(now), self.clock_trusted
            seen = look(encounter, now, self._rulebook(), end, ahead=ahead, clock_trusted=trusted)
            self._kept[encounter.id] = _Kept(encounter, minute_of(now), seen, ahead)
        return self._kept[encounter.id].look

    def keep(self, before: Encounter, after: Encounter) -> None:
        """What was recorded changes nothing that is looked at: the look at `before` holds for `after` too."""
        kept = self._kept.get(before.id)
        if kept is not None and kept.encounter is before:
            self._kept[before.id] = replace(kept, encounter=after)

    def _ahead(self, encounter: Encounter, now: datetime) -> Ahead:
        """The coming minutes, walked anew when the state is another or the answer has run out."""
        kept = self._kept.get(encounter.id)
        if kept is not None and kept.encounter is encounter and kept.ahead.holds(now):
            return kept.ahead
        return next_change(encounter, now, self._rulebook())
