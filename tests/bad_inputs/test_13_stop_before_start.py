"""A stop one second, or one hour, before the start."""

import json
from datetime import timedelta

import pytest
from nursedesk.desk import run
from nursedesk.record.events import EncounterId, LineId

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, segment, visit


@pytest.mark.parametrize("stop", ["2026-11-20T08:59:59", "2026-11-20T08:00:00"])
def test_an_imported_one_is_kept_as_charted_and_never_charged_as_time(record: Record, stop: str) -> None:
    assert record.take_in(visit(first=segment("2026-11-20T09:00:00", stop))).code == 0
    kept = record.export()["administrations"][0]["segments"][0]
    assert kept["start"].startswith("2026-11-20T09:00:00")
    assert kept["stop"].startswith(stop)
    ticket = record.code(visit(first=segment("2026-11-20T09:00:00", stop)))
    assert ticket.code == 0
    assert '"96366"' not in ticket.out
    found = {one["code"]: one for one in json.loads(ticket.out)["findings"]}["stop-before-start"]
    assert found["severity"] == "block"
    assert found["text"] == "inFLIXimab: the stop is before the start; not charged until corrected"
    assert record.clean()


def test_a_correction_to_before_the_start_stays_visible_and_blocks(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(40)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    visit_id = EncounterId(window.seated(suite).id)
    stop = next(one for one in suite.shell.core.daybook.events(visit_id) if one.kind == "Stopped")
    suite.shell.encounter.open(visit_id)
    suite.shell.encounter._correct_time(
        stop.header.event_id, stop.header.occurred - timedelta(hours=2), "bag was empty"
    )
    suite.settle()
    assert window.stored(suite, visit_id)[-1] == "Corrected"
    (note,) = window.seated(suite).time_notes
    assert note.was == stop.header.occurred
    codes = [
        one.code for one in suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall).ticket.lines
    ]
    assert "96365" not in codes
    assert window.is_clean(suite)


def test_a_press_after_the_clock_went_back_is_never_before_its_start(suite: Suite) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.clocks.set_wall(timedelta(seconds=-2))
    suite.clocks.pass_(seconds=1)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    (line,) = window.seated(suite).administrations
    (part,) = line.segments
    assert part.start is not None
    assert part.stop is not None
    assert part.stop >= part.start
    assert run.line_of(window.seated(suite), LineId(line.line or "")) == line
