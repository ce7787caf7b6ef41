"""What became of a message about a ticket. The queue of messages is worked out from these alone."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PostOutcome(StrEnum):
    """The last word on a message."""

    TRYING = "trying"
    """Written before the attempt. When it stays the last word, it is not known whether the message arrived."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    """The receiver cannot take what it says (AE, CE): a person has to look."""
    PUT_OFF = "put_off"
    """The receiver cannot take it now (AR, CR): it is tried again."""
    NOT_SENT = "not_sent"
    """Nothing left the desk: no connection, no folder."""
    NO_ANSWER = "no_answer"
    """Sent, and no answer came: it may have arrived, so it goes again under the same control id."""
    LEFT = "left"
    """A person decided that it does not go."""


@dataclass(frozen=True, slots=True)
class Posted:
    """One step of handing a message to another system."""

    ticket_number: str
    version: int
    message: str
    """`charges`, `administrations`, `fhir`, `charge_master`."""
    control_id: str
    """The same for the same message, however often it goes."""
    destination: str
    outcome: PostOutcome
    base: int = 0
    """The version this message starts from (credits and late charges); 0 when none went before."""
    said: str = ""
    """The receiver's words, or why nothing was sent."""


@dataclass(frozen=True, slots=True)
class QueueCleared:
    """Every message of tickets signed before this was accepted or left: the next look begins there."""

    until: datetime
