"""Open the record of a suite for this station and put the day into memory."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import platformdirs

from nursedesk.desk import station_file
from nursedesk.desk.backing_up import back_up, note
from nursedesk.desk.clock import Reading, StationClock, read_system
from nursedesk.desk.daybook import Daybook, Settled, Submit
from nursedesk.desk.room import KINDS
from nursedesk.desk.suite import SUITE_KINDS, suite_of
from nursedesk.record.events import Event, Recovered, Source, StationId
from nursedesk.store.beside import take_beside
from nursedesk.store.checkpoint import make_checkpoint
from nursedesk.store.errors import NurseDeskError
from nursedesk.store.journal import Journal
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import Ledger, Outcome, open_folder
from nursedesk.store.schema import Tell, told_to_nobody
from nursedesk.store.verify import verify

ReadClock = Callable[[], Reading]

LOOK_BACK = timedelta(hours=20)
"""Closed visits younger than this stay in memory: `Earlier today in this chair`."""


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A suite open at this station."""

    ledger: Ledger
    daybook: Daybook
    problems: tuple[str, ...] = ()
    """What the check at the start found other than it was written, in sentences without patients' data."""
    recovered: int = 0
    """Entries that came into the record out of the emergency journal at this start."""
    unusable: int = 0
    """Entries of the journal that could not be used; their file is put aside in the journal's folder."""


def open_desk(
    folder: Path, keys: Keys, read_clock: ReadClock = read_system, tell: Tell = told_to_nobody
) -> OpenDesk:
    """Open the folder's record. Raises the store's errors; nothing is made that was not there.

    `tell` hears how far an older record has been brought up to date: visits done, visits in all.
    """
    ledger = open_folder(folder, keys, tell)
    try:
        return on_ledger(ledger, read_clock)
    except BaseException:
        ledger.close()
        raise


def open_checked(
    folder: Path, keys: Keys, read_clock: ReadClock = read_system, tell: Tell = told_to_nobody
) -> OpenDesk:
    """Open the folder's record, as `open_desk`, and check what was written since the last checkpoint."""
    desk = open_desk(folder, keys, read_clock, tell)
    report = verify(folder, keys, kept_checkpoints(folder), full=False)
    return replace(desk, problems=tuple(one.sentence() for one in report.problems))


def leave(desk: OpenDesk) -> str:
    """Back up, sign how far the record has come, finish what is queued, and give the folder back.

    Returns why there is no backup or no copy of the signature, in a sentence; empty when all is well.
    """
    ledger, book = desk.ledger, desk.daybook
    try:
        try:
            note(book, back_up(ledger, book.station, book.clock(), leaving=True))
        finally:
            make_checkpoint(ledger, book.station, book.clock(), kept_checkpoints(ledger.folder))
    except NurseDeskError as fault:
        return str(fault)
    finally:
        ledger.close()
    return ""


def kept_checkpoints(folder: Path) -> Path | None:
    """The backup folder of this station, when it is there."""
    backup = station_file.read(folder).backup
    return Path(backup) if backup and Path(backup).is_dir() else None


def on_ledger(ledger: Ledger, read_clock: ReadClock = read_system) -> OpenDesk:
    """A desk on a ledger that is open. Until a screen takes the writer's word, each write waits for it."""
    station = StationId(station_file.read(ledger.folder).station)
    journal = Journal.of(ledger.folder, ledger.keys, journal_place(ledger.folder))
    kept = ledger.take_journal(journal)
    take_beside(ledger)
    now = read_clock().now
    visits = ledger.open_encounters() | dict(ledger.encounters_between(now - LOOK_BACK, now + LOOK_BACK))
    said = ledger.station_events((*SUITE_KINDS, *KINDS))
    in_memory = tuple(event for events in visits.values() for event in events)
    last = _last_reading((*said, *in_memory), station)
    daybook = Daybook(clock=StationClock(read_clock, last), station=station, submit=lambda events: None)
    daybook.submit = waiting_submit(ledger, daybook)
    daybook.suite = suite_of(said)
    daybook.load(visits)
    daybook.recall = ledger.events_of
    mine = [event.header.recorded for event in (*said, *in_memory) if event.header.station_id == station]
    daybook.go_on_after(max(mine, default=daybook.clock()))
    _take_names(ledger, daybook)
    if kept.events:
        times = sorted(event.header.recorded for event in kept.events)
        daybook.write_of_itself(Recovered(len(kept.events), times[0].isoformat(), times[-1].isoformat()))
    journal.clear(kept)
    ledger.use_journal(journal)
    return OpenDesk(ledger, daybook, recovered=len(kept.events), unusable=kept.unreadable + kept.refused)


def journal_place(folder: Path) -> Path:
    """Where this station's emergency journal lies: a folder it was given, else the platform's own for states."""
    given = station_file.read(folder).journal
    return Path(given) if given else platformdirs.user_state_path("nursedesk", appauthor=False)


def waiting_submit(ledger: Ledger, daybook: Daybook) -> Submit:
    """For commands: each write waits until the record has answered. Raises `NotSaved` when it was not saved."""

    def submit(events: tuple[Event, ...]) -> None:
        outcome = ledger.append_now(events)
        daybook.settle(events, became(outcome))
        if became(outcome) is not Settled.SAVED:
            raise NotSaved(outcome.reason)

    return submit


class NotSaved(NurseDeskError):
    """The record did not take it; the message is the store's sentence."""


def became(outcome: Outcome) -> Settled:
    """The writer's word in the desk's terms."""
    return Settled(outcome.state.value)


def _last_reading(events: Iterable[Event], station: StationId) -> Reading | None:
    """What the station's clocks showed at its newest press; `recorded` may run ahead of a clock set back."""
    pressed = [
        event.header
        for event in events
        if event.header.station_id == station and event.header.source is Source.PRESSED
    ]
    newest = max(pressed, key=lambda header: header.recorded, default=None)
    return Reading(newest.occurred, newest.boot_id, newest.boot_ms) if newest else None


def _take_names(ledger: Ledger, daybook: Daybook) -> None:
    """Today's last ticket number, so that counting goes on from it."""
    day = daybook.clock().astimezone(daybook.zone)
    last = ledger.last_ticket_number(f"{daybook.station}-{day:%y%m%d}-")
    if last is not None:
        daybook.names.add(last)
