"""`nursedesk import`: encounters in contract form into the record."""

import argparse
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from nursedesk.cli.code import numbered_lines
from nursedesk.cli.code_answers import TooLong
from nursedesk.cli.failure import Failed
from nursedesk.cli.files import opened
from nursedesk.cli.options import add_user
from nursedesk.record.contract import Unreadable, parse_encounter
from nursedesk.record.twice import told_twice


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("import", help="encounters, one a line, into the record: downtime and migration")
    parser.add_argument("file", metavar="FILE", help="encounters in contract form, one a line; - is stdin")
    parser.add_argument("--reason", default="imported", help="why they come late; kept with every event")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Import what is new; say what became of each line. Exit 1 when a line was skipped."""
    from nursedesk.cli.unlock import writing
    from nursedesk.desk.import_encounters import Became, take_in
    from nursedesk.desk.site_rules import site_rules

    if not args.reason.strip():
        raise Failed("Say with --reason why they come late: nothing was imported.")
    added = known = skipped = unsure = 0
    # The file first: nobody should type a password for one that is not there.
    with opened(args.file, "nothing was imported") as source, writing(args) as desk:
        facts = desk.daybook.suite.facts
        rulebook = site_rules(facts)
        for number, line in _lines(source, args.file):
            try:
                if isinstance(line, TooLong):
                    raise line
                encounter = parse_encounter(line)
                twice = told_twice(line)
                outcome = take_in(desk, rulebook, encounter, args.reason, twice)
            except (Unreadable, TooLong) as wrong:
                trouble = str(wrong)
            else:
                added += outcome.became is Became.ADDED
                known += outcome.became is Became.KNOWN
                if outcome.became is Became.ADDED:
                    unsure += len(twice)
                    sys.stderr.writelines(_which(number, outcome.encounter, *one) for one in twice)
                trouble = _TROUBLES.get(outcome.became.value, "").format(outcome.encounter, outcome.detail)
            if trouble:
                skipped += 1
                sys.stderr.write(f"line {number}: {trouble}\n")
    sys.stdout.write(f"{added} added, {known} already there, {skipped} skipped\n")
    if skipped:
        sys.stdout.write(
            "Correct the lines that were skipped and import the file again: nothing is added twice.\n"
        )
    if unsure:
        sys.stdout.write(
            "Times that the night had twice were taken as the first: see above, and correct them at the desk.\n"
        )
    return 1 if skipped else 0


def _which(number: int, encounter: str, administration: str, local: datetime) -> str:
    return (
        f"line {number}: {encounter}, administration {administration}: the clocks showed {local:%H:%M} twice on "
        f"{local:%Y-%m-%d} and the line does not say which: taken as the first, and marked so in the record.\n"
    )


_TROUBLES = {
    "conflict": "{0} is in the record with other content ({1}): nothing was changed; correct it at the desk.",
    "unreal": "{0}, administration {1}, names a time that no clock showed that day: correct it and import again.",
    "future": "{0}, administration {1} is in the future: correct it and import again.",
}


def _lines(source: BinaryIO, name: str) -> Iterator[tuple[int, bytes | TooLong]]:
    done = "what was imported so far is in the record, and importing the file again adds nothing twice"
    numbered = numbered_lines(source, name, done)
    return ((number, line) for number, line in numbered if isinstance(line, TooLong) or line.strip())
