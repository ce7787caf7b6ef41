"""`nursedesk examples`: three published examples under both profiles side by side; one visit with everything."""

import argparse
import json
import sys
import textwrap
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nursedesk.coding.ticket import ChargeTicket
    from nursedesk.record.encounter import Encounter

PROFILES = ("cpt", "reference-card")
WIDTH = 100


@dataclass(frozen=True, slots=True)
class Example:
    """One published example, coded under each profile."""

    title: str
    encounter: "Encounter"
    published: dict[str, int]
    """Codes and units as published; drug codes only where units were."""
    because: dict[str, str]
    """Why a code's units differ between the profiles."""
    tickets: dict[str, "ChargeTicket"]


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "examples",
        allow_abbrev=False,
        help="three published examples under both profiles",
        description="Three published examples of infusion coding under both profiles, and why they differ.",
    )
    parser.add_argument("--json", action="store_true", help="for programs instead of people")
    parser.add_argument(
        "--everything", action="store_true", help="one visit that has everything, with the reason for every line"
    )


def run(args: argparse.Namespace) -> int:
    """Print the examples."""
    if args.everything:
        sys.stdout.write(_everything(args.json) + "\n")
        return 0
    examples = coded_examples()
    sys.stdout.write(
        _as_json(examples) if args.json else "\n".join(_as_text(n, x) for n, x in enumerate(examples, 1))
    )
    return 0


def coded_examples() -> tuple[Example, ...]:
    """The examples of resources/examples, coded."""
    from nursedesk.catalog.resources import path
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.coding.engine import code
    from nursedesk.record.contract import read_encounter

    examples = []
    for entry in json.loads(path("examples", "published.json").read_text(encoding="utf-8")):
        encounter = read_encounter(entry["encounter"])
        tickets = {profile: code(encounter, load_rulebook(profile)) for profile in PROFILES}
        examples.append(Example(entry["title"], encounter, entry["published"], entry["because"], tickets))
    return tuple(examples)


def everything() -> "Encounter":
    """One visit with chemotherapy, what goes before and after it, two accesses, waste, a visit code, a late entry.

    The contract's form has no place for the late entry, so it is added as the record has it.
    """
    from nursedesk.catalog.resources import path
    from nursedesk.record.contract import parse_encounter
    from nursedesk.record.encounter import Label, TimeNote

    encounter = parse_encounter(path("examples", "everything.json").read_bytes())
    late = json.loads(path("examples", "everything_late.json").read_text(encoding="utf-8"))
    notes = tuple(
        TimeNote(
            line=one["administration"],
            what=one["what"],
            label=Label.LATE_ENTRY,
            was=None,
            now=datetime.fromisoformat(one["time"]),
            by=one["by"],
            recorded=datetime.fromisoformat(one["recorded"]),
            reason=one["reason"],
        )
        for one in late
    )
    own_lines = tuple(replace(a, line=a.id) for a in encounter.administrations)
    return replace(encounter, administrations=own_lines, time_notes=notes)


def _everything(as_json: bool) -> str:
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.coding.engine import code
    from nursedesk.outputs.ticket_json import ticket_json
    from nursedesk.outputs.ticket_text import ticket_text

    encounter, rulebook = everything(), load_rulebook()
    ticket = code(encounter, rulebook)
    if as_json:
        return json.dumps(ticket_json(ticket, rulebook), indent=2)
    return ticket_text(ticket, encounter, rulebook)


def units_by_code(ticket: "ChargeTicket") -> dict[str, int]:
    """Units of each code, in the ticket's order."""
    units: dict[str, int] = {}
    for line in ticket.lines:
        units[line.code] = units.get(line.code, 0) + line.units
    return units


def _as_json(examples: tuple[Example, ...]) -> str:
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.outputs.ticket_json import ticket_json
    from nursedesk.record.contract import write_encounter

    plain: list[dict[str, Any]] = [
        {
            "title": example.title,
            "encounter": write_encounter(example.encounter),
            "published": example.published,
            "tickets": {name: ticket_json(x, load_rulebook(name)) for name, x in example.tickets.items()},
            "because": example.because,
        }
        for example in examples
    ]
    return json.dumps(plain, indent=2) + "\n"


def _as_text(number: int, example: Example) -> str:
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.outputs.ticket_text import columns, given_lines
    from nursedesk.outputs.words import label

    book = load_rulebook()
    cpt, card = (units_by_code(example.tickets[profile]) for profile in PROFILES)
    codes = list(dict.fromkeys([*cpt, *card]))
    rows: list[tuple[str, ...]] = [("Code", "", "published", *PROFILES, "")]
    for code in codes:
        figures = (_figure(units, code) for units in (example.published, cpt, card))
        rows.append((code, label(code, book), *figures, "differs" if cpt.get(code) != card.get(code) else ""))
    text = [f"Example {number}: {example.title}", *given_lines(example.encounter, book), "", *columns(rows)]
    for code, reason in example.because.items():
        text += ["", *textwrap.wrap(f"{code}: {reason}", WIDTH, initial_indent="  ", subsequent_indent="    ")]
    if not example.because:
        text += ["", "  Both profiles give the same lines."]
    return "\n".join(text) + "\n"


def _figure(units: dict[str, int], code: str) -> str:
    return f"x {units[code]}" if code in units else "-"
