"""`nursedesk tickets` and `nursedesk ticket NUMBER`: list tickets, and give one again."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_output, add_user, whole_number

if TYPE_CHECKING:
    from nursedesk.cli.unlock import Opened
    from nursedesk.desk.papers import Printing
    from nursedesk.record.events import Event
    from nursedesk.store.listed import ListedTicket

_COLUMNS = (("number", 14), ("version", 7), ("status", 9), ("encounter", 18), ("date_of_service", 15))
_FORMATS = ("pdf", "html", "csv", "json", "fhir", "hl7")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe both commands."""
    listing = commands.add_parser("tickets", help="list tickets: number, version, status, encounter, date")
    listing.add_argument("--encounter", metavar="ID", help="only this visit's")
    listing.add_argument("--status", choices=("unsigned", "signed", "replaced"), help="only these")
    listing.add_argument(
        "--posted", action="store_true", help="also where each stands on its way to other systems"
    )
    listing.add_argument("--json", action="store_true", help="as a JSON array")
    add_user(listing)
    one = commands.add_parser("ticket", help="a ticket, again")
    one.add_argument("number", metavar="NUMBER")
    one.add_argument("--format", required=True, choices=_FORMATS)
    one.add_argument(
        "--ticket-version", type=whole_number, metavar="N", help="this signed version instead of the last"
    )
    one.add_argument("--paper", choices=("letter", "a4"), default="letter", help="of a PDF")
    one.add_argument("--language", choices=("en", "es"), default="en", help="of a PDF or a page")
    one.add_argument(
        "--base",
        type=whole_number,
        metavar="N",
        help="hl7: the version the receiver has already, 0 for none (default: the last that was posted)",
    )
    add_output(one)
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
        rows = [_row(one, opened if args.posted else None) for one in found]
        note(opened, None, Viewed("tickets"))
    columns = (*_COLUMNS, ("posted", 13)) if args.posted else _COLUMNS
    if args.json:
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return 0
    heads: dict[str, object] = {name: name.replace("_", " ") for name, _ in columns}
    for row in (heads, *rows):
        # An id from elsewhere may hold line ends or a terminal's commands: shown, not obeyed.
        cells = (visible(str(row[name] if row[name] is not None else "Not recorded")) for name, _ in columns)
        padded = (cell.ljust(width) for cell, (_, width) in zip(cells, columns, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")
    return 0


def _row(one: "ListedTicket", opened: "Opened | None") -> dict[str, object]:
    """The columns of a version; where it stands only when that is asked for, because it reads the whole visit."""
    row: dict[str, object] = {name: asdict(one)[name] for name, _ in _COLUMNS}
    if one.status == "unsigned":
        # A version is made by a signature: files and the shift log say 0 until then.
        row["version"] = 0
    if opened is not None:
        from nursedesk.desk.posting.post import standing

        last = one.status == "signed"
        row["posted"] = standing(opened.reader.events_of(one.encounter)).value if last else ""
    return row


def _one(args: argparse.Namespace) -> int:
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.papers import Printing, as_signed
    from nursedesk.outputs.languages import Language
    from nursedesk.record.events import EncounterId, Exported

    with reading(args) as opened:
        rows = opened.reader.tickets(number=args.number)
        if not rows:
            raise Failed(f"There is no ticket {args.number}: `nursedesk tickets` lists those there are.")
        encounter = EncounterId(rows[-1].encounter)
        events = opened.reader.events_of(encounter)
        visit, signed = as_signed(events, args.ticket_version)
        if args.ticket_version is not None and signed is None:
            raise Failed(f"Ticket {args.number} has no signed version {args.ticket_version}.")
        printing = Printing(args.user, read_system().now, "PDF", visit.copies, Language(args.language))
        make = _pdf if args.format == "pdf" else _other
        put(args.output, make(args, opened, events, printing), overwrite=args.overwrite)
        note(opened, encounter, Exported(f"ticket {args.number}", args.format))
    return 0


def _other(args: argparse.Namespace, opened: "Opened", events: "tuple[Event, ...]", printing: "Printing") -> bytes:
    from nursedesk.cli.offices import office_of
    from nursedesk.desk.posting.files import Asked, NothingToSend, ticket_file

    making = office_of(opened).making
    try:
        return ticket_file(events, args.format, making, printing, Asked(args.ticket_version, args.base))
    except NothingToSend as refused:
        raise Failed(str(refused)) from refused


def _pdf(args: argparse.Namespace, opened: "Opened", events: "tuple[Event, ...]", printing: "Printing") -> bytes:
    from nursedesk.catalog import resources
    from nursedesk.cli.unlock import rulebook_of
    from nursedesk.desk.papers import ticket_sheet
    from nursedesk.outputs.paper.offscreen import painting
    from nursedesk.outputs.paper.page import Paper
    from nursedesk.outputs.paper.paint import lay_out
    from nursedesk.outputs.paper.pdf import pdf_bytes

    with painting(resources.path("fonts")):
        page = ticket_sheet(events, opened.suite, rulebook_of(opened), printing, args.ticket_version)
        return pdf_bytes(lay_out(page, Paper(args.paper)))
