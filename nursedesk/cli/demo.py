"""`nursedesk demo`: the application on a made-up suite."""

import argparse
from pathlib import Path

from nursedesk.cli.failure import Failed
from nursedesk.cli.files import made_folder


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Describe the command."""
    parser = commands.add_parser("demo", help="the application on a made-up suite in a throw-away data folder")
    parser.add_argument("--keep", metavar="DIR", type=Path, nargs="?", const=True, help="keep the suite, in DIR")
    parser.add_argument("--language", choices=("en", "es"), default="en", help="of the screen")
    parser.add_argument(
        "--offscreen", action="store_true", help="without a display: play the shift, leave pictures and files"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, default=Path("demo-output"), help="where those go")


def run(args: argparse.Namespace) -> int:
    """Open the demo, or play it without a display."""
    from nursedesk import app

    if args.offscreen and args.keep is not None:
        raise Failed("--keep needs the window: with --offscreen the suite is thrown away. Leave one out.")
    if args.offscreen:
        return app.play_demo(made_folder(str(args.out)))
    return app.demo(args.keep, args.language)
