"""The whole record's queue: what waits, where the next look begins, and that a stop loses nothing."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk.clock import Reading, StationClock
from nursedesk.desk.demo.samples import AMENDED, DRAFT, PRESENT, Samples, make_samples
from nursedesk.desk.posting.post import Office, beginning, note_cleared, office, post, waiting
from nursedesk.desk.posting.queue import Outgoing
from nursedesk.outputs.delivery.parcel import Answer
from nursedesk.record.posting_events import PostOutcome

ACCEPTED = Answer(PostOutcome.ACCEPTED)


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Samples]:
    made = make_samples(tmp_path / "suite", load_rulebook("cpt"))
    yield made
    made.desk.ledger.close()


def at(samples: Samples) -> Office:
    return office(samples.desk.ledger.reader, samples.desk.daybook.suite, load_rulebook("cpt"))


def send_all(samples: Samples, *answers: Answer) -> list[str]:
    """Post what waits; the last answer stays. Returns the outcomes."""
    left = list(answers)

    def send(_: Outgoing) -> Answer:
        return left.pop(0) if len(left) > 1 else left[0]

    here = at(samples)
    made = post(here, samples.desk.daybook, tuple(waiting(here)), "/drop", send)
    return [one.answer.outcome.value for one in made]


def test_every_signed_visit_waits_and_no_other(samples: Samples) -> None:
    found = {one.encounter for one in waiting(at(samples))}
    assert found == {visit for name, visit in samples.visits.items() if name != DRAFT}
    assert {one.base for one in waiting(at(samples))} == {0}
    amended = [one for one in waiting(at(samples)) if one.encounter == samples.visits[AMENDED]]
    assert {one.version for one in amended} == {2}


def test_where_nothing_can_be_reached_the_rest_is_not_tried(samples: Samples) -> None:
    many = len(tuple(waiting(at(samples))))
    assert send_all(samples, ACCEPTED, Answer(PostOutcome.NOT_SENT)) == ["accepted", "not_sent"]
    assert len(tuple(waiting(at(samples)))) == many - 1
    assert send_all(samples, ACCEPTED) == ["accepted"] * (many - 1)
    assert tuple(waiting(at(samples))) == ()


def test_a_stop_in_the_middle_loses_nothing_and_repeats_under_the_same_id(samples: Samples) -> None:
    here = at(samples)
    first, *_ = before = tuple(waiting(here))

    def stopped(_: Outgoing) -> Answer:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        post(here, samples.desk.daybook, before, "/drop", stopped)
    again = tuple(waiting(at(samples)))
    assert [one.parcel for one in again] == [one.parcel for one in before]
    assert again[0].trail is not None and again[0].trail.outcome is PostOutcome.TRYING
    assert again[0].parcel == first.parcel


def test_once_all_has_gone_the_next_look_begins_there_and_is_noted_once_a_day(samples: Samples) -> None:
    send_all(samples, ACCEPTED)
    desk = samples.desk
    for _ in range(3):
        note_cleared(at(samples), desk.daybook)
    cleared = desk.ledger.station_events(("QueueCleared",))
    assert [event.body.until for event in cleared] == [PRESENT - timedelta(days=1)]
    assert beginning(at(samples)) == PRESENT - timedelta(days=1)
    later = Reading(PRESENT + timedelta(days=3), "samples", 10_000_000_000 + 3 * 86_400_000)
    desk.daybook.clock = StationClock(lambda: later)
    note_cleared(at(samples), desk.daybook)
    assert beginning(at(samples)) == PRESENT + timedelta(days=2)
