"""`nursedesk downtime-sheet`: the room on paper, with lines to write on, for when nothing can be saved."""

import argparse
import sys

from nursedesk.cli.options import add_force, add_user


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("downtime-sheet", help="what is up now, and lines to write on, as a PDF")
    parser.add_argument("--paper", choices=("letter", "a4"), default="letter")
    parser.add_argument("--language", choices=("en", "es"), default="en")
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    add_force(parser)
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Write the sheet of the room as the record has it; also beside an open desk."""
    from nursedesk.catalog import resources
    from nursedesk.catalog.drug_names import display_names
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import note, reading, rulebook_of
    from nursedesk.desk.clock import read_system
    from nursedesk.desk.downtime import downtime_sheet
    from nursedesk.outputs.languages import Language
    from nursedesk.outputs.paper.downtime import downtime_pdf
    from nursedesk.outputs.paper.offscreen import painting
    from nursedesk.outputs.paper.page import Paper
    from nursedesk.record.events import Exported
    from nursedesk.record.fold import fold

    with reading(args) as opened:
        visits = tuple(fold(events) for events in opened.reader.open_encounters().values())
        rulebook = rulebook_of(opened)

        def display(drug: str) -> str:
            return display_names(rulebook, (drug,))[drug]

        by = opened.suite.signatures().get(args.user, args.user)
        sheet = downtime_sheet(
            visits, opened.suite, read_system().now, by, display, language=Language(args.language)
        )
        with painting(resources.path("fonts")):
            put(args.output, downtime_pdf(sheet, Paper(args.paper)), overwrite=args.overwrite)
        note(opened, None, Exported("downtime sheet", "pdf"))
    if args.output != "-":
        sys.stdout.write(f"{len(sheet.lines)} lines are up; the sheet is in {args.output}\n")
    return 0
