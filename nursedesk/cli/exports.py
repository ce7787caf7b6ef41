"""`nursedesk export ENCOUNTER`: a visit's record in contract form."""

import argparse
import json

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_user


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("export", help="a visit's record in contract form")
    parser.add_argument("encounter", metavar="ENCOUNTER")
    parser.add_argument("--format", required=True, choices=("json",))
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE when it is there")
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Write the visit as the record holds it."""
    from nursedesk.cli.files import put
    from nursedesk.cli.unlock import note, reading
    from nursedesk.record.contract import write_encounter
    from nursedesk.record.events import EncounterId, Exported
    from nursedesk.record.fold import fold

    with reading(args) as opened:
        encounter = EncounterId(args.encounter)
        events = opened.reader.events_of(encounter)
        if not events:
            raise Failed(f"There is no encounter {args.encounter} in this record: `nursedesk tickets` names them.")
        text = json.dumps(write_encounter(fold(events)), ensure_ascii=False, indent=1) + "\n"
        put(args.output, text.encode("utf-8", "backslashreplace"), overwrite=args.overwrite)
        note(opened, encounter, Exported("encounter", args.format))
    return 0
