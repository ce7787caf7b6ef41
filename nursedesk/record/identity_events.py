"""The events of a visit that tell whose a press was, and which second person signed for something."""

from dataclasses import dataclass

from nursedesk.record.encounter import Press, SecondSign
from nursedesk.record.header import EventId, LineId


@dataclass(frozen=True, slots=True)
class Tapped:
    """Somebody not yet identified pressed at a locked station: the time stands, the press waits for a name."""

    press: Press
    line: LineId | None = None
    """None: a push whose drug is said when the press is claimed."""
    segment: int | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """The actor says that a press was hers; what it did is recorded with it, at the time it was pressed."""

    press: EventId


@dataclass(frozen=True, slots=True)
class Discarded:
    """A press that does nothing: by mistake, or done otherwise. The header has the reason."""

    press: EventId


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A second person, who is the actor, signed for an event: charted waste, or the check of a line."""

    target: EventId
    what: SecondSign
