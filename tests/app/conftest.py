"""A station's window on a fresh suite, closed again after the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.suite import MORNING, Suite, make_suite
from tests.desk.station import Clocks


@pytest.fixture
def suite(tmp_path: Path, qtbot: QtBot) -> Iterator[Suite]:
    """Nobody has signed in yet; the clock stands at nine in the morning of the suite's zone."""
    clocks = Clocks(wall=MORNING)
    folder = tmp_path / "suite"
    make_suite(folder, clocks)
    opened = Suite.open(folder, clocks)
    yield opened
    opened.close()
