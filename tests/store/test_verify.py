"""Every way of changing the past is found: edit, insert, delete, reorder, cut, roll back, forge."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from nursedesk.record.chain import link
from nursedesk.record.codec import event_bytes
from nursedesk.record.events import LineId, Started, Stopped
from nursedesk.store.checkpoint import make_checkpoint, read_checkpoint
from nursedesk.store.errors import Damaged, DiskRefused, StoreError
from nursedesk.store.ledger import SaveState, open_folder
from nursedesk.store.places import database_path
from nursedesk.store.report import Fault, Problem
from nursedesk.store.rows import head_mac, mac_of
from nursedesk.store.verify import verify

from tests.store.making import CANARY, Desk, Suite, raw

GUARDS = ("event_no_update", "event_no_delete", "checkpoint_no_update", "checkpoint_no_delete")


@pytest.fixture
def kept(suite: Suite, desk: Desk, tmp_path: Path) -> Suite:
    """Ten events of two visits and a checkpoint at the eighth, kept also elsewhere; then closed."""
    other = "visit-2"
    events = [desk.opened(), desk.opened(other)]
    for line in ("line-1", "line-2", "line-3", "line-4"):
        visit = other if line in ("line-2", "line-4") else "visit-1"
        events += [desk.event(Started(LineId(line)), visit), desk.event(Stopped(LineId(line), 1), visit)]
    suite.ledger.append_now(events[:8])
    make_checkpoint(suite.ledger, "A", desk.clock(), tmp_path / "elsewhere")
    suite.ledger.append_now(events[8:])
    suite.ledger.close()
    return suite


def _faults(suite: Suite, elsewhere: Path | None = None, *, full: bool = True) -> set[Fault]:
    report = verify(suite.folder, suite.keys, elsewhere, full=full)
    assert not report.clean or not report.problems
    for problem in report.problems:
        assert problem.sentence().endswith(".")
        assert CANARY not in problem.sentence()
    return {problem.fault for problem in report.problems}


def _tamper(suite: Suite, *statements: str | tuple[str, tuple[Any, ...]]) -> None:
    """Change the database behind the program's back, with its guards taken off and put on again."""
    connection = raw(suite.folder, suite.keys)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        text, values = (statement, ()) if isinstance(statement, str) else statement
        connection.execute(text, values)
    for _, sql in guards:
        connection.execute(sql)
    connection.close()


def test_a_whole_record_is_whole(kept: Suite, tmp_path: Path) -> None:
    report = verify(kept.folder, kept.keys, tmp_path / "elsewhere")
    assert report.clean
    assert (report.events, report.visits, report.checkpoints) == (10, 2, 2)
    assert [(chain.station, chain.seq) for chain in report.chains] == [("A", 10)]
    assert report.lines()[1:] == (
        "10 events walked, 2 visits compared, 2 checkpoints read.",
        "The record is what was written.",
    )
    since = verify(kept.folder, kept.keys, full=False)
    assert since.clean
    assert (since.events, since.chains[0].from_seq) == (2, 8)


EDITS = {
    "a time": (
        "UPDATE event SET occurred_utc = '2026-11-24T13:00:00.000000Z' WHERE station_seq = 4",
        Fault.COLUMNS,
    ),
    "an actor": ("UPDATE event SET actor = 'someone' WHERE station_seq = 4", Fault.COLUMNS),
    "a visit": ("UPDATE event SET encounter_id = 'visit-9' WHERE station_seq = 4", Fault.COLUMNS),
    "a content": (
        "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'line-1', 'line-9') AS BLOB) "
        "WHERE station_seq = 3",
        Fault.CHANGED,
    ),
    "nonsense": ("UPDATE event SET payload = x'00' WHERE station_seq = 3", Fault.UNREADABLE),
    "a hash": ("UPDATE event SET hash = zeroblob(32) WHERE station_seq = 3", Fault.CHANGED),
    "a mac": ("UPDATE event SET mac = zeroblob(32) WHERE station_seq = 3", Fault.FORGED),
    "an earlier hash": ("UPDATE event SET prev_hash = zeroblob(32) WHERE station_seq = 3", Fault.BROKEN_LINK),
    "a station": ("UPDATE event SET station_id = 'B' WHERE station_seq = 3", Fault.MISSING),
    "a visit of another type": (
        "UPDATE event SET encounter_id = CAST(encounter_id AS BLOB) WHERE station_seq = 3",
        Fault.COLUMNS,
    ),
    "a station of another type": (
        "UPDATE event SET station_id = CAST(station_id AS BLOB) WHERE station_seq = 3",
        Fault.MISSING,
    ),
    "one taken out": ("DELETE FROM event WHERE station_seq = 4", Fault.MISSING),
    "the first taken out": ("DELETE FROM event WHERE station_seq = 1", Fault.MISSING),
    "the last cut off": ("DELETE FROM event WHERE station_seq = 10", Fault.TRUNCATED),
    "half cut off": ("DELETE FROM event WHERE station_seq > 5", Fault.TRUNCATED),
    "all cut off": ("DELETE FROM event", Fault.TRUNCATED),
    "the end forgotten": ("DELETE FROM chain_head", Fault.TRUNCATED),
    "the end's mac": ("UPDATE chain_head SET mac = zeroblob(32)", Fault.TRUNCATED),
    "a visit's row": ("UPDATE encounter SET patient_name = 'Someone Else' WHERE id = 'visit-1'", Fault.PROJECTION),
    "a visit's row gone": ("DELETE FROM encounter", Fault.PROJECTION),
    "a visit too many": (
        "INSERT INTO encounter SELECT 'visit-9', status, chair, nurse, patient_name, patient_name_folded, mrn, "
        "opened_utc, closed_utc, date_of_service, ticket_number, version FROM encounter WHERE id = 'visit-1'",
        Fault.PROJECTION,
    ),
    "a ticket too many": (
        "INSERT INTO ticket (encounter_id, version, number, status) VALUES ('visit-1', 1, 'A-1', 'signed')",
        Fault.PROJECTION,
    ),
    "a person too many": ("INSERT INTO person VALUES ('eve', 'Eve', 'RN', '[]', 1)", Fault.PROJECTION),
    "a setting too many": ("INSERT INTO setting VALUES ('site', '\"Other\"')", Fault.PROJECTION),
    "a checkpoint's count": ("UPDATE checkpoint SET event_count = 7", Fault.SIGNATURE),
    "a checkpoint's signature": ("UPDATE checkpoint SET signature = zeroblob(64)", Fault.SIGNATURE),
}


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_is_found(kept: Suite, edit: str) -> None:
    statement, fault = EDITS[edit]
    _tamper(kept, statement)
    assert fault in _faults(kept)


def test_a_reordering_is_found(kept: Suite) -> None:
    swap = "UPDATE event SET station_seq = CASE station_seq WHEN 103 THEN 4 ELSE 3 END WHERE station_seq > 100"
    away = "UPDATE event SET station_seq = station_seq + 100 WHERE station_seq IN (3, 4)"
    _tamper(kept, away, swap)
    assert {Fault.BROKEN_LINK, Fault.CHANGED} <= _faults(kept)


@pytest.mark.parametrize("guard", GUARDS)
def test_a_guard_that_is_gone_or_changed_is_found(kept: Suite, guard: str) -> None:
    connection = raw(kept.folder, kept.keys)
    connection.execute(f"DROP TRIGGER {guard}")
    assert _faults(kept) == {Fault.GUARD_MISSING}
    connection.execute(f"CREATE TRIGGER {guard} BEFORE UPDATE ON event WHEN 0 BEGIN SELECT 1; END")
    connection.close()
    assert _faults(kept, full=False) == {Fault.GUARD_MISSING}


def _chained(suite: Suite, payloads: list[bytes], mac_key: bytes, seq: int, prev: bytes) -> list[Any]:
    """Statements that write a chain anew from `seq` on, as someone who knows how it is made would."""
    done: list[Any] = []
    for place, payload in enumerate(payloads, seq):
        made = link(prev, "A", place, payload)
        values = (payload, prev, made, mac_of(mac_key, made), place)
        done.append(("UPDATE event SET payload=?, prev_hash=?, hash=?, mac=? WHERE station_seq=?", values))
        prev = made
    last = seq + len(payloads) - 1
    done.append(("UPDATE chain_head SET hash=?, mac=?", (prev, head_mac(mac_key, "A", last, prev))))
    return done


def _rewritten(suite: Suite, mac_key: bytes) -> None:
    connection = raw(suite.folder, suite.keys)
    rows = connection.execute("SELECT payload FROM event ORDER BY station_seq").fetchall()
    connection.close()
    payloads = [bytes(row[0]).replace(b"line-1", b"line-7") for row in rows]
    _tamper(suite, *_chained(suite, payloads, mac_key, 1, bytes(32)))


def test_a_chain_written_anew_without_the_key_is_found(kept: Suite) -> None:
    _rewritten(kept, bytes(32))
    assert {Fault.FORGED, Fault.TRUNCATED} <= _faults(kept)


def test_a_chain_written_anew_with_the_key_is_found_by_the_checkpoint(kept: Suite, tmp_path: Path) -> None:
    _rewritten(kept, kept.keys.mac())
    assert _faults(kept, tmp_path / "elsewhere") == {Fault.CHECKPOINT}
    _tamper(kept, "DELETE FROM checkpoint")
    assert _faults(kept) == set()
    assert _faults(kept, tmp_path / "elsewhere") == {Fault.CHECKPOINT}


def test_a_rollback_to_an_old_copy_is_found_by_a_checkpoint_kept_elsewhere(
    suite: Suite, desk: Desk, tmp_path: Path
) -> None:
    suite.ledger.append_now([desk.opened()])
    suite.ledger.close()
    shutil.copy(database_path(suite.folder), tmp_path / "old.db")
    ledger = open_folder(suite.folder, suite.keys)
    ledger.append_now([desk.event(Started(LineId("line-1")))])
    make_checkpoint(ledger, "A", desk.clock(), tmp_path / "elsewhere")
    ledger.close()
    shutil.copy(tmp_path / "old.db", database_path(suite.folder))
    assert _faults(suite) == set()
    assert _faults(suite, tmp_path / "elsewhere") == {Fault.CHECKPOINT}


def test_a_cut_is_not_healed_by_going_on(kept: Suite, desk: Desk) -> None:
    _tamper(kept, "DELETE FROM event WHERE station_seq > 8")
    ledger = open_folder(kept.folder, kept.keys)
    assert ledger.append_now([desk.event(Started(LineId("line-9")))]).state is SaveState.SAVED
    ledger.close()
    assert Fault.MISSING in _faults(kept)


def test_flipped_bits_are_never_silent(kept: Suite, desk: Desk) -> None:
    """A changed byte anywhere in the file is found: each page is authenticated."""
    path = database_path(kept.folder)
    whole = path.read_bytes()
    chance = random.Random(20261124)
    for _ in range(40):
        place = chance.randrange(16, len(whole))
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << chance.randrange(8)
        path.write_bytes(spoilt)
        assert _found_or_refused(kept), place
    path.write_bytes(whole)
    assert _faults(kept) == set()


def _found_or_refused(suite: Suite) -> bool:
    try:
        return bool(_faults(suite))
    except StoreError as error:  # a first page that does not authenticate looks like a wrong key
        return "nothing was changed" in str(error)


def test_a_rebuild_mends_the_projections(kept: Suite) -> None:
    _tamper(kept, EDITS["a visit's row"][0], EDITS["a person too many"][0])
    ledger = open_folder(kept.folder, kept.keys)
    assert ledger.rebuild_projections() == 2
    assert [visit.patient_name for visit in ledger.visits()] == [CANARY, CANARY]
    ledger.close()
    assert _faults(kept) == set()


def test_verify_beside_an_open_desk(suite: Suite, desk: Desk) -> None:
    suite.ledger.append_now([desk.opened()])
    assert _faults(suite) == set()
    suite.ledger.append_now([desk.event(Started(LineId("line-1")))])
    assert verify(suite.folder, suite.keys).events == 2


# --- checkpoints -----------------------------------------------------------------------------------


def test_a_checkpoints_code_is_the_ledgers_alone(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    opened = desk.opened()
    suite.ledger.append_now([opened])
    first = make_checkpoint(suite.ledger, "A", desk.clock(), tmp_path)
    later = make_checkpoint(suite.ledger, "A", desk.clock.advance(5))
    assert first is not None
    assert later is not None
    assert first.code == later.code
    assert len(first.code) == 16
    assert first.head == link(bytes(32), "A", 1, event_bytes(opened))
    assert read_checkpoint(tmp_path / f"checkpoint-{first.code}.json") == first
    suite.ledger.append_now([desk.event(Started(LineId("line-1")))])
    third = make_checkpoint(suite.ledger, "A", desk.clock())
    assert third is not None
    assert third.code != first.code


def test_a_station_without_events_has_no_checkpoint(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    assert make_checkpoint(suite.ledger, "A", desk.clock(), tmp_path / "elsewhere") is None
    assert not (tmp_path / "elsewhere").exists()


def test_a_backup_folder_that_cannot_be_written_is_told(suite: Suite, desk: Desk, tmp_path: Path) -> None:
    suite.ledger.append_now([desk.opened()])
    (tmp_path / "a file").touch()
    with pytest.raises(DiskRefused, match="the record is unharmed"):
        make_checkpoint(suite.ledger, "A", desk.clock(), tmp_path / "a file" / "folder")
    assert verify(suite.folder, suite.keys).checkpoints == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"schema": "nursedesk.checkpoint/1"}', b"\xff"])
def test_a_spoilt_checkpoint_file_is_told(kept: Suite, tmp_path: Path, content: bytes) -> None:
    spoilt = tmp_path / "elsewhere" / "checkpoint-0.json"
    spoilt.write_bytes(content)
    with pytest.raises(Damaged, match="not a checkpoint"):
        read_checkpoint(spoilt)
    assert verify(kept.folder, kept.keys, tmp_path / "elsewhere").problems == (
        Problem(Fault.SIGNATURE, "checkpoint-0.json"),
    )


def test_random_tampering_is_always_found(kept: Suite) -> None:
    """Two hundred changes of a random column of a random event to a random event's value."""
    whole = database_path(kept.folder).read_bytes()
    chance = random.Random(7)
    columns = ["event_id", "payload", "kind", "occurred_utc", "hash", "prev_hash", "mac", "station_seq", "actor"]
    ways = (
        "UPDATE event SET {column} = (SELECT {column} FROM event WHERE id = {other}) WHERE id = {one}",
        "UPDATE event SET {column} = {column} || x'00' WHERE id = {one}",
        "DELETE FROM event WHERE id = {one}",
    )
    changed = 0
    for _ in range(200):
        database_path(kept.folder).write_bytes(whole)
        one, other = chance.sample(range(1, 11), 2)
        statement = chance.choice(ways).format(column=chance.choice(columns), one=one, other=other)
        try:
            _tamper(kept, statement)
        except Exception as error:  # a constraint that holds needs no finding
            assert "constraint failed" in str(error), error
            continue
        if not _same_events(kept, whole):
            changed += 1
            assert _faults(kept), statement
    assert changed > 100


def _same_events(suite: Suite, whole: bytes) -> bool:
    place = suite.folder / "whole"
    place.mkdir(exist_ok=True)
    database_path(place).write_bytes(whole)
    found = []
    for folder in (suite.folder, place):
        connection = raw(folder, suite.keys)
        connection.text_factory = bytes
        found.append(connection.execute("SELECT * FROM event ORDER BY id").fetchall())
        connection.close()
    return bool(found[0] == found[1])
