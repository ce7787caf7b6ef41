"""At 150 % in a small window nothing that is said or chosen lies outside it."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.indicators import SavedIndicator
from nursedesk.ui.frame.message import Message
from nursedesk.ui.frame.model import ClockFace, Saved
from nursedesk.ui.frame.top_bar import TopBar
from nursedesk.ui.kit import Button, Text
from nursedesk.ui.shift.choosing import Choosing
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def large(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.LIGHT, 1.5)
    yield
    theme.apply(qapp, theme.LIGHT)


def test_a_sentence_that_has_no_room_beside_the_clock_covers_the_bar(qtbot: QtBot) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    bar.resize(1280, 80)
    clock = QWidget(bar)
    clock.setObjectName("clock")
    clock.setGeometry(430, 0, 200, 80)
    bar.show()
    message = Message(bar)
    message.say(
        "El sillón 3 tiene un paciente: no se registró nada; elija un sillón libre o pase al paciente a otro."
    )
    words = message.findChild(QLabel)
    assert words is not None
    QApplication.processEvents()
    assert words.heightForWidth(words.width()) <= message.height()
    assert message.geometry().right() < bar.width()


def test_what_a_shift_is_chosen_by_stays_in_the_window(qtbot: QtBot) -> None:
    choosing = Choosing()
    qtbot.addWidget(choosing)
    choosing.resize(1000, 80)
    choosing.show()
    QApplication.processEvents()
    assert choosing.minimumSizeHint().width() <= 1000
    for box in choosing.findChildren(QComboBox):
        assert box.mapTo(choosing, box.rect().bottomRight()).x() <= choosing.width()


@pytest.mark.parametrize(("scale", "width"), [(1.0, 960), (1.5, 1024), (2.0, 1024), (1.25, 1280)])
def test_the_bar_folds_and_cuts_nothing(qtbot: QtBot, qapp: QApplication, scale: float, width: int) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    bar = TopBar("Elm Street Infusion Center", lambda _: ())
    qtbot.addWidget(bar)
    bar.show_nurse("Margarita Rodriguez RN")
    bar.show_clock(ClockFace("14:07", "EST", "24-Nov-2026"))
    bar.resize(width, bar.height())
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    QApplication.processEvents()
    parts = [one for one in bar.findChildren(QWidget) if one.isVisible() and isinstance(one, Text | Button)]
    for part in parts:
        assert part.width() >= part.sizeHint().width() - 1, part.objectName() or part.text()
        assert part.mapTo(bar, part.rect().topRight()).x() < width
    names = {one.objectName() for one in parts}
    assert {"nurseMenuButton", "lockButton"} <= names
    search, find = bar.findChild(QWidget, "searchField"), bar.findChild(QWidget, "findButton")
    assert search is not None
    assert find is not None
    assert search.isVisible() != find.isVisible(), "a finger has one way into the search"
    if find.isVisible():
        qtbot.mouseClick(find, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert search.hasFocus()
        assert search.width() >= 100
        bar.findChild(QWidget, "lockButton").setFocus()
        QApplication.processEvents()
        assert find.isVisible()
        assert not search.isVisible()


def test_what_is_not_saved_is_said_in_words_however_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    bar = TopBar("Elm", lambda _: ())
    qtbot.addWidget(bar)
    bar.show_nurse("J. Doe RN")
    bar.resize(640, bar.height())
    bar.show()
    QApplication.processEvents()
    saved = bar.findChild(SavedIndicator)
    assert saved is not None
    short = saved.width()
    assert short < saved.fontMetrics().horizontalAdvance(saved.text()) + theme.px(18)
    bar.show_saved(Saved.NOT_SAVED)
    QApplication.processEvents()
    assert saved.width() > short


@pytest.mark.parametrize("name", ["J. Doe RN", "Margarita Rodriguez RN"])
def test_what_to_do_with_what_is_not_saved_is_never_cut(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, theme.LIGHT, 2.0)
    bar = TopBar("Elm", lambda _: ())
    qtbot.addWidget(bar)
    bar.show_nurse(name)
    bar.show_clock(ClockFace("14:07", "EST", "24-Nov-2026"))
    bar.resize(1280, bar.height())
    bar.show()
    saved = bar.findChild(SavedIndicator)
    assert saved is not None
    for state in (Saved.NOT_SAVED, Saved.SAVED, Saved.SAVING, Saved.NOT_SAVED):
        bar.show_saved(state)
        qtbot.waitUntil(lambda: saved.width() >= saved.sizeHint().width())
        assert bar.rect().contains(saved.geometry())
    lock = bar.findChild(QWidget, "lockButton")
    assert lock is not None and lock.geometry().right() < bar.width()
    assert saved.accessibleName() == "Not saved: write it on paper"
    clock = bar.findChild(QWidget, "clock")
    assert clock is not None and clock.width() >= clock.sizeHint().width()
