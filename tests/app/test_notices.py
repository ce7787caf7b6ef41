"""Notices are recorded once when they come on screen, are never alarms, and stay away when dismissed."""

from nursedesk.record.events import EncounterId, NoticeShown, SettingChanged

from tests.app.suite import Suite
from tests.app.test_lines import running


def shown(suite: Suite, visit: EncounterId) -> list[tuple[str, str]]:
    bodies = [event.body for event in suite.shell.core.daybook.events(visit)]
    return [(body.notice, body.said) for body in bodies if isinstance(body, NoticeShown)]


def test_each_notice_is_recorded_once(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(1)
    assert ("under", "under 16 min") in shown(suite, visit)
    for _ in range(5):
        suite.pass_(1)
    assert [said for kind, said in shown(suite, visit)].count("under 16 min") == 1
    suite.pass_(80)
    assert [said for kind, said in shown(suite, visit) if kind == "boundary"] == ["boundary 10:31"]


def test_what_is_recorded_makes_no_work_for_the_coder(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(1)
    core = suite.shell.core
    assert core.lookout.fresh(core.visit(visit), core.now())


def test_dismissed_stays_dismissed_and_the_list_says_so(suite: Suite) -> None:
    visit = running(suite)
    suite.pass_(1)
    suite.shell.encounter.open(visit)
    suite.settle()
    chip = suite.hands.find("encounterNotice_1")
    chip.dismissed.emit()
    suite.pass_(1)
    rows = suite.shell.encounter.page.record.notices.rows()
    assert any(row.second.startswith("dismissed") for row in rows)
    dismissed = suite.shell.core.visit(visit).dismissed[0].partition(":")[0]
    look = suite.shell.core.lookout.known(suite.shell.core.visit(visit))
    assert dismissed not in [notice.kind.value for notice in look.notices]


def test_a_site_that_hides_boundaries_shows_and_records_none(suite: Suite) -> None:
    visit = running(suite)
    before = shown(suite, visit)
    suite.shell.core.daybook.write_of_itself(SettingChanged("boundary_policy", '"hidden"'))
    for _ in range(4):
        suite.pass_(22)
    later = {kind for kind, _ in shown(suite, visit)[len(before) :]}
    assert not later & {"under", "boundary", "just_crossed"}
