"""What a ticking board costs: 40 chairs with two lines each, ten minutes at one tick a second.

Prints CPU seconds per simulated second as a share of one core, for minutes that turn and for the whole.
Run: `python -m tests.bench.bench_board`.
"""

import os
import time
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nursedesk.ui import theme
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_model import CardModel, card
from nursedesk.ui.board.page import BoardPage
from PySide6.QtWidgets import QApplication

from tests.ui.board.suite import NAMES, NOW, ZONE, drug_look, line, looked, piv, visit

CHAIRS, TICKS, LIMIT = 40, 600, 0.5
FONTS = Path(__file__).parents[2] / "resources" / "fonts"


def forty() -> list[CardModel]:
    """Forty chairs with two running drugs each, started at different minutes."""
    models = []
    for number in range(1, CHAIRS + 1):
        start = NOW - timedelta(minutes=number * 3 + 5)
        given = [
            replace(one, segments=(replace(one.segments[0], start=start),))
            for one in (line("oxaliplatin", "150 mg", "12:40"), line("leucovorin", "700 mg", "12:42"))
        ]
        encounter = visit(str(number), "ROE, Jane", "1961-02-02", "F", "1", "jdoe", piv("left hand"), *given)
        look = looked(drug_look("oxaliplatin", "15:00"), drug_look("leucovorin", "15:00"))
        models.append(card(str(number), encounter, look, NOW, ZONE, NAMES))
    return models


def measure() -> dict[str, float]:
    """Percent of a core: `board` for all ticks, `minute` milliseconds for a tick that turns the minute."""
    app = QApplication.instance() or QApplication([])
    theme.load_fonts(FONTS)
    theme.apply(app, theme.LIGHT)
    page = BoardPage(BoardActions(*([lambda *_: None] * len(fields(BoardActions)))))
    page.resize(1824, 1016)
    page.show_cards(forty())
    page.show()
    page.tick(NOW)
    app.processEvents()
    turned = []
    begun = time.process_time()
    for second in range(1, TICKS + 1):
        before = time.process_time()
        page.tick(NOW + timedelta(seconds=second))
        app.processEvents()
        if second % 60 == 0:
            turned.append(time.process_time() - before)
    spent = time.process_time() - begun
    page.close()
    return {"board": spent / TICKS * 100, "minute": sum(turned) / len(turned) * 1000}


def test_forty_chairs_ticking_cost_less_than_half_a_percent() -> None:
    assert measure()["board"] < LIMIT


if __name__ == "__main__":
    found = measure()
    print(f"{CHAIRS} chairs x 2 lines at 1 Hz: {found['board']:.3f} % of a core (limit {LIMIT} %)")
    print(f"a tick that turns the minute: {found['minute']:.1f} ms of CPU")
