"""The screen never waits for the disk: with every commit held up, presses show at once and say Saving."""

import threading
from collections.abc import Iterator

import pytest
from nursedesk.app.bridge import SAYS_SAVING_AFTER_MS
from nursedesk.record.encounter import LineState
from nursedesk.store.writer import Writer
from nursedesk.ui.frame.model import Saved
from PySide6.QtCore import QElapsedTimer

from tests.app.suite import Suite
from tests.bad_inputs.window import check_in, seated


@pytest.fixture
def held_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Every commit waits until this is set."""
    go_on = threading.Event()
    go_on.set()
    real = Writer._write

    def slowly(writer: Writer, *arguments: object) -> None:
        assert go_on.wait(60)
        real(writer, *arguments)  # type: ignore[arg-type] what it was called with

    monkeypatch.setattr(Writer, "_write", slowly)
    yield go_on
    go_on.set()


def _state(suite: Suite) -> Saved:
    return suite.hands.find("savedIndicator").state()  # type: ignore[attr-defined,no-any-return] the indicator's own


def test_presses_show_at_once_and_say_saving_until_the_disk_has_them(
    suite: Suite, held_up: threading.Event
) -> None:
    suite.sign_in()
    check_in(suite)
    suite.settle()
    held_up.clear()
    clock = QElapsedTimer()
    clock.start()
    suite.hands.press("hangButton_1")
    suite.hands.type("drugField", "infliximab")
    suite.hands.press("startNowButton")
    suite.hands.wait(lambda: bool(seated(suite).administrations), "the line is up")
    assert seated(suite).administrations[0].state is LineState.RUNNING
    suite.hands.wait(lambda: _state(suite) is Saved.SAVING, "it says Saving")
    assert clock.elapsed() >= SAYS_SAVING_AFTER_MS
    suite.hands.press_first("stopButton_")
    assert seated(suite).administrations[0].state is LineState.STOPPED
    assert _state(suite) is Saved.SAVING, "never Saved before the commit has returned"
    assert suite.shell.core.daybook.waiting() >= 3
    held_up.set()
    suite.hands.wait(lambda: _state(suite) is Saved.SAVED, "the disk has it")
    suite.settle()
