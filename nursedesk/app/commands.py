"""What can be done by name in the search of the top bar: pages, looks, and the desk's own actions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nursedesk.ui.frame.model import Hit

translate = QCoreApplication.translate
ACTION = "action"
"""The page of a hit that is done and not shown."""


@dataclass(frozen=True, slots=True)
class Command:
    """An action with the words it is found by; `detail` says what it does or its key."""

    key: str
    title: str
    detail: str
    run: Callable[[], None]


class Commands:
    """Finds actions by the beginnings of their words, and does the one that was chosen."""

    def __init__(self, listed: Iterable[Command]) -> None:
        self._listed = {one.key: one for one in listed}

    def find(self, wanted: str) -> tuple[Hit, ...]:
        """Those of which every typed word begins a word."""
        typed = wanted.casefold().split()
        if not typed or len(wanted.strip()) < 2:
            return ()
        return tuple(self._hit(one) for one in self._listed.values() if _named(one, typed))

    def _hit(self, one: Command) -> Hit:
        return Hit(one.title, one.detail, ACTION, one.key)

    def run(self, key: str) -> None:
        """Do it."""
        self._listed[key].run()


def _named(one: Command, typed: list[str]) -> bool:
    words = one.title.casefold().replace("·", " ").split()
    return all(any(word.startswith(part) for word in words) for part in typed)
