"""A person at the screen: finds things by name, presses and types through the X server, and nothing else."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.xvfb.screen import Screen


class NothingCameOfIt(AssertionError):
    """What was looked for was not there after twenty seconds."""


@dataclass
class Person:
    """Hands on `screen`, eyes on the child's window; `pressed` keeps when each thing was pressed."""

    screen: Screen
    window: "subprocess.Popen[str]"
    pressed: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def at(cls, screen: Screen, folder: Path, secret: str, now: datetime | None = None) -> "Person":
        """Open the suite of a folder in its window; with an instant, under clocks that begin there."""
        begins = [now.isoformat()] if now is not None else []
        window = subprocess.Popen(
            [sys.executable, "-m", "tests.xvfb.window", str(folder), secret, *begins],
            env=screen.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return cls(screen, window)

    def ask(self, question: str, word: str = "") -> object:
        """One question to the window; raises `NothingCameOfIt` when there was no answer in its time."""
        assert self.window.stdin is not None
        assert self.window.stdout is not None
        self.window.stdin.write(json.dumps([question, word]) + "\n")
        self.window.stdin.flush()
        line = self.window.stdout.readline()
        answer = json.loads(line) if line else None
        if answer is None:
            raise NothingCameOfIt(f"{question} {word}")
        return answer

    def take_keyboard(self, question: str = "window") -> None:
        """There is no window manager here, so the keyboard is given by hand."""
        self.screen.focus(int(str(self.ask(question))))

    def press(self, name: str) -> None:
        """Click in the middle of a widget."""
        self._click("place", name)

    def press_event(self, kind: str) -> None:
        """Click on the pencil of the last event of a kind in the visit's list."""
        self._click("place_event", kind)

    def press_first(self, start: str) -> None:
        """Click in the middle of the first widget whose name begins so."""
        self._click("place_first", start)

    def _click(self, question: str, name: str) -> None:
        at = self.ask(question, name)
        assert isinstance(at, list)
        self.pressed[name] = datetime.now(UTC)
        self.screen.click(*at)

    def type(self, name: str, text: str, *keys: str) -> None:
        """Click into a field, type, and press keys after it."""
        self.press(name)
        self.ask("focus", name)
        self.screen.type(text)
        if keys:
            self.screen.key(*keys)

    def key(self, name: str, *keys: str) -> None:
        """Press keys; `name` says in `pressed` what for."""
        self.pressed[name] = datetime.now(UTC)
        self.screen.key(*keys)

    def leave(self) -> int:
        """Close the window; returns how its process ended."""
        assert self.window.stdin is not None
        self.window.stdin.close()
        return self.window.wait(20)
