"""Over midnight, a month's end, 29 February and New Year."""

from datetime import UTC, datetime

import pytest

from tests.bad_inputs import window
from tests.bad_inputs.conftest import OpenAt
from tests.bad_inputs.record import Record, segment, visit


@pytest.mark.parametrize(
    ("start", "stop", "first_day"),
    [
        ("2026-11-19T23:30", "2026-11-20T01:00", "19-Nov-2026"),
        ("2026-10-31T23:30", "2026-11-01T01:00", "31-Oct-2026"),
        ("2024-02-29T23:30", "2024-03-01T01:00", "29-Feb-2024"),
        ("2024-02-28T23:30", "2024-02-29T01:00", "28-Feb-2024"),
        ("2025-12-31T23:30", "2026-01-01T01:00", "31-Dec-2025"),
    ],
)
def test_an_imported_line_has_its_minutes_and_the_day_it_began(
    record: Record, start: str, stop: str, first_day: str
) -> None:
    assert record.take_in(visit(first=segment(start, stop))).code == 0
    (row,) = record.log()
    assert row["minutes"] == "90"
    assert row["date"] == start[:10]
    assert {line["date"] for line in record.ticket()["lines"]} == {start[:10]}
    paper = record.paper()
    assert first_day in paper
    assert "1 h 30 min" in paper or "90 min" in paper
    assert record.clean()


def test_a_day_the_calendar_lacks_is_refused(record: Record) -> None:
    said = record.take_in(visit(first=segment("2027-02-29T23:30", "2027-03-01T01:00")))
    assert said.code == 1
    assert '"2027-02-29T23:30" is not a time' in said.err
    assert record.events() == ()
    said = record.ask("shift-log", "--from", "2027-02-29", "--to", "2027-03-01", "--format", "csv", "-o", "-")
    assert said.code == 2
    assert "is not a time: write it like 2026-11-24T07:00." in said.sentence


def test_a_line_over_new_year_at_the_chair(open_at: OpenAt) -> None:
    suite = open_at(datetime(2027, 1, 1, 4, 30, tzinfo=UTC))
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(90)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    (line,) = suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall).ticket.lines[:1]
    assert (line.code, line.minutes, str(line.date)) == ("96365", 90, "2026-12-31")
    assert window.is_clean(suite)
