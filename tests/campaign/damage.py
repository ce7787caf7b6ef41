"""Damage and tampering: bits, pages, ends, swapped logs, rows changed by somebody with the key. None is silent.

A small record, part of it still in its log, is kept as files, with a copy of an earlier state and the last
checkpoint elsewhere. Each round spoils one copy and verifies it: it must be refused, or found, or have changed
nothing at all of what was recorded.
"""

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nursedesk.store.checkpoint import make_checkpoint
from nursedesk.store.errors import StoreError
from nursedesk.store.keys import Keys
from nursedesk.store.ledger import create_folder
from nursedesk.store.places import DATABASE, KEY_FILE
from nursedesk.store.rows import INSERT_COLUMNS
from nursedesk.store.verify import verify
from sqlcipher3 import dbapi2

from tests.campaign.kill import an_event
from tests.campaign.power_fail import memory
from tests.store.making import raw

DAMAGE_SHORT, DAMAGE_FULL = 300, 12_000
TAMPER_SHORT, TAMPER_FULL = 200, 5_000
LOG = f"{DATABASE}-wal"
PAGE = 4096
TELL_EVERY = 1_000
SAVES = 30


@dataclass
class Found:
    """What became of each round."""

    rounds: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    """refused, found, found by a checkpoint kept elsewhere, nothing changed, silent."""
    silent: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.silent and self.ends["found"] > 0

    def sentence(self, what: str, seconds: float) -> str:
        """All rounds in one line."""
        ends = ", ".join(f"{count} {end}" for end, count in sorted(self.ends.items()))
        return f"{self.rounds} times {what} in {seconds:.1f} s: {ends}; {len(self.silent)} silent"


@dataclass(frozen=True)
class Record:
    """The files of a record, an earlier state of them, another suite's log, what is in it, and its keys."""

    keys: Keys
    key_file: bytes
    whole: dict[str, bytes]
    earlier: dict[str, bytes]
    foreign_log: bytes
    events: list[Any]
    elsewhere: Path


Spoil = Callable[[Path, Record, random.Random], str]


def make_record(place: Path) -> Record:
    """A record of some visits, half of its last events still in the log."""
    chance = random.Random(20261124)
    suite, earlier = place / "suite", dict[str, bytes]()
    made = create_folder(suite, "campaign", use_keyring=False)
    ledger, keys = made.ledger, made.ledger.keys
    for number in range(SAVES):
        ledger.append_now([an_event(chance) for _ in range(chance.choice((1, 2, 3)))])
        if number == SAVES // 2:
            ledger.run(lambda connection: connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0").close())
            earlier = _files(suite)
    make_checkpoint(ledger, "A", an_event(chance).header.recorded, place / "elsewhere")
    whole = _files(suite)
    ledger.close()
    events = _events(suite, keys)
    other = create_folder(place / "other", "campaign", use_keyring=False)
    other.ledger.append_now([an_event(chance)])
    foreign = _files(place / "other")[LOG]
    other.ledger.close()
    key_file = (suite / KEY_FILE).read_bytes()
    return Record(keys, key_file, whole, earlier, foreign, events, place / "elsewhere")


def run(place: Path, rounds: int, seed: int, tell: Callable[[str], None], spoil: Spoil, what: str) -> Found:
    """Spoil a copy so many times; `spoil(folder, record, chance)` says what it did, or nothing if it could not."""
    record, chance, found = make_record(place), random.Random(seed), Found()
    folder = memory(place) / "copy"
    while found.rounds < rounds:
        _put(folder, record, record.whole)
        done = spoil(folder, record, chance)
        if not done:
            continue
        found.rounds += 1
        end = _end(folder, record)
        found.ends[end] += 1
        if end == "silent":
            found.silent.append(done)
            tell(f"  silent: {done}")
        if found.rounds % TELL_EVERY == 0:
            tell(f"  {found.rounds} times {what}, {len(found.silent)} silent")
    shutil.rmtree(folder.parent)
    return found


def _end(folder: Path, record: Record) -> str:
    try:
        if verify(folder, record.keys).problems:
            return "found"
        if verify(folder, record.keys, record.elsewhere).problems:
            return "found by a checkpoint kept elsewhere"
        return "nothing changed" if _events(folder, record.keys) == record.events else "silent"
    except StoreError as error:
        return "refused" if "nothing was" in str(error) else "silent"


def _files(suite: Path) -> dict[str, bytes]:
    return {name: (suite / name).read_bytes() for name in (DATABASE, LOG) if (suite / name).exists()}


def _put(folder: Path, record: Record, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / KEY_FILE).write_bytes(record.key_file)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _events(folder: Path, keys: Keys) -> list[Any]:
    connection = raw(folder, keys)
    rows: list[Any] = connection.execute("SELECT * FROM event ORDER BY station_seq").fetchall()
    connection.close()
    return rows


# --- damage --------------------------------------------------------------------------------------------


def damage(folder: Path, record: Record, chance: random.Random) -> str:
    """Spoil one of the files without the key."""
    name = chance.choice((DATABASE, DATABASE, LOG))
    path, whole = folder / name, record.whole[name]
    way = chance.choice(("bit", "zeroed", "cut", "swapped", "noise"))
    if way == "swapped":
        return _swap(folder, record, chance)
    at, spoilt = chance.randrange(len(whole)), bytearray(whole)
    if way == "bit":
        spoilt[at] ^= 1 << chance.randrange(8)
    elif way == "cut":
        del spoilt[chance.choice((at, at // PAGE * PAGE)) :]
    else:
        start = at // PAGE * PAGE
        spoilt[start : start + PAGE] = bytes(PAGE) if way == "zeroed" else chance.randbytes(PAGE)
        del spoilt[len(whole) :]
    path.write_bytes(spoilt)
    return f"{way} at {at} of {name}"


def _swap(folder: Path, record: Record, chance: random.Random) -> str:
    """The log of another moment or another suite, or none; or the database of another moment under this log."""
    way = chance.randrange(4)
    if way == 0:
        (folder / LOG).unlink()
    elif way == 1:
        (folder / LOG).write_bytes(record.foreign_log)
    elif way == 2:
        (folder / LOG).write_bytes(record.earlier[LOG])
    else:
        (folder / DATABASE).write_bytes(record.earlier[DATABASE])
    return f"swapped, way {way}"


# --- tampering -----------------------------------------------------------------------------------------

# What follows are statements of a hand from outside, made of this module's own words.
# ruff: noqa: S608
COLUMNS = tuple(one for one in INSERT_COLUMNS if one != "supersedes")


def tamper(folder: Path, record: Record, chance: random.Random) -> str:
    """Change the rows with the key and the guards taken off, or put an earlier record in its place."""
    if chance.random() < 0.03:
        _put(folder, record, record.earlier)
        return "rolled back"
    connection = raw(folder, record.keys)
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    statements = _statements(len(record.events), chance)
    try:
        for statement in statements:
            connection.execute(statement)
    except dbapi2.IntegrityError:  # a rule of the table that holds needs no finding
        return ""
    finally:
        for _, sql in guards:
            connection.execute(sql)
        connection.close()
    return "; ".join(statements) if _events(folder, record.keys) != record.events or _is_head(statements) else ""


def _statements(count: int, chance: random.Random) -> list[str]:
    one, other = chance.sample(range(1, count + 1), 2)
    column, way = chance.choice(COLUMNS), chance.randrange(7)
    if way == 0:
        taken = f"(SELECT {column} FROM event WHERE station_seq = {other})"
        return [f"UPDATE event SET {column} = {taken} WHERE station_seq = {one}"]
    if way == 1:
        return [f"UPDATE event SET {column} = CAST({column} || '0' AS BLOB) WHERE station_seq = {one}"]
    if way == 2:
        return [f"DELETE FROM event WHERE station_seq = {one}"]
    if way == 3:
        away = f"UPDATE event SET station_seq = station_seq + 1000 WHERE station_seq IN ({one}, {other})"
        back = f"CASE station_seq WHEN {one + 1000} THEN {other} ELSE {one} END"
        return [away, f"UPDATE event SET station_seq = {back} WHERE station_seq > 1000"]
    if way == 4:
        return [*_inserted(one, count + 1, chance)]
    if way == 5:
        return [f"DELETE FROM event WHERE station_seq > {one}", *_head_at(one, chance)]
    return [f"UPDATE chain_head SET {chance.choice(('hash = zeroblob(32)', 'station_seq = 1', 'mac = hash'))}"]


def _inserted(one: int, seq: int, chance: random.Random) -> list[str]:
    """A copy of a row at the end, with another id; the head moved along or not."""
    made = {"id": "NULL", "event_id": f"'{chance.getrandbits(64):x}'", "station_seq": str(seq)}
    columns = ("id", *COLUMNS, "supersedes")
    values = ", ".join(made.get(column, column) for column in columns)
    insert = f"INSERT INTO event ({', '.join(columns)}) SELECT {values} FROM event WHERE station_seq = {one}"
    return [insert, *_head_at(seq, chance)]


def _head_at(seq: int, chance: random.Random) -> list[str]:
    """The chain's end said to be there, as somebody without the program's own key of authenticity could."""
    if chance.random() < 0.5:
        return []
    taken = f"(SELECT {{}} FROM event WHERE station_seq = {seq})"
    parts = ", ".join(f"{column} = {taken.format(column)}" for column in ("hash", "mac"))
    return [f"UPDATE chain_head SET station_seq = {seq}, {parts}"]


def _is_head(statements: list[str]) -> bool:
    return statements[0].startswith("UPDATE chain_head")
