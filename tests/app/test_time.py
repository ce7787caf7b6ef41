"""Minutes on the card, on the ticket and on paper stay right, whatever is done to the clocks while a line runs."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.station import Station
from nursedesk.desk import close
from nursedesk.desk.set_up import set_up
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import ClockStepped
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import open_reader
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.app.suite import FACTS, MORNING, PASSPHRASE, PEOPLE, Suite
from tests.desk.station import Clocks

Open = Callable[[datetime], Suite]
HOUR = timedelta(hours=1)
LONG_BEFORE = Clocks(wall=datetime(2025, 12, 1, tzinfo=UTC), boot_id="boot-0")


@dataclass(frozen=True)
class Template:
    """A suite that each test gets a copy of, and what opens it without a slow passphrase."""

    folder: Path
    recovery_key: str
    keys: Keys


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder = tmp_path_factory.mktemp("template") / "suite"
    made = set_up(folder, FACTS, PEOPLE[:1], PASSPHRASE, use_keyring=False, read_clock=LONG_BEFORE)
    keys = made.desk.ledger.keys
    made.desk.ledger.close()
    return Template(folder, made.recovery_key, keys)


@pytest.fixture
def opened(template: Template, tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    """Opens the suite with somebody signed in at an instant; a second call opens it again as it was left."""
    folder = tmp_path / "suite"
    shutil.copytree(template.folder, folder)
    suites: list[Suite] = []

    def begin(at: datetime) -> Suite:
        clocks = suites.pop().clocks if suites else Clocks(wall=at)
        station = Station(application(folder), folder, template.recovery_key, clocks)
        station.frame.resize(1600, 1000)
        station.begin()
        suites.append(Suite(folder, clocks, station, Hands(station.frame)))
        suites[-1].sign_in()
        suites[-1].settle()
        return suites[-1]

    yield begin
    suites[-1].close()


def _again(suite: Suite, opened: Open) -> Suite:
    suite.close()
    return opened(suite.clocks.wall)


def _infuse(suite: Suite) -> None:
    """A patient in chair 1 whose infliximab runs from now."""
    _seat(suite)
    _hang(suite)


def _hang(suite: Suite) -> None:
    hands = suite.hands
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.press("orderField")
    hands.press("startNowButton")
    suite.settle()


def _seat(suite: Suite) -> None:
    hands = suite.hands
    hands.press("checkInButton_1")
    hands.type("nameField", "ROE, Jane", enter=False)
    hands.press("firstAccessField_peripheral")
    hands.press("checkInButton")
    suite.settle()


def _visit(suite: Suite) -> Encounter:
    found = suite.shell.core.daybook.in_chair("1")
    assert found is not None
    return found


def _on_card(suite: Suite) -> str:
    label = suite.hands.find("elapsedLabel_1_1")
    assert isinstance(label, QLabel)
    return label.text().replace("\N{NO-BREAK SPACE}", " ")


def _stop(suite: Suite) -> None:
    suite.hands.press("stopButton_1_1")
    suite.settle()


def _charged(suite: Suite) -> tuple[str, int | None]:
    """The first hour's code and the minutes it comes from."""
    line = close.draft(_visit(suite), suite.shell.core.rulebook()).lines[0]
    return line.code, line.minutes


def _check_paper(suite: Suite, minutes: int, start: str, stop: str) -> None:
    path = suite.folder.parent / "ticket.pdf"
    assert suite.shell.closing.write_pdf(_visit(suite).id, path)
    words = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    given = words[words.index("inFLIXimab 400 mg") : words.index("Timeline")]
    assert re.search(rf"{start} +{minutes} ", given), given
    assert stop in given
    assert f"{minutes} min" in words


def _steps(suite: Suite, keys: Keys) -> list[int]:
    """The steps of the clock in the record, in whole seconds."""
    suite.settle()
    reader = open_reader(suite.folder, keys)
    bodies = [event.body for event in reader.station_events(("ClockStepped",))]
    reader.close()
    return [round(body.step_ms / 1000) for body in bodies if isinstance(body, ClockStepped)]


@pytest.mark.parametrize("by", [HOUR, -HOUR, timedelta(days=-400)], ids=["forward", "back", "to another year"])
def test_the_clock_is_set_while_a_line_runs(opened: Open, template: Template, by: timedelta) -> None:
    suite = opened(MORNING)
    _infuse(suite)
    suite.pass_(30)
    suite.clocks.set_wall(by)
    suite.pass_(0)
    assert _on_card(suite) == "30 min"
    suite.pass_(30)
    assert _on_card(suite) == "1 h 00 min"
    assert _steps(suite, template.keys) == [by.total_seconds()]
    _stop(suite)
    assert _charged(suite) == ("96365", 60)
    suite.pass_(0)
    assert suite.shell.core.now() == suite.clocks.wall
    _check_paper(suite, 60, "09:00", "10:00")


def test_a_clock_set_back_before_anything_runs(opened: Open) -> None:
    suite = opened(MORNING)
    _seat(suite)
    suite.clocks.set_wall(-HOUR)
    suite.pass_(0)
    _hang(suite)
    suite.pass_(20)
    suite = _again(suite, opened)
    assert _on_card(suite) == "20 min"
    _stop(suite)
    assert _charged(suite) == ("96365", 20)
    _check_paper(suite, 20, "08:00", "08:20")


def test_undo_lasts_ten_seconds_after_a_clock_was_set_back(opened: Open) -> None:
    suite = opened(MORNING)
    _seat(suite)
    suite.clocks.set_wall(-HOUR)
    suite.pass_(0)
    _hang(suite)
    suite.pass_(11 / 60)
    button = suite.shell.board.page.findChild(QWidget, "undoButton")
    assert button is not None
    assert not button.isVisible()


def test_a_machine_that_slept(opened: Open, template: Template) -> None:
    suite = opened(MORNING)
    _infuse(suite)
    suite.pass_(5)
    suite.clocks.pass_(90)
    suite.shell.tick()
    suite.settle()
    assert _on_card(suite) == "1 h 35 min"
    assert _steps(suite, template.keys) == []
    _stop(suite)
    assert _charged(suite) == ("96365", 95)
    _check_paper(suite, 95, "09:00", "10:35")


def test_the_clock_is_set_while_the_program_is_shut(opened: Open) -> None:
    suite = opened(MORNING)
    _infuse(suite)
    suite.pass_(10)
    suite.clocks.pass_(30)
    suite.clocks.set_wall(3 * HOUR)
    suite = _again(suite, opened)
    assert _on_card(suite) == "40 min"
    _stop(suite)
    assert _charged(suite) == ("96365", 40)


def test_the_machine_starts_anew_while_a_line_runs(opened: Open) -> None:
    suite = opened(MORNING)
    _infuse(suite)
    suite.pass_(10)
    suite.clocks.pass_(30)
    suite.clocks.boot_id, suite.clocks.boot_ms = "boot-2", 40_000
    suite = _again(suite, opened)
    assert _on_card(suite) == "40 min"
    suite.pass_(20)
    assert _on_card(suite) == "1 h 00 min"


@pytest.mark.parametrize(
    ("start", "elapsed", "on_card", "times"),
    [
        (datetime(2026, 11, 25, 4, 30, tzinfo=UTC), 75, "1 h 15 min", ("23:30", "00:45")),
        (datetime(2026, 11, 1, 5, 30, tzinfo=UTC), 60, "1 h 00 min", ("01:30", "01:30")),
        (datetime(2026, 11, 1, 5, 50, tzinfo=UTC), 75, "1 h 15 min", ("01:50", "02:05")),
        (datetime(2026, 3, 8, 6, 45, tzinfo=UTC), 30, "30 min", ("01:45", "03:15")),
        (datetime(2028, 2, 29, 4, 50, tzinfo=UTC), 25, "25 min", ("23:50", "00:15")),
    ],
    ids=["midnight", "the autumn hour", "out of the autumn hour", "the spring hour", "into the leap day"],
)
def test_a_line_runs_across(
    opened: Open, template: Template, start: datetime, elapsed: int, on_card: str, times: tuple[str, str]
) -> None:
    suite = opened(start)
    _infuse(suite)
    suite.pass_(elapsed)
    assert _on_card(suite) == on_card
    _stop(suite)
    assert _charged(suite) == ("96365", elapsed)
    _check_paper(suite, elapsed, *times)
    assert _steps(suite, template.keys) == []
