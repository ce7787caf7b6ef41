"""Where a command's input comes from, and where its answer goes: put in place in one step, or to stdout."""

import errno
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from nursedesk.cli.failure import Failed

STDIN = "-"


@contextmanager
def opened(name: str, undone: str) -> Iterator[BinaryIO]:
    """A file that is to be read, or standard input for `-`.

    Raises `Failed` when it cannot be opened; `undone` is the part of the sentence that says what did not happen
    ("nothing was coded").
    """
    if name == STDIN:
        yield sys.stdin.buffer
        return
    with ExitStack() as held:
        try:
            file = held.enter_context(Path(name or "\0").open("rb"))
        except (OSError, ValueError) as wrong:
            raise not_read(name, wrong, undone) from wrong
        yield file


def called(name: str) -> str:
    """What a sentence calls a command's input."""
    return "standard input" if name == STDIN else name


def not_read(name: str, wrong: OSError | ValueError, undone: str) -> Failed:
    """Why a path that was named cannot be read: what is the matter with it, what is safe, what to do."""
    if not name:
        return Failed(f"The name of the file is empty: {undone}; name one.")
    if not isinstance(wrong, OSError):
        return Failed(f"{called(name)} cannot be read, no file can have that name: {undone}; type it again.")
    matter, help_ = _MATTERS.get(wrong.errno or 0, ("{0} cannot be read", "look at the drive it is on"))
    return Failed(f"{matter.format(called(name))}: {undone}; {help_}.")


_NO_ANSWER = (
    "{0} cannot be read, its drive does not answer",
    "copy it to another drive, or take it from where it came",
)
_NOT_ALLOWED = ("You may not read {0}", "ask who looks after it, or copy it to a place of yours")
_MATTERS = {
    errno.ENOENT: ("There is no file {0}", "check its name and folder"),
    errno.EISDIR: ("{0} is a folder", "name a file in it"),
    errno.ENOTDIR: (
        "There is no file {0}, a part of its path is a file and not a folder",
        "check its name and folder",
    ),
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EIO: _NO_ANSWER,
    errno.ESTALE: _NO_ANSWER,
    errno.ETIMEDOUT: _NO_ANSWER,
    errno.ENODEV: _NO_ANSWER,
    errno.ENXIO: ("{0} cannot be read, it is no file with content", "name another"),
    errno.ELOOP: ("{0} cannot be read, its links lead in a circle", "name the file itself"),
    errno.ENAMETOOLONG: ("There is no file {0}, no name is as long", "check its name"),
    errno.EMFILE: (
        "{0} cannot be read, too many files are open on this computer",
        "close a program and try again",
    ),
}


def made_folder(name: str) -> Path:
    """A folder that a command fills, made when it is not there. Raises `Failed`."""
    folder = Path(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise Failed(f"The folder {name} cannot be made: nothing was written; choose another.") from error
    return folder


def put(name: str, content: bytes, *, overwrite: bool = False) -> None:
    """Write to FILE, or to stdout for `-`. Raises `Failed` with the reason when it cannot be written."""
    from nursedesk.outputs.safe_files import FileNotWritten, write_file

    if name == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        write_file(Path(name), content, overwrite=overwrite)
    except FileNotWritten as refused:
        raise not_put(refused) from refused


def not_put(refused: Exception) -> Failed:
    """The refusal as a command says it: what a person at the screen is asked, a command is told by an option."""
    return Failed(str(refused).replace("say that it may be replaced", "add --force to replace it"))
