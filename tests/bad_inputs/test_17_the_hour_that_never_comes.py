"""02:30 on the night it does not happen: nobody's clock showed it."""

from datetime import UTC, datetime

from nursedesk.record.events import EncounterId

from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, segment, visit


def test_import_skips_the_line_and_says_which_administration(record: Record) -> None:
    said = record.take_in(visit(first=segment("2026-03-08T02:30", "2026-03-08T04:00")), visit("B-2"))
    assert said.code == 1
    assert said.err == (
        "line 1: B-1, administration 1, names a time that no clock showed that day: correct it and import again.\n"
    )
    assert "1 added, 0 already there, 1 skipped" in said.out
    assert record.events("B-1") == ()
    assert record.clean()


def test_code_charges_nothing_for_it_and_says_why(record: Record) -> None:
    said = record.code(visit(first=segment("2026-03-08T02:30", "2026-03-08T04:00")))
    assert said.code == 0
    assert "a time is one no clock showed" in said.out
    assert "96365" not in said.out


def test_the_shift_log_does_not_begin_there(record: Record) -> None:
    period = ("--from", "2026-03-08T02:30", "--to", "2026-03-09", "--format", "csv", "-o", "-")
    said = record.ask("shift-log", *period)
    assert said.code == 2
    assert "no clock" in said.sentence


def test_a_typed_one_is_refused_with_the_minutes_around_it(open_at: OpenAt) -> None:
    suite = open_at(datetime(2026, 3, 8, 6, 40, tzinfo=UTC))
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(60)
    visit_id = EncounterId(window.seated(suite).id)
    start = next(one for one in suite.shell.core.daybook.events(visit_id) if one.kind == "Started")
    suite.shell.encounter.open(visit_id)
    suite.settle()
    window.edit_time(suite, start.header.event_id)
    window.paste(suite, "timeField", "02:30")
    assert "01:59" in window.shown(suite, "timeSays")
    before = window.stored(suite, visit_id)
    suite.hands.type("timeReason", "read off the pump")
    assert not suite.hands.find("timeSave").isEnabled()
    assert window.stored(suite, visit_id) == before
