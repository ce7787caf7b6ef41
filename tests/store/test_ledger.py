"""The ledger: what is appended is there, once, whole, and never changes."""

import shutil
import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from nursedesk.record.chain import GENESIS, head_of
from nursedesk.record.codec import event_bytes
from nursedesk.record.encounter import Status
from nursedesk.record.events import (
    ChairMoved,
    Closed,
    EncounterId,
    Event,
    EventId,
    Noted,
    PersonChanged,
    PersonId,
    SettingChanged,
    SignedIn,
    Started,
    Stopped,
    Voided,
)
from nursedesk.record.events import LineId as Line
from nursedesk.store.checkpoint import make_checkpoint, stored_checkpoints
from nursedesk.store.errors import StoreError
from nursedesk.store.ledger import Outcome, SaveState, open_folder, open_reader
from nursedesk.store.verify import verify
from sqlalchemy.event import listen
from sqlalchemy.exc import IntegrityError

from tests.store.making import Desk, Suite

VISIT = EncounterId("visit-1")


def test_what_was_saved_is_there_after_a_new_start(suite: Suite, desk: Desk) -> None:
    events = (desk.opened(), desk.event(Started(Line("line-1"))), desk.event(Stopped(Line("line-1"), 1)))
    assert suite.ledger.append_now(events) == Outcome(
        SaveState.SAVED, "", tuple(event.header.event_id for event in events)
    )
    assert suite.ledger.events_of(VISIT) == events
    suite.ledger.close()
    again = open_folder(suite.folder, suite.keys)
    assert again.events_of(VISIT) == events
    assert again.open_encounters() == {VISIT: events}
    again.close()


def test_done_is_called_on_the_writers_thread_after_the_commit(suite: Suite, desk: Desk) -> None:
    event = desk.opened()
    told = threading.Event()
    seen: list[object] = []

    def done(outcome: Outcome) -> None:
        seen.extend(
            (outcome.state, threading.current_thread().name, suite.ledger.reader.find_events(outcome.event_ids))
        )
        told.set()

    suite.ledger.append([event], done)
    assert told.wait(10)
    assert seen == [SaveState.SAVED, "ledger", {event.header.event_id: event}]


def test_the_same_event_twice_is_there_once(suite: Suite, desk: Desk) -> None:
    first, second = desk.opened(), desk.event(Started(Line("line-1")))
    suite.ledger.append_now([first])
    assert suite.ledger.append_now([first, second, second]).state is SaveState.SAVED
    assert suite.ledger.append_now([second]).state is SaveState.SAVED
    assert suite.ledger.events_of(VISIT) == (first, second)
    assert suite.ledger.head("A").seq == 2


def test_each_station_has_a_chain_anyone_can_check(suite: Suite, desk: Desk) -> None:
    other = Desk(desk.clock, "B")
    mine = [desk.opened(), desk.event(Started(Line("line-1")))]
    theirs = [other.opened("visit-2"), other.event(Started(Line("line-2")), "visit-2")]
    suite.ledger.append_now([mine[0], theirs[0], theirs[1], mine[1]])
    assert suite.ledger.head("A").hash == head_of("A", map(event_bytes, mine))
    assert suite.ledger.head("B").hash == head_of("B", map(event_bytes, theirs))
    assert suite.ledger.head("C").hash == GENESIS
    assert suite.ledger.reader.stations() == ("A", "B")


def test_events_of_one_call_are_saved_together_or_not_at_all(suite: Suite, desk: Desk) -> None:
    whole = desk.opened()
    broken = desk.event(Started(Line("line-1")), event_id="")
    outcome = suite.ledger.append_now([whole, broken])
    assert outcome.state is SaveState.NOT_SAVED
    assert "write the time on paper" in outcome.reason
    assert suite.ledger.events_of(VISIT) == ()
    assert suite.ledger.append_now([whole]).state is SaveState.SAVED
    assert suite.ledger.head("A").seq == 1


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET actor = 'someone'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET event_count = 9",
    ],
)
def test_the_past_cannot_be_changed(suite: Suite, desk: Desk, change: str) -> None:
    suite.ledger.append_now([desk.opened()])
    make_checkpoint(suite.ledger, "A", desk.clock())
    with pytest.raises(IntegrityError, match="append-only"):
        suite.ledger.run(lambda connection: connection.exec_driver_sql(change).rowcount)
    assert len(suite.ledger.events_of(VISIT)) == 1


def test_an_event_that_is_none_is_our_mistake_and_raised_at_once(suite: Suite, desk: Desk) -> None:
    with pytest.raises(TypeError):
        suite.ledger.append_now([desk.event(object())])  # type: ignore[arg-type] the mistake on purpose


@pytest.mark.parametrize(
    "odd",
    [
        "\ud800",
        "a\udfffb",
        "\0",
        "\u202eevil",
        "👩\u200d⚕️",
        "'; DROP TABLE event;--",
        "=cmd|'/c calc'!A1",
        "\u200d",
    ],
)
def test_nothing_odd_in_a_text_keeps_an_event_out(suite: Suite, desk: Desk, odd: str) -> None:
    events = (
        desk.opened(odd, name=odd, mrn=odd),
        desk.event(ChairMoved(odd), odd, reason=odd, actor=odd),
        desk.event(SettingChanged(odd, odd), None),
    )
    assert suite.ledger.append_now(events).state is SaveState.SAVED
    assert suite.ledger.events_of(EncounterId(odd)) == events[:2]
    assert len(suite.ledger.visits(mrn=odd)) == 1
    assert suite.ledger.visit(EncounterId(odd)) == suite.ledger.visits(name=odd)[0]
    assert verify(suite.folder, suite.keys).problems == ()
    suite.ledger.rebuild_projections()
    assert verify(suite.folder, suite.keys).clean


def test_a_note_of_ten_megabytes_and_times_at_the_ends(suite: Suite, desk: Desk) -> None:
    desk.clock.set(datetime(1970, 1, 1, tzinfo=UTC))
    events = [desk.opened(), desk.event(Noted("n" * 10_000_000))]
    for year in (2038, 9999):
        desk.clock.set(datetime(year, 1, 19, 3, 14, 7, 5, tzinfo=UTC))
        events.append(desk.event(Started(Line("line-1"))))
    assert suite.ledger.append_now(events).state is SaveState.SAVED
    assert suite.ledger.events_of(VISIT) == tuple(events)
    assert verify(suite.folder, suite.keys).clean


def test_a_copy_with_its_log_and_nothing_else_is_whole(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    """As a power cut leaves it: the database, what was committed since in the log, no shared memory."""
    suite.ledger.append_now([desk.opened()])
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("record.db", "record.db-wal"):
        shutil.copy(suite.folder / name, copy / name)
    assert verify(copy, suite.keys).events == 1
    beside = open_reader(copy, suite.keys)
    assert len(beside.events_of(VISIT)) == 1
    beside.close()


def test_after_closing_nothing_waits_for_ever(suite: Suite, desk: Desk) -> None:
    suite.ledger.close()
    with pytest.raises(StoreError, match="closed"):
        suite.ledger.append_now([desk.opened()])


def test_open_closed_and_past_visits(suite: Suite, desk: Desk) -> None:
    first = [desk.opened("visit-1"), desk.event(Closed("A-261124-001"), "visit-1")]
    closed_at = desk.clock()
    desk.clock.advance(60)
    second = [desk.opened("visit-2", "Óscar Łąka"), desk.event(ChairMoved("7"), "visit-2")]
    suite.ledger.append_now(first + second)
    ledger = suite.ledger
    assert set(ledger.open_encounters()) == {"visit-2"}
    assert set(ledger.encounters_with(Status.CLOSED)) == {"visit-1"}
    assert [visit for visit, _ in ledger.encounters_between(closed_at, desk.clock())] == ["visit-1", "visit-2"]
    later = closed_at + timedelta(seconds=1)
    assert [visit for visit, _ in ledger.encounters_between(later, desk.clock())] == ["visit-2"]
    assert [visit.id for visit in ledger.visits(name="oscar")] == ["visit-2"]
    assert [visit.id for visit in ledger.visits(mrn="MRN-1")] == ["visit-2", "visit-1"]
    assert ledger.visits(name="%") == ()
    listed = ledger.visit(EncounterId("visit-2"))
    assert listed is not None
    assert (listed.chair, listed.patient_name, listed.date_of_service) == ("7", "Óscar Łąka", "2026-11-24")


def test_ticket_numbers_go_on_after_a_thousand(suite: Suite, desk: Desk) -> None:
    assert suite.ledger.last_ticket_number("A-261124-") is None
    for number in ("A-261124-999", "A-261124-1000", "A-261125-002"):
        suite.ledger.append_now([desk.opened(number), desk.event(Closed(number), number)])
    assert suite.ledger.last_ticket_number("A-261124-") == "A-261124-1000"


def test_people_and_settings_as_last_said(suite: Suite, desk: Desk) -> None:
    jane = PersonChanged(PersonId("jdoe"), "Jane Doe", "RN", ("nurse", "charge_nurse"))
    gone = PersonChanged(PersonId("old"), "Old Hand", "RN", ("nurse",), active=False)
    events: list[Event] = [
        desk.event(body, None)
        for body in (
            PersonChanged(PersonId("jdoe"), "Jane", "", ()),
            gone,
            jane,
            SettingChanged("site", '"A"'),
            SettingChanged("site", '"B"'),
            SignedIn(PersonId("jdoe")),
        )
    ]
    suite.ledger.append_now(events)
    assert suite.ledger.people() == (jane, gone)
    assert suite.ledger.settings() == {"site": '"B"'}
    assert suite.ledger.station_events(["SignedIn", "PersonChanged"]) == (*events[:3], events[5])
    assert suite.ledger.station_events([]) == ()


def test_an_opening_that_is_voided_leaves_no_visit_in_the_lists(suite: Suite, desk: Desk) -> None:
    opened = desk.opened()
    suite.ledger.append_now([opened, desk.event(Voided(opened.header.event_id), reason="undo")])
    assert suite.ledger.visits() == ()
    assert len(suite.ledger.events_of(VISIT)) == 2


def test_a_reader_beside_the_desk_sees_what_is_saved_after_it_opened(suite: Suite, desk: Desk) -> None:
    beside = open_reader(suite.folder, suite.keys)
    suite.ledger.append_now([desk.opened()])
    assert len(beside.events_of(VISIT)) == 1
    suite.ledger.append_now([desk.event(Started(Line("line-1")))])
    assert len(beside.events_of(VISIT)) == 2
    beside.close()


def test_many_threads_read_while_one_writes(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now([desk.opened()])
    found: list[bool] = []

    def read() -> None:
        counts = [len(suite.ledger.events_of(VISIT)) for _ in range(50)]
        found.append(counts == sorted(counts) and counts[0] >= 1)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for _ in range(50):
        suite.ledger.append_now([desk.event(Started(Line("line-1")))])
    for reader in readers:
        reader.join()
    assert found == [True] * 4


def test_no_read_scans_the_ledger(suite: Suite, desk: Desk) -> None:
    """Without statistics the planner likes to read eight million events to find those of forty visits."""
    suite.ledger.append_now([desk.opened()])
    reader, now = suite.ledger.reader, desk.clock()
    asked: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, values: object, *_: object) -> None:
        asked.append((statement, values))

    listen(reader._engine, "before_cursor_execute", note)
    reader.events_of(VISIT)
    reader.open_encounters()
    reader.station_events(["SignedIn", "Locked"])
    list(reader.encounters_between(now, now + timedelta(days=1)))
    reader.find_events([EventId("a"), EventId("b")])
    reader.head("A")
    reader.visits(name="a", mrn="b", status=Status.OPEN)
    reader.tickets(number="A-261124-001")
    about_events = [(statement, values) for statement, values in asked if "event" in statement]
    assert len(about_events) == 6
    with reader._engine.connect() as connection:
        for statement, values in about_events:
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
            steps = [str(step[3]) for step in plan]
            assert any(step.startswith("SEARCH event USING") for step in steps), (statement, steps)
            assert not any(step.startswith("SCAN event") for step in steps), (statement, steps)


def test_events_between_come_in_pages_in_the_order_they_were_saved(suite: Suite, desk: Desk) -> None:
    events = [desk.opened(), *(desk.event(Started(Line(f"line-{number}"))) for number in range(9))]
    suite.ledger.append_now(events)
    start, end = events[2].header.recorded, events[8].header.recorded
    pages = []
    after = 0
    while page := suite.ledger.reader.events_between(start, end, after=after, limit=4):
        pages.append([event for _, event in page])
        after = page[-1][0]
    assert [len(page) for page in pages] == [4, 2]
    assert [event for page in pages for event in page] == events[2:8]


def test_checkpoints_are_read_without_the_writer(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now([desk.opened()])
    for _ in range(2):
        make_checkpoint(suite.ledger, "A", desk.clock())
    read = suite.ledger.reader.read
    assert len(read(stored_checkpoints)) == 2
    assert len(read(partial(stored_checkpoints, latest_only=True))) == 1
