"""The column of pages in windows of every height: even items, no item over another."""

from itertools import pairwise

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.navigation import Destination, NavButton, Navigation
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> object:
    yield
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(
    ("height", "scale", "least"), [(1016, 1.0, 68), (736, 1.0, 68), (576, 1.0, 52), (704, 1.5, 68), (512, 2.0, 48)]
)
def test_items_shrink_evenly(qapp: QApplication, qtbot: QtBot, height: int, scale: float, least: int) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    pages = [Destination(f"p{n}", "Encounter", "board") for n in range(8)]
    made = Navigation(pages, Destination("help", "Help", "help"))
    qtbot.addWidget(made)
    made.resize(made.width(), height)
    made.show()
    items = sorted(made.findChildren(NavButton), key=lambda one: one.y())
    assert made.height() == height
    assert max(one.height() for one in items) - min(one.height() for one in items) <= 1
    assert min(one.height() for one in items) >= least
    for above, below in pairwise(items):
        assert above.geometry().bottom() < below.y()


@pytest.mark.parametrize(
    ("height", "scale", "icons"), [(736, 1.0, True), (704, 1.5, True), (672, 1.5, True), (672, 2.0, False)]
)
def test_an_icon_is_no_speck_and_stands_by_its_own_word(
    qapp: QApplication, qtbot: QtBot, height: int, scale: float, icons: bool
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    pages = [Destination(f"p{n}", "Encounter", "board") for n in range(8)]
    made = Navigation(pages, Destination("help", "Help", "help"))
    qtbot.addWidget(made)
    made.resize(made.width(), height)
    made.show()
    for item in made.findChildren(NavButton):
        size = item.icon_size()
        assert (size > 0) is icons
        assert not size or size >= theme.px(16)
        assert item.height() - size - theme.px(17) >= 3 + 14
