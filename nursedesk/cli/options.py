"""Options that several commands share."""

import argparse


def add_user(parser: argparse.ArgumentParser) -> None:
    """What every command has that shows or changes patients' data."""
    parser.add_argument("--user", metavar="NAME", help="who is asking; that person's password is needed too")
