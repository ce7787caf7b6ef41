"""What was shown, and the first thing done about it afterwards."""

import pytest
from nursedesk.record import events as ev
from nursedesk.record.encounter import Access, Device
from nursedesk.record.fold import fold
from nursedesk.ui.encounter.notice_log import notice_log
from nursedesk.ui.encounter.page import EncounterPage
from nursedesk.ui.encounter.record_panel import Tab

from tests.ui.encounter import moreno
from tests.ui.encounter.pictures import context
from tests.ui.encounter.recorder import Recorder

L1, L2 = ev.LineId("L1"), ev.LineId("L2")


def told(shown: ev.NoticeShown, *later: ev.Body) -> tuple[str, str, str]:
    said = moreno.event(200, "14:00", shown, actor="jdoe")
    after = [moreno.event(201 + n, "14:05", body, actor="mruiz") for n, body in enumerate(later)]
    events = (*moreno.EVENTS, said, *after)
    (row,) = notice_log(fold(events), events, context())
    return row.verb, row.subject, row.second


PASSED = ev.NoticeShown("planned_end_passed", L1, "planned end passed 13:50")


@pytest.mark.parametrize(
    ("shown", "later", "second"),
    [
        (PASSED, (), "nothing recorded about it"),
        (PASSED, (ev.Stopped(L1, 2),), "Stopped inFLIXimab 14:05 · M. Ruiz RN"),
        (PASSED, (ev.Stopped(L2, 1),), "nothing recorded about it"),
        (PASSED, (ev.NoticeDismissed("planned_end_passed", L1),), "dismissed 14:05 · M. Ruiz RN"),
        (PASSED, (ev.NoticeDismissed("boundary", L1), ev.Paused(L1, 2)), "Paused inFLIXimab 14:05 · M. Ruiz RN"),
        (
            ev.NoticeShown("no_order", L2, "no order yet"),
            (ev.Stopped(L2, 1), ev.OrderCharted(L2, True)),
            "Order on file magnesium sulfate 14:05 · M. Ruiz RN",
        ),
        (
            ev.NoticeShown("no_access", L2, "no access yet"),
            (ev.AccessPlaced(Access("C", Device.PERIPHERAL, "left hand")),),
            "Access C PIV, left hand 14:05 · M. Ruiz RN",
        ),
    ],
)
def test_what_was_done(shown: ev.NoticeShown, later: tuple[ev.Body, ...], second: str) -> None:
    assert told(shown, *later)[2] == second


def test_a_row_says_what_stood_on_the_screen(page: EncounterPage, recorder: Recorder) -> None:
    assert told(PASSED)[:2] == ("planned end passed 13:50", "inFLIXimab")
    recorder.events = (*moreno.EVENTS, moreno.event(200, "14:00", PASSED, actor="jdoe"))
    recorder.show()
    page.record.show_tab(Tab.NOTICES)
    (row,) = page.record.notices.rows()
    assert row.spoken.startswith("14:00, planned end passed 13:50 inFLIXimab")
    assert row.event_id not in [one.event_id for one in page.record.events.rows()]
