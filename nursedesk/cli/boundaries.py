"""`nursedesk boundaries`: how stop times lie around the minutes at which the ticket changes."""

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from nursedesk.cli.days import add_days
from nursedesk.cli.options import add_user

if TYPE_CHECKING:
    from nursedesk.desk.boundary_report import Kind, Report, Spread

SCHEMA = "nursedesk.boundaries/1"


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "boundaries",
        allow_abbrev=False,
        help="how stop times lie around the minutes where the ticket changes",
        description="How the stops of some dates of service lie around the minutes at which the ticket changes, "
        "by this site's rules: a cluster just past one is a question an auditor asks.",
    )
    add_days(parser)
    parser.add_argument("--by-nurse", action="store_true", help="just before and just past by who stopped it, too")
    parser.add_argument("--json", action="store_true", help="for programs instead of people")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Print the report."""
    from nursedesk.cli.days import days_of, visits_of_days
    from nursedesk.cli.unlock import note, reading, rulebook_of
    from nursedesk.desk.boundary_report import Report
    from nursedesk.record.events import Viewed

    days = days_of(args)
    with reading(args) as opened:
        report = Report(rulebook_of(opened))
        note(opened, None, Viewed(f"stop times around boundaries of {days[0]} to {days[1]}"))
        for visit in visits_of_days(opened, days):
            report.add(visit)
        signatures = opened.suite.signatures()
    if args.json:
        sys.stdout.write(json.dumps(report_json(report, days, args.by_nurse), indent=1) + "\n")
    else:
        sys.stdout.write("\n".join(report_text(report, days, signatures, args.by_nurse)) + "\n")
    return 0


def report_json(report: "Report", days: tuple[date, date], by_nurse: bool) -> dict[str, Any]:
    """The report as plain values; `histogram` is one count for each minute of `distances`."""
    from nursedesk.desk.boundary_report import DISTANCES

    plain: dict[str, Any] = {
        "schema": SCHEMA,
        "from": days[0].isoformat(),
        "to": days[1].isoformat(),
        "profile": {"name": report.rulebook.profile, "rules_digest": report.rulebook.digest},
        "stops": report.stops,
        "near": report.near,
        "within": report.within,
        "distances": list(DISTANCES),
        "boundaries": [_kind_json(report, kind, spread) for kind, spread in sorted(report.spreads.items())],
    }
    if by_nurse:
        plain["nurses"] = [
            {
                "nurse": nurse or None,
                "boundaries": [_kind_json(report, kind, spread) for kind, spread in sorted(spreads.items())],
            }
            for nurse, spreads in sorted(report.by_nurse.items())
        ]
    return plain


def _kind_json(report: "Report", kind: "Kind", spread: "Spread") -> dict[str, Any]:
    (before, before_typed), (past, past_typed) = spread.before(report.within), spread.past(report.within)
    return {
        "minute": kind.minute,
        "measure": kind.measure.value,
        "histogram": list(spread.at),
        "just_before": before,
        "just_past": past,
        "at_the_minute": spread.past(1)[0],
        "just_before_typed": before_typed,
        "just_past_typed": past_typed,
    }


def report_text(
    report: "Report", days: tuple[date, date], signatures: dict[str, str], by_nurse: bool
) -> list[str]:
    """The report as lines of text of about 100 columns."""
    from nursedesk.desk.boundary_report import WINDOW
    from nursedesk.outputs import formats, words_recode

    profile = formats.one_line(report.rulebook.profile)
    first, last = map(formats.day, days)
    text = [
        words_recode.AROUND.format(first=first, last=last, profile=profile),
        words_recode.STOPS.format(stops=f"{report.stops:,}", near=f"{report.near:,}", window=WINDOW),
    ]
    if not report.near:
        return text
    text += ["", words_recode.DISTANCE, *_histogram(report)]
    text += ["", *(line.format(within=report.within) for line in words_recode.AUDITOR)]
    text += _sides(report, report.spreads)
    if by_nurse:
        for nurse, spreads in sorted(report.by_nurse.items()):
            text += ["", formats.person(signatures, nurse), *_sides(report, spreads)]
    return text


def _histogram(report: "Report") -> list[str]:
    from nursedesk.desk.boundary_report import DISTANCES
    from nursedesk.outputs.ticket_text import columns

    # Minutes before and past are headed without a plus, which would double the width of half the columns.
    rows = [("minute", "of", *(str(distance) for distance in DISTANCES))]
    for kind, spread in sorted(report.spreads.items()):
        rows.append((*_named(kind), *(str(count or ".") for count in spread.at)))
    return columns(rows, right=(0, *range(2, len(DISTANCES) + 2)))


def _sides(report: "Report", spreads: "dict[Kind, Spread]") -> list[str]:
    from nursedesk.outputs.ticket_text import columns

    heading = ("minute", "of", "just before", "just past", "at the minute", "typed before", "typed past")
    rows: list[tuple[str, ...]] = [heading]
    for kind, spread in sorted(spreads.items()):
        before, past = spread.before(report.within), spread.past(report.within)
        figures = (before[0], past[0], spread.past(1)[0], before[1], past[1])
        rows.append((*_named(kind), *(f"{figure:,}" for figure in figures)))
    return columns(rows, right=(0, 2, 3, 4, 5, 6))


def _named(kind: "Kind") -> tuple[str, str]:
    from nursedesk.outputs.words_recode import measure_text

    return str(kind.minute), measure_text(kind.measure)
