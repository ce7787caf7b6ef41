"""The desk's actions by name, for the search of the top bar."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from nursedesk.app.commands import Command
from nursedesk.ui.board.filters import Show, show_word
from nursedesk.ui.frame.model import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Uses:
    """What the commands do, handed in by the window that has it."""

    show: Callable[[str], None]
    keys: Callable[[], None]
    lock: Callable[[], None]
    expected: Callable[[], None]
    hand_over: Callable[[], None]
    density: Callable[[str], None]
    filter: Callable[[Show], None]
    look: Callable[[Look], None]


def commands_of(uses: Uses) -> Iterator[Command]:
    """Everything that can be done by name; pages first."""
    yield from _pages(uses)
    yield from _board(uses)
    yield from _looks(uses)
    keys = translate("Commands", "Keys")
    yield Command("keys", keys, "Ctrl+/", uses.keys)
    yield Command("lock", translate("Commands", "Lock the screen"), "Ctrl+L", uses.lock)


def _pages(uses: Uses) -> Iterator[Command]:
    words = {
        "board": translate("Commands", "Board"),
        "encounter": translate("Commands", "Encounter"),
        "tickets": translate("Commands", "Tickets"),
        "shift": translate("Commands", "Shift"),
        "drugs": translate("Commands", "Drugs"),
        "codes": translate("Commands", "Codes"),
        "audit": translate("Commands", "Audit"),
        "settings": translate("Commands", "Settings"),
        "help": translate("Commands", "Help"),
    }
    page = translate("Commands", "page")
    for name, word in words.items():
        yield Command(f"page:{name}", word, page, partial(uses.show, name))


def _board(uses: Uses) -> Iterator[Command]:
    def on_board(do: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            uses.show("board")
            do()

        return run

    action = translate("Commands", "action")
    expected = translate("Commands", "Expected today")
    yield Command("expected", expected, action, uses.expected)
    yield Command("hand_over", translate("Commands", "Hand over"), action, uses.hand_over)
    for density, word in (
        ("mine", translate("Commands", "My chairs")),
        ("room", translate("Commands", "Room, all chairs")),
    ):
        choose = partial(uses.density, density)
        yield Command(f"density:{density}", word, action, on_board(choose))
    for show in Show:
        title = translate("Commands", "Show chairs: {which}").format(which=show_word(show).lower())
        choose = partial(uses.filter, show)
        yield Command(f"show:{show}", title, action, on_board(choose))


def _looks(uses: Uses) -> Iterator[Command]:
    for look, word in (
        (Look.LIGHT, translate("Commands", "Light look")),
        (Look.DARK, translate("Commands", "Dark look")),
        (Look.CONTRAST, translate("Commands", "High contrast look")),
        (Look.CONTRAST_DARK, translate("Commands", "High contrast dark look")),
    ):
        appearance = translate("Commands", "appearance")
        yield Command(f"look:{look}", word, appearance, partial(uses.look, look))
