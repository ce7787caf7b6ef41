"""The head of the board at every width: words while there is room, and always a way to the filters and to Undo."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from nursedesk.ui import theme
from nursedesk.ui.board.filters import Show
from nursedesk.ui.board.page import BoardPage
from nursedesk.ui.board.reasons import StoppedLine
from nursedesk.ui.kit import Button
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.suite import NOW, cards
from tests.ui.board.test_page import FONTS, Presses, click, found

LONGEST = "methylPREDNISolone"


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[BoardPage]:
    theme.load_fonts(FONTS)
    made = BoardPage(Presses().actions)
    qtbot.addWidget(made)
    made.set_my_chairs(frozenset({"3", "4", "5", "6"}))
    made.show_cards(cards())
    made.tick(NOW)
    made.resize(1184, 736)
    made.show()
    yield made
    theme.apply(qapp, theme.LIGHT, 1.0)


def parts(page: BoardPage) -> list[QWidget]:
    """Everything that stands in the head, from left to right."""
    buttons = [one for one in page.head.findChildren(QAbstractButton) if one.isVisibleTo(page)]
    return sorted(buttons, key=lambda one: one.mapTo(page, one.rect().topLeft()).x())


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("width", [875, 928, 1184, 1264, 1824, 3744])
def test_nothing_lies_over_anything_and_the_filters_are_in_sight(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int
) -> None:
    theme.load_fonts(FONTS)
    theme.apply(qapp, theme.LIGHT, scale)
    page = BoardPage(Presses().actions)
    qtbot.addWidget(page)
    page.resize(width, 736)
    page.show_cards(cards())
    page.show()
    page.offer_undo(LONGEST, "125 mg pushed", NOW + timedelta(seconds=10), NOW)
    for waiting in (0, 3, 24):
        page.head.show_expected(waiting)
        QApplication.processEvents()
        shown = parts(page)
        for one, following in pairwise(shown):
            end = one.mapTo(page, one.rect().topRight()).x()
            assert end < following.mapTo(page, following.rect().topLeft()).x(), (one.objectName(), waiting)
        assert shown[-1].mapTo(page, shown[-1].rect().topRight()).x() < width
    names = [one.objectName() for one in shown]
    assert "undoButton" in names
    if width > 928 or scale < 2:
        assert "filterButton" in names or "filter_free" in names, "chips, or the one button"
    theme.apply(qapp, theme.LIGHT, 1.0)


def test_words_while_there_is_room(page: BoardPage) -> None:
    QApplication.processEvents()
    words = {one.objectName(): one.text() for one in parts(page) if isinstance(one, QAbstractButton)}
    assert words["handOverButton"] == "Hand over"
    assert words["expectedButton"] == "Expected"
    assert words["filter_needs_stop"] == "Needs stop 1"
    page.resize(1824, 736)
    QApplication.processEvents()
    assert found(page, "orderButton").text() == "Chair order"


def test_nothing_moves_when_somebody_is_expected_or_comes(page: BoardPage) -> None:
    places = []
    for waiting in (0, 1, 12, 2, 0):
        page.head.show_expected(waiting)
        QApplication.processEvents()
        places.append([(one.objectName(), one.geometry()) for one in parts(page)])
    assert all(place == places[0] for place in places)


@pytest.mark.parametrize("how", ["by hand", "by key"])
def test_after_undo_the_keyboard_is_on_the_card_it_was_on(qtbot: QtBot, page: BoardPage, how: str) -> None:
    card = page.card("5")
    assert card is not None
    card.setFocus(Qt.FocusReason.TabFocusReason)
    page.offer_undo("cefTRIAXone", "stopped", NOW + timedelta(seconds=10), NOW)
    if how == "by hand":
        click(qtbot, page, "undoButton")
    else:
        found(page, "undoButton").setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(found(page, "undoButton"), Qt.Key.Key_Return)
    page.withdraw_undo()
    assert page.focused_card() is card


@pytest.mark.parametrize("width", [1184, 1504, 1824])
def test_a_reaction_is_one_press_after_a_stop(page: BoardPage, width: int) -> None:
    page.resize(width, 736)
    QApplication.processEvents()
    page.offer_reasons(StoppedLine("E-5", "ceftriaxone", "cefTRIAXone", NOW + timedelta(minutes=1)), NOW)
    page.tick(NOW)
    assert found(page, "stopReason_reaction").isVisibleTo(page)


def test_where_no_reason_has_room_the_button_asks(page: BoardPage) -> None:
    page.resize(1184, 736)
    QApplication.processEvents()
    page.offer_reasons(StoppedLine("E-6", "methylprednisolone", LONGEST, NOW + timedelta(minutes=1)), NOW)
    page.tick(NOW)
    more = found(page, "stopReasonMore")
    assert more.text() == "Why stopped?"
    assert more.accessibleName() == f"More reasons why {LONGEST} was stopped"


@pytest.mark.parametrize("width", [875, 928, 1055, 1131, 1184, 1264, 1504])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_last_filter_says_what_it_is_for(qtbot: QtBot, qapp: QApplication, width: int, scale: float) -> None:
    """`+ 4` beside a row of words, or the chosen one alone; its words are large enough to be read."""
    theme.load_fonts(FONTS)
    theme.apply(qapp, theme.LIGHT, scale)
    page = BoardPage(Presses().actions)
    qtbot.addWidget(page)
    page.resize(width, 736)
    page.show_cards(cards())
    page.show()
    for which in (Show.ALL, Show.NEEDS_STOP, Show.READY, Show.ALL):
        page.set_filter(which)
        QApplication.processEvents()
        shown = [one for one in parts(page) if one.objectName().startswith("filter")]
        assert shown or (scale == 2 and width <= 928)
        for one in shown:
            words, room = one.text(), one.width()
            assert isinstance(one, Button)
            if one.objectName() == "filterButton":
                assert words.startswith("+") == (len(shown) > 1)
            alone = len(shown) == 1
            assert room >= one.sizeHint().width() * (0.8 if alone else 1.0) or (scale == 2 and alone), words
    theme.apply(qapp, theme.LIGHT, 1.0)


@pytest.mark.parametrize("width", [1184, 1824])
def test_a_filter_stays_where_it_is_when_nobody_is_like_that_any_more(page: BoardPage, width: int) -> None:
    page.resize(width, 736)
    QApplication.processEvents()
    before = found(page, "filter_needs_stop").geometry()
    page.show_cards([model for model in cards() if model.chair != "5"])
    QApplication.processEvents()
    after = found(page, "filter_needs_stop")
    assert after.geometry().topLeft() == before.topLeft()
    assert isinstance(after, Button)
    assert after.text() == "Needs stop 0"
