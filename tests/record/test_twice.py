"""Times that an autumn night has twice, told without an offset."""

import json
from datetime import datetime

import pytest
from nursedesk.record.twice import told_twice


@pytest.mark.parametrize(
    ("zone", "start", "twice"),
    [
        ("America/New_York", "2026-11-01T01:30", True),
        ("America/New_York", "2026-11-01T01:59:59", True),
        ("America/New_York", "2026-11-01T00:59", False),
        ("America/New_York", "2026-11-01T02:00", False),
        ("America/New_York", "2026-11-01T01:30-04:00", False),
        ("America/New_York", "2026-11-01T05:30Z", False),
        ("America/New_York", "2026-03-08T02:30", False),
        ("America/New_York", "2026-11-02T01:30", False),
        ("America/Phoenix", "2026-11-01T01:30", False),
        ("UTC", "2026-11-01T01:30", False),
    ],
)
def test_which_times_are_not_known(zone: str, start: str, twice: bool) -> None:
    given = {"id": "A1", "segments": [{"start": start, "stop": None}, {"start": None}]}
    found = told_twice(json.dumps({"time_zone": zone, "administrations": [given, {"id": "A2"}]}))
    assert found == ((("A1", datetime.fromisoformat(start)),) if twice else ())


def test_a_visit_without_a_zone_or_lines_has_none() -> None:
    assert told_twice("{}") == ()
