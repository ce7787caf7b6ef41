"""Somebody before a suite's window on a real X server, for one test."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tests.app.suite import PASSPHRASE
from tests.xvfb.person import Person
from tests.xvfb.screen import Screen


@contextmanager
def somebody(suite: Path, width: int, height: int, now: datetime | None = None) -> Iterator[Person]:
    """A person before the suite's window; a picture of the screen is left when something goes wrong."""
    with Screen(width, height) as screen:
        person = Person.at(screen, suite, PASSPHRASE, now)
        with person.window:
            try:
                person.take_keyboard()
                yield person
                assert person.leave() == 0
            except BaseException:
                screen.picture(suite.parent / "screen.png")
                print(f"screen: {suite.parent / 'screen.png'}")
                raise
            finally:
                person.window.kill()
