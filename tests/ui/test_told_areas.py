"""An assistive tool may ask for a part of a scroll area that has gone: there is none, and the desk goes on."""

import subprocess
import sys

ASKED = """
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from nursedesk.ui import told_areas

app = QApplication([])
told_areas.install()
area, page = QScrollArea(), QLabel("a page")
page.resize(4000, 4000)
area.setWidget(page)
area.resize(300, 200)
area.show()
app.processEvents()


def told():
    face = QAccessible.queryAccessibleInterface(area)
    return [face.child(n) is not None and face.indexOfChild(face.child(n)) == n for n in range(face.childCount())]


assert told() == [True, True, True], told()
page.resize(10, 10)
app.processEvents()
assert told() == [True], told()
face = QAccessible.queryAccessibleInterface(area)
assert [face.child(number) for number in (-1, 1, 2, 99)] == [None] * 4
area.deleteLater()
print("goes on")
"""


def test_a_part_that_has_gone_is_nothing() -> None:
    """In a process of its own: what the answer guards against is the process's end."""
    run = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, timeout=60, check=False)
    assert run.stdout.strip() == "goes on", run.stderr
