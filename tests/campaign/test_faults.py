"""A few failing calls with every run of the tests; the long run is `python -m tests.campaign faults`."""

from pathlib import Path

import pytest

from tests.campaign import faults

CASES = (
    ("fsync,fdatasync", 5, True, "EIO"),
    ("fsync,fdatasync", 7, False, "EIO"),
    ("pwrite64", 60, True, "ENOSPC"),
)


def test_what_a_failing_disk_keeps_is_told_rightly(tmp_path: Path) -> None:
    if not faults.can_trace():
        pytest.skip("this system has no strace that may trace")
    found = faults.run(tmp_path, CASES, 20261124, print)
    assert found.wrong == []
    assert found.ok, found


def test_with_a_journal_on_a_sound_disk_nothing_is_lost(tmp_path: Path) -> None:
    if not faults.can_trace():
        pytest.skip("this system has no strace that may trace")
    found = faults.run(tmp_path, CASES, 20261124, print, journal=True)
    assert found.wrong == []
    assert (found.lost, found.journalled + found.checking > 0) == (0, True), found


def test_the_short_run_is_drawn_by_its_seed_and_the_full_one_is_everything() -> None:
    short = list(faults.cases(1, short=True))
    assert short == list(faults.cases(1, short=True))
    assert short != list(faults.cases(2, short=True))
    everything = set(faults.cases(1, short=False))
    assert set(short) < everything
    assert len(everything) == 6 * (170 + 16 + 3 + 12)
