"""PySide6 gives back every reference to None that it takes.

6.12.0 on Python < 3.12 loses one on every call that returns nothing and aborts the process after some 27,000 of
them, which is minutes of a ticking board; so the version is pinned, and this holds it.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 20_000
NOISE = 200  # whatever else holds or drops None meanwhile; a lost reference per call would be a hundred times that


def test_20_000_calls_leave_the_references_to_none_as_they_were(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for count in range(CALLS):
        label.setText(str(count))
    assert abs(sys.getrefcount(None) - before) < NOISE
