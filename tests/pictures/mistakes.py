"""What goes wrong while pictures are made: exceptions nobody caught, warnings of Qt."""

import sys
from collections.abc import Callable
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

WITHOUT_A_DISPLAY = "This plugin does not support"


Before = tuple[Callable[..., object], Callable[..., object] | None]
"""Who took them until then."""


def overhear(wrong: list[str]) -> Before:
    """Put every one of them into `wrong`, in a line each, from now on."""

    def took(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        at = extract_tb(trace)[-1] if trace is not None else None
        place = f" at {at.filename.rpartition('/')[2]}:{at.lineno}" if at else ""
        _once(wrong, f"{kind.__name__}{place}: {error}")

    def warned(_: QtMsgType, __: QMessageLogContext, words: str) -> None:
        if not words.startswith(WITHOUT_A_DISPLAY):
            _once(wrong, f"Qt: {words}")

    before = sys.excepthook
    sys.excepthook = took
    return before, qInstallMessageHandler(warned)


def give_back(before: Before) -> None:
    """Who took them before takes them again."""
    sys.excepthook = before[0]
    qInstallMessageHandler(before[1])


def _once(wrong: list[str], words: str) -> None:
    if words not in wrong:
        wrong.append(words)
