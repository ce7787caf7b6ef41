"""What the tickets page leaves to others: told before the page and what it needs are there."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TicketPresses:
    """Each gets the visit's id."""

    open_encounter: Callable[[str], None]
    close: Callable[[str], None]
    print_ticket: Callable[[str], None]
    save_pdf: Callable[[str], None]
    came_out: Callable[[str], None]
    messages: Callable[[], None]
