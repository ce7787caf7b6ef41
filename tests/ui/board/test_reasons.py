"""After a stop and its Undo: why it came down is one press, or none; nothing else moves."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.ui import theme
from nursedesk.ui.board.page import BoardPage
from nursedesk.ui.board.reasons import StoppedLine
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.suite import NOW, cards
from tests.ui.board.test_page import Presses

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
UNDO, REASONS = timedelta(seconds=10), timedelta(minutes=2)
LATER = NOW + timedelta(seconds=11)
STOPPED = StoppedLine("e3", "L1", "methylPREDNISolone", NOW + REASONS)


@pytest.fixture
def presses() -> Presses:
    return Presses()


@pytest.fixture
def page(qtbot: QtBot, presses: Presses) -> Iterator[BoardPage]:
    theme.load_fonts(FONTS)
    made = BoardPage(presses.actions)
    qtbot.addWidget(made)
    made.resize(1824, 1016)
    made.show_cards(cards())
    made.show()
    made.tick(NOW)
    made.offer_undo(STOPPED.drug, "40 mg stopped · chair 3 · 14:07", NOW + UNDO, NOW)
    made.offer_reasons(STOPPED, NOW)
    yield made


def place(page: BoardPage) -> QWidget:
    found = page.findChild(QWidget, "stopReasons")
    assert found is not None
    return found


def chips(page: BoardPage) -> list[QPushButton]:
    return [chip for chip in place(page).findChildren(QPushButton) if chip.isVisibleTo(place(page))]


def test_while_undo_is_offered_nothing_is_asked(page: BoardPage) -> None:
    page.tick(NOW + timedelta(seconds=5))
    assert place(page).isHidden()


def test_then_a_reason_is_one_press_and_is_not_asked_again(
    qtbot: QtBot, page: BoardPage, presses: Presses
) -> None:
    page.tick(LATER)
    reaction = page.findChild(QPushButton, "stopReason_reaction")
    assert reaction.accessibleName() == "methylPREDNISolone stopped: Reaction"
    qtbot.mouseClick(reaction, Qt.MouseButton.LeftButton)
    assert presses.heard == [("say_stop_reason", "e3", "L1", "reaction")]
    page.offer_undo(STOPPED.drug, "40 mg stopped · chair 3 · 14:07", NOW + UNDO, LATER)
    page.offer_reasons(STOPPED, LATER)
    page.tick(LATER + timedelta(seconds=1))
    assert place(page).isHidden()


def test_it_goes_by_itself_and_with_the_next_press(page: BoardPage) -> None:
    page.tick(LATER)
    assert not place(page).isHidden()
    page.tick(NOW + REASONS)
    assert place(page).isHidden()
    page.offer_reasons(STOPPED, LATER)
    page.tick(LATER)
    page.offer_undo("oxaliplatin", "paused · chair 3", LATER + UNDO, LATER)
    assert place(page).isHidden()
    page.tick(LATER + timedelta(seconds=15))
    assert place(page).isHidden()


def test_an_undo_that_is_over_is_not_offered_again(page: BoardPage) -> None:
    page.tick(LATER)
    page.offer_undo(STOPPED.drug, "40 mg stopped · chair 3 · 14:07", NOW + UNDO, LATER)
    assert page.findChild(QPushButton, "undoButton").isHidden()


@pytest.mark.parametrize("width", [760, 1184, 1504, 1824])
def test_chips_are_whole_and_apart(page: BoardPage, width: int) -> None:
    page.resize(width, 700)
    page.tick(LATER)
    page.grab()
    shown = chips(page)
    assert shown
    places = [chip.geometry() for chip in shown]
    assert all(place(page).rect().contains(one) for one in places)
    assert all(one.width() >= chip.sizeHint().width() for one, chip in zip(places, shown, strict=True))
    words = next(w for w in place(page).children() if isinstance(w, QWidget) and not isinstance(w, QPushButton))
    assert not any(QRect(words.geometry()).intersects(one) for one in places)
