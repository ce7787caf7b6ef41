"""The last press: taken back for ten seconds; then, when it was a stop, its reason is asked in the same place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.board.undo_place import UndoPlace


@dataclass(frozen=True, slots=True)
class Offered:
    """`diphenhydrAMINE`, `25 mg pushed · chair 6 · 14:07`, and until when."""

    strong: str
    rest: str
    until: datetime


class LastPress:
    """Keeps what an `UndoPlace` offers; `say_reason` is given (visit, line, a `StopReason`)."""

    def __init__(
        self, place: UndoPlace, undo: Callable[[], None], say_reason: Callable[[str, str, str], None]
    ) -> None:
        self._place, self._undo, self._say_reason = place, undo, say_reason
        self._until: datetime | None = None
        self._stopped: StoppedLine | None = None
        self._answered = ("", "")
        place.button.clicked.connect(self.undo)
        place.reasons.chosen.connect(self._said)

    def offer(self, press: Offered, now: datetime) -> None:
        """Offer to undo a press until an instant."""
        self._until = press.until
        if now < press.until:
            self._stopped = None
            self._place.offer(press.strong, press.rest, self._left(now))

    def offer_reasons(self, stopped: StoppedLine, now: datetime) -> None:
        """The last press was this stop: once its Undo is over its reason can be said, for a while."""
        if now < stopped.until and (stopped.encounter, stopped.line) != self._answered:
            self._stopped = stopped

    def withdraw(self) -> None:
        """Nothing to undo, and nothing to ask about it."""
        self._until = self._stopped = None
        self._place.clear()
        self._place.reasons.hide()

    def undo(self) -> None:
        """Take it back, while that is offered."""
        if self._until is not None:
            self._undo()

    def offered(self) -> bool:
        """Whether there is something to take back."""
        return self._until is not None

    def busy(self) -> bool:
        """Whether the place shows anything."""
        return self._until is not None or not self._place.reasons.isHidden()

    def tick(self, now: datetime) -> None:
        """A second has passed."""
        if self._until is not None:
            left = self._left(now)
            if left > 0:
                self._place.seconds(left)
            else:
                self._until = None
                self._place.clear()
        if self._until is None:
            self._ask(now)

    def _ask(self, now: datetime) -> None:
        stopped = self._stopped
        if stopped is None:
            return
        if now < stopped.until:
            self._place.reasons.ask(stopped.drug)
        else:
            self.withdraw()

    def _said(self, reason: str) -> None:
        stopped, self._stopped = self._stopped, None
        self._place.reasons.hide()
        if stopped is not None:
            self._answered = (stopped.encounter, stopped.line)
            self._say_reason(stopped.encounter, stopped.line, reason)

    def _left(self, now: datetime) -> int:
        if self._until is None:
            return 0
        return max(0, -int(-(self._until - now).total_seconds() // 1))
