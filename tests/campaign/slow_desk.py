"""The program on a slow disk: the station's window offscreen, and a nurse who presses while commits take seconds.

`python -m tests.campaign.slow_desk FOLDER SECRET` prints one JSON line for each press and one for its end; it is
run by `slow_disk` under `strace`, which holds up every fsync.
"""

import json
import sys
import time
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.ui.frame.indicators import SavedIndicator
from nursedesk.ui.frame.model import Saved
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NURSE, PASSWORD = "jdoe", "start and stop"
PRESSES = ("stopButton_1_1", "startButton_2_2", "stopButton_3_1")
LAST_PRESS = "startButton_6_2"
PATIENT_MS = 60_000
"""How long this nurse waits for a disk that takes three seconds for each of its many words."""


class Painted(QObject):
    """Notes when something was painted last."""

    def __init__(self, watched: QApplication) -> None:
        super().__init__()
        self.at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.at = time.monotonic()
        return False


def work(folder: Path, secret: str) -> None:
    """Open, sign in, press, wait for Saved, press once more and close at once."""
    app = application(folder)
    painted = Painted(app)
    station = Station(app, folder, secret)
    station.begin()
    hands = Hands(station.frame, PATIENT_MS)
    began = time.monotonic()
    _sign_in(station, hands)
    _say("opened", seconds=time.monotonic() - began)
    shell = station.shell
    assert shell is not None
    hands.wait(lambda: shell.core.daybook.waiting() == 0, "signing in is saved")
    for name in PRESSES:
        _press(shell, hands, painted, name)
    _tell_saving(shell, hands)
    began = time.monotonic()
    hands.wait(lambda: _state(shell) is Saved.SAVED, "it says Saved")
    _say("saved", seconds=time.monotonic() - began, waiting=shell.core.daybook.waiting())
    _press(shell, hands, painted, LAST_PRESS)
    waiting, began = shell.core.daybook.waiting(), time.monotonic()
    station.close()
    _say("closed", seconds=time.monotonic() - began, waited_for=waiting, left=shell.core.daybook.waiting())


def _sign_in(station: Station, hands: Hands) -> None:
    hands.wait(lambda: station.entrance is not None and station.entrance.desk is not None, "the record is open")
    hands.press("typeNameButton")
    hands.type("signInNameField", NURSE, enter=False)
    hands.type("passwordField", PASSWORD)
    hands.wait(lambda: station.shell is not None, "the desk opens")


def _press(shell: Shell, hands: Hands, painted: Painted, name: str) -> None:
    """One press: the milliseconds until the card shows it, and what is said of the record then."""
    button = hands.find(name)
    before = _ids(shell)
    began = time.monotonic()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    hands.wait(lambda: painted.at > began and not _there(shell.window, name), f"{name} shows that it was pressed")
    shown = (painted.at - began) * 1000
    (event_id,) = _ids(shell) - before
    _say("pressed", name=name, painted_ms=shown, event=event_id, waiting=shell.core.daybook.waiting())


def _tell_saving(shell: Shell, hands: Hands) -> None:
    began = time.monotonic()
    hands.wait(lambda: _state(shell) is Saved.SAVING, "it says Saving")
    _say("saving", seconds=time.monotonic() - began, waiting=shell.core.daybook.waiting())


def _there(top: QWidget, name: str) -> bool:
    found = top.findChild(QWidget, name)
    return found is not None and found.isVisible() and found.isEnabled()


def _ids(shell: Shell) -> set[str]:
    visits = shell.core.daybook.encounters()
    return {one.header.event_id for visit in visits for one in shell.core.daybook.events(visit.id)}


def _state(shell: Shell) -> Saved:
    indicator = shell.window.findChild(SavedIndicator)
    assert indicator is not None
    return indicator.state()


def _say(what: str, **facts: object) -> None:
    print(json.dumps({"what": what, **facts}), flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
