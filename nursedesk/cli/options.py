"""Options that several commands share."""

import argparse


def add_user(parser: argparse.ArgumentParser) -> None:
    """What every command has that shows or changes patients' data."""
    parser.add_argument("--user", metavar="NAME", help="who is asking; that person's password is needed too")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Where a command's file goes, and whether one that is there may be replaced."""
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help="where it goes; - is stdout")
    add_force(parser)


def add_force(parser: argparse.ArgumentParser) -> None:
    """Whether a file that is there may be replaced."""
    parser.add_argument(
        "--force", "--overwrite", dest="overwrite", action="store_true", help="replace FILE when it is there"
    )


def whole_number(text: str) -> int:
    """A number without sign or point, for `type=`; refused in plain words."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)
