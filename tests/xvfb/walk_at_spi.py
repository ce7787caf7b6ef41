"""An assistive tool before a desk: it hears every page, signs in and presses Stop, all through AT-SPI.

Run by Debian's own Python, which has pyatspi, on a session bus of its own; it needs nothing of NurseDesk's:
`dbus-run-session -- /usr/bin/python3 walk_at_spi.py NAME PASSWORD PROGRAM...` starts the program and prints one
JSON line for each page, `{"page": …, "heard": [[role, name, states], …]}`, and `{"pressed": …}`, the Stop's name.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pyatspi
from gi.repository import GLib

PATIENCE, AGAIN = 30.0, 0.1
"""Seconds until something must be there, and between two looks."""
BUTTONS = ("push button", "toggle button", "check box", "radio button")
LAST_DEEDS = ("Press", "Toggle")


def main(name: str, password: str, program: list[str]) -> int:
    """Start the program, walk it, and end it."""
    told = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with subprocess.Popen(program, env=told, stdout=subprocess.DEVNULL) as desk:
        try:
            sign_in(name, password)
            for page in first(lambda: words_of_pages()):
                press(page)
                tell(page)
            stop_one()
        finally:
            desk.terminate()
    return 0


def sign_in(name: str, password: str) -> None:
    """By a typed name and a password."""
    press("Type a name")
    first(lambda: find("text", "Name"))
    tell("sign in")
    first(lambda: write("text", "Name", name))
    first(lambda: write("password text", "Password", password))
    press("Sign in")


def words_of_pages() -> list[str]:
    """The words in the column of pages, top to bottom."""
    return [one.name for one in below(find("", "Pages")) if one.getRoleName() in BUTTONS]


def stop_one() -> None:
    """The first Stop of the board; it is gone when the line is stopped."""
    press("Board")
    stop = first(lambda: next(one for one in shown() if one.name.startswith("Stop ")))
    name = stop.name
    press(name)
    first(lambda: all(one.name != name for one in shown()))
    first(lambda: find("", "Saved"))
    say(pressed=name)


def desk_application() -> object:
    """The desk among the applications of the bus, remembered nothing of."""
    desk = next(one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.name == "NurseDesk")
    desk.clear_cache()
    return desk


def below(thing: object) -> Iterator[object]:
    """Everything below a thing that is on the screen."""
    for number in range(thing.childCount):
        child = thing.getChildAtIndex(number)
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            yield child
            yield from below(child)


def shown() -> Iterator[object]:
    """Everything of the desk that is on the screen."""
    return below(desk_application())


def find(role: str, name: str) -> object:
    """The first thing shown of this role (empty: of any) and name; StopIteration when there is none."""
    return next(one for one in shown() if one.name == name and role in ("", one.getRoleName()))


def write(role: str, name: str, text: str) -> bool:
    """Put text into a field."""
    return find(role, name).queryEditableText().setTextContents(text)


def press(name: str) -> None:
    """Press a button by the action it offers."""

    def now() -> bool:
        button = next(one for one in shown() if one.name == name and one.getRoleName() in BUTTONS)
        actions = button.queryAction()
        names = [actions.getName(number) for number in range(actions.nActions)]
        return actions.doAction(next(names.index(deed) for deed in LAST_DEEDS if deed in names))

    first(now)


def first(look: Callable[[], object]) -> object:
    """What `look` finds once it is there; what goes while it is looked at is looked for again."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        try:
            found = look()
        except (StopIteration, LookupError, NotImplementedError, GLib.Error):
            found = None
        if found:
            return found
        time.sleep(AGAIN)
    raise SystemExit(f"{look.__qualname__}: nothing after {PATIENCE:.0f} seconds")


def heard() -> list[tuple[str, str, list[str]]]:
    """Role, name and states of everything shown."""
    return [
        (one.getRoleName(), one.name, sorted(state.value_nick for state in one.getState().getStates()))
        for one in shown()
    ]


def tell(page: str) -> None:
    """Print what is heard of a page, once two walks hear the same."""
    before: list[object] = []

    def same() -> object:
        nonlocal before
        before, now = heard(), before
        return [one[:2] for one in before] == [one[:2] for one in now] and before

    say(page=page, heard=first(same))


def say(**words: object) -> None:
    """One line of the answer."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
