"""`nursedesk shift-log`: every line of a period, with times, minutes and ticket."""

import argparse
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_user


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("shift-log", help="every line of a period, with times, minutes and ticket")
    parser.add_argument(
        "--from", dest="begin", required=True, metavar="T", help="ISO 8601; site's zone unless said"
    )
    parser.add_argument("--to", dest="end", required=True, metavar="T", help="ISO 8601; not included")
    parser.add_argument("--nurse", metavar="ID", help="only what this person started, stopped or had")
    parser.add_argument("--format", required=True, choices=("csv",))
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE when it is there")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Write the log."""
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.shift import log_of
    from nursedesk.outputs.shift_csv import shift_csv
    from nursedesk.outputs.shift_log import Period
    from nursedesk.record.events import Exported

    with reading(args) as opened:
        zone = ZoneInfo(opened.suite.facts.zone)
        period = Period(_instant(args.begin, zone, "--from"), _instant(args.end, zone, "--to"))
        if period.end <= period.begin:
            raise Failed("--to comes before --from: give the beginning of the period first.")
        if args.nurse and opened.suite.person(args.nurse) is None:
            raise Failed(f"Nobody signs in as {args.nurse}: check the name given with --nurse.")
        log = log_of(opened.reader, opened.suite, period, read_system().now, args.nurse)
        put(args.output, shift_csv(log), overwrite=args.overwrite)
        note(opened, None, Exported(f"shift log {args.begin} to {args.end}", args.format))
    return 0


def _instant(text: str, zone: ZoneInfo, option: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise Failed(f"{option} {text} is not a time: write it like 2026-11-24T07:00.") from error
    try:
        found = (instant if instant.tzinfo else instant.replace(tzinfo=zone)).astimezone(UTC)
        back = found.astimezone(zone).replace(tzinfo=None)
    except OverflowError as error:
        raise Failed(
            f"{option} {text} is at the end of the calendar: write a time of this suite's days."
        ) from error
    if instant.tzinfo is None and back != instant:
        raise Failed(f"{option} {text} is a time no clock showed in {zone.key}: write one before or after it.")
    return found
