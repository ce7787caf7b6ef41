"""The emergency journal: presses the record's disk refused, encrypted and synced in a second folder.

A file is a run of records: 4 bytes of length, 12 of nonce, the sealed bytes (AES-256-GCM). Each is bound to the
suite and to the record before it, so that none can be taken out or moved unseen. A record holds the events of one
call, in their canonical bytes, one a line. What was not written whole is told and kept, never passed over.
"""

import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nursedesk.record.codec import UnreadableEvent, decode_event
from nursedesk.record.events import Event
from nursedesk.store.errors import DiskRefused, why_refused
from nursedesk.store.keys import Keys, load
from nursedesk.store.places import make_private_folder, sync_folder

_LENGTH, _NONCE, _TAG = 4, 12, 16
_MOST = 64 << 20
"""No call's events are longer: a length beyond it is damage."""
_FILES = "journal-[0-9][0-9][0-9][0-9].bin"
_FIRST = b"\0" * _TAG


@dataclass(frozen=True, slots=True)
class Kept:
    """What the journal holds: each call's events in the order they were pressed, and how much cannot be used."""

    calls: tuple[tuple[Event, ...], ...] = ()
    unreadable: int = 0
    """Records torn or changed."""
    refused: int = 0
    """Calls that the record does not take, by a mistake of the program's own."""

    @property
    def events(self) -> tuple[Event, ...]:
        """All of them, in order."""
        return tuple(event for call in self.calls for event in call)


_NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one suite in a folder that need not exist until it is needed."""

    folder: Path
    suite: str
    key: bytes

    @classmethod
    def of(cls, data_folder: Path, keys: Keys, place: Path) -> "Journal":
        """The journal of a data folder's suite, in a folder of its own below `place`."""
        suite = load(data_folder).suite
        return cls(place / f"suite-{suite[:12]}", suite, keys.journal())

    def append(self, payloads: Sequence[bytes]) -> None:
        """Keep one call's events, on the disk when this returns. Raises DiskRefused, and nothing is kept then."""
        try:
            make_private_folder(self.folder)
            path, tag = self._end()
            _write_synced(path, self._seal(tag, b"\n".join(payloads)))
        except OSError as error:
            raise DiskRefused(
                f"The emergency journal could not be written either ({why_refused(error)}): "
                "write the time on paper."
            ) from error

    def read(self) -> Kept:
        """Everything that is kept. A file that cannot be read at all counts as one unreadable record."""
        calls: list[tuple[Event, ...]] = []
        unreadable = 0
        for path in self._files():
            for _, plain in self._records(_content(path)):
                events = None if plain is None else _decoded(plain)
                if events is None:
                    unreadable += 1
                else:
                    calls.append(events)
        return Kept(tuple(calls), unreadable)

    def clear(self, kept: Kept = _NOTHING) -> None:
        """The record has it all: the files go, or are put aside when something in them could not be used."""
        for path in self._files():
            if kept.unreadable or kept.refused:
                path.replace(path.with_name(f"aside-{secrets.token_hex(4)}-{path.name}"))
            else:
                path.unlink()
        if self.folder.is_dir():
            sync_folder(self.folder)

    def _files(self) -> tuple[Path, ...]:
        return tuple(sorted(self.folder.glob(_FILES)))

    def _end(self) -> tuple[Path, bytes]:
        """The file to go on with, and its last record's tag; a new file after one that was not ended whole."""
        files = self._files()
        if files:
            records = tuple(self._records(_content(files[-1])))
            if all(plain is not None for _, plain in records):
                return files[-1], records[-1][0] if records else _FIRST
        number = int(files[-1].stem.rpartition("-")[2]) + 1 if files else 1
        return self.folder / f"journal-{number:04}.bin", _FIRST

    def _seal(self, before: bytes, plain: bytes) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        sealed = AESGCM(self.key).encrypt(nonce, plain, self._bound_to(before))
        return len(nonce + sealed).to_bytes(_LENGTH, "big") + nonce + sealed

    def _records(self, content: bytes) -> Iterator[tuple[bytes, bytes | None]]:
        """Each record's tag and its plain bytes; None for one that is torn or was changed."""
        before, at = _FIRST, 0
        while at < len(content):
            length = int.from_bytes(content[at : at + _LENGTH], "big")
            record = content[at + _LENGTH : at + _LENGTH + length]
            if not _NONCE + _TAG <= length <= _MOST or len(record) < length:
                yield before, None
                return
            try:
                plain = AESGCM(self.key).decrypt(record[:_NONCE], record[_NONCE:], self._bound_to(before))
            except InvalidTag:
                plain = None
            before, at = record[-_TAG:], at + _LENGTH + length
            yield before, plain

    def _bound_to(self, before: bytes) -> bytes:
        return f"nursedesk.journal/1:{self.suite}:".encode() + before


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        # One byte is no record: it is counted as unreadable, and the file stays.
        return b"\0"


def _decoded(plain: bytes) -> tuple[Event, ...] | None:
    try:
        return tuple(decode_event(line) for line in plain.split(b"\n"))
    except UnreadableEvent:
        return None


def _write_synced(path: Path, sealed: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        before = os.fstat(handle).st_size
        try:
            written = 0
            while written < len(sealed):
                written += os.write(handle, sealed[written:])
            os.fsync(handle)
        except OSError:
            # What was not told as kept must not come back as half a record.
            os.ftruncate(handle, before)
            raise
    finally:
        os.close(handle)
    sync_folder(path.parent)
