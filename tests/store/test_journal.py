"""The emergency journal: whole, encrypted, in order; into the record once, before anything is read."""

import os
import stat
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nursedesk.record.codec import event_bytes
from nursedesk.record.events import EncounterId, Event, LineId, Started
from nursedesk.store import journal as journal_module
from nursedesk.store.errors import DiskRefused
from nursedesk.store.journal import Journal, Kept
from nursedesk.store.ledger import SaveState
from nursedesk.store.verify import verify
from nursedesk.store.writer import Writer
from sqlalchemy import Connection

from tests.store.making import CANARY, Desk, Suite
from tests.store.test_writer import Disk, Outcomes, _fails_after_it_was_done, _full, disk, writer

__all__ = ["disk", "writer"]

VISIT = EncounterId("visit-1")


@pytest.fixture
def journal(suite: Suite, tmp_path: Path) -> Journal:
    return Journal.of(suite.folder, suite.keys, tmp_path / "second disk")


def _calls(desk: Desk) -> tuple[tuple[Event, ...], ...]:
    starts = tuple(desk.event(Started(LineId(f"line-{number}"))) for number in range(3))
    return (desk.opened(), starts[0]), (starts[1],), (starts[2],)


def _put(journal: Journal, *calls: tuple[Event, ...]) -> None:
    for call in calls:
        journal.append([event_bytes(event) for event in call])


def _files(journal: Journal) -> list[Path]:
    return sorted(journal.folder.iterdir())


def test_what_was_put_in_comes_out_in_its_order(journal: Journal, desk: Desk) -> None:
    calls = _calls(desk)
    _put(journal, *calls)
    assert journal.read() == Kept(calls)
    (file,) = _files(journal)
    assert CANARY.encode() not in file.read_bytes()
    assert b"Started" not in file.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700


def test_an_empty_journal_needs_no_folder(journal: Journal) -> None:
    assert journal.read() == Kept()
    journal.clear()
    assert not journal.folder.exists()


def test_into_the_record_it_comes_once_with_the_chain_going_on(suite: Suite, journal: Journal, desk: Desk) -> None:
    calls = _calls(desk)
    suite.ledger.append_now(calls[0])
    _put(journal, *calls)
    for _ in range(2):
        assert suite.ledger.take_journal(journal).calls == calls
        assert suite.ledger.events_of(VISIT) == tuple(event for call in calls for event in call)
        assert suite.ledger.head("A").seq == 4
    journal.clear()
    assert journal.read() == Kept()
    assert verify(suite.folder, suite.keys).clean


@given(cut=st.integers(1, 400))
def test_a_torn_last_record_is_counted_and_the_others_are_there(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    journal = Journal(tmp_path_factory.mktemp("torn"), "suite", bytes(range(32)))
    for number in range(2):
        journal.append([b"{" + bytes([48 + number]) * 300 + b"}"])
    (file,) = _files(journal)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) - min(cut, len(whole) // 2 - 1)])
    records = list(journal._records(file.read_bytes()))
    assert [plain is None for _, plain in records] == [False, True]


def test_after_a_torn_end_a_new_file_begins_and_both_are_read(journal: Journal, desk: Desk) -> None:
    first, second, third = _calls(desk)
    _put(journal, first, second)
    (file,) = _files(journal)
    file.write_bytes(file.read_bytes()[:-5])
    _put(journal, third)
    kept = journal.read()
    assert (kept.calls, kept.unreadable) == ((first, third), 1)
    journal.clear(kept)
    assert journal.read() == Kept()
    assert len([path for path in _files(journal) if path.name.startswith("aside-")]) == 2


@pytest.mark.parametrize("change", ["flip", "swap", "drop", "other suite"])
def test_a_changed_journal_is_counted_and_never_taken_as_it_was(journal: Journal, desk: Desk, change: str) -> None:
    calls = _calls(desk)
    lengths = [0]
    for call in calls:
        _put(journal, call)
        lengths.append(_files(journal)[0].stat().st_size)
    file = _files(journal)[0]
    whole = file.read_bytes()
    one, two, three = (whole[begin:end] for begin, end in pairwise(lengths))
    middle = bytearray(two)
    middle[20] ^= 1
    changed = {"flip": one + middle + three, "swap": one + three + two, "drop": one + three}.get(change, whole)
    file.write_bytes(changed)
    read = Journal(journal.folder, "other", journal.key) if change == "other suite" else journal
    kept = read.read()
    assert kept.unreadable > 0
    assert set(kept.events) <= {event for call in calls for event in call}
    assert len(kept.events) < 4


def test_a_journal_that_cannot_be_written_keeps_no_half(
    journal: Journal, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = _calls(desk)
    _put(journal, first)

    def no_sync(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journal_module.os, "fsync", no_sync)
        with pytest.raises(DiskRefused, match="could not be written either"):
            _put(journal, second)
    assert journal.read() == Kept((first,))


# --- with the writer -------------------------------------------------------------------------------


def _away(disk: Disk) -> None:
    """The disk fails at the next commit, and does not answer from then on."""

    def fail(connection: Connection) -> None:
        disk.gone = True
        _full(connection)

    disk.fail_commit = fail


def test_what_the_disk_refuses_is_journalled_and_told_so(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, journal: Journal
) -> None:
    writer.use_journal(journal)
    told = Outcomes()
    first = desk.opened()
    disk.fail_commit = _full
    writer.append([first], told)
    outcome = told.next()
    assert outcome.state is SaveState.JOURNALLED
    assert "write the time on paper" in outcome.reason
    assert "kept in the emergency journal too" in outcome.reason
    again = told.next()
    assert (again.state, again.event_ids) == (SaveState.SAVED, (first.header.event_id,))
    assert suite.ledger.events_of(VISIT) == (first,)
    writer.close()
    assert journal.read() == Kept()


def test_while_the_disk_refuses_all_goes_to_the_journal_in_order_and_comes_back_in_order(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, journal: Journal
) -> None:
    writer.use_journal(journal)
    told = Outcomes()
    calls = _calls(desk)
    _away(disk)
    for call in calls:
        writer.append(call, told)
        assert told.next().state is SaveState.CHECKING
    assert journal.read().calls == calls
    disk.gone = False
    assert [told.next().state for _ in calls] == [SaveState.SAVED] * 3
    assert suite.ledger.events_of(VISIT) == tuple(event for call in calls for event in call)
    writer.close()
    assert journal.read() == Kept()
    assert verify(suite.folder, suite.keys).clean


def test_a_commit_that_had_happened_is_not_doubled_by_the_journal(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, journal: Journal
) -> None:
    writer.use_journal(journal)
    told = Outcomes()
    first = desk.opened()

    def done_and_gone(connection: Connection) -> None:
        disk.gone = True
        _fails_after_it_was_done(connection)

    disk.fail_commit = done_and_gone
    writer.append([first], told)
    assert told.next().state is SaveState.CHECKING
    assert journal.read().events == (first,)
    disk.gone = False
    assert told.next().state is SaveState.SAVED
    assert suite.ledger.take_journal(journal).events in ((), (first,))
    assert suite.ledger.events_of(VISIT) == (first,)


def test_a_program_that_ends_before_the_disk_answers_loses_nothing(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, journal: Journal
) -> None:
    writer.use_journal(journal)
    told = Outcomes()
    calls = _calls(desk)
    _away(disk)
    for call in calls:
        writer.append(call, told)
        told.next()
    writer.close()
    assert suite.ledger.events_of(VISIT) == ()
    suite.ledger.take_journal(journal)
    assert suite.ledger.events_of(VISIT) == tuple(event for call in calls for event in call)


def test_with_the_journal_gone_too_it_is_not_saved(
    suite: Suite, desk: Desk, disk: Disk, writer: Writer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    writer.use_journal(Journal(tmp_path / "file" / "below", "suite", bytes(32)))
    told = Outcomes()
    disk.fail_commit = _full
    writer.append([desk.opened()], told)
    outcome = told.next()
    assert outcome.state is SaveState.NOT_SAVED
    assert "journal" not in outcome.reason
    assert suite.ledger.events_of(VISIT) == ()
