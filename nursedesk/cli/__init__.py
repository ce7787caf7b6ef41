"""The program's command line. Each command is a module here with `add(subparsers)` and `run(args) -> int`.

At its top a module imports only what its options need, and the rest in `run`, so that every start is quick.
"""

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from nursedesk import __version__
from nursedesk.cli.failure import sentence_of

COMMANDS = (
    *("demo", "init", "imports", "code", "what_if", "examples", "why", "shift_log", "tickets", "exports"),
    *("recode", "boundaries", "verify", "backups", "downtime", "doctor", "posting", "samples"),
)
"""Modules of this package, in the order `--help` lists what they add; one may add several commands."""

NO, WRONG_USE = 1, 2

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Parser(argparse.ArgumentParser):
    """One that says what is wrong in a single line and exits 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.prog}: {_one_line(message)} (see {self.prog} --help)\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, or open the desk when none is named. 0 done, 1 the answer is no, 2 wrong use or input."""
    broken = next((text for text in (sys.argv[1:] if argv is None else argv) if _is_broken(text)), None)
    if broken is not None:
        return _complain(None, f"{broken} is not UTF-8 text, so nothing was done: type it again.")
    module_of: dict[str, ModuleType] = {}
    try:
        args = _desk_only(argv)
        if args is None:
            parser, module_of = _parser()
            args = parser.parse_args(argv)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else WRONG_USE
    args.data, args.secrets = getattr(args, "data", None), getattr(args, "secrets", None)
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A terminal that cannot show a name must not stop a list of names.
            sys.stdout.reconfigure(errors="backslashreplace")
        if args.command is None:
            # Nothing of what is imported now goes away again; the desk turns this on after its first paint.
            gc.disable()
            from nursedesk.app import main as open_desk

            return open_desk(args.data, args.secrets)
        answer = int(module_of[args.command].run(args))
        sys.stdout.flush()
        return answer
    except BrokenPipeError:
        # Whoever read our output has gone: say nothing, and let the interpreter's last flush say nothing either.
        _print_no_more()
        return NO
    except KeyboardInterrupt:
        return NO
    except Exception as error:
        return _complain(args.command, _stopped(error))


def _desk_only(argv: Sequence[str] | None) -> argparse.Namespace | None:
    """The options of a start without a command, so that the desk does not wait for every command's description."""
    parser = Parser(prog="nursedesk", add_help=False, allow_abbrev=False)
    parser.set_defaults(command=None)
    _may_stand_anywhere(parser)
    args, others = parser.parse_known_args(argv)
    return None if others else args


def _parser() -> tuple[Parser, dict[str, ModuleType]]:
    """The parser, and which module runs each command."""
    parser = Parser(
        prog="nursedesk",
        description="Start and stop times at the infusion chair, and the charge ticket they make. "
        "Without a command the desk opens.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"NurseDesk {__version__}")
    parser.set_defaults(command=None)
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    module_of: dict[str, ModuleType] = {}
    for name in COMMANDS:
        module = import_module(f"nursedesk.cli.{name}")
        module.add(subparsers)
        for command in subparsers.choices:
            module_of.setdefault(command, module)
    for one in (parser, *subparsers.choices.values()):
        _may_stand_anywhere(one)
    return parser, module_of


def _may_stand_anywhere(parser: argparse.ArgumentParser) -> None:
    """Options that may stand before or after the command: without a default, neither place undoes the other."""
    everywhere = parser.add_argument_group("everywhere")
    for option, metavar, purpose in (
        ("--data", "DIR", "the data folder (default: this user's own)"),
        ("--secrets", "FILE", "a TOML file with the secrets a command would ask for"),
    ):
        everywhere.add_argument(option, metavar=metavar, type=Path, default=argparse.SUPPRESS, help=purpose)


def _is_broken(text: str) -> bool:
    """Whether an argument has half a character in it: bytes of another encoding, which no record can keep."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _complain(command: str | None, sentence: str) -> int:
    program = f"nursedesk {command}" if command else "nursedesk"
    sys.stderr.write(f"{program}: {_one_line(sentence)}\n")
    return WRONG_USE


def _stopped(error: Exception) -> str:
    """Why a command went no further."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:
        # What goes to files and to the record is told of where it is written: this is what stdout goes to.
        _print_no_more()
        return (
            "There is no room for the answer, so it is not whole; the record is unharmed; make room and try again."
        )
    return sentence_of(error) or f"stopped on a mistake of its own, please report it: {_where(error)}"


def _print_no_more() -> None:
    """Let the interpreter's last flush say nothing of what stdout did not take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(sentence: str) -> str:
    """A sentence as a terminal can show it: what would move or colour the text is written out."""
    line = " ".join(sentence.split()).encode(errors="backslashreplace").decode()
    return "".join(one if one.isprintable() else f"[U+{ord(one):04X}]" for one in line)


def _where(mistake: Exception) -> str:
    """What went wrong and in which line of the program; nothing of anybody's data."""
    trace = mistake.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    return f"{type(mistake).__name__}{place}"
