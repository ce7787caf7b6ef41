"""A clock at 1970, 2038 or 9999, and times of those years in a file."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, segment, visit


@pytest.mark.parametrize(
    "now",
    [
        datetime(1970, 1, 1, 0, 0, tzinfo=UTC),
        datetime(2038, 1, 19, 3, 13, tzinfo=UTC),
        datetime(9999, 12, 30, 23, 0, tzinfo=UTC),
    ],
    ids=["1970", "2038", "9999"],
)
def test_a_station_whose_clock_stands_there_charts_and_keeps_its_minutes(open_at: OpenAt, now: datetime) -> None:
    suite = open_at(now)
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(20)
    assert "20 min" in window.shown(suite, "elapsedLabel_1_1")
    suite.hands.press("stopButton_1_1")
    suite.settle()
    (line,) = window.seated(suite).administrations
    (part,) = line.segments
    assert part.start is not None
    assert part.stop is not None
    assert part.stop - part.start == timedelta(minutes=20)
    visit_id = window.seated(suite).id
    for page in ("encounter", "tickets", "shift", "board"):
        suite.shell.encounter.open(visit_id)
        suite.shell.window.show_page(page)
        suite.settle()
    assert window.is_clean(suite)


@pytest.mark.parametrize("day", ["1970-01-01", "2038-01-19"])
def test_an_imported_visit_of_then_is_kept_and_printed(record: Record, day: str) -> None:
    assert record.take_in(visit(first=segment(f"{day}T03:00", f"{day}T04:40"))).code == 0
    assert record.log()[0]["minutes"] == "100"
    assert day[:4] in record.paper()
    assert record.clean()


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "99999-01-01", "1e309"])
def test_a_time_no_calendar_holds_is_refused(record: Record, day: str) -> None:
    said = record.take_in(visit(first=segment(f"{day}T03:00", f"{day}T04:40")), visit("B-2"))
    assert said.code == 1
    assert said.err.startswith("line 1: administrations[0].segments[0].start: ")
    assert "is too near an end of the calendar" in said.err or "is not a time" in said.err
    assert "1 added" in said.out
    assert record.events("B-1") == ()


@pytest.mark.parametrize("end", ["9999-12-31T23:59", "9999-12-31", "10000-01-01"])
def test_a_shift_log_until_then_is_one_sentence_or_a_log(record: Record, end: str) -> None:
    assert record.take_in(visit()).code == 0
    said = record.ask("shift-log", "--from", "0001-01-01", "--to", end, "--format", "csv", "-o", "-")
    if said.code == 0:
        assert "ROE, Jane" in said.out
    else:
        assert said.code == 2
        assert "write" in said.sentence
