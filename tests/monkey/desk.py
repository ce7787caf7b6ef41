"""The demo suite in its window, for a monkey: a hand-turned clock, people who sign in again, nothing printed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.station import Station
from nursedesk.desk.demo.people import PEOPLE, SECRETS
from nursedesk.store import keys as keys_of
from nursedesk.store.verify import verify
from nursedesk.ui.kit import DialogFrame
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.app.suite import MORNING
from tests.desk.station import Clocks
from tests.monkey.hands import Monkey
from tests.monkey.seams import outside

SLOW = ("peopleList",)


@dataclass
class Desk:
    """The window, and what has to be done so that the monkey is not stuck at the door."""

    station: Station
    clocks: Clocks
    came_in: int = 0
    _outside_for: int = 0

    def top(self) -> QWidget:
        """Where the monkey may press."""
        return self.station.frame

    def pass_(self, seconds: float) -> None:
        """Time goes by; what the timers would notice is noticed."""
        self.clocks.pass_(seconds=seconds)
        if self.station.shell is not None and self.is_open():
            self.station.shell.tick()
            self.station.idle.look()

    def is_open(self) -> bool:
        """Whether the desk is shown, not the door."""
        shell = self.station.shell
        return shell is not None and self.station.frame.currentWidget() is shell.window

    def come_in(self) -> bool:
        """At the door the monkey may try a while; then somebody signs in by password. True when she did."""
        if self.is_open():
            self._outside_for = 0
            return False
        self._outside_for += 1
        if self._outside_for < 6:
            return False
        self._outside_for = 0
        self.settle()
        door = self.station.entrance
        if door is None or door.door is None:
            return False
        if self.station.taps is not None:
            self.station.taps.close()
        if door.taps is not None:
            door.taps.close()
        person = PEOPLE[self.came_in % len(PEOPLE)].person
        door.door.enter(person.id, "password")
        door._come_in()
        self.came_in += 1
        return True

    def settle(self) -> None:
        """Wait for what runs beside the window, and for the writer."""
        hands, shell = Hands(self.station.frame), self.station.shell
        hands.wait(lambda: not self.station.tasks.busy(), "nothing runs beside the window")
        if shell is not None:
            hands.wait(lambda: shell.core.daybook.waiting() == 0, "all is saved")

    def put_away(self) -> None:
        """What lies over the page goes."""
        for one in self.station.frame.findChildren(DialogFrame):
            if one.isVisible():
                one.cancelled.emit()


@contextmanager
def demo_desk(folder: Path) -> Iterator[Desk]:
    """The demo suite, opened by its first nurse; shut at the end."""
    clocks = Clocks(wall=MORNING)
    with outside(folder.parent):
        station = Station(application(folder), folder, None, clocks)
        station.begin_demo()
        station.frame.resize(1600, 1000)
        desk = Desk(station, clocks, 0, 5)
        try:
            desk.come_in()
            yield desk
            desk.settle()
        finally:
            station.close()
            station.frame.close()
            station.frame.deleteLater()
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def let_loose(folder: Path, seed: int, acts: int) -> tuple[Monkey, bool]:
    """So many acts with this seed; the monkey as it stands then, and whether `verify` finds the record clean."""
    with demo_desk(folder) as desk:
        monkey = Monkey(desk, seed)
        for number in range(acts):
            try:
                monkey.act()
            except Exception as wrong:
                wrong.add_note(f"act {number} of seed {seed}: {monkey.last}")
                raise
            if number % 50 == 49:
                desk.settle()
    return monkey, verify(folder, keys_of.open_with_passphrase(folder, SECRETS["passphrase"])).clean
