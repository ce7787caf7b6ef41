"""Somebody is told before the disk is full, and not every minute."""

import pytest
from nursedesk.app.disk_watch import SAYS_AGAIN_AFTER, disk_words
from nursedesk.desk.disk_watch import DiskState
from nursedesk.store import ballast

from tests.app.suite import Suite


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (DiskState(None, False), ""),
        (DiskState(ballast.LOW, True), ""),
        (DiskState(480_000_000, True), "Only 480 MB are left on this computer’s disk: presses are still saved"),
        (DiskState(3_000_000, False), "Only 3 MB are left on this computer’s disk, and nothing is kept back"),
    ],
)
def test_what_is_said_of_the_disk(state: DiskState, said: str) -> None:
    words = disk_words(state).replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith(said)
    assert bool(words) == bool(said)


def test_a_disk_that_fills_up_is_told_when_it_begins_when_it_is_urgent_and_every_hour(
    suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    suite.sign_in()
    watch, message = suite.station.disk, suite.shell.message
    assert watch is not None

    def told(free: int) -> str:
        monkeypatch.setattr(ballast, "free_bytes", lambda _: free)
        message.hide()
        watch.look()
        suite.hands.wait(lambda: not suite.station.tasks.busy(), "the disk was looked at")
        return message.sentence()

    (suite.folder / ballast.NAME).write_bytes(b"room")
    assert told(8 << 30) == ""
    assert "have space made today" in told(500_000_000)
    assert told(499_000_000) == ""
    (suite.folder / ballast.NAME).unlink()
    assert "have space made now" in told(5_000_000)
    assert [bool(told(5_000_000)) for _ in range(SAYS_AGAIN_AFTER)] == [*([False] * (SAYS_AGAIN_AFTER - 1)), True]
