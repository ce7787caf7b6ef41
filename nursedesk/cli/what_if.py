"""`nursedesk what-if`: the ticket if everything stopped at a given minute, and when it changes next and to what.

The pure part is given its time; a clock is read only for `--at now`.
"""

import argparse
import json
import sys
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from nursedesk.cli.chosen_rules import add_rules
from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_user

if TYPE_CHECKING:
    from nursedesk.coding.rulebook import Rulebook
    from nursedesk.coding.ticket import ChargeTicket
    from nursedesk.desk.recode import Difference
    from nursedesk.record.encounter import Administration, Encounter, Segment

SCHEMA = "nursedesk.what-if/1"
NOW = "now"


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "what-if",
        allow_abbrev=False,
        help="the ticket if everything stopped at a given minute, and its next change",
        description="The ticket of one encounter if everything stopped at a given minute, the next minute at "
        "which it changes if everything went on running, and to what. Changes nothing.",
    )
    parser.add_argument(
        "visit",
        metavar="FILE|ID",
        help="an encounter as JSON (- is standard input); with --user, a visit in the record",
    )
    parser.add_argument(
        "--at",
        metavar="TIME",
        help="2026-11-24T10:20 in the encounter's zone, or `now` (default: its last start or stop)",
    )
    add_rules(parser, "default: cpt; for a visit in the record this site's")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--text", action="store_true", help="for people (default)")
    shown.add_argument("--json", action="store_true", help="for programs")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Print the answer."""
    from nursedesk.cli.chosen_rules import chosen_rules

    if args.user:
        return _of_record(args)
    visit = _read_file(args.visit)
    rulebook = chosen_rules(args)
    _show(what_if(visit, _instant(args.at, visit), rulebook), rulebook, args.json, hidden=False)
    return 0


def _of_record(args: argparse.Namespace) -> int:
    from nursedesk.cli.chosen_rules import chosen_rules
    from nursedesk.cli.unlock import note, reading
    from nursedesk.record.events import EncounterId, Viewed
    from nursedesk.record.fold import fold
    from nursedesk.watch.policy import Policy

    with reading(args) as opened:
        encounter = EncounterId(args.visit)
        events = opened.reader.events_of(encounter)
        if not events:
            raise Failed(f"There is no encounter {args.visit} in this record: `nursedesk tickets` names them.")
        visit, rulebook = fold(events), chosen_rules(args, opened.suite.facts)
        answer = what_if(visit, _instant(args.at, visit), rulebook)
        note(opened, encounter, Viewed("what-if"))
        hidden = opened.suite.facts.boundary_policy != Policy.SHOWN
    _show(answer, rulebook, args.json, hidden=hidden)
    return 0


def _read_file(name: str) -> "Encounter":
    from nursedesk.cli.code import whole
    from nursedesk.cli.code_answers import TooLong
    from nursedesk.cli.files import called, opened
    from nursedesk.record.contract import Unreadable, parse_encounter

    undone = "nothing was worked out (for a visit in the record add --user)"
    try:
        with opened(name, undone) as source:
            return parse_encounter(whole(source, name, undone))
    except (Unreadable, TooLong) as wrong:
        raise Failed(f"{called(name)}: {wrong}") from wrong


def _instant(asked: str | None, visit: "Encounter") -> datetime:
    from nursedesk.desk.clock import read_system
    from nursedesk.record.contract import Unreadable
    from nursedesk.record.contract_times import instant_in

    if asked is None:
        last = last_event(visit)
        if last is None:
            raise Failed("Nothing in this encounter has a time: say with --at when everything would stop.")
        return last
    if asked == NOW:
        return read_system().now
    try:
        found = instant_in(visit.time_zone)(asked)
    except Unreadable as wrong:
        raise Failed(f"--at {wrong}") from wrong
    if found is None:
        raise Failed(f"--at {asked} is a time no clock showed that day in {visit.time_zone}.")
    return found


# --- the answer ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The ticket if everything stopped at `at`, and the next one if everything went on."""

    visit: "Encounter"
    """As far as it had come then; what would come down has its stop at `at`."""
    at: datetime
    ticket: "ChargeTicket"
    running: tuple[str, ...]
    """The drugs that would come down."""
    next_at: datetime | None
    """The next minute at which the ticket changes, None within `looked` minutes."""
    through: tuple[str, ...]
    """The drugs whose minutes change it then."""
    then: "ChargeTicket | None"
    looked: int


def what_if(visit: "Encounter", at: datetime, rulebook: "Rulebook") -> WhatIf:
    """What would be charged if everything stopped at `at` (aware UTC), and what the minutes after it bring.

    What happened after `at` is left out, and what was stopped after it is taken to run then.
    """
    from nursedesk.coding.engine import code
    from nursedesk.watch.ahead import HORIZON, next_change
    from nursedesk.watch.lines import lines_of

    so_far = as_of(visit, at)
    lines = lines_of(so_far)
    ahead = next_change(so_far, at, rulebook)
    return WhatIf(
        visit=_all_down(so_far, at),
        at=at,
        ticket=code(so_far, rulebook, at),
        running=_drugs(line.drugs for line in lines if line.running),
        next_at=ahead.at,
        through=_drugs(line.drugs for line in lines if line.id in ahead.lines),
        then=code(so_far, rulebook, ahead.at) if ahead.at is not None else None,
        looked=HORIZON,
    )


def last_event(visit: "Encounter") -> datetime | None:
    """The last start or stop of a visit; None without any."""
    times = [time for one in visit.administrations for part in one.segments for time in (part.start, part.stop)]
    return max((time for time in times if time is not None), default=None)


def as_of(visit: "Encounter", at: datetime) -> "Encounter":
    """The visit as it stood at `at`, its open lines running and the drugs of one bag one line."""
    given = (_given_by(one, at) for one in visit.administrations)
    return replace(visit, administrations=tuple(one for one in given if one is not None))


def _given_by(one: "Administration", at: datetime) -> "Administration | None":
    """An administration as it stood at `at`; None when it had not begun."""
    from nursedesk.record.encounter import LineState
    from nursedesk.watch.lines import TIMED

    parts = tuple(_part_by(part, at) for part in one.segments if part.start is None or part.start <= at)
    if one.segments and not parts:
        return None
    line = one.line or (f"{one.bag} {one.access} {one.route}" if one.bag else one.id)
    state = one.state
    if one.route in TIMED and any(part.start is not None and part.stop is None for part in parts):
        state = LineState.RUNNING
    elif len(parts) < len(one.segments):
        # It was taken up again after `at`: between two stretches it was paused.
        state = LineState.PAUSED
    return replace(one, segments=parts, line=line, state=state)


def _part_by(part: "Segment", at: datetime) -> "Segment":
    later = part.start is not None and part.stop is not None and part.stop > at
    return replace(part, stop=None) if later else part


def _all_down(visit: "Encounter", at: datetime) -> "Encounter":
    """What runs has its stop at `at`: for showing only, the coder is told the time instead."""
    from nursedesk.record.encounter import LineState

    def down(one: "Administration") -> "Administration":
        if one.state is not LineState.RUNNING:
            return one
        return replace(
            one, segments=tuple(p if p.stop or not p.start else replace(p, stop=at) for p in one.segments)
        )

    return replace(visit, administrations=tuple(map(down, visit.administrations)))


def _drugs(lines: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(drug.drug for drugs in lines for drug in drugs))


# --- shown -----------------------------------------------------------------------------------------


def _show(answer: WhatIf, rulebook: "Rulebook", as_json: bool, *, hidden: bool) -> None:
    """`hidden`: the site does not show coming boundaries at the chair, so neither does this."""
    if as_json:
        sys.stdout.write(json.dumps(answer_json(answer, rulebook, hidden=hidden), indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(answer_text(answer, rulebook, hidden=hidden)) + "\n")


def answer_json(answer: WhatIf, rulebook: "Rulebook", *, hidden: bool = False) -> dict[str, Any]:
    """The answer as plain values: two tickets in contract form and the lines that differ between them."""
    from nursedesk.cli.recode import difference_json
    from nursedesk.outputs import formats
    from nursedesk.outputs.ticket_json import ticket_json

    zone = ZoneInfo(answer.visit.time_zone)
    following = None
    if answer.next_at is not None and answer.then is not None and not hidden:
        following = {
            "at": formats.iso(answer.next_at, zone),
            "minutes": _minutes_to(answer),
            "through": list(answer.through),
            "lines": [difference_json(change) for change in _changes(answer, rulebook)],
            "ticket": ticket_json(answer.then, rulebook),
        }
    return {
        "schema": SCHEMA,
        "encounter": answer.visit.id,
        "at": formats.iso(answer.at, zone),
        "running": list(answer.running),
        "ticket": ticket_json(answer.ticket, rulebook),
        "next": following,
        "next_hidden": hidden,
        "looked_ahead_minutes": answer.looked,
    }


def answer_text(answer: WhatIf, rulebook: "Rulebook", *, hidden: bool = False) -> list[str]:
    """The answer for people."""
    from nursedesk.outputs import formats, words_recode
    from nursedesk.outputs.ticket_text import ticket_text

    zone = ZoneInfo(answer.visit.time_zone)
    running = words_recode.NONE_RUNNING
    if answer.running:
        running = words_recode.RUNNING.format(lines=_named(answer.running, rulebook))
    head = words_recode.WHAT_IF.format(at=formats.moment(answer.at, zone), running=running)
    return [
        head,
        *_next_text(answer, rulebook, zone, hidden),
        "",
        ticket_text(answer.ticket, answer.visit, rulebook),
    ]


def _next_text(answer: WhatIf, rulebook: "Rulebook", zone: ZoneInfo, hidden: bool) -> list[str]:
    from nursedesk.cli.recode import difference_row
    from nursedesk.outputs import formats, words_recode
    from nursedesk.outputs.reference_text import table

    if not answer.running:
        return []
    if hidden:
        return [words_recode.NEXT_HIDDEN]
    if answer.next_at is None:
        return [words_recode.NO_NEXT.format(minutes=answer.looked)]
    day = formats.local_day(answer.at, zone)
    at, lines = formats.clock_on(answer.next_at, zone, day), _named(answer.through, rulebook)
    head = words_recode.NEXT.format(at=at, minutes=_minutes_to(answer), lines=lines)
    return [head, *table([difference_row(change) for change in _changes(answer, rulebook)])]


def _named(drugs: tuple[str, ...], rulebook: "Rulebook") -> str:
    from nursedesk.outputs import formats

    known = [(name, rulebook.drugs.get(name.strip().lower())) for name in drugs]
    return ", ".join(drug.display if drug else formats.written(name) for name, drug in known)


def _minutes_to(answer: WhatIf) -> int:
    from nursedesk.record.intervals import minute_of

    return minute_of(answer.next_at or answer.at) - minute_of(answer.at)


def _changes(answer: WhatIf, rulebook: "Rulebook") -> "tuple[Difference, ...]":
    from nursedesk.desk.recode import charged_lines, compare
    from nursedesk.outputs.ticket_json import ticket_json

    if answer.then is None:
        return ()
    was, would_be = (charged_lines(ticket_json(ticket, rulebook)) for ticket in (answer.ticket, answer.then))
    return compare(was, would_be)
