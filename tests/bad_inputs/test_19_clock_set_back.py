"""The clock is set back an hour between start and stop: minutes come from the time since the machine started."""

from datetime import timedelta

from nursedesk.record.events import ClockStepped

from tests.app.suite import Suite
from tests.bad_inputs import window


def test_the_line_has_its_own_minutes_and_the_step_is_recorded(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(30)
    suite.clocks.set_wall(timedelta(hours=-1))
    suite.pass_(0)
    assert "EST · clock not trusted" in suite.hands.find("clock").accessibleName()
    assert "30 min" in window.shown(suite, "elapsedLabel_1_1")
    suite.pass_(10)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    line = suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall).ticket.lines[0]
    assert (line.code, line.minutes) == ("96365", 40)
    steps = [one.body for one in suite.shell.core.desk.ledger.station_events(("ClockStepped",))]
    assert [round(one.step_ms / 60_000) for one in steps if isinstance(one, ClockStepped)] == [-60]
    assert window.stored(suite, window.seated(suite).id)[-1] == "Stopped"
    assert window.is_clean(suite)
