"""A short run of the monkey: no exception, no warning of Qt's, and a record that is clean."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.monkey.desk import let_loose

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

ACTS, SEED = 600, 20261124


def test_six_hundred_random_acts_do_no_harm(tmp_path: Path, qtbot: QtBot) -> None:
    monkey, clean = let_loose(tmp_path / "suite", SEED, ACTS)
    assert clean
    assert len(monkey.touched) > 20, "it was somewhere"
