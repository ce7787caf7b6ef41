"""What the desk says stands in the bar, whole, and covers no press and no time."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.message import Message
from nursedesk.ui.frame.top_bar import TopBar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

SENTENCE = "Chair 3 has a patient, so nothing was recorded: choose a free chair."


def named(bar: TopBar, name: str) -> QWidget:
    part = bar.findChild(QWidget, name)
    assert isinstance(part, QWidget), name
    return part


@pytest.fixture(params=[1.0, 1.5])
def bar(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[TopBar]:
    theme.apply(qapp, theme.LIGHT, request.param)
    made = TopBar("Elm St Infusion", lambda _: ())
    qtbot.addWidget(made)
    made.show_nurse("J. Doe RN")
    made.resize(1280, made.height())
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    named(made, "lockButton").setFocus()
    yield made
    theme.apply(qapp, theme.LIGHT)


def test_the_sentence_is_seen_whole(bar: TopBar) -> None:
    message = Message(bar)
    message.say(SENTENCE)
    bar.grab()
    assert message.sentence() == SENTENCE
    words = next(one for one in message.findChildren(QLabel) if one.text() == SENTENCE)
    assert words.heightForWidth(words.width()) <= message.height()
    clock = bar.findChild(QWidget, "clock")
    assert message.geometry().right() < clock.x()


def test_where_there_is_room_it_stands_beside_the_search(bar: TopBar) -> None:
    bar.resize(2400, bar.height())
    QApplication.processEvents()
    message = Message(bar)
    message.say(SENTENCE)
    search = named(bar, "searchField")
    end = search.mapTo(bar, search.rect().topRight()).x()
    assert end < message.x()
    assert not named(bar, "messageFind").isVisible()
    search.setFocus()
    assert message.sentence() == SENTENCE, "it covers nothing, so it stays"


def test_a_search_in_use_is_not_covered(bar: TopBar) -> None:
    message = Message(bar)
    bar.focus_search()
    message.say(SENTENCE)
    assert message.sentence() == ""
    named(bar, "lockButton").setFocus()
    assert message.sentence() == SENTENCE


def test_a_covered_search_is_one_press_away(qtbot: QtBot, bar: TopBar) -> None:
    message = Message(bar)
    message.find_pressed.connect(bar.focus_search)
    message.say(SENTENCE)
    qtbot.mouseClick(named(bar, "messageFind"), Qt.MouseButton.LeftButton)
    assert named(bar, "searchField").hasFocus()
    assert message.sentence() == "", "it does not hide what is typed"
    qtbot.keyClick(named(bar, "searchField"), Qt.Key.Key_Escape)
    named(bar, "lockButton").setFocus()
    assert message.sentence() == SENTENCE, "and is read afterwards"
    qtbot.mouseClick(named(bar, "messageAway"), Qt.MouseButton.LeftButton)
    named(bar, "searchField").setFocus()
    named(bar, "lockButton").setFocus()
    assert message.sentence() == "", "what was put away stays away"
