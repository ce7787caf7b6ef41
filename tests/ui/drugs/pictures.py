"""The drugs page as PNG: `python -m tests.ui.drugs.pictures OUT`."""

import sys
from datetime import date
from pathlib import Path

from nursedesk.catalog import resources
from nursedesk.catalog.favourites import favourites
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.ui import theme
from nursedesk.ui.drugs.model import rows_of
from nursedesk.ui.drugs.page import DrugsPage
from nursedesk.ui.frame.indicators import face
from nursedesk.ui.frame.model import Saved
from nursedesk.ui.main_window import MainWindow, WindowActions
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.frame.sample_window import HITS, NEW_YORK, NOW, nothing

SIZES = (("1280", QSize(1280, 800), 1.0), ("1920", QSize(1920, 1080), 1.0), ("150", QSize(1280, 800), 1.5))

NAMES = ("board", "encounter", "tickets", "shift", "drugs", "codes", "audit", "settings", "help")


def framed(name: str, page: QWidget) -> MainWindow:
    """A page in a frame that has every page in its navigation."""
    pages = {one: page if one == name else QWidget() for one in NAMES}
    made = MainWindow(
        pages, WindowActions(nothing, nothing, nothing, lambda _: HITS, nothing), site="Elm St Infusion"
    )
    made.show_clock(face(NOW, NEW_YORK))
    made.show_saved(Saved.SAVED)
    made.bar.show_nurse("J. Doe RN")
    made.show_page(name)
    return made


def main() -> None:
    """Draw into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.load_fonts(resources.path("fonts"))
    rows = rows_of(load_rulebook().drugs.values(), favourites(), date(2026, 11, 24))
    for look in (theme.LIGHT, theme.DARK):
        for name, size, scale in SIZES:
            theme.apply(app, look, scale)
            page = DrugsPage()
            made = framed("drugs", page)
            page.show_rows(rows)
            page.open_drug("infliximab")
            made.resize(size)
            made.show()
            for _ in range(3):
                QApplication.processEvents()
            made.grab().save(str(out / f"drugs-{look.name}-{name}.png"))
            made.close()


if __name__ == "__main__":
    main()
