"""`nursedesk code`: encounters in, charge tickets out. One whole file, or one encounter a line without end."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from nursedesk.cli.chosen_rules import add_rules, chosen_rules
from nursedesk.cli.code_answers import LONGEST, Answer, TooLong, answer_for, coder
from nursedesk.cli.failure import Failed
from nursedesk.cli.files import STDIN, called, not_read, opened

if TYPE_CHECKING:
    from nursedesk.coding.rulebook import Rulebook

CHUNK = 64 * 1024
NOTHING_CODED = "nothing was coded"
MOST_JOBS = 64


def add(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    parser = subparsers.add_parser(
        "code",
        allow_abbrev=False,
        help="read encounters, print their charge tickets",
        description="Read one encounter (nursedesk.encounter/1) and print its charge ticket (nursedesk.ticket/1).",
    )
    parser.add_argument("file", metavar="FILE", help="an encounter as JSON; - is standard input")
    parser.add_argument("--lines", action="store_true", help="one encounter a line in, one ticket a line out")
    parser.add_argument("--jobs", metavar="N", type=_jobs, default=1, help="with --lines: use N processors")
    add_rules(parser, "cpt without it")
    parser.add_argument("--text", action="store_true", help="for people instead of programs")
    parser.add_argument("--strict", action="store_true", help="exit 1 when a finding blocks a ticket")


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {MOST_JOBS}")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Code what the file holds; 1 when a line was bad (or, with --strict, a ticket blocked), 2 when unreadable."""
    rulebook = chosen_rules(args)
    with opened(args.file, NOTHING_CODED) as source:
        return (_code_lines if args.lines else _code_one)(source, rulebook, args)


def _code_one(source: BinaryIO, rulebook: "Rulebook", args: argparse.Namespace) -> int:
    from nursedesk.record.contract import Unreadable

    try:
        text = whole(source, args.file, NOTHING_CODED)
        shown, blocked = coder(rulebook, args.text, one=True)(text)
    except (Unreadable, TooLong) as wrong:
        raise Failed(f"{called(args.file)}: {wrong}") from wrong
    sys.stdout.write(shown + "\n")
    return int(blocked and args.strict)


def _code_lines(source: BinaryIO, rulebook: "Rulebook", args: argparse.Namespace) -> int:
    answer = 0
    for shown, well in _answers(source, rulebook, args):
        answer = answer if well else 1
        sys.stdout.write(shown + ("\n\n" if args.text else "\n"))
        if args.file == STDIN:
            sys.stdout.flush()
    return answer


def _answers(source: BinaryIO, rulebook: "Rulebook", args: argparse.Namespace) -> Iterator[Answer]:
    """An answer for each line, in their order, and whether all was well with it."""
    lines = numbered_lines(source, args.file, "the tickets so far are right")
    if args.jobs > 1:
        from nursedesk.cli.code_jobs import coded_by

        yield from coded_by(args.jobs, lines, args)
        return
    coded = coder(rulebook, args.text, one=False)
    for number, text in lines:
        yield answer_for(number, text, coded, args)


def whole(source: BinaryIO, name: str, undone: str) -> bytes:
    """One encounter's text. Raises `TooLong`, and `Failed` when it cannot be read."""
    try:
        text = source.read(LONGEST + 1)
    except OSError as wrong:
        raise not_read(name, wrong, undone) from wrong
    if len(text) > LONGEST:
        raise TooLong
    return text


def numbered_lines(source: BinaryIO, name: str, done: str) -> Iterator[tuple[int, bytes | TooLong]]:
    """Lines by number from 1, each at most `LONGEST` bytes; empty ones at the end do not count.

    Raises `Failed` where the source breaks off; `done` is the part of its sentence that says what stands.
    """
    try:
        yield from _numbered(source)
    except OSError as wrong:
        raise not_read(name, wrong, done) from wrong


def _numbered(source: BinaryIO) -> Iterator[tuple[int, bytes | TooLong]]:
    number = empty = 0
    while text := source.readline(LONGEST + 1):
        number += 1
        if len(text) > LONGEST and not text.endswith(b"\n"):
            _skip_rest(source)
            text = b""
            yield from _passed_over(number, empty)
            empty = 0
            yield number, TooLong()
        elif not text.strip():
            empty += 1
        else:
            yield from _passed_over(number, empty)
            empty = 0
            yield number, text


def _passed_over(number: int, empty: int) -> Iterator[tuple[int, bytes]]:
    """The empty lines before line `number`: they are in the way of one ticket a line, so they are told of."""
    return ((number - left, b"") for left in range(empty, 0, -1))


def _skip_rest(source: BinaryIO) -> None:
    while (text := source.readline(CHUNK)) and not text.endswith(b"\n"):
        pass
