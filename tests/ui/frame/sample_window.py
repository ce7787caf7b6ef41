"""The frame with made-up people in it, for pictures and tests."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from nursedesk.catalog import resources
from nursedesk.ui.frame.help_page import HelpPage
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.frame.model import Hit, Look, Saved
from nursedesk.ui.main_window import MainWindow, WindowActions
from PySide6.QtWidgets import QWidget

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 24, 19, 7, 12, tzinfo=UTC)
HITS = (
    Hit("ROE, Jane", "chair 3 · 02-Feb-1961 · MRN 40 21 877", "encounter", "e3"),
    Hit("LEE, Kim", "chair 5 · 19-Sep-1984 · MRN 40 19 302", "encounter", "e5"),
    Hit("A-261124-005", "NGUYEN, Linh · signed", "tickets", "e1"),
)


def nothing(*_: object) -> None:
    """A use case that does nothing."""


def window(**pages: QWidget) -> MainWindow:
    """The frame around some pages; the first one is shown."""
    names = ("board", "encounter", "tickets", "shift", "help")
    every = {name: pages.get(name, QWidget()) for name in names}
    every["help"] = pages.get("help") or HelpPage(resources.path("manual", "help.md").read_text("utf-8"))
    actions = WindowActions(nothing, nothing, nothing, lambda text: HITS, nothing)
    made = MainWindow(every, actions, site="Elm St Infusion")
    made.show_clock(face(NOW, NEW_YORK))
    made.show_saved(Saved.SAVED)
    made.bar.show_nurse("J. Doe RN")
    made.bar.show_look(Look.LIGHT)
    made.navigation.set_badge("tickets", 2)
    made.show_page(next(iter(pages), "board"))
    made.resize(1280, 800)
    return made


def help_page() -> QWidget:
    made = window()
    made.show_page("help")
    return made


def not_saved() -> QWidget:
    made = window()
    made.show_saved(Saved.NOT_SAVED)
    made.bar.focus_search()
    return made


def at(hour: int, minute: int) -> datetime:
    """A time of the day in New York."""
    return datetime(2026, 11, 24, hour, minute, tzinfo=NEW_YORK).astimezone(UTC)
