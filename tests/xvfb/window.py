"""The child process: a suite's window on the X server. It says where widgets are and presses nothing itself.

`python -m tests.xvfb.window FOLDER SECRET [NOW]` reads `["question", "word"]` lines and answers each with one JSON
line once there is an answer, or with null after twenty seconds. With NOW, its clocks begin at that instant and
are turned by hand: they stand still until they are told how much time has passed.
"""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.station import Station
from nursedesk.desk.clock import read_system
from nursedesk.record.events import EncounterId, EventId
from PySide6.QtCore import QElapsedTimer, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.desk.station import Clocks

PATIENCE_MS, AGAIN_MS = 20_000, 25


class Answers:
    """What can be asked of the window; None means: not yet."""

    def __init__(self, station: Station, clocks: Clocks | None) -> None:
        self._station, self._clocks = station, clocks
        self._seen: object = None

    def place(self, name: str) -> object:
        """The centre on the screen of the widget that can be pressed there: shown, enabled, at rest, uncovered."""
        widget = self._shown(lambda one: one == name)
        return self._centre(widget) if widget else None

    def place_first(self, start: str) -> object:
        """The same for the first widget whose name begins so."""
        widget = self._shown(lambda one: one.startswith(start))
        return self._centre(widget) if widget else None

    def _shown(self, wanted: Callable[[str], bool]) -> QWidget | None:
        return next(
            (one for one in QApplication.allWidgets() if wanted(one.objectName()) and one.isVisible()), None
        )

    def _centre(self, widget: QWidget) -> object:
        point = widget.mapToGlobal(widget.rect().center())
        hit = QApplication.widgetAt(point)
        reached = hit is not None and (hit is widget or widget.isAncestorOf(hit))
        before, self._seen = self._seen, point
        return (point.x(), point.y()) if reached and widget.isEnabled() and before == point else None

    def window(self, _: str) -> object:
        """The X window that should have the keyboard."""
        shown = QApplication.activeModalWidget() or self._station.frame
        return int(shown.winId()) if shown.isVisible() else None

    def dialog(self, _: str) -> object:
        """The X window of a dialog of its own, once there is one."""
        shown = QApplication.activeModalWidget()
        return int(shown.winId()) if shown is not None and shown.isVisible() else None

    def no_dialog(self, _: str) -> object:
        """True once it is gone."""
        return True if QApplication.activeModalWidget() is None else None

    def focus(self, name: str) -> object:
        """True once the keyboard is in this widget or, for an empty name, the name of where it is."""
        held = QApplication.focusWidget()
        names = []
        while held is not None:
            names.append(held.objectName())
            held = held.parentWidget()
        return (True if name in names else None) if name else names

    def shown(self, name: str) -> object:
        """True once a widget of this name is shown."""
        return True if self._shown(lambda one: one == name) else None

    def gone(self, name: str) -> object:
        """True once none of this name is shown."""
        return None if self._shown(lambda one: one == name) else True

    def text(self, name: str) -> object:
        """What a label says."""
        found = self._shown(lambda one: one == name)
        return found.text() if isinstance(found, QLabel) else None

    def opened(self, _: str) -> object:
        """True once the record is open behind the sign-in page."""
        entrance = self._station.entrance
        return True if entrance is not None and entrance.desk is not None else None

    def saved(self, _: str) -> object:
        """True once every press is in the record and every look is of its newest state."""
        shell = self._station.shell
        settled = shell is not None and shell.core.daybook.waiting() == 0 and shell.looked()
        return True if settled else None

    def visit(self, chair: str) -> object:
        """The id of the visit in a chair."""
        shell = self._station.shell
        found = shell.core.daybook.in_chair(chair) if shell else None
        return found.id if found else None

    def spoken(self, name: str) -> object:
        """What a shown widget is called, as it is read aloud."""
        found = self._shown(lambda one: one == name)
        return found.accessibleName() if found is not None else None

    def pass_(self, minutes: str) -> object:
        """Minutes go by on both clocks, and the desk's beat comes."""
        shell = self._station.shell
        if self._clocks is None or shell is None:
            return None
        self._clocks.pass_(float(minutes))
        shell.tick()
        return True

    def place_event(self, kind: str) -> object:
        """The pencil of the last event of a kind in the open visit's list."""
        shell = self._station.shell
        listed = shell.encounter.page.record.events if shell is not None else None
        if shell is None or listed is None or not listed.isVisible():
            return None
        kinds = {one.header.event_id: one.kind for one in shell.core.daybook.events(self._open_visit())}
        row = next((one for one in listed.rows() if kinds.get(EventId(one.event_id)) == kind), None)
        if row is None or not listed.select(row.event_id):
            return None
        box = listed.visualRect(listed.currentIndex())
        point = listed.viewport().mapToGlobal(QPoint(box.right() - box.height() // 2, box.center().y()))
        return (point.x(), point.y())

    def _open_visit(self) -> EncounterId:
        assert self._station.shell is not None
        return EncounterId(self._station.shell.encounter.shown or "")

    def picture(self, path: str) -> object:
        """What is on the screen as a PNG; how many colours it has in every eighth pixel."""
        image = QApplication.primaryScreen().grabWindow(0).toImage()
        image.save(path)
        return len({image.pixel(x, y) for x in range(0, image.width(), 8) for y in range(0, image.height(), 8)})

    def signed(self, visit: str) -> object:
        """True once a visit's first ticket is signed."""
        shell = self._station.shell
        return True if shell is not None and shell.core.visit(visit).version == 1 else None


class Post:
    """Takes one question at a time and answers it when it can."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._asked: tuple[str, str] | None = None
        self._since = QElapsedTimer()
        self._again = QTimer()
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._try)
        self._came = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._came.activated.connect(self._read)

    def _read(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        question, word = json.loads(line)
        self._asked = (question, word)
        self._since.start()
        self._again.start()

    def _try(self) -> None:
        if self._asked is None:
            return
        question, word = self._asked
        answer = getattr(self._answers, question)(word)
        if answer is None and self._since.elapsed() < PATIENCE_MS:
            return
        self._asked = None
        self._again.stop()
        print(json.dumps(answer), flush=True)


def main(folder: Path, secret: str, now: str = "") -> int:
    """Open the window and answer until nobody asks any more."""
    app = application(folder)
    clocks = Clocks(wall=datetime.fromisoformat(now)) if now else None
    station = Station(app, folder, secret, clocks or read_system)
    station.begin()
    post = Post(Answers(station, clocks))
    code = app.exec()
    station.close()
    del post
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
