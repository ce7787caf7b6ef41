"""The writer's word, brought from its thread into the window's."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nursedesk.desk.daybook import Daybook, Settled, Submit
from nursedesk.desk.open_desk import became
from nursedesk.record.events import Event, Recovered
from nursedesk.store.ledger import Ledger, Outcome
from nursedesk.ui.frame.model import Saved

TURN_S = 0.0005
"""Seconds after which the painting window gives the writer's thread its turn (Python's own: ten times that)."""
SAYS_SAVING_AFTER_MS = 300
"""A commit that takes no longer than this needs no word."""


class Bridge(QObject):
    """Submits events and says what became of them: `settled(events)` and `said(Saved)`, in the window's thread."""

    settled = Signal(object)
    said = Signal(object)
    not_saved = Signal(str, object)
    """(the store's sentence, the events)."""
    recovered = Signal(int)
    """So many events came out of the emergency journal into the record."""
    _answered = Signal(object, object)

    def __init__(self, ledger: Ledger, daybook: Daybook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_S)
        self._ledger = ledger
        self._daybook = daybook
        self._journalled = 0
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SAYS_SAVING_AFTER_MS)
        self._slow.timeout.connect(self._still_waiting)
        self._answered.connect(self._settle)

    def submit(self) -> Submit:
        """What the daybook hands its events to."""

        def submit(events: tuple[Event, ...]) -> None:
            self._ledger.append(events, lambda outcome: self._answered.emit(events, outcome))
            if not self._slow.isActive():
                self._slow.start()

        return submit

    @Slot(object, object)
    def _settle(self, events: tuple[Event, ...], outcome: Outcome) -> None:
        state = became(outcome)
        self._daybook.settle(events, state)
        if state is Settled.CHECKING:
            self._slow.stop()
            self.said.emit(Saved.CHECKING)
        elif state is not Settled.SAVED:
            # In the journal is not saved: the nurse writes it on paper either way.
            self._slow.stop()
            self.said.emit(Saved.NOT_SAVED)
            if state is Settled.NOT_SAVED or any(event.header.encounter_id for event in events):
                # What the station notes of itself and the journal has is nothing to write on paper.
                self.not_saved.emit(outcome.reason, events)
            self._journalled += len(events) if state is Settled.JOURNALLED else 0
        elif self._daybook.waiting() == 0:
            self._slow.stop()
            self.said.emit(Saved.SAVED)
            self._note_recovered()
        self.settled.emit(events)

    def _note_recovered(self) -> None:
        """Everything is in the record: what came out of the journal is noted there, and told."""
        count, self._journalled = self._journalled, 0
        if count:
            self._daybook.write_of_itself(Recovered(count))
            self.recovered.emit(count)

    def _still_waiting(self) -> None:
        if self._daybook.waiting():
            self.said.emit(Saved.SAVING)
