"""What goes wrong while pictures are made: exceptions nobody caught, warnings of Qt."""

import sys
from traceback import extract_tb
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

WITHOUT_A_DISPLAY = "This plugin does not support"


def overhear(wrong: list[str]) -> None:
    """Put every one of them into `wrong`, in a line each, from now on."""

    def took(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        at = extract_tb(trace)[-1] if trace is not None else None
        place = f" at {at.filename.rpartition('/')[2]}:{at.lineno}" if at else ""
        _once(wrong, f"{kind.__name__}{place}: {error}")

    def warned(_: QtMsgType, __: QMessageLogContext, words: str) -> None:
        if not words.startswith(WITHOUT_A_DISPLAY):
            _once(wrong, f"Qt: {words}")

    sys.excepthook = took
    qInstallMessageHandler(warned)


def _once(wrong: list[str], words: str) -> None:
    if words not in wrong:
        wrong.append(words)
