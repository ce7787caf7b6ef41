"""`nursedesk examples`: three published examples under both profiles side by side, and why they differ."""

import argparse
import json
import sys
import textwrap
from dataclasses import dataclass
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


def run(args: argparse.Namespace) -> int:
    """Print the examples."""
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
