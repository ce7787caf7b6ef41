"""One encounter's bytes to what `nursedesk code` prints for it: a ticket, or one sentence of refusal."""

import argparse
import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nursedesk.coding.rulebook import Rulebook
    from nursedesk.coding.ticket import ChargeTicket

LONGEST = 4 * 1024 * 1024
"""Bytes of one encounter; what is longer is refused without being held."""

Answer = tuple[str, bool]
"""What to print, and a yes or no about it."""
Coded = Callable[[bytes], Answer]
"""One encounter's bytes to its ticket as text, and whether something blocks it."""


class TooLong(Exception):
    """More bytes than one encounter may have."""

    def __str__(self) -> str:
        return f"longer than {LONGEST // (1024 * 1024)} MiB, which no encounter is"


def coder(rulebook: "Rulebook", for_people: bool, one: bool) -> Coded:
    """How one encounter becomes its ticket."""
    from nursedesk.coding.engine import code
    from nursedesk.coding.ticket import Severity
    from nursedesk.outputs.ticket_json import canonical_json, ticket_json
    from nursedesk.outputs.ticket_text import ticket_text
    from nursedesk.record.contract import parse_encounter

    def blocked(ticket: "ChargeTicket") -> bool:
        # What blocks comes first.
        return bool(ticket.findings) and ticket.findings[0].severity is Severity.BLOCK

    def coded(text: bytes) -> Answer:
        encounter = parse_encounter(text)
        ticket = code(encounter, rulebook, placed=False)
        if for_people:
            return ticket_text(ticket, encounter, rulebook), blocked(ticket)
        if one:
            return json.dumps(ticket_json(ticket, rulebook), indent=2), blocked(ticket)
        return canonical_json(ticket, rulebook), blocked(ticket)

    return coded


def answer_for(number: int, text: "bytes | TooLong", coded: Coded, args: argparse.Namespace) -> Answer:
    """What to print for one line, and whether all was well with it."""
    from nursedesk.record.contract import Unreadable

    try:
        if isinstance(text, TooLong):
            raise text
        shown, blocked = coded(text)
        return shown, not (blocked and args.strict)
    except (Unreadable, TooLong) as wrong:
        return _refusal(number, str(wrong), args.text), False
    except Exception as mistake:
        # One encounter that our own mistake cannot code must not cost the thousands behind it.
        sentence = f"could not be coded: a mistake in NurseDesk ({type(mistake).__name__}), please report it"
        return _refusal(number, sentence, args.text), False


def _refusal(number: int, sentence: str, for_people: bool) -> str:
    if for_people:
        return f"Line {number}: {sentence}"
    return json.dumps({"schema": "nursedesk.error/1", "line": number, "error": sentence})
