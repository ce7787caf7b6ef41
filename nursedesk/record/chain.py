"""The hash chain of a station's events: each link is SHA-256 over the one before, the place and the bytes."""

import hashlib
from collections.abc import Iterable

from nursedesk.record.events import StationId

GENESIS = bytes(32)
"""What the first event of a station is chained to."""


def link(prev_hash: bytes, station_id: StationId | str, seq: int, payload: bytes) -> bytes:
    """The 32-byte hash of the event at `seq` (from 1) of a station, chained to the one before.

    Lengths are hashed too, so that no two different records give the same bytes.
    """
    station = station_id.encode()
    head = f"{len(station)}:{seq}:{len(payload)}:".encode()
    return hashlib.sha256(prev_hash + head + station + payload).digest()


def head_of(station_id: StationId | str, payloads: Iterable[bytes], start: bytes = GENESIS, seq: int = 0) -> bytes:
    """The last hash of a run of payloads that begins after `seq`, whose hash was `start`."""
    head = start
    for place, payload in enumerate(payloads, seq + 1):
        head = link(head, station_id, place, payload)
    return head
