"""The scripted day keeps its limits, and no chair is freed over a line that is up."""

from pathlib import Path

import pytest
from nursedesk.app.line_questions import Deed
from nursedesk.record.encounter import LineState
from pytestqt.qtbot import QtBot

from tests.app.shift_day import LIMITS, Played, play
from tests.app.suite import Suite
from tests.app.test_lines import running

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")

NOT_PRESSED = 5
"""Stops of the day that nobody pressed when the bag was empty."""


def test_a_day_of_thirty_patients_keeps_its_limits(tmp_path: Path, qtbot: QtBot) -> None:
    played = play(tmp_path / "suite")
    _is_within(played)
    assert (played.encounters, played.printed) == (30, 30)
    assert (played.missed, len(played.caught)) == ([], NOT_PRESSED)
    assert (played.wrong, played.clean) == ([], True)


def _is_within(played: Played) -> None:
    for what, limit in LIMITS.items():
        presses = played.presses(what)
        assert presses, f"nobody did it: {what}"
        assert max(presses) <= limit, what
    assert played.most_prompts() <= 1, played.prompts


@pytest.mark.parametrize("deed", [Deed.PAUSE, None])
def test_a_chair_is_freed_only_when_its_line_has_a_stop(suite: Suite, deed: Deed | None) -> None:
    visit = running(suite)
    core = suite.shell.core
    suite.pass_(40)
    if deed is not None:
        suite.shell.lines.do(visit, core.visit(visit).administrations[0].line, deed)
    suite.shell.room.free(visit)
    assert core.visit(visit).freed is None
    suite.hands.press("askCancel")
    assert core.visit(visit).freed is None, "a question left records nothing"
    suite.pass_(3)
    suite.shell.room.free(visit)
    assert suite.hands.find("stopTimeField").text() == "09:43"
    suite.hands.type("stopTimeField", "-2m", enter=False)
    suite.hands.press("askDone")
    suite.settle()
    stored = core.visit(visit)
    assert stored.administrations[0].state is LineState.STOPPED
    assert stored.freed is not None
    kinds = [event.kind for event in core.desk.ledger.events_of(visit)]
    assert kinds[-2:] == ["Stopped", "ChairFreed"]


def test_what_was_prepared_and_never_hung_keeps_nobody_in_the_chair(suite: Suite) -> None:
    suite.sign_in()
    hands = suite.hands
    hands.press("checkInButton_1")
    hands.type("nameField", "ROE, Jane", enter=False)
    hands.press("checkInButton")
    suite.settle()
    visit = suite.shell.core.daybook.in_chair("1")
    assert visit is not None
    hands.press("hangButton_1")
    hands.type("drugField", "infliximab")
    hands.type("doseField", "400", enter=False)
    hands.press("prepareButton")
    suite.settle()
    suite.shell.room.free(visit.id)
    assert suite.shell.core.visit(visit.id).freed is not None
