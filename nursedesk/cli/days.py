"""Commands over the visits of some days: from, to, and how far they have come."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from nursedesk.cli.failure import Failed

if TYPE_CHECKING:
    from nursedesk.cli.unlock import Opened
    from nursedesk.record.encounter import Encounter

_TOLD_EVERY = 200
"""Visits between two signs of life."""


def add_days(parser: argparse.ArgumentParser) -> None:
    """`--from` and `--to`, dates of service."""
    parser.add_argument(
        "--from", dest="first", required=True, metavar="DAY", help="first date of service: 2026-11-01"
    )
    parser.add_argument("--to", dest="last", required=True, metavar="DAY", help="last date of service, included")


def days_of(args: argparse.Namespace) -> tuple[date, date]:
    """The first and last day asked for. Raises `Failed`."""
    first, last = _day(args.first, "--from"), _day(args.last, "--to")
    if last < first:
        raise Failed("--to comes before --from: give the first day first.")
    return first, last


def visits_of_days(opened: "Opened", days: tuple[date, date]) -> "Iterator[Encounter]":
    """The visits of those days one by one, with progress on a terminal's standard error."""
    from nursedesk.desk.recode import visits_on

    shown = sys.stderr.isatty()
    for number, visit in enumerate(visits_on(opened.reader, *days, opened.suite.facts.zone), 1):
        if shown and number % _TOLD_EVERY == 0:
            sys.stderr.write(f"\r{number:,} visits")
            sys.stderr.flush()
        yield visit
    if shown:
        sys.stderr.write("\r\x1b[K")


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Failed(f"{option} {text} is not a day: write it like 2026-11-24.") from error
