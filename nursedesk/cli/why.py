"""`nursedesk why`: what a code is for, its rules and its minutes; without a code, the tree of them."""

import argparse
import sys
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed

if TYPE_CHECKING:
    from nursedesk.coding.reference import Reference
    from nursedesk.coding.rulebook import Rulebook

TOPICS = "topics"
LONGEST = 100_000
"""Minutes; more is a slip of the keyboard."""


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "why",
        allow_abbrev=False,
        help="what a code is for, its rules and boundaries",
        description="What a code is for, what it needs and excludes, where its minutes change the ticket, "
        "and where each fact comes from.",
    )
    parser.add_argument(
        "code", metavar="CODE", nargs="?", help="a code, a topic, or `topics`; without one: the tree of codes"
    )
    parser.add_argument(
        "--minutes", metavar="N", type=_minutes, help="what N charted minutes give, and when that changes"
    )
    parser.add_argument("--profile", default="cpt", help="cpt (default) or reference-card")


def _minutes(text: str) -> int:
    if not text.strip().lstrip("-").isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of minutes")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Print the page; a code or topic that does not exist is wrong use."""
    from nursedesk.catalog.reference import load_reference
    from nursedesk.catalog.rulebook import BadSetting, BadTable, RulesUnreadable, load_rulebook

    try:
        rulebook = load_rulebook(args.profile)
        reference = load_reference(rulebook.codes)
    except (BadSetting, BadTable, RulesUnreadable) as wrong:
        raise Failed(str(wrong)) from wrong
    sys.stdout.write(_answer(args.code, args.minutes, reference, rulebook) + "\n")
    return 0


def _answer(asked: str | None, minutes: int | None, reference: "Reference", rulebook: "Rulebook") -> str:
    from nursedesk.outputs.reference_page import TREE, code_page, topics
    from nursedesk.outputs.reference_text import index_text, minutes_text, outside_text, page_text

    wanted = (asked or TREE).strip()
    code = rulebook.codes.get(wanted.upper())
    if minutes is not None:
        if code is None:
            raise Failed("--minutes wants a code NurseDesk gives, as in: nursedesk why 96365 --minutes 95")
        if not 0 <= minutes <= LONGEST:
            raise Failed(f"{minutes} minutes cannot be: a number from 0 to {LONGEST:,}")
        return minutes_text(code, minutes, rulebook)
    if code is not None:
        return page_text(code_page(code, reference, rulebook))
    pages = topics(reference, rulebook)
    if wanted.lower() == TOPICS:
        return index_text(pages)
    for page in pages:
        if page.key == wanted.lower():
            return page_text(page)
    for outside in reference.outside:
        if outside.code == wanted.upper():
            raise Failed(outside_text(outside))
    raise Failed(_unknown(wanted, rulebook))


def _unknown(wanted: str, rulebook: "Rulebook") -> str:
    """A drug's code, a code of no kind we know, or a word that is no topic: one line each."""
    from nursedesk.outputs import formats
    from nursedesk.outputs.words import label

    shown = formats.one_line(wanted, 40)
    if wanted.upper() in rulebook.drugs_by_hcpcs:
        drug = label(wanted.upper(), rulebook)
        return f"{shown} is a drug code ({drug}); this page is about administration codes, for example 96365"
    if wanted.isascii() and wanted.isalnum() and any(map(str.isdigit, wanted)):
        return f"{shown} is outside the codes NurseDesk gives; `nursedesk why` lists them"
    return f"there is no code or topic {shown!r}; `nursedesk why` lists codes, `nursedesk why {TOPICS}` topics"
