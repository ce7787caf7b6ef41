"""Some images of a failed power with every run of the tests; the long run is `python -m tests.campaign power`."""

import random
from pathlib import Path

import pytest

from tests.campaign import faults, power_fail
from tests.campaign.power_fail import Disk
from tests.campaign.recording import Act, Call


@pytest.fixture(autouse=True)
def _traced() -> None:
    if not faults.can_trace():
        pytest.skip("this system has no strace that may trace")


def test_what_was_acknowledged_is_there_when_the_power_fails(tmp_path: Path) -> None:
    result = power_fail.run(tmp_path, 300, 20261124, print)
    assert result.problems == []
    assert result.ok, result
    assert result.torn > 0


def test_without_a_sync_at_each_commit_it_is_not(tmp_path: Path) -> None:
    result = power_fail.run(tmp_path, 100, 20261124, print, normal=True)
    assert result.lost > 0
    assert not result.ok


def test_an_image_has_what_was_synced_and_any_part_of_the_rest() -> None:
    disk = Disk({"record.db": b"old" * 400})
    new = b"new" * 400
    for call in (Call(Act.WRITE, "record.db", 0, new), Call(Act.MAKE, "record.db-wal")):
        disk.take(call)
    chance = random.Random(1)
    seen = {disk.image(chance)[0]["record.db"] for _ in range(200)}
    assert {b"old" * 400, new, new[:512] + (b"old" * 400)[512:]} <= seen
    disk.take(Call(Act.SYNC, "record.db"))
    assert {disk.image(chance)[0]["record.db"] for _ in range(50)} == {new}
    assert not disk.pending()
