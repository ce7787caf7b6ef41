"""Pictures of the board: `python -m tests.ui.board.pictures OUT [THEME …]`."""

import sys
from dataclasses import fields
from datetime import timedelta
from pathlib import Path

from nursedesk.ui import theme
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.page import BoardPage
from PySide6.QtWidgets import QApplication

from tests.ui.board.suite import NOW, cards

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
SIZES = {"1920": (1824, 1016), "1280": (1184, 736)}
"""The page inside a window: what the top bar and the navigation leave."""


def nothing(*_: object) -> None:
    """A press that does nothing."""


ACTIONS = BoardActions(*([nothing] * len(fields(BoardActions))))


def board(density: str, width: int, height: int) -> BoardPage:
    """The twelve chairs on a page of that size."""
    page = BoardPage(ACTIONS)
    page.resize(width, height)
    page.set_my_chairs(("3", "4", "5", "6"))
    page.set_density(density)
    page.show_cards(cards())
    page.show()
    page.tick(NOW)
    page.offer_undo("diphenhydrAMINE", "25 mg pushed · chair 6 · 14:07", NOW + timedelta(seconds=8), NOW)
    return page


def main() -> None:
    """Write a picture for every theme, size, density and text scale."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    theme.load_fonts(FONTS)
    for name in sys.argv[2:] or ("light", "dark"):
        for scale in (1.0, 1.5, 2.0):
            theme.apply(app, theme.THEMES[name], scale)
            for size, (width, height) in SIZES.items():
                for density in ("mine", "room"):
                    page = board(density, width, height)
                    app.processEvents()
                    page.grab().save(str(out / f"board-{density}-{size}-{name}-{round(scale * 100)}.png"))
                    page.close()


if __name__ == "__main__":
    main()
