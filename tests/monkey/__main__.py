"""`python -m tests.monkey --count 20000 --seed N`: so many random acts; 1 when something went wrong."""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from tests.monkey.desk import let_loose

QUIET = ("does not support", "propagateSizeHints")
"""What the screen without a screen says of itself."""


class Heard:
    """Qt's warnings, and exceptions that Qt swallowed in a slot."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def warning(self, kind: QtMsgType, _: QMessageLogContext, text: str | None) -> None:
        """Keep a warning of Qt's."""
        if kind is not QtMsgType.QtDebugMsg and not any(word in str(text) for word in QUIET):
            self.said.append(f"Qt: {text}")
        if kind is QtMsgType.QtFatalMsg:
            # Nothing comes after it.
            sys.stderr.write(f"{text}\n")

    def exception(self, kind: type[BaseException], wrong: BaseException, trace: object) -> None:
        """Keep an exception."""
        self.said.append("".join(traceback.format_exception(kind, wrong, wrong.__traceback__)))


def main() -> int:
    """Let it loose and say what came of it."""
    asked = argparse.ArgumentParser(prog="python -m tests.monkey")
    asked.add_argument("--count", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=1)
    said = asked.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    heard = Heard()
    qInstallMessageHandler(heard.warning)
    sys.excepthook = heard.exception
    with tempfile.TemporaryDirectory() as folder:
        monkey, clean = let_loose(Path(folder) / "suite", said.seed, said.count)
    found = dict.fromkeys(heard.said)
    lines = [
        f"seed {said.seed}: {said.count} acts, {dict(monkey.done)}, {len(monkey.touched)} kinds of things touched",
        f"verify: {'clean' if clean else 'NOT CLEAN'}; {len(heard.said)} faults, {len(found)} different",
        *found,
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return int(bool(found) or not clean)


if __name__ == "__main__":
    sys.exit(main())
