"""What the desk says stands in the bar, whole, and covers no press and no time."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.message import Message
from nursedesk.ui.frame.top_bar import TopBar
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

SENTENCE = "Chair 3 has a patient, so nothing was recorded: choose a free chair."


@pytest.fixture(params=[1.0, 1.5])
def bar(qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[TopBar]:
    theme.apply(qapp, theme.LIGHT, request.param)
    made = TopBar("Elm St Infusion", lambda _: ())
    qtbot.addWidget(made)
    made.show_nurse("J. Doe RN")
    made.resize(1280, made.height())
    made.show()
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
