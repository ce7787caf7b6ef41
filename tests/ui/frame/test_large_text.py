"""At 150 % in a small window nothing that is said or chosen lies outside it."""

from collections.abc import Iterator

import pytest
from nursedesk.ui import theme
from nursedesk.ui.frame.message import Message
from nursedesk.ui.shift.choosing import Choosing
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
