"""01:30 on the night it happens twice: which one is asked, and paper says which."""

from datetime import UTC, datetime

from nursedesk.record.events import EncounterId
from PySide6.QtWidgets import QWidget

from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, segment, visit


def test_an_imported_one_without_an_offset_is_the_first_and_it_is_told_and_marked(record: Record) -> None:
    said = record.take_in(visit(first=segment("2026-11-01T01:30", "2026-11-01T03:30")))
    assert said.code == 0
    assert "administration 1: the clocks showed 01:30 twice on 2026-11-01" in said.err
    assert "taken as the first, and marked so in the record" in said.err
    assert "correct them at the desk" in said.out
    reasons = {event.kind: event.header.reason for event in record.events()}
    assert "01:30 came twice that night" in (reasons["Started"] or "")
    assert "came twice" not in (reasons["Stopped"] or "")
    (row,) = record.log()
    assert row["start"] == "2026-11-01T01:30:00-04:00"
    assert row["minutes"] == "180"
    assert "01:30 EDT" in record.paper()
    assert record.clean()


def test_an_offset_says_which(record: Record) -> None:
    said = record.take_in(visit(first=segment("2026-11-01T01:30-05:00", "2026-11-01T03:30")))
    assert (said.code, said.err) == (0, "")
    (row,) = record.log()
    assert row["start"] == "2026-11-01T01:30:00-05:00"
    assert row["minutes"] == "120"
    assert "01:30 EST" in record.paper()


def test_a_typed_one_is_asked_for(open_at: OpenAt) -> None:
    suite = open_at(datetime(2026, 11, 1, 5, 10, tzinfo=UTC))
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(120)
    visit_id = EncounterId(window.seated(suite).id)
    start = next(one for one in suite.shell.core.daybook.events(visit_id) if one.kind == "Started")
    suite.shell.encounter.open(visit_id)
    suite.settle()
    window.edit_time(suite, start.header.event_id)
    window.paste(suite, "timeField", "01:30")
    choices = [window.shown(suite, f"timeChoice_{n}") for n in (1, 2)]
    assert choices == ["01:30 EDT", "01:30 EST"]
    suite.hands.press("timeChoice_2")
    window.paste(suite, "timeReason", "read off the pump")
    suite.hands.press("timeSave")
    suite.settle()
    assert window.seated(suite).administrations[0].segments[0].start == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert suite.station.frame.findChild(QWidget, "timeEditor") is not None
    assert window.is_clean(suite)
