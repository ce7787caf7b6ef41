"""Some images of a power that failed in the middle of a step; the long run is `python -m tests.campaign steps`."""

import random
from pathlib import Path

import pytest

from tests.campaign import faults, power_steps
from tests.campaign.tree import Step, TreeDisk


@pytest.mark.parametrize(("step", "images"), [("make", 6), ("backup", 12), ("upgrade", 30), ("journal", 30)])
def test_what_was_before_is_there_or_what_the_step_makes(step: str, images: int, tmp_path: Path) -> None:
    if not faults.can_trace():
        pytest.skip("this system has no strace that may trace")
    result = power_steps.run(tmp_path, step, images, 20261124)
    assert result.problems == []
    assert result.images == images


def test_a_journal_that_does_not_sync_loses_what_it_acknowledged(tmp_path: Path) -> None:
    if not faults.can_trace():
        pytest.skip("this system has no strace that may trace")
    result = power_steps.run(tmp_path, "journal", 20, 20261124, unsynced=True)
    assert any("acknowledged events are lost" in problem for problem in result.problems)


def _found(disk: TreeDisk, place: Path, times: int = 100) -> set[tuple[tuple[str, bytes], ...]]:
    """The different folders that may be found."""
    chance = random.Random(1)
    seen = set()
    for number in range(times):
        image = place / str(number)
        image.mkdir(parents=True)
        disk.image(image, chance)
        seen.add(tuple((one.name, one.read_bytes()) for one in sorted(image.rglob("*")) if one.is_file()))
    return seen


def test_a_name_and_what_it_names_reach_the_disk_apart(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "kept").write_bytes(b"old")
    disk = TreeDisk(tmp_path / "root")
    for step in (Step("made", "new"), Step("written", "new", data=b"made"), Step("moved", "new", "kept")):
        disk.take(step)
    old, half, empty, new = (
        (("kept", b"old"),),
        (("kept", b"old"), ("new", b"")),
        (("kept", b""),),
        (("kept", b"made"),),
    )
    assert {old, half, empty, new} <= _found(disk, tmp_path / "at first")
    disk.take(Step("synced", "kept"))
    after = _found(disk, tmp_path / "content synced")
    assert {old, new} <= after
    assert empty not in after
    disk.take(Step("synced", "."))
    assert _found(disk, tmp_path / "name synced") == {new}
