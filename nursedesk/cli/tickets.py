"""`nursedesk tickets` and `nursedesk ticket NUMBER`: list tickets, and give one again."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_user

if TYPE_CHECKING:
    from nursedesk.cli.unlock import Opened
    from nursedesk.record.events import Event
    from nursedesk.store.listed import ListedTicket

_COLUMNS = (("number", 14), ("version", 7), ("status", 9), ("encounter", 18), ("date_of_service", 10))


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe both commands."""
    listing = commands.add_parser("tickets", help="list tickets: number, version, status, encounter, date")
    listing.add_argument("--encounter", metavar="ID", help="only this visit's")
    listing.add_argument("--status", choices=("unsigned", "signed", "replaced"), help="only these")
    listing.add_argument("--json", action="store_true", help="as a JSON array")
    add_user(listing)
    one = commands.add_parser("ticket", help="a ticket, again")
    one.add_argument("number", metavar="NUMBER")
    one.add_argument("--format", required=True, choices=("pdf", "json"))
    one.add_argument("--ticket-version", type=int, metavar="N", help="this signed version instead of the last")
    one.add_argument("--paper", choices=("letter", "a4"), default="letter")
    one.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    one.add_argument("--overwrite", action="store_true", help="replace FILE when it is there")
    add_user(one)


def run(args: argparse.Namespace) -> int:
    """Do the one that was asked for."""
    return _list(args) if args.command == "tickets" else _one(args)


def _list(args: argparse.Namespace) -> int:
    from nursedesk.cli.unlock import note, reading
    from nursedesk.outputs.formats import visible
    from nursedesk.record.events import EncounterId, Viewed

    with reading(args) as opened:
        encounter = EncounterId(args.encounter) if args.encounter else None
        found = opened.reader.tickets(encounter_id=encounter, status=args.status)
        note(opened, None, Viewed("tickets"))
    if args.json:
        rows = [{name: asdict(one)[name] for name, _ in _COLUMNS} for one in found]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return 0
    for cells in (tuple(name.replace("_", " ") for name, _ in _COLUMNS), *map(_cells, found)):
        # An id from elsewhere may hold line ends or a terminal's commands: shown, not obeyed.
        shown = map(visible, cells)
        padded = (cell.ljust(width) for cell, (_, width) in zip(shown, _COLUMNS, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")
    return 0


def _cells(one: "ListedTicket") -> tuple[str, ...]:
    return one.number, str(one.version), one.status, one.encounter, one.date_of_service or "Not recorded"


def _one(args: argparse.Namespace) -> int:
    from nursedesk.cli.unlock import note, reading
    from nursedesk.record.events import EncounterId, Exported

    with reading(args) as opened:
        rows = opened.reader.tickets(number=args.number)
        if not rows:
            raise Failed(f"There is no ticket {args.number}: `nursedesk tickets` lists those there are.")
        encounter = EncounterId(rows[-1].encounter)
        events = opened.reader.events_of(encounter)
        if args.format == "json":
            _write_json(args, opened, events)
        else:
            _write_pdf(args, opened, events)
        note(opened, encounter, Exported(f"ticket {args.number}", args.format))
    return 0


def _write_json(args: argparse.Namespace, opened: "Opened", events: "tuple[Event, ...]") -> None:
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import rulebook_of
    from nursedesk.desk.papers import as_signed, ticket_of

    encounter, signed = as_signed(events, args.ticket_version)
    _known_version(args, signed is not None)
    ticket = ticket_of(encounter, signed, rulebook_of(opened))
    text = json.dumps(ticket, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    put(args.output, text.encode("utf-8", "backslashreplace"), overwrite=args.overwrite)


def _write_pdf(args: argparse.Namespace, opened: "Opened", events: "tuple[Event, ...]") -> None:
    from nursedesk.catalog import resources
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import rulebook_of
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.papers import Printing, as_signed, ticket_sheet
    from nursedesk.outputs.paper.offscreen import painting
    from nursedesk.outputs.paper.page import Paper
    from nursedesk.outputs.paper.paint import lay_out
    from nursedesk.outputs.paper.pdf import pdf_bytes

    encounter, signed = as_signed(events, args.ticket_version)
    _known_version(args, signed is not None)
    printing = Printing(args.user, read_system().now, "PDF", encounter.copies)
    with painting(resources.path("fonts")):
        page = ticket_sheet(events, opened.suite, rulebook_of(opened), printing, args.ticket_version)
        put(args.output, pdf_bytes(lay_out(page, Paper(args.paper))), overwrite=args.overwrite)


def _known_version(args: argparse.Namespace, signed: bool) -> None:
    if args.ticket_version is not None and not signed:
        raise Failed(f"Ticket {args.number} has no signed version {args.ticket_version}.")
