"""`nursedesk post` and `nursedesk charges`: messages to other systems, and charges under a site's own numbers."""

import argparse
import sys
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_output, add_user

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nursedesk.cli.unlock import Opened
    from nursedesk.desk.posting.facts import Kind
    from nursedesk.desk.posting.post import Office
    from nursedesk.desk.posting.queue import Outgoing
    from nursedesk.record.events import EncounterId

NO = 1


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe both commands."""
    post = commands.add_parser("post", help="hand signed tickets over to other systems, or show what waits")
    post.add_argument("--to", metavar="DIR|mllp://HOST:PORT", help="instead of the suite's own destination")
    which = post.add_mutually_exclusive_group(required=True)
    which.add_argument("--pending", action="store_true", help="everything that has not gone")
    which.add_argument("--ticket", metavar="NUMBER", help="what has not gone of this ticket")
    which.add_argument("--list", action="store_true", help="send nothing: say what waits, and what was refused")
    which.add_argument(
        "--set", action="append", metavar="KEY=VALUE", help="change the suite's settings of messages"
    )
    post.add_argument("--messages", metavar="A,B", help="charges, administrations, fhir, charge_master")
    post.add_argument("--leave", metavar="WHY", help="with --ticket: send nothing of it, it was posted by hand")
    add_user(post)
    charges = commands.add_parser(
        "charges", help="signed charges as CSV under the site's own charge master numbers"
    )
    charges.add_argument("--ticket", metavar="NUMBER", required=True, action="append", help="may be repeated")
    charges.add_argument("--mapping", metavar="FILE", help="code,cdm,department[,modifier][,price][,description]")
    add_output(charges)
    add_user(charges)


def run(args: argparse.Namespace) -> int:
    """Do the one that was asked for."""
    if args.command == "charges":
        return _charges(args)
    if args.set:
        return _set(args)
    return _show(args) if args.list else _post(args)


# --- settings ---


def _set(args: argparse.Namespace) -> int:
    from nursedesk.cli.unlock import writing
    from nursedesk.desk.posting.facts import BadSetting, changed, facts_of

    wishes = [tuple(one.partition("=")[::2]) for one in args.set]
    with writing(args) as desk:
        facts = facts_of(desk.ledger.reader.settings())
        try:
            said = changed(facts, [(name.strip(), value) for name, value in wishes], desk.daybook.clock())
        except BadSetting as refused:
            raise Failed(str(refused)) from refused
        if said:
            desk.daybook.write(None, *said)
        for one in said:
            sys.stdout.write(f"{one.key} is {one.value}\n")
    return 0


# --- the queue ---


def _show(args: argparse.Namespace) -> int:
    from nursedesk.cli.offices import office_of
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.posting.post import waiting
    from nursedesk.record.events import Viewed

    with reading(args) as opened:
        listed = tuple(waiting(office_of(opened)))
        sys.stdout.write("".join(f"{_line(one)}\n" for one in listed) or "Nothing waits.\n")
        note(opened, None, Viewed("messages that wait"))
    return 0


def _line(one: "Outgoing") -> str:
    from nursedesk.outputs.formats import visible

    trail = one.trail
    state = trail.outcome.value.replace("_", " ") if trail else "waits"
    said = f": {trail.said}" if trail and trail.said else ""
    return visible(f"{one.number} v{one.version}  {one.kind.value:<15} {state}{said}")


def _post(args: argparse.Namespace) -> int:
    from nursedesk.cli.offices import office_of
    from nursedesk.cli.unlock import Opened, data_folder, writing
    from nursedesk.desk.posting.post import leave, note_cleared

    with writing(args) as desk:
        opened = Opened(data_folder(args), desk.ledger.reader, desk.daybook.suite, desk)
        at = office_of(opened)
        messages = _chosen(args, opened, at)
        if args.leave is not None:
            if not args.ticket:
                raise Failed("--leave needs --ticket: nothing was changed; name the ticket posted by hand.")
            for one in messages:
                desk.daybook.load({one.encounter: opened.reader.events_of(one.encounter)})
                leave(desk.daybook, one, args.leave)
            return 0
        left = _send(args, opened, at, messages)
        if args.pending and args.messages is None and not left:
            note_cleared(at, desk.daybook)
    return NO if left else 0


def _chosen(args: argparse.Namespace, opened: "Opened", at: "Office") -> "tuple[Outgoing, ...]":
    from dataclasses import replace

    from nursedesk.desk.posting.post import waiting, waiting_of

    facts = replace(at.facts, messages=tuple(one.value for one in _kinds(args, at)))
    at = replace(at, facts=facts)
    if not args.ticket:
        return tuple(waiting(at))
    rows = opened.reader.tickets(number=args.ticket)
    if not rows:
        raise Failed(f"There is no ticket {args.ticket}: `nursedesk tickets` lists those there are.")
    if all(one.status == "unsigned" for one in rows):
        raise Failed(f"Ticket {args.ticket} is not signed: nothing was sent; sign it first.")
    return waiting_of(at, rows[-1].encounter)


def _kinds(args: argparse.Namespace, at: "Office") -> "Sequence[Kind]":
    from nursedesk.desk.posting.facts import BadSetting, PostingFacts, messages_of

    if args.messages is None:
        return at.facts.kinds
    try:
        return PostingFacts(messages=messages_of(args.messages)).kinds
    except BadSetting as refused:
        raise Failed(str(refused)) from refused


def _send(args: argparse.Namespace, opened: "Opened", at: "Office", messages: "Iterable[Outgoing]") -> int:
    """Hand them over and say what came of each; returns how many have not gone."""
    from nursedesk.desk.posting.post import post
    from nursedesk.outputs.delivery.deliver import deliver
    from nursedesk.outputs.delivery.parcel import BadDestination, destination
    from nursedesk.record.posting_events import PostOutcome

    wanted = _whole(args.to) if args.to else at.facts.destination
    if not wanted:
        raise Failed("No destination is set: nothing was sent; name one with --to, or keep one with --set.")
    try:
        to = destination(wanted)
    except BadDestination as refused:
        raise Failed(str(refused)) from refused
    listed = tuple(messages)
    if opened.desk is None:
        raise Failed("The desk is open at this station: it sends what waits; nothing was sent.")
    daybook = opened.desk.daybook
    made = post(
        at, daybook, listed, str(to), lambda one: deliver(to, one.parcel, daybook.clock, at.facts.certificates)
    )
    for one in made:
        said = f": {one.answer.said}" if one.answer.said else ""
        word = one.answer.outcome.value.replace("_", " ")
        sys.stdout.write(f"{one.message.number} v{one.message.version}  {one.message.kind.value}  {word}{said}\n")
    gone = sum(one.answer.outcome is PostOutcome.ACCEPTED for one in made)
    if not listed:
        sys.stdout.write("Nothing waits.\n")
    elif len(made) < len(listed):
        sys.stdout.write(f"{len(listed) - len(made)} more wait: the destination could not be reached.\n")
    return len(listed) - gone


def _whole(to: str) -> str:
    """A folder said from where one stands, from its beginning; anything else as it is."""
    from pathlib import Path

    return to if "://" in to or not to.strip() or not to.isprintable() else str(Path(to.strip()).absolute())


# --- the charge master ---


def _charges(args: argparse.Namespace) -> int:
    from dataclasses import replace

    from nursedesk.catalog.strict_csv import BadTable
    from nursedesk.cli.files import put
    from nursedesk.cli.offices import office_of
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.posting.facts import mapped_codes
    from nursedesk.desk.posting.releases import release_of
    from nursedesk.outputs.messages.charge_master import charge_master_csv, unmapped_codes
    from nursedesk.record.events import Exported

    with reading(args) as opened:
        making = office_of(opened).making
        if args.mapping:
            try:
                making = replace(making, mapped=mapped_codes(args.mapping))
            except BadTable as refused:
                raise Failed(f"{refused}. Nothing was written; correct the file.") from refused
        visits = [_visit_of(opened, number) for number in dict.fromkeys(args.ticket)]
        chains = [(release_of(opened.reader.events_of(one), making),) for one in visits]
        put(args.output, charge_master_csv(chains), overwrite=args.overwrite)
        for one in visits:
            note(opened, one, Exported("charges", "charge_master"))
    left = unmapped_codes(chains)
    if left:
        sys.stderr.write(f"nursedesk charges: no number for {', '.join(left)}: their rows say `unmapped`.\n")
    return NO if left else 0


def _visit_of(opened: "Opened", number: str) -> "EncounterId":
    rows = opened.reader.tickets(number=number)
    if not rows:
        raise Failed(f"There is no ticket {number}: `nursedesk tickets` lists those there are.")
    if all(one.status == "unsigned" for one in rows):
        raise Failed(f"Ticket {number} is not signed: charges are given out after the signature.")
    return rows[-1].encounter
