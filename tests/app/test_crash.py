"""kill -9 of the whole program: what was shown as saved is there, and lines go on from the recorded instants.

The long run is `python -m tests.campaign.program`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.station import Station
from nursedesk.record.encounter import LineState
from nursedesk.record.intervals import minute_of
from nursedesk.ui.board.line_row import LineRow
from nursedesk.ui.words import duration
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.app.suite import Suite
from tests.campaign.program import KEY_OF_RUN, later
from tests.desk.station import Clocks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks the programs it kills")
NBSP = "\N{NO-BREAK SPACE}"


def _campaign(*arguments: str) -> "subprocess.CompletedProcess[str]":
    # A process of its own, because one that has threads must not fork.
    asked = [sys.executable, "-m", "tests.campaign.program", *arguments]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=180)


def _open_later(place: Path) -> Suite:
    """The window on the suite that was killed last, 47 minutes after."""
    now, folder = later(), place / "suite"
    clocks = Clocks(now.now, now.boot_ms, now.boot_id)
    station = Station(application(folder), folder, (place / KEY_OF_RUN).read_text(), clocks)
    station.frame.resize(1600, 1000)
    station.begin()
    suite = Suite(folder, clocks, station, Hands(station.frame))
    suite.sign_in()
    suite.settle()
    return suite


def _should_show(suite: Suite) -> dict[str, str]:
    """Row → minutes, counted here from the recorded instants of every running line."""
    daybook, shown = suite.shell.core.daybook, {}
    now = minute_of(daybook.clock())
    for row in suite.station.frame.findChildren(LineRow):
        if row.model().state is LineState.RUNNING:
            visit = daybook.in_chair(row.objectName().split("_")[1])
            assert visit is not None
            line = next(one for one in visit.administrations if one.line == row.model().line)
            minutes = 0
            for part in line.segments:
                assert part.start is not None
                minutes += (minute_of(part.stop) if part.stop else now) - minute_of(part.start)
            shown[row.objectName().removeprefix("lineRow_")] = duration(minutes).replace(NBSP, " ")
    return shown


def test_what_was_shown_as_saved_is_there_and_the_board_goes_on(tmp_path: Path, qtbot: QtBot) -> None:
    result = _campaign("--kills", "3", "--keep", str(tmp_path))
    assert result.returncode == 0, result.stdout + result.stderr
    assert ", 0 of them lost" in result.stdout
    suite = _open_later(tmp_path)
    wanted = _should_show(suite)
    labels = {name: suite.station.frame.findChild(QLabel, f"elapsedLabel_{name}") for name in wanted}
    found = {name: label.text().replace(NBSP, " ") for name, label in labels.items() if label is not None}
    suite.close()
    assert wanted
    assert found == wanted


def test_the_campaign_sees_a_program_that_tells_too_early() -> None:
    result = _campaign("--kills", "2", "--seed", "1", "--control")
    assert result.returncode == 1, result.stdout + result.stderr
    assert ", 0 of them lost" not in result.stdout
