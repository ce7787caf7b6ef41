"""The ring lies around what has the keyboard, whenever that gets its size."""

from nursedesk.ui.kit.focus import GAP, WIDTH, FocusRing
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot


def test_a_ring_made_before_its_window_is_shown_follows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    target = QPushButton("Done", window)
    held = FocusRing(target)
    came = QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason)
    QApplication.sendEvent(target, came)
    target.setGeometry(100, 50, 120, 52)
    window.show()
    ring = held.ring()
    assert ring is not None
    out = WIDTH + GAP + 1
    assert ring.geometry() == target.geometry().adjusted(-out, -out, out, out)
