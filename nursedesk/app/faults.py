"""The one handler of our own mistakes: a sentence to the nurse, a line without patients' data to the log."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Faults:
    """Takes exceptions nobody caught while the window runs."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    def watch(self) -> None:
        """Take over from the interpreter, which would print a traceback."""
        sys.excepthook = self._took

    def _took(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        where = _where(trace)
        # Never the message: it may hold what was typed.
        sys.stderr.write(f"nursedesk: {kind.__name__} {where}\n")
        said = translate(
            "Faults",
            "Something went wrong in the program ({where}). What was shown as Saved is safe: report it.",
        )
        self._say(said.format(where=where))


def _where(trace: TracebackType | None) -> str:
    """The file and line of ours in which it happened."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
