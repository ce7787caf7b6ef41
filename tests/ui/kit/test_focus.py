"""The ring lies around what has the keyboard; words of a choice share their size."""

from nursedesk.ui.kit import ComboField, Segmented
from nursedesk.ui.kit.focus import GAP, WIDTH, FocusRing, Ring, ring_views
from nursedesk.ui.kit.lists import as_plain_list
from nursedesk.ui.kit.segmented import Segment
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListWidget, QPushButton, QWidget
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


def test_a_list_has_one_ring_inside_its_border(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    rows = QListWidget(window)
    rows.setGeometry(10, 10, 300, 150)
    as_plain_list(rows)
    ring_views(window)
    window.show()
    QApplication.sendEvent(rows, QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    rings = window.findChildren(Ring)
    assert [ring.geometry() for ring in rings if ring.isVisible()] == [rows.geometry()]


def test_words_of_one_choice_have_one_size_and_a_list_gives_way_to_them(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    choice = Segmented((("n", "Nota"), ("v", "Signos vitales"), ("r", "Reacción")), name="kind")
    drugs = ComboField("", (("a", "About diphenhydrAMINE 25 mg given by IV push"),), name="about")
    line.addWidget(choice)
    line.addWidget(drugs, 1)
    row.resize(choice.sizeHint().width() + 200, 80)
    row.show()
    assert choice.size_of_all() == 14
    choice.setFixedWidth(choice.sizeHint().width() * 3 // 4)
    QApplication.processEvents()
    sizes = {part.fitted() for part in choice.findChildren(Segment)}
    assert choice.size_of_all() == min(sizes) < 14
