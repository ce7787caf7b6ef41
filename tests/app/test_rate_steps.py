"""A line with rate steps, through the whole program: the next is said on the board, one press charts it."""

from decimal import Decimal

import pytest
from nursedesk.record.encounter import Amount
from nursedesk.record.events import NoticeShown, RateChanged
from nursedesk.ui.board.line_row import LineRow
from PySide6.QtWidgets import QApplication

from tests.app.suite import Suite

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")


@pytest.fixture
def row(suite: Suite) -> LineRow:
    """Vancomycin at 10, then 20, then 40 mL/h, each for 15 min, started now in chair 1."""
    suite.seat()
    hands = suite.hands
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.type("volumeField", "250", enter=False)
    hands.type("rateField", "10 to 20 to 40", enter=False)
    hands.type("stepField", "15", enter=False)
    hands.press("startNowButton")
    suite.settle()
    return suite.shell.board.page.card("1").rows()[0]


def test_the_next_rate_is_said_and_charted_by_one_press(suite: Suite, row: LineRow) -> None:
    visit = suite.shell.core.daybook.in_chair("1")
    assert "20\u00a0mL/h at" in "".join(part.text for part in row.model().fact)
    suite.pass_(11)
    place = row.stop.geometry()
    assert row.model().chip.text.startswith("20\u00a0mL/h at ")
    assert row.stop.geometry() == place, "nothing moves"
    suite.hands.press("noticeChip_1_1_action")
    suite.settle()
    now = suite.shell.core.daybook.encounter(visit.id).administrations[0]
    assert now.rate == Amount(Decimal(20), "mL/h")
    QApplication.processEvents()
    assert row.model().chip is None or "20\u00a0mL/h" not in row.model().chip.text
    bodies = [event.body for event in suite.shell.core.daybook.events(visit.id)]
    assert sum(isinstance(body, RateChanged) for body in bodies) == 1
    said = [body for body in bodies if isinstance(body, NoticeShown) and body.notice == "rate_step"]
    assert len(said) == 1, "once"
    suite.hands.press("undoButton")
    suite.settle()
    again = suite.shell.core.daybook.encounter(visit.id).administrations[0]
    assert again.rate == Amount(Decimal(10), "mL/h")
