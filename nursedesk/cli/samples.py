"""`nursedesk samples DIR`: every kind of file that leaves the desk, made from made-up visits."""

import argparse
import sys
from pathlib import Path

from nursedesk.cli.options import add_force


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("samples", help="every kind of file that leaves the desk, of made-up visits")
    parser.add_argument("folder", metavar="DIR", help="where they go; made when it is not there")
    add_force(parser)


def run(args: argparse.Namespace) -> int:
    """Make the visits in a throw-away record, then each file, and name it."""
    import tempfile

    from nursedesk.catalog import resources
    from nursedesk.catalog.rulebook import load_rulebook
    from nursedesk.cli.files import made_folder, put
    from nursedesk.cli.sample_messages import message_samples
    from nursedesk.cli.sample_papers import paper_samples, shift_samples
    from nursedesk.desk.demo.samples import make_samples
    from nursedesk.outputs.paper.offscreen import painting

    folder = made_folder(args.folder)
    with tempfile.TemporaryDirectory(prefix="nursedesk-samples-") as throw_away:
        samples = make_samples(Path(throw_away) / "suite", load_rulebook("cpt"))
        try:
            with painting(resources.path("fonts")):
                for one in (*message_samples(), *paper_samples(), *shift_samples()):
                    put(str(folder / one.name), one.make(samples), overwrite=args.overwrite)
                    sys.stdout.write(f"{folder / one.name}\n")
        finally:
            samples.desk.ledger.close()
    return 0
