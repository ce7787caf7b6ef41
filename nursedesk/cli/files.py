"""Where a command's answer goes: a file put in place in one step, or stdout."""

import sys
from pathlib import Path

from nursedesk.cli.failure import Failed
from nursedesk.outputs.safe_files import FileNotWritten, write_file


def put(name: str, content: bytes, *, overwrite: bool = False) -> None:
    """Write to FILE, or to stdout for `-`. Raises `Failed` with the reason when it cannot be written."""
    if name == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        write_file(Path(name), content, overwrite=overwrite)
    except FileNotWritten as refused:
        raise not_put(refused) from refused


def not_put(refused: FileNotWritten) -> Failed:
    """The refusal as a command says it: what a person at the screen is asked, a command is told by an option."""
    return Failed(str(refused).replace("say that it may be replaced", "add --force to replace it"))
