"""Keeps the look at each visit until its next event or the next minute, so that the coder runs when it must."""

from collections.abc import Callable
from datetime import datetime

from nursedesk.coding.rulebook import Rulebook
from nursedesk.record.encounter import Encounter
from nursedesk.record.intervals import minute_of
from nursedesk.watch.look import Look
from nursedesk.watch.notices import look


class Lookout:
    """The looks of the visits at this station."""

    def __init__(self, rulebook: Callable[[], Rulebook]) -> None:
        self._rulebook = rulebook
        self._kept: dict[str, tuple[Encounter, int, Look]] = {}

    def known(self, encounter: Encounter) -> Look | None:
        """The last look at this visit, perhaps from before its newest event: for painting at once."""
        kept = self._kept.get(encounter.id)
        return kept[2] if kept else None

    def fresh(self, encounter: Encounter, now: datetime) -> bool:
        """Whether the last look is of this very state and minute."""
        kept = self._kept.get(encounter.id)
        return kept is not None and kept[0] is encounter and kept[1] == minute_of(now)

    def look(self, encounter: Encounter, now: datetime) -> Look:
        """The look at this visit now; computed when its state or the minute is new."""
        if not self.fresh(encounter, now):
            self._kept[encounter.id] = (encounter, minute_of(now), look(encounter, now, self._rulebook()))
        return self._kept[encounter.id][2]

    def forget(self, keep: set[str]) -> None:
        """Drop every visit but these."""
        self._kept = {name: kept for name, kept in self._kept.items() if name in keep}
