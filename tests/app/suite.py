"""A suite in a folder, and its station's window with a clock turned by hand."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.events import EncounterId, PersonId
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.desk.station import Clocks

PASSPHRASE = "a quiet place for bags"
PASSWORD = "start and stop"
PIN = "271946"
FACTS = SuiteFacts(site="Elm Street Infusion", zone="America/New_York", chairs=("1", "2", "3", "4"))
PEOPLE = (
    NewPerson(Person(PersonId("jdoe"), "Jordan Doe", "RN", (Role.NURSE,)), PASSWORD, PIN),
    NewPerson(Person(PersonId("mruiz"), "Maria Ruiz", "RN", (Role.NURSE,)), PASSWORD, "580314"),
    NewPerson(Person(PersonId("admin"), "Avery Stone", "", (Role.ADMINISTRATOR,)), PASSWORD, "618250"),
)
MORNING = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)


def make_suite(folder: Path, clocks: Clocks) -> None:
    """The suite, closed again."""
    made = set_up(folder, FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=clocks)
    made.desk.ledger.close()


@dataclass
class Suite:
    """The station's window on that suite, worked by hands."""

    folder: Path
    clocks: Clocks
    station: Station
    hands: Hands
    closed: bool = False

    @classmethod
    def open(cls, folder: Path, clocks: Clocks) -> "Suite":
        station = Station(application(folder), folder, PASSPHRASE, clocks)
        station.frame.resize(1600, 1000)
        station.begin()
        return cls(folder, clocks, station, Hands(station.frame))

    @property
    def shell(self) -> Shell:
        assert self.station.shell is not None
        return self.station.shell

    def sign_in(self, name: str = "jdoe") -> None:
        self.hands.wait(lambda: self.station.entrance.desk is not None, "the record is open")
        self.hands.press("typeNameButton")
        self.hands.type("signInNameField", name, enter=False)
        self.hands.type("passwordField", PASSWORD)
        self.hands.wait(lambda: self.station.shell is not None, "the desk opens")
        self.hands.wait(lambda: self.station.frame.currentWidget() is self.shell.window, "the board is shown")

    def seat(self) -> EncounterId:
        """J. Doe signs in and checks a patient in at chair 1, with a peripheral access; the visit."""
        self.sign_in()
        self.hands.press("checkInButton_1")
        self.hands.type("nameField", "ROE, Jane", enter=False)
        self.hands.press("firstAccessField_peripheral")
        self.hands.press("checkInButton")
        self.settle()
        return EncounterId(self.shell.core.daybook.in_chair("1").id)

    def settle(self) -> None:
        self.hands.wait(lambda: self.shell.core.daybook.waiting() == 0 and self.shell.looked(), "all is saved")

    def pass_(self, minutes: float) -> None:
        self.clocks.pass_(minutes)
        self.shell.tick()
        self.settle()

    def close(self) -> None:
        """Shut the window; a second time does nothing."""
        if self.closed:
            return
        self.closed = True
        self.station.close()
        self.station.frame.close()
        self.station.frame.deleteLater()
        QApplication.processEvents()
        # Every window left behind makes the next one slower to open.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
