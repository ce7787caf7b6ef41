"""`nursedesk boundaries`: the histogram and the counts, for programs and for people."""

import json

import pytest
from nursedesk.cli import main

from tests.cli import signed

NOVEMBER = ["--from", "2026-11-01", "--to", "2026-11-30"]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return signed.make(tmp_path_factory.mktemp("boundaries"))


def test_every_stop_is_counted_by_boundary_and_distance(
    record: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["boundaries", *NOVEMBER, "--by-nurse", "--json", *record]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "nursedesk.boundaries/1"
    assert (found["stops"], found["near"]) == (5, 4)
    assert found["distances"] == list(range(-10, 11))
    by_minute = {one["minute"]: one for one in found["boundaries"]}
    assert by_minute.keys() == {91, 151}
    assert by_minute[91]["histogram"][9] == 3
    assert sum(by_minute[91]["histogram"]) == by_minute[91]["just_before"] == 3
    assert (by_minute[151]["just_before"], by_minute[151]["just_past"]) == (1, 0)
    assert by_minute[91]["just_before_typed"] == 3
    nurses = {one["nurse"]: one["boundaries"] for one in found["nurses"]}
    assert {name: [x["just_before"] for x in kinds] for name, kinds in nurses.items()} == {
        "day nurse": [1],
        "night nurse": [2, 1],
    }


def test_nurses_are_named_only_when_asked_for(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["boundaries", *NOVEMBER, "--json", *record]) == 0
    assert "nurses" not in json.loads(capsys.readouterr().out)
    assert main(["boundaries", *NOVEMBER, *record]) == 0
    assert "nurse" not in capsys.readouterr().out


def test_the_report_is_for_people(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["boundaries", *NOVEMBER, "--by-nurse", *record]) == 0
    text = capsys.readouterr().out
    assert "5 lines charged by time came down, 4 of them within 10 minutes" in text
    rows = [line.split() for line in text.splitlines()]
    heading = next(row for row in rows if row[:2] == ["minute", "of"])
    assert heading[2:] == [str(distance) for distance in range(-10, 11)]
    histogram = next(row for row in rows if row[:2] == ["91", "infusion"])
    assert histogram[2:] == [*"." * 9, "3", *"." * 11]
    assert "night nurse" in text
    assert max(map(len, text.splitlines())) <= 120


def test_days_without_visits_are_an_empty_report(record: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["boundaries", "--from", "2020-01-01", "--to", "2020-12-31", *record]) == 0
    assert "0 lines charged by time came down" in capsys.readouterr().out
