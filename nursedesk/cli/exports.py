"""`nursedesk export ENCOUNTER`: a visit's record, in contract form or as FHIR."""

import argparse

from nursedesk.cli.failure import Failed
from nursedesk.cli.options import add_output, add_user


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("export", help="a visit's record in contract form or as FHIR")
    parser.add_argument("encounter", metavar="ENCOUNTER")
    parser.add_argument("--format", required=True, choices=("json", "fhir"))
    add_output(parser)
    add_user(parser)


def run(args: argparse.Namespace) -> int:
    """Write the visit as the record holds it."""
    from nursedesk.cli.files import put
    from nursedesk.cli.offices import office_of
    from nursedesk.cli.unlock import note, reading
    from nursedesk.desk.posting.files import encounter_file
    from nursedesk.record.events import EncounterId, Exported

    with reading(args) as opened:
        encounter = EncounterId(args.encounter)
        events = opened.reader.events_of(encounter)
        if not events:
            raise Failed(f"There is no encounter {args.encounter} in this record: `nursedesk tickets` names them.")
        put(args.output, encounter_file(events, args.format, office_of(opened).making), overwrite=args.overwrite)
        note(opened, encounter, Exported("encounter", args.format))
    return 0
