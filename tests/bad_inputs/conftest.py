"""One suite is made, and every test gets a copy: as a record for commands, or as a station's window."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.station import Station
from nursedesk.desk.set_up import set_up
from nursedesk.store.keys import Keys
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.app.suite import FACTS, MORNING, PASSPHRASE, PASSWORD, PEOPLE, Suite
from tests.bad_inputs.record import Record
from tests.desk.station import Clocks

LONG_BEFORE = datetime(2025, 12, 1, tzinfo=UTC)
OpenAt = Callable[[datetime], Suite]


@dataclass(frozen=True)
class Template:
    """The suite to copy, and what opens it without a slow passphrase."""

    folder: Path
    recovery_key: str
    keys: Keys


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A suite with three people, made a year before."""
    folder = tmp_path_factory.mktemp("template") / "suite"
    clocks = Clocks(wall=LONG_BEFORE, boot_id="boot-0")
    made = set_up(folder, FACTS, PEOPLE, PASSPHRASE, use_keyring=False, read_clock=clocks)
    keys = made.desk.ledger.keys
    made.desk.ledger.close()
    return Template(folder, made.recovery_key, keys)


@pytest.fixture
def record(template: Template, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication) -> Record:
    """The suite, worked by commands; the application is there first, for paper makes a lesser one otherwise."""
    folder = tmp_path / "suite"
    shutil.copytree(template.folder, folder)
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'recovery_key = "{template.recovery_key}"\npassword = "{PASSWORD}"\n', encoding="utf-8")
    return Record(folder, template.keys, secrets, capsys)


@pytest.fixture
def open_at(template: Template, tmp_path: Path, qtbot: QtBot) -> Iterator[OpenAt]:
    """Opens the suite's window with a nurse signed in at an instant; what is open is shut before."""
    folder = tmp_path / "suite"
    shutil.copytree(template.folder, folder)
    suites: list[Suite] = []

    def begin(at: datetime, name: str = "jdoe") -> Suite:
        if suites:
            _close(suites.pop())
        clocks = Clocks(wall=at)
        station = Station(application(folder), folder, template.recovery_key, clocks)
        station.frame.resize(1600, 1000)
        station.begin()
        suites.append(Suite(folder, clocks, station, Hands(station.frame)))
        suites[-1].sign_in(name)
        suites[-1].settle()
        return suites[-1]

    yield begin
    if suites:
        _close(suites[-1])


def _close(suite: Suite) -> None:
    """Shut a window and delete it now: every one left behind makes the next slower to open."""
    suite.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def suite(open_at: OpenAt) -> Suite:
    """The suite's window at nine in the morning, a nurse signed in."""
    return open_at(MORNING)
