"""Seconds around a boundary: times are charted minutes, and a minute counts when it is whole."""

import pytest

from tests.app.suite import Suite
from tests.bad_inputs import window
from tests.bad_inputs.record import Record, segment, visit

INFUSION, PUSH = "96365", "96374"


@pytest.mark.parametrize(
    ("stop", "minutes", "charged"),
    [
        ("09:15:00", 15, {PUSH: 1}),
        ("09:15:59", 15, {PUSH: 1}),
        ("09:16:00", 16, {INFUSION: 1}),
        ("09:30:59", 30, {INFUSION: 1}),
        ("09:31:00", 31, {INFUSION: 1}),
        ("10:30:59", 90, {INFUSION: 1}),
        ("10:31:00", 91, {INFUSION: 1, "96366": 1}),
    ],
)
def test_a_line(record: Record, stop: str, minutes: int, charged: dict[str, int]) -> None:
    assert record.take_in(visit(first=segment("2026-11-20T09:00:00", f"2026-11-20T{stop}"))).code == 0
    lines = record.ticket()["lines"]
    assert {line["code"]: line["units"] for line in lines if line["system"] == "CPT"} == charged
    assert record.log()[0]["minutes"] == str(minutes)
    assert f"{minutes} min" in record.paper() or f"1 h {minutes - 60} min" in record.paper()


@pytest.mark.parametrize(("stop", "hydration"), [("09:30:59", False), ("09:31:00", True)])
def test_hydration_alone(record: Record, stop: str, hydration: bool) -> None:
    water = {"drug": "sodium chloride 0.9%", "purpose": "hydration", "family": "hydration", "dose": None}
    one = visit(first=segment("2026-11-20T09:00:00", f"2026-11-20T{stop}") | water | {"opened": None})
    assert ('"96360"' in record.code(one).out) is hydration


@pytest.mark.parametrize(("seconds", "code"), [(15 * 60 + 59, PUSH), (16 * 60, INFUSION)])
def test_a_line_pressed_at_the_chair(suite: Suite, seconds: int, code: str) -> None:
    window.check_in(suite)
    window.hang(suite)
    suite.pass_(seconds / 60)
    suite.hands.press("stopButton_1_1")
    suite.settle()
    look = suite.shell.core.lookout.look(window.seated(suite), suite.clocks.wall)
    assert code in [line.code for line in look.ticket.lines]
