"""A clock set while a line runs: the finding has its one press on the visit and on the closing page."""

from datetime import timedelta

from nursedesk.desk import run
from nursedesk.record.events import EncounterId, LineId

from tests.app.suite import Suite
from tests.app.test_desk import _run, _seat


def _doubted(suite: Suite) -> EncounterId:
    suite.sign_in()
    visit = _seat(suite)
    line = LineId(_run(suite, visit))
    suite.clocks.pass_(20)
    suite.clocks.set_wall(timedelta(hours=-1))
    suite.pass_(20)
    core = suite.shell.core
    core.press(visit, lambda one: run.stop(core.daybook, one, line))
    suite.settle()
    return visit


def _confirmed(suite: Suite, visit: EncounterId) -> list:
    suite.settle()
    events = suite.shell.core.desk.ledger.events_of(visit)
    return [(one.header.actor, one.header.reason) for one in events if one.kind == "TimesConfirmed"]


def test_times_are_right_on_the_page_of_the_visit(suite: Suite) -> None:
    visit = _doubted(suite)
    suite.shell.encounter.open(visit)
    rows = suite.shell.encounter.page.findings.rows()
    row = next(one for one in rows if one.code == "clock-suspect")
    assert (row.fix.word, row.also.word) == ("Times are right", "Correct")
    suite.shell.encounter.page.helping.fix(row.also)
    assert _confirmed(suite, visit) == []
    suite.shell.encounter.page.helping.fix_row(row)
    assert _confirmed(suite, visit) == [("jdoe", "times are right")]
    assert "clock-suspect" not in {one.code for one in suite.shell.encounter.page.findings.rows()}


def test_times_are_right_on_the_closing_page(suite: Suite) -> None:
    visit = _doubted(suite)
    suite.shell.closing.open(visit)
    suite.hands.press_first("fix_times_right_")
    assert _confirmed(suite, visit) == [("jdoe", "times are right")]
    assert suite.hands._beginning("fix_times_right_") is None
