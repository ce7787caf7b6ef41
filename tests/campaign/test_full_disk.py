"""Some disks that are really full with every run of the tests; the long run is `python -m tests.campaign disk`."""

from pathlib import Path

import pytest

from tests.campaign import full_disk


def test_a_disk_that_is_full_or_read_only_loses_nothing(tmp_path: Path) -> None:
    if not full_disk.can_mount():
        pytest.skip("this system does not let us mount a file system")
    found = full_disk.run(tmp_path, 4, 20261124, print)
    assert found.wrong == []
    assert found.ok, found
