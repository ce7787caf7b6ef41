"""A disk that takes three seconds for every fsync, injected under the real window; and what would not pass."""

from pathlib import Path

import pytest

from tests.campaign import slow_disk
from tests.campaign.slow_disk import DELAY_S, Found, judge


def test_presses_paint_at_once_and_say_saving_and_closing_waits(tmp_path: Path) -> None:
    if not slow_disk.can_inject():
        pytest.skip("this system has no strace that may trace")
    found = slow_disk.run(tmp_path)
    print(found.sentence())
    assert found.problems == []
    assert found.ok, found
    assert len(found.pressed) == 4
    assert found.said["opened"]["seconds"] > DELAY_S, "the disk was slow from the first instant on"
    assert found.said["saving"]["waiting"] >= 3, "said while all of them were waiting"


@pytest.mark.parametrize(
    ("painted_ms", "saved", "closed", "too_early", "problems"),
    [
        (12, {"seconds": 15, "waiting": 0}, {"seconds": 12, "waited_for": 1}, 0, 0),
        (3012, {"seconds": 15, "waiting": 0}, {"seconds": 12, "waited_for": 1}, 0, 1),
        (12, {"seconds": 0.1, "waiting": 2}, {"seconds": 12, "waited_for": 1}, 0, 2),
        (12, {"seconds": 15, "waiting": 0}, {"seconds": 0.1, "waited_for": 1}, 0, 1),
        (12, {"seconds": 15, "waiting": 0}, {"seconds": 12, "waited_for": 1}, 1, 1),
    ],
    ids=[
        "as it should be",
        "painted after the disk",
        "Saved too early",
        "closing did not wait",
        "counted too early",
    ],
)
def test_a_window_that_waits_or_tells_too_early_does_not_pass(
    painted_ms: float, saved: dict[str, float], closed: dict[str, float], too_early: int, problems: int
) -> None:
    found = Found([painted_ms], {"saved": saved, "closed": closed}, ["one"], too_early)
    judge(found, DELAY_S)
    assert len(found.problems) == problems
    assert found.ok == (problems == 0)
