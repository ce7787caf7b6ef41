"""The table of charted lines says what folding the events says, whatever happened, page by page."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nursedesk.record.charted_lines import ChartedVisit, charted, hand_overs_of
from nursedesk.record.encounter import Label, Route
from nursedesk.record.events import (
    Body,
    Closed,
    Corrected,
    DrugHung,
    EncounterId,
    Event,
    HandedOver,
    LineId,
    Paused,
    PersonId,
    Prepared,
    Pushed,
    Reopened,
    Resumed,
    Signed,
    Started,
    Stopped,
    Voided,
)
from nursedesk.record.fold import fold
from nursedesk.store import shift_lines
from nursedesk.store.engine import one_value
from nursedesk.store.ledger import Ledger, create_folder, open_folder
from nursedesk.store.places import database_path
from nursedesk.store.projector import read_how
from nursedesk.store.schema import REVISIONS, revision_of
from nursedesk.store.verify import verify
from sqlalchemy import Connection
from sqlalchemy.event import listen

from tests.clock import SettableClock
from tests.store.fixtures.make_schema_1 import CLOSED_VISIT, FIXTURE, FIXTURE_KEYS, OPEN_VISIT
from tests.store.making import PASSPHRASE, Desk, Suite, raw

LINES = (LineId("line-1"), LineId("line-2"))


def given_visit(desk: Desk, visit: str) -> list[Event]:
    """A closed visit of an infusion that was handed over, and a push."""
    bodies: tuple[Body, ...] = (
        Prepared(LINES[0], Route.IV_INFUSION, (DrugHung("adm-1", "=ondansetron|Ñ", "J2405"),)),
        Started(LINES[0]),
        HandedOver(PersonId("olga"), (LINES[0],)),
        Stopped(LINES[0], 1),
        Prepared(LINES[1], Route.IV_PUSH, (DrugHung("adm-2", "diphenhydramine", "J1200"),)),
        Pushed(LINES[1]),
        Closed("A-261124-001"),
    )
    return [desk.opened(visit), *(desk.event(body, visit) for body in bodies)]


def folded(ledger: Ledger, visit: str, until: datetime) -> ChartedVisit:
    events = ledger.events_of(EncounterId(visit))
    return charted(fold(events), hand_overs_of(events), until)


def found(ledger: Ledger, until: datetime) -> list[ChartedVisit]:
    return list(ledger.reader.charted_between(until - timedelta(days=400), until, until))


def test_closed_visits_come_from_the_table_and_open_ones_from_their_events(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now(given_visit(desk, "closed"))
    suite.ledger.append_now(given_visit(desk, "open")[:-1])
    until = desk.clock.advance(60)
    visits = found(suite.ledger, until)
    assert [visit.encounter for visit in visits] == ["closed", "open"]
    assert visits == [folded(suite.ledger, visit.encounter, until) for visit in visits]
    (closed, _) = visits
    assert [line.handed_over_to for line in closed.lines] == ["olga", ""]
    assert [line.how.given for line in closed.lines] == [False, True]
    suite.ledger.run(
        lambda connection: connection.exec_driver_sql("UPDATE shift_line SET drug = 'tabled'") and None
    )
    told = {visit.encounter: {line.drug for line in visit.lines} for visit in found(suite.ledger, until)}
    assert told == {"closed": {"tabled"}, "open": {"=ondansetron|Ñ", "diphenhydramine"}}


def test_a_line_still_up_in_a_closed_visit_is_counted_up_to_the_instant(suite: Suite, desk: Desk) -> None:
    events = given_visit(desk, "odd")
    suite.ledger.append_now([event for event in events if not isinstance(event.body, Stopped)])
    first = found(suite.ledger, desk.clock.advance(60))
    second = found(suite.ledger, desk.clock.advance(60))
    minutes = [visit.lines[0].minutes or 0 for (visit,) in (first, second)]
    assert minutes[1] == minutes[0] + 60


def test_a_stop_charted_after_closing_is_in_the_table(suite: Suite, desk: Desk) -> None:
    events = given_visit(desk, "late")
    stop = next(event for event in events if isinstance(event.body, Stopped))
    suite.ledger.append_now([event for event in events if event is not stop])
    suite.ledger.append_now([desk.event(Stopped(LINES[0], 1), "late")])
    until = desk.clock.advance(60)
    assert found(suite.ledger, until) == [folded(suite.ledger, "late", until)]
    assert verify(suite.folder, suite.keys).clean
    assert _rows(suite) == 2


def test_a_visit_that_is_open_again_has_no_rows(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now(given_visit(desk, "again"))
    assert _rows(suite) == 2
    suite.ledger.append_now([desk.event(Reopened(), "again")])
    assert _rows(suite) == 0
    assert verify(suite.folder, suite.keys).clean


def _change(suite: Suite, sql: str) -> None:
    def change(connection: Connection) -> None:
        connection.exec_driver_sql(sql)

    suite.ledger.run(change)


def _rows(suite: Suite) -> int:
    return int(suite.ledger.run(lambda connection: one_value(connection, "SELECT count(*) FROM shift_line")))


@pytest.mark.parametrize("page", [1, 2, 3, 50])
def test_visits_come_once_each_in_the_order_of_their_opening(
    suite: Suite, desk: Desk, page: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shift_lines, "PAGE", page)
    first = desk.clock()
    for number in range(5):
        # Two by two at the same instant, so that a page may end between two of them.
        desk.clock.set(first + timedelta(hours=number // 2))
        suite.ledger.append_now(given_visit(desk, f"visit-{9 - number}"))
    visits = found(suite.ledger, desk.clock.advance(60))
    assert [visit.encounter for visit in visits] == ["visit-8", "visit-9", "visit-6", "visit-7", "visit-5"]
    assert all(len(visit.lines) == 2 for visit in visits)


def test_only_the_visits_of_the_period(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now(given_visit(desk, "early"))
    between = desk.clock.advance(60)
    suite.ledger.append_now(given_visit(desk, "late"))
    read, end = suite.ledger.reader.charted_between, desk.clock.advance(60)
    assert [visit.encounter for visit in read(between, end, end)] == ["late"]
    assert [visit.encounter for visit in read(between - timedelta(days=1), between, end)] == ["early"]
    assert list(read(end + timedelta(days=1), end + timedelta(days=2), end)) == []


def test_nothing_is_read_by_going_through_a_table(suite: Suite, desk: Desk) -> None:
    asked = {"begin": "", "end": "~", "after": "", "last": "", "page": 5, "first": "", "visit": "x"}
    searches = {
        shift_lines.EARLIEST_SQL: ("SEARCH encounter USING COVERING INDEX ix_encounter_closed",) * 2,
        shift_lines.VISITS_SQL: ("SEARCH encounter USING INDEX ix_encounter_opened",),
        shift_lines.LINES_SQL: ("SEARCH shift_line USING PRIMARY KEY",),
        shift_lines.EVENTS_SQL: ("SEARCH event USING",),
    }
    other = raw(suite.folder, suite.keys)
    for statement, wanted in searches.items():
        steps = [str(row[3]) for row in other.execute("EXPLAIN QUERY PLAN " + statement, asked).fetchall()]
        told = [step for step in steps if step.startswith(("SEARCH", "SCAN")) and "subquery" not in step]
        assert len(told) == len(wanted), steps
        assert all(step.startswith(begin) for step, begin in zip(told, wanted, strict=True)), steps
    other.close()


def test_tickets_by_the_time_of_their_signature_come_by_an_index(suite: Suite, desk: Desk) -> None:
    signed = Signed("A-261124-001", 1, "{}", "digest", "reviewed")
    suite.ledger.append_now([*given_visit(desk, "first"), desk.event(signed, "first")])
    between = desk.clock.advance(60)
    suite.ledger.append_now([*given_visit(desk, "second"), desk.event(signed, "second")])
    reader = suite.ledger.reader
    asked: list[tuple[str, Any]] = []
    listen(
        reader._engine,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: asked.append((statement, values)),
    )
    assert [one.encounter for one in reader.tickets(status="signed", signed_since=between)] == ["second"]
    statement, values = asked[-1]
    with reader._engine.connect() as connection:
        plan = [str(step[3]) for step in connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)]
    assert plan[0] == "SEARCH ticket USING INDEX ix_ticket_status (status=? AND signed_utc>?)"


def test_an_older_record_has_its_lines_when_it_is_opened(tmp_path: Path) -> None:
    shutil.copy(FIXTURE, database_path(tmp_path))
    ledger = open_folder(tmp_path, FIXTURE_KEYS)
    until = datetime.fromisoformat("2026-12-01T00:00:00+00:00")
    visits = found(ledger, until)
    assert [visit.encounter for visit in visits] == [CLOSED_VISIT, OPEN_VISIT]
    assert visits == [folded(ledger, visit.encounter, until) for visit in visits]
    assert ledger.run(revision_of) == REVISIONS[-1]
    ledger.close()
    assert verify(tmp_path, FIXTURE_KEYS).clean


def test_a_changed_line_and_one_too_many_are_found(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now(given_visit(desk, "visit-1"))
    for change in (
        "UPDATE shift_line SET minutes = minutes + 1 WHERE place = 0",
        "UPDATE shift_line SET encounter_id = 'nobody' WHERE place = 1",
        "DELETE FROM shift_line WHERE place = 0",
    ):
        suite.ledger.rebuild_projections()
        assert verify(suite.folder, suite.keys).clean
        _change(suite, change)
        problems = verify(suite.folder, suite.keys).problems
        assert any("lines of the log (visit visit-1)" in problem.sentence() for problem in problems), change


_WORDS = st.sampled_from(["prepared", "started", "paused", "resumed", "stopped", "pushed"])
_LINE_BODIES = st.builds(
    lambda word, line, segment: {
        "prepared": Prepared(line, Route.IV_INFUSION, (DrugHung(f"adm-{line}", "ondansetron", "J2405"),)),
        "started": Started(line),
        "paused": Paused(line, segment),
        "resumed": Resumed(line, segment),
        "stopped": Stopped(line, segment),
        "pushed": Pushed(line),
    }[word],
    _WORDS,
    st.sampled_from(LINES),
    st.integers(1, 2),
)
_VISIT_BODIES = st.one_of(
    st.builds(HandedOver, st.sampled_from(["ana", "bob"]), st.just(LINES)),
    st.just(Closed("A-261124-001")),
    st.just(Reopened()),
    st.just("void"),
    st.just("correct"),
)


@pytest.fixture(scope="module")
def shared_suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Suite]:
    folder: Path = tmp_path_factory.mktemp("shared") / "suite"
    made = create_folder(folder, PASSPHRASE, use_keyring=False)
    yield Suite(folder, made.ledger.keys, made.recovery_key, made.ledger)
    made.ledger.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.one_of(_LINE_BODIES, _LINE_BODIES, _VISIT_BODIES), max_size=20))
def test_the_table_says_what_the_events_say(shared_suite: Suite, clock: SettableClock, steps: list[Any]) -> None:
    """Press by press, closed and open again, corrected and voided: the same lines, and `verify` agrees."""
    desk, ledger = Desk(clock), shared_suite.ledger
    visit = f"visit-{ledger.head('A').seq}"
    events = [desk.opened(visit)]
    ledger.append_now(events)
    for step in steps:
        target = events[-1].header
        match step:
            case "void":
                body: Body = Voided(target.event_id)
            case "correct":
                body = Corrected(
                    target.event_id, Label.CORRECTION, occurred=target.occurred - timedelta(minutes=7)
                )
            case said:
                body = said
        events.append(desk.event(body, visit, reason="typed" if step == "correct" else None))
        assert ledger.append_now(events[-1:]).state == "saved"
    until = clock.advance(600)
    told = next((one for one in found(ledger, until) if one.encounter == visit), None)
    assert told is None or told == folded(ledger, visit, until)
    assert (told is None) == (ledger.visit(EncounterId(visit)) is None)
    assert verify(shared_suite.folder, shared_suite.keys).problems == ()


def test_what_is_said_in_few_words_is_read_back() -> None:
    for text_ in ("treatment|iv_infusion|2|observed|completed|0|LATE ENTRY|CORRECTION", "hydration|iv_push|0|||1"):
        how = read_how(text_)
        assert how.given == text_.endswith("1")
        assert how.labels == ((Label.LATE_ENTRY, Label.CORRECTION) if "LATE" in text_ else ())
