"""`nursedesk shift-log`: every line of a period, with times, minutes and ticket."""

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_force, add_user

if TYPE_CHECKING:
    from nursedesk.cli.unlock import Opened
    from nursedesk.desk.shift import Wish


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("shift-log", help="every line of a period, with times, minutes and ticket")
    parser.add_argument(
        "--from", dest="begin", required=True, metavar="T", help="ISO 8601; site's zone unless said"
    )
    parser.add_argument("--to", dest="end", required=True, metavar="T", help="ISO 8601; not included")
    parser.add_argument("--nurse", metavar="ID", help="only what this person started, stopped or had")
    parser.add_argument("--chair", metavar="NAME", help="only the visits of this chair")
    parser.add_argument("--format", required=True, choices=("csv", "xlsx", "pdf", "json"))
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter", help="of a PDF")
    parser.add_argument("--language", choices=("en", "es"), default="en", help="of a PDF")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    add_force(parser)
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Write the log."""
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.shift import LogFormat, Wish
    from nursedesk.outputs.languages import Language
    from nursedesk.outputs.paper.page import Paper
    from nursedesk.outputs.shift_log import Period
    from nursedesk.record.events import Exported

    with reading(args) as opened:
        zone = ZoneInfo(opened.suite.facts.zone)
        period = Period(_instant(args.begin, zone, "--from"), _instant(args.end, zone, "--to"))
        if period.end <= period.begin:
            raise Failed("--to comes before --from: give the beginning of the period first.")
        if args.nurse and opened.suite.person(args.nurse) is None:
            raise Failed(f"Nobody signs in as {args.nurse}: check the name given with --nurse.")
        _known_chair(args, opened)
        wish = Wish(
            period,
            LogFormat(args.format),
            args.user,
            read_system().now,
            args.nurse,
            args.chair,
            Paper(args.paper),
            Language(args.language),
        )
        _write(args, opened, wish)
        note(opened, None, Exported(f"shift log {args.begin} to {args.end}", args.format))
    return 0


def _known_chair(args: argparse.Namespace, opened: "Opened") -> None:
    chairs = opened.suite.facts.chairs
    if args.chair and chairs and args.chair not in chairs:
        raise Failed(f"This suite has no chair {args.chair}: it has {', '.join(chairs)}.")


def _write(args: argparse.Namespace, opened: "Opened", wish: "Wish") -> None:
    """To the file, or by way of a nameless one to stdout; a PDF is painted with a Qt application of its own."""
    from nursedesk.catalog import resources
    from nursedesk.cli.files import not_put
    from nursedesk.cli.unlock import rulebook_of
    from nursedesk.desk.shift import LogFormat, save_log, write_log
    from nursedesk.outputs.safe_files import FileNotWritten

    told = opened.reader, opened.suite, rulebook_of(opened), wish
    with ExitStack() as held:
        if wish.format is LogFormat.PDF:
            from nursedesk.outputs.paper.offscreen import painting

            held.enter_context(painting(resources.path("fonts")))
        try:
            if args.output != "-":
                save_log(Path(args.output), *told, overwrite=args.overwrite)
                return
            file = held.enter_context(tempfile.TemporaryFile())
            write_log(file, *told)
        except FileNotWritten as refused:
            raise not_put(refused) from refused
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()


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
