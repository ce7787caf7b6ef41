"""What became of messages is kept as events that read back as they were written."""

from datetime import UTC, datetime

import pytest
from nursedesk.record.codec import decode_event, event_bytes
from nursedesk.record.events import Body, Posted, QueueCleared
from nursedesk.record.fold import fold
from nursedesk.record.posting_events import PostOutcome

from tests.record.visit import Visit

STEP = Posted("A-261124-007", 2, "charges", "QK3V", "mllp://billing:2575", PostOutcome.REFUSED, 1, "no such code")


@pytest.mark.parametrize("body", [STEP, QueueCleared(datetime(2026, 11, 24, 19, 31, tzinfo=UTC))])
def test_a_step_of_posting_reads_back(body: Body) -> None:
    visit = Visit()
    visit.say(body)
    raw = event_bytes(visit.events[0])
    assert decode_event(raw) == visit.events[0]


def test_an_outcome_is_kept_as_its_word_and_changes_nothing_of_the_visit() -> None:
    visit = Visit()
    before = fold(visit.open().events)
    visit.say(STEP)
    assert b'"outcome":"refused"' in event_bytes(visit.events[-1])
    assert fold(visit.events) == before
