"""A few kills of the writer with every run of the tests; the long run is `python -m tests.campaign`."""

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the campaign forks its writers")


def _campaign(*arguments: str) -> subprocess.CompletedProcess[str]:
    # A process of its own, because one that has threads must not fork.
    asked = [sys.executable, "-m", "tests.campaign", *arguments]
    return subprocess.run(asked, capture_output=True, text=True, check=False, timeout=120)


def test_nothing_acknowledged_is_lost() -> None:
    result = _campaign("kill", "--kills", "25")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 of them lost" in result.stdout


def test_the_campaign_sees_a_writer_that_acknowledges_too_early() -> None:
    result = _campaign("kill", "--kills", "25", "--seed", "1", "--control")
    assert result.returncode == 1, result.stdout + result.stderr
    assert ", 0 of them lost" not in result.stdout
