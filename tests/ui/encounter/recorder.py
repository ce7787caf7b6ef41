"""Actions that remember what was asked, and a small record that keeps corrections as the desk does."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime
from typing import Any

from nursedesk.record.encounter import Label
from nursedesk.record.events import Corrected, Event, Voided
from nursedesk.record.fold import fold
from nursedesk.record.header import EventId
from nursedesk.ui.encounter.actions import EncounterActions
from nursedesk.ui.encounter.page import EncounterPage

from tests.ui.encounter import moreno
from tests.ui.encounter.pictures import context


class Recorder:
    """`calls` are (name, arguments); `events` is the visit with what the page has changed."""

    def __init__(self) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self.events: tuple[Event, ...] = moreno.EVENTS
        self.page: EncounterPage | None = None

    def actions(self) -> EncounterActions:
        """Every use case, remembered."""
        return EncounterActions(**{each.name: self._told(each.name) for each in fields(EncounterActions)})

    def _told(self, name: str) -> Callable[..., None]:
        def call(*said: Any) -> None:
            self.calls.append((name, *said))
            if name == "correct_time":
                self._correct(*said)
            if name == "void":
                self._append(Voided(EventId(said[0])), said[1])

        return call

    def _correct(self, event: str, when: datetime, reason: str) -> None:
        self._append(Corrected(EventId(event), Label.CORRECTION, when), reason)

    def _append(self, body: Corrected | Voided, reason: str) -> None:
        number = 100 + len(self.events)
        self.events = (*self.events, moreno.event(number, "14:07", body, actor="jdoe", reason=reason))
        self.show()

    def show(self) -> None:
        """Show the visit as the record now has it."""
        if self.page is not None:
            self.page.show_encounter(fold(self.events), self.events, moreno.look(), moreno.NOW, context())

    def named(self, name: str) -> list[tuple[Any, ...]]:
        """The calls of one use case."""
        return [call for call in self.calls if call[0] == name]
