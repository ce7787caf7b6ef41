"""After an error the writer finds out what is true before it says so."""

import threading
from collections.abc import Callable, Iterator

import pytest
from nursedesk.record.events import EncounterId, LineId, Started
from nursedesk.store import projection
from nursedesk.store import writer as writer_module
from nursedesk.store.engine import make_engine
from nursedesk.store.ledger import Outcome, SaveState
from nursedesk.store.places import database_path
from nursedesk.store.verify import verify
from nursedesk.store.writer import Writer
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import OperationalError

from tests.store.making import Desk, Suite

VISIT = EncounterId("visit-1")


class Disk:
    """An engine whose disk can be made to fail, standing where the real one does."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.gone = False
        self.connected = 0
        self.fail_commit: Callable[[Connection], None] | None = None
        event.listen(engine, "commit", self._commit)

    def connect(self) -> Connection:
        if self.gone:
            raise OSError(5, "Input/output error")
        self.connected += 1
        return self._engine.connect()

    def _commit(self, connection: Connection) -> None:
        if self.fail_commit is not None:
            fail, self.fail_commit = self.fail_commit, None
            fail(connection)


class Outcomes:
    """What the writer told, one after another."""

    def __init__(self) -> None:
        self._told: list[Outcome] = []
        self._more = threading.Semaphore(0)

    def __call__(self, outcome: Outcome) -> None:
        self._told.append(outcome)
        self._more.release()

    def next(self) -> Outcome:
        assert self._more.acquire(timeout=20)
        return self._told.pop(0)


@pytest.fixture
def disk(suite: Suite) -> Disk:
    return Disk(make_engine(database_path(suite.folder), suite.keys.database()))


@pytest.fixture
def writer(suite: Suite, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(writer_module, "_RETRY_SECONDS", 0.05)
    writer = Writer(disk, suite.keys.mac())  # type: ignore[arg-type] it connects, which is all that is asked of it
    yield writer
    writer.close()


def _full(connection: Connection) -> None:
    raise OperationalError("COMMIT", None, Exception("database or disk is full"))


def _fails_after_it_was_done(connection: Connection) -> None:
    connection.connection.dbapi_connection.commit()  # type: ignore[union-attr] there is one in a transaction
    raise OperationalError("COMMIT", None, Exception("disk I/O error"))


def test_an_error_before_the_commit_is_not_saved(suite: Suite, desk: Desk, disk: Disk, writer: Writer) -> None:
    told = Outcomes()
    disk.fail_commit = _full
    writer.append([desk.opened()], told)
    outcome = told.next()
    assert outcome.state is SaveState.NOT_SAVED
    assert outcome.reason == "The disk is full: write the time on paper and make space on this computer."
    assert disk.connected == 2
    assert suite.ledger.events_of(VISIT) == ()


def test_what_was_not_saved_does_not_come_back(suite: Suite, desk: Desk, disk: Disk, writer: Writer) -> None:
    """After a fault of the disk the log is written over, since a commit whose sync failed may stand in it."""

    def fault(connection: Connection) -> None:
        raise OperationalError("COMMIT", None, Exception("disk I/O error"))

    told = Outcomes()
    before = writer.run(lambda connection: connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    disk.fail_commit = fault
    writer.append([desk.opened()], told)
    assert told.next().state is SaveState.NOT_SAVED
    after = writer.run(lambda connection: connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    assert after == before + 1


def test_an_error_after_the_commit_is_saved(suite: Suite, desk: Desk, disk: Disk, writer: Writer) -> None:
    told = Outcomes()
    disk.fail_commit = _fails_after_it_was_done
    writer.append([desk.opened()], told)
    assert told.next().state is SaveState.SAVED
    writer.append([desk.event(Started(LineId("line-1")))], told)
    assert told.next().state is SaveState.SAVED
    assert len(suite.ledger.events_of(VISIT)) == 2
    assert verify(suite.folder, suite.keys).clean


@pytest.mark.parametrize(
    ("fail", "final"), [(_full, SaveState.NOT_SAVED), (_fails_after_it_was_done, SaveState.SAVED)]
)
def test_a_disk_that_does_not_answer_is_checking_until_it_does(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, fail: Callable[[Connection], None], final: SaveState
) -> None:
    told = Outcomes()

    def and_gone(connection: Connection) -> None:
        disk.gone = True
        fail(connection)

    disk.fail_commit = and_gone
    first = desk.opened()
    writer.append([first], told)
    assert told.next().state is SaveState.CHECKING
    writer.append([desk.event(Started(LineId("line-1")))], told)
    assert told.next().state is SaveState.CHECKING
    disk.gone = False
    settled = told.next()
    assert (settled.state, settled.event_ids) == (final, (first.header.event_id,))
    assert told.next().state is SaveState.NOT_SAVED
    assert verify(suite.folder, suite.keys).clean


def test_what_is_queued_at_closing_is_saved_in_its_order(suite: Suite, desk: Desk, writer: Writer) -> None:
    told: list[Outcome] = []
    events = [desk.opened(), *(desk.event(Started(LineId("line-1"), number)) for number in range(50))]
    for one in events:
        writer.append([one], told.append)
    writer.close()
    assert [outcome.event_ids for outcome in told] == [(one.header.event_id,) for one in events]
    assert {outcome.state for outcome in told} == {SaveState.SAVED}
    assert suite.ledger.events_of(VISIT) == tuple(events)


def test_a_mistake_of_ours_goes_to_the_handler_and_the_writer_lives(
    suite: Suite, desk: Desk, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)
    told = Outcomes()

    def mistaken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(projection, "keep_up", mistaken)
        writer.append([desk.opened()], told)
        outcome = told.next()
    assert outcome.state is SaveState.NOT_SAVED
    assert outcome.reason.startswith("The record could not be written")
    writer.append([desk.opened()], mistaken)
    writer.append([desk.event(Started(LineId("line-1")))], told)
    assert told.next().state is SaveState.SAVED
    assert [args.exc_type for args in reported] == [ZeroDivisionError, ZeroDivisionError]
    assert len(suite.ledger.events_of(VISIT)) == 2


def test_a_failed_job_is_told_to_the_one_who_asked(writer: Writer) -> None:
    with pytest.raises(OperationalError):
        writer.run(lambda connection: connection.exec_driver_sql("SELECT nothing"))
    assert writer.run(lambda connection: connection.exec_driver_sql("SELECT 7").scalar()) == 7
