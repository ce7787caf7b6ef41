"""An X server without a screen, and the hands that press and type on it: Xvfb and xdotool."""

import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

NEEDED = ("Xvfb", "xdotool")


def missing() -> str:
    """The programs this system does not have, as one string; empty when all are there."""
    return ", ".join(name for name in NEEDED if shutil.which(name) is None)


class Screen:
    """A running X server of a size in px, on the first free display."""

    def __init__(self, width: int, height: int) -> None:
        told, tell = os.pipe()
        size = f"{width}x{height}x24"
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp"],
            pass_fds=(tell,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(tell)
        with os.fdopen(told) as answer:
            # The server writes its number once it takes clients.
            self.display = f":{answer.readline().strip()}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.terminate()
        self._server.wait(10)

    def environment(self) -> dict[str, str]:
        """The environment of this process, with windows on this screen."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def click(self, x: int, y: int) -> None:
        """One press of the left button at a point."""
        self._do("mousemove", str(x), str(y), "click", "1")

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self._do("type", "--delay", "4", "--", text)

    def key(self, *keys: str) -> None:
        """Press keys one after the other: `Down`, `ctrl+k`."""
        self._do("key", "--delay", "8", *keys)

    def focus(self, window: int) -> None:
        """Give a window the keyboard, as a window manager would."""
        self._do("windowfocus", "--sync", str(window))

    def picture(self, path: Path) -> None:
        """Everything on the screen as a PNG, where ImageMagick is there to take it."""
        if shutil.which("import") is not None:
            self._run("import", "-window", "root", str(path))

    def _do(self, *words: str) -> None:
        self._run("xdotool", *words)

    def _run(self, *command: str) -> None:
        subprocess.run(command, env=self.environment(), check=True, capture_output=True, timeout=20)
