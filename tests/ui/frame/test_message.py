"""What the desk says stands in the bar, whole, and covers no press and no time."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.message import Message
from nursedesk.ui.frame.model import ClockFace, Saved
from nursedesk.ui.frame.top_bar import TopBar
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

SENTENCE = "Chair 3 has a patient, so nothing was recorded: choose a free chair."


def named(bar: TopBar, name: str) -> QWidget:
    part = bar.window().findChild(QWidget, name)
    assert isinstance(part, QWidget), name
    return part


LONG = (
    "The disk is full: write the time on paper and make space on this computer. It is kept in the emergency "
    "journal too, and comes into the record by itself when the disk takes it."
)


@pytest.fixture(params=[1.0, 1.5])
def bar(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[TopBar]:
    theme.apply(qapp, theme.LIGHT, request.param)
    desk = QWidget()
    qtbot.addWidget(desk)
    made = TopBar("Elm St Infusion", lambda _: (), desk)
    made.show_clock(ClockFace("14:07", "EST", "24-Nov-2026"))
    made.show_nurse("J. Doe RN")
    desk.resize(1280, 800)
    made.resize(1280, made.height())
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    named(made, "lockButton").setFocus()
    yield made
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("sentence", [SENTENCE, LONG])
def test_the_sentence_is_seen_whole_at_its_size(bar: TopBar, sentence: str) -> None:
    message = Message(bar)
    message.say(sentence)
    bar.window().grab()
    assert message.sentence() == sentence
    words = next(one for one in message.findChildren(QLabel) if one.text() == sentence)
    assert words.heightForWidth(words.width()) <= words.height()
    assert words.font().pixelSize() == theme.px(14)
    assert bar.window().rect().contains(message.geometry())
    _covers_no_time(bar, message)


def test_what_is_said_of_saving_meanwhile_moves_the_message_and_is_not_covered(bar: TopBar) -> None:
    message = Message(bar)
    message.say(LONG)
    bar.show_saved(Saved.NOT_SAVED)
    QApplication.processEvents()
    _covers_no_time(bar, message)


def _covers_no_time(bar: TopBar, message: Message) -> None:
    for part in (named(bar, "clock"), named(bar, "savedIndicator"), named(bar, "lockButton")):
        assert not part.geometry().translated(bar.pos()).intersects(message.geometry()), part.objectName()


def test_where_there_is_room_it_stands_beside_the_search(bar: TopBar) -> None:
    bar.window().resize(3200, 800)
    bar.resize(3200, bar.height())
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
