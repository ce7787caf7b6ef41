"""`nursedesk recode`: closed visits coded again by today's rules or others, against what was signed."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from nursedesk.cli.chosen_rules import add_rules
from nursedesk.cli.days import add_days
from nursedesk.cli.options import add_user

if TYPE_CHECKING:
    from nursedesk.coding.rulebook import Rulebook
    from nursedesk.desk.recode import Charged, Difference, Recoded, Totals

SCHEMA = "nursedesk.recode/1"


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "recode",
        allow_abbrev=False,
        help="code closed visits again and list every difference to what was signed",
        description="Code the closed and signed visits of some dates of service again, by today's rules or "
        "another profile, and list every difference to what was signed. Changes nothing. "
        "Exits 1 when something differs.",
    )
    add_days(parser)
    add_rules(parser, "default: this site's")
    parser.add_argument("--json", action="store_true", help="for programs instead of people")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """List the differences; 1 when there are any."""
    from nursedesk.cli.chosen_rules import chosen_rules
    from nursedesk.cli.days import days_of, visits_of_days
    from nursedesk.cli.unlock import note, reading, rulebook_of
    from nursedesk.desk.recode import Totals, recode
    from nursedesk.record.events import Viewed

    days, totals = days_of(args), Totals()
    with reading(args) as opened:
        rulebook, site_rules = chosen_rules(args, opened.suite.facts), rulebook_of(opened)
        # Noted first: what was printed before a broken pipe was seen all the same.
        note(opened, None, Viewed(f"tickets of {days[0]} to {days[1]}, coded again"))
        signatures = opened.suite.signatures()

        def differing() -> "Iterator[Recoded]":
            for visit in visits_of_days(opened, days):
                one = recode(visit, rulebook, site_rules)
                totals.add(one)
                if one is not None and one.differs:
                    yield one

        found = differing()
        as_json = _as_json(found, days, rulebook, totals)
        for piece in as_json if args.json else _told(found, days, rulebook, totals, signatures):
            sys.stdout.write(piece)
    return int(totals.differing > 0)


# --- for programs: written visit by visit, so that a year fits in memory ---------------------------


def _as_json(
    differing: "Iterator[Recoded]", days: tuple[date, date], rulebook: "Rulebook", totals: "Totals"
) -> Iterator[str]:
    head = {
        "schema": SCHEMA,
        "from": days[0].isoformat(),
        "to": days[1].isoformat(),
        "profile": {
            "name": rulebook.profile,
            "rules_digest": rulebook.digest,
            "settings": dict(sorted(rulebook.plain_settings.items())),
        },
    }
    yield json.dumps(head)[:-1] + ', "visits": ['
    for number, one in enumerate(differing):
        yield ("," if number else "") + "\n" + json.dumps(visit_json(one))
    yield '\n], "totals": ' + json.dumps(totals_json(totals)) + "}\n"


def visit_json(one: "Recoded") -> dict[str, Any]:
    """One visit that differs, as plain values."""
    return {
        "encounter": one.encounter,
        "ticket": one.ticket,
        "version": one.version,
        "date_of_service": one.day.isoformat() if one.day else None,
        "signed": one.version > 0,
        "signed_by": one.signed_by or None,
        "reopened": one.reopened,
        "profile_was": one.profile,
        "rules_digest_was": one.rules_digest,
        "lines": [difference_json(difference) for difference in one.differences],
        "blocks": [{"rule": reason.rule, "text": reason.text} for reason in one.blocks],
    }


def difference_json(difference: "Difference") -> dict[str, Any]:
    """One line as it was and as it would be, with the rule that decides."""
    before, after = difference.reasons
    return {
        "was": _line_json(difference.was),
        "would_be": _line_json(difference.would_be),
        "rule": difference.rule,
        "why_was": before.text if before else None,
        "why_would_be": after.text if after else None,
    }


def _line_json(line: "Charged | None") -> dict[str, Any] | None:
    if line is None:
        return None
    return {"code": line.code, "units": line.units, "modifiers": list(line.modifiers), "date": line.date}


def totals_json(totals: "Totals") -> dict[str, Any]:
    """The figures over all visits, as plain values."""
    return {
        "signed": totals.signed,
        "unsigned": totals.drafts,
        "open": totals.still_open,
        "differing": totals.differing,
        "codes": [
            {"code": name, "was": was, "would_be": would, "difference": would - was}
            for name, was, would in totals.by_code()
        ],
    }


# --- for people ------------------------------------------------------------------------------------


def _told(
    differing: "Iterator[Recoded]",
    days: tuple[date, date],
    rulebook: "Rulebook",
    totals: "Totals",
    signatures: dict[str, str],
) -> Iterator[str]:
    from nursedesk.outputs import formats, words_recode

    yield (
        words_recode.RECODED.format(
            first=formats.day(days[0]),
            last=formats.day(days[1]),
            profile=formats.one_line(rulebook.profile),
            digest=rulebook.digest[:16],
        )
        + "\n"
    )
    for one in differing:
        yield "\n" + "\n".join(_visit_text(one, signatures)) + "\n"
    yield "\n" + "\n".join(_totals_text(totals, rulebook)) + "\n"


def _visit_text(one: "Recoded", signatures: dict[str, str]) -> list[str]:
    from nursedesk.outputs import formats, words_recode
    from nursedesk.outputs.reference_text import table

    told = [words_recode.DRAFT]
    if one.version:
        by = formats.person(signatures, one.signed_by)
        profile = formats.one_line(one.profile)
        digest = one.rules_digest[:16]
        told = [words_recode.SIGNED.format(version=one.version, by=by, profile=profile, digest=digest)]
    if one.reopened:
        told.append(words_recode.REOPENED)
    name = f"{formats.written(one.ticket)}  {formats.one_line(one.encounter)}"
    text = [f"{name}  {formats.day(one.day)}  {'; '.join(told)}"]
    if one.differences:
        text += table([difference_row(difference) for difference in one.differences])
    return text + [f"  {words_recode.BLOCKED.format(text=x.text, rule=x.rule)}" for x in one.blocks]


def difference_row(difference: "Difference") -> tuple[str, ...]:
    """The same as cells: `96366 x 1 -> 96366 x 2`, the rule, what it said and says."""
    before, after = difference.reasons
    why = " -> ".join(reason.text for reason in (before, after) if reason is not None)
    dated = difference.was and difference.would_be and difference.was.date != difference.would_be.date
    sides = (_side(side, bool(dated)) for side in (difference.was, difference.would_be))
    return " -> ".join(sides), difference.rule, why


def _side(line: "Charged | None", dated: bool) -> str:
    from nursedesk.outputs import words_recode

    if line is None:
        return words_recode.NOTHING
    return " ".join([line.code, *line.modifiers, f"x {line.units}", *([line.date or ""] if dated else [])])


def _totals_text(totals: "Totals", rulebook: "Rulebook") -> list[str]:
    from nursedesk.outputs import words_recode
    from nursedesk.outputs.ticket_text import columns
    from nursedesk.outputs.words import label

    counted = words_recode.COUNTED.format(
        signed=totals.signed,
        drafts=totals.drafts,
        differing=totals.differing,
        still_open=totals.still_open,
    )
    rows = [
        (name, label(name, rulebook), f"{was:,}", f"{would:,}", f"{would - was:+,}")
        for name, was, would in totals.by_code()
        if was != would
    ]
    if not totals.differing:
        return [words_recode.SAME, counted]
    if not rows:
        return [counted]
    heading = ("code", "", "was", "would be", "difference")
    return [counted, "", words_recode.UNITS_HEADING, *columns([heading, *rows], right=(2, 3, 4))]
