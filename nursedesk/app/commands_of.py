"""The desk's actions by name, for the search of the top bar."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from nursedesk.app.commands import Command
from nursedesk.ui.board.filters import Show, show_word
from nursedesk.ui.frame.model import Look

if TYPE_CHECKING:
    from nursedesk.app.shell import Shell

translate = QCoreApplication.translate


def commands_of(shell: "Shell") -> Iterator[Command]:
    """Everything that can be done by name; pages first."""
    yield from _pages(shell)
    yield from _board(shell)
    yield from _looks(shell)
    keys = translate("Commands", "Keys")
    yield Command("keys", keys, "Ctrl+/", lambda: shell.window.show_keys())
    yield Command("lock", translate("Commands", "Lock the screen"), "Ctrl+L", lambda: shell.lock_station())


def _pages(shell: "Shell") -> Iterator[Command]:
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
        yield Command(f"page:{name}", word, page, partial(shell.core.show, name))


def _board(shell: "Shell") -> Iterator[Command]:
    def on_board(do: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            shell.core.show("board")
            do()

        return run

    action = translate("Commands", "action")
    expected = translate("Commands", "Expected today")
    yield Command("expected", expected, action, lambda: shell.room.open_list())
    yield Command("hand_over", translate("Commands", "Hand over"), action, lambda: shell.handing.open())
    for density, word in (
        ("mine", translate("Commands", "My chairs")),
        ("room", translate("Commands", "Room, all chairs")),
    ):
        choose = partial(lambda one: shell.board.page.set_density(one), density)
        yield Command(f"density:{density}", word, action, on_board(choose))
    for show in Show:
        title = translate("Commands", "Show chairs: {which}").format(which=show_word(show).lower())
        choose = partial(lambda one: shell.board.page.set_filter(one), show)
        yield Command(f"show:{show}", title, action, on_board(choose))


def _looks(shell: "Shell") -> Iterator[Command]:
    for look, word in (
        (Look.LIGHT, translate("Commands", "Light look")),
        (Look.DARK, translate("Commands", "Dark look")),
        (Look.CONTRAST, translate("Commands", "High contrast look")),
        (Look.CONTRAST_DARK, translate("Commands", "High contrast dark look")),
    ):
        appearance = translate("Commands", "appearance")
        yield Command(f"look:{look}", word, appearance, partial(shell.choose_look, look))
