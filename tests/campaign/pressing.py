"""The program that is killed: the station's window offscreen, and somebody who presses as fast as it goes."""

import os
import random
import signal
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

from nursedesk.app import application
from nursedesk.app.hands import Hands, NothingCameOfIt
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.record.events import Event
from nursedesk.ui.board.line_row import LineRow
from nursedesk.ui.frame.indicators import SavedIndicator
from nursedesk.ui.frame.model import Saved
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NURSE, PASSWORD = "jdoe", "start and stop"
FAULT = "!"
"""Begins a line about an exception nobody caught: it would be said to the nurse."""
LONGEST_CONTROL = 20
"""A run that tells too early dies within this many presses."""


def press_until_killed(folder: Path, secret: str, chance: random.Random, told: int, *, control: bool) -> None:
    """Open, sign in, press; ids and times of what is shown as saved go to the descriptor `told`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.excepthook = lambda kind, error, trace: _tell_fault(told, kind, trace)
    app = application(folder)
    station = Station(app, folder, secret)
    station.begin()
    hands = Hands(station.frame)
    _sign_in(station, hands)
    shell = station.shell
    if shell is None:
        return
    (_tell_at_press if control else _tell_when_saved)(shell, lambda events: _tell(told, events), chance)
    try:
        while True:
            _press_something(station.frame, hands, chance)
    except Exception as error:  # whatever it was, the run must not take the rest for silence
        _tell_fault(told, type(error), error.__traceback__)
        raise


def _tell_fault(told: int, kind: type[BaseException], trace: TracebackType | None) -> None:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    os.write(told, f"{FAULT} {kind.__name__} {where}\n".encode())


def _sign_in(station: Station, hands: Hands) -> None:
    hands.wait(lambda: station.entrance is not None and station.entrance.desk is not None, "the record is open")
    hands.press("typeNameButton")
    hands.type("signInNameField", NURSE, enter=False)
    hands.type("passwordField", PASSWORD)
    hands.wait(lambda: station.shell is not None, "the desk opens")


def _tell(told: int, events: Iterable[Event]) -> None:
    os.write(told, "".join(f"{e.header.event_id} {e.header.occurred.isoformat()}\n" for e in events).encode())


def _tell_when_saved(shell: Shell, tell: Callable[[Iterable[Event]], None], chance: random.Random) -> None:
    """An event was shown as saved once the writer answered and the bar says `Saved`."""
    indicator = shell.window.findChild(SavedIndicator)
    settled: list[Event] = []

    def answered(events: tuple[Event, ...]) -> None:
        settled.extend(events)
        if indicator is not None and indicator.state() is Saved.SAVED and shell.core.daybook.waiting() == 0:
            tell(settled)
            settled.clear()

    shell.bridge.settled.connect(answered)


def _tell_at_press(shell: Shell, tell: Callable[[Iterable[Event]], None], chance: random.Random) -> None:
    """The control: told before the writer has it, and dead at one of the first presses."""
    submit, presses = shell.core.daybook.submit, chance.randrange(1, LONGEST_CONTROL)

    def early(events: tuple[Event, ...]) -> None:
        nonlocal presses
        tell(events)
        submit(events)
        presses -= 1
        if presses == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    shell.core.daybook.submit = early


def _press_something(top: QWidget, hands: Hands, chance: random.Random) -> None:
    """One press of what can be pressed now; now and then a drug is hung, so that there is always something."""
    kinds = ("startButton_", "resumeButton_", "stopButton_", "undoButton", "hangButton_", "pushButton_", "pause")
    kind = chance.choices(kinds, weights=(8, 8, 3, 1, 2, 1, 6))[0]
    if kind == "pause":
        _pause(top, chance)
    elif (widget := _any(top, kind, chance)) is not None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        if kind in ("hangButton_", "pushButton_"):
            _hang(hands, "infliximab" if kind == "hangButton_" else "ondansetron", chance)


def _any(top: QWidget, start: str, chance: random.Random) -> QWidget | None:
    shown = [
        one
        for one in top.findChildren(QWidget)
        if one.objectName().startswith(start) and one.isVisible() and one.isEnabled()
    ]
    return chance.choice(shown) if shown else None


def _pause(top: QWidget, chance: random.Random) -> None:
    """Pause lies in a row's menu."""
    rows = [row for row in top.findChildren(LineRow) if row.isVisible()]
    menu = chance.choice(rows).menu() if rows else None
    if menu is not None:
        menu.actions()[0].trigger()
        menu.deleteLater()


def _hang(hands: Hands, drug: str, chance: random.Random) -> None:
    try:
        hands.type("drugField", drug)
        prepare = drug == "infliximab" and chance.random() < 0.5
        hands.press("prepareButton" if prepare else "startNowButton")
    except NothingCameOfIt:
        hands.press("hangCancelButton")
