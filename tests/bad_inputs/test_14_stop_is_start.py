"""A stop at the very start: nothing ran, and the record says so."""

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, segment, visit

NINE = "2026-11-20T09:00"


def test_an_imported_infusion_of_no_minutes_is_pointed_at(record: Record) -> None:
    assert record.take_in(visit(first=segment(NINE, NINE))).code == 0
    ticket = record.ticket()
    assert {line["code"] for line in ticket["lines"]} & {"96365", "96366"} == set()
    assert "inFLIXimab: infusion of 0 min, under 16; charged as a push" in [f["text"] for f in ticket["findings"]]
    assert record.log()[0]["minutes"] == "0"
    assert record.clean()


def test_a_push_may_be_so_and_is_not_pointed_at(record: Record) -> None:
    assert record.take_in(visit(first=segment(NINE, NINE) | {"route": "iv_push"})).code == 0
    ticket = record.ticket()
    assert "96374" in [line["code"] for line in ticket["lines"]]
    assert "under-16-minutes" not in [finding["code"] for finding in ticket["findings"]]


def test_a_line_stopped_in_its_first_second_is_kept_and_said(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.clocks.pass_(seconds=0.5)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    assert suite.shell.message.sentence() == "0 min is charged as a push. Times right?"
    visit_id = window.seated(suite).id
    pressed = [kind for kind in window.stored(suite, visit_id) if kind != "NoticeShown"]
    assert pressed[-2:] == ["Started", "Stopped"]
    assert window.is_clean(suite)
