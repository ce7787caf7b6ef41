"""Sign-in and lock where room is short: edges that agree, air between the parts, drugs under each other."""

from collections.abc import Iterator

import pytest
from nursedesk.catalog import resources
from nursedesk.ui import theme
from nursedesk.ui.sign_in.lock_page import LockPage
from nursedesk.ui.sign_in.model import Entrant, TapRow
from nursedesk.ui.sign_in.page import SignInPage
from nursedesk.ui.sign_in.tap_panel import TapPanel
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

DOE = Entrant("jdoe", "Jordan Doe", "RN", "J. Doe RN", pin_serves=True)
OTHERS = tuple(Entrant(f"n{at}", f"Nurse {at}", "RN") for at in range(12))
LINES = (
    TapRow("e1", "l1", "1", "sodium chloride 0.9 %", "since 13:36 · keep open", "Stop", True, "1_1"),
    TapRow("e2", "l1", "Window", "inFLIXimab", "since 11:30", "Stop", True, "Window_1"),
    TapRow("e3", "l1", "12", "cefTRIAXone", "planned end passed 13:50", "Stop", True, "12_1", overdue=True),
)


@pytest.fixture(autouse=True)
def plain(qapp: QApplication) -> Iterator[None]:
    theme.load_fonts(resources.path("fonts"))
    theme.apply(qapp, theme.LIGHT)
    yield
    theme.apply(qapp, theme.LIGHT)


def place(top: QWidget, name: str) -> QRect:
    found = top.findChild(QWidget, name)
    assert found is not None and found.isVisible(), name
    return QRect(found.mapTo(top, QPoint()), found.size())


def shown(qtbot: QtBot, page: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize(("scale", "width", "height"), [(1.5, 1024, 768), (2.0, 1280, 800), (2.0, 1340, 800)])
def test_the_choice_of_what_is_shown_has_the_edges_of_the_panel_and_air_above_it(
    qtbot: QtBot, qapp: QApplication, scale: float, width: int, height: int
) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    lock, people = LockPage("Elm St Infusion"), SignInPage("Elm St Infusion")
    people.show_people((DOE, *OTHERS))
    lock.lock(DOE, 13)
    for page, panel in ((lock, "lockPanel"), (people, "signInPanel")):
        page.frame.show_taps(LINES)
        shown(qtbot, page, width, height)
        switch, below = place(page, "doorSwitch"), place(page, panel)
        assert (switch.left(), switch.right()) == (below.left(), below.right()), panel
        assert below.top() - switch.bottom() >= 8
        clock = place(page, "clock")
        assert switch.top() - clock.bottom() >= 16


def test_a_long_list_of_people_ends_at_a_line_above_the_words_below_it(qtbot: QtBot) -> None:
    page = SignInPage("Elm St Infusion")
    page.show_people((DOE, *OTHERS))
    page.show_hint("A made-up suite, and what opens it.")
    shown(qtbot, page, 1280, 800)
    listed, hint = place(page, "peopleList"), place(page, "signInHint")
    said = page.findChild(QLabel, "signInHint")
    assert hint.top() + said.contentsMargins().top() - listed.bottom() >= 10
    between = page.grab().toImage().pixelColor(listed.center().x(), listed.bottom() + 1)
    assert between.name().upper() == theme.LIGHT.line


def test_drugs_stand_under_each_other_whatever_the_chairs_are_called(qtbot: QtBot) -> None:
    panel = TapPanel()
    panel.show_rows(LINES)
    shown(qtbot, panel, 440, 600)
    drugs = [one for one in panel.findChildren(QLabel) if one.text() in {line.drug for line in LINES}]
    assert len({one.mapTo(panel, QPoint()).x() for one in drugs}) == 1 and len(drugs) == 3
    narrow = drugs[0].fontMetrics().horizontalAdvance(drugs[0].text())
    assert all(one.width() >= min(narrow, one.fontMetrics().horizontalAdvance(one.text())) for one in drugs)


def test_where_that_would_break_a_line_each_has_the_room_its_chair_leaves(qtbot: QtBot) -> None:
    panel = TapPanel()
    panel.show_rows(LINES)
    shown(qtbot, panel, 340, 600)
    salt = next(one for one in panel.findChildren(QLabel) if one.text() == LINES[0].drug)
    inflix = next(one for one in panel.findChildren(QLabel) if one.text() == LINES[1].drug)
    assert salt.mapTo(panel, QPoint()).x() < inflix.mapTo(panel, QPoint()).x()
