"""The one thread that writes: each call's events in one transaction, told to the caller when the commit returned.

After an error nothing is tried again on the same connection: it is closed, a new one opened, and the ids looked
up, because an error does not mean that nothing was saved. What the disk did not take goes to the emergency
journal, and into the record before anything that comes later, as soon as the disk takes it.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from nursedesk.record.codec import event_bytes
from nursedesk.record.events import Event, EventId
from nursedesk.store import links, projection
from nursedesk.store.errors import StoreError, explain, is_full, is_worlds, store_error
from nursedesk.store.journal import Journal
from nursedesk.store.links import Link

T = TypeVar("T")

_RETRY_SECONDS = 2.0
_KEPT = "It is kept in the emergency journal too, and comes into the record by itself when the disk takes it."


class SaveState(StrEnum):
    SAVED = "saved"
    NOT_SAVED = "not_saved"
    CHECKING = "checking"
    """The disk does not answer; a second outcome follows when it does."""
    JOURNALLED = "journalled"
    """Not in the record, but in the emergency journal; a second outcome follows when the record takes it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one call's events; `reason` is a sentence for the nurse, empty when they are saved."""

    state: SaveState
    reason: str
    event_ids: tuple[EventId, ...]


Done = Callable[[Outcome], None]


@dataclass(frozen=True, slots=True)
class _Append:
    events: tuple[Event, ...]
    payloads: tuple[bytes, ...]
    done: Done
    journalled: bool = False

    @property
    def ids(self) -> tuple[EventId, ...]:
        return tuple(event.header.event_id for event in self.events)


@dataclass(frozen=True, slots=True)
class _Task:
    run: Callable[[Connection], Any]
    answer: "Future[Any]"


class Writer:
    """Owns the writing connection; `append` and `run` may be called from any thread."""

    def __init__(self, engine: Engine, mac_key: bytes, make_room: Callable[[], bool] = lambda: False) -> None:
        """`make_room` is called when the disk is full; when it gave some, the call is tried once more."""
        self._engine = engine
        self._mac_key = mac_key
        self._make_room = make_room
        self._journal: Journal | None = None
        self._queue: SimpleQueue[_Append | _Task | None] = SimpleQueue()
        self._connection: Connection | None = None
        self._ends: dict[str, Link] = {}
        self._doubts: list[_Append] = []
        self._backlog: list[_Append] = []
        """In the journal and not in the record, in the order they were pressed."""
        self._closing = threading.Lock()
        self._closed = False
        ready: Future[None] = Future()
        # A daemon, so that a program that fails elsewhere still ends; a commit cut short is whole or absent.
        self._thread = threading.Thread(target=self._work, args=(ready,), name="ledger", daemon=True)
        self._thread.start()
        ready.result()

    def append(self, events: Sequence[Event], done: Done, *, journalled: bool = False) -> None:
        """Queue events for one transaction; `done` is called on the writer's thread after the commit returned.

        After CHECKING or JOURNALLED it is called a second time. Raises at once on what cannot be written as an
        event. `journalled`: they come from the journal.
        """
        payloads = tuple(event_bytes(event) for event in events)
        self._put(_Append(tuple(events), payloads, done, journalled))

    def use_journal(self, journal: Journal) -> None:
        """From now on, what the disk refuses goes there."""
        self._journal = journal

    def run(self, job: Callable[[Connection], T]) -> T:
        """Run a job in a transaction on the writer's connection and wait for its answer or its error."""
        answer: Future[T] = Future()
        self._put(_Task(job, answer))
        return answer.result()

    def close(self) -> None:
        """Finish what is queued and give up the connection."""
        with self._closing:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _put(self, job: _Append | _Task) -> None:
        # Under a lock, so that nothing is queued behind the end, where nobody would ever answer it.
        with self._closing:
            if self._closed:
                raise StoreError("The record is closed: nothing was saved; open NurseDesk again.")
            self._queue.put(job)

    # --- on the writer's thread --------------------------------------------------------------------

    def _work(self, ready: "Future[None]") -> None:
        try:
            self._connection = self._engine.connect()
        except BaseException as error:  # raised again by the thread that opens the ledger
            ready.set_exception(error)
            return
        ready.set_result(None)
        while True:
            try:
                job = self._queue.get(timeout=_RETRY_SECONDS if self._doubts or self._backlog else None)
            except Empty:
                self._settle_doubts()
                self._bring_in_backlog()
                continue
            if job is None:
                break
            self._one(job)
        self._settle_doubts()
        self._bring_in_backlog()
        self._drop_connection()

    def _one(self, job: _Append | _Task) -> None:
        self._settle_doubts()
        refused = self._bring_in_backlog()
        if isinstance(job, _Task):
            self._run_task(job)
            return
        # Behind what the disk has just refused again nothing is written, so that the order is kept.
        state, reason = self._save(job) if refused is None else self._keep(job, SaveState.NOT_SAVED, refused)
        self._tell(job, state, reason)

    def _run_task(self, job: _Task) -> None:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                answer = job.run(self._connection)
        except BaseException as error:  # belongs to the thread that asked
            self._drop_connection()
            job.answer.set_exception(store_error(error, "The change could not be saved") or error)
            return
        job.answer.set_result(answer)

    def _save(self, job: _Append) -> tuple[SaveState, str]:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            self._write(self._connection, job)
        except Exception as error:
            if not isinstance(error, SQLAlchemyError | StoreError | OSError):
                _report(error)
            if is_full(error) and self._make_room():
                self._drop_connection()
                return self._save(job)
            return self._keep(job, *self._look_up(job, error), worlds=is_worlds(error))
        return SaveState.SAVED, ""

    def _write(self, connection: Connection, *jobs: _Append) -> None:
        added = []
        ends: dict[str, Link] = {}
        pairs = [pair for job in jobs for pair in zip(job.events, job.payloads, strict=True)]
        with connection.begin():
            for event, payload in pairs:
                station: str = event.header.station_id
                last = ends.get(station) or self._last(connection, station)
                made = links.add_event(connection, self._mac_key, last, event, payload)
                if made is not None:
                    ends[station] = made
                    added.append(event)
            for station, end in ends.items():
                links.keep_end(connection, self._mac_key, station, end)
            projection.keep_up(connection, added)
        self._ends.update(ends)

    def _last(self, connection: Connection, station: str) -> Link:
        """The last link of a station, kept in memory while this connection lives."""
        if station not in self._ends:
            self._ends[station] = links.last_link(connection, station)
        return self._ends[station]

    # --- after an error ----------------------------------------------------------------------------

    def _look_up(self, job: _Append, error: Exception) -> tuple[SaveState, str]:
        reason = explain(error)
        self._drop_connection()
        try:
            self._connection = self._engine.connect()
            missing = links.missing_for_good(self._connection, job.ids, full=is_full(error))
        except Exception:  # whatever it was, the answer is the same: it is not known
            self._drop_connection()
            return SaveState.CHECKING, reason
        return (SaveState.NOT_SAVED, reason) if missing else (SaveState.SAVED, "")

    def _keep(self, job: _Append, state: SaveState, reason: str, *, worlds: bool = True) -> tuple[SaveState, str]:
        """Put into the journal what the record did not take, or may not have taken; say what is so then.

        Kept beside a call in doubt too: a program that ends before the disk answers would take it along.
        """
        if state is SaveState.SAVED:
            return state, reason
        journalled = worlds and self._in_journal(job)
        if state is SaveState.CHECKING:
            self._doubts.append(replace(job, journalled=journalled))
        elif journalled:
            self._backlog.append(job)
            return SaveState.JOURNALLED, f"{reason} {_KEPT}"
        return state, reason

    def _in_journal(self, job: _Append) -> bool:
        if job.journalled:
            return True
        if self._journal is None:
            return False
        try:
            self._journal.append(job.payloads)
        except StoreError:
            return False
        return True

    def _bring_in_backlog(self) -> str | None:
        """Write what is in the journal and not in the record; the reason when the disk refuses it still."""
        if not self._backlog:
            return None
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            self._write(self._connection, *self._backlog)
            # An earlier try may have left them in the log unsynced, and this one had nothing to add then.
            links.missing_for_good(self._connection, [one for job in self._backlog for one in job.ids])
        except Exception as error:
            # They are in the journal and found by their ids, whatever became of this commit.
            self._drop_connection()
            if is_worlds(error):
                return explain(error)
            _report(error)
            self._end_backlog(SaveState.NOT_SAVED, explain(error))
            return None
        self._end_backlog(SaveState.SAVED, "")
        self._clear_journal()
        return None

    def _end_backlog(self, state: SaveState, reason: str) -> None:
        ended, self._backlog = self._backlog, []
        for job in ended:
            self._tell(job, state, reason)

    def _clear_journal(self) -> None:
        """All of it is in the record; what stays by an error is merged at the next start, and adds nothing."""
        if self._journal is not None and not self._backlog and not self._doubts:
            with suppress(OSError):
                self._journal.clear()

    def _settle_doubts(self) -> None:
        """Tell the callers left in doubt, once the disk answers again."""
        if not self._doubts:
            return
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            missing = [links.missing_for_good(self._connection, job.ids) for job in self._doubts]
        except Exception:
            self._drop_connection()
            return
        settled, self._doubts = self._doubts, []
        # They come into the record with the next breath, before what was pressed later, and are told then.
        kept = [job for job, lost in zip(settled, missing, strict=True) if lost and job.journalled]
        self._backlog = kept + self._backlog
        for job, lost in zip(settled, missing, strict=True):
            if lost and job.journalled:
                continue
            if lost:
                self._tell(job, SaveState.NOT_SAVED, "The disk did not keep this entry: write the time on paper.")
            else:
                self._tell(job, SaveState.SAVED, "")
        self._clear_journal()

    def _drop_connection(self) -> None:
        self._ends.clear()
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            connection.close()
        except Exception:  # a connection that cannot even be closed is left to the end of the process
            connection.invalidate()

    def _tell(self, job: _Append, state: SaveState, reason: str) -> None:
        try:
            job.done(Outcome(state, reason, job.ids))
        except Exception as error:  # the caller's mistake must not end the thread that saves
            _report(error)


def _report(error: Exception) -> None:
    """Give a mistake of our own to the program's one handler, without ending this thread."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
