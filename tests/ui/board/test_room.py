"""Filters, the chair's menu, chairs out of service, and who is expected, on the board's page."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from nursedesk.ui import theme
from nursedesk.ui.board.card_model import ChairDay, card
from nursedesk.ui.board.chair_card import ChairCard
from nursedesk.ui.board.filters import Show, counted, matches
from nursedesk.ui.board.page import BoardPage
from nursedesk.ui.board.pictures import StripView
from nursedesk.ui.kit import Button, Kind, ScrollArea, State
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.board.suite import NAMES, NOW, ZONE, cards
from tests.ui.board.test_page import FONTS, Presses, click, found

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
"""A platform without a window manager says so whenever a menu opens."""
MINE = frozenset({"3", "4", "5", "6"})


@pytest.fixture
def presses() -> Presses:
    return Presses()


@pytest.fixture
def page(qtbot: QtBot, presses: Presses) -> Iterator[BoardPage]:
    theme.load_fonts(FONTS)
    made = BoardPage(presses.actions)
    qtbot.addWidget(made)
    made.resize(1824, 1016)
    made.set_my_chairs(MINE)
    made.set_nurses((("jdoe", "J. Doe RN"), ("mruiz", "M. Ruiz RN")))
    out = card("12", None, None, NOW, ZONE, NAMES, earlier_today=ChairDay(out="pump broken"))
    made.show_cards([*cards()[:11], out])
    made.show()
    made.tick(NOW)
    yield made


def chairs(page: BoardPage) -> list[str]:
    return [one.model().chair for one in page.findChildren(ChairCard) if one.isVisibleTo(page)]


@pytest.mark.parametrize(
    ("show", "wanted"),
    [
        (Show.ALL, 12),
        (Show.NEEDS_STOP, ["5"]),
        (Show.RUNNING, ["1", "2", "3", "5", "7", "9", "11"]),
        (Show.READY, ["8"]),
        (Show.FREE, ["4", "12"]),
        (Show.MINE, ["3", "5", "6"]),
    ],
)
def test_which_chairs_a_filter_shows(show: Show, wanted: int | list[str]) -> None:
    shown = [model.chair for model in cards() if matches(show, model, MINE)]
    assert shown == wanted or len(shown) == wanted
    assert counted(cards(), MINE)[show] == len(shown)


def test_one_press_filters_and_one_shows_all_again(qtbot: QtBot, page: BoardPage) -> None:
    click(qtbot, page, "filter_needs_stop")
    assert chairs(page) == ["5"]
    assert found(page, "filter_needs_stop").accessibleName() == "Show needs stop: 1"
    click(qtbot, page, "filter_all")
    assert len(chairs(page)) == 12


def test_a_filter_makes_no_card_grow(qtbot: QtBot, page: BoardPage) -> None:
    page.resize(3600, 2000)
    QApplication.processEvents()
    before = page.card("5").size()
    assert before.height() > 400
    click(qtbot, page, "filter_needs_stop")
    assert page.card("5").size() == before


def test_a_chair_that_changes_stays_where_it_is(qtbot: QtBot, page: BoardPage) -> None:
    click(qtbot, page, "filter_needs_stop")
    stopped = replace(next(m for m in cards() if m.chair == "5"), state=State.READY)
    page.show_card(stopped)
    page.show_cards([stopped if m.chair == "5" else m for m in cards()])
    assert chairs(page) == ["5"], "Undo and the next step are still under the finger"
    click(qtbot, page, "filter_all")
    click(qtbot, page, "filter_ready")
    assert chairs(page) == ["5", "8"]


def test_a_filter_without_chairs_says_so(page: BoardPage) -> None:
    page.show_cards([model for model in cards() if model.chair != "8"])
    page.set_filter(Show.READY)
    assert "All" in page.findChild(type(page.head.undo.words), "boardEmpty").text()


def test_a_narrow_head_has_one_button_with_a_menu(qtbot: QtBot, page: BoardPage) -> None:
    page.resize(1000, 736)
    QApplication.processEvents()
    assert not page.findChild(QWidget, "filter_free").isVisibleTo(page)
    click(qtbot, page, "filterButton")
    menu = page.findChild(QMenu, "filterMenu")
    next(action for action in menu.actions() if action.text().startswith("Free")).trigger()
    menu.close()
    assert chairs(page) == ["4"]
    one = page.findChild(Button, "filterButton")
    assert one.isVisibleTo(page), "what is chosen is always in sight"
    assert (one.text(), one.kind()) == ("Free 1", Kind.TINT)


def opened(qtbot: QtBot, page: BoardPage, chair: str) -> QMenu:
    click(qtbot, page, f"chairMenu_{chair}")
    menus = page.findChildren(QMenu, "chairMenu")
    return menus[-1]


def press(menu: QMenu, name: str) -> None:
    action = menu.findChild(QAction, name)
    assert action is not None, name
    action.trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize(
    ("chair", "action", "heard"),
    [
        ("3", "pauseAction_1", ("line_deed", "E-3", "oxaliplatin", "pause")),
        ("3", "rateAction_2", ("line_deed", "E-3", "leucovorin", "rate")),
        ("3", "wasteAction_3", ("line_deed", "E-3", "dexamethasone", "waste")),
        ("7", "resumeAction_2", ("line_deed", "E-7", "rituximab", "resume")),
        ("8", "take_backAction_1", ("line_deed", "E-8", "zoledronic acid", "take_back")),
        ("3", "assign_mruiz", ("assign", "E-3", "mruiz")),
        ("3", "moveTo_4", ("move", "E-3", "4")),
        ("3", "freeChairAction", ("free", "E-3")),
        ("4", "takeOutAction", ("take_out", "4")),
        ("12", "putBackAction", ("put_back", "12")),
    ],
)
def test_the_menu_of_a_chair(
    qtbot: QtBot, page: BoardPage, presses: Presses, chair: str, action: str, heard: tuple[str, ...]
) -> None:
    press(opened(qtbot, page, chair), action)
    assert presses.heard == [heard]


def test_a_chair_out_of_service_cannot_be_moved_to(qtbot: QtBot, page: BoardPage) -> None:
    menu = opened(qtbot, page, "3")
    assert menu.findChild(QAction, "moveTo_12") is None
    menu.close()


def test_the_menu_opens_by_key(qtbot: QtBot, page: BoardPage) -> None:
    page.card("3").setFocus()
    qtbot.keyClick(page.card("3"), Qt.Key.Key_M)
    menu = page.findChild(QMenu, "chairMenu")
    assert menu.isVisible()
    menu.close()


@pytest.mark.parametrize("density", ["room", "mine"])
def test_out_of_service_is_said_and_ended_with_one_press(
    qtbot: QtBot, page: BoardPage, presses: Presses, density: str
) -> None:
    page.set_my_chairs(("12",))
    page.set_density(density)
    shown = page.card("12")
    assert shown.accessibleName() == "Chair 12, out of service"
    assert shown.model().short_facts == "pump broken"
    assert page.findChildren(type(shown.more), "checkInButton_12") == []
    click(qtbot, page, "putBackButton_12")
    assert presses.heard == [("put_back", "12")]


def test_who_is_expected_is_checked_in_with_one_press(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    model = next(m for m in cards() if m.chair == "4")
    day = replace(model.source.day, entry="x1")
    page.show_card(card("4", None, None, NOW, ZONE, NAMES, earlier_today=day))
    click(qtbot, page, "arriveButton_4")
    assert presses.heard == [("arrive", "x1", "4")]


@pytest.mark.parametrize("density", ["room", "mine"])
def test_where_somebody_is_expected_that_press_is_the_filled_one(page: BoardPage, density: str) -> None:
    page.set_density(density)
    expecting = ChairDay(expected="VANCE, Tomas · 14:30", entry="x1")
    page.show_card(card("4", None, None, NOW, ZONE, NAMES, earlier_today=expecting))
    arrive, other = found(page, "arriveButton_4"), found(page, "checkInButton_4")
    assert (arrive.kind(), other.kind()) == (Kind.PRIMARY, Kind.QUIET)
    assert (arrive.text(), other.text()) == ("Check in", "Somebody else")
    page.show_card(card("4", None, None, NOW, ZONE, NAMES, earlier_today=ChairDay()))
    assert found(page, "checkInButton_4").kind() is Kind.PRIMARY
    assert found(page, "checkInButton_4").text() == "Check in"


def test_the_list_of_today_is_one_press_away(qtbot: QtBot, page: BoardPage, presses: Presses) -> None:
    page.head.show_expected(3)
    assert found(page, "expectedButton").text() == "Expected 3"
    assert found(page, "expectedButton").accessibleName() == "Expected today, not here yet: 3"
    click(qtbot, page, "expectedButton")
    assert presses.heard == [("expected",)]


def test_the_curtain_hides_who_was_and_will_be_in_an_empty_chair(page: BoardPage) -> None:
    page.set_curtain(True)
    visible = [
        child.accessibleName()
        for child in page.card("4").children()
        if hasattr(child, "isVisibleTo") and child.isVisibleTo(page)
    ]
    assert "Names are hidden." in " ".join(visible)
    assert not [name for name in visible if "VANCE" in name or "NGUYEN" in name]


@pytest.mark.parametrize(
    ("density", "width", "written"), [("room", 1184, True), ("room", 1824, False), ("mine", 1184, True)]
)
def test_a_strip_with_room_has_its_hours(page: BoardPage, density: str, width: int, written: bool) -> None:
    page.set_density(density)
    page.resize(width, 736)
    QApplication.processEvents()
    strips = [one for one in page.findChildren(StripView) if one.isVisibleTo(page)]
    assert {one.words() for one in strips} == {written}, "the same on every card"
    for one in strips:
        card = one.parentWidget()
        assert card is not None
        assert one.geometry().bottom() <= card.height() - 2
        assert one.y() > card.height() - theme.px(62)


def test_another_density_begins_at_its_top(page: BoardPage) -> None:
    page.resize(1000, 500)
    QApplication.processEvents()
    bar = next(one for one in page.findChildren(ScrollArea) if one.isVisibleTo(page)).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    choice = next(one for one in page.head.findChildren(QPushButton) if one.text() == "My chairs")
    choice.click()
    QApplication.processEvents()
    assert page.density() == "mine"
    assert bar.value() == 0
